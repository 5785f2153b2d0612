#include "base/table.h"

#include "test.h"

static void table__walks_rows_and_skips_comments(void **state)
{
	struct table t = table_of(STR("# source\n\ncode\tlabel\n# dated\na\tApple\n\nb\tBread\n"));

	UNUSED_STATE;
	assert_true(table_next(&t));
	assert_true(str_is(table_field(&t, "code"), "a"));
	assert_true(str_is(table_field(&t, "label"), "Apple"));
	assert_int_equal(t.line, 5);
	assert_true(table_next(&t));
	assert_true(str_is(table_field(&t, "label"), "Bread"));
	assert_int_equal(t.line, 7);
	assert_false(table_next(&t));
	assert_false(table_next(&t));
}

static void table_field__is_empty__where_the_row_is_short(void **state)
{
	struct table t = table_of(STR("a\tb\tc\n1\t2\t3\n4\n\t5"));

	UNUSED_STATE;
	assert_true(table_next(&t));
	assert_true(table_next(&t));
	assert_true(str_is(table_field(&t, "a"), "4"));
	assert_true(str_is(table_field(&t, "b"), ""));
	assert_true(str_is(table_field(&t, "c"), ""));
	assert_true(table_next(&t));
	assert_true(str_is(table_field(&t, "a"), ""));
	assert_true(str_is(table_field(&t, "b"), "5"));
}

static void table__takes_rows_wider_than_its_room(void **state)
{
	struct table t = table_of(STR("a\tb\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16"
	                              "\t17\t18\t19\t20\t21\t22\t23\t24\t25\t26\t27\n"));

	UNUSED_STATE;
	assert_true(table_next(&t));
	assert_true(str_is(table_field(&t, "b"), "2"));
	assert_false(table_next(&t));
}

static void table__is_empty__without_text(void **state)
{
	struct table none = table_of((struct str){ NULL, 0 });
	struct table header = table_of(STR("a\tb\n"));

	UNUSED_STATE;
	assert_false(table_next(&none));
	assert_int_equal(none.columns, 0);
	assert_false(table_next(&header));
	assert_int_equal(header.columns, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table__walks_rows_and_skips_comments),
		cmocka_unit_test(table_field__is_empty__where_the_row_is_short),
		cmocka_unit_test(table__takes_rows_wider_than_its_room),
		cmocka_unit_test(table__is_empty__without_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
