#include "store/access.h"

#include "row.h"

#include "base/words.h"

#define ROW struct access
// clang-format off
#define ACCESS_COLUMNS(X) \
	X(person, AS_ID) X(account, AS_ID) X(kind, AS_WORD(access_kinds)) \
	X(reason, AS_WORD(access_reasons)) X(note, AS_TEXT) X(from_at, AS_INSTANT) \
	X(until_at, AS_INSTANT) X(review, AS_WORD(access_reviews)) X(review_note, AS_TEXT) \
	X(reviewed_by, AS_ID) X(reviewed_at, AS_INSTANT)
// clang-format on
#define SELECT_ACCESS SELECT_WITH_ID("access", ACCESS_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(ACCESS_COLUMNS) };
static const struct kept accesses = KEPT("access", columns, ACCESS_COLUMNS);

enum status access_add(struct change *c, const struct access *x, int64_t *ret)
{
	return row_add(c, &accesses, x, ret);
}

enum status access_get(struct store *st, int64_t id, struct arena *a, struct access *ret)
{
	return row_get(st, &accesses, id, a, ret);
}

enum status access_update(struct change *c, const struct access *x)
{
	return row_update(c, &accesses, x);
}

enum status accesses_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct access_list *ret)
{
	struct row_query by = { SQL(SELECT_ACCESS "WHERE person = :person ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &accesses, by, a, ret);
}

enum status accesses_to_review(struct store *st, struct arena *a, struct access_list *ret)
{
	return rows_all(st, &accesses,
	                SQL(SELECT_ACCESS "WHERE kind = 'anyway' AND review IS NULL"
	                                  " ORDER BY from_at"),
	                a, ret);
}

enum status accesses_of_account(struct store *st, struct account_id who, int64_t since,
                                struct arena *a, struct access_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_ACCESS "WHERE account = :account"
	                                               "  AND until_at > :since ORDER BY id DESC"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", who.n);
	stmt_bind_int(q, ":since", since);
	return rows_read(st, q, &accesses, a, ret);
}

static enum status named_write(struct change *c, const char *sql, struct person_id p,
                               struct account_id who)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_int(q, ":account", who.n);
	return stmt_run(c->st, q);
}

enum status named_add(struct change *c, struct person_id p, struct account_id who)
{
	return named_write(c,
	                   SQL("INSERT INTO named_access (person, account)"
	                       " VALUES (:person, :account) ON CONFLICT DO NOTHING"),
	                   p, who);
}

enum status named_remove(struct change *c, struct person_id p, struct account_id who)
{
	return named_write(c,
	                   SQL("DELETE FROM named_access"
	                       " WHERE person = :person AND account = :account"),
	                   p, who);
}

// clang-format off
#define TIES_SQL SQL( \
	"SELECT p.restricted, p.merged_into," \
	" EXISTS (SELECT 1 FROM caseload k WHERE k.person = p.id AND k.worker = :who) AS own," \
	" NOT EXISTS (SELECT 1 FROM caseload k WHERE k.person = p.id" \
	"   AND k.worker IS NOT NULL) AS nobodys," \
	" EXISTS (SELECT 1 FROM caseload k JOIN cover c ON c.away = k.worker" \
	"   LEFT JOIN cover_person s ON s.cover = c.id AND s.person = p.id" \
	"   WHERE k.person = p.id AND c.back_on IS NULL AND c.from_on <= :today" \
	"     AND coalesce(s.by_account, c.by_account) = :who) AS cover," \
	" EXISTS (SELECT 1 FROM caseload k JOIN cover c ON c.away = k.worker" \
	"   LEFT JOIN cover_person s ON s.cover = c.id AND s.person = p.id" \
	"   WHERE k.person = p.id AND c.back_on IS NULL AND c.from_on <= :today" \
	"     AND coalesce(s.by_account, c.by_account) = :who" \
	"     AND c.started_by <> :who) AS cover_given," \
	" EXISTS (SELECT 1 FROM named_access n WHERE n.person = p.id AND n.account = :who) AS named," \
	" EXISTS (SELECT 1 FROM access x WHERE x.person = p.id AND x.account = :who" \
	"   AND x.from_at <= :now AND x.until_at > :now AND x.kind = 'shift'" \
	"   AND NOT p.keep_apart) AS shift," \
	" EXISTS (SELECT 1 FROM access x WHERE x.person = p.id AND x.account = :who" \
	"   AND x.from_at <= :now AND x.until_at > :now AND x.kind = 'intake') AS intake," \
	" EXISTS (SELECT 1 FROM access x WHERE x.person = p.id AND x.account = :who" \
	"   AND x.from_at <= :now AND x.until_at > :now AND x.kind = 'reason') AS reason," \
	" EXISTS (SELECT 1 FROM access x WHERE x.person = p.id AND x.account = :who" \
	"   AND x.from_at <= :now AND x.until_at > :now AND x.kind = 'anyway') AS anyway" \
	" FROM person p WHERE p.id = :person")
// clang-format on

static struct ties ties_read(sqlite3_stmt *q)
{
	return (struct ties){
		.merged_into = { stmt_int(q, "merged_into") },
		.restricted = stmt_int(q, "restricted") != 0,
		.own = stmt_int(q, "own") != 0,
		.nobodys = stmt_int(q, "nobodys") != 0,
		.cover = stmt_int(q, "cover") != 0,
		.cover_given = stmt_int(q, "cover_given") != 0,
		.named = stmt_int(q, "named") != 0,
		.shift = stmt_int(q, "shift") != 0,
		.intake = stmt_int(q, "intake") != 0,
		.reason = stmt_int(q, "reason") != 0,
		.anyway = stmt_int(q, "anyway") != 0,
	};
}

enum status ties_of(struct store *st, struct person_id p, struct account_id who, int64_t now,
                    day today, struct ties *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, TIES_SQL);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":now", now);
	stmt_bind_day(q, ":today", today);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = ties_read(q);
	stmt_release(q);
	return rc == OK && !row ? store_fail(st, E_NOT_FOUND, _("There is no such person.")) : rc;
}
