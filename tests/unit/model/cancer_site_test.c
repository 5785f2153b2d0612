#include "model/cancer_site.h"
#include "model/ethnicity.h"
#include "model/lists.h"

#include "test.h"

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static const char *found(const char *text)
{
	struct cancer_site sites[2];
	size_t n = cancer_sites_find(text, 2, &arena, sites);

	return n == 0 ? "none" : n == 2 ? "several" : sites[0].code;
}

static void cancer_sites_find__by_code_and_by_name(void **state)
{
	static const char *const cases[][2] = {
		{ "C50", "C50" },       { "c50", "C50" },           { "C18.7", "C18.7" },
		{ "c187", "C18.7" },    { "C18.7 Colon", "C18.7" }, { "rectum", "C20" },
		{ "Breast", "C50" },    { "prost", "C61" },         { "C99", "none" },
		{ "C5", "none" },       { "C50.x", "none" },        { "", "none" },
		{ "elbow", "none" },    { "oesoph", "C15" },        { "lung", "C34" },
		{ "C18.77", "none" },   { " C61 ", "C61" },         { "skin", "C44" },
		{ "lymph", "several" }, { "womb", "C54" },          { "retum", "none" },
		{ "larynx", "C32" },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(found(cases[i][0]), cases[i][1]);
}

static void cancer_sites__count_as_a_group_that_there_is(void **state)
{
	struct choice_list groups;

	UNUSED_STATE;
	assert_int_equal(choice_list_load("cancer-groups", &arena, &groups), OK);
	for (int letter = 0; letter < 2; letter++) {
		for (int i = 0; i < 100; i++) {
			const char *code = arena_printf(&arena, "%c%02d", letter ? 'D' : 'C', i);
			struct cancer_site site;

			if (cancer_sites_find(code, 1, &arena, &site) == 0)
				continue;
			assert_non_null(choice_find(&groups, site.group, &arena));
			assert_string_equal(cancer_site_shown(code, &arena),
			                    arena_printf(&arena, "%s %s", code, site.label));
		}
	}
	assert_string_equal(cancer_site_shown("", &arena), "");
	assert_string_equal(cancer_site_shown("X99", &arena), "X99");
}

/* C51 to C58 not of men, C60 to C63 not of women. */
static void cancer_site_strange__when_the_organ_is_of_the_other_sex(void **state)
{
	UNUSED_STATE;
	for (int i = 0; i < 100; i++) {
		const char *code = arena_printf(&arena, "C%02d", i);
		struct cancer_site site;
		bool there = cancer_sites_find(code, 1, &arena, &site) == 1;

		assert_int_equal(cancer_site_strange(code, SEX_MALE), there && i >= 51 && i <= 58);
		assert_int_equal(cancer_site_strange(code, SEX_FEMALE),
		                 there && i >= 60 && i <= 63);
		assert_false(cancer_site_strange(code, SEX_NONE));
		assert_false(cancer_site_strange(code, SEX_INDETERMINATE));
	}
	assert_true(cancer_site_strange("C53.1", SEX_MALE));
	assert_false(cancer_site_strange("", SEX_MALE));
}

static void cancer_site_counted__all_but_skin_that_is_no_melanoma(void **state)
{
	UNUSED_STATE;
	assert_true(cancer_site_counted("C50"));
	assert_true(cancer_site_counted("C97"));
	assert_false(cancer_site_counted("C44.1"));
	assert_false(cancer_site_counted("D05"));
	assert_false(cancer_site_counted(""));
}

/* Every category of 2021, the NHS code it counts as, and the first word of its group. */
static void ethnicity__counts_as_the_older_codes_and_the_five_groups(void **state)
{
	static const char *const cases[][3] = {
		{ "white_british", "A", "White" },
		{ "white_irish", "B", "White" },
		{ "white_traveller", "C", "White" },
		{ "white_roma", "C", "White" },
		{ "white_other", "C", "White" },
		{ "mixed_white_caribbean", "D", "Mixed or multiple" },
		{ "mixed_white_african", "E", "Mixed or multiple" },
		{ "mixed_white_asian", "F", "Mixed or multiple" },
		{ "mixed_other", "G", "Mixed or multiple" },
		{ "asian_indian", "H", "Asian or Asian British" },
		{ "asian_pakistani", "J", "Asian or Asian British" },
		{ "asian_bangladeshi", "K", "Asian or Asian British" },
		{ "asian_chinese", "R", "Asian or Asian British" },
		{ "asian_other", "L", "Asian or Asian British" },
		{ "black_caribbean", "M", "Black, Black British, Caribbean or African" },
		{ "black_african", "N", "Black, Black British, Caribbean or African" },
		{ "black_other", "P", "Black, Black British, Caribbean or African" },
		{ "other_arab", "S", "Another ethnic group" },
		{ "other_other", "S", "Another ethnic group" },
		{ "not_said", "Z", "" },
		{ "not_asked", "99", "" },
		{ "", "99", "" },
		{ "martian", "99", "" },
	};
	struct choice_list all;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_string_equal(ethnicity_nhs(cases[i][0], &arena), cases[i][1]);
		assert_string_equal(ethnicity_group(cases[i][0], &arena), cases[i][2]);
	}
	/* And none was left out above. */
	assert_int_equal(choice_list_load("ethnicities", &arena, &all), OK);
	assert_int_equal(all.n, COUNT_OF(cases) - 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cancer_sites_find__by_code_and_by_name),
		cmocka_unit_test(cancer_sites__count_as_a_group_that_there_is),
		cmocka_unit_test(cancer_site_strange__when_the_organ_is_of_the_other_sex),
		cmocka_unit_test(cancer_site_counted__all_but_skin_that_is_no_melanoma),
		cmocka_unit_test(ethnicity__counts_as_the_older_codes_and_the_five_groups),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
