#include "casework/merge.h"

#include "dump.h"
#include "fixture.h"
#include "leeds.h"
#include "test.h"

#include "casework/audit.h"
#include "casework/consent.h"
#include "casework/contacts.h"
#include "casework/find.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "casework/undo.h"
#include "store/derive.h"
#include "store/people_merge.h"

#include <string.h>

/* Jane Carter, and a record that somebody at the desk began for her again: 50. */
static const struct person_id again = { 50 };

static struct person_id begin(struct workplace *w)
{
	struct leeds leeds = leeds_fill(w);
	struct store *st = w->session->store;
	struct change c;

	store_sql(
		st,
		"INSERT INTO person (id, family_name, given_name, known_as, born_on, postcode,"
		" gp_practice, lives_alone, created_on)"
		" VALUES (50, 'Carter-Hughes', 'Jane', 'Janie', 4088, 'LS7 1AA', 'Elm Surgery', 1,"
		" 20700);"
		"INSERT INTO safe_contact (person, ring, voicemail, post, danger, set_on, set_by)"
		" VALUES (50, 1, 0, 0, 1, 20700, 1);"
		"INSERT INTO contact_point (person, kind, value, never_use) VALUES"
		" (50, 'phone', '07700900123', 1), (50, 'phone', '01134960999', 0);"
		"INSERT INTO referral (id, person, received_on, source, state, state_on,"
		" first_contact_by, worker) VALUES (500, 50, 20770, 'self', 'accepted', 20770, 20777,"
		" 1);"
		"INSERT INTO contact (person, referral, on_day, outcome, direction, mode, reached,"
		" by_account) VALUES (50, 500, 20771, 'no_answer', 'out', 'phone', 'no', 1);"
		"INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, made_on,"
		" by_account) VALUES (50, 1, 'follow_up', 'See how she is', 20790, 20790, 20780, 1);"
		"INSERT INTO wishes (person, place, spirit) VALUES (50, 'at home', 'Quaker');"
		"INSERT INTO relation (person, name, kind) VALUES (50, 'Rosa Diaz', 'friend')");
	assert_int_equal(change_begin(&c, st, (struct account_id){ 1 }, WORKPLACE_NOW, "derive"),
	                 OK);
	assert_int_equal(change_end(&c, derive_person(&c, again)), OK);
	w->session->proved_at = w->session->now;
	return leeds.jane;
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static struct merge_how as_proposed(struct workplace *w, struct person_id left,
                                    struct person_id right)
{
	static enum merge_side chosen[80];
	struct merge_how how = { .left = left, .right = right, .typed = "", .chosen = chosen };
	struct merge_view view;

	assert_int_equal(casework_merge_view(w->session, left, right, &w->arena, &view), OK);
	how.stays = view.stays;
	how.open = view.stays;
	how.chosen_n = view.choices.n;
	assert_true(view.choices.n < COUNT_OF(chosen));
	for (size_t i = 0; i < view.choices.n; i++)
		chosen[i] = view.choices.at[i].chosen;
	return how;
}

static enum status merge(struct workplace *w, const struct merge_how *how)
{
	const char *said;

	return casework_merge(w->session, how, &w->arena, &said);
}

static void undo(struct workplace *w)
{
	const char *what;

	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	if (casework_undo(w->session) != OK)
		fail_msg("%s", session_fault(w->session));
}

/* Whichever of the two stays: everything of the other is with it, and one undo makes two again. */
static void check_both_ways(struct workplace *w, struct person_id jane, enum merge_side stays)
{
	struct store *st = w->session->store;
	struct merge_how how = as_proposed(w, jane, again);
	struct person_id goes = stays == MERGE_LEFT ? again : jane;
	const char *before = store_dump(st, &w->arena);

	how.stays = how.open = stays;
	if (merge(w, &how) != OK)
		fail_msg("%s", session_fault(w->session));
	for (size_t i = 0; i < people_moves_n; i++) {
		const struct people_move *m = &people_moves[i];

		if (strcmp(m->table, "contact_point") == 0) /* a number that both have stays */
			continue;
		if (count(w, arena_printf(&w->arena, "SELECT count(*) FROM %s WHERE %s = %lld",
		                          m->table, m->column, (long long)goes.n)) != 0)
			fail_msg("rows of %s did not move", m->table);
	}
	assert_int_equal(count(w, arena_printf(&w->arena,
	                                       "SELECT count(*) FROM find_key WHERE person = %lld",
	                                       (long long)goes.n)),
	                 0);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE merged_into IS NOT NULL"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM referral WHERE state IN ('received',"
	                          "'accepted','active','on_hold') AND person IN (1, 50)"),
	                 1);
	undo(w);
	assert_string_equal(store_dump(st, &w->arena), before);
}

static void casework_merge__moves_everything_and_one_undo_makes_two_again(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);

	check_both_ways(w, jane, MERGE_LEFT);
	check_both_ways(w, jane, MERGE_RIGHT);
}

/* Care rule 4: no is never made a yes by putting two records together, and no warning goes. */
static void casework_merge__keeps_the_more_careful_of_what_is_safe(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how;

	store_sql(w->session->store, "UPDATE safe_contact SET voicemail = 1, post = 1, danger = 0,"
	                             " text = 1 WHERE person = 1;"
	                             "DELETE FROM contact_point WHERE person = 1;"
	                             "INSERT INTO contact_point (person, kind, value) VALUES"
	                             " (1, 'phone', '07700900123')");
	how = as_proposed(w, jane, again);
	assert_int_equal(merge(w, &how), OK);
	assert_int_equal(count(w, "SELECT voicemail = 0 AND post = 0 AND danger = 1 AND text = 1"
	                          " FROM safe_contact WHERE person = 1"),
	                 1);
	assert_int_equal(count(w, "SELECT never_use FROM contact_point WHERE person = 1"
	                          " AND value = '07700900123'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact_point WHERE person = 1"), 2);
}

static void casework_merge__takes_each_field_as_chosen_and_fills_what_was_empty(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how = as_proposed(w, jane, again);
	enum merge_side chosen[80];
	struct merge_view view;

	assert_int_equal(casework_merge_view(w->session, jane, again, &w->arena, &view), OK);
	for (size_t i = 0; i < view.choices.n; i++)
		chosen[i] = strcmp(view.choices.at[i].name, "family_name") == 0 ? MERGE_RIGHT
		                                                                : MERGE_LEFT;
	how.chosen = chosen;
	assert_int_equal(merge(w, &how), OK);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT family_name || ', ' || gp_practice FROM person"
	                               " WHERE id = 1",
	                               &w->arena),
	                    "Carter-Hughes, Elm Surgery");
	assert_int_equal(count(w, "SELECT postcode <> 'LS7 1AA' FROM person WHERE id = 1"), 1);
}

static void casework_merge__leads_on_from_the_old_name_and_reference(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how = as_proposed(w, jane, again);
	struct person_view view;
	struct hits hits;
	struct new_contact n = new_contact_blank;
	struct contact_saved saved;

	how.chosen = ARENA_ARRAY(&w->arena, how.chosen_n + 1, enum merge_side); /* hers */
	assert_int_equal(merge(w, &how), OK);
	assert_int_equal(casework_find(w->session, "hughes", 9, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 1);
	assert_int_equal(hits.at[0].person.n, jane.n);
	assert_int_equal(casework_find(w->session, "CL-000050", 9, &w->arena, &hits), OK);
	assert_int_equal(hits.at[0].person.n, jane.n);
	assert_int_equal(casework_open_person(w->session, again, &w->arena, &view), OK);
	assert_int_equal(view.person.id.n, jane.n);
	n.person = again; /* a form that stood open meanwhile */
	n.outcome = CONTACT_NO_ANSWER;
	assert_int_equal(casework_record_contact(w->session, &n, &w->arena, &saved), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "everything is with CL-000001"));
}

static void refuse(struct workplace *w, struct person_id jane, const char *sql, const char *why)
{
	struct merge_how how = { .left = jane, .right = again, .typed = "" };
	struct merge_view view;

	store_sql(w->session->store, sql);
	assert_int_equal(casework_merge_view(w->session, jane, again, &w->arena, &view), OK);
	how.chosen_n = view.choices.n;
	how.chosen = ARENA_ARRAY(&w->arena, view.choices.n + 1, enum merge_side);
	assert_int_not_equal(merge(w, &how), OK);
	if (!strstr(session_fault(w->session), why))
		fail_msg("%s", session_fault(w->session));
}

static bool shows_look_at(struct workplace *w, struct person_id of, struct person_id at)
{
	const struct log_from from = { .limit = 50 };
	struct log_page page;
	bool shown = false;

	assert_int_equal(casework_looks_at(w->session, of, from, &w->arena, &page), OK);
	for (size_t i = 0; i < page.n; i++)
		shown = shown || (page.at[i].kind == EVENT_LOOK && page.at[i].person.n == at.n);
	return shown;
}

static size_t left(struct workplace *w, struct person_id of)
{
	struct sharing_view v;
	size_t n = 0;

	assert_int_equal(casework_sharing(w->session, of, &w->arena, &v), OK);
	for (size_t i = 0; i < v.n; i++)
		n += v.at[i].kind == SHARE_LEFT;
	return n;
}

/* Who looked, and the files they were in, under either reference: both are about the same person. */
static void casework_merge__keeps_who_looked_and_what_left(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how = as_proposed(w, jane, again);
	struct person_view view;

	how.stays = how.open = MERGE_LEFT;
	store_sql(
		w->session->store,
		"INSERT INTO disclosure (id, on_day, kind, to_whom, purpose, basis, fields, people,"
		"  who, file_hash, by_account) VALUES (900, 20780, 'file', 'Leeds', 'keep', 'x',"
		"  'people: ref', 2, '50-51', 'abc', 1);"
		"INSERT INTO disclosure_run VALUES (900, 50, 51)");
	assert_int_equal(casework_open_person(w->session, again, &w->arena, &view), OK);
	assert_false(shows_look_at(w, jane, again));
	assert_int_equal(left(w, jane), 0);
	assert_int_equal(merge(w, &how), OK);
	assert_true(shows_look_at(w, jane, again));
	assert_int_equal(left(w, jane), 1);
	undo(w);
	assert_false(shows_look_at(w, jane, again));
	assert_int_equal(left(w, jane), 0);
}

static void casework_merge__never_makes_one_of_two_people(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how;

	refuse(w, jane, "UPDATE person SET keep_apart = 1 WHERE id = 50", "kept apart");
	refuse(w, jane,
	       "UPDATE person SET keep_apart = 0, died_on = 20770, died_sure = 'sure' WHERE id = 50",
	       "died");
	refuse(w, jane,
	       "UPDATE person SET died_on = NULL, died_sure = NULL WHERE id = 50;"
	       "INSERT INTO relation (id, person, other, kind) VALUES (77, 50, 1, 'partner')",
	       "relative or friend");
	refuse(w, jane,
	       "DELETE FROM relation WHERE id = 77;"
	       "INSERT INTO draft (account, form, about, person, title, body, kept_at)"
	       " VALUES (2, 'assessment', 'CL-000050', 50, 'Assessment begun, 9 raised', '', 1)",
	       "Ben Ojo has something unfinished");
	refuse(w, jane,
	       "DELETE FROM draft; UPDATE person SET care_number = '9434765919',"
	       " care_number_kind = 'nhs' WHERE id = 50;"
	       "UPDATE person SET care_number = '9994004123', care_number_kind = 'nhs' WHERE id = 1",
	       "type CL-000001");
	how = as_proposed(w, jane, again);
	how.typed = "CL-000050";
	assert_int_equal(merge(w, &how), E_INVALID);
	how.typed = " cl 1 ";
	assert_int_equal(merge(w, &how), OK);
}

/* A coordinator with a fresh passphrase; a link worker of their own two alone. */
static void casework_merge__is_for_whom_the_design_says(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how = as_proposed(w, jane, again);

	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE id = 1");
	workplace_as(w, "priya");
	store_sql(w->session->store, "UPDATE referral SET worker = 2 WHERE person = 50;"
	                             "UPDATE caseload SET worker = 2 WHERE person = 50");
	assert_int_equal(merge(w, &how), E_DENIED);
	store_sql(w->session->store, "UPDATE referral SET worker = 1 WHERE person = 50;"
	                             "UPDATE caseload SET worker = 1 WHERE person = 50");
	assert_int_equal(merge(w, &how), OK);
}

static void casework_merge__joins_what_was_said_of_wishes(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct merge_how how;

	store_sql(w->session->store,
	          "INSERT INTO wishes (person, place) VALUES (1, 'the hospice')");
	how = as_proposed(w, jane, again);
	assert_int_equal(merge(w, &how), OK);
	assert_string_equal(
		store_text(w->session->store,
	                   "SELECT place || '; ' || spirit FROM wishes WHERE person = 1",
	                   &w->arena),
		"the hospice · at home; Quaker");
}

static void casework_same_as__names_the_likely_other_record(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = begin(w);
	struct duplicate_list list;

	assert_int_equal(casework_same_as(w->session, jane, &w->arena, &list), OK);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.at[0].id.n, again.n);
}

/* A table with a person in it that nobody thought of here fails. */
static void people_moves__have_every_column_that_holds_a_person(void **state)
{
	struct workplace *w = *state;
	struct str rows = str_of(store_text(
			   w->session->store,
			   "SELECT group_concat(t.name || '.' || f.\"from\") FROM sqlite_schema t"
			   " JOIN pragma_foreign_key_list(t.name) f ON f.\"table\" = 'person'"
			   " WHERE t.type = 'table'",
			   &w->arena)),
		   one;
	size_t n = 0;

	while (str_cut(&rows, ',', &one)) {
		const char *name = arena_str(&w->arena, one);
		bool known = false;

		for (size_t i = 0; i < people_moves_n && !known; i++)
			known = strcmp(name, arena_printf(&w->arena, "%s.%s", people_moves[i].table,
			                                  people_moves[i].column)) == 0;
		for (size_t i = 0; people_stay[i] && !known; i++)
			known = strcmp(name,
			               arena_printf(&w->arena, "%s.person", people_stay[i])) == 0;
		if (!known)
			fail_msg("%s holds a person: src/store/people_merge.c must say whether it "
			         "moves",
			         name);
		n++;
	}
	assert_true(n > 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(casework_merge__moves_everything_and_one_undo_makes_two_again),
		T(casework_merge__keeps_the_more_careful_of_what_is_safe),
		T(casework_merge__takes_each_field_as_chosen_and_fills_what_was_empty),
		T(casework_merge__leads_on_from_the_old_name_and_reference),
		T(casework_merge__keeps_who_looked_and_what_left),
		T(casework_merge__never_makes_one_of_two_people),
		T(casework_merge__is_for_whom_the_design_says),
		T(casework_merge__joins_what_was_said_of_wishes),
		T(casework_same_as__names_the_likely_other_record),
		T(people_moves__have_every_column_that_holds_a_person),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
