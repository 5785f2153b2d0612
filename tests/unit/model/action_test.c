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

static void action_words__begin_small__but_for_i_and_capitals(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(action_words(ACTION_WORKER_DOES, "Ring Rosa", &a), "ring Rosa");
	assert_string_equal(action_words(ACTION_PERSON_DOES, "Ask her GP", &a), "ask her GP");
	assert_string_equal(action_words(ACTION_WORKER_DOES, "DWP: ring", &a), "DWP: ring");
	assert_string_equal(action_words(ACTION_WORKER_DOES, "I think", &a), "I think");
	assert_string_equal(action_words(ACTION_WORKER_DOES, "P45 to her", &a), "P45 to her");
	assert_string_equal(action_words(ACTION_WORKER_DOES, "", &a), "");
	assert_string_equal(action_words(ACTION_CLINICAL_TEAM, "Ask Mr Rao", &a), "Ask Mr Rao");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(action_open__lasts_until_done_or_dropped),
		cmocka_unit_test(action_words__begin_small__but_for_i_and_capitals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
