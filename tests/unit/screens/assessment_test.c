#include "test.h"

#include "base/attr.h"
#include "casework/drafts.h"

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

static struct stage *open_first(struct workplace *w)
{
	const struct visit v = visit_person(&assessment_screen, jane_add(w));

	return stage_open(w, &v);
}

static struct stage *open_review(struct workplace *w)
{
	struct visit v = visit_person(&assessment_screen, jane_add(w));

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	return stage_open(w, &v);
}

/* As far as somebody gets before the telephone rings. */
static void score_as_drawn(struct stage *st)
{
	stage_keys(st, "v v Home 7 / l o o k i n 8 Esc / w o r k 6 Esc / t h e r e 5 Esc");
	stage_keys(st, "/ p e t s 0 Esc / t a l k i n g Enter Space / f o r m s Enter -");
	stage_keys(st, "/ f e e l i n g Enter Esc / l o w 5 / m o n 9");
	stage_type(st, "I can’t pay the rent while I’m not earning.");
	stage_keys(st, "Enter m");
}

static void assessment__first_opens_on_the_list(void **state)
{
	struct stage *st = open_first(*state);

	stage_golden(st, "assessment-first");
	stage_close(st);
}

static void assessment__review_opens_on_last_time(void **state)
{
	struct stage *st = open_review(*state);

	stage_shows(st, "Money, bills or debt                          ?    9");
	stage_hides(st, "Pets");
	score_as_drawn(st);
	stage_golden(st, "assessment-review");
	stage_close(st);
}

/* A safety line of two rows is whole on it, and the list begins below. */
static void assessment__keeps_clear_of_a_long_safety_line(void **state)
{
	struct workplace *w = *state;
	const struct visit v = visit_person(&assessment_screen, jane_add(w));
	struct stage *st;

	store_sql(w->session->store, "UPDATE safe_contact SET note = 'her brother must not hear'");
	st = stage_open(w, &v);
	stage_shows(st, "partner not told");
	stage_shows(st, "her brother must not hear");
	stage_shows(st, "“From 0, no trouble");
	stage_keys(st, "/ m o 9");
	stage_shows(st, "her brother must not hear");
	stage_keys(st, "Esc Ctrl-S");
	stage_shows(st, "her brother must not hear");
	stage_close(st);
}

/* P-e at the keys. */
static void assessment__one_then_nought(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "Down Down 1 0");
	stage_shows(st, "Money, bills or debt                          1");
	stage_shows(st, "Home and rent                                 0");
	stage_close(st);
}

static void assessment__finds_and_scores_in_four_keys(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "/ m o 9");
	stage_shows(st, "Money, bills or debt 9. Words and Enter, or an arrow to go on.");
	stage_type(st, "rent is due!");
	stage_keys(st, "Enter");
	stage_shows(st, "“rent is due!”");
	stage_keys(st, "Backspace");
	stage_shows(st, "Taken back. Money, bills or debt: not asked.");
	stage_shows(st, "“rent is due!”");
	stage_close(st);
}

static void assessment__found__is_the_same_in_one_key(void **state)
{
	struct stage *st = open_review(*state);

	stage_keys(st, "/ m o =");
	stage_shows(st, "Money, bills or debt                          9    9  =");
	stage_keys(st, "m");
	stage_shows(st, "matters most");
	stage_keys(st, "/ p e t s =");
	stage_shows(st, "Pets                                          ·");
	stage_close(st);
}

static void assessment__case_changes_nothing(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "Down Down T");
	stage_shows(st, "Money, bills or debt                         10");
	stage_keys(st, "Up M");
	stage_shows(st, "matters most");
	stage_close(st);
}

static void assessment__says_what_to_ask_at_once(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "/ h o p e 8");
	stage_shows(st, "No hope 8. Ask: are you thinking about ending your life? Then !");
	stage_keys(st, "/ s h i v e r 1");
	stage_shows(st, "number on their");
	stage_shows(st, "alert card now.");
	stage_hides(st, "alert card now.\n\n"); /* once: in the message line, and … */
	stage_keys(st, "Down");
	stage_shows(st, "alert card now."); /* … there until the next answer */
	stage_close(st);
}

/* P-a at the keys: no way out of the questions without one of three replies. */
static void assessment__does_not_end_without_a_reply(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "/ h o p e 8 Esc / l o w 9 Esc Ctrl-S");
	stage_golden(st, "assessment-red-strip");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Not ended yet");
	stage_keys(st, "1 Ctrl-S");
	stage_shows(st, "Not ended yet");
	stage_keys(st, "Tab 3 Ctrl-S");
	stage_shows(st, "Not ended yet");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM assessment"), 0);
	stage_close(st);
}

static void assessment__ends_with_the_call_and_goes_on_to_the_plan(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "Home 4 / h o p e 8 Esc / m o 9 Esc m Ctrl-S 3 Tab");
	stage_type(st, "Her mother was in the room");
	stage_keys(st, "Tab");
	stage_type(st, "Ann Reid at 11");
	stage_keys(st, "Tab Tab Tab y y Tab Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM red_answer WHERE reply = 'not_asked'"
	                           " AND who_will = 'Ann Reid at 11'"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM concern"
	                                              " WHERE matters = 1 AND score = 9"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void assessment__ending_it__says_plainly_what_is_still_to_be_answered(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "/ h o p e 8 Esc Ctrl-S Ctrl-S");
	stage_shows(st, "Say what came of asking: 1, 2 or 3.");
	stage_keys(st, "3 Ctrl-S");
	stage_shows(st, "Say why it was not asked.");
	stage_shows(st, "Say who will ask them today.");
	stage_shows(st, "Say whether they agree that we keep it: y or n.");
	stage_hides(st, "is needed.");
	stage_close(st);
}

static void assessment__found_and_scored__says_how_to_go_on(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "/ m o 9");
	stage_shows(st, "Words and Enter, or an arrow to go on.");
	stage_keys(st, "m y Space r e n t Enter");
	stage_shows(st, "my rent");
	stage_close(st);
}

static void assessment__asked_yes_opens_the_safety_form(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "/ h o p e 8 Esc Ctrl-S 2");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "assessment");
	stage_shows(st, "asked, yes");
	stage_close(st);
}

static void assessment__leaving_says_that_a_person_is_needed(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);
	struct draft_list drafts;

	stage_keys(st, "/ h o p e 8 Esc");
	stage_hang_up(st);
	stage_close(st);
	assert_int_equal(casework_drafts(w->session, &w->arena, &drafts), OK);
	assert_int_equal(drafts.n, 1);
	assert_string_equal(drafts.at[0].title,
	                    "Assessment begun, 1 raised, 1 needs a person today");
}

static char *shot(struct stage *st)
{
	return strdup(stage_shot(st, 24, 80));
}

/*
 * P-h: after each key of a whole assessment it is left, another person's note is written, and it is
 * come back to: what is seen and what is kept are the same, byte for byte.
 */
static void assessment__interrupted_at_every_key(void **state)
{
	static const char *const keys[] = {
		"Down", "7", "Down",  "9",     "m",   "/",         "m", "o",   "9",   "r",   "e",
		"n",    "t", "Enter", "Space", "-",   "Backspace", "v", "e",   "Tab", "Esc", "/",
		"h",    "o", "p",     "8",     "Esc", "Ctrl-S",    "3", "Tab", "x",   "Tab", "y",
	};
	struct workplace *w = *state;
	struct visit v = visit_person(&assessment_screen, jane_add(w));
	const struct visit other = visit_person(&assessment_screen, somebody_add(w, "Ng"));
	struct stage *st;

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		char *before, *after, *kept;

		st = stage_open(w, &v);
		stage_keys(st, keys[i]);
		stage_shot(st, 24, 80);
		stage_close(st);
		kept = strdup(store_text(w->session->store,
		                         "SELECT body FROM draft WHERE person = 1", &w->arena));
		st = stage_open(w, &v);
		before = shot(st);
		stage_close(st);
		st = stage_open(w, &other);
		stage_keys(st, "5");
		stage_close(st);
		st = stage_open(w, &v);
		after = shot(st);
		stage_close(st);
		assert_string_equal(after, before);
		if (i > 0)
			assert_string_equal(store_text(w->session->store,
			                               "SELECT body FROM draft WHERE person = 1",
			                               &w->arena),
			                    kept);
		free(before);
		free(after);
		free(kept);
	}
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(assessment__first_opens_on_the_list),
		AT_WORK(assessment__keeps_clear_of_a_long_safety_line),
		AT_WORK(assessment__review_opens_on_last_time),
		AT_WORK(assessment__one_then_nought),
		AT_WORK(assessment__finds_and_scores_in_four_keys),
		AT_WORK(assessment__found__is_the_same_in_one_key),
		AT_WORK(assessment__case_changes_nothing),
		AT_WORK(assessment__says_what_to_ask_at_once),
		AT_WORK(assessment__does_not_end_without_a_reply),
		AT_WORK(assessment__ends_with_the_call_and_goes_on_to_the_plan),
		AT_WORK(assessment__ending_it__says_plainly_what_is_still_to_be_answered),
		AT_WORK(assessment__found_and_scored__says_how_to_go_on),
		AT_WORK(assessment__asked_yes_opens_the_safety_form),
		AT_WORK(assessment__leaving_says_that_a_person_is_needed),
		AT_WORK(assessment__interrupted_at_every_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
