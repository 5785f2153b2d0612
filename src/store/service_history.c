#include "store/service_history.h"

#include "image.h"
#include "stmt.h"

#include <string.h>

static const char *value_text(struct str field, struct arena *a)
{
	struct image_value v;

	if (!image_value_read(field, a, &v) || v.kind == IMAGE_NULL)
		return "";
	return v.kind == IMAGE_TEXT ? v.text : arena_printf(a, "%lld", (long long)v.n);
}

/* "phone TAB before TAB after", or of an insert or delete the one value. */
static void read_line(struct str line, const char *kind, struct past_value x, struct arena *a,
                      struct past_entry *e)
{
	struct str name, first, second = { 0 };

	if (!str_cut(&line, '\t', &name) || !str_cut(&line, '\t', &first))
		return;
	x.column = arena_str(a, name);
	x.before = x.after = "";
	if (strcmp(kind, "insert") == 0) {
		x.after = value_text(first, a);
	} else {
		x.before = value_text(first, a);
		if (str_cut(&line, '\t', &second))
			x.after = value_text(second, a);
	}
	if (strcmp(x.before, x.after) == 0 || strcmp(x.column, "ver") == 0)
		return;
	*ARENA_PUSH(a, e) = x;
}

static void read_row(sqlite3_stmt *q, struct arena *a, struct past_entry *e)
{
	struct str body = stmt_str(q, "body"), line;
	const char *kind = stmt_text(q, "kind", a);
	struct past_value x = { stmt_text(q, "tbl", a), stmt_text(q, "pk", a), "", "", "" };

	while (body.n > 0 && str_cut(&body, '\n', &line))
		if (line.n > 0)
			read_line(line, kind, x, a, e);
}

#define ROWS_OF_ONE 100 /* an event that wrote more wrote of many entries */

static enum status read_rows(struct store *st, struct service_id id, struct arena *a,
                             struct past_entry *e)
{
	const char *key = arena_printf(a, "%lld", (long long)id.n);
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT r.tbl, r.pk, r.kind, r.body FROM event_row r JOIN event e ON e.id = r.event"
	            " WHERE r.event = :event AND r.body IS NOT NULL"
	            "   AND ((r.tbl = 'service' AND r.pk = :key)"
	            "     OR (r.tbl IN ('service_concern', 'service_area')"
	            "         AND r.pk >= :key || '/' AND r.pk < :key || '0')"
	            "     OR (e.rows <= :most AND r.tbl IN ('service_place', 'service_time',"
	            "         'service_cost', 'service_phone', 'service_person', 'service_tag')))"
	            " ORDER BY r.seq"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":event", e->event.n);
	stmt_bind_text(q, ":key", key);
	stmt_bind_int(q, ":most", ROWS_OF_ONE);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		read_row(q, a, e);
	stmt_release(q);
	return rc;
}

enum status service_history(struct store *st, struct service_id id, size_t limit, struct arena *a,
                            struct past_entries *ret)
{
	struct past_entries list = { 0 };
	sqlite3_stmt *q;
	bool row = true;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT DISTINCT e.id, e.at, e.what, a.name FROM event_row r"
	                        "  JOIN event e ON e.id = r.event"
	                        "  LEFT JOIN account a ON a.id = e.account"
	                        " WHERE r.tbl = 'service' AND r.pk = :key"
	                        " ORDER BY r.event DESC LIMIT :limit"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":key", arena_printf(a, "%lld", (long long)id.n));
	stmt_bind_int(q, ":limit", (int64_t)limit);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct past_entry *e = ARENA_PUSH(a, &list);

		e->event.n = stmt_int(q, "id");
		e->done_at = stmt_int(q, "at");
		e->what = stmt_text(q, "what", a);
		e->who = stmt_text(q, "name", a);
	}
	stmt_release(q);
	for (size_t i = 0; rc == OK && i < list.n; i++)
		rc = read_rows(st, id, a, &list.at[i]);
	if (rc == OK)
		*ret = list;
	return rc;
}
