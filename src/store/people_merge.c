#include "store/people_merge.h"

#include "stmt.h"

#include "base/attr.h"
#include "base/words.h"

// clang-format off
#define TO_OTHER(table, column) \
	SQL("UPDATE " table " SET " column " = :to, ver = ver + 1 WHERE " column " = :from")
#define COUNT(table) SQL("SELECT count(*) AS n FROM " table " WHERE person = :person")
#define MOVE(table)         { table, "person", NULL, NULL, { TO_OTHER(table, "person") } }
#define SHOWN(table, label) { table, "person", label, COUNT(table), { TO_OTHER(table, "person") } }

/* A number that both have is kept once, and NEVER USE of either stands. */
const struct people_move people_moves[] = {
	{ "contact_point", "person", _("numbers and addresses"), COUNT("contact_point"), {
		SQL("UPDATE contact_point SET never_use = 1, ver = ver + 1 WHERE person = :to"
		    " AND never_use = 0 AND EXISTS (SELECT 1 FROM contact_point x WHERE x.person = :from"
		    "  AND x.kind = contact_point.kind AND x.value = contact_point.value"
		    "  AND x.struck_on IS NULL AND x.never_use = 1)"),
		SQL("UPDATE contact_point SET person = :to, ver = ver + 1 WHERE person = :from"
		    " AND NOT EXISTS (SELECT 1 FROM contact_point x WHERE x.person = :to"
		    "  AND x.kind = contact_point.kind AND x.value = contact_point.value"
		    "  AND x.struck_on IS NULL)") } },
	SHOWN("referral", _("times with us")),
	SHOWN("contact", _("contacts")),
	{ "contact", "moved_from", NULL, NULL, { TO_OTHER("contact", "moved_from") } },
	{ "moved", "person", NULL, NULL, { TO_OTHER("moved", "person") } },
	{ "moved", "to_person", NULL, NULL, { TO_OTHER("moved", "to_person") } },
	SHOWN("assessment", _("assessments")),
	MOVE("concern"),
	MOVE("domain_nothing"),
	MOVE("red_answer"),
	MOVE("measured"),
	MOVE("measure_answer"),
	MOVE("statutory_screen"),
	MOVE("statutory_answer"),
	SHOWN("plan", _("plans")),
	MOVE("plan_review"),
	MOVE("contingency"),
	MOVE("goal"),
	MOVE("action"),
	MOVE("money"),
	SHOWN("signpost", _("services told or asked")),
	MOVE("signpost_step"),
	MOVE("unmet_need"),
	SHOWN("reminder", _("reminders")),
	SHOWN("message", _("messages")),
	SHOWN("relation", _("people round them")),
	{ "relation", "other", NULL, NULL, { TO_OTHER("relation", "other") } },
	MOVE("happening"),
	MOVE("safety_note"),
	MOVE("consent"),
	MOVE("notice"),
	MOVE("disclosure"),
	MOVE("access"),
	MOVE("handover_note"),
	{ "wishes", "person", NULL, NULL, {
		SQL("INSERT INTO wishes (person, place, place_not, plan_made, plan_where, resuscitation,"
		    "  spirit, other, set_on, set_by)"
		    " SELECT :to, place, place_not, plan_made, plan_where, resuscitation, spirit, other,"
		    "  set_on, set_by FROM wishes f WHERE f.person = :from"
		    "  AND NOT EXISTS (SELECT 1 FROM wishes w WHERE w.person = :to)"),
		/* Where both have said something else, both stand: nobody's words are chosen for them. */
		SQL("UPDATE wishes SET ver = wishes.ver + 1,"
		    " place = iif(wishes.place = f.place, f.place, coalesce(wishes.place || ' · ' || f.place, wishes.place, f.place)),"
		    " place_not = iif(wishes.place_not = f.place_not, f.place_not, coalesce(wishes.place_not || ' · ' || f.place_not, wishes.place_not, f.place_not)),"
		    " plan_made = max(coalesce(wishes.plan_made, f.plan_made), coalesce(f.plan_made, wishes.plan_made)),"
		    " plan_where = iif(wishes.plan_where = f.plan_where, f.plan_where, coalesce(wishes.plan_where || ' · ' || f.plan_where, wishes.plan_where, f.plan_where)),"
		    " resuscitation = iif(wishes.resuscitation = f.resuscitation, f.resuscitation, coalesce(wishes.resuscitation || ' · ' || f.resuscitation, wishes.resuscitation, f.resuscitation)),"
		    " spirit = iif(wishes.spirit = f.spirit, f.spirit, coalesce(wishes.spirit || ' · ' || f.spirit, wishes.spirit, f.spirit)),"
		    " other = iif(wishes.other = f.other, f.other, coalesce(wishes.other || ' · ' || f.other, wishes.other, f.other))"
		    " FROM wishes f WHERE f.person = :from AND wishes.person = :to"),
		SQL("DELETE FROM wishes WHERE person = :from AND :to") } },
	{ "named_access", "person", NULL, NULL, {
		SQL("INSERT INTO named_access (person, account) SELECT :to, account FROM named_access f"
		    " WHERE f.person = :from AND NOT EXISTS (SELECT 1 FROM named_access x"
		    "  WHERE x.person = :to AND x.account = f.account)"),
		SQL("DELETE FROM named_access WHERE person = :from AND :to") } },
	{ "cover_person", "person", NULL, NULL, {
		SQL("INSERT INTO cover_person (cover, person, by_account)"
		    " SELECT cover, :to, by_account FROM cover_person f WHERE f.person = :from"
		    "  AND NOT EXISTS (SELECT 1 FROM cover_person x WHERE x.person = :to AND x.cover = f.cover)"),
		SQL("DELETE FROM cover_person WHERE person = :from AND :to") } },
	{ "person", "merged_into", NULL, NULL, { TO_OTHER("person", "merged_into") } },
};
// clang-format on
const size_t people_moves_n = COUNT_OF(people_moves);

/*
 * What is safe is settled field by field with the record. An approval's digest names whom it was asked
 * for: it can only be answered no any more.
 */
const char *const people_stay[] = { "safe_contact", "approval", NULL };

static enum status run(struct change *c, const char *sql, struct person_id from,
                       struct person_id to)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":from", from.n);
	stmt_bind_int(q, ":to", to.n);
	return stmt_run(c->st, q);
}

enum status people_move_all(struct change *c, struct person_id from, struct person_id to)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < people_moves_n; i++)
		for (size_t k = 0; rc == OK && k < COUNT_OF(people_moves[i].sql); k++)
			if (people_moves[i].sql[k])
				rc = run(c, people_moves[i].sql[k], from, to);
	return rc;
}

static enum status one_number(struct store *st, const char *sql, struct person_id p, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "n");
	stmt_release(q);
	return rc == OK && !row ? E_NOT_FOUND : rc;
}

enum status people_count_all(struct store *st, struct person_id p, struct arena *a,
                             struct people_has *ret)
{
	struct people_has has = { 0 };
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < people_moves_n; i++) {
		int64_t n = 0;

		if (!people_moves[i].label)
			continue;
		rc = one_number(st, people_moves[i].count, p, &n);
		if (rc == OK)
			*ARENA_PUSH(a, &has) =
				(struct people_count){ people_moves[i].label, (size_t)n };
	}
	if (rc == OK)
		*ret = has;
	return rc;
}

enum status person_survivor(struct store *st, struct person_id p, struct person_id *ret)
{
	int64_t n = 0;
	enum status rc = one_number(
		st, SQL("SELECT coalesce(merged_into, id) AS n FROM person WHERE id = :person"), p,
		&n);

	if (rc == OK)
		ret->n = n;
	return rc;
}

enum status people_changed(struct store *st, struct person_id p, struct event_id *ret)
{
	int64_t n = 0;
	enum status rc = one_number(st,
	                            SQL("SELECT coalesce(max(id), 0) AS n FROM event"
	                                " WHERE person = :person AND kind = 'change'"),
	                            p, &n);

	if (rc == OK)
		ret->n = n;
	return rc;
}

enum status people_unfinished(struct store *st, struct person_id p, struct arena *a,
                              const char **title, const char **who)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT d.title, a.name FROM draft d"
	                                 " JOIN account a ON a.id = d.account"
	                                 " WHERE d.person = :person ORDER BY d.id LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		*title = stmt_text(q, "title", a);
		*who = stmt_text(q, "name", a);
	}
	stmt_release(q);
	return rc == OK && !row ? E_NOT_FOUND : rc;
}
