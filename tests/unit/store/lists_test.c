#include "fixture.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/goals.h"
#include "store/happenings.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/reminders.h"
#include "store/safety_notes.h"
#include "store/signposts.h"
#include "store/unmet_needs.h"
#include "test.h"

/* In what order, and of whom, the lists of the kept nouns come. */

static const struct person_id jane = { 1 }, dylan = { 2 }, nobody_yet = { 3 };

static int setup(void **state)
{
	fixture_setup(state);
	fixture_sql(*state,
	            "INSERT INTO account (id, login, name, roles) VALUES (2, 'ben', 'Ben Ojo', 1);"
	            "INSERT INTO person (id, family_name, created_on)"
	            " VALUES (1, 'Carter', 1), (2, 'Pritchard', 1), (3, 'Doe', 1);"
	            "INSERT INTO service (id, name) VALUES (1, 'Shelter'), (2, 'Turn2us')");
	return 0;
}

/* The ids of a list, "3 1 2". */
#define IDS(f, list) \
	ids_text((f), (list).n, (list).n ? &(list).at[0].id.n : NULL, sizeof((list).at[0]))

static const char *ids_text(struct fixture *f, size_t n, const int64_t *first, size_t size)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(
			&f->arena, "%s%s%lld", text, i ? " " : "",
			(long long)*(const int64_t *)(const void *)((const char *)first +
		                                                    i * size));
	return text;
}

/* Read a list by a key, and compare the ids in it. */
#define ASSERT_LIST(f, noun, call, key, ids)                                        \
	do {                                                                        \
		struct noun##_list list_ = { 0 };                                   \
		assert_int_equal(call((f)->store, (key), &(f)->arena, &list_), OK); \
		assert_string_equal(IDS((f), list_), (ids));                        \
	} while (0)

static void of_person__is_the_newest_first__and_of_nobody_else(void **state)
{
	struct fixture *f = *state;

	fixture_sql(
		f,
		"INSERT INTO referral (id, person, received_on, source, state, state_on,"
		" first_contact_by) VALUES (1, 1, 10, 'GP', 'closed', 10, 20),"
		" (2, 2, 40, 'GP', 'active', 10, 20), (3, 1, 30, 'GP', 'active', 30, 40),"
		" (4, 1, 30, 'GP', 'active', 30, 40);"
		"INSERT INTO contact (id, person, on_day, at_minute, outcome, direction, mode,"
		" reached, by_account) VALUES (1, 1, 10, 600, 'spoke', 'out', 'phone', 'yes', 1),"
		" (2, 1, 10, NULL, 'spoke', 'out', 'phone', 'yes', 1),"
		" (3, 1, 10, 700, 'spoke', 'out', 'phone', 'yes', 1),"
		" (4, 2, 10, 700, 'spoke', 'out', 'phone', 'yes', 1),"
		" (5, 1, 11, NULL, 'spoke', 'out', 'phone', 'yes', 1);"
		"INSERT INTO happening (id, person, kind, recorded_on, by_account)"
		" VALUES (1, 1, 'moved', 9, 1), (2, 1, 'home', 10, 1), (3, 2, 'home', 10, 1);"
		"INSERT INTO unmet_need (id, person, concern, reason, noted_on, by_account)"
		" VALUES (1, 1, 'x', 'cost', 9, 1), (2, 1, 'x', 'cost', 10, 1),"
		" (3, 2, 'x', 'cost', 10, 1);"
		"INSERT INTO contact_point (id, person, kind, value) VALUES (1, 1, 'phone', '1'),"
		" (2, 2, 'phone', '2'), (3, 1, 'email', '3')");
	ASSERT_LIST(f, referral, referrals_of_person, jane, "4 3 1");
	ASSERT_LIST(f, contact, contacts_of_person, jane, "5 3 1 2");
	ASSERT_LIST(f, happening, happenings_of_person, jane, "2 1");
	ASSERT_LIST(f, unmet_need, unmet_needs_of_person, jane, "2 1");
	ASSERT_LIST(f, contact_point, contact_points_of_person, jane, "1 3");
	ASSERT_LIST(f, contact, contacts_of_person, nobody_yet, "");
}

static void relations__are_found_from_both_sides(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO relation (id, person, other, kind) VALUES"
	               " (1, 1, 2, 'partner'), (2, 1, NULL, 'friend'), (3, 2, 1, 'partner')");
	ASSERT_LIST(f, relation, relations_of_person, jane, "2 1");
	ASSERT_LIST(f, relation, relations_to_person, jane, "3");
}

static int64_t current(struct fixture *f, struct person_id p)
{
	struct referral r = { 0 };
	enum status rc = referral_current(f->store, p, &f->arena, &r);

	return rc == OK ? r.id.n : (int64_t)rc;
}

static void referral_current__is_the_newest_open_one__else_the_newest(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO referral (id, person, received_on, source, state, state_on,"
	               " first_contact_by) VALUES (1, 1, 10, 'GP', 'on_hold', 10, 20),"
	               " (2, 1, 20, 'GP', 'accepted', 20, 30), (3, 1, 30, 'GP', 'closed', 30, 40),"
	               " (4, 2, 10, 'GP', 'closed', 10, 20), (5, 2, 20, 'GP', 'declined', 20, 30)");
	assert_int_equal(current(f, jane), 2);
	assert_int_equal(current(f, dylan), 5);
	assert_int_equal(current(f, nobody_yet), E_NOT_FOUND);
}

static void safety_notes_open__is_the_longest_waiting_first(void **state)
{
	struct fixture *f = *state;
	struct safety_note_list open = { 0 };

	fixture_sql(f, "INSERT INTO safety_note (id, person, about, raised_by, raised_on,"
	               " raised_minute, done_on) VALUES (1, 1, 'child', 1, 10, 600, 11),"
	               " (2, NULL, 'child', 1, 10, 700, NULL), (3, 1, 'child', 1, 10, 600, NULL),"
	               " (4, 1, 'child', 1, 9, NULL, NULL)");
	assert_int_equal(safety_notes_open(f->store, &f->arena, &open), OK);
	assert_string_equal(IDS(f, open), "4 3 2");
	ASSERT_LIST(f, safety_note, safety_notes_of_person, jane, "3 1 4");
}

static void messages_open__are_those_for_that_account(void **state)
{
	struct fixture *f = *state;

	fixture_sql(
		f,
		"INSERT INTO message (id, person, for_account, kind, words, taken_by,"
		" taken_on, done_on) VALUES (1, 1, 1, 'message', 'w', 2, 11, NULL),"
		" (2, 1, 1, 'message', 'w', 2, 10, NULL), (3, 1, 2, 'message', 'w', 2, 9, NULL),"
		" (4, 1, 1, 'message', 'w', 2, 8, 9), (5, NULL, NULL, 'call_note', 'w', 2, 8, NULL)");
	ASSERT_LIST(f, message, messages_open, ((struct account_id){ 1 }), "2 1");
	ASSERT_LIST(f, message, messages_open, ((struct account_id){ 0 }), "5");
	ASSERT_LIST(f, message, messages_of_person, jane, "1 2 3 4");
}

static int64_t latest(struct fixture *f, enum assessment_status status, int64_t before)
{
	struct assessment x = { 0 };
	enum status rc = assessment_latest(f->store, jane, status, (struct assessment_id){ before },
	                                   &f->arena, &x);

	return rc == OK ? x.id.n : (int64_t)rc;
}

static void assessment_latest__is_as_far_on_and_older(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)"
	               " VALUES (1, 1, 'clew-1', 'done', 10, 'phone', 1),"
	               " (2, 1, 'clew-1', 'locked', 30, 'phone', 1),"
	               " (3, 1, 'clew-1', 'plan_agreed', 20, 'paper', 1),"
	               " (4, 1, 'clew-1', 'begun', 40, 'phone', 1),"
	               " (5, 2, 'clew-1', 'done', 50, 'phone', 1)");
	assert_int_equal(latest(f, ASSESSMENT_BEGUN, 0), 4);
	assert_int_equal(latest(f, ASSESSMENT_DONE, 0), 2);
	assert_int_equal(latest(f, ASSESSMENT_DONE, 2), 3);
	assert_int_equal(latest(f, ASSESSMENT_DONE, 3), 1);
	assert_int_equal(latest(f, ASSESSMENT_PLAN_AGREED, 3), E_NOT_FOUND);
	assert_int_equal(latest(f, ASSESSMENT_LOCKED, 4), 2);
	ASSERT_LIST(f, assessment, assessments_of_person, jane, "4 2 3 1");
}

static void plans__have_goals_and_actions_in_order(void **state)
{
	struct fixture *f = *state;
	struct plan x;

	fixture_sql(f,
	            "INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)"
	            " VALUES (1, 1, 'clew-1', 'done', 10, 'phone', 1);"
	            "INSERT INTO plan (id, person, assessment, status, made_on, by_account) VALUES"
	            " (1, 1, 1, 'superseded', 20, 1), (2, 1, 1, 'draft', 20, 1);"
	            "INSERT INTO goal (id, person, plan, words)"
	            " VALUES (1, 1, 1, 'a'), (2, 1, 2, 'b'), (3, 1, 1, 'c');"
	            "INSERT INTO action (id, person, plan, kind, what, owner, made_on) VALUES"
	            " (1, 1, 1, 'later', 'a', 'nobody', 30), (2, 1, 2, 'later', 'b', 'nobody', 20),"
	            " (3, 1, 1, 'later', 'c', 'nobody', 10)");
	assert_int_equal(plan_latest(f->store, jane, &f->arena, &x), OK);
	assert_int_equal(x.id.n, 2);
	assert_int_equal(plan_latest(f->store, dylan, &f->arena, &x), E_NOT_FOUND);
	ASSERT_LIST(f, plan, plans_of_person, jane, "2 1");
	ASSERT_LIST(f, goal, goals_of_plan, ((struct plan_id){ 1 }), "1 3");
	ASSERT_LIST(f, goal, goals_of_person, jane, "3 2 1");
	ASSERT_LIST(f, action, actions_of_plan, ((struct plan_id){ 1 }), "1 3");
	ASSERT_LIST(f, action, actions_of_person, jane, "1 2 3");
}

static void signposts_open_of_service__are_all_who_wait_on_it(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f,
	            "INSERT INTO signpost (id, person, service, kind, given_on, status, status_on,"
	            " by_account) VALUES (1, 1, 1, 'told', 20, 'given', 20, 1),"
	            " (2, 2, 1, 'warm_handover', 10, 'waiting', 20, 1),"
	            " (3, 1, 1, 'told', 10, 'completed', 20, 1),"
	            " (4, 1, 2, 'told', 10, 'given', 20, 1)");
	ASSERT_LIST(f, signpost, signposts_open_of_service, ((struct service_id){ 1 }), "2 1");
	ASSERT_LIST(f, signpost, signposts_of_person, jane, "1 4 3");
}

/* The words of the open states stand in the SQL: every one of them must agree with the rule. */
static void open_states__are_those_of_the_rules(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f,
	            "INSERT INTO signpost (id, person, service, kind, given_on, status, status_on,"
	            " by_account) VALUES (1, 1, 1, 'told', 20, 'given', 20, 1);"
	            "INSERT INTO referral (id, person, received_on, source, state, state_on,"
	            " first_contact_by) VALUES (1, 1, 10, 'GP', 'active', 10, 20),"
	            " (2, 1, 20, 'GP', 'closed', 20, 30)");
	for (size_t i = 0; i < signpost_statuses.n; i++) {
		const struct word *w = &signpost_statuses.at[i];

		fixture_sql(f,
		            arena_printf(&f->arena, "UPDATE signpost SET status = '%s'", w->word));
		ASSERT_LIST(f, signpost, signposts_open_of_service, ((struct service_id){ 1 }),
		            signpost_open((enum signpost_status)w->value) ? "1" : "");
	}
	for (size_t i = 0; i < referral_states.n; i++) {
		const struct word *w = &referral_states.at[i];

		fixture_sql(f,
		            arena_printf(&f->arena, "UPDATE referral SET state = '%s' WHERE id = 1",
		                         w->word));
		assert_int_equal(current(f, jane),
		                 referral_open((enum referral_state)w->value) ? 1 : 2);
	}
}

static void reminders__come_in_the_order_in_which_they_are_due(void **state)
{
	struct fixture *f = *state;

	fixture_sql(
		f, "INSERT INTO signpost (id, person, service, kind, given_on, status, status_on,"
		   " by_account) VALUES (1, 1, 1, 'told', 20, 'given', 20, 1);"
		   "INSERT INTO reminder (id, person, kind, what, due_on, due_minute, first_due_on,"
		   " signpost, state, made_on, by_account) VALUES"
		   " (1, 1, 'chase', 'w', 30, NULL, 30, 1, 'open', 1, 1),"
		   " (2, 1, 'chase', 'w', 30, 600, 30, NULL, 'open', 1, 1),"
		   " (3, 1, 'chase', 'w', 20, NULL, 20, 1, 'done', 1, 1),"
		   " (4, 2, 'chase', 'w', 10, NULL, 10, NULL, 'open', 1, 1),"
		   " (5, 1, 'chase', 'w', 29, NULL, 10, NULL, 'open', 1, 1)");
	ASSERT_LIST(f, reminder, reminders_open_of_person, jane, "5 2 1");
	ASSERT_LIST(f, reminder, reminders_of_person, jane, "2 1 5 3");
	ASSERT_LIST(f, reminder, reminders_of_signpost, ((struct signpost_id){ 1 }), "1 3");
}

static void accounts__are_found_by_login_and_listed_by_name(void **state)
{
	struct fixture *f = *state;
	struct account_list list = { 0 };
	struct account x;

	assert_int_equal(account_by_login(f->store, "ruth", &f->arena, &x), OK);
	assert_string_equal(x.name, "Ruth Ansah");
	assert_int_equal(x.roles, ROLE_LINK_WORKER | ROLE_COORDINATOR);
	assert_int_equal(account_by_login(f->store, "Ruth", &f->arena, &x), E_NOT_FOUND);
	assert_int_equal(accounts_all(f->store, &f->arena, &list), OK);
	assert_string_equal(IDS(f, list), "2 1");
}

static void people_after__pages_through_everybody(void **state)
{
	struct fixture *f = *state;
	struct person_list page = { 0 };

	assert_int_equal(people_after(f->store, (struct person_id){ 0 }, 2, &f->arena, &page), OK);
	assert_string_equal(IDS(f, page), "1 2");
	assert_int_equal(people_after(f->store, page.at[1].id, 2, &f->arena, &page), OK);
	assert_string_equal(IDS(f, page), "3");
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(of_person__is_the_newest_first__and_of_nobody_else),
		WITH_ROWS(relations__are_found_from_both_sides),
		WITH_ROWS(referral_current__is_the_newest_open_one__else_the_newest),
		WITH_ROWS(safety_notes_open__is_the_longest_waiting_first),
		WITH_ROWS(messages_open__are_those_for_that_account),
		WITH_ROWS(assessment_latest__is_as_far_on_and_older),
		WITH_ROWS(plans__have_goals_and_actions_in_order),
		WITH_ROWS(signposts_open_of_service__are_all_who_wait_on_it),
		WITH_ROWS(open_states__are_those_of_the_rules),
		WITH_ROWS(reminders__come_in_the_order_in_which_they_are_due),
		WITH_ROWS(accounts__are_found_by_login_and_listed_by_name),
		WITH_ROWS(people_after__pages_through_everybody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
