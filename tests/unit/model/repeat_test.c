/* What comes again: in words both ways, and on which days. */
#include "model/repeat.h"

#include "dice.h"
#include "test.h"

#include <string.h>

static struct arena arena;
static struct holidays england;

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static int begin(void **state)
{
	UNUSED_STATE;
	return holidays_load(NATION_ENGLAND, &arena, &england) == OK ? 0 : -1;
}

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

#define ON "2026-11-27" /* a Friday */

static struct repeat parse(const char *text)
{
	struct repeat r = { 0 };
	const char *fault = "";

	if (repeat_parse(text, iso(ON), iso("2026-11-23"), &arena, &r, &fault) != OK)
		fail_msg("%s: %s", text, fault);
	return r;
}

static void repeat_parse__takes_what_people_type(void **state)
{
	static const struct {
		const char *typed, *said;
	} cases[] = {
		{ "weekly", "every week on Friday" },
		{ "every week", "every week on Friday" },
		{ "Every Fri", "every week on Friday" },
		{ "fridays", "every week on Friday" },
		{ "fortnightly", "every 2 weeks on Friday" },
		{ "every fortnight", "every 2 weeks on Friday" },
		{ "every 2 weeks on Friday", "every 2 weeks on Friday" },
		{ "every other tue", "every 2 weeks on Tuesday" },
		{ "every second week", "every 2 weeks on Friday" },
		{ "every two weeks on mon", "every 2 weeks on Monday" },
		{ "every 2 fortnights", "every 4 weeks on Friday" },
		{ "mon and thu", "every week on Monday and Thursday" },
		{ "every week on mon, wed & fri", "every week on Monday, Wednesday and Friday" },
		{ "weekdays", "every weekday" },
		{ "every working day", "every weekday" },
		{ "daily", "every day" },
		{ "every 3 days", "every 3 days" },
		{ "monthly", "every month on the 27th" },
		{ "every month on the 1st", "every month on the 1st" },
		{ "1st of the month", "every month on the 1st" },
		{ "the 15th of every month", "every month on the 15th" },
		{ "every month on the 31st", "every month on the last day" },
		{ "last day of the month", "every month on the last day" },
		{ "last Friday of the month", "every month on the last Friday" },
		{ "first monday of every month", "every month on the first Monday" },
		{ "every 2nd tuesday", "every month on the second Tuesday" },
		{ "every 3 months", "every 3 months on the 27th" },
		{ "quarterly", "every 3 months on the 27th" },
		{ "every 3 months on the last Friday", "every 3 months on the last Friday" },
		{ "yearly", "every 12 months on the 27th" },
		{ "every other month", "every 2 months on the 27th" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct repeat r = parse(cases[i].typed);

		assert_string_equal(repeat_text(&r, &arena), cases[i].said);
		assert_int_equal(r.until, DAY_NONE);
	}
	assert_int_equal(parse("weekly until 30 Nov").until, iso("2026-11-30"));
	assert_int_equal(parse("every fri till 18/12/2026").until, iso("2026-12-18"));
}

static void repeat_parse__says_what_it_does_not_understand(void **state)
{
	static const struct {
		const char *typed, *says;
	} cases[] = {
		{ "", "How often?" },
		{ "sometimes", "“sometimes” is not understood" },
		{ "every month on friday", "Which one of the month?" },
		{ "every week on the 1st", "goes with months" },
		{ "every 3 days on friday", "goes with weeks" },
		{ "every 0 weeks", "“0” is not understood" },
		{ "every 100 weeks", "“100” is not understood" },
		{ "weekly until whenever", "“whenever” is not a day" },
		{ "every other weekday", "every weekday" },
		{ "every week every month", "Days, weeks or months?" },
		{ "every month on the 1st on the last friday", "One day of the month" },
		{ "\x1b[31m", "<" },
		{ "a a a a a a a a a a a a a a a a a a", "too long" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct repeat r;
		const char *fault = "";

		assert_int_equal(repeat_parse(cases[i].typed, iso(ON), iso(ON), &arena, &r, &fault),
		                 E_INVALID);
		if (!strstr(fault, cases[i].says))
			fail_msg("%s: “%s”, not “%s”", cases[i].typed, fault, cases[i].says);
	}
}

static int dice_from(struct dice *d, int from, int to)
{
	return from + (int)dice_below(d, (uint32_t)(to - from + 1));
}

static struct repeat any_repeat(struct dice *d)
{
	struct repeat r = { .unit = (enum repeat_unit)dice_from(d, REPEAT_WEEKDAYS, REPEAT_MONTHS),
		            .every = dice_from(d, 1, REPEAT_EVERY_MOST),
		            .until = DAY_NONE };

	if (r.unit == REPEAT_WEEKDAYS)
		r.every = 1;
	if (r.unit == REPEAT_WEEKS)
		r.weekdays = (unsigned)dice_from(d, 1, 127);
	if (r.unit == REPEAT_MONTHS && dice_from(d, 0, 1)) {
		r.nth = dice_from(d, 0, 4);
		r.nth = r.nth ? r.nth : -1;
		r.weekday = (enum weekday)dice_from(d, MONDAY, SUNDAY);
	} else if (r.unit == REPEAT_MONTHS) {
		r.mday = dice_from(d, 1, 31);
	}
	return r;
}

static bool same(const struct repeat *x, const struct repeat *y)
{
	return x->unit == y->unit && x->every == y->every && x->weekdays == y->weekdays &&
	       x->mday == y->mday && x->nth == y->nth && x->weekday == y->weekday &&
	       x->until == y->until;
}

static void repeat_parse__of_what_is_said__is_the_same_again(void **state)
{
	struct dice d = dice_begin("repeat");

	UNUSED_STATE;
	for (int i = 0; i < 20000; i++) {
		struct repeat r = any_repeat(&d), again;
		const char *text = repeat_text(&r, &arena), *fault = "";

		if (repeat_parse(text, iso("2026-11-25"), iso(ON), &arena, &again, &fault) != OK ||
		    !same(&r, &again))
			fail_msg("%s: %s %s", text, repeat_text(&again, &arena), fault);
	}
}

static void repeat_next__is_always_ahead__and_one_that_is_said(void **state)
{
	struct dice d = dice_begin("repeat");

	UNUSED_STATE;
	for (int i = 0; i < 3000; i++) {
		struct repeat r = any_repeat(&d);
		day last = iso("2026-01-01") + dice_from(&d, 0, 900);
		day after = last + dice_from(&d, -30, 60);
		day next = repeat_next(&r, last, after, &england);

		assert_true(next > last && next > after);
		if (r.unit == REPEAT_WEEKS)
			assert_true(r.weekdays & (1u << day_weekday(next)));
		if (r.unit == REPEAT_MONTHS && r.nth)
			assert_int_equal(day_weekday(next), r.weekday);
		if (r.unit == REPEAT_DAYS)
			assert_int_equal((next - last) % r.every, 0);
	}
}

static void repeat_next__at_every_boundary(void **state)
{
	static const struct {
		const char *rule, *last, *after, *next;
	} cases[] = {
		/* done on the day, late by a bit, late past the next */
		{ "every week on Friday", "2026-11-27", "2026-11-27", "2026-12-04" },
		{ "every week on Friday", "2026-11-27", "2026-12-01", "2026-12-04" },
		{ "every week on Friday", "2026-11-27", "2026-12-04", "2026-12-11" },
		{ "every week on Friday", "2026-11-27", "2026-11-20", "2026-12-04" },
		{ "every 2 weeks on Friday", "2026-11-27", "2026-12-04", "2026-12-11" },
		{ "every 2 weeks on Friday", "2026-11-27", "2026-12-12", "2026-12-25" },
		{ "every 2 weeks on Mon and Thu", "2026-11-23", "2026-11-23", "2026-11-26" },
		{ "every 2 weeks on Mon and Thu", "2026-11-26", "2026-11-26", "2026-12-07" },
		{ "every weekday", "2026-12-24", "2026-12-24", "2026-12-29" },
		{ "every weekday", "2026-11-27", "2026-11-27", "2026-11-30" },
		{ "every 3 days", "2026-11-27", "2026-12-04", "2026-12-06" },
		{ "every month on the 31st", "2026-01-31", "2026-01-31", "2026-02-28" },
		{ "every month on the 31st", "2026-02-28", "2026-02-28", "2026-03-31" },
		{ "every month on the 30th", "2028-01-30", "2028-01-30", "2028-02-29" },
		{ "yearly", "2028-02-29", "2028-02-29", "2029-02-27" },
		{ "every month on the 1st", "2026-11-27", "2026-11-27", "2026-12-01" },
		{ "every 3 months on the 15th", "2026-11-15", "2027-03-01", "2027-05-15" },
		{ "last Friday of the month", "2026-11-27", "2026-11-27", "2026-12-25" },
		{ "first Monday of the month", "2026-11-02", "2026-12-07", "2027-01-04" },
		{ "every week on Friday until 4 Dec 2026", "2026-11-27", "2026-11-27",
		  "2026-12-04" },
		{ "every day", "2026-03-28", "2026-03-28", "2026-03-29" },
		{ "every day", "2026-10-24", "2026-10-24", "2026-10-25" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct repeat r = parse(cases[i].rule);
		day next = repeat_next(&r, iso(cases[i].last), iso(cases[i].after), &england);

		if (next != iso(cases[i].next))
			fail_msg("%s after %s: %s, not %s", cases[i].rule, cases[i].after,
			         day_iso(next, &arena), cases[i].next);
	}
}

static void repeat_next__ends_on_its_day(void **state)
{
	struct repeat r = parse("every week on Friday until 4 Dec 2026");

	UNUSED_STATE;
	assert_int_equal(repeat_next(&r, iso("2026-12-04"), iso("2026-12-04"), &england), DAY_NONE);
	r.unit = REPEAT_NONE;
	assert_int_equal(repeat_next(&r, iso("2026-11-27"), iso("2026-11-27"), &england), DAY_NONE);
}

static void repeat_preview__names_the_days_it_will_be_due(void **state)
{
	struct repeat r = parse("every 2 weeks on Friday");

	UNUSED_STATE;
	assert_string_equal(repeat_preview(&r, iso(ON), iso("2026-11-23"), &england, &arena),
	                    "Fri 11 Dec, Tue 29 Dec, Fri 8 Jan 2027");
	r.until = iso("2026-12-11");
	assert_string_equal(repeat_preview(&r, iso(ON), iso("2026-11-23"), &england, &arena),
	                    "Fri 11 Dec");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repeat_parse__takes_what_people_type),
		cmocka_unit_test(repeat_parse__says_what_it_does_not_understand),
		cmocka_unit_test(repeat_parse__of_what_is_said__is_the_same_again),
		cmocka_unit_test(repeat_next__is_always_ahead__and_one_that_is_said),
		cmocka_unit_test(repeat_next__at_every_boundary),
		cmocka_unit_test(repeat_next__ends_on_its_day),
		cmocka_unit_test(repeat_preview__names_the_days_it_will_be_due),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
