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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reminder__is_due_on_its_day__and_overdue_the_day_after),
		cmocka_unit_test(reminder__is_never_due__when_done_or_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
