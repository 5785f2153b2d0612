#include "test.h"

#include "model/happening_form.h"
#include "model/rule_file.h"
#include "model/rules.h"

#include <string.h>

static struct rule_list after(enum happening_kind kind, enum sureness sure, struct arena *a)
{
	struct happening h = happening_blank;
	struct rule_list list;

	h.kind = kind;
	h.sure = sure;
	rules_after(rule_file_shipped(RULES_HAPPENED), &h, a, &list);
	return list;
}

static void rules__after_each_kind__are_those_of_the_data(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_int_equal(after(HAPPENED_TREATMENT_ENDED, SURENESS_NONE, &a).n, 2);
	assert_int_equal(after(HAPPENED_ALIVE, SURENESS_NONE, &a).n, 0);
	assert_int_equal(after(HAPPENED_DIED, SURE, &a).n, 1);
	assert_string_equal(after(HAPPENED_DIED, SURE, &a).at[0].id, "bereavement-call");
	assert_string_equal(after(HAPPENED_DIED, SURE_REPORTED, &a).at[0].id, "died-reported");
	arena_reset(&a);
}

static void rule_due__is_a_working_day_and_never_behind(void **state)
{
	const struct rule weeks = { .due = { .after = 14, .count = DUE_ONTO_WORKING } },
			  soon = { .due = { .after = 2, .count = DUE_WORKING } },
			  now = { .due = { .count = DUE_DAYS } };
	const day monday = 20780, saturday = 20785;

	UNUSED_STATE;
	assert_int_equal(rule_due(&weeks, monday - 5, monday, NULL), monday + 9);
	assert_int_equal(rule_due(&weeks, monday - 100, monday, NULL), monday);
	assert_int_equal(rule_due(&weeks, DAY_NONE, monday, NULL), monday + 14);
	assert_int_equal(rule_due(&weeks, monday - 1, monday, NULL), monday + 14);
	assert_int_equal(rule_due(&soon, monday - 100, monday, NULL), monday + 2);
	assert_int_equal(rule_due(&now, monday - 5, saturday, NULL), saturday);
}

static void rule_text__names_whom_it_is_to(void **state)
{
	const struct rule r = { .what = "Call to {name} soon" }, plain = { .what = "Call" };
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(rule_text(&r, "Rosa", &a), "Call to Rosa soon");
	assert_string_equal(rule_text(&plain, "Rosa", &a), "Call");
	arena_reset(&a);
}

static struct new_happening from(const char *kind, const char *on, const char *postcode,
                                 struct arena *a, struct problems *problems)
{
	struct values v = { 0 };
	struct new_happening h;

	values_set(&v, a, "kind", kind);
	values_set(&v, a, "on", on);
	values_set(&v, a, "postcode", postcode);
	values_set(&v, a, "sure", "sure");
	happening_from_values(&v, 20780, NULL, a, problems, &h);
	new_happening_problems(&h, 20780, a, problems);
	return h;
}

static void happening_form__takes_a_day_or_words(void **state)
{
	struct arena a = { 0 };
	struct problems none = { 0 }, bad = { 0 };
	struct new_happening h = from("died", "18/11", "", &a, &none);

	UNUSED_STATE;
	assert_int_equal(h.on_day, 20775);
	h = from("died", "About last weekend", "", &a, &none);
	assert_int_equal(h.on_day, DAY_NONE);
	assert_string_equal(h.about, "last weekend");
	assert_int_equal(none.n, 0);
	from("died", "sometime", "", &a, &bad);
	assert_int_equal(bad.n, 1);
	assert_string_equal(bad.at[0].field, "on");
	arena_reset(&a);
}

static void happening_form__asks_only_what_the_kind_needs(void **state)
{
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct new_happening h = from("recurrence", "yesterday", "not one", &a, &problems);

	UNUSED_STATE;
	assert_int_equal(problems.n, 0);
	assert_int_equal(h.sure, SURENESS_NONE);
	h = from("moved", "yesterday", "ls62ab", &a, &problems);
	assert_string_equal(h.postcode, "LS6 2AB");
	h = from("moved", "yesterday", "not one", &a, &problems);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.at[0].field, "postcode");
	assert_true(happening_asks(HAPPENED_DIED, "sure"));
	assert_false(happening_asks(HAPPENED_MOVED, "sure"));
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules__after_each_kind__are_those_of_the_data),
		cmocka_unit_test(rule_due__is_a_working_day_and_never_behind),
		cmocka_unit_test(rule_text__names_whom_it_is_to),
		cmocka_unit_test(happening_form__takes_a_day_or_words),
		cmocka_unit_test(happening_form__asks_only_what_the_kind_needs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
