#include "model/when.h"

#include "test.h"

static struct arena arena;
static struct when_from from; /* Tuesday 24 November 2026, England */

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static int begin(void **state)
{
	static struct holidays h;

	UNUSED_STATE;
	if (holidays_load(NATION_ENGLAND, &arena, &h) != OK)
		return -1;
	from = (struct when_from){ iso("2026-11-24"), &h, WHEN_AHEAD };
	return 0;
}

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

struct when_case {
	const char *typed, *on;
	int minute;
};

static void check(const struct when_case *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct when got = { .on = DAY_NONE };
		const char *fault = "";

		if (when_parse(c[i].typed, &from, &arena, &got, &fault) != OK)
			print_error("“%s”: %s\n", c[i].typed, fault);
		assert_string_equal(day_iso(got.on, &arena), c[i].on);
		assert_int_equal(got.minute, c[i].minute);
	}
}

#define NO_TIME MINUTE_NONE

/* Today is Tuesday 24 November 2026. */
// clang-format off
static const struct when_case ahead_cases[] = {
	{ "today", "2026-11-24", NO_TIME },
	{ "Tomorrow", "2026-11-25", NO_TIME },
	{ " tom ", "2026-11-25", NO_TIME },
	{ "yesterday", "2026-11-23", NO_TIME },
	{ "fri", "2026-11-27", NO_TIME },
	{ "FRIDAY", "2026-11-27", NO_TIME },
	{ "tue", "2026-12-01", NO_TIME },
	{ "mon", "2026-11-30", NO_TIME },
	{ "thurs", "2026-11-26", NO_TIME },
	{ "next fri", "2026-12-04", NO_TIME },
	{ "next mon", "2026-11-30", NO_TIME },
	{ "next sunday", "2026-12-06", NO_TIME },
	{ "this fri", "2026-11-27", NO_TIME },
	{ "last fri", "2026-11-20", NO_TIME },
	{ "last mon", "2026-11-23", NO_TIME },
	{ "on fri", "2026-11-27", NO_TIME },
	{ "+2w", "2026-12-08", NO_TIME },
	{ "+ 2 w", "2026-12-08", NO_TIME },
	{ "+3d", "2026-11-27", NO_TIME },
	{ "+1m", "2026-12-24", NO_TIME },
	{ "+3m", "2027-02-24", NO_TIME },
	{ "+1y", "2027-11-24", NO_TIME },
	{ "-3d", "2026-11-21", NO_TIME },
	{ "in 6 weeks", "2027-01-05", NO_TIME },
	{ "in 10 days", "2026-12-04", NO_TIME },
	{ "in a week", "2026-12-01", NO_TIME },
	{ "in a fortnight", "2026-12-08", NO_TIME },
	{ "fri week", "2026-12-04", NO_TIME },
	{ "tue week", "2026-12-08", NO_TIME },
	{ "fri week 9:30", "2026-12-04", 570 },
	{ "in two weeks", "2026-12-08", NO_TIME },
	{ "2 wks", "2026-12-08", NO_TIME },
	{ "3 days ago", "2026-11-21", NO_TIME },
	{ "30/11", "2026-11-30", NO_TIME },
	{ "30.11", "2026-11-30", NO_TIME },
	{ "24/11", "2026-11-24", NO_TIME },
	{ "23/11", "2027-11-23", NO_TIME },
	{ "5/1", "2027-01-05", NO_TIME },
	{ "30/11/26", "2026-11-30", NO_TIME },
	{ "30-11-2026", "2026-11-30", NO_TIME },
	{ "30 nov", "2026-11-30", NO_TIME },
	{ "30nov", "2026-11-30", NO_TIME },
	{ "30th November", "2026-11-30", NO_TIME },
	{ "nov 30", "2026-11-30", NO_TIME },
	{ "1 sept", "2027-09-01", NO_TIME },
	{ "30 Nov 2026", "2026-11-30", NO_TIME },
	{ "30 nov 27", "2027-11-30", NO_TIME },
	{ "2026-11-30", "2026-11-30", NO_TIME },
	{ "Mon 30 Nov", "2026-11-30", NO_TIME },
	{ "Mon 30 Nov 2026", "2026-11-30", NO_TIME },
	{ "mon 30/11", "2026-11-30", NO_TIME },
	{ "fri 9:30", "2026-11-27", 570 },
	{ "fri 9.30", "2026-11-27", 570 },
	{ "mon 14:00", "2026-11-30", 840 },
	{ "mon at 2pm", "2026-11-30", 840 },
	{ "mon after 17", "2026-11-30", 1020 },
	{ "tomorrow 10", "2026-11-25", 600 },
	{ "next fri 9am", "2026-12-04", 540 },
	{ "30/11 9:30", "2026-11-30", 570 },
	{ "30 nov 9:30", "2026-11-30", 570 },
	{ "30/11 14", "2026-11-30", 840 },
	{ "2026-11-30 09:05", "2026-11-30", 545 },
	{ "Mon 30 Nov 2026 after 17:30", "2026-11-30", 1050 },
	{ "14:00", "2026-11-24", 840 },
	{ "9.30", "2026-11-24", 570 },
	{ "after 5pm", "2026-11-24", 1020 },
	{ "in 6 weeks 9:30", "2027-01-05", 570 },
	{ "+2w 9:30", "2026-12-08", 570 },
	{ "31 jan", "2027-01-31", NO_TIME },
};
// clang-format on

static void when_parse__understands_what_people_say(void **state)
{
	UNUSED_STATE;
	from.way = WHEN_AHEAD;
	check(ahead_cases, COUNT_OF(ahead_cases));
}

static void when_parse__looks_back__for_what_has_happened(void **state)
{
	// clang-format off
	static const struct when_case cases[] = {
		{ "fri", "2026-11-20", NO_TIME },
		{ "tue", "2026-11-17", NO_TIME },
		{ "mon 9:30", "2026-11-23", 570 },
		{ "24/11", "2026-11-24", NO_TIME },
		{ "25/11", "2025-11-25", NO_TIME },
		{ "3 oct", "2026-10-03", NO_TIME },
		{ "3/10/26", "2026-10-03", NO_TIME },
	};
	// clang-format on

	UNUSED_STATE;
	from.way = WHEN_BACK;
	check(cases, COUNT_OF(cases));
	from.way = WHEN_AHEAD;
}

static void when_parse__refuses__what_it_cannot_be_sure_of(void **state)
{
	static const char *const cases[][2] = {
		{ "", "Type a day: fri, +2w, 30/11." },
		{ "   ", "Type a day: fri, +2w, 30/11." },
		{ "soon", "“soon” is not a day. Type fri, +2w, 30/11 or tomorrow." },
		{ "31/11", "There is no 31 November." },
		{ "29/2", "There is no 29 February 2026." },
		{ "29/2/27", "There is no 29 February 2027." },
		{ "11/30", "There is no month 30. The day comes first: 30/11." },
		{ "9.12",
		  "That could be 9 December or 09:12. Type 9/12, or the time with a colon." },
		{ "5", "“5” could be a day or a time. Type 5/12, 5:00 or +5d." },
		{ "+10", "Say days, weeks or months: +10d, +2w, +1m." },
		{ "+", "Say days, weeks or months: +10d, +2w, +1m." },
		{ "in 6", "Say days, weeks or months: +10d, +2w, +1m." },
		{ "next week", "Say which day: “next fri”, “+1w”, “+1m” or 30/11." },
		{ "30 nov 14", "“14” could be a year or a time. Type 2014 or 14:00." },
		{ "tue 30 nov 2026", "Mon 30 Nov 2026 is not a Tue. Which is it?" },
		{ "fri 25:00", "“25:00” is not a time. Type 9:30, 2pm or “after 17”." },
		{ "fri 9:30 or so", "“or” at the end is not understood." },
		{ "mon after", "At what time? Type “mon 9:30” or “mon after 17”." },
		{ "at", "At what time? Type “mon 9:30” or “mon after 17”." },
		{ "1/1/2500", "There is no 1 January 2500." },
		{ "2026-13-01", "There is no month 13. The day comes first: 30/11." },
		{ "a b c d e f g h", "Type only a day and a time: fri 9:30, +2w, 30/11." },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct when got = { .on = 4711 };
		const char *fault = "";

		assert_int_equal(when_parse(cases[i][0], &from, &arena, &got, &fault), E_INVALID);
		assert_string_equal(fault, cases[i][1]);
		assert_int_equal(got.on, 4711);
	}
}

static void when_parse__offers_a_working_day__for_a_weekend_or_holiday(void **state)
{
	struct when got;
	const char *fault;

	UNUSED_STATE;
	assert_int_equal(when_parse("sat", &from, &arena, &got, &fault), OK);
	assert_string_equal(day_iso(got.working, &arena), "2026-11-30");
	assert_string_equal(got.note, "Sat 28 Nov is a weekend. Next working day: Mon 30 Nov.");
	assert_int_equal(when_parse("25/12", &from, &arena, &got, &fault), OK);
	assert_string_equal(got.note, "Fri 25 Dec is Christmas Day. Next working day: Tue 29 Dec.");
	assert_int_equal(when_parse("mon after 17", &from, &arena, &got, &fault), OK);
	assert_string_equal(got.note, "");
	assert_true(got.after);
	assert_int_equal(got.working, got.on);
	assert_int_equal(when_parse("yesterday", &from, &arena, &got, &fault), OK);
	assert_string_equal(got.note, "That day is past.");
	assert_int_equal(when_parse("2/1/2029", &from, &arena, &got, &fault), OK);
	assert_string_equal(got.note, "Bank holidays are known to 2028 only.");
}

static void birth_parse__takes_the_past(void **state)
{
	static const char *const cases[][2] = {
		{ "12/3/81", "1981-03-12" },     { "12 Mar 1981", "1981-03-12" },
		{ "12.03.1981", "1981-03-12" },  { "1981-03-12", "1981-03-12" },
		{ "120381", "1981-03-12" },      { "12031981", "1981-03-12" },
		{ "12 march 81", "1981-03-12" }, { "24/11/26", "2026-11-24" },
		{ "25/11/26", "1926-11-25" },    { "1/1/27", "1927-01-01" },
		{ "29/2/00", "2000-02-29" },     { "1 feb 14", "2014-02-01" },
	};
	const char *fault;
	day got;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(birth_parse(cases[i][0], from.today, &arena, &got, &fault), OK);
		assert_string_equal(day_iso(got, &arena), cases[i][1]);
	}
}

static void birth_parse__refuses__words_and_days_ahead(void **state)
{
	static const char *const cases[] = { "",         "today",   "fri",        "+2w",
		                             "12/3",     "31/2/81", "25/11/2026", "1/1/1900",
		                             "12/13/81", "1203819", "12/3/198",   "29/2/99" };
	const char *fault = NULL;
	day got = 4711;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		fault = NULL;
		assert_int_equal(birth_parse(cases[i], from.today, &arena, &got, &fault),
		                 E_INVALID);
		assert_non_null(fault);
		assert_int_equal(got, 4711);
	}
}

static void csv_day_parse__reads_uk_order(void **state)
{
	static const struct {
		const char *text;
		enum when_way way;
		const char *on;
	} cases[] = {
		{ "3/4/81", WHEN_BACK, "1981-04-03" },
		{ "03-Apr-1981", WHEN_BACK, "1981-04-03" },
		{ "03-Apr-81", WHEN_BACK, "1981-04-03" },
		{ "1981-04-03", WHEN_BACK, "1981-04-03" },
		{ "1981-04-03T00:00:00Z", WHEN_BACK, "1981-04-03" },
		{ "03/04/1981 00:00", WHEN_BACK, "1981-04-03" },
		{ "3/4/27", WHEN_BACK, "1927-04-03" },
		{ "3/4/27", WHEN_AHEAD, "2027-04-03" },
	};
	static const char *const wrong[] = {
		"",           "13/13/2026",       "4/2026", "fri",
		"2026-02-30", "1981-04-03 09:15", "03/04",  "20260403"
	};
	day got = 4711;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_true(csv_day_parse(str_of(cases[i].text), from.today, cases[i].way, &got));
		assert_string_equal(day_iso(got, &arena), cases[i].on);
	}
	got = 4711;
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(csv_day_parse(str_of(wrong[i]), from.today, WHEN_BACK, &got));
	assert_false(csv_day_parse(STR("29/2/27"), from.today, WHEN_BACK, &got));
	assert_int_equal(got, 4711);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(when_parse__understands_what_people_say),
		cmocka_unit_test(when_parse__looks_back__for_what_has_happened),
		cmocka_unit_test(when_parse__refuses__what_it_cannot_be_sure_of),
		cmocka_unit_test(when_parse__offers_a_working_day__for_a_weekend_or_holiday),
		cmocka_unit_test(birth_parse__takes_the_past),
		cmocka_unit_test(birth_parse__refuses__words_and_days_ahead),
		cmocka_unit_test(csv_day_parse__reads_uk_order),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
