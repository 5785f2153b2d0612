/* Local times on both sides of every change of the clock (T61), and zones nobody knows (T63). */
#include "base/clock.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define HOUR 3600

static int in_london(void **state)
{
	UNUSED_STATE;
	setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0",
	       1); /* as Europe/London since 1996, without tzdata */
	tzset();
	return 0;
}

static day last_sunday(int year, int month)
{
	day d = DAY_NONE;

	assert_true(day_from_date((struct date){ year, month, 31 }, &d));
	return d - ((int)day_weekday(d) + 1) % 7;
}

/* The instant at which clocks in the United Kingdom first show that time of that day, or, in the hour
 * that is left out, the time that comes next: from the rule itself, not from the C library. */
static int64_t first_shown(day on, int minute)
{
	int year = day_to_date(on).year;
	day spring = last_sunday(year, 3), autumn = last_sunday(year, 10);
	int64_t at = (int64_t)on * 86400 + (int64_t)minute * 60;
	bool summer = on > spring && on < autumn;

	if (on == spring && minute >= 60 && minute < 120)
		return (int64_t)on * 86400 + HOUR; /* 01:00 is 02:00 */
	if ((on == spring && minute >= 120) || (on == autumn && minute < 120))
		summer = true;
	return summer ? at - HOUR : at;
}

static bool reached(int64_t at, day on, int minute)
{
	day now = clock_day(at);

	return now > on || (now == on && clock_minute(at) >= minute);
}

/* T61: due at nine is due at nine, every day of half a century, and never a second before. */
static void clock__reaches_a_local_time__on_both_sides_of_every_change(void **state)
{
	static const int minutes[] = { 0, 30, 90, 9 * 60, 14 * 60 + 30, 23 * 60 + 59 };
	day first = DAY_NONE, last = DAY_NONE;
	int gaps = 0;

	UNUSED_STATE;
	assert_true(day_from_date((struct date){ 2000, 1, 1 }, &first));
	assert_true(day_from_date((struct date){ 2050, 12, 31 }, &last));
	for (day d = first; d <= last; d++) {
		for (size_t i = 0; i < sizeof(minutes) / sizeof(minutes[0]); i++) {
			int64_t at = first_shown(d, minutes[i]);

			assert_true(reached(at, d, minutes[i]));
			assert_false(reached(at - 1, d, minutes[i]));
			assert_int_equal(clock_day(at), d);
			assert_int_equal(clock_at(d, minutes[i]), at);
			if (clock_minute(at) != minutes[i]) {
				assert_int_equal(minutes[i], 90);
				assert_int_equal(clock_minute(at), 120);
				gaps++;
			}
		}
	}
	assert_int_equal(gaps, 51); /* one a year: 01:30 on the last Sunday of March */
}

static void clock_at__has_no_instant__for_what_is_no_time(void **state)
{
	UNUSED_STATE;
	assert_true(clock_at(DAY_NONE, 90) == CLOCK_NEVER);
	assert_true(clock_at(20780, MINUTE_NONE) == CLOCK_NEVER);
	assert_true(clock_at(20780, 1440) == CLOCK_NEVER);
}

static void zone_is_good(const char *name, bool good)
{
	struct arena a = { 0 };

	if (name)
		setenv("TZ", name, 1);
	else
		unsetenv("TZ");
	if (good)
		assert_string_equal(clock_zone_fault(&a), "");
	else
		assert_non_null(strstr(clock_zone_fault(&a), "is not known on this computer"));
	arena_reset(&a);
}

/* T63: the C library takes what it does not know for UTC and is silent. */
static void clock_zone__that_nobody_knows__is_said(void **state)
{
	static const char *const bad[] = { "Nowhere/Bad", "Europe/Londn", "europe/London/",
		                           "BST",         "GB\x1b[31m",   "../../etc/passwd",
		                           "/etc/passwd", ":Nowhere",     "+01:00",
		                           "London" };
	static const char *const good[] = { "GMT0BST,M3.5.0/1,M10.5.0", "UTC", "<+01>-1", ":UTC",
		                            "NST3:30" };

	UNUSED_STATE;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		zone_is_good(bad[i], false);
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		zone_is_good(good[i], true);
	zone_is_good(NULL, true);
	zone_is_good("", true);
	assert_int_equal(in_london(state), 0);
}

static void clock_zone__in_a_file_of_rules__is_known(void **state)
{
	char folder[] = "/tmp/clew-zone-XXXXXX", path[64];
	FILE *f;

	UNUSED_STATE;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/Home", folder);
	f = fopen(path, "we");
	assert_non_null(f);
	fputs("TZif2", f);
	fclose(f);
	setenv("TZDIR", folder, 1);
	zone_is_good("Home", true);
	zone_is_good(path, true);
	zone_is_good("Away", false);
	unsetenv("TZDIR");
	remove(path);
	rmdir(folder);
	assert_int_equal(in_london(state), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clock__reaches_a_local_time__on_both_sides_of_every_change),
		cmocka_unit_test(clock_at__has_no_instant__for_what_is_no_time),
		cmocka_unit_test(clock_zone__that_nobody_knows__is_said),
		cmocka_unit_test(clock_zone__in_a_file_of_rules__is_known),
	};

	return cmocka_run_group_tests(tests, in_london, NULL);
}
