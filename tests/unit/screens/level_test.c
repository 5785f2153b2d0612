#include "test.h"

#include "base/attr.h"

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

static struct stage *open_level(struct workplace *w)
{
	struct visit v = visit_level(jane_add(w), "practical.money");

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	return stage_open(w, &v);
}

static int64_t judged(struct workplace *w, const char *level)
{
	return store_int(w->session->store, arena_printf(&w->arena,
	                                                 "SELECT count(*) FROM concern WHERE code ="
	                                                 " 'practical.money' AND level = '%s'",
	                                                 level));
}

static void level__as_drawn(void **state)
{
	struct stage *st = open_level(*state);

	stage_golden(st, "level");
	stage_stands(st, "0 not judged"); /* nothing is proposed */
	stage_keys(st, "Up Up");
	stage_golden(st, "level-substantial");
	stage_close(st);
}

/* The council decides about care: a critical need says how to offer its assessment. */
static void level__critical__points_to_the_council(void **state)
{
	struct stage *st = open_level(*state);

	stage_keys(st, "3");
	stage_hides(st, "council");
	stage_close(st);
	st = stage_open(
		*state,
		&(struct visit){ .where = &level_screen, .id = { 1 }, .text = "practical.money" });
	stage_keys(st, "4");
	stage_shows(st, "critical need. n 8: the council’s assessment.");
	stage_close(st);
}

static void level__every_digit_is_one(void **state)
{
	static const struct {
		const char *key, *word;
	} digits[] = { { "1", "low" },
		       { "2", "moderate" },
		       { "3", "substantial" },
		       { "4", "critical" },
		       { "0", "not_judged" } };
	struct workplace *w = *state;
	struct stage *st = open_level(w);

	stage_keys(st, "7");
	assert_string_equal(stage_place(st), "level");
	stage_close(st);
	for (size_t i = 0; i < COUNT_OF(digits); i++) {
		st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
		stage_keys(st, "l");
		assert_string_equal(stage_place(st), "level");
		stage_keys(st, digits[i].key);
		assert_string_equal(stage_place(st), "plan");
		assert_int_equal(judged(w, digits[i].word), 1);
		stage_close(st);
	}
}

static void level__stands_on_plan_person_and_what_nothing_fits(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_level(w);
	struct visit unmet = { .where = &unmet_screen, .id = { 1 }, .text = "practical.money" };

	stage_keys(st, "3");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
	stage_shows(st, "Money, bills or debt");
	stage_golden(st, "plan-level");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &person_screen, .id = { 1 } });
	stage_golden(st, "person-level");
	stage_keys(st, "l");
	stage_stands(st, "3 substantial");
	stage_close(st);
	st = stage_open(w, &unmet);
	stage_keys(st, "2 Ctrl-S");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM unmet_need WHERE level = 'substantial'"),
	                 1);
	stage_close(st);
}

static void level__undone_with_u(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_level(w);

	stage_keys(st, "4");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
	stage_keys(st, "u");
	stage_shows(st, "how great the need is, Carter, Jane 1981: Money, bills or debt critical");
	stage_keys(st, "y");
	assert_int_equal(judged(w, "critical"), 0);
	stage_close(st);
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(level__as_drawn),           T(level__critical__points_to_the_council),
		T(level__every_digit_is_one), T(level__stands_on_plan_person_and_what_nothing_fits),
		T(level__undone_with_u),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
