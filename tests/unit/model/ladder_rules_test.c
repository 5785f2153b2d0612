#include "model/ladder.h"

#include "test.h"

#include "model/none.h"

#include <stdio.h>
#include <string.h>

#define HEAD "ladder\thow_soon\tstep\ttimes\tafter\thours\n"
#define TRY  "person\tany\ttry\t3\t2\t9 12 17\n"
#define REST                                 \
	"person\tany\tletter\t1\t0\n"        \
	"person\tany\tother_hours\t2\t5\n"   \
	"person\tany\task_referrer\t1\t10\n" \
	"person\tany\tclose\t1\t0\n"

static enum status read_text(const char *text, enum urgency how_soon, struct arena *a,
                             struct ladder_rules *ret, const char **fault)
{
	return ladder_rules_read((struct str){ text, strlen(text) }, how_soon, a, ret, fault);
}

static void ladder_rules__of_the_data__are_what_the_program_says(void **state)
{
	const struct ladder_rules usual = ladder_rules(URGENCY_USUAL),
				  fast = ladder_rules(URGENCY_FAST);

	UNUSED_STATE;
	assert_int_equal(usual.tries, 3);
	assert_int_equal(usual.next_try, 2);
	assert_true(usual.letter);
	assert_true(usual.referrer);
	assert_int_equal(usual.hours, 3);
	assert_int_equal(usual.hour[2], 17 * 60);
	assert_int_equal(usual.letter_days, 10);
	assert_int_equal(fast.next_try, 1);
	assert_int_equal(fast.letter_days, 5);
	assert_int_equal(fast.tries, 3);
}

static void ladder_rules_read__a_row_for_one_urgency__stands_in_place_of_any(void **state)
{
	struct ladder_rules rules;
	struct arena a = { 0 };
	const char *fault;
	const char *text =
		HEAD "person\tfast\ttry\t5\t1\t8 20\n" TRY REST "person\tfast\tletter\t0\t0\n";

	UNUSED_STATE;
	assert_int_equal(read_text(text, URGENCY_FAST, &a, &rules, &fault), OK);
	assert_int_equal(rules.tries, 5);
	assert_int_equal(rules.hours, 2);
	assert_false(rules.letter);
	assert_int_equal(rules.other_hours, 2);
	assert_int_equal(read_text(text, URGENCY_USUAL, &a, &rules, &fault), OK);
	assert_int_equal(rules.tries, 3);
	assert_true(rules.letter);
	arena_reset(&a);
}

/* Each says the line and why, and leaves what was there alone. */
static void ladder_rules_read__what_is_wrong__is_said_with_its_line(void **state)
{
	static const struct {
		const char *text, *fault;
	} wrong[] = {
		{ HEAD "person\tany\tknock\t3\t2\t9\n" REST, "line 2: there is no step “knock”" },
		{ HEAD "person\tany\ttry\tx\t2\t9\n" REST, "line 2: “x” is no number from 0 to 9" },
		{ HEAD "person\tany\ttry\t3\t99\t9\n" REST,
		  "line 2: “99” is no number from 0 to 60" },
		{ HEAD "person\tany\ttry\t3\t2\t12 9\n" REST,
		  "line 2: hours go up, each later than the one before" },
		{ HEAD "person\tany\ttry\t3\t2\t9 24\n" REST,
		  "line 2: “24” is no number from 0 to 23" },
		{ HEAD "person\tany\ttry\t3\t2\n" REST,
		  "line 2: a try has at least one time, and one hour" },
		{ HEAD TRY "person\tsoon\ttry\t3\t2\t9\n" REST,
		  "line 3: how soon is any, fast, two_weeks or usual" },
		{ HEAD TRY TRY REST, "line 3: that step is there already" },
		{ HEAD TRY "dog\tany\ttry\t3\t2\t9\n" REST,
		  "line 3: a ladder is that of a person or of a service" },
		{ HEAD REST, "line 5: the step “try” is missing for any" },
		{ "ladder\tstep\n" TRY, "line 1: no column how_soon" },
		{ "", "line 1: no column ladder" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct ladder_rules rules = { .tries = 77 };
		const char *fault = "";

		assert_int_equal(read_text(wrong[i].text, URGENCY_USUAL, &a, &rules, &fault),
		                 E_INVALID);
		assert_int_equal(rules.tries, 77);
		if (!strstr(fault, wrong[i].fault) || !strstr(fault, "rules/try-again.tsv"))
			fail_msg("%s\nis not: %s", fault, wrong[i].fault);
	}
	arena_reset(&a);
}

static void tried_at(struct contact *c, int hour)
{
	*c = contact_blank;
	c->on_day = 20780;
	c->at_minute = hour * 60;
	c->outcome = CONTACT_NO_ANSWER;
	c->direction = CONTACT_OUT;
	c->mode = CONTACT_BY_PHONE;
	c->reached = REACHED_NO;
}

static void ladder_hours_tried__says_which_parts_of_the_day_were_and_were_not(void **state)
{
	const struct ladder_rules rules = ladder_rules(URGENCY_USUAL);
	struct contact at[3];
	struct contact_list none = { 0, at }, three = { 3, at };
	struct arena a = { 0 };

	UNUSED_STATE;
	tried_at(&at[0], 14);
	tried_at(&at[1], 8);
	tried_at(&at[2], 10);
	assert_string_equal(ladder_hours_tried(&three, &rules, &a),
	                    "9 to 12 twice, 12 to 17 once, after 17 never");
	assert_string_equal(ladder_hours_tried(&none, &rules, &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ladder_rules__of_the_data__are_what_the_program_says),
		cmocka_unit_test(ladder_rules_read__a_row_for_one_urgency__stands_in_place_of_any),
		cmocka_unit_test(ladder_rules_read__what_is_wrong__is_said_with_its_line),
		cmocka_unit_test(ladder_hours_tried__says_which_parts_of_the_day_were_and_were_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
