#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"

#include <string.h>

#include "screens.h"

static struct stage *over_messages(struct workplace *w)
{
	return stage_open(w, &(struct visit){ .where = &messages_screen });
}

static void safety__looks_as_drawn__with_a_person(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&safety_screen, carter_add(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "1 Tab");
	stage_type(st, "There is no point in any of it");
	stage_golden(st, "safety-person");
	stage_close(st);
}

static void safety__looks_as_drawn__without_a_person(void **state)
{
	struct stage *st = over_messages(*state);

	stage_keys(st, "!");
	stage_golden(st, "safety-nobody");
	stage_close(st);
}

static void safety__opens_in_the_middle_of_text__which_waits_untouched(void **state)
{
	struct workplace *w = *state;
	struct stage *st = over_messages(w);

	stage_keys(st, "!");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "6 Tab");
	stage_type(st, "Somebody q ! in the hall");
	stage_keys(st, "Ctrl-R");
	stage_shows(st, "Somebody q ! in the hall");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "messages");
	stage_keys(st, "g g");
	stage_shows(st, "Somebody q ! in the hall");
	stage_close(st);
}

/* Two worries about nobody by name are two, and the one begun first is not lost under the other. */
static void safety__begun_while_another_is_unfinished__is_another(void **state)
{
	struct workplace *w = *state;
	struct stage *st = over_messages(w);

	stage_keys(st, "! 6 Tab");
	stage_type(st, "A boy in the hall");
	stage_keys(st, "Esc !");
	stage_hides(st, "A boy in the hall");
	stage_shows(st, "Kept, unfinished: Worried about safety, not passed on yet.");
	stage_keys(st, "2 Tab");
	stage_type(st, "A woman at the door");
	stage_keys(st, "Esc");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM draft WHERE form = 'safety'"),
		2);
	stage_keys(st, "g g");
	stage_shows(st, "A woman at the door");
	stage_close(st);
}

static void safety__saved__says_whose_list_and_keeps_no_draft(void **state)
{
	struct workplace *w = *state;
	struct stage *st = over_messages(w);

	stage_keys(st, "! 2 Tab");
	stage_type(st, "A woman at the door");
	stage_keys(st, "Tab");
	stage_type(st, "He has her phone");
	stage_shows(st, "hurt or frightened  0808 2000 247, National Domestic Abuse");
	stage_keys(st, "Tab Tab");
	stage_type(st, "9:10");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "messages");
	stage_shows(st, "Saved, and on Ann Reid’s list.");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM safety_note WHERE about ="
	                           " 'hurt_or_frightened' AND who = 'A woman at the door' AND"
	                           " words = 'He has her phone' AND told_when = '9:10'"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void safety__incomplete__says_so_under_the_field(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&safety_screen, carter_add(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "Ctrl-S");
	stage_shows(st, "What is it about? One digit, 6 when unsure.");
	assert_string_equal(stage_place(st), "safety");
	stage_close(st);
}

static void safety__about_somebody_else__keeps_what_is_written(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&safety_screen, carter_add(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "4 Tab");
	stage_type(st, "Bruises on his arm");
	stage_keys(st, "Ctrl-T");
	stage_hides(st, "Janie");
	stage_shows(st, "Not about Carter, Jane 1981, then.");
	stage_type(st, "Her neighbour’s boy");
	stage_shows(st, "Bruises on his arm");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM safety_note WHERE person IS NULL AND"
	                           " words = 'Bruises on his arm'"),
	                 1);
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(safety__looks_as_drawn__with_a_person),
		AT_WORK(safety__looks_as_drawn__without_a_person),
		AT_WORK(safety__opens_in_the_middle_of_text__which_waits_untouched),
		AT_WORK(safety__begun_while_another_is_unfinished__is_another),
		AT_WORK(safety__saved__says_whose_list_and_keeps_no_draft),
		AT_WORK(safety__incomplete__says_so_under_the_field),
		AT_WORK(safety__about_somebody_else__keeps_what_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
