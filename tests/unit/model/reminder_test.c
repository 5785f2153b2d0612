#include "model/reminder.h"

#include "test.h"

#define TODAY 20780

static struct reminder due(int in_days)
{
	struct reminder r = reminder_blank;

	r.due_on = TODAY + in_days;
	return r;
}

static void reminder__is_due_on_its_day__and_overdue_the_day_after(void **state)
{
	struct reminder yesterday = due(-1), today = due(0), tomorrow = due(1);

	UNUSED_STATE;
	assert_true(reminder_due(&yesterday, TODAY) && reminder_overdue(&yesterday, TODAY));
	assert_true(reminder_due(&today, TODAY) && !reminder_overdue(&today, TODAY));
	assert_false(reminder_due(&tomorrow, TODAY) || reminder_overdue(&tomorrow, TODAY));
}

static void reminder__is_never_due__when_done_or_dropped(void **state)
{
	struct reminder r = due(-7);

	UNUSED_STATE;
	r.state = REMINDER_DONE;
	assert_false(reminder_due(&r, TODAY) || reminder_overdue(&r, TODAY));
	r.state = REMINDER_DROPPED;
	assert_false(reminder_due(&r, TODAY) || reminder_overdue(&r, TODAY));
}

static void reminder_why__says_the_rule_its_day_and_how_often_it_was_moved(void **state)
{
	struct arena a = { 0 };
	struct reminder r = due(0);

	UNUSED_STATE;
	r.made_on = 20764;      /* Sat 7 Nov */
	r.first_due_on = 20728; /* 2 Oct */
	r.rule = "end-of-treatment-2w";
	r.why = "the weeks after treatment are when people are left alone";
	assert_string_equal(reminder_why(&r, 20780, NULL, &a),
	                    "The weeks after treatment are when people are left alone. Rule "
	                    "end-of-treatment-2w, set Sat 7 Nov.");
	r.moved = 1;
	r.rule = "";
	assert_string_equal(
		reminder_why(&r, 20780, NULL, &a),
		"The weeks after treatment are when people are left alone. Set Sat 7 Nov. "
		"Moved once since 2 Oct.");
	r.moved = 3;
	r.moved_reason = "in hospital";
	r.kind = REMINDER_CHASE;
	r.why = "";
	r.promised_by = "Ward 5";
	assert_string_equal(reminder_why(&r, 20780, NULL, &a),
	                    "Ward 5 promised it. Set Sat 7 Nov, 11 working days ago. Moved 3 times "
	                    "since 2 Oct: in hospital.");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reminder__is_due_on_its_day__and_overdue_the_day_after),
		cmocka_unit_test(reminder__is_never_due__when_done_or_dropped),
		cmocka_unit_test(reminder_why__says_the_rule_its_day_and_how_often_it_was_moved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
