#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "stage.h"

#include "screens.h"

static struct stage *on_measure(struct workplace *w)
{
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "n 9");
	assert_string_equal(stage_place(st), "measure");
	return st;
}

static int64_t value_of(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void measure__a_digit_each_and_saved(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_measure(w);

	stage_shows(st, "how satisfied are you with your life nowadays?");
	stage_shows(st, "0 is not at all, 10 is completely.");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Nothing is answered yet.");
	stage_keys(st, "6 t - 3 Backspace 4");
	stage_golden(st, "measure");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: Personal wellbeing (ONS4), 4 of 4 answered. u takes it back.");
	assert_int_equal(value_of(w, "SELECT value FROM measure_answer WHERE item = 'worthwhile'"),
	                 10);
	assert_int_equal(value_of(w, "SELECT value FROM measure_answer WHERE item = 'anxious'"), 4);
	assert_int_equal(
		value_of(w,
	                 "SELECT answer = 'rather_not' FROM measure_answer WHERE item = 'happy'"),
		1);
	stage_keys(st, "u y");
	assert_int_equal(value_of(w, "SELECT count(*) FROM measured"), 0);
	stage_close(st);
}

static void measure__says_what_it_was_and_which_way_is_better(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&measure_screen, jane_received(w));
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO measured (id, person, measure, on_day, by_account)"
	          " VALUES (1, 1, 'ons4-1', 20700, 1);"
	          "INSERT INTO measure_answer (measured, item, person, answer, value) VALUES"
	          " (1, 'satisfied', 1, 'score', 5), (1, 'anxious', 1, 'score', 5)");
	st = stage_open(w, &v);
	stage_keys(st, "7 = Down Down 7");
	stage_golden(st, "measure-again");
	stage_shows(st, "up 2, better");
	stage_shows(st, "up 2, worse");
	stage_close(st);
}

/* Left half done it is kept, with its day. */
static void measure__is_kept_with_its_day(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_measure(w);
	const struct visit v = { .where = &measure_screen, .id = { 1 } };

	stage_keys(st, "6 e");
	stage_type(st, "16/11");
	stage_keys(st, "Enter");
	stage_shows(st, "Mon 16 Nov");
	stage_keys(st, "e");
	stage_type(st, "tomorrow");
	stage_keys(st, "Enter");
	stage_shows(st, "Mon 16 Nov");
	stage_keys(st, "Esc");
	stage_visit(st, &v);
	stage_shows(st, "Mon 16 Nov");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(value_of(w, "SELECT on_day FROM measured"), 20773);
	assert_int_equal(value_of(w, "SELECT value FROM measure_answer"), 6);
	stage_close(st);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(measure__a_digit_each_and_saved),
		WORKPLACE_TEST(measure__says_what_it_was_and_which_way_is_better),
		WORKPLACE_TEST(measure__is_kept_with_its_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
