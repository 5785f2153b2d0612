#include "base/buf.h"

#include "test.h"

#include <string.h>

static void buf__is_empty_text__before_anything_is_added(void **state)
{
	struct buf b = { 0 };

	UNUSED_STATE;
	assert_string_equal(buf_text(&b), "");
	assert_int_equal(buf_str(&b).n, 0);
	assert_non_null(buf_str(&b).at);
	buf_clear(&b);
	buf_remove(&b, 0, 0);
	buf_wipe(&b);
	buf_done(&b);
}

static void buf__grows_and_ends_in_nul(void **state)
{
	struct buf b = { 0 };

	UNUSED_STATE;
	for (int i = 0; i < 3000; i++) {
		buf_putc(&b, (char)('a' + i % 26));
		assert_int_equal(b.n, i + 1);
		assert_int_equal(b.at[b.n], '\0');
		assert_true(b.room > b.n);
	}
	for (int i = 0; i < 3000; i++)
		assert_int_equal(b.at[i], 'a' + i % 26);
	buf_clear(&b);
	assert_string_equal(buf_text(&b), "");
	buf_done(&b);
	assert_null(b.at);
}

static void buf__adds_in_every_way(void **state)
{
	struct buf b = { 0 };
	char long_text[5000];

	UNUSED_STATE;
	buf_puts(&b, "Ring ");
	buf_add(&b, STR("Ann"));
	buf_puts(&b, NULL);
	buf_printf(&b, " at %02d:%02d", 9, 5);
	assert_string_equal(buf_text(&b), "Ring Ann at 09:05");
	memset(long_text, 'y', sizeof(long_text));
	long_text[sizeof(long_text) - 1] = '\0';
	buf_printf(&b, "%s", long_text);
	assert_int_equal(b.n, 17 + 4999);
	assert_string_equal(buf_text(&b) + 17, long_text);
	buf_done(&b);
}

static void buf__inserts_and_removes__at_both_ends_and_inside(void **state)
{
	struct buf b = { 0 };

	UNUSED_STATE;
	buf_insert(&b, 0, STR("bd"));
	buf_insert(&b, 1, STR("c"));
	buf_insert(&b, 0, STR("a"));
	buf_insert(&b, 4, STR("e"));
	assert_string_equal(buf_text(&b), "abcde");
	buf_remove(&b, 0, 1);
	buf_remove(&b, 3, 1);
	buf_remove(&b, 1, 1);
	assert_string_equal(buf_text(&b), "bd");
	buf_remove(&b, 0, 2);
	assert_string_equal(buf_text(&b), "");
	buf_done(&b);
}

static void buf__holds_any_byte(void **state)
{
	struct buf b = { 0 };

	UNUSED_STATE;
	buf_add(&b, STR("a\0b"));
	assert_int_equal(b.n, 3);
	assert_memory_equal(b.at, "a\0b", 4);
	buf_done(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buf__is_empty_text__before_anything_is_added),
		cmocka_unit_test(buf__grows_and_ends_in_nul),
		cmocka_unit_test(buf__adds_in_every_way),
		cmocka_unit_test(buf__inserts_and_removes__at_both_ends_and_inside),
		cmocka_unit_test(buf__holds_any_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
