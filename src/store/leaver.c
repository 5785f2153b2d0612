#include "store/leaver.h"

#include "stmt.h"

// clang-format off
#define COUNTS SQL( \
	"SELECT" \
	" (SELECT count(*) FROM caseload WHERE worker = :who AND open = 1) AS people," \
	" (SELECT count(*) FROM reminder WHERE worker = :who AND state = 'open') AS reminders," \
	" (SELECT count(*) FROM message WHERE for_account = :who AND done_on IS NULL) AS messages," \
	" (SELECT count(*) FROM draft WHERE account = :who) AS drafts," \
	" (SELECT count(*) FROM cover WHERE away = :who AND back_on IS NULL) AS away," \
	" (SELECT count(*) FROM cover c WHERE c.back_on IS NULL AND (c.by_account = :who" \
	"   OR EXISTS (SELECT 1 FROM cover_person s WHERE s.cover = c.id" \
	"     AND s.by_account = :who))) AS covers," \
	" (SELECT count(*) FROM named_access WHERE account = :who) AS named")
// clang-format on

enum status leaver_count(struct store *st, struct account_id who, struct leaver_counts *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, COUNTS);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		*ret = (struct leaver_counts){
			.people = (size_t)stmt_int(q, "people"),
			.reminders = (size_t)stmt_int(q, "reminders"),
			.messages = (size_t)stmt_int(q, "messages"),
			.drafts = (size_t)stmt_int(q, "drafts"),
			.away = (size_t)stmt_int(q, "away"),
			.covers = (size_t)stmt_int(q, "covers"),
			.named = (size_t)stmt_int(q, "named"),
		};
	}
	stmt_release(q);
	return rc;
}

enum status leaver_sent_since(struct store *st, struct account_id who, int64_t from,
                              struct arena *a, struct leaver_sent_list *ret)
{
	struct leaver_sent_list list = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT at, what FROM event WHERE account = :who"
	                                 "  AND kind IN ('export', 'print') AND at >= :from"
	                                 " ORDER BY id DESC LIMIT 200"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":from", from);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &list) =
			(struct leaver_sent){ stmt_int(q, "at"), stmt_text(q, "what", a) };
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
