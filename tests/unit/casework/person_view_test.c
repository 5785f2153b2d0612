#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "jane_months.h"

#include "casework/person_view.h"
#include "model/none.h"

#include <string.h>

static struct person_view open(struct workplace *w, struct person_id id)
{
	struct person_view v;

	if (casework_open_person(w->session, id, &w->arena, &v) != OK)
		fail_msg("%s", session_fault(w->session));
	return v;
}

static const struct view_concern *concern(const struct person_view *v, const char *code)
{
	for (size_t i = 0; i < v->concerns.n; i++)
		if (strcmp(v->concerns.at[i].code, code) == 0)
			return &v->concerns.at[i];
	fail_msg("%s is not shown", code);
	return NULL;
}

static void view__concerns_are_worst_first_with_what_they_were(void **state)
{
	struct workplace *w = *state;
	struct person_view v = open(w, jane_after_months(w));

	assert_int_equal(v.concerns.n, 13);
	assert_string_equal(v.concerns.at[0].code, "practical.money");
	assert_string_equal(view_trend(concern(&v, "practical.money"), &w->arena), "=");
	assert_string_equal(view_trend(concern(&v, "practical.care"), &w->arena), "▲3");
	assert_string_equal(view_trend(concern(&v, "practical.travel"), &w->arena), "▼2");
	assert_string_equal(view_trend(concern(&v, "practical.work"), &w->arena), "new");
	assert_string_equal(concern(&v, "practical.money")->doing_end, ", waiting");
	assert_int_equal(concern(&v, "practical.travel")->tone, TONE_GOOD);
	assert_int_equal(concern(&v, "physical.sleep")->tone, TONE_MISSING);
}

static void view__a_trouble_that_has_gone_is_still_shown(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_after_months(w);
	struct person_view v;

	store_sql(w->session->store, "UPDATE concern SET score = 0 WHERE code = 'practical.travel'"
	                             " AND assessment = (SELECT max(id) FROM assessment)");
	store_sql(w->session->store, "UPDATE concern SET score = 0 WHERE code = 'practical.work'");
	v = open(w, id);
	assert_int_equal(concern(&v, "practical.travel")->now, 0);
	assert_string_equal(view_trend(concern(&v, "practical.travel"), &w->arena), "▼7");
	/* Nothing before and nothing now is no concern. */
	assert_int_equal(v.concerns.n, 12);
}

static void view__link_shows_on_one_side_until_both_know(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct store *st = w->session->store;
	struct person_view v;

	store_sql(st, "INSERT INTO person (family_name, given_name, created_on)"
	              " VALUES ('Haddad', 'Samir', 20000)");
	store_sql(st, "INSERT INTO relation (person, other, kind, knows_illness)"
	              " VALUES (1, 2, 'partner', 1)");
	v = open(w, jane);
	assert_int_equal(v.helped_by.n, 2);
	assert_string_equal(v.helped_by.at[0].who, "Samir Haddad, partner");
	v = open(w, (struct person_id){ 2 });
	assert_int_equal(v.helped_by.n + v.looks_after.n, 0);
	store_sql(st, "UPDATE relation SET knows_service = 1 WHERE other = 2");
	v = open(w, (struct person_id){ 2 });
	assert_int_equal(v.helped_by.n, 1);
	assert_string_equal(v.helped_by.at[0].who, "Jane Carter");
	store_sql(st, "UPDATE person SET keep_apart = 1 WHERE id = 1");
	v = open(w, (struct person_id){ 2 });
	assert_int_equal(v.helped_by.n, 0);
	v = open(w, jane);
	for (size_t i = 0; i < v.helped_by.n; i++)
		assert_null(strstr(v.helped_by.at[i].who, "Haddad"));
}

static void view__timeline_is_newest_first_and_tells_nothing_of_safety(void **state)
{
	struct workplace *w = *state;
	struct person_view v = open(w, jane_after_months(w));

	for (size_t i = 0; i < v.timeline.n; i++) {
		const struct view_row *x = &v.timeline.at[i];

		assert_null(strstr(x->whole, "sleeps in the car"));
		assert_string_not_equal(x->whole, "");
		if (i > 0)
			assert_true(v.timeline.at[i - 1].on >= x->on);
	}
	assert_string_equal(v.timeline.at[0].kind, "Contact");
}

static void view__first_contact_is_due_until_somebody_spoke(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct person_view v = open(w, id);

	assert_int_equal(v.due.n, 1);
	assert_string_equal(v.due.at[0].when, "by Mon 30 Nov");
	assert_false(v.due.at[0].late);
	workplace_days_later(w, 9);
	v = open(w, id);
	assert_true(v.due.at[0].late);
	assert_string_equal(v.due.at[0].when, "2 days late");
	store_sql(w->session->store,
	          "INSERT INTO contact (person, on_day, outcome, direction, mode, reached,"
	          " by_account) VALUES (1, 20789, 'no_answer', 'out', 'phone', 'no', 1)");
	assert_int_equal(open(w, id).due.n, 1);
	store_sql(w->session->store, "UPDATE contact SET outcome = 'spoke', reached = 'yes'");
	assert_int_equal(open(w, id).due.n, 0);
}

static void view__who_died_or_said_stop_has_nothing_due(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_after_months(w);

	assert_int_equal(open(w, id).due.n, 1);
	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = 20775");
	assert_int_equal(open(w, id).due.n, 0);
	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = NULL,"
	                             " died_about = 'in October', died_sure = 'reported'");
	assert_int_equal(open(w, id).due.n, 0);
	assert_non_null(strstr(open(w, id).stopped, "not confirmed"));
}

static void view__looks_once_and_only_for_staff(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct person_view v;
	const char *looks = "SELECT count(*) FROM event WHERE kind = 'look'";

	open(w, id);
	assert_int_equal(store_int(w->session->store, looks), 1);
	assert_int_equal(casework_reread_person(w->session, id, &w->arena, &v), OK);
	assert_int_equal(store_int(w->session->store, looks), 1);
	workplace_as(w, "mary");
	assert_int_equal(casework_open_person(w->session, id, &w->arena, &v), E_DENIED);
	assert_int_equal(casework_reread_person(w->session, id, &w->arena, &v), E_DENIED);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

/* The latest at once, newest first and without a gap; all of it when it is asked for. */
static void person_view__of_a_long_record__opens_with_its_latest(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct person_view v;
	size_t n;

	assert_int_equal(casework_open_person(w->session, p, &w->arena, &v), OK);
	assert_false(v.more);
	n = v.timeline.n;
	store_sql(
		w->session->store,
		"WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 2000) "
		"INSERT INTO contact (person, on_day, at_minute, outcome, direction, mode, reached, "
		"note, by_account) SELECT 1, 20500 - i / 4, 600, 'spoke', 'out', 'phone', 'yes', "
		"'note ' || i, 1 FROM k");
	assert_int_equal(casework_open_person(w->session, p, &w->arena, &v), OK);
	assert_true(v.more);
	assert_in_range(v.timeline.n, 90, 120);
	for (size_t i = 1; i < v.timeline.n; i++)
		assert_true(v.timeline.at[i - 1].on >= v.timeline.at[i].on);
	assert_int_equal(casework_whole_person(w->session, p, &w->arena, &v), OK);
	assert_false(v.more);
	assert_int_equal(v.timeline.n, n + 2000);
}

/* When they were last spoken to is true however far back it is. */
static void person_view__last_spoken_to_long_ago__is_still_said(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct person_view v;

	store_sql(
		w->session->store,
		"WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 200) "
		"INSERT INTO contact (person, on_day, at_minute, outcome, direction, mode, reached, "
		"by_account) SELECT 1, 20780, i, 'no_answer', 'out', 'phone', 'no', 1 FROM k");
	assert_int_equal(casework_open_person(w->session, p, &w->arena, &v), OK);
	assert_non_null(strstr(v.spoken, "18 Nov"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(view__concerns_are_worst_first_with_what_they_were),
		WORKPLACE_TEST(view__a_trouble_that_has_gone_is_still_shown),
		WORKPLACE_TEST(view__link_shows_on_one_side_until_both_know),
		WORKPLACE_TEST(view__timeline_is_newest_first_and_tells_nothing_of_safety),
		WORKPLACE_TEST(view__first_contact_is_due_until_somebody_spoke),
		WORKPLACE_TEST(view__who_died_or_said_stop_has_nothing_due),
		WORKPLACE_TEST(view__looks_once_and_only_for_staff),
		cmocka_unit_test_setup_teardown(
			person_view__of_a_long_record__opens_with_its_latest, workplace_setup,
			workplace_teardown),
		cmocka_unit_test_setup_teardown(person_view__last_spoken_to_long_ago__is_still_said,
		                                workplace_setup, workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
