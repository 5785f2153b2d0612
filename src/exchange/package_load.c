#include "package_reading.h"

#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "exchange/csv_guard.h"
#include "model/when.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS_A_TICK  256
#define KIND_SHIFT   29
#define NUMBER_MOST  ((1u << KIND_SHIFT) - 1)
#define BYTES_A_READ 65536

uint32_t package_row_key(enum package_kind kind, uint32_t number)
{
	return (uint32_t)kind << KIND_SHIFT | number;
}
_Static_assert(KIND_ORGANISATION < 8 && KIND_CONTACT < 8, "what owns rows fits in three bits");

struct str package_now(const struct package_file *f, const struct csv_row *row, int column)
{
	int cell = f->map[column];

	if (cell < 0 || (size_t)cell >= row->n)
		return (struct str){ "", 0 };
	return str_trim(csv_unguard(str_trim(row->at[cell])));
}

const char *package_cell(const struct package_file *f, const struct package_row *row, int column)
{
	const char *at = row->cells;

	if ((size_t)column < f->links)
		return column == 0 ? at : "";
	for (size_t i = f->links; i <= (size_t)column; i++)
		at += strlen(at) + 1;
	return at;
}

/* ---- what a row belongs to ---- */

static const char *no_such(enum package_kind kind)
{
	switch (kind) {
	case KIND_SERVICE:
		return _("No service here has that id.");
	case KIND_AT_LOCATION:
		return _("No place of a service here has that id.");
	case KIND_LOCATION:
		return _("No location here has that id.");
	case KIND_CONTACT:
		return _("No contact here has that id.");
	case KIND_ORGANISATION:
		return _("No organisation here has that id.");
	case KIND_TERM:
	case KIND_TAXONOMY:
		return _("No term of a taxonomy here has that id.");
	case KIND_NONE:
	case KIND_COUNT:
		break;
	}
	return _("Nothing here has that id.");
}

struct judged {
	struct package_row row;
	struct package_wrong wrong; /* reason NULL: nothing */
	bool skip;                  /* of no use, and nothing wrong with it */
};

static void wrong(struct judged *j, int column, const char *value, const char *reason)
{
	if (!j->wrong.reason)
		j->wrong = (struct package_wrong){ column, value, reason };
}

/* One link: false when nothing is there. */
static void follow(struct package_reader *p, const struct package_file *f, int column,
                   struct str id, struct judged *j, struct arena *a)
{
	enum package_kind kind = package_spec(f->table)->columns[column].links;
	uint32_t number = package_id_find(&p->ids[kind], id);

	if (number != PACKAGE_NO_ID) {
		if (j->row.owner == 0)
			j->row.owner = package_row_key(kind, number);
		else if (j->row.link == 0)
			j->row.link =
				kind == KIND_TERM ? number + 1 : package_row_key(kind, number);
		return;
	}
	if (kind == KIND_SERVICE && package_id_find(&p->hidden, id) != PACKAGE_NO_ID) {
		j->skip = true;
		return;
	}
	wrong(j, column, arena_str(a, id),
	      kind == KIND_SERVICE && package_id_find(&p->refused, id) != PACKAGE_NO_ID
	              ? _("The service it belongs to was not taken.")
	              : no_such(kind));
}

static bool needs_link(enum package_table t)
{
	return t == TABLE_AT_LOCATION || t == TABLE_ATTRIBUTE || t == TABLE_SERVICE_TERM;
}

/* In HSDS 3 an attribute says by name whose id link_id is; older ones say it in link_type. */
static void follow_attribute(struct package_reader *p, const struct package_file *f,
                             const struct csv_row *row, struct judged *j, struct arena *a)
{
	struct str entity = package_now(f, row, TAG_ENTITY), id = package_now(f, row, TAG_LINK);

	if (entity.n == 0)
		entity = package_now(f, row, TAG_TYPE);
	if (j->row.owner >> KIND_SHIFT == KIND_SERVICE || id.n == 0)
		return;
	if (!package_named("service|services", entity)) {
		j->skip = true;
		return;
	}
	j->row.link = j->row.owner & NUMBER_MOST;
	j->row.link += j->row.owner != 0;
	j->row.owner = 0;
	if (package_id_find(&p->ids[KIND_SERVICE], id) == PACKAGE_NO_ID)
		wrong(j, TAG_LINK, arena_str(a, id), no_such(KIND_SERVICE));
	else
		j->row.owner =
			package_row_key(KIND_SERVICE, package_id_find(&p->ids[KIND_SERVICE], id));
}

static bool stands_alone(enum package_table t)
{
	return t == TABLE_TAXONOMY || t == TABLE_TERM || t == TABLE_ORGANISATION ||
	       t == TABLE_LOCATION;
}

static void judge(struct package_reader *p, const struct package_file *f, const struct csv_row *row,
                  struct judged *j, struct arena *a)
{
	bool attribute = f->table == TABLE_ATTRIBUTE;

	for (size_t i = 1; i < f->links; i++) {
		struct str id = package_now(f, row, (int)i);

		if (id.n > 0)
			follow(p, f, (int)i, id, j, a);
	}
	if (attribute)
		follow_attribute(p, f, row, j, a);
	if (j->skip)
		return;
	if (j->row.owner == 0 && !stands_alone(f->table))
		wrong(j, -1, "", _("It belongs to nothing that is here."));
	if (needs_link(f->table) && j->row.link == 0)
		wrong(j, 2, "", _("What it is of is not said."));
}

/* ---- holding a row ---- */

static const char *hold_cells(struct package_reader *p, const struct package_file *f,
                              const struct csv_row *row)
{
	const struct package_column *c = package_spec(f->table)->columns;
	struct str id = package_now(f, row, 0);
	size_t n = id.n + 1;
	char *all, *at;

	for (size_t i = f->links; c[i].names; i++)
		n += package_now(f, row, (int)i).n + 1;
	all = at = arena_alloc(p->a, n);
	memcpy(at, id.at, id.n);
	at += id.n + 1;
	for (size_t i = f->links; c[i].names; i++) {
		struct str text = package_now(f, row, (int)i);

		memcpy(at, text.at, text.n);
		at += text.n + 1;
	}
	p->held += n;
	return all;
}

static enum status hold(struct package_reader *p, struct package_file *f, const struct csv_row *row,
                        struct package_row *x)
{
	if (f->n >= PACKAGE_ROWS || p->held > PACKAGE_HELD)
		return package_stop(p, E_INVALID,
		                    arena_printf(p->a,
		                                 _("%s is more than a directory can be: over "
		                                   "%zu rows. Split the package by area."),
		                                 f->name, PACKAGE_ROWS));
	x->line = (uint32_t)(row->line < UINT32_MAX ? row->line : UINT32_MAX);
	x->cells = hold_cells(p, f, row);
	buf_add(&f->room, (struct str){ (const char *)x, sizeof(*x) });
	f->at = (struct package_row *)(void *)f->room.at;
	f->n++;
	return OK;
}

/* ---- services: whether they will be taken, the first time they are read ---- */

static bool no(struct str text)
{
	return package_named("false|no|0|n", text);
}

static bool day_of(struct package_reader *p, struct str text, day *ret)
{
	struct str head = text.n > 10 ? (struct str){ text.at, 10 } : text;

	return text.n > 0 && csv_day_parse(head, p->o.today, WHEN_AHEAD, ret);
}

/* What a council does not show to the public is not for us. */
static bool hidden(struct package_reader *p, const struct package_file *f,
                   const struct csv_row *row)
{
	day on;

	return no(package_now(f, row, MORE_VISIBLE)) || no(package_now(f, row, MORE_APPROVED)) ||
	       (day_of(p, package_now(f, row, MORE_VISIBLE_FROM), &on) && on > p->o.today) ||
	       (day_of(p, package_now(f, row, MORE_VISIBLE_TO), &on) && on < p->o.today);
}

/* A row without an id goes by its name and postcode. */
struct str package_service_id(const struct package_reader *p, const struct package_file *f,
                              const struct csv_row *row, struct arena *a)
{
	struct str id = package_now(f, row, 0);

	if (id.n > 0 || !p->flat)
		return id;
	return str_of(arena_printf(a, "%s/%s", text_fold(package_now(f, row, MORE_NAME), a),
	                           arena_str(a, package_now(f, row, MORE_POSTCODE))));
}

static enum status mark_service(struct package_reader *p, bool taken)
{
	size_t row = p->rows++;

	if (row / 8 >= PACKAGE_ROWS * 4)
		return package_stop(p, E_INVALID, _("There are more services than can be."));
	if (row % 32768 == 0) {
		uint8_t *more = arena_alloc(p->a, row / 8 + 4096);

		if (row > 0)
			memcpy(more, p->taken, row / 8);
		p->taken = more;
	}
	if (taken)
		p->taken[row / 8] |= (uint8_t)(1u << row % 8);
	return OK;
}

_Static_assert((int)MORE_NAME == (int)SERVICE_NAME, "a service has its name in one place");

static const char *why_not(const struct package_file *f, const struct csv_row *row, struct str id,
                           int *column)
{
	const int name = SERVICE_NAME;

	*column = -1;
	if (row->refused) {
		for (size_t i = 0; i < PACKAGE_COLUMNS && row->column > 0; i++)
			if (f->map[i] == (int)row->column - 1 &&
			    package_spec(f->table)->columns[i].names) {
				*column = (int)i;
				break;
			}
		return row->refused;
	}
	if (package_now(f, row, name).n == 0) {
		*column = name;
		return _("There is no name.");
	}
	if (package_now(f, row, name).n > 300) {
		*column = name;
		return _("This is too long to be right.");
	}
	*column = 0;
	if (id.n == 0)
		return _("There is no id, so nothing could belong to it.");
	if (id.n > 300)
		return _("This is too long to be right.");
	return NULL;
}

static enum status first_look(struct package_reader *p, struct package_file *f,
                              const struct csv_row *row, struct arena *a)
{
	struct str id = package_service_id(p, f, row, a);
	struct package_wrong w = { .value = "" };
	uint32_t number;

	w.reason = why_not(f, row, id, &w.column);
	if (!w.reason && p->flat && hidden(p, f, row)) {
		package_id_add(&p->hidden, id, &number);
		w = (struct package_wrong){ MORE_VISIBLE, "",
			                    _("The council does not show it: left out.") };
		package_note(p, f, row->line, &w);
		return mark_service(p, false);
	}
	if (!w.reason && !package_id_add(&p->ids[KIND_SERVICE], id, &number)) {
		w = (struct package_wrong){ 0, arena_str(a, id),
			                    _("A row above has this id: that one was taken.") };
	} else if (w.reason && id.n > 0) {
		package_id_add(&p->refused, id, &number);
	}
	if (w.reason)
		package_refuse(p, f, row, &w);
	return mark_service(p, !w.reason);
}

/* A further row of a service that stands above. */
static enum status hold_more(struct package_reader *p, struct package_file *f,
                             const struct csv_row *row, struct arena *a)
{
	struct judged j = { 0 };
	enum status rc;

	judge(p, f, row, &j, a);
	if (j.wrong.reason && !j.skip)
		package_refuse(p, f, row, &j.wrong);
	rc = mark_service(p, false);
	if (rc != OK || j.skip || j.wrong.reason)
		return rc;
	return hold(p, f, row, &j.row);
}

static enum status load_service(struct package_reader *p, struct package_file *f,
                                const struct csv_row *row, struct arena *a)
{
	if (p->flat && !row->refused && package_now(f, row, MORE_SERVICE).n > 0)
		return hold_more(p, f, row, a);
	return first_look(p, f, row, a);
}

/* ---- the other tables ---- */

/* A link that is broken beside one that holds is only left out. */
static bool bearable(const struct package_file *f, const struct csv_row *row,
                     const struct judged *j)
{
	return !row->refused && j->wrong.column > 0 &&
	       (j->row.owner != 0 || stands_alone(f->table)) &&
	       (!needs_link(f->table) || j->row.link != 0);
}

static enum status load_row(struct package_reader *p, struct package_file *f,
                            const struct csv_row *row, struct package_ids *seen, struct arena *a)
{
	const struct package_spec *spec = package_spec(f->table);
	struct package_ids *ids = spec->is != KIND_NONE ? &p->ids[spec->is] : seen;
	struct judged j = { 0 };
	struct str id = package_now(f, row, 0);
	uint32_t number = 0;

	if (row->refused) {
		wrong(&j, -1, "", row->refused);
	} else {
		judge(p, f, row, &j, a);
		if (j.skip)
			return OK;
		if (spec->is != KIND_NONE && id.n == 0)
			wrong(&j, 0, "", _("There is no id, so nothing could belong to it."));
	}
	if (j.wrong.reason && bearable(f, row, &j)) {
		package_note(p, f, row->line, &j.wrong);
		j.wrong.reason = NULL;
	}
	if (!j.wrong.reason && id.n > 0 && !package_id_add(ids, id, &number))
		wrong(&j, 0, arena_str(a, id), _("A row above has this id: that one was taken."));
	if (j.wrong.reason) {
		package_refuse(p, f, row, &j.wrong);
		return OK;
	}
	j.row.self = number;
	return hold(p, f, row, &j.row);
}

static enum status go_on(struct package_reader *p, const struct package_file *f)
{
	uint64_t done, size;

	csv_progress(f->reader, &done, &size);
	if (progress_tick(p->o.progress, p->bytes + (int64_t)done, p->bytes_all))
		return OK;
	return package_stop(p, E_STOPPED, _("Stopped."));
}

static enum status load_rows(struct package_reader *p, struct package_file *f, bool services)
{
	struct package_ids seen = { 0 };
	struct arena a = { 0 };
	const struct csv_row *row;
	enum status rc = OK;

	for (size_t n = 0; rc == OK; n++) {
		rc = csv_next(f->reader, &row);
		if (rc != OK)
			package_stop(p, rc,
			             arena_printf(p->a, "%s: %s", f->name, csv_fault(f->reader)));
		if (rc != OK || !row)
			break;
		if (n % ROWS_A_TICK == 0)
			rc = go_on(p, f);
		arena_reset(&a);
		if (rc != OK || row->blank)
			continue;
		rc = services ? load_service(p, f, row, &a) : load_row(p, f, row, &seen, &a);
		if (rc == OK && !text_empty(p->fault))
			rc = p->stopped; /* refused rows that cannot be kept */
	}
	arena_reset(&a);
	package_ids_done(&seen);
	return rc;
}

static int by_owner(const void *x, const void *y)
{
	const struct package_row *a = x, *b = y;

	if (a->owner != b->owner)
		return a->owner < b->owner ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

static enum status hash_table(struct package_reader *p, const struct package_file *f)
{
	char bytes[BYTES_A_READ];
	off_t at = 0;
	ssize_t n;

	while ((n = pread(f->fd, bytes, sizeof(bytes), at)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return package_stop(p, E_IO, _("The file cannot be read."));
		digest_add(p->digest, bytes, (size_t)n);
		at += n;
	}
	p->bytes += at;
	return OK;
}

static enum status load_table(struct package_reader *p, struct package_file *f, bool services)
{
	enum status rc = package_table_open(p, f);

	if (rc == OK)
		rc = load_rows(p, f, services);
	package_table_close(f);
	if (rc == OK)
		rc = hash_table(p, f);
	if (f->n > 1 && !stands_alone(f->table))
		qsort(f->at, f->n, sizeof(f->at[0]), by_owner);
	return rc;
}

enum status package_load(struct package_reader *p)
{
	enum status rc = OK;

	for (enum package_table t = 0; rc == OK && t < TABLE_COUNT; t++)
		if (p->files[t].name)
			rc = load_table(p, &p->files[t],
			                t == TABLE_SERVICE || (t == TABLE_MORE && p->flat));
	return rc;
}

const struct package_row *package_rows_of(const struct package_file *f, enum package_kind kind,
                                          uint32_t number, size_t *n)
{
	uint32_t key = package_row_key(kind, number);
	size_t low = 0, high = f->n, at;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (f->at[middle].owner < key)
			low = middle + 1;
		else
			high = middle;
	}
	for (at = low; at < f->n && f->at[at].owner == key; at++)
		;
	*n = at - low;
	return f->at + low;
}
