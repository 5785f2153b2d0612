#include "test.h"

#include "carter.h"
#include "fixture.h"

#include "casework/presence.h"
#include "model/presence.h"
#include "store/accounts.h"
#include "store/presence.h"

static struct account_id id_of(struct workplace *w, const char *login)
{
	struct account x;

	assert_int_equal(account_by_login(w->session->store, login, &w->arena, &x), OK);
	return x.id;
}

/* Another session that has the record open, seen so many seconds ago. */
static struct presence put(struct workplace *w, const char *login, struct person_id p,
                           const char *doing, int seconds)
{
	struct presence x = { .account = id_of(w, login),
		              .place = "pts/7",
		              .began_at = w->session->now - 600,
		              .seen_at = w->session->now - seconds,
		              .person = p,
		              .person_at = w->session->now + 120,
		              .doing = doing };

	assert_int_equal(presence_put(w->session->store, &x), OK);
	assert_true(x.id != 0);
	return x;
}

static const char *others(struct workplace *w, struct person_id p)
{
	const char *text = NULL;

	assert_int_equal(casework_others_here(w->session, p, &w->arena, &text), OK);
	return text;
}

static int64_t rows(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void presence__the_second_is_told_who_what_and_since_when(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct presence ben;

	assert_string_equal(others(w, jane), "");
	ben = put(w, "ben", jane, "contact", 5);
	assert_string_equal(others(w, jane),
	                    "Ben Ojo has this open since 09:02, writing a contact.");
	ben.doing = "person";
	assert_int_equal(presence_put(w->session->store, &ben), OK);
	assert_string_equal(others(w, jane), "Ben Ojo has this open since 09:02.");
	put(w, "ann", jane, "plan", 5);
	assert_string_equal(others(w, jane), "Ben Ojo and Ann Reid (at the plan) have this open.");
	assert_int_equal(presence_drop(w->session->store, ben.id), OK);
	assert_string_equal(others(w, jane), "Ann Reid has this open since 09:02, at the plan.");
}

static void presence__who_went_away_without_a_word_is_told_of_no_more(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	put(w, "ben", jane, "contact", PRESENCE_STALE);
	assert_string_not_equal(others(w, jane), "");
	w->session->now++;
	assert_string_equal(others(w, jane), "");
	/* An hour later the row itself goes, with the next one that comes. */
	w->session->now += 3600;
	assert_int_equal(casework_be_here(w->session, jane, "person"), OK);
	assert_int_equal(rows(w, "SELECT count(*) FROM presence"), 1);
}

static void presence__is_written_when_it_changes_or_once_in_half_a_minute(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct session *s = w->session;

	assert_int_equal(casework_be_here(s, (struct person_id){ 0 }, "today"), OK);
	assert_int_equal(rows(w, "SELECT count(*) FROM presence WHERE person IS NULL"), 1);
	s->now += 29;
	assert_int_equal(casework_be_here(s, (struct person_id){ 0 }, "today"), OK);
	assert_int_equal(rows(w, "SELECT seen_at FROM presence"), s->now - 29);
	s->now++;
	assert_int_equal(casework_be_here(s, (struct person_id){ 0 }, "today"), OK);
	assert_int_equal(rows(w, "SELECT seen_at FROM presence"), s->now);
	s->now++;
	assert_int_equal(casework_be_here(s, jane, "contact"), OK);
	assert_int_equal(rows(w, "SELECT person FROM presence"), jane.n);
	s->now += 31;
	assert_int_equal(casework_be_here(s, jane, "plan"), OK);
	assert_int_equal(rows(w, "SELECT person_at FROM presence"), s->now - 31);
	assert_int_equal(casework_go_away(s), OK);
	assert_int_equal(rows(w, "SELECT count(*) FROM presence"), 0);
	assert_int_equal(rows(w, "SELECT count(*) FROM event WHERE what LIKE '%presence%'"), 0);
}

static void presence__a_row_that_was_swept_away_is_made_again(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	assert_int_equal(casework_be_here(w->session, jane, "contact"), OK);
	store_sql(w->session->store, "DELETE FROM presence");
	w->session->now += 31;
	assert_int_equal(casework_be_here(w->session, jane, "contact"), OK);
	assert_int_equal(rows(w, "SELECT count(*) FROM presence"), 1);
	assert_string_equal(others(w, jane), "");
}

static void presence__of_a_worry_about_safety_says_only_that_they_are_there(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	assert_int_equal(casework_be_here(w->session, jane, "safety"), OK);
	assert_string_equal(store_text(w->session->store, "SELECT doing FROM presence", &w->arena),
	                    "");
}

static void presence__the_demonstration_has_nobody_else_and_writes_nothing(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	put(w, "ben", jane, "contact", 5);
	w->session->demo = true;
	assert_int_equal(casework_be_here(w->session, jane, "contact"), OK);
	assert_int_equal(rows(w, "SELECT count(*) FROM presence"), 1);
	assert_string_equal(others(w, jane), "");
}

static void presence__leaves_the_sentence_of_what_was_done_alone(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	session_fail(w->session, E_DENIED, "What was refused.");
	w->session->demand.permit = PERMIT_WITH_REASON;
	assert_int_equal(casework_be_here(w->session, jane, "contact"), OK);
	others(w, jane);
	assert_string_equal(session_fault(w->session), "What was refused.");
	assert_int_equal(w->session->demand.permit, PERMIT_WITH_REASON);
}

#define T(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		T(presence__the_second_is_told_who_what_and_since_when),
		T(presence__who_went_away_without_a_word_is_told_of_no_more),
		T(presence__is_written_when_it_changes_or_once_in_half_a_minute),
		T(presence__a_row_that_was_swept_away_is_made_again),
		T(presence__of_a_worry_about_safety_says_only_that_they_are_there),
		T(presence__the_demonstration_has_nobody_else_and_writes_nothing),
		T(presence__leaves_the_sentence_of_what_was_done_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
