#include "model/opening.h"

#include "base/clock.h"
#include "test.h"

static struct arena arena;
static struct holidays holidays;

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static int begin(void **state)
{
	UNUSED_STATE;
	return holidays_load(NATION_ENGLAND, &arena, &holidays) == OK ? 0 : -1;
}

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static const char *shown(const char *typed)
{
	struct service_time x;
	const char *why = "";

	if (!opening_parse(str_of(typed), iso("2026-11-24"), &arena, &x, &why))
		return why;
	return opening_text(&x, &arena);
}

static void opening__is_read_and_shown__as_people_write_it(void **state)
{
	static const char *const cases[][2] = {
		{ "Mon Wed 9:30–16:00", "Mon Wed 9:30–16:00" },
		{ "monday, wednesday 9.30am - 4pm", "Mon Wed 9:30–16:00" },
		{ "Mon-Fri 9-5", "Mon–Fri 9:00–17:00" },
		{ "weekdays 9am to 5pm", "Mon–Fri 9:00–17:00" },
		{ "Tues & Thurs 2-4pm", "Tue Thu 14:00–16:00" },
		{ "every day 8am to midnight", "every day 8:00–midnight" },
		{ "Fri to Mon noon-2pm", "Mon Fri–Sun 12:00–14:00" },
		{ "every other Tuesday 14:00", "every other Tue 14:00" },
		{ "first Friday of the month 10-12", "first Fri of the month 10:00–12:00" },
		{ "1st and 3rd Tue of the month", "first and third Tue of the month" },
		{ "last Thursday of every month 18:00-20:00", "last Thu of the month 18:00–20:00" },
		{ "15th of the month 10:00–11:00", "15th of the month 10:00–11:00" },
		{ "first Mon and last Fri of the month", "first Mon and last Fri of the month" },
		{ "Tue 10-12 from 4 Jan 2027 until 31/3/2027 (term time only)",
		  "Tue 10:00–12:00 from 4 Jan 2027 until 31 Mar 2027 (term time only)" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_string_equal(shown(cases[i][0]), cases[i][1]);
		assert_string_equal(shown(cases[i][1]), cases[i][1]);
	}
}

static void opening__says_what_it_does_not_understand(void **state)
{
	UNUSED_STATE;
	assert_string_equal(shown("whenever 9-5"),
	                    "“whenever” is not understood. As Mon Wed 9:30–16:00; what else there "
	                    "is to say in brackets.");
	assert_string_equal(shown("9-5"), "On which days? As Mon Wed 9:30–16:00, or first Fri of "
	                                  "the month.");
	assert_string_equal(shown("Mon 16:00-14:00"), "It would close before it opens.");
	assert_string_equal(shown("Mon, first Fri of the month"),
	                    "Days of the week and of the month are two lines.");
	assert_string_equal(shown("Mon from 4 Jan 2027 until 1 Dec 2026"),
	                    "It would end before it begins.");
}

static const char *now_is(const char *hours, const char *on, int minute)
{
	struct service_time_list times = opening_read(hours, iso("2026-11-24"), &arena);
	struct opening_now now = { iso(on), minute, &holidays };

	return opening_now(&times, &now, &arena);
}

static void opening_now__tells_the_minute_before_and_after(void **state)
{
	static const char hours[] = "Mon-Fri 9:30-16:00; Sat 10-12";

	UNUSED_STATE;
	assert_string_equal(now_is(hours, "2026-11-24", 9 * 60 + 29), "opens 9:30");
	assert_string_equal(now_is(hours, "2026-11-24", 9 * 60 + 30), "open now until 16:00");
	assert_string_equal(now_is(hours, "2026-11-24", 15 * 60 + 59), "open now until 16:00");
	assert_string_equal(now_is(hours, "2026-11-24", 16 * 60), "opens tomorrow 9:30");
	assert_string_equal(now_is(hours, "2026-11-28", 12 * 60), "opens Mon 9:30");
	assert_string_equal(now_is("Mon 9-12; Mon 13-15", "2026-11-23", 12 * 60 + 5),
	                    "opens 13:00");
	assert_string_equal(now_is("Tue", "2026-11-24", 600), "open today");
	assert_string_equal(now_is("by appointment", "2026-11-24", 600), "");
}

static void opening_now__knows_months_and_their_ends(void **state)
{
	UNUSED_STATE;
	assert_string_equal(now_is("first Fri of the month 10-12", "2026-12-04", 600),
	                    "open now until 12:00");
	assert_string_equal(now_is("first Fri of the month 10-12", "2026-12-11", 600),
	                    "opens Fri 1 Jan 2027 10:00");
	assert_string_equal(now_is("last Fri of the month 10-12", "2026-11-27", 600),
	                    "open now until 12:00");
	assert_string_equal(now_is("31st of the month 10-12", "2026-11-30", 600),
	                    "opens Thu 31 Dec 10:00");
	/* every other week counts from when it began, through the year's end */
	assert_string_equal(now_is("every other Tue 10-12 from 24 Nov 2026", "2026-12-01", 600),
	                    "opens Tue 8 Dec 10:00");
	assert_string_equal(now_is("every other Tue 10-12", "2026-12-01", 600), "");
	assert_string_equal(now_is("Tue 10-12 until 24 Nov 2026", "2026-11-25", 600), "");
}

static void opening_now__doubts_a_bank_holiday(void **state)
{
	UNUSED_STATE;
	assert_string_equal(now_is("weekdays 9-5", "2026-12-25", 600),
	                    "usually open now until 17:00; it is Christmas Day, ring first");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening__is_read_and_shown__as_people_write_it),
		cmocka_unit_test(opening__says_what_it_does_not_understand),
		cmocka_unit_test(opening_now__tells_the_minute_before_and_after),
		cmocka_unit_test(opening_now__knows_months_and_their_ends),
		cmocka_unit_test(opening_now__doubts_a_bank_holiday),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
