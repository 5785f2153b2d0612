#include "base/clock.h"

#include "test.h"

#include <stdlib.h>
#include <time.h>

static int in_london(void **state)
{
	UNUSED_STATE;
	setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0", 1); /* as Europe/London, without tzdata */
	tzset();
	return 0;
}

static void clock_day__is_the_local_one__around_midnight(void **state)
{
	UNUSED_STATE;
	assert_int_equal(clock_day(0), 0);
	assert_int_equal(clock_day(1782860399), 20634); /* 2026-06-30 23:59:59 BST */
	assert_int_equal(clock_day(1782860400), 20635);
	assert_int_equal(clock_minute(1782860399), 23 * 60 + 59);
	assert_int_equal(clock_minute(1782860400), 0);
	assert_int_equal(clock_minute(1795424400), 9 * 60); /* 23 November, no summer time */
	assert_int_equal(clock_day(INT64_MAX), DAY_NONE);
}

static void zone_is(const char *tz, int64_t at, const char *zone)
{
	struct arena a = { 0 };

	setenv("TZ", tz, 1);
	tzset();
	assert_string_equal(clock_zone(at, &a), zone);
	arena_reset(&a);
}

/* Rules of one's own stand for names, so that it holds without tzdata. */
static void clock_zone__is_its_name_and_how_far_it_is_off(void **state)
{
	const int64_t winter = 1795424400, summer = 1782860399;

	zone_is("GMT0BST,M3.5.0/1,M10.5.0", winter, "GMT0BST,M3.5.0/1,M10.5.0 +00:00");
	zone_is("GMT0BST,M3.5.0/1,M10.5.0", summer, "GMT0BST,M3.5.0/1,M10.5.0 +01:00");
	zone_is("NST3:30", winter, "NST3:30 -03:30");
	zone_is("<+0545>-5:45", winter, "<+0545>-5:45 +05:45");
	zone_is("XYZ0:30", winter, "XYZ0:30 -00:30");
	zone_is(":UTC", winter, "UTC +00:00");
	assert_int_equal(in_london(state), 0);
}

static void clock__runs_forward(void **state)
{
	int64_t boot = clock_boot_ms();

	UNUSED_STATE;
	assert_true(clock_now() > 1700000000);
	assert_true(boot > 0);
	assert_true(clock_boot_ms() >= boot);
}

static void minute_text__has_two_digits_each(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(minute_text(545, &a), "09:05");
	assert_string_equal(minute_text(0, &a), "00:00");
	assert_string_equal(minute_text(1439, &a), "23:59");
	assert_string_equal(minute_text(1440, &a), "");
	assert_string_equal(minute_text(MINUTE_NONE, &a), "");
	arena_reset(&a);
}

static void minute_parse__takes_times_as_people_say_them(void **state)
{
	static const struct {
		const char *text;
		int minute;
	} times[] = {
		{ "9", 540 },   { "09", 540 },     { "9:05", 545 },   { "09.05", 545 },
		{ "9am", 540 }, { "2pm", 840 },    { "1430", 870 },   { "930", 570 },
		{ "12am", 0 },  { "12pm", 720 },   { "12:30am", 30 }, { " 2.15 PM ", 855 },
		{ "0:00", 0 },  { "23:59", 1439 }, { "0", 0 },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(times); i++) {
		int minute = MINUTE_NONE;

		assert_true(minute_parse(str_of(times[i].text), &minute));
		assert_int_equal(minute, times[i].minute);
	}
}

static void minute_parse__refuses_the_rest(void **state)
{
	static const char *const wrong[] = { "",        "24", "9:5",    "9:60", "13pm",
		                             "0am",     "am", "-9",     "9:-5", "14300",
		                             "9:05:00", "9h", "2400",   "1261", "x:05",
		                             ":05",     "9:", "009:05", "noon", "9 05" };
	int minute = 77;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(minute_parse(str_of(wrong[i]), &minute));
	assert_int_equal(minute, 77);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clock_day__is_the_local_one__around_midnight),
		cmocka_unit_test(clock_zone__is_its_name_and_how_far_it_is_off),
		cmocka_unit_test(clock__runs_forward),
		cmocka_unit_test(minute_text__has_two_digits_each),
		cmocka_unit_test(minute_parse__takes_times_as_people_say_them),
		cmocka_unit_test(minute_parse__refuses_the_rest),
	};

	return cmocka_run_group_tests(tests, in_london, NULL);
}
