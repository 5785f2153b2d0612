#include "base/day.h"

#include "test.h"

#include <string.h>

static day date(int year, int month, int mday)
{
	day d = DAY_NONE;

	assert_true(day_from_date((struct date){ year, month, mday }, &d));
	return d;
}

/* The calendar again, as a person counts: one day after the other. */
static struct date next_date(struct date d)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int leap = d.year % 4 == 0 && (d.year % 100 != 0 || d.year % 400 == 0);
	int last = days[d.month - 1] + (d.month == 2 ? leap : 0);

	if (d.mday < last)
		return (struct date){ d.year, d.month, d.mday + 1 };
	if (d.month < 12)
		return (struct date){ d.year, d.month + 1, 1 };
	return (struct date){ d.year + 1, 1, 1 };
}

static void day__counts_every_day__of_350_years(void **state)
{
	struct date expected = { 1850, 1, 1 };
	day first = date(1850, 1, 1), last = date(2199, 12, 31);
	enum weekday weekday = TUESDAY; /* 1 January 1850 */
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_int_equal(date(1970, 1, 1), 0);
	assert_int_equal(last - first + 1, 127835);
	for (day d = first; d <= last; d++) {
		struct date got = day_to_date(d);
		day back = DAY_NONE;

		assert_int_equal(got.year, expected.year);
		assert_int_equal(got.month, expected.month);
		assert_int_equal(got.mday, expected.mday);
		assert_int_equal(date(got.year, got.month, got.mday), d);
		assert_int_equal(day_weekday(d), weekday);
		assert_true(day_parse_iso(str_of(day_iso(d, &a)), &back));
		assert_int_equal(back, d);
		expected = next_date(expected);
		weekday = (enum weekday)((weekday + 1) % 7);
	}
	assert_int_equal(day_weekday(date(2026, 11, 23)), MONDAY);
	arena_reset(&a);
}

static void day_valid__holds__from_1850_to_2199(void **state)
{
	UNUSED_STATE;
	assert_true(day_valid(date(1850, 1, 1)));
	assert_false(day_valid(date(1850, 1, 1) - 1));
	assert_true(day_valid(date(2199, 12, 31)));
	assert_false(day_valid(date(2199, 12, 31) + 1));
	assert_false(day_valid(DAY_NONE));
}

static void day_from_date__refuses__what_is_no_date(void **state)
{
	static const struct date none[] = {
		{ 2025, 2, 29 }, { 1900, 2, 29 }, { 2026, 4, 31 }, { 2026, 0, 1 },
		{ 2026, 13, 1 }, { 2026, 1, 0 },  { 2026, 1, 32 }, { 1849, 12, 31 },
		{ 2200, 1, 1 },  { 2026, -1, 1 }, { 2026, 1, -1 },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(none); i++) {
		day d = 77;

		assert_false(day_from_date(none[i], &d));
		assert_int_equal(d, 77);
	}
}

static void day_add_months__keeps_the_day_or_the_last__from_each_day_of_a_year(void **state)
{
	static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
		                       31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
		                       31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	day first = date(2024, 1, 1);

	UNUSED_STATE;
	for (day d = first; d < first + 366; d++) {
		struct date from = day_to_date(d);

		for (int months = 1; months <= 24; months++) {
			int month = from.month - 1 + months; /* from January 2024 */
			struct date to = day_to_date(day_add_months(d, months));
			int last = lengths[month];

			assert_int_equal(to.year, 2024 + month / 12);
			assert_int_equal(to.month, month % 12 + 1);
			assert_int_equal(to.mday, from.mday < last ? from.mday : last);
		}
	}
}

static void day_add_months__goes_back_and_stops__at_the_ends(void **state)
{
	UNUSED_STATE;
	assert_int_equal(day_add_months(date(2026, 3, 31), -1), date(2026, 2, 28));
	assert_int_equal(day_add_months(date(2026, 1, 31), 1), date(2026, 2, 28));
	assert_int_equal(day_add_months(date(2024, 1, 31), 1), date(2024, 2, 29));
	assert_int_equal(day_add_months(date(2026, 1, 15), -12), date(2025, 1, 15));
	assert_int_equal(day_add_months(date(2026, 1, 15), 0), date(2026, 1, 15));
	assert_int_equal(day_add_months(date(2199, 12, 31), 1), DAY_NONE);
	assert_int_equal(day_add_months(date(1850, 1, 1), -1), DAY_NONE);
	assert_int_equal(day_add_months(date(2026, 1, 1), INT32_MAX), DAY_NONE);
	assert_int_equal(day_add_months(DAY_NONE, 1), DAY_NONE);
}

static void day_years_between__counts_birthdays(void **state)
{
	UNUSED_STATE;
	assert_int_equal(day_years_between(date(1981, 3, 12), date(2026, 3, 11)), 44);
	assert_int_equal(day_years_between(date(1981, 3, 12), date(2026, 3, 12)), 45);
	assert_int_equal(day_years_between(date(2008, 2, 29), date(2026, 2, 28)), 17);
	assert_int_equal(day_years_between(date(2008, 2, 29), date(2026, 3, 1)), 18);
	assert_int_equal(day_years_between(date(2026, 1, 2), date(2026, 1, 2)), 0);
	assert_int_equal(day_years_between(date(2026, 1, 2), date(2026, 1, 1)), -1);
	assert_int_equal(day_years_between(DAY_NONE, date(2026, 1, 1)), -1);
}

static void day_parse_iso__takes_nothing_else(void **state)
{
	static const char *const wrong[] = { "",           "2026-1-2",    "2026-02-30",
		                             "2026/01/02", "2026-01-02 ", " 026-01-02",
		                             "+026-01-02", "2026-01-0x",  "02-01-2026",
		                             "2026-01-021" };
	day d = 77;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(day_parse_iso(str_of(wrong[i]), &d));
	assert_int_equal(d, 77);
	assert_true(day_parse_iso(STR("2026-11-23"), &d));
	assert_int_equal(d, date(2026, 11, 23));
}

static void day_text__is_written_as_people_write(void **state)
{
	struct arena a = { 0 };
	day d = date(2026, 11, 23);

	UNUSED_STATE;
	assert_string_equal(day_iso(d, &a), "2026-11-23");
	assert_string_equal(day_short(d, date(2026, 1, 1), &a), "Mon 23 Nov");
	assert_string_equal(day_short(d, date(2025, 12, 31), &a), "Mon 23 Nov 2026");
	assert_string_equal(day_plain(d, date(2026, 1, 1), &a), "23 Nov");
	assert_string_equal(day_plain(d, date(2025, 12, 31), &a), "23 Nov 2026");
	assert_string_equal(day_short(d, DAY_NONE, &a), "Mon 23 Nov 2026");
	assert_string_equal(day_birth(date(1981, 3, 12), &a), "12 Mar 1981");
	assert_string_equal(day_long(d, &a), "Monday 23 November 2026");
	assert_string_equal(day_long(date(2026, 9, 2), &a), "Wednesday 2 September 2026");
	arena_reset(&a);
}

static void day_text__is_empty__without_a_day(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(day_iso(DAY_NONE, &a), "");
	assert_string_equal(day_short(DAY_NONE, 0, &a), "");
	assert_string_equal(day_plain(DAY_NONE, 0, &a), "");
	assert_string_equal(day_plain(INT32_MAX, 0, &a), "");
	assert_string_equal(day_birth(DAY_NONE, &a), "");
	assert_string_equal(day_long(DAY_NONE, &a), "");
	assert_string_equal(day_long(INT32_MAX, &a), "");
	arena_reset(&a);
}

static void day_span__names_the_near_and_rounds_the_far(void **state)
{
	static const struct {
		int days;
		const char *text;
	} spans[] = {
		{ 0, "today" },       { 1, "tomorrow" },    { -1, "yesterday" },
		{ 2, "2 days" },      { -3, "3 days" },     { 13, "13 days" },
		{ 14, "2 wks" },      { -20, "2 wks" },     { 35, "5 wks" },
		{ 91, "13 wks" },     { 92, "3 months" },   { 212, "6 months" },
		{ 364, "11 months" }, { 365, "12 months" }, { -430, "14 months" },
		{ 729, "23 months" }, { 730, "2 years" },   { 3653, "10 years" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(spans); i++)
		assert_string_equal(day_span(spans[i].days, &a), spans[i].text);
	assert_non_null(strstr(day_span(INT32_MIN, &a), "years"));
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day__counts_every_day__of_350_years),
		cmocka_unit_test(day_valid__holds__from_1850_to_2199),
		cmocka_unit_test(day_from_date__refuses__what_is_no_date),
		cmocka_unit_test(
			day_add_months__keeps_the_day_or_the_last__from_each_day_of_a_year),
		cmocka_unit_test(day_add_months__goes_back_and_stops__at_the_ends),
		cmocka_unit_test(day_years_between__counts_birthdays),
		cmocka_unit_test(day_parse_iso__takes_nothing_else),
		cmocka_unit_test(day_text__is_written_as_people_write),
		cmocka_unit_test(day_text__is_empty__without_a_day),
		cmocka_unit_test(day_span__names_the_near_and_rounds_the_far),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
