/* What is given away of a service: all that people need, nothing that was written for staff. */
#include "model/sheet.h"

#include "model/none.h"
#include "model/service_lines.h"
#include "test.h"

#include <string.h>

#define TODAY 20779

static const char *row(const struct service_sheet *sheet, const char *label)
{
	for (size_t i = 0; i < sheet->rows.n; i++)
		if (strcmp(sheet->rows.at[i].label, label) == 0)
			return sheet->rows.at[i].text;
	return "";
}

static struct service_entry entry_with(const char *part, const char *lines, struct arena *a)
{
	struct service_entry x = { .service = service_blank, .organisation = "" };
	struct problems problems = { 0 };
	struct values v = { 0 };

	values_set(&v, a, part, lines);
	service_parts_fill(&x.parts, &v, TODAY, a, &problems);
	assert_int_equal(problems.n, 0);
	x.service.name = "Money Help";
	x.service.phone = "01134960302";
	x.service.hours = "most days";
	x.service.cost = "donation";
	return x;
}

static void sheet__of_parts__has_each_where_people_look(void **state)
{
	static const struct {
		const char *part, *lines, *label, *text;
	} cases[] = {
		{ "times", "", "When", "most days" },
		{ "times", "Mon Wed 9:30–16:00\nSat 10:00–12:00", "When",
		  "Mon Wed 9:30–16:00; Sat 10:00–12:00" },
		{ "times", "Mon 9:30–16:00 until 20 Nov 2026", "When", "most days" },
		{ "costs", "", "Cost", "donation" },
		{ "costs", "a session £2.50 (bring change)\nconcession free", "Cost",
		  "donation; a session £2.50 (bring change); concession free" },
		{ "phones", "0113 496 0303 textphone", "Phone",
		  "0113 496 0302; 0113 496 0303 textphone" },
		{ "places", "Bramley Community Centre; Waterloo Lane; LS13 2JB; bus 16", "Also at",
		  "Bramley Community Centre; Waterloo Lane; LS13 2JB; bus 16" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = { 0 };
		struct service_entry x = entry_with(cases[i].part, cases[i].lines, &a);
		struct service_sheet sheet = sheet_of(&x, "us", TODAY, &a);

		assert_string_equal(row(&sheet, cases[i].label), cases[i].text);
		arena_reset(&a);
	}
}

static void sheet__never_has_what_is_for_staff(void **state)
{
	struct arena a = { 0 };
	struct service_entry x =
		entry_with("people", "Zara Ali; adviser; 0113 496 0303; zara@example.org", &a);
	struct service_sheet sheet;
	struct paper paper;

	(void)state;
	x.service.staff_note = "Ask for Zara";
	sheet = sheet_of(&x, "us", TODAY, &a);
	paper = sheet_paper(&sheet, &a);
	assert_true(paper.n > 0);
	for (size_t i = 0; i < paper.n; i++) {
		assert_null(strstr(paper.at[i].text, "Zara"));
		assert_null(strstr(paper.at[i].text, "0303"));
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheet__of_parts__has_each_where_people_look),
		cmocka_unit_test(sheet__never_has_what_is_for_staff),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
