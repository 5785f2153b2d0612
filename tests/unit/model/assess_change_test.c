#include "test.h"

#include "model/assess_change.h"
#include "model/none.h"

#include <stdlib.h>
#include <string.h>

struct compared {
	struct arena a;
	struct concern_set set;
	struct assess_said was, now;
	struct assess_change_list list;
};

static int setup(void **state)
{
	struct compared *x = calloc(1, sizeof(*x));

	assert_non_null(x);
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &x->a, &x->set), OK);
	x->was.overall = x->now.overall = NUMBER_NONE;
	*state = x;
	return 0;
}

static int teardown(void **state)
{
	struct compared *x = *state;

	arena_reset(&x->a);
	free(x);
	return 0;
}

static void say(struct compared *x, struct assess_said *said, const char *code, int score)
{
	struct concern *c = ARENA_PUSH(&x->a, &said->concerns);

	*c = concern_blank;
	c->code = code;
	c->answer = score == -2 ? CONCERN_TALK : score == -3 ? CONCERN_RATHER_NOT : CONCERN_SCORED;
	c->score = score < 0 ? NUMBER_NONE : score;
}

static const char *text(struct compared *x)
{
	assess_compare(&x->set, &x->was, &x->now, &x->a, &x->list);
	return assess_changes_text(&x->list, &x->a);
}

static void compare__says_everything_in_words(void **state)
{
	struct compared *x = *state;

	x->was.overall = 6;
	x->now.overall = 7;
	say(x, &x->was, "practical.money", 9);
	say(x, &x->was, "practical.care", 5);
	say(x, &x->was, "practical.travel", 7);
	say(x, &x->was, "physical.sleep", 4);
	say(x, &x->was, "practical.pets", 2);
	say(x, &x->was, "emotional.low", 2);
	say(x, &x->was, "practical.forms", 0);
	say(x, &x->now, "practical.money", 9);
	say(x, &x->now, "practical.care", 8);
	say(x, &x->now, "practical.travel", 5);
	say(x, &x->now, "practical.work", 6);
	say(x, &x->now, "physical.sleep", 0);
	say(x, &x->now, "emotional.low", -3);
	say(x, &x->now, "practical.forms", 0);
	say(x, &x->now, "practical.talking", -2);
	assert_string_equal(
		text(x),
		"Overall was 6, is 7: worse. Looking after others was 5, is 8: worse. "
		"Work or study 6: new. Talking with NHS staff: wants to talk about it. "
		"Money, bills or debt was 9, still 9. Getting there and parking was 7, is 5: "
		"better. Sleep was 4: no trouble now. Feeling low: would rather not say now. "
		"Not asked: Pets.");
	assert_string_equal(assess_changes_count(&x->list, &x->a),
	                    "1 worse, 1 new, 1 the same, 1 better, 1 gone, 1 not asked");
}

static void compare__nothing_said_in_a_part_is_no_score(void **state)
{
	struct compared *x = *state;
	struct domain_nothing *d = ARENA_PUSH(&x->a, &x->now.nothings);

	*d = domain_nothing_blank;
	d->domain = "physical";
	say(x, &x->was, "physical.sleep", 4);
	assert_string_equal(text(x), "Sleep was 4: nothing there now.");
}

static void compare__of_nothing_says_nothing(void **state)
{
	struct compared *x = *state;

	assert_string_equal(text(x), "");
	assert_string_equal(assess_changes_count(&x->list, &x->a), "");
	say(x, &x->was, "practical.pets", 3);
	assert_string_equal(text(x), "Not asked: Pets.");
}

static void compare__wanted_to_talk__has_a_number_now(void **state)
{
	struct compared *x = *state;

	say(x, &x->was, "practical.pets", -2);
	say(x, &x->now, "practical.pets", 0);
	assert_string_equal(text(x), "Pets: no trouble now.");
	x->now.concerns.at[0].score = 3;
	assert_string_equal(text(x), "Pets 3: new.");
}

/* Whatever was answered then and now, each concern is told once and by its right direction. */
static void compare__every_pair_of_answers(void **state)
{
	struct compared *x = *state;

	for (int was = -4; was <= 10; was++) {
		for (int now = -4; now <= 10; now++) {
			bool told = was == -2 || was > 0 || now == -2 || now > 0;

			x->was.concerns.n = x->now.concerns.n = 0;
			if (was != -4 && was != -1)
				say(x, &x->was, "practical.pets", was);
			if (now != -4 && now != -1)
				say(x, &x->now, "practical.pets", now);
			text(x);
			assert_int_equal(x->list.n, told);
			if (was >= 0 && now > 0)
				assert_int_equal(x->list.at[0].how, now > was    ? MOVED_WORSE
				                                    : now == was ? MOVED_SAME
				                                                 : MOVED_BETTER);
		}
	}
}

int main(void)
{
#define COMPARED(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		COMPARED(compare__says_everything_in_words),
		COMPARED(compare__nothing_said_in_a_part_is_no_score),
		COMPARED(compare__of_nothing_says_nothing),
		COMPARED(compare__wanted_to_talk__has_a_number_now),
		COMPARED(compare__every_pair_of_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
