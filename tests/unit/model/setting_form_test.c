#include "test.h"

#include "model/setting_form.h"

#include "base/str.h"

static void setting_form__every_setting_has_a_rule_that_its_default_keeps(void **state)
{
	struct arena a = { 0 };
	struct problems p = { 0 };
	struct values v = { 0 };

	UNUSED_STATE;
	for (const struct field *f = setting_form; f->name; f++)
		if (f->kind != FIELD_HEADING)
			values_set(&v, &a, f->name, setting_rule(f->name)->fallback);
	setting_problems(&v, &a, &p);
	assert_int_equal(p.n, 0);
	arena_reset(&a);
}

static void setting_count__what_is_no_number_or_out_of_bounds_counts_as_never_set(void **state)
{
	const struct setting_rule *rule = setting_rule("idle_staff");

	UNUSED_STATE;
	assert_int_equal(setting_count(rule, "3"), 3);
	assert_int_equal(setting_count(rule, "15"), 15);
	assert_int_equal(setting_count(rule, "16"), 5);
	assert_int_equal(setting_count(rule, "0"), 5);
	assert_int_equal(setting_count(rule, "soon"), 5);
	assert_int_equal(setting_count(rule, ""), 5);
	assert_int_equal(setting_count(setting_rule("pin_minutes"), "0"), 0);
}

static struct values defaults(struct arena *a)
{
	struct values v = { 0 };

	for (const struct field *f = setting_form; f->name; f++)
		if (f->kind != FIELD_HEADING)
			values_set(&v, a, f->name, setting_rule(f->name)->fallback);
	return v;
}

static void setting_problems__says_which_number_and_its_bounds(void **state)
{
	struct arena a = { 0 };
	struct problems p = { 0 };
	struct values v = defaults(&a);

	UNUSED_STATE;
	values_set(&v, &a, "idle_shared", "60");
	values_set(&v, &a, "team", "anything");
	setting_problems(&v, &a, &p);
	assert_int_equal(p.n, 2);
	assert_string_equal(p.at[0].field, "idle_shared");
	assert_string_equal(p.at[0].text, "A number from 1 to 5.");
	assert_string_equal(p.at[1].field, "team");
	arena_reset(&a);
}

static void setting_problems__a_conversation_never_locks_sooner(void **state)
{
	struct arena a = { 0 };
	struct problems p = { 0 };
	struct values v = defaults(&a);

	UNUSED_STATE;
	values_set(&v, &a, "idle_staff", "12");
	values_set(&v, &a, "idle_talk_staff", "10");
	setting_problems(&v, &a, &p);
	assert_int_equal(p.n, 1);
	assert_string_equal(p.at[0].field, "idle_talk_staff");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(setting_form__every_setting_has_a_rule_that_its_default_keeps),
		cmocka_unit_test(
			setting_count__what_is_no_number_or_out_of_bounds_counts_as_never_set),
		cmocka_unit_test(setting_problems__says_which_number_and_its_bounds),
		cmocka_unit_test(setting_problems__a_conversation_never_locks_sooner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
