#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

static struct stage *as(struct workplace *w, const char *login)
{
	workplace_as(w, login);
	return stage_open(w, &(struct visit){ .where = &safety_notes_screen });
}

static void safety_notes__looks_as_it_should__for_the_lead(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, carter_add(w));
	safety_note_add_for(w, (struct person_id){ 0 });
	st = as(w, "ann");
	stage_golden(st, "safety-notes");
	stage_close(st);
}

static void safety_notes__none__says_so_and_which_key(void **state)
{
	struct stage *st = as(*state, "ann");

	stage_shows(st, "No worry about safety is open. ! passes one on.");
	stage_keys(st, "d");
	stage_shows(st, "There is nothing here to choose.");
	stage_close(st);
}

static void safety_notes__lead_writes_seen_and_then_what_was_done(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, carter_add(w));
	st = as(w, "ann");
	stage_keys(st, "Enter");
	stage_shows(st, "Seen, and you will see to it: Carter, Jane 1981? y n");
	stage_keys(st, "n");
	stage_shows(st, "not seen yet");
	stage_keys(st, "Enter y");
	stage_shows(st, "Seen           Mon 23 Nov, Ann Reid");
	stage_keys(st, "d");
	stage_shows(st, "Done, Carter, Jane 1981. What was done?");
	stage_keys(st, "Esc d");
	stage_type(st, "Her GP has rung her");
	stage_keys(st, "Enter");
	stage_shows(st, "No worry about safety is open.");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM safety_note WHERE done ="
	                           " 'Her GP has rung her' AND done_on IS NOT NULL"),
	                 1);
	stage_close(st);
}

static void safety_notes__raiser_reads_it_and_is_told_who_ends_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, carter_add(w));
	st = as(w, "mary");
	stage_shows(st, "There is no point in any of it");
	stage_keys(st, "d");
	stage_shows(st, "You raised this, so somebody else writes what came of it: Ann Reid,");
	stage_close(st);
}

static void safety_notes__what_it_says_is_not_there_for_others(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, carter_add(w));
	workplace_as(w, "priya");
	w->session->account.roles = ROLE_LINK_WORKER;
	st = stage_open(w, &(struct visit){ .where = &safety_notes_screen });
	stage_hides(st, "There is no point");
	stage_hides(st, "Carter");
	stage_close(st);
}

static void safety_notes__unseen_for_two_hours__stands_on_the_whole_teams_today(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, haddad_add(w));
	w->session->account.roles = ROLE_LINK_WORKER;
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_hides(st, "unseen");
	stage_close(st);
	w->session->minute += 120;
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_shows(st, "SAFETY");
	stage_shows(st, "! unseen 2 hours: ring Ann Reid 0113 496 0111");
	stage_hides(st, "ending their life");
	stage_hides(st, "Haddad");
	stage_keys(st, "Enter");
	stage_shows(st, "What it says is for whoever raised it, Ann Reid, Ben Ojo");
	stage_hides(st, "There is no point");
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(safety_notes__looks_as_it_should__for_the_lead),
		AT_WORK(safety_notes__none__says_so_and_which_key),
		AT_WORK(safety_notes__lead_writes_seen_and_then_what_was_done),
		AT_WORK(safety_notes__raiser_reads_it_and_is_told_who_ends_it),
		AT_WORK(safety_notes__unseen_for_two_hours__stands_on_the_whole_teams_today),
		AT_WORK(safety_notes__what_it_says_is_not_there_for_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
