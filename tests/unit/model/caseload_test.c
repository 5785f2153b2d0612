#include "model/caseload.h"
#include "model/rule_file.h"

#include "test.h"

#define TODAY 20780

static const struct case_row open_case = {
	.open = true,
	.state = REFERRAL_ACTIVE,
	.stage = STAGE_FOLLOW_UP,
	.stage_since = DAY_NONE,
	.stage_ends_on = DAY_NONE,
	.accepted_on = TODAY - 100,
	.last_spoken_on = TODAY - 10,
	.hold_until = DAY_NONE,
	.quiet_until = DAY_NONE,
	.last_due = DAY_NONE,
};

static const struct case_rules *rules(void)
{
	static struct case_rules rules = { .change_behind = 28, .change_ahead = 7 };

	assert_int_equal(quiet_rules_read(rule_file_shipped(RULES_QUIET), 42, &rules), OK);
	return &rules;
}

static void case_is_quiet__from_the_day_on_that_the_rule_names(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.last_spoken_on = TODAY - 41;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c.last_spoken_on = TODAY - 42;
	assert_true(case_is_quiet(&c, TODAY, rules()));
	c.stage = STAGE_IN_TREATMENT;
	c.last_spoken_on = TODAY - 20;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c.last_spoken_on = TODAY - 21;
	assert_true(case_is_quiet(&c, TODAY, rules()));
	c.stage = STAGE_END_OF_LIFE;
	c.last_spoken_on = TODAY - 6;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c.last_spoken_on = TODAY - 7;
	assert_true(case_is_quiet(&c, TODAY, rules()));
}

static void case_is_quiet__counts_from_accepting__when_never_spoken_to(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.last_spoken_on = DAY_NONE;
	c.last_tried_on = TODAY - 1; /* a try is no talk */
	assert_true(case_is_quiet(&c, TODAY, rules()));
	c.accepted_on = DAY_NONE;
	assert_false(case_is_quiet(&c, TODAY, rules()));
}

static void case_is_quiet__leaves_out_whom_it_would_wrong(void **state)
{
	struct case_row quiet = open_case, c;

	UNUSED_STATE;
	quiet.last_spoken_on = TODAY - 90;
	assert_true(case_is_quiet(&quiet, TODAY, rules()));
	c = quiet;
	c.stopped = true;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c = quiet;
	c.in_hospital = true;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c = quiet;
	c.state = REFERRAL_ON_HOLD;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c = quiet;
	c.open = false;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c = quiet;
	c.quiet_until = TODAY;
	assert_false(case_is_quiet(&c, TODAY, rules()));
	c.quiet_until = TODAY - 1;
	assert_true(case_is_quiet(&c, TODAY, rules()));
}

static void case_at_change__lasts_28_days_from_the_new_stage(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.last_spoken_on = TODAY - 60;
	c.stage_since = TODAY - 28;
	assert_true(case_at_change(&c, TODAY, rules()));
	c.stage_since = TODAY - 29;
	assert_false(case_at_change(&c, TODAY, rules()));
	c.stage_since = TODAY + 1;
	assert_false(case_at_change(&c, TODAY, rules()));
}

static void case_at_change__begins_7_days_before_a_planned_end(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.last_spoken_on = TODAY - 60;
	c.stage_ends_on = TODAY + 7;
	assert_true(case_at_change(&c, TODAY, rules()));
	c.stage_ends_on = TODAY + 8;
	assert_false(case_at_change(&c, TODAY, rules()));
	c.stage_ends_on = TODAY - 28;
	assert_true(case_at_change(&c, TODAY, rules()));
	c.stage_ends_on = TODAY - 29;
	assert_false(case_at_change(&c, TODAY, rules()));
}

static void case_at_change__ends_with_a_talk_or_a_reminder_dated_since(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.stage_since = TODAY - 5;
	c.last_spoken_on = TODAY - 6;
	assert_true(case_at_change(&c, TODAY, rules()));
	c.last_spoken_on = TODAY - 5;
	assert_false(case_at_change(&c, TODAY, rules()));
	c.last_spoken_on = TODAY - 6;
	c.last_due = TODAY - 5;
	assert_false(case_at_change(&c, TODAY, rules()));
	c.last_due = TODAY - 6;
	assert_true(case_at_change(&c, TODAY, rules()));
	c.stopped = true;
	assert_false(case_at_change(&c, TODAY, rules()));
}

static void case_is_new__until_somebody_spoke_to_them(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	assert_false(case_is_new(&c));
	c.last_spoken_on = DAY_NONE;
	assert_true(case_is_new(&c));
	c.tries = 3;
	assert_true(case_is_new(&c));
	c.stopped = true;
	assert_false(case_is_new(&c));
}

static void case_is_held__until_its_day(void **state)
{
	struct case_row c = open_case;

	UNUSED_STATE;
	c.state = REFERRAL_ON_HOLD;
	assert_true(case_is_held(&c, TODAY));
	c.hold_until = TODAY + 1;
	assert_true(case_is_held(&c, TODAY));
	c.hold_until = TODAY;
	assert_false(case_is_held(&c, TODAY));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_is_quiet__from_the_day_on_that_the_rule_names),
		cmocka_unit_test(case_is_quiet__counts_from_accepting__when_never_spoken_to),
		cmocka_unit_test(case_is_quiet__leaves_out_whom_it_would_wrong),
		cmocka_unit_test(case_at_change__lasts_28_days_from_the_new_stage),
		cmocka_unit_test(case_at_change__begins_7_days_before_a_planned_end),
		cmocka_unit_test(case_at_change__ends_with_a_talk_or_a_reminder_dated_since),
		cmocka_unit_test(case_is_new__until_somebody_spoke_to_them),
		cmocka_unit_test(case_is_held__until_its_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
