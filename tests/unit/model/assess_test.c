#include "test.h"

#include "base/attr.h"
#include "model/assess.h"
#include "model/none.h"

#include <stdlib.h>
#include <string.h>

struct sheet {
	struct arena a;
	struct concern_set set;
	struct assess x;
};

static int setup(void **state)
{
	struct sheet *s = calloc(1, sizeof(*s));

	assert_non_null(s);
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &s->a, &s->set), OK);
	assess_begin(&s->x, &s->set, &s->a);
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	struct sheet *s = *state;

	arena_reset(&s->a);
	free(s);
	return 0;
}

static struct assess_row *row(struct sheet *s, const char *key)
{
	size_t i = assess_row_of(&s->x, key);

	assert_true(i < s->x.n);
	return &s->x.row[i];
}

static const char *say(struct sheet *s, const char *key, enum assess_act act, int score)
{
	const char *echo = NULL;

	s->x.at = assess_row_of(&s->x, key);
	assert_true(s->x.at < s->x.n);
	assess_say(&s->x, act, score, &s->a, &echo);
	return echo;
}

static void last_time(struct sheet *s)
{
	struct concern was[] = {
		{ .code = "practical.money",
		  .answer = CONCERN_SCORED,
		  .score = 9,
		  .matters = 1,
		  .own_words = "rent" },
		{ .code = "practical.household",
		  .answer = CONCERN_SCORED,
		  .score = 3,
		  .matters = NUMBER_NONE,
		  .own_words = "" },
		{ .code = "emotional.low",
		  .answer = CONCERN_TALK,
		  .score = NUMBER_NONE,
		  .matters = NUMBER_NONE,
		  .own_words = "" },
	};

	assess_before(&s->x, 6, &(struct concern_list){ COUNT_OF(was), was });
}

static char *draft_of(const struct assess *x)
{
	struct buf b = { 0 };
	char *text;

	assess_keep(x, &b);
	text = strdup(buf_text(&b));
	buf_done(&b);
	return text;
}

/* P-e, on every pair of concerns that follow each other, the red ones too. */
static void assess_say__one_then_nought_leaves_one_and_nought(void **state)
{
	struct sheet *s = *state;

	s->x.in_treatment = true;
	for (size_t i = 0; i + 1 < s->x.n; i++) {
		const char *echo;
		size_t first = i, second;

		if (s->x.row[i].kind != ASSESS_CONCERN)
			continue;
		s->x.at = first;
		assert_true(assess_say(&s->x, ASSESS_SCORE, 1, &s->a, &echo));
		assess_next(&s->x);
		second = s->x.at;
		if (second == first)
			continue;
		assert_int_equal(s->x.row[second].kind, ASSESS_CONCERN);
		assert_true(assess_say(&s->x, ASSESS_SCORE, 0, &s->a, &echo));
		assert_int_equal(s->x.row[first].now.score, 1);
		assert_int_equal(s->x.row[second].now.score, 0);
	}
}

static void assess_say__echoes_what_stands_there(void **state)
{
	struct sheet *s = *state;

	assert_string_equal(say(s, "practical.money", ASSESS_SCORE, 9),
	                    "Money, bills or debt 9. Backspace takes it back.");
	last_time(s);
	assert_string_equal(say(s, "practical.money", ASSESS_SCORE, 10),
	                    "Money, bills or debt 10, was 9. Backspace takes it back.");
	assert_string_equal(say(s, "practical.pets", ASSESS_TALK, 0),
	                    "Pets: wants to talk about it. Backspace takes it back.");
	assert_string_equal(say(s, "practical.pets", ASSESS_SAME, 0),
	                    "Pets was not asked last time. Give it a number.");
	assert_int_equal(row(s, "practical.pets")->now.answer, CONCERN_TALK);
}

static void assess_say__nothing_here_is_said_to_headings_only_by_nought(void **state)
{
	struct sheet *s = *state;

	say(s, "practical", ASSESS_SCORE, 4);
	assert_false(row(s, "practical")->now.nothing);
	assert_string_equal(say(s, "practical", ASSESS_SCORE, 0),
	                    "Practical: nothing here. Backspace takes it back.");
	assert_true(row(s, "practical")->now.nothing);
	assert_int_equal(row(s, "practical.money")->now.answer, CONCERN_ANSWER_NONE);
	assess_next(&s->x);
	assert_string_equal(assess_key(&s->x, s->x.at), "physical");
	assert_int_equal(assess_nothings(&s->x, &s->a).n, 1);
}

static void assess_row__last_time_is_no_answer(void **state)
{
	struct sheet *s = *state;

	last_time(s);
	assert_string_equal(assess_now_text(row(s, "practical.money"), &s->a), "?");
	assert_string_equal(assess_now_text(row(s, "practical.pets"), &s->a), "·");
	assert_string_equal(assess_was_text(&s->x, row(s, "practical.money"), &s->a), "9");
	assert_int_equal(assess_trend(&s->x, row(s, "practical.money")), TREND_NONE);
	assert_int_equal(assess_raised(&s->x), 0);
	assert_int_equal(assess_concerns(&s->x, &s->a).n, 0);
	say(s, "practical.money", ASSESS_SAME, 0);
	assert_string_equal(assess_trend_text(&s->x, row(s, "practical.money"), &s->a), "=");
	assert_int_equal(assess_concerns(&s->x, &s->a).n, 1);
	assert_int_equal(assess_concerns(&s->x, &s->a).at[0].previous_score, 9);
}

static void assess_trend__goes_by_the_score(void **state)
{
	struct sheet *s = *state;

	last_time(s);
	say(s, "practical.household", ASSESS_SCORE, 7);
	assert_string_equal(assess_trend_text(&s->x, row(s, "practical.household"), &s->a), "▲4");
	say(s, "practical.household", ASSESS_SCORE, 0);
	assert_string_equal(assess_trend_text(&s->x, row(s, "practical.household"), &s->a), "▼3");
	say(s, "practical.work", ASSESS_SCORE, 6);
	assert_string_equal(assess_trend_text(&s->x, row(s, "practical.work"), &s->a), "new");
	assert_string_equal(assess_was_text(&s->x, row(s, "practical.work"), &s->a), "·");
	say(s, "practical.pets", ASSESS_SCORE, 0);
	assert_string_equal(assess_trend_text(&s->x, row(s, "practical.pets"), &s->a), "");
}

static void assess_take_back__restores_exactly(void **state)
{
	struct sheet *s = *state;
	const char *echo;
	char *before, *after;

	last_time(s);
	say(s, "practical.money", ASSESS_SCORE, 9);
	say(s, "practical.money", ASSESS_MATTERS, 0);
	before = draft_of(&s->x);
	say(s, "practical.money", ASSESS_SCORE, 0);
	assert_int_equal(row(s, "practical.money")->now.matters, NUMBER_NONE);
	assert_true(assess_take_back(&s->x, &s->a, &echo));
	after = draft_of(&s->x);
	assert_string_equal(after, before);
	assert_string_equal(echo, "Taken back. Money, bills or debt 9, was 9.");
	assert_true(assess_take_back(&s->x, &s->a, &echo));
	assert_true(assess_take_back(&s->x, &s->a, &echo));
	assert_string_equal(assess_now_text(row(s, "practical.money"), &s->a), "?");
	assert_false(assess_take_back(&s->x, &s->a, &echo));
	free(before);
	free(after);
}

static void assess_say__three_matter_most_and_no_fourth(void **state)
{
	static const char *const codes[] = { "practical.money", "practical.work", "practical.pets",
		                             "practical.travel" };
	struct sheet *s = *state;
	struct concern_list list;

	for (size_t i = 0; i < 4; i++)
		say(s, codes[i], ASSESS_SCORE, 5);
	for (size_t i = 0; i < 4; i++)
		say(s, codes[i], ASSESS_MATTERS, 0);
	assert_int_equal(row(s, codes[2])->now.matters, 3);
	assert_int_equal(row(s, codes[3])->now.matters, NUMBER_NONE);
	say(s, codes[0], ASSESS_MATTERS, 0);
	list = assess_concerns(&s->x, &s->a);
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.at[i].code, codes[2]) == 0)
			assert_int_equal(list.at[i].matters, 2);
}

static void assess_is_red__says_what_to_ask(void **state)
{
	struct sheet *s = *state;
	size_t hopeless = assess_row_of(&s->x, "emotional.hopeless");
	size_t hot = assess_row_of(&s->x, "physical.temperature");

	say(s, "emotional.hopeless", ASSESS_SCORE, 6);
	assert_false(assess_is_red(&s->x, hopeless));
	say(s, "emotional.hopeless", ASSESS_SCORE, 9);
	assert_true(assess_is_red(&s->x, hopeless));
	assert_string_equal(assess_red_text(&s->x, hopeless, &s->a),
	                    "No hope 9. Ask: are you thinking about ending your life? Then !");
	say(s, "physical.temperature", ASSESS_SCORE, 1);
	assert_false(assess_is_red(&s->x, hot));
	s->x.in_treatment = true;
	assert_true(assess_is_red(&s->x, hot));
	say(s, "overall", ASSESS_SCORE, 9);
	assert_true(assess_is_red(&s->x, 0));
}

static void assess_move__keeps_to_the_rows_in_view(void **state)
{
	struct sheet *s = *state;

	last_time(s);
	s->x.view = ASSESS_LAST;
	s->x.at = 0;
	assess_move(&s->x, 2);
	assert_string_equal(assess_key(&s->x, s->x.at), "practical.money");
	assess_move(&s->x, 1);
	assert_string_equal(assess_key(&s->x, s->x.at), "practical.household");
	assess_move(&s->x, 100);
	assert_string_equal(assess_key(&s->x, s->x.at), "emotional.low");
	assess_move(&s->x, -100);
	assert_int_equal(s->x.at, 0);
}

static void assess_resume__gives_the_same_bytes(void **state)
{
	struct sheet *s = *state;
	struct assess again;
	char *before, *after;

	last_time(s);
	say(s, "overall", ASSESS_SCORE, 7);
	say(s, "practical.money", ASSESS_SCORE, 10);
	say(s, "practical.money", ASSESS_MATTERS, 0);
	assess_words(&s->x, "I can’t pay = \\ the rent\nwhile I’m not earning");
	say(s, "practical.pets", ASSESS_RATHER_NOT, 0);
	say(s, "family", ASSESS_SCORE, 0);
	s->x.view = ASSESS_RAISED;
	before = draft_of(&s->x);
	assess_begin(&again, &s->set, &s->a);
	assess_resume(&again, str_of(before));
	after = draft_of(&again);
	assert_string_equal(after, before);
	assess_resume(&again, STR("nonsense\npractical.money=99\nno.such=4\nstep=\n=\n"));
	assert_int_equal(again.row[assess_row_of(&again, "practical.money")].now.score, 10);
	assess_resume(&again, STR("overall=nothing\nphysical=4\npractical.work=nothing\n"));
	assert_int_equal(assess_nothings(&again, &s->a).n, 1);
	assert_int_equal(again.row[0].now.score, 7);
	free(before);
	free(after);
}

int main(void)
{
#define SHEET_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		SHEET_TEST(assess_say__one_then_nought_leaves_one_and_nought),
		SHEET_TEST(assess_say__echoes_what_stands_there),
		SHEET_TEST(assess_say__nothing_here_is_said_to_headings_only_by_nought),
		SHEET_TEST(assess_row__last_time_is_no_answer),
		SHEET_TEST(assess_trend__goes_by_the_score),
		SHEET_TEST(assess_take_back__restores_exactly),
		SHEET_TEST(assess_say__three_matter_most_and_no_fourth),
		SHEET_TEST(assess_is_red__says_what_to_ask),
		SHEET_TEST(assess_move__keeps_to_the_rows_in_view),
		SHEET_TEST(assess_resume__gives_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
