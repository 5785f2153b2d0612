/*
 * What takes two where there is one: Ann, with nobody who could be the second, goes on alone after a
 * day, and whoever could have been the second reads it when they come. Priya is a coordinator, Ben a
 * link worker, Mary a volunteer. Margaret Hughes (10) is Ben's, restricted by him.
 */
#include "test.h"

#include "fixture.h"
#include "scene.h"

#include "casework/access.h"
#include "casework/approvals.h"
#include "casework/handover.h"
#include "casework/restricted.h"

static const struct person_id margaret = { 10 }, jane = { 1 };

static int setup(void **state)
{
	struct workplace *w = workplace_open();

	scene_set(w);
	workplace_as(w, "ben");
	assert_int_equal(casework_restrict(w->session, margaret, "as she asked"), OK);
	workplace_as(w, "ann");
	*state = w;
	return 0;
}

static int64_t asked(struct workplace *w)
{
	struct new_approval x = { .op = OP_UNRESTRICT, .person = margaret, .why = "she asked" };
	int64_t id = 0;

	assert_int_equal(casework_ask_approval(w->session, &x, &id), OK);
	return id;
}

static enum status agree(struct workplace *w, const char *login, int64_t id)
{
	const char *said = "";

	workplace_as(w, login);
	return casework_answer_approval(w->session, id, APPROVAL_YES, "", &w->arena, &said);
}

static bool restricted(struct workplace *w)
{
	return store_int(w->session->store, "SELECT restricted FROM person WHERE id = 10") == 1;
}

/* One coordinator, and nobody who could be the second: a day's delay, and then alone. */
static void alone__goes_on_after_a_day(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);

	store_sql(w->session->store, "UPDATE account SET disabled_at = 1 WHERE login <> 'ann'");
	workplace_days_later(w, 1);
	w->session->now -= 1;
	w->session->proved_at = w->session->now;
	assert_int_equal(agree(w, "ann", id), E_DENIED);
	assert_true(restricted(w));
	w->session->now += 1;
	assert_int_equal(agree(w, "ann", id), OK);
	assert_false(restricted(w));
}

/* Ann makes Ben coordinator as well, on Tuesday, while nobody else could have answered. */
static void makes_ben_coordinator_alone(struct workplace *w)
{
	struct new_approval x = { .op = OP_GIVE_ROLE, .why = "Priya goes on leave" };
	int64_t id = 0;

	values_set(&x.body, &w->arena, "login", "ben");
	values_set(&x.body, &w->arena, "roles", "6");
	assert_int_equal(casework_ask_approval(w->session, &x, &id), OK);
	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE login = 'priya'");
	workplace_days_later(w, 1);
	assert_int_equal(agree(w, "ann", id), OK);
	store_sql(w->session->store, "UPDATE account SET roles = 6 WHERE login = 'priya'");
}

/* What somebody reads of it in since they were last here; NULL: nothing. */
static const struct since_row *told(struct workplace *w, const char *login)
{
	struct since v;

	workplace_as(w, login);
	assert_int_equal(casework_since(w->session, &w->arena, &v), OK);
	for (size_t i = 0; i < v.n; i++)
		if (v.at[i].section == SINCE_ALONE)
			return &v.at[i];
	return NULL;
}

static void alone__is_told_to_every_other_coordinator_and_auditor(void **state)
{
	struct workplace *w = *state;
	const struct since_row *x;

	makes_ben_coordinator_alone(w);
	x = told(w, "priya");
	assert_non_null(x);
	assert_string_equal(x->who, "Ann Reid");
	assert_string_equal(x->what, "made Ben Ojo coordinator and link worker alone: nobody "
	                             "answered within a day");
	assert_non_null(told(w, "ben"));
	assert_null(told(w, "ann"));
	assert_null(told(w, "mary"));
	store_sql(w->session->store, "UPDATE account SET roles = 8 WHERE login = 'mary'");
	assert_non_null(told(w, "mary"));
	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE login = 'priya'");
	assert_null(told(w, "priya"));
}

static void alone__is_the_first_screen_of_whoever_was_not_here(void **state)
{
	struct workplace *w = *state;
	bool waits = false;

	makes_ben_coordinator_alone(w);
	store_sql(w->session->store, "UPDATE account SET roles = 8 WHERE login = 'mary'");
	workplace_as(w, "mary");
	assert_int_equal(casework_since_waits(w->session, &waits), OK);
	assert_true(waits);
}

static void alone__stands_until_a_day_on_which_it_was_read(void **state)
{
	struct workplace *w = *state;

	makes_ben_coordinator_alone(w);
	workplace_days_later(w, 40);
	workplace_as(w, "priya"); /* at work, without reading it */
	assert_int_equal(casework_give_reason(w->session, jane, ACCESS_RANG), OK);
	workplace_days_later(w, 1);
	assert_non_null(told(w, "priya"));
	assert_non_null(told(w, "priya")); /* all that day */
	workplace_days_later(w, 1);
	assert_null(told(w, "priya"));
	assert_non_null(told(w, "ben"));
}

/* What was read with other eyes was not read: as a link worker one is not told. */
static void alone__is_told_to_whoever_becomes_coordinator_later(void **state)
{
	struct workplace *w = *state;

	makes_ben_coordinator_alone(w);
	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE login = 'priya'");
	workplace_days_later(w, 1);
	assert_null(told(w, "priya"));
	workplace_days_later(w, 1);
	store_sql(w->session->store, "UPDATE account SET roles = 6 WHERE login = 'priya'");
	assert_non_null(told(w, "priya"));
}

static void alone__names_nobody_but_by_reference(void **state)
{
	struct workplace *w = *state;
	int64_t id = asked(w);
	const struct since_row *x;

	store_sql(w->session->store, "UPDATE account SET disabled_at = 1 WHERE login <> 'ann'");
	workplace_days_later(w, 1);
	assert_int_equal(agree(w, "ann", id), OK);
	store_sql(w->session->store, "UPDATE account SET disabled_at = NULL");
	x = told(w, "priya");
	assert_non_null(x);
	assert_string_equal(x->what, "lifted the restriction of CL-000010 alone: nobody answered "
	                             "within a day");
	assert_int_equal(x->person.n, margaret.n);
}

static void alone__is_neither_what_two_agreed_nor_what_was_taken_back(void **state)
{
	struct workplace *w = *state;
	const char *said = "";
	int64_t id = asked(w);

	assert_int_equal(casework_take_back_asking(w->session, id, &w->arena, &said), OK);
	assert_int_equal(agree(w, "priya", asked(w)), OK);
	assert_null(told(w, "priya"));
	store_sql(w->session->store, "UPDATE account SET roles = 8 WHERE login = 'mary'");
	assert_null(told(w, "mary"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, workplace_teardown)
		T(alone__goes_on_after_a_day),
		T(alone__is_told_to_every_other_coordinator_and_auditor),
		T(alone__is_the_first_screen_of_whoever_was_not_here),
		T(alone__stands_until_a_day_on_which_it_was_read),
		T(alone__is_told_to_whoever_becomes_coordinator_later),
		T(alone__names_nobody_but_by_reference),
		T(alone__is_neither_what_two_agreed_nor_what_was_taken_back),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
