#include "store/cover.h"

#include "row.h"

#define ROW struct cover
// clang-format off
#define COVER_COLUMNS(X) \
	X(away, AS_ID) X(by_account, AS_ID) X(from_on, AS_DAY) X(back_on, AS_DAY) \
	X(reason, AS_TEXT) X(started_by, AS_ID)
// clang-format on
#define SELECT_COVER SELECT_WITH_ID("cover", COVER_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(COVER_COLUMNS) };
static const struct kept covers = KEPT("cover", columns, COVER_COLUMNS);

enum status cover_add(struct change *c, const struct cover *x, int64_t *ret)
{
	return row_add(c, &covers, x, ret);
}

enum status cover_get(struct store *st, int64_t id, struct arena *a, struct cover *ret)
{
	return row_get(st, &covers, id, a, ret);
}

enum status cover_update(struct change *c, const struct cover *x)
{
	return row_update(c, &covers, x);
}

enum status covers_open(struct store *st, struct arena *a, struct cover_list *ret)
{
	return rows_all(st, &covers, SQL(SELECT_COVER "WHERE back_on IS NULL ORDER BY from_on, id"),
	                a, ret);
}

enum status covers_of(struct store *st, struct account_id away, struct arena *a,
                      struct cover_list *ret)
{
	struct row_query by = { SQL(SELECT_COVER "WHERE away = :away ORDER BY id DESC"), ":away",
		                away.n };

	return rows_of(st, &covers, by, a, ret);
}

enum status covers_by(struct store *st, struct account_id who, day today, struct arena *a,
                      struct cover_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_COVER
	                                 "WHERE back_on IS NULL AND from_on <= :today"
	                                 "  AND (by_account = :who OR id IN (SELECT s.cover FROM"
	                                 "   cover_person s WHERE s.by_account = :who))"
	                                 " ORDER BY from_on, id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_day(q, ":today", today);
	return rows_read(st, q, &covers, a, ret);
}

/* ---- who sees to whom ---- */

enum status cover_person_put(struct change *c, int64_t cover, struct cover_person x)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(c->st, &q,
	                    SQL("INSERT INTO cover_person (cover, person, by_account)"
	                        " VALUES (:cover, :person, :by) ON CONFLICT (cover, person)"
	                        " DO UPDATE SET by_account = excluded.by_account, ver = ver + 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":cover", cover);
	stmt_bind_int(q, ":person", x.person.n);
	stmt_bind_int(q, ":by", x.by_account.n);
	return stmt_run(c->st, q);
}

enum status cover_people(struct store *st, int64_t cover, struct arena *a, struct cover_people *ret)
{
	struct cover_people people = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT person, by_account FROM cover_person"
	                                 " WHERE cover = :cover ORDER BY person"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":cover", cover);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &people) = (struct cover_person){ { stmt_int(q, "person") },
			                                         { stmt_int(q, "by_account") } };
	stmt_release(q);
	if (rc == OK)
		*ret = people;
	return rc;
}

enum status cover_count(struct store *st, struct account_id who, day today, size_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT count(*) AS n FROM cover c"
	                                 "  JOIN caseload k ON k.worker = c.away AND k.open = 1"
	                                 "  LEFT JOIN cover_person s ON s.cover = c.id"
	                                 "   AND s.person = k.person"
	                                 " WHERE c.back_on IS NULL AND c.from_on <= :today"
	                                 "   AND coalesce(s.by_account, c.by_account) = :who"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_day(q, ":today", today);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = (size_t)stmt_int(q, "n");
	stmt_release(q);
	return rc;
}
