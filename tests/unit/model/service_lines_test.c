#include "model/service_lines.h"

#include "model/service_changes.h"
#include "test.h"

#define TODAY 20780

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static struct problems fill(struct service_parts *x, const char *name, const char *text)
{
	struct values v = { 0 };
	struct problems problems = { 0 };

	values_set(&v, &arena, name, text);
	service_parts_fill(x, &v, TODAY, &arena, &problems);
	return problems;
}

static void service_lines__are_shown_as_they_are_read(void **state)
{
	static const struct {
		enum service_part part;
		const char *name, *typed, *shown;
	} cases[] = {
		{ PART_PLACES, "places", "Lantern Centre; Green Road; ls64zz; bus 51",
		  "Lantern Centre; Green Road; LS6 4ZZ; bus 51" },
		{ PART_COSTS, "costs", "a session £2.50 (bring change)\nconcession free\n\n£6",
		  "a session £2.50 (bring change)\nconcession free\n£6" },
		{ PART_PHONES, "phones", "01134960302 textphone\n0113 496 0303 ext 12 desk",
		  "0113 496 0302 textphone\n0113 496 0303 ext 12 desk" },
		{ PART_PEOPLE, "people", "Zara Ali ;duty adviser; 0113 496 0304",
		  "Zara Ali; duty adviser; 0113 496 0304" },
		{ PART_TAGS, "tags", "Money advice (esdServiceType:1131)\nDebt",
		  "Money advice (esdServiceType:1131)\nDebt" },
		{ PART_TIMES, "times", "weekdays 9.30-4pm", "Mon–Fri 9:30–16:00" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct service_parts x = { 0 };

		assert_int_equal(fill(&x, cases[i].name, cases[i].typed).n, 0);
		assert_string_equal(service_part_text(&x, cases[i].part, &arena), cases[i].shown);
		assert_int_equal(fill(&x, cases[i].name, cases[i].shown).n, 0);
		assert_string_equal(service_part_text(&x, cases[i].part, &arena), cases[i].shown);
	}
}

static void service_lines__say_what_cannot_be_read(void **state)
{
	static const struct {
		const char *name, *typed, *why;
	} cases[] = {
		{ "places", "Hall; Road; LS6",
		  "“LS6” is no whole postcode. As name; address; "
		  "postcode; how to get there." },
		{ "costs", "a session £2,5",
		  "“£2,5” is no amount. As a session £2.50 (bring "
		  "change)." },
		{ "phones", "textphone",
		  "The number first, then what it is: 0113 496 0302 "
		  "textphone." },
		{ "people", "; adviser", "The name first: Zara Ali; duty adviser; 0113 496 0303." },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct service_parts x = { 0 };
		struct problems p = fill(&x, cases[i].name, cases[i].typed);

		assert_int_equal(p.n, 1);
		assert_string_equal(p.at[0].field, cases[i].name);
		assert_string_equal(p.at[0].text, cases[i].why);
	}
}

/* A feed knows its rows by their ids: a line that stays keeps its row, one that is mended takes it. */
static void service_lines__keep_their_rows(void **state)
{
	struct service_parts x = { 0 };

	UNUSED_STATE;
	assert_int_equal(fill(&x, "phones", "0113 496 0301 a\n0113 496 0302 b\n0113 496 0303 c").n,
	                 0);
	for (size_t i = 0; i < 3; i++) {
		x.phones.at[i].id.n = (int64_t)i + 1;
		x.phones.at[i].external_id = i == 1 ? "their-two" : "";
	}
	assert_int_equal(fill(&x, "phones", "0113 496 0303 c\n0113 496 0302 B\n0113 496 0301 a").n,
	                 0);
	assert_int_equal(x.phones.at[0].id.n, 3);
	assert_int_equal(x.phones.at[1].id.n, 2);
	assert_string_equal(x.phones.at[1].external_id, "their-two");
	assert_string_equal(x.phones.at[1].words, "B");
	assert_int_equal(x.phones.at[2].id.n, 1);
}

static void service_lines__times_name_their_place(void **state)
{
	struct service_parts x = { 0 };

	UNUSED_STATE;
	assert_int_equal(fill(&x, "places", "Old Hall; Road; LS6 4ZZ\nNew Hall").n, 0);
	x.places.at[0].id.n = 7;
	assert_int_equal(fill(&x, "times", "old hall: Mon 9-12\nNew Hall: Tue 9-12\nWed 9-12").n,
	                 0);
	assert_int_equal(x.times.at[0].place.n, 7);
	assert_int_equal(x.times.at[1].place.n, -2);
	assert_int_equal(x.times.at[2].place.n, 0);
	assert_string_equal(service_part_text(&x, PART_TIMES, &arena),
	                    "Old Hall: Mon 9:00–12:00\nNew Hall: Tue 9:00–12:00\nWed 9:00–12:00");
}

static void service_proposed__is_what_differs(void **state)
{
	struct service_entry x = { .service = service_blank, .organisation = "" };
	struct problems problems = { 0 };
	struct values before, after, proposed;

	UNUSED_STATE;
	x.service.name = "Citizens Advice";
	x.service.phone = "0113 496 0301";
	x.service.description = "Debt\\rent";
	before = service_values(&x, &arena);
	after = service_values(&x, &arena);
	values_set(&after, &arena, "phone", "0113 496 0302");
	values_set(&after, &arena, "description", "Debt\\rent\nand forms");
	values_set(&after, &arena, "checked_how", "phoned");
	proposed = service_proposed(&before, &after, &arena);
	assert_int_equal(proposed.n, 2);
	assert_string_equal(service_proposed_text(&x, &proposed, &arena),
	                    "Phone 0113 496 0301 → 0113 496 0302; What they do Debt\\rent → "
	                    "Debt\\rent and forms");
	service_take_proposed(&x, &proposed, TODAY, &arena, &problems);
	assert_string_equal(x.service.phone, "0113 496 0302");
	assert_string_equal(x.service.description, "Debt\\rent\nand forms");
	assert_int_equal(x.service.last_checked, DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(service_lines__are_shown_as_they_are_read),
		cmocka_unit_test(service_lines__say_what_cannot_be_read),
		cmocka_unit_test(service_lines__keep_their_rows),
		cmocka_unit_test(service_lines__times_name_their_place),
		cmocka_unit_test(service_proposed__is_what_differs),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
