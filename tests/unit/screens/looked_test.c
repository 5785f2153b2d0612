#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"
#include "watched.h"

#include "screens.h"

#include "model/account.h"

static void looked__at_a_person__looks_as_it_should(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_looked(watched_jane(w));
	struct stage *st = stage_open(w, &v);

	stage_golden(st, "looked-person");
	stage_shows(st, "Ben Ojo");
	stage_shows(st, "opened it 2 times: they rang");
	stage_close(st);
}

static void looked__at_all_of_it__looks_as_it_should(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&log_screen);
	struct stage *st;

	watched_jane(w);
	st = stage_open(w, &v);
	stage_golden(st, "looked-all");
	stage_keys(st, "v 7");
	stage_shows(st, "Mary Bell, volunteer, Carter, Jane 1981: was refused:");
	stage_hides(st, "they rang");
	stage_keys(st, "v 1 /");
	stage_type(st, "ben");
	stage_keys(st, "Enter");
	stage_shows(st, "WHO DID WHAT");
	stage_shows(st, "Ben Ojo");
	stage_hides(st, "Priya Shah   ");
	stage_keys(st, "/");
	stage_type(st, "nobody");
	stage_keys(st, "Enter");
	stage_shows(st, "Nobody here signs in as nobody.");
	stage_close(st);
}

static void looked__own__shows_nothing_of_others(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_own_log();
	struct stage *st;

	watched_jane(w);
	workplace_as(w, "ben");
	st = stage_open(w, &v);
	stage_golden(st, "looked-own");
	stage_hides(st, "Priya");
	stage_hides(st, "check all");
	stage_close(st);
}

static void looked__by_an_auditor__names_nobody_who_is_helped(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&log_screen);
	struct person_id jane = watched_jane(w);
	struct stage *st;

	watched_find(w, "carter");
	w->session->account.roles = ROLE_AUDITOR;
	st = stage_open(w, &v);
	stage_golden(st, "looked-auditor");
	stage_hides(st, "Carter");
	stage_hides(st, "carter");
	stage_shows(st, "CL-000001");
	stage_shows(st, "changed the contact");
	stage_close(st);
	v = visit_looked(jane);
	st = stage_open(w, &v);
	stage_hides(st, "Carter");
	stage_shows(st, "they rang");
	stage_close(st);
}

static void looked__by_a_volunteer__is_refused(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_looked(watched_jane(w));
	struct stage *st;
	struct visit today = visit_to(&today_screen);

	workplace_as(w, "mary");
	st = stage_open(w, &today);
	stage_shows(st, "Mary Bell");
	stage_close(st);
	assert_int_equal(
		casework_may_about(w->session, OP_SEE_LOOKS, (struct person_id){ v.id[0] }),
		E_DENIED);
}

static void looked__checks_the_chain_and_notes_its_end(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&log_screen);
	struct stage *st;

	watched_jane(w);
	st = stage_open(w, &v);
	stage_keys(st, "=");
	stage_shows(st, "Whole, ");
	stage_keys(st, "d y");
	stage_shows(st, "Noted. Write it down elsewhere too: ");
	stage_shows(st, "noted the end of the record");
	store_sql(w->session->store, "UPDATE event SET at = at - 1 WHERE id = 3");
	stage_keys(st, "=");
	stage_shows(st, "at event 3");
	stage_close(st);
}

static void looked__more_than_a_page__comes_as_one_goes_down(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct visit v = visit_own_log();
	struct stage *st;

	for (int i = 0; i < 230; i++) {
		w->session->now += 86400;
		watched_open(w, "priya", jane);
	}
	st = stage_open(w, &v);
	stage_shows(st, "100+");
	stage_keys(st, "End Down");
	stage_shows(st, "200+");
	stage_keys(st, "End Down End Down End");
	stage_hides(st, "+");
	stage_close(st);
}

static void looked__too_many_opened__is_shown_to_coordinators(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_to(&log_screen);
	struct stage *st;

	carter_add(w);
	store_sql(w->session->store,
	          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 41)"
	          " INSERT INTO event (at, account, kind, what, person, rows, link)"
	          " SELECT 1795424400, 2, 'look', 'opened', i, 0, zeroblob(32) FROM n");
	st = stage_open(w, &v);
	stage_shows(st, "Ben Ojo opened 41 people in the last day.");
	stage_close(st);
	store_sql(w->session->store,
	          "INSERT INTO setting (name, value) VALUES ('looks_a_day', '41')");
	st = stage_open(w, &v);
	stage_hides(st, "in the last day");
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(looked__at_a_person__looks_as_it_should),
		AT_WORK(looked__at_all_of_it__looks_as_it_should),
		AT_WORK(looked__own__shows_nothing_of_others),
		AT_WORK(looked__by_an_auditor__names_nobody_who_is_helped),
		AT_WORK(looked__by_a_volunteer__is_refused),
		AT_WORK(looked__checks_the_chain_and_notes_its_end),
		AT_WORK(looked__more_than_a_page__comes_as_one_goes_down),
		AT_WORK(looked__too_many_opened__is_shown_to_coordinators),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
