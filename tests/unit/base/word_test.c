#include "base/word.h"

#include "test.h"

#define FRUITS(X)                     \
	X(APPLE, "apple", "An apple") \
	X(PEAR, "pear", "Pear (ripe)")

enum fruit { FRUIT_NONE, FRUITS(WORD_ENUM) };

static const struct words fruits = WORDS("fruit", FRUITS);

static void words__give_word_and_label(void **state)
{
	UNUSED_STATE;
	assert_int_equal(fruits.n, 2);
	assert_string_equal(words_word(&fruits, PEAR), "pear");
	assert_string_equal(words_label(&fruits, PEAR), "Pear (ripe)");
	assert_null(words_word(&fruits, FRUIT_NONE));
	assert_string_equal(words_label(&fruits, FRUIT_NONE), "");
	assert_null(words_word(&fruits, 99));
}

static void words_find__takes_word_or_label(void **state)
{
	UNUSED_STATE;
	assert_int_equal(words_find(&fruits, STR("pear")), PEAR);
	assert_int_equal(words_find(&fruits, STR("an APPLE")), APPLE);
	assert_int_equal(words_find(&fruits, STR("PEAR")), FRUIT_NONE); /* words are exact */
	assert_int_equal(words_find(&fruits, STR("an app")), FRUIT_NONE);
	assert_int_equal(words_find(&fruits, STR("")), FRUIT_NONE);
	assert_int_equal(words_find(&fruits, (struct str){ NULL, 0 }), FRUIT_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words__give_word_and_label),
		cmocka_unit_test(words_find__takes_word_or_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
