#include "shown.h"

#include "test.h"

static void shown_changes__only_where_a_row_is_another(void **state)
{
	struct shown s = { 0 };
	struct arena a = { 0 };
	struct grid g;

	(void)state;
	for (int frame = 0; frame < 3; frame++) {
		grid_begin(&g, 2, 20, &a);
		grid_put(&g, 0, 1, -1, LOOK_PLAIN, "the same");
		grid_put(&g, 1, 1, -1, frame < 2 ? LOOK_PLAIN : LOOK_ALARM, "late");
		assert_int_equal(shown_changes(&s, &g, 0), frame == 0);
		assert_int_equal(shown_changes(&s, &g, 1), frame != 1);
	}
	shown_forget(&s);
	assert_true(shown_changes(&s, &g, 0));
	shown_forget(&s);
	arena_reset(&a);
}

static void shown_changes__everywhere__after_another_size(void **state)
{
	struct shown s = { 0 };
	struct arena a = { 0 };
	struct grid g;

	(void)state;
	for (int columns = 20; columns < 22; columns++) {
		grid_begin(&g, 1, columns, &a);
		assert_true(shown_changes(&s, &g, 0));
		assert_false(shown_changes(&s, &g, 0));
	}
	shown_forget(&s);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shown_changes__only_where_a_row_is_another),
		cmocka_unit_test(shown_changes__everywhere__after_another_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
