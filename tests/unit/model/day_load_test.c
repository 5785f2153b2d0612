#include "model/day_load.h"

#include "test.h"

#define MONDAY 20780 /* 23 November 2026 */

/* From Friday on: Fri 1, Mon 14, Tue 9, Wed 3. */
static const int loads[] = { 1, 0, 0, 14, 9, 3, 2, 0, 0, 0, 0 };
static const struct day_counts counts = { MONDAY - 3, sizeof(loads) / sizeof(*loads), loads };

static void day_load__offers_the_nearest_working_day_with_half_of_it(void **state)
{
	struct arena a = { 0 };
	struct day_load x = day_load_of(MONDAY, &counts, 12, MONDAY, NULL);

	UNUSED_STATE;
	assert_true(x.full);
	assert_int_equal(x.lighter, MONDAY + 2); /* Tuesday is no lighter, Friday has gone */
	assert_string_equal(day_load_text(&x, MONDAY, &a), "14 others that day, 3 on Wed 25 Nov");
	x = day_load_of(MONDAY, &counts, 12, MONDAY - 3, NULL);
	assert_int_equal(x.lighter, MONDAY - 3); /* nearer, and still to come */
	arena_reset(&a);
}

static void day_load__offers_nothing__when_the_day_is_not_full(void **state)
{
	struct arena a = { 0 };
	struct day_load x = day_load_of(MONDAY, &counts, 15, MONDAY, NULL);

	UNUSED_STATE;
	assert_false(x.full);
	assert_int_equal(x.lighter, DAY_NONE);
	assert_string_equal(day_load_text(&x, MONDAY, &a), "14 others that day");
	x = day_load_of(MONDAY - 3, &counts, 15, MONDAY - 3, NULL);
	assert_string_equal(day_load_text(&x, MONDAY, &a), "1 other that day");
	x = day_load_of(MONDAY + 100, &counts, 15, MONDAY, NULL); /* not known */
	assert_string_equal(day_load_text(&x, MONDAY, &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day_load__offers_the_nearest_working_day_with_half_of_it),
		cmocka_unit_test(day_load__offers_nothing__when_the_day_is_not_full),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
