#include "model/snippet.h"

#include "test.h"

#include <string.h>

static void snippet_filled__says_who_and_when_and_leaves_the_rest(void **state)
{
	const struct snippet_about jane = { "Janie", "Priya Shah", 20780, 546 };
	const struct snippet_about nobody = { "", "Priya Shah", 20780, 546 };
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(snippet_filled("Asked how {name} is.", &jane, &a),
	                    "Asked how Janie is.");
	assert_string_equal(snippet_filled("Asked how {name} is.", &nobody, &a), "Asked how is.");
	assert_string_equal(snippet_filled("{worker}, {day} {time}", &jane, &a),
	                    "Priya Shah, Mon 23 Nov 09:06");
	assert_string_equal(snippet_filled("{x} {name", &jane, &a), "{x} {name");
	assert_string_equal(snippet_filled("", &jane, &a), "");
	arena_reset(&a);
}

static void snippet_fit__finds_by_name_before_words(void **state)
{
	const struct snippet x = { .name = "no answer", .words = "Rang out.", .outcome = "" };
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_int_equal(snippet_fit(&x, "no", &a), 0);
	assert_int_equal(snippet_fit(&x, "ANS", &a), 1);
	assert_int_equal(snippet_fit(&x, "nan", &a), 2);
	assert_int_equal(snippet_fit(&x, "rang", &a), 3);
	assert_true(snippet_fit(&x, "zebra", &a) < 0);
	assert_int_equal(snippet_fit(&x, "", &a), 0);
	arena_reset(&a);
}

static void snippets_shipped__have_names_words_and_lines(void **state)
{
	struct arena a = { 0 };
	struct snippet_list list;

	UNUSED_STATE;
	snippets_shipped(&a, &list);
	assert_true(list.n >= 10);
	assert_non_null(strchr(list.at[0].words, '\n'));
	for (size_t i = 0; i < list.n; i++) {
		assert_true(*list.at[i].name && *list.at[i].words);
		assert_null(strstr(list.at[i].words, "\\n"));
		assert_in_range(strlen(list.at[i].name), 1, SNIPPET_NAME_MOST);
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(snippet_filled__says_who_and_when_and_leaves_the_rest),
		cmocka_unit_test(snippet_fit__finds_by_name_before_words),
		cmocka_unit_test(snippets_shipped__have_names_words_and_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
