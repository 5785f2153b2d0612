#include "base/field.h"

#include "test.h"

#include <string.h>

static void values__hold_one_text_a_name(void **state)
{
	struct arena a = { 0 };
	struct values v = { 0 };
	char name[] = "phone", text[] = "0770";

	UNUSED_STATE;
	assert_string_equal(values_get(&v, "phone"), "");
	values_set(&v, &a, name, text);
	values_set(&v, &a, "note", NULL);
	memset(name, 'x', 5);
	memset(text, 'x', 4);
	assert_string_equal(values_get(&v, "phone"), "0770");
	assert_string_equal(values_get(&v, "note"), "");
	values_set(&v, &a, "phone", "0113");
	assert_int_equal(v.n, 2);
	assert_string_equal(values_get(&v, "phone"), "0113");
	for (int i = 0; i < 100; i++)
		values_set(&v, &a, arena_printf(&a, "n%d", i), "1");
	assert_int_equal(v.n, 102);
	assert_string_equal(values_get(&v, "phone"), "0113");
	arena_reset(&a);
}

static void problems__stop__unless_all_are_warnings(void **state)
{
	struct arena a = { 0 };
	struct problems p = { 0 };

	UNUSED_STATE;
	assert_false(problems_stop(&p));
	problem_warn(&p, &a, "born", "That is %d years ago.", 112);
	assert_false(problems_stop(&p));
	assert_string_equal(p.at[0].text, "That is 112 years ago.");
	assert_string_equal(p.at[0].field, "born");
	problem_add(&p, &a, "family_name", "A family name is needed.");
	assert_true(problems_stop(&p));
	assert_int_equal(p.n, 2);
	assert_false(p.at[1].warning);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values__hold_one_text_a_name),
		cmocka_unit_test(problems__stop__unless_all_are_warnings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
