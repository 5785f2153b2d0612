#include "model/action.h"

#include "test.h"

static void action_open__lasts_until_done_or_dropped(void **state)
{
	UNUSED_STATE;
	assert_true(action_open(ACTION_NOT_STARTED));
	assert_true(action_open(ACTION_STARTED));
	assert_false(action_open(ACTION_COMPLETED));
	assert_false(action_open(ACTION_NOT_APPLICABLE));
	assert_false(action_open(ACTION_STATUS_NONE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(action_open__lasts_until_done_or_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
