#include "model/workdays.h"

#include "test.h"

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static struct holidays of(enum nation nation)
{
	struct holidays h = { 0 };

	assert_int_equal(holidays_load(nation, &arena, &h), OK);
	return h;
}

static void holidays_load__reads_every_nation__in_order(void **state)
{
	UNUSED_STATE;
	for (int n = NATION_ENGLAND; n <= NATION_NORTHERN_IRELAND; n++) {
		struct holidays h = of((enum nation)n);

		assert_true(h.n >= 32);
		for (size_t i = 0; i < h.n; i++) {
			assert_true(i == 0 || h.at[i - 1].on < h.at[i].on);
			assert_true(day_weekday(h.at[i].on) <= FRIDAY);
			assert_true(h.at[i].name[0] != '\0');
		}
		assert_true(holidays_cover(&h, iso("2025-06-01")));
		assert_true(holidays_cover(&h, iso("2028-12-31")));
		assert_false(holidays_cover(&h, iso("2029-01-01")));
	}
	assert_int_equal(holidays_load(NATION_NONE, &arena, &(struct holidays){ 0 }), E_NOT_FOUND);
}

static void day_add_working__steps_over_christmas__in_each_nation(void **state)
{
	static const struct {
		enum nation nation;
		const char *from;
		int days;
		const char *to;
	} cases[] = {
		{ NATION_ENGLAND, "2026-12-23", 1, "2026-12-24" },
		{ NATION_ENGLAND, "2026-12-24", 1, "2026-12-29" },
		{ NATION_ENGLAND, "2026-12-24", 4, "2027-01-04" },
		{ NATION_WALES, "2026-12-24", 4, "2027-01-04" },
		{ NATION_SCOTLAND, "2026-12-24", 3, "2026-12-31" },
		{ NATION_SCOTLAND, "2026-12-24", 4, "2027-01-05" },
		{ NATION_NORTHERN_IRELAND, "2026-12-24", 4, "2027-01-04" },
		{ NATION_ENGLAND, "2027-12-24", 1, "2027-12-29" },
		{ NATION_ENGLAND, "2027-12-31", 1, "2028-01-04" },
		{ NATION_SCOTLAND, "2027-12-31", 1, "2028-01-05" },
		{ NATION_SCOTLAND, "2026-11-27", 1, "2026-12-01" },
		{ NATION_ENGLAND, "2026-11-27", 1, "2026-11-30" },
		{ NATION_SCOTLAND, "2028-04-13", 1, "2028-04-17" },
		{ NATION_ENGLAND, "2028-04-13", 1, "2028-04-18" },
		{ NATION_NORTHERN_IRELAND, "2026-03-16", 1, "2026-03-18" },
		{ NATION_WALES, "2026-03-16", 1, "2026-03-17" },
		{ NATION_ENGLAND, "2026-11-21", 5, "2026-11-27" },
		{ NATION_ENGLAND, "2026-11-21", 0, "2026-11-23" },
		{ NATION_ENGLAND, "2026-11-23", 0, "2026-11-23" },
		{ NATION_ENGLAND, "2026-12-29", -1, "2026-12-24" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct holidays h = of(cases[i].nation);
		day to = day_add_working(iso(cases[i].from), cases[i].days, &h);

		assert_string_equal(day_iso(to, &arena), cases[i].to);
		if (cases[i].days > 0)
			assert_int_equal(day_count_working(iso(cases[i].from), to, &h),
			                 cases[i].days);
	}
	assert_string_equal(day_iso(day_add_working(iso("2026-12-24"), 1, NULL), &arena),
	                    "2026-12-25");
}

static void day_not_working_text__names_the_day(void **state)
{
	struct holidays h = of(NATION_ENGLAND);
	day today = iso("2026-11-22");

	UNUSED_STATE;
	assert_string_equal(day_not_working_text(iso("2026-11-28"), today, &h, &arena),
	                    "Sat 28 Nov is a weekend");
	assert_string_equal(day_not_working_text(iso("2026-12-25"), today, &h, &arena),
	                    "Fri 25 Dec is Christmas Day");
	assert_string_equal(day_not_working_text(iso("2026-12-28"), today, &h, &arena),
	                    "Mon 28 Dec is Boxing Day (substitute day)");
	assert_null(day_not_working_text(iso("2026-11-30"), today, &h, &arena));
	h = of(NATION_SCOTLAND);
	assert_string_equal(day_not_working_text(iso("2026-11-30"), today, &h, &arena),
	                    "Mon 30 Nov is St Andrew's Day");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holidays_load__reads_every_nation__in_order),
		cmocka_unit_test(day_add_working__steps_over_christmas__in_each_nation),
		cmocka_unit_test(day_not_working_text__names_the_day),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
