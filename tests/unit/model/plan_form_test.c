#include "test.h"

#include "base/attr.h"
#include "model/none.h"
#include "model/plan_form.h"

#include <string.h>

#define TODAY 20780 /* Monday 23 November 2026 */

static const struct when_from from = { TODAY, NULL, WHEN_AHEAD };
static struct arena arena;

static int teardown(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static const char *long_text(size_t n)
{
	char *text = arena_alloc(&arena, n + 1);

	memset(text, 'x', n);
	return text;
}

static bool refuses(const struct problems *problems, const char *field, const char *why)
{
	for (size_t i = 0; i < problems->n; i++)
		if (text_equal(problems->at[i].field, field) && strstr(problems->at[i].text, why))
			return true;
	return false;
}

static void action_line__takes_the_day_off_its_end(void **state)
{
	static const struct {
		const char *line, *what;
		day by;
	} said[] = {
		{ "ring the bank by fri", "ring the bank", TODAY + 4 },
		{ "ring the bank by 30/11", "ring the bank", TODAY + 7 },
		{ "stand by me", "stand by me", DAY_NONE },
		{ "go by bus by tomorrow", "go by bus", TODAY + 1 },
		{ "go by bus", "go by bus", DAY_NONE },
		{ " by fri", " by fri", DAY_NONE },
		{ "pay by 1/1/2020", "pay by 1/1/2020", DAY_NONE },
		{ "ring", "ring", DAY_NONE },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(said); i++) {
		day by = 5;

		assert_string_equal(action_line_parse(said[i].line, &from, &arena, &by),
		                    said[i].what);
		assert_int_equal(by, said[i].by);
	}
}

static void action_form__has_bounds(void **state)
{
	struct problems problems = { 0 };
	struct action x = action_blank;
	enum need_level level;
	struct values v = { 0 };

	UNUSED_STATE;
	values_set(&v, &arena, "what", long_text(301));
	values_set(&v, &arena, "due_on", "1/1/2020");
	values_set(&v, &arena, "review_on", "1/1/2040");
	values_set(&v, &arena, "confidence", "11");
	values_set(&v, &arena, "goal", long_text(301));
	plan_action_from(&v, &from, &arena, &problems, &x, &level);
	assert_true(refuses(&problems, "what", "301 characters, and 300 is the most."));
	assert_true(refuses(&problems, "due_on", "has gone"));
	assert_true(refuses(&problems, "review_on", "five years"));
	assert_true(refuses(&problems, "confidence", "0 to 10"));
	assert_true(refuses(&problems, "goal", "300 is the most"));
}

/* Late already: everything else about it can still be changed. */
static void action_form__leaves_a_day_that_has_gone_as_it_was(void **state)
{
	struct problems problems = { 0 };
	struct action x = action_blank;
	enum need_level level;
	struct values v;

	UNUSED_STATE;
	x.what = "ring";
	x.due_on = TODAY - 5;
	v = plan_action_values(&x, NEED_LOW, "Keep the studio", TODAY, &arena);
	assert_string_equal(values_get(&v, "goal"), "Keep the studio");
	plan_action_from(&v, &from, &arena, &problems, &x, &level);
	assert_int_equal(problems.n, 0);
	assert_int_equal(x.due_on, TODAY - 5);
	assert_int_equal(level, NEED_LOW);
}

static void strengths__are_a_line_each(void **state)
{
	struct problems problems = { 0 };
	struct values v = { 0 };

	UNUSED_STATE;
	values_set(&v, &arena, "strengths", "  She sings \n\n Rosa comes\n");
	assert_string_equal(strengths_from(&v, &arena, &problems), "She sings\nRosa comes");
	values_set(&v, &arena, "strengths", long_text(4001));
	strengths_from(&v, &arena, &problems);
	assert_true(refuses(&problems, "strengths", "4000 is the most"));
}

static void goal_form__needs_how_it_went__to_have_felt_supported(void **state)
{
	struct problems problems = { 0 };
	struct goal x = goal_blank;
	struct values v = { 0 };

	UNUSED_STATE;
	values_set(&v, &arena, "words", "Walk");
	values_set(&v, &arena, "supported", "yes");
	goal_from(&v, &from, &arena, &problems, &x);
	assert_true(refuses(&problems, "status", "how it went"));
	problems = (struct problems){ 0 };
	values_set(&v, &arena, "status", "partly");
	goal_from(&v, &from, &arena, &problems, &x);
	assert_int_equal(problems.n, 0);
	assert_int_equal(x.status, GOAL_PARTLY);
	assert_int_equal(x.supported, SUPPORTED_YES);
}

static void contingency_form__gives_back_what_it_was_given(void **state)
{
	struct problems problems = { 0 };
	struct contingency x = contingency_blank, y = contingency_blank;
	struct values v;

	UNUSED_STATE;
	x.name = "Rosa cannot come";
	x.what = "ring\nthe agency";
	x.who = "Priya";
	x.on_paper = false;
	x.review_on = TODAY + 30;
	v = contingency_values(&x, TODAY, &arena);
	contingency_from(&v, &from, &arena, &problems, &y);
	assert_int_equal(problems.n, 0);
	assert_string_equal(y.what, x.what);
	assert_int_equal(y.review_on, x.review_on);
	assert_false(y.on_paper);
	assert_string_equal(y.ready, "");
}

static void agreed__for_them_needs_who_and_by_what_right(void **state)
{
	struct problems problems = { 0 };
	struct plan x = plan_blank;
	struct values v = { 0 };

	UNUSED_STATE;
	values_set(&v, &arena, "agreed", "yes");
	plan_agreed_from(&v, &from, &arena, &problems, &x);
	assert_int_equal(problems.n, 0);
	assert_int_equal(x.agreed_by, AGREED_BY_PERSON);
	values_set(&v, &arena, "agreed_with", "Rosa Diaz");
	plan_agreed_from(&v, &from, &arena, &problems, &x);
	assert_int_equal(x.agreed_by, AGREED_BY_REPRESENTATIVE);
	assert_true(refuses(&problems, "agreed_power", "By what right"));
	problems = (struct problems){ 0 };
	values_set(&v, &arena, "agreed_power", "lpa_health");
	plan_agreed_from(&v, &from, &arena, &problems, &x);
	assert_int_equal(problems.n, 0);
	values_set(&v, &arena, "agreed_by", "person");
	plan_agreed_from(&v, &from, &arena, &problems, &x);
	assert_true(refuses(&problems, "agreed_by", "themselves, or somebody"));
	values_set(&v, &arena, "agreed", "no");
	plan_agreed_from(&v, &from, &arena, &problems, &x);
	assert_true(refuses(&problems, "agreed", "Only with their yes."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(action_line__takes_the_day_off_its_end),
		cmocka_unit_test(action_form__has_bounds),
		cmocka_unit_test(action_form__leaves_a_day_that_has_gone_as_it_was),
		cmocka_unit_test(strengths__are_a_line_each),
		cmocka_unit_test(goal_form__needs_how_it_went__to_have_felt_supported),
		cmocka_unit_test(contingency_form__gives_back_what_it_was_given),
		cmocka_unit_test(agreed__for_them_needs_who_and_by_what_right),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
