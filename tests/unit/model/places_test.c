#include "model/places.h"

#include "base/embedded.h"
#include "base/table.h"
#include "test.h"

#include <string.h>

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static void postcode_normalise__accepts_only_postcodes(void **state)
{
	static const char *const good[][3] = {
		{ "ls62ab", "LS6 2AB", "LS6" },         { "LS6 2AB", "LS6 2AB", "LS6" },
		{ "  l s 6 2 a b ", "LS6 2AB", "LS6" }, { "m11ae", "M1 1AE", "M1" },
		{ "m601nw", "M60 1NW", "M60" },         { "w1a0ax", "W1A 0AX", "W1A" },
		{ "cr26xh", "CR2 6XH", "CR2" },         { "dn551pt", "DN55 1PT", "DN55" },
		{ "ec1a1bb", "EC1A 1BB", "EC1A" },      { "gir 0aa", "GIR 0AA", "GIR" },
		{ "bt7 1nn", "BT7 1NN", "BT7" },
	};
	static const char *const bad[] = { "",        "LS6",     "LS6 2A",  "LS6 2ABC", "QS6 2AB",
		                           "LI6 2AB", "LS6 2CB", "LS6 2AO", "L6S 2ABX", "1S6 2AB",
		                           "LS66 6",  "LS6-2AB", "LS6 AAB", "W1L 0AX",  "EC1C 1BB",
		                           "LS6 2ÄB", "LSS6 2AB" };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		const char *got = postcode_normalise(good[i][0], &arena);

		assert_non_null(got);
		assert_string_equal(got, good[i][1]);
		assert_string_equal(outcode_of(good[i][0], &arena), good[i][2]);
		assert_true(postcode_valid(good[i][0]));
	}
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		assert_null(postcode_normalise(bad[i], &arena));
		assert_false(postcode_valid(bad[i]));
	}
	assert_string_equal(outcode_of("ls6", &arena), "LS6");
	assert_null(outcode_of("Leeds", &arena));
	assert_null(outcode_of(NULL, &arena));
}

static void outcode_centre__finds_every_row(void **state)
{
	struct table t = table_of(embedded_file("places/outcodes.tsv"));
	struct place p;
	size_t n = 0;

	UNUSED_STATE;
	for (; table_next(&t); n++) {
		const char *outcode = arena_str(&arena, table_field(&t, "outcode"));

		assert_true(outcode_centre(outcode, &p));
		assert_true(p.latitude > 49000 && p.latitude < 61000);
		assert_true(p.longitude > -9000 && p.longitude < 2000);
		assert_string_equal(outcode_of(outcode, &arena), outcode);
	}
	assert_int_equal(n, 2973);
	assert_true(outcode_centre("AB10", &p));
	assert_int_equal(p.latitude, 57131);
	assert_int_equal(p.longitude, -2122);
	assert_false(outcode_centre("AA1", &p));
	assert_false(outcode_centre("ZZ99", &p));
	assert_false(outcode_centre("", &p));
}

static void miles_between__is_about_right(void **state)
{
	/* Leeds and London town halls: 169.5 miles; Aberdeen and Edinburgh castle: 94. */
	struct place leeds = { 53800, -1550 }, london = { 51504, -135 };
	struct place aberdeen = { 57150, -2094 }, edinburgh = { 55949, -3200 };
	int far = miles_between(leeds, london);

	UNUSED_STATE;
	assert_in_range(far, 168, 171);
	assert_int_equal(miles_between(london, leeds), far);
	assert_in_range(miles_between(aberdeen, edinburgh), 92, 95);
	assert_int_equal(miles_between(leeds, leeds), 0);
	assert_string_equal(miles_text("LS6 2AB", "LS6", &arena), "near");
	assert_string_equal(miles_text("LS6", "ZZ1", &arena), "");
	assert_int_equal(strncmp(miles_text("LS6", "BD1", &arena), "about ", 6), 0);
}

static void areas__form_one_tree__of_every_council(void **state)
{
	struct table t = table_of(embedded_file("places/areas.tsv"));
	struct table c = table_of(embedded_file("places/councils.tsv"));
	size_t n = 0;

	UNUSED_STATE;
	for (; table_next(&t); n++)
		assert_true(area_within(arena_str(&arena, table_field(&t, "code")), "K02000001"));
	assert_int_equal(n, 396);
	for (n = 0; table_next(&c); n++) {
		const char *code = arena_str(&arena, table_field(&c, "code"));
		const char *county = arena_str(&arena, table_field(&c, "county"));
		const char *nation = words_label(&nations, (int)area_nation(code));

		assert_true(str_is(table_field(&c, "name"), area_name(code, &arena)));
		assert_true(str_is(table_field(&c, "nation"), nation));
		if (*county)
			assert_true(area_within(code, county));
	}
	assert_int_equal(n, 382);
}

static void area_within__goes_up__and_not_down(void **state)
{
	UNUSED_STATE;
	assert_true(area_within("E08000035", "E08000035"));
	assert_true(area_within("E08000035", "E12000003"));
	assert_true(area_within("E08000035", "E92000001"));
	assert_false(area_within("E12000003", "E08000035"));
	assert_false(area_within("E08000035", "W92000004"));
	assert_true(area_within("E07000033", "E12000004")); /* Bolsover, by way of Derbyshire */
	assert_false(area_within("E99999999", "K02000001"));
	assert_false(area_within("", ""));
	assert_string_equal(council_name("E08000035", &arena), "Leeds");
	assert_string_equal(council_name("X", &arena), "X");
	assert_int_equal(area_nation("K02000001"), NATION_NONE);
}

static void councils_near__proposes_the_likeliest_first(void **state)
{
	static const char *const cases[][2] = {
		{ "LS6", "Leeds" },     { "BT7", "Belfast" },   { "CF10", "Cardiff" },
		{ "EH1", "Edinburgh" }, { "NE1", "Newcastle" }, { "HU1", "Hull" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct council_list near = councils_near(cases[i][0], 5, &arena);
		bool found = false;

		assert_int_equal(near.n, 5);
		for (size_t j = 0; j < near.n; j++) {
			assert_string_not_equal(near.at[j].type, "County");
			assert_true(j == 0 || near.at[j - 1].miles <= near.at[j].miles);
			found = found || strstr(near.at[j].name, cases[i][1]);
		}
		assert_true(found);
	}
	assert_string_equal(councils_near("LS6", 1, &arena).at[0].name, "Leeds");
	assert_int_equal(councils_near("ZZ9", 5, &arena).n, 0);
	assert_int_equal(councils_near("LS6", 0, &arena).n, 0);
}

/* Around Leeds lie Bradford, Wakefield and others of West Yorkshire; never Leeds itself, or a county. */
static void councils_beside__are_the_nearest_others(void **state)
{
	struct council_list beside = councils_beside("E08000035", 6, &arena);
	bool bradford = false, wakefield = false;

	UNUSED_STATE;
	assert_int_equal(beside.n, 6);
	for (size_t i = 0; i < beside.n; i++) {
		assert_string_not_equal(beside.at[i].code, "E08000035");
		assert_string_not_equal(beside.at[i].type, "County");
		bradford = bradford || text_equal(beside.at[i].name, "Bradford");
		wakefield = wakefield || text_equal(beside.at[i].name, "Wakefield");
	}
	assert_true(bradford && wakefield);
	assert_int_equal(councils_beside("E92000001", 6, &arena).n, 0);
}

static void council_find__takes_codes_and_names(void **state)
{
	static const char *const certain[][2] = {
		{ "E08000035", "E08000035" },          { "leeds", "E08000035" },
		{ "LEEDS CITY COUNCIL", "E08000035" }, { " Leeds ", "E08000035" },
		{ "E06000048", "E06000057" }, /* Northumberland as it was */
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(certain); i++) {
		struct council_list found = council_find(certain[i][0], &arena);

		assert_int_equal(found.n, 1);
		assert_string_equal(found.at[0].code, certain[i][1]);
	}
	assert_true(council_find("north", &arena).n > 5);
	assert_int_equal(council_find("", &arena).n, 0);
	assert_int_equal(council_find("Atlantis", &arena).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(postcode_normalise__accepts_only_postcodes),
		cmocka_unit_test(outcode_centre__finds_every_row),
		cmocka_unit_test(miles_between__is_about_right),
		cmocka_unit_test(areas__form_one_tree__of_every_council),
		cmocka_unit_test(area_within__goes_up__and_not_down),
		cmocka_unit_test(councils_near__proposes_the_likeliest_first),
		cmocka_unit_test(councils_beside__are_the_nearest_others),
		cmocka_unit_test(council_find__takes_codes_and_names),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
