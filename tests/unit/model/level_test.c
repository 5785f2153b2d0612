#include "test.h"

#include "model/level.h"

#include <string.h>

static void levels__have_their_published_tests_and_where_they_hold(void **state)
{
	struct arena a = { 0 };
	struct levels levels = levels_load(&a);

	UNUSED_STATE;
	for (int i = 0; i < LEVELS_JUDGED; i++) {
		assert_int_equal(levels.at[i].level, level_of_digit(i + 1));
		assert_true(levels.at[i].n >= 3);
	}
	assert_non_null(strstr(levels.at[0].at[0], "One or two"));
	assert_non_null(strstr(levels.at[3].at[0], "threatened"));
	assert_non_null(strstr(levels.note, "England to 2015"));
	arena_reset(&a);
}

static void level_of_digit__rises_with_the_digit(void **state)
{
	UNUSED_STATE;
	assert_int_equal(level_of_digit(1), NEED_LOW);
	assert_int_equal(level_of_digit(2), NEED_MODERATE);
	assert_int_equal(level_of_digit(3), NEED_SUBSTANTIAL);
	assert_int_equal(level_of_digit(4), NEED_CRITICAL);
	assert_int_equal(level_of_digit(0), NEED_NOT_JUDGED);
	assert_int_equal(level_of_digit(5), NEED_LEVEL_NONE);
	assert_int_equal(level_of_digit(-1), NEED_LEVEL_NONE);
}

static void level_text__says_nothing_where_nobody_judged(void **state)
{
	UNUSED_STATE;
	assert_string_equal(level_text(NEED_SUBSTANTIAL), "substantial need");
	assert_string_equal(level_text(NEED_NOT_JUDGED), "");
	assert_string_equal(level_text(NEED_LEVEL_NONE), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels__have_their_published_tests_and_where_they_hold),
		cmocka_unit_test(level_of_digit__rises_with_the_digit),
		cmocka_unit_test(level_text__says_nothing_where_nobody_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
