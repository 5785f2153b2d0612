#include "store/reminders.h"

#include "row.h"

#define ROW struct reminder
// clang-format off
#define REMINDER_COLUMNS(X) \
	X(person, AS_ID) X(worker, AS_ID) X(kind, AS_WORD(reminder_kinds)) \
	X(what, AS_TEXT) X(due_on, AS_DAY) X(due_minute, AS_NUMBER) \
	X(first_due_on, AS_DAY) X(moved, AS_NUMBER) X(moved_reason, AS_TEXT) \
	X(promised_by, AS_TEXT) X(promised_phone, AS_TEXT) X(to_person, AS_FLAG) \
	X(referral, AS_ID) X(signpost, AS_ID) X(action, AS_ID) X(service, AS_ID) \
	X(early, AS_NUMBER) X(repeat, AS_TEXT) X(repeat_until, AS_DAY) \
	X(rule, AS_TEXT) X(why, AS_TEXT) X(state, AS_WORD(reminder_states)) \
	X(done_on, AS_DAY) X(outcome, AS_TEXT) X(made_on, AS_DAY) X(by_account, AS_ID)
// clang-format on
#define SELECT_REMINDER SELECT_WITH_ID("reminder", REMINDER_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(REMINDER_COLUMNS) };
static const struct kept reminders = KEPT("reminder", columns, REMINDER_COLUMNS);

enum status reminder_add(struct change *c, const struct reminder *x, struct reminder_id *ret)
{
	return row_add(c, &reminders, x, &ret->n);
}

enum status reminder_get(struct store *st, struct reminder_id id, struct arena *a,
                         struct reminder *ret)
{
	return row_get(st, &reminders, id.n, a, ret);
}

enum status reminder_update(struct change *c, const struct reminder *x)
{
	return row_update(c, &reminders, x);
}

enum status reminders_of_person(struct store *st, struct person_id p, struct arena *a,
                                struct reminder_list *ret)
{
	struct row_query by = { SQL(SELECT_REMINDER
		                    "WHERE person = :person ORDER BY due_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &reminders, by, a, ret);
}

enum status reminders_open_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct reminder_list *ret)
{
	struct row_query by = { SQL(SELECT_REMINDER
		                    "WHERE person = :person AND state = 'open'"
		                    " ORDER BY due_on, due_minute IS NULL, due_minute, id"),
		                ":person", p.n };

	return rows_of(st, &reminders, by, a, ret);
}

enum status reminders_hand_over(struct change *c, struct person_id p, struct account_id from,
                                struct account_id to)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("UPDATE reminder SET ver = ver + 1, worker = :to"
	                                 " WHERE person = :person AND state = 'open'"
	                                 "   AND worker IS :from AND kind <> 'service_check'"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":to", to.n);
	stmt_bind_id(q, ":from", from.n);
	stmt_bind_int(q, ":person", p.n);
	return stmt_run(c->st, q);
}

enum status reminders_of_signpost(struct store *st, struct signpost_id id, struct arena *a,
                                  struct reminder_list *ret)
{
	struct row_query by = {
		SQL(SELECT_REMINDER
		    "WHERE signpost = :signpost"
		    " AND person = (SELECT person FROM signpost WHERE id = :signpost)"
		    " ORDER BY due_on DESC, id DESC"),
		":signpost", id.n
	};

	return rows_of(st, &reminders, by, a, ret);
}

enum status reminders_open_of_service(struct store *st, struct service_id id,
                                      enum reminder_kind kind, const char *rule, struct arena *a,
                                      struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		rule ? stmt_borrow(st, &q,
	                           SQL(SELECT_REMINDER "WHERE service = :service AND state = 'open'"
	                                               " AND rule = :rule ORDER BY id"))
		     : stmt_borrow(st, &q,
	                           SQL(SELECT_REMINDER "WHERE service = :service AND state = 'open'"
	                                               " AND kind = :kind ORDER BY id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", id.n);
	if (rule)
		stmt_bind_text(q, ":rule", rule);
	else
		stmt_bind_word(q, ":kind", &reminder_kinds, (int)kind);
	return rows_read(st, q, &reminders, a, ret);
}

enum status reminders_due(struct store *st, struct account_id worker, day by, struct arena *a,
                          struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL(SELECT_REMINDER
	                     "WHERE worker IS :worker AND state = 'open' AND due_on <= :by"
	                     " ORDER BY due_on, due_minute IS NULL, due_minute, id"));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	stmt_bind_day(q, ":by", by);
	return rows_read(st, q, &reminders, a, ret);
}

enum status reminders_named(struct store *st, struct account_id worker, day today, struct arena *a,
                            struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL(SELECT_REMINDER
	                     "WHERE worker IS :worker AND state = 'open' AND due_on <= :ahead"
	                     "  AND due_on - early <= :today"
	                     " ORDER BY due_on, due_minute IS NULL, due_minute, id"));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	stmt_bind_day(q, ":ahead", today + REMINDER_EARLY_MOST);
	stmt_bind_day(q, ":today", today);
	return rows_read(st, q, &reminders, a, ret);
}

enum status reminders_between(struct store *st, struct account_id worker, day from, day to,
                              struct arena *a, struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL(SELECT_REMINDER
	                     "WHERE worker IS :worker AND state = 'open'"
	                     "  AND due_on BETWEEN :from AND :to"
	                     " ORDER BY due_on, due_minute IS NULL, due_minute, id"));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	stmt_bind_day(q, ":from", from);
	stmt_bind_day(q, ":to", to);
	return rows_read(st, q, &reminders, a, ret);
}

enum status reminders_count(struct store *st, struct account_id worker, day from, size_t days,
                            int *counts)
{
	sqlite3_stmt *q;
	bool row = true;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT due_on, count(*) AS n FROM reminder"
	                     " WHERE worker IS :worker AND state = 'open'"
	                     "   AND due_on BETWEEN :from AND :to GROUP BY due_on"));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	stmt_bind_day(q, ":from", from);
	stmt_bind_day(q, ":to", from + (day)days - 1);
	for (rc = stmt_step(st, q, &row); rc == OK && row; rc = stmt_step(st, q, &row))
		counts[stmt_day(q, "due_on") - from] += (int)stmt_int(q, "n");
	stmt_release(q);
	return rc;
}

enum status reminders_ended(struct store *st, struct account_id worker, day since, struct arena *a,
                            struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL(SELECT_REMINDER "WHERE worker IS :worker AND state <> 'open'"
	                                        "  AND done_on >= :since ORDER BY done_on, id"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	stmt_bind_day(q, ":since", since);
	return rows_read(st, q, &reminders, a, ret);
}

enum status reminders_of_others(struct store *st, struct account_id worker, day from,
                                struct arena *a, struct reminder_list *ret)
{
	sqlite3_stmt *q;
	enum status rc;

	rc = stmt_borrow(st, &q,
	                 SQL(SELECT_REMINDER
	                     "WHERE person IN (SELECT person FROM caseload WHERE worker = :worker)"
	                     "  AND worker <> :worker AND state = 'open' AND made_on >= :from"
	                     " ORDER BY due_on, id"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":worker", worker.n);
	stmt_bind_day(q, ":from", from);
	return rows_read(st, q, &reminders, a, ret);
}
