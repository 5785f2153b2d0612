#include "store/service_checks.h"

#include "row.h"

#define ROW struct service_check
// clang-format off
#define CHECK_COLUMNS(X) \
	X(service, AS_ID) X(on_day, AS_DAY) X(at_minute, AS_NUMBER) X(how, AS_WORD(check_ways)) \
	X(result, AS_WORD(check_results)) X(words, AS_TEXT) X(next_on, AS_DAY) X(by_account, AS_ID)
#define NOTE_COLUMNS(X) \
	X(service, AS_ID) X(words, AS_TEXT) X(on_day, AS_DAY) X(by_account, AS_ID)
// clang-format on
static const struct column check_columns[] = { COLUMNS_WITH_ID(CHECK_COLUMNS) };
static const struct kept checks = KEPT("service_check", check_columns, CHECK_COLUMNS);
#undef ROW
#define ROW struct service_note
static const struct column note_columns[] = { COLUMNS_WITH_ID(NOTE_COLUMNS) };
static const struct kept notes = KEPT("service_note", note_columns, NOTE_COLUMNS);
#undef ROW

enum status service_check_add(struct change *c, const struct service_check *x,
                              struct service_check_id *ret)
{
	return row_add(c, &checks, x, &ret->n);
}

enum status service_checks_of(struct store *st, struct service_id service, struct arena *a,
                              struct service_check_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID(
			"service_check",
			CHECK_COLUMNS) "WHERE service = :service ORDER BY on_day DESC, id DESC"),
		":service", service.n
	};

	return rows_of(st, &checks, by, a, ret);
}

/* ---- what is to be checked ---- */

// clang-format off
#define LISTED "status <> 'closed' AND do_not_list = 0"
#define DUE_IDS \
	"SELECT id FROM service WHERE next_check <= :today AND " LISTED \
	" UNION ALL SELECT id FROM service" \
	"  WHERE next_check IS NULL AND last_checked < :since AND " LISTED \
	" UNION ALL SELECT id FROM service" \
	"  WHERE next_check IS NULL AND last_checked IS NULL AND " LISTED
#define WAITING "('given','sent','acknowledged','accepted','waiting','receiving')"
// clang-format on

static void bind_due(sqlite3_stmt *q, const struct checks_due *due)
{
	stmt_bind_day(q, ":today", due->today);
	stmt_bind_day(q, ":since", due->since);
}

static enum status read_ids(struct store *st, sqlite3_stmt *q, struct arena *a,
                            struct service_id_list *ret)
{
	struct service_id_list list = { 0 };
	enum status rc;
	bool row;

	while ((rc = stmt_step(st, q, &row)) == OK && row)
		ARENA_PUSH(a, &list)->n = stmt_int(q, "id");
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status services_to_check(struct store *st, const struct checks_due *due, size_t limit,
                              struct arena *a, struct service_id_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT s.id FROM (" DUE_IDS ") d JOIN service s ON s.id = d.id"
	            " LEFT JOIN service_use u ON u.service = s.id"
	            " ORDER BY s.gone_on IS NULL, coalesce(u.waiting, 0) DESC, coalesce(u.used, 0) DESC,"
	            "  s.last_checked, s.name, s.id LIMIT :limit"));

	if (rc != OK)
		return rc;
	bind_due(q, due);
	stmt_bind_int(q, ":limit", (int64_t)limit);
	return read_ids(st, q, a, ret);
}

enum status services_to_check_of_worker(struct store *st, const struct checks_due *due,
                                        struct account_id worker, struct arena *a,
                                        struct service_id_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT s.id FROM service s WHERE s.id IN"
	            "   (SELECT g.service FROM caseload c JOIN signpost g ON g.person = c.person"
	            "    AND g.status IN " WAITING " WHERE c.worker = :worker AND c.open = 1)"
	            "  AND s.status <> 'closed' AND s.do_not_list = 0"
	            "  AND (s.next_check <= :today OR (s.next_check IS NULL"
	            "   AND (s.last_checked IS NULL OR s.last_checked < :since)))"
	            " ORDER BY s.last_checked, s.name, s.id"));

	if (rc != OK)
		return rc;
	bind_due(q, due);
	stmt_bind_int(q, ":worker", worker.n);
	return read_ids(st, q, a, ret);
}

/* A count or more of them in one row. */
static enum status read_row(struct store *st, sqlite3_stmt *q, const char *const *names, size_t n,
                            size_t *const *to)
{
	bool row = false;
	enum status rc = stmt_step(st, q, &row);

	for (size_t i = 0; rc == OK && row && i < n; i++)
		*to[i] = (size_t)stmt_int(q, names[i]);
	stmt_release(q);
	return rc;
}

enum status services_to_check_count(struct store *st, const struct checks_due *due,
                                    struct checks_count *ret)
{
	static const char *const names[] = { "due", "waited", "begun" };
	struct checks_count n = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT count(*) AS due, coalesce(sum(u.waiting > 0), 0) AS waited,"
	            " coalesce(sum(u.used > 0 OR s.last_checked IS NOT NULL), 0) AS begun"
	            " FROM (" DUE_IDS
	            ") d JOIN service s ON s.id = d.id LEFT JOIN service_use u ON u.service = d.id"));

	if (rc != OK)
		return rc;
	bind_due(q, due);
	rc = read_row(st, q, names, COUNT_OF(names),
	              (size_t *const[]){ &n.due, &n.waited, &n.begun });
	if (rc == OK)
		*ret = n;
	return rc;
}

enum status services_checks_on(struct store *st, day on, size_t *ret)
{
	static const char *const names[] = { "n" };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT count(*) AS n FROM service WHERE next_check = :on AND " LISTED));

	if (rc != OK)
		return rc;
	stmt_bind_day(q, ":on", on);
	return read_row(st, q, names, COUNT_OF(names), &ret);
}

enum status service_checks_since(struct store *st, day from, size_t *ret)
{
	static const char *const names[] = { "n" };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT count(*) AS n FROM service_check"
	                                 " WHERE on_day >= :from AND result <> 'not_reached'"));

	if (rc != OK)
		return rc;
	stmt_bind_day(q, ":from", from);
	return read_row(st, q, names, COUNT_OF(names), &ret);
}

enum status services_health(struct store *st, day since, struct directory_health *ret)
{
	static const char *const names[] = { "listed", "listed_fresh", "used",  "used_fresh",
		                             "waited", "waited_fresh", "never", "tried" };
	struct directory_health h = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT count(*) AS listed,"
	            "  coalesce(sum(s.last_checked >= :since), 0) AS listed_fresh,"
	            "  coalesce(sum(u.used > 0), 0) AS used,"
	            "  coalesce(sum(u.used > 0 AND s.last_checked >= :since), 0) AS used_fresh,"
	            "  coalesce(sum(u.waiting > 0), 0) AS waited,"
	            "  coalesce(sum(u.waiting > 0 AND s.last_checked >= :since), 0) AS waited_fresh,"
	            "  coalesce(sum(s.last_checked IS NULL), 0) AS never,"
	            "  coalesce(sum(s.check_tries > 0), 0) AS tried"
	            " FROM service s LEFT JOIN service_use u ON u.service = s.id"
	            " WHERE s.status <> 'closed' AND s.do_not_list = 0"));

	if (rc != OK)
		return rc;
	stmt_bind_day(q, ":since", since);
	rc = read_row(st, q, names, COUNT_OF(names),
	              (size_t *const[]){ &h.listed, &h.listed_fresh, &h.used, &h.used_fresh,
	                                 &h.waited, &h.waited_fresh, &h.never, &h.tried });
	if (rc == OK)
		*ret = h;
	return rc;
}

enum status service_note_add(struct change *c, const struct service_note *x,
                             struct service_note_id *ret)
{
	return row_add(c, &notes, x, &ret->n);
}

enum status service_note_update(struct change *c, const struct service_note *x)
{
	return row_update(c, &notes, x);
}

enum status service_note_remove(struct change *c, struct service_note_id id)
{
	return row_remove(c, SQL("DELETE FROM service_note WHERE id = :id"), id.n);
}

enum status service_notes_of(struct store *st, struct service_id service, struct arena *a,
                             struct service_note_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID(
			"service_note",
			NOTE_COLUMNS) "WHERE service = :service ORDER BY on_day DESC, id DESC"),
		":service", service.n
	};

	return rows_of(st, &notes, by, a, ret);
}
