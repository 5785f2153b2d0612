/* The other ways in and out of an assessment: from paper, a correction, a review's end. */
#include "test.h"

#include "base/attr.h"
#include "casework/drafts.h"
#include "model/none.h"

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static struct stage *open_first(struct workplace *w)
{
	const struct visit v = visit_person(&assessment_screen, jane_add(w));

	return stage_open(w, &v);
}

/* To "To keep it", past whatever is asked before it, and yes to it. */
static void agree(struct stage *st)
{
	for (int i = 0; i < 20 && !strstr(stage_shot(st, 24, 80), "“I would like"); i++)
		stage_keys(st, "Tab");
	stage_keys(st, "y");
}

/* ---- from paper ---- */

static void paper__goes_down_the_list_with_the_number_pad(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "e Tab 5 Tab Ctrl-U");
	stage_type(st, "12/11");
	stage_keys(st, "Ctrl-S");
	/* overall 4; money 9, home not marked, work 6, getting there 10, mother not marked, meals - */
	stage_keys(st, "4 Down 9 Enter 6 + Enter Enter - Up Up Up Up Up * .");
	stage_type(st, "lost 2 clients");
	stage_keys(st, "Enter");
	stage_golden(st, "assessment-paper");
	stage_keys(st, "Ctrl-S");
	agree(st);
	stage_keys(st, "Tab Tab 4 Ctrl-S");
	stage_shows(st, "4 on the paper, 3 typed: look once more.");
	stage_shows(st, "Ctrl-S again leaves the count as it is.");
	stage_golden(st, "assessment-paper-count");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment"), 0);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE mode = 'paper' AND"
	                          " on_day = 20769 AND typed_on = 20780 AND done_on = 20769 AND"
	                          " overall = 4"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM concern"), 4);
	assert_int_equal(count(w, "SELECT count(*) FROM concern WHERE code = 'practical.work' AND"
	                          " score = 6 AND matters = 1 AND own_words = 'lost 2 clients'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

static void paper__with_the_right_count_ends_at_once(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "e Tab 5 Ctrl-S Down Down 9 Ctrl-S");
	agree(st);
	stage_keys(st, "Tab Tab 1 Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	stage_close(st);
}

/* P-a from paper: nobody rings back from a form in a tray, so it asks for one of three. */
static void paper__no_red_answer_without_a_reply(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "e Tab 5 Ctrl-S / h o p e 8 Esc Ctrl-S");
	agree(st);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Say what came of asking: 1, 2 or 3.");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment"), 0);
	stage_close(st);
}

/* P-h from paper: left at every key, it comes back as it was. */
static void paper__left_at_every_key__comes_back_as_it_was(void **state)
{
	static const char *const keys[] = {
		"e Tab 5", "Tab", "Esc", "4",      "Down", "9",   "Enter", ".",   "x",   "Enter",
		"Up",      "*",   "+",   "Ctrl-S", "Tab",  "Tab", "y",     "Tab", "Tab", "3",
	};
	struct workplace *w = *state;
	const struct visit v = visit_person(&assessment_screen, jane_add(w));

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		struct stage *st = stage_open(w, &v);
		char *before;

		stage_keys(st, keys[i]);
		stage_close(st);
		st = stage_open(w, &v);
		before = strdup(stage_shot(st, 24, 80));
		stage_close(st);
		st = stage_open(w, &v);
		assert_string_equal(stage_shot(st, 24, 80), before);
		stage_close(st);
		free(before);
	}
	assert_int_equal(count(w, "SELECT instr(body, 'on_paper=3') > 0 FROM draft"), 1);
}

/* ---- put right ---- */

static void end_one(struct workplace *w, const char *keys)
{
	struct stage *st = open_first(w);

	stage_keys(st, keys);
	stage_keys(st, "Ctrl-S");
	agree(st);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	stage_close(st);
}

static struct stage *open_correction(struct workplace *w)
{
	const struct visit record = visit_person(&person_screen, (struct person_id){ 1 });
	const struct visit v =
		visit_correction((struct person_id){ 1 }, (struct assessment_id){ 1 });
	struct stage *st = stage_open(w, &record);

	stage_visit(st, &v);
	return st;
}

static void correction__opens_as_it_was_ended(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	end_one(w, "Down Down 9 m 3");
	st = open_correction(w);
	stage_golden(st, "assessment-correction");
	stage_keys(st, "Down Down 6 Ctrl-S");
	stage_hides(st, "To keep it");
	stage_hides(st, "Minutes");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment"), 1);
	assert_int_equal(count(w, "SELECT score FROM concern WHERE code = 'practical.money'"), 6);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 1);
	stage_close(st);
}

/* What was taken out of it stays out when it is left and come back to. */
static void correction__left_half_done__comes_back_as_it_was(void **state)
{
	struct workplace *w = *state;
	struct stage *st;
	char *before;

	end_one(w, "Down Down 9 3");
	st = open_correction(w);
	stage_keys(st, "Down Down 6 Backspace Down Space");
	stage_close(st);
	assert_int_equal(count(w, "SELECT count(*) FROM draft WHERE about = 'CL-000001 1'"), 1);
	st = open_correction(w);
	before = strdup(stage_shot(st, 24, 80));
	stage_shows(st, "Home and rent                              talk");
	stage_close(st);
	st = open_correction(w);
	assert_string_equal(stage_shot(st, 24, 80), before);
	stage_close(st);
	free(before);
}

static void correction__left_untouched__leaves_nothing(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	end_one(w, "Down Down 9");
	st = open_correction(w);
	stage_keys(st, "Down Down");
	stage_close(st);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
}

/* P-a: the reply that was given stands; a new red answer asks for its own. */
static void correction__asks_only_for_replies_that_are_new(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "/ h o p e 8 Esc Ctrl-S 1");
	agree(st);
	stage_keys(st, "Ctrl-S");
	stage_close(st);
	st = open_correction(w);
	stage_keys(st, "/ l o w 9 Ctrl-S Ctrl-S");
	stage_shows(st, "No hope *     asked, no");
	stage_shows(st, "Say what came of asking: 1, 2 or 3.");
	stage_close(st);
}

/* ---- the end of a review ---- */

static void review__ends_with_what_changed(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&assessment_screen, jane_add(w));
	struct stage *st;

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	st = stage_open(w, &v);
	stage_keys(st, "Home 7 / m o 9 Esc / l o o k i n 8 Esc / w o r k 6 Esc / t h e r e 5 Esc");
	stage_keys(st, "/ l o w Enter 0 Ctrl-S");
	agree(st);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "assessed");
	stage_golden(st, "assessed-review");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "plan");
	stage_close(st);
}

/* ---- what is worth a second look ---- */

static void doubts__stand_in_the_strip_and_in_nobodys_way(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	st = open_first(w);
	store_sql(w->session->store,
	          "UPDATE person SET diagnosed_on = 20600, born_on = 4088 WHERE id = 1");
	stage_keys(st, "e Tab Tab Ctrl-U");
	stage_type(st, "2026-05-01");
	stage_keys(st, "Ctrl-S Down Down 5 5 5 5 5 5 5 5 Ctrl-S");
	stage_golden(st, "assessment-doubts");
	agree(st);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	stage_close(st);
}

static void nothing_here__and_then_a_score__is_said(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "Down 0 Up");
	while (!strstr(stage_shot(st, 24, 80), "▌ PRACTICAL"))
		stage_keys(st, "Up");
	stage_keys(st, "Down 9");
	stage_shows(st, "Money, bills or debt 9. Practical said nothing here: it is nothing else");
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(paper__goes_down_the_list_with_the_number_pad),
		AT_WORK(paper__with_the_right_count_ends_at_once),
		AT_WORK(paper__no_red_answer_without_a_reply),
		AT_WORK(paper__left_at_every_key__comes_back_as_it_was),
		AT_WORK(correction__opens_as_it_was_ended),
		AT_WORK(correction__left_half_done__comes_back_as_it_was),
		AT_WORK(correction__left_untouched__leaves_nothing),
		AT_WORK(correction__asks_only_for_replies_that_are_new),
		AT_WORK(review__ends_with_what_changed),
		AT_WORK(doubts__stand_in_the_strip_and_in_nobodys_way),
		AT_WORK(nothing_here__and_then_a_score__is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
