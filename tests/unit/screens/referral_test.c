#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "scene.h"
#include "stage.h"

#include "screens.h"

static struct stage *new_referral(struct workplace *w)
{
	return stage_open(w, &(struct visit){ .where = &referral_screen });
}

/* As the breast nurse says it: who she is, the name, born, number, phone, what is safe. */
static void type_jane(struct stage *st)
{
	stage_keys(st, "1 Enter");
	stage_type(st, "Amy Cole, St James's");
	stage_keys(st, "Enter");
	stage_type(st, "0113 496 0155");
	stage_keys(st, "Enter");
	stage_type(st, "Jane");
	stage_keys(st, "Enter");
	stage_type(st, "Carter");
	stage_keys(st, "Enter");
	stage_type(st, "12/3/81");
	stage_keys(st, "Enter");
	stage_type(st, "999 000 0018");
	stage_keys(st, "Enter");
	stage_type(st, "07700 900123");
	stage_keys(st, "Enter");
	stage_type(st, "hers");
	stage_keys(st, "Enter");
	stage_keys(st, "y Enter n Enter y Enter y Enter n Enter n Enter"); /* ring … partner told */
	stage_type(st, "Priya, from the Leeds office.");
	stage_keys(st, "Enter y Enter y Enter"); /* knows of the referral, and that it is cancer */
	stage_type(st, "Runs her own business and cannot work");
	stage_keys(st, "Tab Enter"); /* how soon: usual, as proposed */
	stage_type(st, "ls6 2ab");
}

static void referral__is_one_page_in_the_order_callers_speak(void **state)
{
	struct stage *st = new_referral(*state);

	stage_golden(st, "referral-new");
	type_jane(st);
	stage_golden(st, "referral-jane");
	stage_close(st);
}

static void referral__echoes_age_number_and_council(void **state)
{
	struct stage *st = new_referral(*state);

	type_jane(st);
	stage_shows(st, "12 Mar 1981, 45 years old");
	stage_shows(st, "NHS number");
	stage_keys(st, "Enter");
	stage_shows(st, "Leeds");
	stage_shows(st, "proposed");
	stage_close(st);
}

static void referral__saves_jane_and_stands_on_her(void **state)
{
	struct workplace *w = *state;
	struct stage *st = new_referral(w);
	struct store *store = w->session->store;

	type_jane(st);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved CL-000001. First contact by Mon 30 Nov, you. c rings them now.");
	assert_string_equal(stage_place(st), "person");
	assert_int_equal(store_int(store, "SELECT voicemail FROM safe_contact"), 0);
	assert_int_equal(store_int(store, "SELECT text_first FROM safe_contact"), 1);
	assert_int_equal(store_int(store, "SELECT partner_told FROM safe_contact"), 0);
	assert_int_equal(store_int(store, "SELECT email FROM safe_contact"), -1);
	assert_int_equal(store_int(store, "SELECT knows_referral FROM referral"), 1);
	assert_string_equal(store_text(store, "SELECT source FROM referral", &w->arena),
	                    "specialist_nurse");
	assert_string_equal(store_text(store, "SELECT council FROM person", &w->arena),
	                    "E08000035");
	assert_int_equal(store_int(store, "SELECT count(*) FROM draft"), 0);
	stage_keys(st, "c");
	assert_string_equal(stage_place(st), "contact");
	stage_close(st);
}

static void referral__saves_with_a_name_and_who_rang(void **state)
{
	struct workplace *w = *state;
	struct stage *st = new_referral(w);

	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Who is ringing is needed");
	stage_keys(st, "2 Tab Tab Tab Tab");
	stage_type(st, "Doe");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM safe_contact"
	                                              " WHERE ring IS NULL AND text IS NULL"
	                                              " AND voicemail IS NULL AND post IS NULL"),
	                 1);
	stage_close(st);
}

static void referral__a_wrong_number_stands_under_its_field_and_saves_nothing(void **state)
{
	struct workplace *w = *state;
	struct stage *st = new_referral(w);

	stage_keys(st, "2 Tab Tab Tab Tab");
	stage_type(st, "Doe");
	stage_keys(st, "Tab Tab");
	stage_type(st, "943 476 591");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "! A number has ten digits; this has 9.");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 0);
	stage_type(st, "8"); /* ten, but the check digit does not fit: read back, and kept */
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	assert_string_equal(
		store_text(w->session->store, "SELECT care_number_kind FROM person", &w->arena),
		"doubtful");
	stage_close(st);
}

static void referral__shows_likely_duplicates_and_opens_one(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	jane_received(w);
	st = new_referral(w);
	stage_keys(st, "1 Tab Tab Tab");
	stage_type(st, "J");
	stage_keys(st, "Tab");
	stage_type(st, "carter");
	stage_shows(st, "HERE ALREADY?");
	stage_shows(st, "same name");
	stage_golden(st, "referral-duplicate");
	stage_keys(st, "Down Enter");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "referral");
	stage_shows(st, "carter");
	stage_close(st);
}

static void referral__volunteer_sees_no_names(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	jane_received(w);
	workplace_as(w, "mary");
	st = new_referral(w);
	stage_keys(st, "1 Tab Tab Tab");
	stage_type(st, "J");
	stage_keys(st, "Tab");
	stage_type(st, "carter");
	stage_shows(st, "1 possible match. Save anyway; the coordinator is told.");
	stage_hides(st, "Janie");
	stage_hides(st, "CL-000001");
	stage_hides(st, "1981");
	stage_close(st);
}

static void referral__is_kept_when_left_and_comes_back(void **state)
{
	struct workplace *w = *state;
	struct stage *st = new_referral(w);

	type_jane(st);
	stage_hang_up(st);
	stage_close(st);
	assert_string_equal(store_text(w->session->store, "SELECT title FROM draft", &w->arena),
	                    "Referral of Carter, Jane, not saved");
	st = new_referral(w);
	stage_shows(st, "As you left it: Referral of Carter, Jane, not saved.");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(
		store_text(w->session->store, "SELECT say FROM safe_contact", &w->arena),
		"Priya, from the Leeds office.");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void referral__of_somebody_who_was_here_asks_only_what_is_new(void **state)
{
	struct workplace *w = *state;
	struct visit again = visit_person(&referral_screen, jane_received(w));
	struct stage *st;

	store_sql(w->session->store, "UPDATE referral SET state = 'closed', closed_on = 20000");
	st = stage_open(w, &again);
	stage_shows(st, "Carter, Jane “Janie” · 12 Mar 1981 · CL-000001");
	stage_shows(st, "! text first");
	stage_hides(st, "Given name");
	stage_keys(st, "2 Ctrl-S");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM referral"), 2);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 1);
	stage_close(st);
}

/* A second caller while the first is not saved: never written into one another. */
static void referral__another_caller_gets_a_sheet_of_their_own(void **state)
{
	struct workplace *w = *state;
	struct store *store = w->session->store;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_keys(st, "n 1");
	type_jane(st);
	stage_keys(st, "Esc n 1");
	stage_shows(st, "Kept, unfinished: Referral of Carter, Jane, not saved.");
	stage_hides(st, "07700 900123");
	stage_keys(st, "1 Enter Enter Enter");
	stage_type(st, "John");
	stage_keys(st, "Enter");
	stage_type(st, "Doe");
	stage_keys(st, "Esc");
	assert_int_equal(store_int(store, "SELECT count(*) FROM draft"), 2);
	stage_shows(st, "Referral of Carter, Jane, not saved");
	stage_keys(st, "Home Enter");
	stage_shows(st, "07700 900123");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(store_text(store, "SELECT given_name FROM person", &w->arena), "Jane");
	assert_string_equal(store_text(store, "SELECT title FROM draft", &w->arena),
	                    "Referral of Doe, John, not saved");
	stage_keys(st, "g g");
	stage_shows(st, "Doe");
	stage_hides(st, "07700 900123");
	stage_close(st);
}

static void referral__what_is_unfinished_can_be_thrown_away(void **state)
{
	struct workplace *w = *state;
	struct store *store = w->session->store;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_keys(st, "n 1");
	type_jane(st);
	stage_keys(st, "Esc d");
	stage_shows(st, "Throw away for good: Referral of Carter, Jane, not saved?");
	stage_keys(st, "n");
	assert_int_equal(store_int(store, "SELECT count(*) FROM draft"), 1);
	stage_keys(st, "d y");
	stage_shows(st, "Thrown away: Referral of Carter, Jane, not saved.");
	assert_int_equal(store_int(store, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(store_int(store, "SELECT count(*) FROM event WHERE what = "
	                                  "'referral thrown away, unfinished'"),
	                 1);
	stage_close(st);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

/* Known before: the page goes on as a new time with them, and what was typed of the referral stays. */
static void referral__takes_who_is_here_already_as_a_new_time_with_them(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store, "UPDATE referral SET state = 'closed', outcome = 'plan_done'"
	                             " WHERE person = 7; DELETE FROM caseload WHERE person = 7");
	st = stage_open(w, &(struct visit){ .where = &referral_screen });
	stage_keys(st, "1 Tab");
	stage_type(st, "Sr Jones");
	stage_keys(st, "Tab Tab");
	stage_type(st, "John");
	stage_keys(st, "Tab");
	stage_type(st, "Doe");
	stage_shows(st, "HERE ALREADY?");
	stage_keys(st, "Down =");
	stage_shows(st, "A new time with Doe, John 1979.");
	stage_shows(st, "Sr Jones");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM referral WHERE person = 7 AND referrer ="
	                           " 'Sr Jones' AND state = 'accepted'"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM person"), 10);
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(referral__is_one_page_in_the_order_callers_speak),
		WORKPLACE_TEST(referral__echoes_age_number_and_council),
		WORKPLACE_TEST(referral__saves_jane_and_stands_on_her),
		WORKPLACE_TEST(referral__saves_with_a_name_and_who_rang),
		WORKPLACE_TEST(referral__a_wrong_number_stands_under_its_field_and_saves_nothing),
		WORKPLACE_TEST(referral__shows_likely_duplicates_and_opens_one),
		WORKPLACE_TEST(referral__takes_who_is_here_already_as_a_new_time_with_them),
		WORKPLACE_TEST(referral__volunteer_sees_no_names),
		WORKPLACE_TEST(referral__is_kept_when_left_and_comes_back),
		WORKPLACE_TEST(referral__of_somebody_who_was_here_asks_only_what_is_new),
		WORKPLACE_TEST(referral__another_caller_gets_a_sheet_of_their_own),
		WORKPLACE_TEST(referral__what_is_unfinished_can_be_thrown_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
