/* Every kind of due date at its boundaries: weekends, holidays, month ends, leap years. */
#include "model/due.h"

#include "model/day_off.h"
#include "model/rule_file.h"

#include "test.h"

#include <string.h>

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

static struct due_rules shipped(void)
{
	struct due_rules rules = { 0 };

	assert_int_equal(due_rules_read(rule_file_shipped(RULES_DUE), &rules), OK);
	rules.at[DUE_FIRST_CONTACT].after = 5;
	rules.at[DUE_CHECK_BACK].after = 14;
	return rules;
}

static const struct {
	enum due what;
	const char *from, *due;
} cases[] = {
	/* working days: over a weekend, from one, over Christmas, over a leap day */
	{ DUE_FIRST_CONTACT, "2026-11-20", "2026-11-27" },
	{ DUE_FIRST_CONTACT, "2026-11-21", "2026-11-27" },
	{ DUE_FIRST_CONTACT, "2026-11-22", "2026-11-27" },
	{ DUE_FIRST_CONTACT, "2026-11-23", "2026-11-30" },
	{ DUE_FIRST_CONTACT, "2026-12-24", "2027-01-05" },
	{ DUE_FIRST_CONTACT, "2028-02-25", "2028-03-03" },
	{ DUE_FIRST_CONTACT, "2026-03-27", "2026-04-07" },
	{ DUE_CHECK_BACK, "2026-11-23", "2026-12-11" },
	{ DUE_CHECK_BACK, "2026-12-18", "2027-01-12" },
	{ DUE_AT_ONCE, "2026-11-23", "2026-11-23" },
	{ DUE_AT_ONCE, "2026-11-21", "2026-11-23" },
	{ DUE_AT_ONCE, "2026-12-25", "2026-12-29" },
	{ DUE_GIVE_PLAN, "2026-11-26", "2026-11-30" },
	{ DUE_GIVE_PLAN, "2026-12-24", "2026-12-30" },
	{ DUE_STATUTORY_ASK, "2026-11-27", "2026-12-01" },
	{ DUE_TELL_THEM, "2026-11-26", "2026-11-27" },
	{ DUE_TELL_THEM, "2026-11-27", "2026-11-30" },
	{ DUE_TELL_THEM, "2026-12-24", "2026-12-29" },
	/* days, moved on when they fall on a day off; over both changes of the clock */
	{ DUE_ACTION, "2026-11-23", "2026-12-07" },
	{ DUE_ACTION, "2026-11-21", "2026-12-07" },
	{ DUE_ACTION, "2026-12-11", "2026-12-29" },
	{ DUE_ACTION, "2026-03-20", "2026-04-07" },
	{ DUE_ACTION, "2026-10-12", "2026-10-26" },
	{ DUE_REVIEW, "2026-11-23", "2027-01-04" },
	{ DUE_REVIEW, "2026-11-20", "2027-01-04" },
	{ DUE_REVIEW, "2028-01-18", "2028-02-29" },
	{ DUE_MONEY_CHASE, "2026-12-14", "2026-12-29" },
	{ DUE_STATUTORY_AGAIN, "2026-02-20", "2026-04-07" },
	{ DUE_LETTER_ANSWER, "2026-12-11", "2026-12-25" },
	{ DUE_CHANGE_BEHIND, "2028-02-01", "2028-02-29" },
	{ DUE_CHANGE_AHEAD, "2026-12-28", "2027-01-04" },
	/* months and years: clamped */
	{ DUE_SERVICE_CHECK, "2026-08-31", "2027-02-28" },
	{ DUE_SERVICE_CHECK, "2027-08-31", "2028-02-29" },
	{ DUE_SERVICE_CHECK, "2026-03-31", "2026-09-30" },
	{ DUE_SERVICE_CHECK, "2026-11-22", "2027-05-22" },
	{ DUE_VETTING, "2028-02-29", "2031-02-28" },
	{ DUE_VETTING, "2025-02-28", "2028-02-28" },
	{ DUE_RETENTION, "2024-02-29", "2032-02-29" },
	{ DUE_RETENTION, "2020-02-29", "2028-02-29" },
	{ DUE_RETENTION, "2026-11-22", "2034-11-22" },
};

static void due_on__is_that_day__at_every_boundary(void **state)
{
	struct due_rules rules = shipped();
	struct holidays england;

	UNUSED_STATE;
	assert_int_equal(holidays_load(NATION_ENGLAND, &arena, &england), OK);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		day due = due_on(&rules, cases[i].what, iso(cases[i].from), &england);

		if (due != iso(cases[i].due))
			fail_msg("%s from %s: %s, not %s", due_id(cases[i].what), cases[i].from,
			         day_iso(due, &arena), cases[i].due);
	}
}

static void due_on__has_a_boundary_here__for_every_kind(void **state)
{
	UNUSED_STATE;
	for (int what = DUE_NONE + 1; what < DUE_END; what++) {
		size_t n = 0;

		for (size_t i = 0; i < COUNT_OF(cases); i++)
			n += (int)cases[i].what == what;
		assert_true(n > 0);
	}
}

static void due_after__counts_months__to_their_end(void **state)
{
	const struct due_rule month = { 1, false, DUE_MONTHS }, year = { 1, false, DUE_YEARS };

	UNUSED_STATE;
	assert_int_equal(due_after(month, iso("2026-01-31"), NULL), iso("2026-02-28"));
	assert_int_equal(due_after(month, iso("2028-01-31"), NULL), iso("2028-02-29"));
	assert_int_equal(due_after(month, iso("2026-03-31"), NULL), iso("2026-04-30"));
	assert_int_equal(due_after(year, iso("2028-02-29"), NULL), iso("2029-02-28"));
	assert_int_equal(due_after(month, DAY_NONE, NULL), DAY_NONE);
}

static void due_on__steps_over_a_day_off_of_the_service(void **state)
{
	struct due_rules rules = shipped();
	struct day_off shut[] = { { iso("2026-11-27"), 1, "Staff day" },
		                  { iso("2026-12-25"), 1, "Shut" } };
	struct holidays england, all;

	UNUSED_STATE;
	assert_int_equal(holidays_load(NATION_ENGLAND, &arena, &england), OK);
	holidays_with(&england, &(struct day_off_list){ 2, shut }, &arena, &all);
	assert_int_equal(all.n, england.n + 1);
	assert_int_equal(due_on(&rules, DUE_FIRST_CONTACT, iso("2026-11-20"), &all),
	                 iso("2026-11-30"));
	assert_string_equal(holiday_name(&all, iso("2026-12-25")), "Christmas Day");
	assert_string_equal(holiday_name(&all, iso("2026-11-27")), "Staff day");
	for (size_t i = 1; i < all.n; i++)
		assert_true(all.at[i - 1].on < all.at[i].on);
	assert_int_equal(holidays_until(&all), 2028);
}

/* ---- the files ---- */

static void rule_files__that_are_shipped__are_in_order(void **state)
{
	struct rule_faults faults;
	size_t rows;

	UNUSED_STATE;
	for (int f = RULES_DUE; f <= RULES_TRY_AGAIN; f++) {
		struct str text = rule_file_shipped((enum rule_file)f);

		assert_non_null(text.at);
		assert_int_equal(rule_file_check((enum rule_file)f, text, &arena, &faults, &rows),
		                 OK);
		assert_true(rows > 0);
	}
}

/* The shipped text with one line in place of the one that begins with was. */
static struct str with(enum rule_file file, const char *was, const char *now)
{
	struct str rest = rule_file_shipped(file), line;
	const char *text = "";

	while (str_cut(&rest, '\n', &line)) {
		if (str_starts(line, was))
			line = str_of(now);
		if (line.n > 0)
			text = arena_printf(&arena, "%s%.*s\n", text, (int)line.n, line.at);
	}
	return str_of(text);
}

static void rule_file_check__tells_what_is_wrong__with_its_line(void **state)
{
	static const struct {
		enum rule_file file;
		const char *was, *now, *says;
	} bad[] = {
		{ RULES_DUE, "review\t", "review\t-3\tonto_working\tx", "no number from 0" },
		{ RULES_DUE, "review\t", "review\t3\tmoons\tx", "no count of days" },
		{ RULES_DUE, "review\t", "reviev\t3\tdays\tx", "nothing falls due by the name" },
		{ RULES_DUE, "review\t", "action\t3\tdays\tx", "is there already" },
		{ RULES_DUE, "review\t", "", "review is missing" },
		{ RULES_DUE, "review\t", "review\t3\tdays\t", "what: is needed" },
		{ RULES_DUE, "review\t", "review\tsetting\tdays\tx", "there is no setting" },
		{ RULES_DUE, "first_contact\t", "first_contact\t5\tworking\tx", "in Settings" },
		{ RULES_DUE, "change_ahead\t", "change_ahead\t1\tmonths\tx", "counts days" },
		{ RULES_DUE, "id\t", "id\tafter\tcount", "column “what”" },
		{ RULES_DUE, "id\t", "id\tafter\tcount\twhat\tmood", "no column “mood”" },
		{ RULES_HAPPENED, "home-again", "home again\thome\t2\tworking\tfollow_up\ta\tb",
		  "small letters" },
		{ RULES_HAPPENED, "home-again", "recurrence\thome\t2\tworking\tfollow_up\ta\tb",
		  "is there already" },
		{ RULES_HAPPENED, "home-again", "h\tholiday\t2\tworking\tfollow_up\ta\tb",
		  "nothing happens" },
		{ RULES_HAPPENED, "home-again", "h\thome reported\t2\tworking\tfollow_up\ta\tb",
		  "nothing happens" },
		{ RULES_HAPPENED, "home-again", "h\tstage died\t2\tworking\tfollow_up\ta\tb",
		  "nothing happens" },
		{ RULES_HAPPENED, "home-again", "h\thome\t2\tworking\tcalls\ta\tb", "no kind of" },
		{ RULES_HAPPENED, "home-again", "h\thome\t2\tworking\tfollow_up\ta {name}\tb",
		  "{name}" },
		{ RULES_HAPPENED, "home-again", "h\tdied\t2\tworking\tfollow_up\ta\tb",
		  "after a death" },
		{ RULES_HAPPENED, "home-again", "h\thome\t400\tworking\tfollow_up\ta\tb",
		  "no number from 0 to 366" },
		{ RULES_HAPPENED, "home-again", "h\thome\t2\tworking\tfollow_up\ta\x1b[31m\tb",
		  "cannot be shown" },
		{ RULES_QUIET, "recurrence\t", "recurring\t21", "no stage" },
		{ RULES_QUIET, "recurrence\t", "suspected\t21", "is there already" },
		{ RULES_QUIET, "recurrence\t", "recurrence\t0", "at least one" },
		{ RULES_TRY_AGAIN, "person\tany\tclose", "person\tany\tgive_up\t1\t0\t", "step" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct rule_faults faults;
		size_t rows;
		bool said = false;

		assert_int_equal(rule_file_check(bad[i].file,
		                                 with(bad[i].file, bad[i].was, bad[i].now), &arena,
		                                 &faults, &rows),
		                 E_INVALID);
		for (size_t j = 0; j < faults.n; j++)
			said = said || strstr(rule_fault_text(&faults.at[j], &arena), bad[i].says);
		if (!said)
			fail_msg("%s: “%s” is not said, but %s", bad[i].now, bad[i].says,
			         rule_fault_text(&faults.at[0], &arena));
	}
}

static void rule_file_check__refuses_what_is_no_text(void **state)
{
	struct rule_faults faults;
	size_t rows;

	UNUSED_STATE;
	assert_int_equal(rule_file_check(RULES_QUIET, (struct str){ "stage\tda\0ys\n", 12 }, &arena,
	                                 &faults, &rows),
	                 E_INVALID);
	assert_int_equal(
		rule_file_check(RULES_QUIET, STR("stage\tdays\r\n"), &arena, &faults, &rows),
		E_INVALID);
	assert_int_equal(rule_file_check(RULES_QUIET, STR("\xff\xfe"), &arena, &faults, &rows),
	                 E_INVALID);
	assert_int_equal(rule_file_check(RULES_QUIET, STR(""), &arena, &faults, &rows), E_INVALID);
}

/* ---- domain facts: what the four nations keep ---- */

/* Month and day of every bank holiday, 2025 to 2028. */
static const char *const kept[4][4] = {
	{ "0101 0418 0421 0505 0526 0825 1225 1226", "0101 0403 0406 0504 0525 0831 1225 1228",
	  "0101 0326 0329 0503 0531 0830 1227 1228", "0103 0414 0417 0501 0529 0828 1225 1226" },
	{ "0101 0418 0421 0505 0526 0825 1225 1226", "0101 0403 0406 0504 0525 0831 1225 1228",
	  "0101 0326 0329 0503 0531 0830 1227 1228", "0103 0414 0417 0501 0529 0828 1225 1226" },
	{ "0101 0102 0418 0505 0526 0804 1201 1225 1226",
	  "0101 0102 0403 0504 0525 0615 0803 1130 1225 1228",
	  "0101 0104 0326 0503 0531 0802 1130 1227 1228",
	  "0103 0104 0414 0501 0529 0807 1130 1225 1226" },
	{ "0101 0317 0418 0421 0505 0526 0714 0825 1225 1226",
	  "0101 0317 0403 0406 0504 0525 0713 0831 1225 1228",
	  "0101 0317 0326 0329 0503 0531 0712 0830 1227 1228",
	  "0103 0317 0414 0417 0501 0529 0712 0828 1225 1226" },
};

static void holidays__of_each_nation_and_year__are_all_there(void **state)
{
	static const enum nation four[] = { NATION_ENGLAND, NATION_WALES, NATION_SCOTLAND,
		                            NATION_NORTHERN_IRELAND };

	UNUSED_STATE;
	for (size_t n = 0; n < 4; n++) {
		struct holidays h;

		assert_int_equal(holidays_load(four[n], &arena, &h), OK);
		for (int year = 2025; year <= 2028; year++) {
			const char *got = "";

			for (size_t i = 0; i < h.n; i++) {
				struct date d = day_to_date(h.at[i].on);

				if (d.year == year)
					got = arena_printf(&arena, "%s%s%02d%02d", got,
					                   *got ? " " : "", d.month, d.mday);
			}
			assert_string_equal(got, kept[n][year - 2025]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(due_on__is_that_day__at_every_boundary),
		cmocka_unit_test(due_on__has_a_boundary_here__for_every_kind),
		cmocka_unit_test(due_after__counts_months__to_their_end),
		cmocka_unit_test(due_on__steps_over_a_day_off_of_the_service),
		cmocka_unit_test(rule_files__that_are_shipped__are_in_order),
		cmocka_unit_test(rule_file_check__tells_what_is_wrong__with_its_line),
		cmocka_unit_test(rule_file_check__refuses_what_is_no_text),
		cmocka_unit_test(holidays__of_each_nation_and_year__are_all_there),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
