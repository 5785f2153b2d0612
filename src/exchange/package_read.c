#include "exchange/package_read.h"

#include "package_reading.h"

#include "base/text.h"
#include "base/words.h"
#include "vault/digest.h"

#include <string.h>

/* ---- organisations ---- */

static void number_them(struct package_reader *p, struct organisation *all)
{
	const struct package_file *f = &p->files[TABLE_IDENTIFIER];

	for (size_t i = 0; i < f->n; i++) {
		struct organisation *x =
			&all[f->at[i].owner & (package_row_key(KIND_SERVICE, 0) - 1)];
		struct str scheme = str_of(package_cell(f, &f->at[i], IDENTIFIER_SCHEME));
		const char *text = package_cell(f, &f->at[i], IDENTIFIER_TEXT);

		if (scheme.n == 0)
			scheme = str_of(package_cell(f, &f->at[i], IDENTIFIER_TYPE));
		if (package_named("gb_chc|gb_sc|gb_nic", scheme))
			x->charity_number = text;
		else if (package_named("gb_coh", scheme))
			x->company_number = text;
	}
}

void package_organisations_make(struct package_reader *p)
{
	const struct package_file *f = &p->files[TABLE_ORGANISATION];
	const struct package_file *phones = &p->files[TABLE_PHONE];
	struct organisation *all = ARENA_ARRAY(p->a, f->n + 1, struct organisation);

	for (size_t i = 0; i < f->n; i++) {
		const struct package_row *row = &f->at[i];
		size_t n;
		const struct package_row *phone =
			package_rows_of(phones, KIND_ORGANISATION, (uint32_t)i, &n);

		all[i] = (struct organisation){
			.external_id = package_cell(f, row, ORG_ID),
			.name = package_cell(f, row, ORG_NAME),
			.other_name = package_cell(f, row, ORG_OTHER),
			.description = package_cell(f, row, ORG_DESCRIPTION),
			.phone = n > 0 ? package_cell(phones, phone, PHONE_NUMBER) : "",
			.email = package_cell(f, row, ORG_EMAIL),
			.url = package_cell(f, row, ORG_WEBSITE),
			.legal_status = package_cell(f, row, ORG_LEGAL),
			.charity_number = "",
			.company_number = "",
		};
	}
	number_them(p, all);
	p->organisations = (struct package_organisations){ f->n, all };
}

/* ---- from open to close ---- */

static struct package_file *services_of(struct package_reader *p)
{
	return &p->files[p->flat ? TABLE_MORE : TABLE_SERVICE];
}

static void say_how_read(struct package_reader *p)
{
	struct package_file *f = services_of(p);
	const char *separator = csv_separator(f->reader) == ';'    ? _("semicolons")
	                        : csv_separator(f->reader) == '\t' ? _("tabs")
	                                                           : _("commas");

	p->about.read_as = arena_printf(p->a, _("%s, %s, separated by %s"), p->about.read_as,
	                                csv_encoding_name(csv_encoding(f->reader)), separator);
}

static enum status read_all(struct package_reader *p)
{
	uint8_t sum[DIGEST_BYTES];
	struct digest digest; /* wants more than an arena's alignment */
	enum status rc = package_files_find(p);

	digest_init(&digest, NULL, "import  ");
	p->digest = &digest;
	if (rc == OK)
		rc = package_load(p);
	p->digest = NULL;
	digest_end(&digest, sum);
	digest_hex(sum, p->about.hash);
	if (rc == OK)
		rc = package_table_open(p, services_of(p));
	if (rc != OK)
		return rc;
	package_organisations_make(p);
	say_how_read(p);
	return OK;
}

enum status package_read_open(const char *path, const struct package_options *options,
                              struct arena *a, struct package_reader **ret, const char **fault)
{
	struct package_reader *p = arena_alloc(a, sizeof(*p));
	enum status rc;

	p->o = *options;
	p->a = a;
	p->fault = "";
	p->path = arena_strdup(a, path);
	p->about.name = p->about.read_as = "";
	for (size_t i = 0; i < TABLE_COUNT; i++)
		p->files[i].fd = -1;
	rc = read_all(p);
	if (rc != OK) {
		*fault = p->fault;
		package_read_close(p);
		return rc;
	}
	*ret = p;
	return OK;
}

void package_read_close(struct package_reader *p)
{
	if (!p)
		return;
	package_files_close(p);
	package_rejects_drop(p);
	for (size_t i = 0; i < KIND_COUNT; i++)
		package_ids_done(&p->ids[i]);
	package_ids_done(&p->refused);
	package_ids_done(&p->hidden);
	package_ids_done(&p->areas.ids);
	package_ids_done(&p->categories.ids);
}

static bool taken(const struct package_reader *p)
{
	size_t row = p->row - 1;

	return p->row <= p->rows && (((unsigned)p->taken[row / 8] >> (row % 8)) & 1u) != 0;
}

/* The row's own id; one that has none goes by its name and postcode, as when it was first read. */
static uint32_t number_of(struct package_reader *p, struct arena *a, const char **id)
{
	const struct package_file *f = services_of(p);
	struct str text = package_service_id(p, f, p->now, a);

	*id = arena_str(a, text);
	return package_id_find(&p->ids[KIND_SERVICE], text);
}

static void make_entry(struct package_reader *p, uint32_t number, const char *id, struct arena *a)
{
	p->entry = (struct package_entry){
		.id = id, .line = p->now->line, .service = service_blank, .assured_on = DAY_NONE
	};
	p->entry.service.external_id = id;
	if (p->flat)
		package_flat_read(p, number, a);
	else
		package_entry_read(p, number, a);
}

enum status package_next(struct package_reader *p, struct arena *a,
                         const struct package_entry **ret)
{
	struct package_file *f = services_of(p);
	const char *id;

	for (;;) {
		uint32_t number;
		enum status rc = csv_next(f->reader, &p->now);

		if (rc != OK)
			return package_stop(
				p, rc, arena_printf(p->a, "%s: %s", f->name, csv_fault(f->reader)));
		if (!p->now) {
			*ret = NULL;
			return OK;
		}
		if (p->now->blank)
			continue;
		p->row++;
		if (!taken(p))
			continue;
		number = number_of(p, a, &id);
		if (number == PACKAGE_NO_ID)
			return package_stop(p, E_CONFLICT,
			                    _("The files were changed while they were read."));
		make_entry(p, number, id, a);
		*ret = &p->entry;
		return OK;
	}
}

enum status package_read_end(struct package_reader *p)
{
	return package_rejects_end(p);
}

const char *package_fault(const struct package_reader *p)
{
	return p->fault;
}

struct package_organisations package_organisations(const struct package_reader *p)
{
	return p->organisations;
}

const struct package_read_about *package_read_about(const struct package_reader *p)
{
	return &p->about;
}

void package_progress(const struct package_reader *p, uint64_t *done, uint64_t *size)
{
	csv_progress(p->files[p->flat ? TABLE_MORE : TABLE_SERVICE].reader, done, size);
}
