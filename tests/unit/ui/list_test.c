#include "test.h"

#include "ui/list.h"

#include <locale.h>

static int64_t id_of(const void *rows, size_t i)
{
	return ((const int64_t *)rows)[i];
}

static void list_take__stays_within_the_list(void **state)
{
	struct list_view v = { .n = 3 };

	UNUSED_STATE;
	assert_true(list_take(&v, ACT_UP));
	assert_int_equal(v.at, 0);
	list_take(&v, ACT_END);
	assert_int_equal(v.at, 2);
	list_take(&v, ACT_DOWN);
	assert_int_equal(v.at, 2);
	list_take(&v, ACT_HOME);
	assert_int_equal(v.at, 0);
	assert_false(list_take(&v, ACT_OPEN));
	v = (struct list_view){ 0 };
	assert_true(list_take(&v, ACT_DOWN));
	assert_int_equal(v.at, 0);
}

static void list_take__pages_by_what_is_shown(void **state)
{
	struct list_view v = { .n = 100 };

	UNUSED_STATE;
	list_window(&v, 11); /* ten rows and the line that says there is more */
	list_take(&v, ACT_PAGE_DOWN);
	assert_int_equal(v.at, 9);
	list_take(&v, ACT_PAGE_UP);
	assert_int_equal(v.at, 0);
}

static void list_window__leaves_a_row_for_more__when_not_all_fit(void **state)
{
	struct list_view v = { .n = 9 };
	struct list_window w = list_window(&v, 9);

	UNUSED_STATE;
	assert_int_equal(w.shown, 9);
	assert_int_equal(w.rows, 9);
	w = list_window(&v, 5);
	assert_int_equal(w.shown, 4);
	assert_int_equal(w.below, 5);
	assert_int_equal(w.rows, 5);
}

static void list_window__always_has_the_chosen_row(void **state)
{
	struct list_view v = { .n = 50 };

	UNUSED_STATE;
	for (size_t i = 0; i < 500; i++) {
		struct list_window w;

		v.at = (i * 37) % 50;
		w = list_window(&v, 1 + (int)(i % 12));
		assert_in_range(v.at, w.first, w.first + w.shown - 1);
		assert_int_equal(w.above + w.shown + w.below, 50);
	}
}

static void list_reload__keeps_the_chosen_id_in_its_place(void **state)
{
	const int64_t after[] = { 5, 10, 20, 25, 30, 40 };
	struct list_view v = { .n = 4, .at = 2, .top = 1 };

	UNUSED_STATE;
	list_reload(&v, 6, id_of, after, 30);
	assert_int_equal(v.at, 4);
	assert_int_equal(v.top, 3);
}

static void list_reload__stays_where_it_was__when_the_row_is_gone(void **state)
{
	const int64_t after[] = { 10, 20 };
	struct list_view v = { .n = 4, .at = 3 };

	UNUSED_STATE;
	list_reload(&v, 2, id_of, after, 30);
	assert_int_equal(v.at, 1);
	list_reload(&v, 0, id_of, after, 30);
	assert_int_equal(v.at, 0);
}

static void list_hit__finds_the_row_under_the_mouse(void **state)
{
	struct list_view v = { .n = 50, .at = 20 };
	struct list_window w = list_window(&v, 6);
	size_t row = 99;

	UNUSED_STATE;
	assert_true(list_hit(&w, 3, 4, &row));
	assert_int_equal(row, w.first + 1);
	assert_false(list_hit(&w, 3, 2, &row));
	assert_false(list_hit(&w, 3, 8, &row)); /* the line that says there is more */
}

static void list_more__says_how_many_do_not_fit(void **state)
{
	struct list_view v = { .n = 9 };
	struct arena a = { 0 };
	struct list_window w;
	struct grid g;

	UNUSED_STATE;
	grid_begin(&g, 4, 30, &a);
	w = list_window(&v, 5);
	list_more(&g, 0, 3, &w);
	v.at = 5;
	w = list_window(&v, 5);
	list_more(&g, 1, 3, &w);
	v.at = 8;
	w = list_window(&v, 5);
	list_more(&g, 2, 3, &w);
	w = list_window(&v, 9);
	list_more(&g, 3, 3, &w);
	assert_string_equal(grid_text(&g, &a), "   5 more ↓\n   2 above ↑ · 3 more ↓\n"
	                                       "   5 above ↑\n\n");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(list_take__stays_within_the_list),
		cmocka_unit_test(list_take__pages_by_what_is_shown),
		cmocka_unit_test(list_window__leaves_a_row_for_more__when_not_all_fit),
		cmocka_unit_test(list_window__always_has_the_chosen_row),
		cmocka_unit_test(list_reload__keeps_the_chosen_id_in_its_place),
		cmocka_unit_test(list_reload__stays_where_it_was__when_the_row_is_gone),
		cmocka_unit_test(list_more__says_how_many_do_not_fit),
		cmocka_unit_test(list_hit__finds_the_row_under_the_mouse),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
