#include "casework/import_services.h"

#include "import_package.h"
#include "import_run.h"
#include "service_cells.h"

#include "base/text.h"
#include "base/words.h"
#include "store/service_entries.h"
#include "store/service_search.h"
#include "store/services.h"

#include <stdlib.h>
#include <string.h>

#define MOST_COLUMNS 32

/* A row as it was read: what it says, and which of its cells say anything. */
struct service_row {
	struct service_entry in;
	bool given[MOST_COLUMNS];   /* not empty */
	bool cleared[MOST_COLUMNS]; /* "-" */
};

/* Names as they are compared, of everything that was here before the import. */
struct known_service {
	const char *name, *postcode;
	struct service_id id;
};

struct taking {
	struct service_cells cells;
	struct {
		size_t n;
		struct known_service *at; /* sorted */
	} known;
};

static const char *name_of(size_t column)
{
	return columns_of(COLUMNS_SERVICES).at[column].name;
}

static void read_cell(struct import_run *r, struct service_row *row, size_t column)
{
	const char *text = import_cell(r, column);
	struct service_said said;

	if (text_empty(text))
		return;
	row->given[column] = true;
	if (text_equal(text, "-")) {
		row->cleared[column] = true;
		return;
	}
	said = service_cell_read(&((struct taking *)r->about)->cells, column, text, &r->row_arena,
	                         &row->in);
	if (said.refused)
		import_refuse(r, name_of(column), text, said.refused);
	else if (said.note)
		import_note(r, name_of(column), text, said.note);
}

static void read_row(struct import_run *r, struct service_row *row)
{
	*row = (struct service_row){ .in.service = service_blank };
	for (size_t i = 0; i < r->map.n; i++)
		read_cell(r, row, i);
	if (!r->refused && text_empty(row->in.service.name))
		import_refuse(r, "name", "", _("There is no name."));
}

/* ---- which service it is ---- */

static int compare(const void *x, const void *y)
{
	const struct known_service *a = x, *b = y;
	int names = strcmp(a->name, b->name);

	return names != 0 ? names : strcmp(a->postcode, b->postcode);
}

static enum status load_known(struct session *s, struct arena *a, struct taking *t)
{
	struct service_names all;
	enum status rc = session_store(s, service_names_all(s->store, a, &all));

	if (rc != OK)
		return rc;
	t->known.at = ARENA_ARRAY(a, all.n, struct known_service);
	t->known.n = all.n;
	for (size_t i = 0; i < all.n; i++)
		t->known.at[i] = (struct known_service){ text_fold(str_of(all.at[i].name), a),
			                                 all.at[i].postcode, all.at[i].id };
	if (all.n > 1)
		qsort(t->known.at, all.n, sizeof(t->known.at[0]), compare);
	return OK;
}

static const struct known_service *known_as(const struct taking *t, const struct service *x,
                                            struct arena *a)
{
	const struct known_service key = { text_fold(str_of(x->name), a), x->postcode, { 0 } };

	if (t->known.n == 0)
		return NULL;
	return bsearch(&key, t->known.at, t->known.n, sizeof(key), compare);
}

/* The id it came with, else the name and the postcode; one that came in a row above, too. */
static enum status find_same(struct import_run *r, const struct service *x, struct service_id *ret)
{
	struct store *st = r->s->store;
	const struct known_service *known;
	struct service found;
	enum status rc = E_NOT_FOUND;

	*ret = (struct service_id){ 0 };
	if (!text_empty(x->external_id)) {
		rc = service_by_external_id(st, x->external_id, &r->row_arena, &found);
		if (rc == OK)
			*ret = found.id;
	}
	if (rc != E_NOT_FOUND)
		return rc;
	known = known_as(r->about, x, &r->row_arena);
	if (known) {
		*ret = known->id;
		return OK;
	}
	rc = service_by_name(st, x->name, x->postcode, ret);
	return rc == E_NOT_FOUND ? OK : rc;
}

/* ---- writing ---- */

static enum status add(struct import_run *r, struct service_row *row)
{
	struct service *x = &row->in.service;

	x->source =
		arena_printf(&r->row_arena, _("imported %s"), day_iso(r->s->today, &r->row_arena));
	return service_entry_add(&r->c, &row->in, &x->id);
}

/* What was found out here stands: a newer check, and that it is closed, full or taken off. */
static bool ours(const char *column, const struct service *was, const struct service *in)
{
	bool newer = was->last_checked != DAY_NONE &&
	             (in->last_checked == DAY_NONE || in->last_checked <= was->last_checked);

	if (text_equal(column, "last_checked") || text_equal(column, "checked_how"))
		return newer;
	return text_equal(column, "status") && was->status != SERVICE_ACTIVE &&
	       (newer || in->last_checked == DAY_NONE);
}

/* An id is given once: a service that has one keeps it. */
static bool differs(const struct service_row *row, const struct service_entry *was, size_t column)
{
	const char *name = name_of(column);

	if (!row->given[column] || ours(name, &was->service, &row->in.service))
		return false;
	if (text_equal(name, "id") && !text_empty(was->service.external_id))
		return false;
	if (row->cleared[column] && (text_equal(name, "name") || text_equal(name, "id")))
		return false;
	return !service_cell_equal(column, &row->in, was);
}

static enum status take_known(struct import_run *r, struct service_row *row, struct service_id id,
                              enum import_fate *ret)
{
	struct service_entry was = { 0 }, now;
	struct buf names = { 0 };
	enum status rc = service_entry_get(r->s->store, id, &r->row_arena, &was);

	if (rc != OK)
		return rc;
	now = was;
	for (size_t i = 0; i < r->map.n; i++) {
		if (!differs(row, &was, i))
			continue;
		service_cell_copy(i, &now, &row->in);
		buf_printf(&names, "%s%s", names.n > 0 ? ", " : "", name_of(i));
	}
	*ret = IMPORT_SAME;
	if (names.n > 0) {
		*ret = r->options->update ? IMPORT_CHANGED : IMPORT_HELD;
		import_note(r, NULL, "",
		            arena_printf(&r->row_arena,
		                         r->options->update ? _("%s: changed: %s.")
		                                            : _("%s: changed, not applied: %s."),
		                         text_safe(str_of(was.service.name), &r->row_arena),
		                         buf_text(&names)));
	}
	buf_done(&names);
	return *ret == IMPORT_CHANGED ? service_entry_update(&r->c, &now) : OK;
}

static enum status take_row(struct import_run *r, enum import_fate *ret)
{
	struct service_row row;
	struct service_id id;
	enum status rc;

	read_row(r, &row);
	if (r->refused)
		return OK;
	rc = find_same(r, &row.in.service, &id);
	if (rc != OK)
		return rc;
	if (id.n != 0)
		return take_known(r, &row, id, ret);
	*ret = IMPORT_NEW;
	return add(r, &row);
}

/* A list under clew's own headings, or under others that mean the same. */
static enum status import_list(struct session *s, const struct import_options *options,
                               const struct progress *progress, struct arena *a,
                               struct import_report *ret)
{
	struct taking t = { .cells = { .today = s->today, .a = a } };
	struct import_run r = { .s = s,
		                .op = OP_IMPORT_SERVICES,
		                .table = COLUMNS_SERVICES,
		                .options = options,
		                .progress = progress,
		                .a = a,
		                .take = take_row,
		                .about = &t };
	enum status rc;

	if (concern_set_load(CONCERNS_NEWEST, a, &t.cells.concerns) != OK)
		return session_fail(s, E_DAMAGED, _("The list of concerns is missing."));
	rc = load_known(s, a, &t);
	if (rc != OK)
		return rc;
	rc = import_run(&r, ret);
	if (rc == OK || rc == E_PART)
		ret->categories = t.cells.categories;
	return rc;
}

enum status casework_import_services(struct session *s, const struct import_options *options,
                                     const struct progress *progress, struct arena *a,
                                     struct import_report *ret)
{
	enum status rc = casework_may(s, OP_IMPORT_SERVICES);

	if (rc != OK)
		return rc;
	return import_is_package(options) ? import_package(s, options, progress, a, ret)
	                                  : import_list(s, options, progress, a, ret);
}
