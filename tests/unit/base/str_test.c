#include "base/str.h"

#include "base/attr.h"

#include "test.h"

#include <limits.h>

static void str__compares_bytes(void **state)
{
	UNUSED_STATE;
	assert_true(str_is(STR("Ann"), "Ann"));
	assert_false(str_is(STR("Ann"), "Anna"));
	assert_false(str_is(STR("Ann"), "ann"));
	assert_true(str_equal((struct str){ NULL, 0 }, STR("")));
	assert_true(str_equal(str_of(NULL), STR("")));
	assert_true(str_starts(STR("Anna"), "Ann"));
	assert_true(str_starts(STR("Anna"), ""));
	assert_false(str_starts(STR("An"), "Ann"));
	assert_true(str_starts((struct str){ NULL, 0 }, ""));
}

static void str_trim__takes_blanks_off_both_ends(void **state)
{
	UNUSED_STATE;
	assert_true(str_is(str_trim(STR(" \t a b\t ")), "a b"));
	assert_true(str_is(str_trim(STR(" \t ")), ""));
	assert_true(str_is(str_trim(STR("")), ""));
	assert_true(str_is(str_trim(STR("a\n")), "a\n"));
}

static void str_cut__gives_every_part(void **state)
{
	static const char *const parts[] = { "a", "", "b", "" };
	struct str rest = STR("a,,b,"), part;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		assert_true(str_cut(&rest, ',', &part));
		assert_true(str_is(part, parts[i]));
	}
	assert_false(str_cut(&rest, ',', &part));
	assert_null(rest.at);
	rest = STR("");
	assert_true(str_cut(&rest, ',', &part));
	assert_int_equal(part.n, 0);
	assert_false(str_cut(&rest, ',', &part));
}

static void str_int__takes_whole_numbers(void **state)
{
	long long n = 77;

	UNUSED_STATE;
	assert_true(str_int(STR("0"), &n) && n == 0);
	assert_true(str_int(STR("-412"), &n) && n == -412);
	assert_true(str_int(STR("000412"), &n) && n == 412);
	assert_true(str_int(STR("9223372036854775807"), &n) && n == LLONG_MAX);
}

static void str_int__refuses_the_rest(void **state)
{
	static const char *const wrong[] = { "",   "-",   "+1",  " 1",   "1 ",
		                             "1a", "1.5", "--1", "0x1F", "9223372036854775808" };
	long long n = 77;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_false(str_int(str_of(wrong[i]), &n));
	assert_true(n == 77);
}

static void text_equal__takes_null_for_empty(void **state)
{
	UNUSED_STATE;
	assert_true(text_empty(NULL));
	assert_true(text_empty(""));
	assert_false(text_empty(" "));
	assert_true(text_equal(NULL, ""));
	assert_true(text_equal("a", "a"));
	assert_false(text_equal("a", NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(str__compares_bytes),
		cmocka_unit_test(str_trim__takes_blanks_off_both_ends),
		cmocka_unit_test(str_cut__gives_every_part),
		cmocka_unit_test(str_int__takes_whole_numbers),
		cmocka_unit_test(str_int__refuses_the_rest),
		cmocka_unit_test(text_equal__takes_null_for_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
