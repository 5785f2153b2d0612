#include "test.h"

#include "ui/grid.h"

#include <locale.h>
#include <string.h>

struct fixture {
	struct arena arena;
	struct grid g;
};

static int setup(void **state)
{
	static struct fixture f;

	f = (struct fixture){ 0 };
	grid_begin(&f.g, 4, 20, &f.arena);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	arena_reset(&f->arena);
	return 0;
}

static const char *row_text(struct fixture *f, int row)
{
	struct str rest = str_of(grid_text(&f->g, &f->arena)), line = { 0 };

	for (int i = 0; i <= row; i++)
		assert_true(str_cut(&rest, '\n', &line));
	return arena_str(&f->arena, line);
}

static void grid_put__cuts_with_an_ellipsis__when_the_text_is_too_wide(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(grid_put(&f->g, 0, 1, 6, LOOK_PLAIN, "Brannigan"), 7);
	assert_int_equal(grid_put(&f->g, 1, 1, 9, LOOK_PLAIN, "Brannigan"), 10);
	assert_string_equal(row_text(f, 0), " Brann…");
	assert_string_equal(row_text(f, 1), " Brannigan");
}

static void grid_put__never_cuts_inside_a_wide_character(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(grid_put(&f->g, 0, 0, 4, LOOK_PLAIN, "田中花"), 3);
	assert_string_equal(row_text(f, 0), "田…");
	assert_true(grid_cell(&f->g, 0, 1)->half);
}

static void grid_put__takes_both_halves__when_one_is_put_over(void **state)
{
	struct fixture *f = *state;

	grid_put(&f->g, 0, 0, -1, LOOK_PLAIN, "田中");
	grid_put(&f->g, 0, 1, -1, LOOK_PLAIN, "x");
	assert_string_equal(row_text(f, 0), " x中");
	grid_put(&f->g, 0, 2, -1, LOOK_PLAIN, "y");
	assert_string_equal(row_text(f, 0), " xy");
	assert_false(grid_cell(&f->g, 0, 3)->half);
}

static void grid_put__shows_controls__and_moves_nothing(void **state)
{
	struct fixture *f = *state;

	grid_put(&f->g, 0, 0, -1, LOOK_PLAIN, "a\033[2Jb");
	assert_null(strchr(row_text(f, 0), '\033'));
	assert_non_null(strstr(row_text(f, 0), "[2Jb"));
	grid_put(&f->g, 1, 0, -1, LOOK_PLAIN, "one\ntwo\tthree");
	assert_string_equal(row_text(f, 1), "one two three");
}

static void grid_put__stays_within_the_margin_and_the_grid(void **state)
{
	struct fixture *f = *state;

	grid_put(&f->g, 0, 15, -1, LOOK_PLAIN, "abcdef");
	assert_string_equal(row_text(f, 0), "               abc…");
	assert_int_equal(grid_put(&f->g, 9, 0, -1, LOOK_PLAIN, "x"), 0);
	assert_int_equal(grid_put(&f->g, 1, 40, 5, LOOK_PLAIN, "x"), 40);
	grid_put(&f->g, -1, 0, 5, LOOK_PLAIN, "x");
	assert_null(grid_cell(&f->g, 0, 20));
}

static void grid_put_right__ends_before_its_column(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(grid_put_right(&f->g, 0, -1, -1, LOOK_PLAIN, "Zoë"), 16);
	assert_string_equal(row_text(f, 0), "                Zoë");
	assert_int_equal(grid_put_right(&f->g, 1, 10, 4, LOOK_PLAIN, "1 note for you"), 6);
	assert_string_equal(row_text(f, 1), "      1 n…");
}

static void grid_put_lines__breaks_at_blanks__and_says_when_there_is_more(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		grid_put_lines(&f->g, 0, 0, 3, 10, LOOK_WORDS, "I want to keep my studio open"), 3);
	assert_string_equal(row_text(f, 0), "I want to");
	assert_string_equal(row_text(f, 1), "keep my");
	assert_string_equal(row_text(f, 2), "studio op…");
	assert_int_equal(grid_put_lines(&f->g, 3, 0, 1, 10, LOOK_WORDS, ""), 0);
	assert_int_equal(grid_put_lines(&f->g, 3, 0, 1, 12, LOOK_WORDS, "rent\ndue"), 1);
	assert_string_equal(row_text(f, 3), "rent due");
}

static void grid_head__runs_from_margin_to_margin(void **state)
{
	struct fixture *f = *state;

	grid_head(&f->g, 0, "LATE", "7");
	assert_string_equal(row_text(f, 0), " LATE ──────────  7");
}

static void grid_bar__keeps_within_ten(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(grid_bar(&f->g, 0, 0, 3), 10);
	assert_string_equal(row_text(f, 0), "━━━───────");
	grid_bar(&f->g, 1, 0, 12);
	assert_string_equal(row_text(f, 1), "━━━━━━━━━━");
}

static void grid_select__marks_the_row__and_sets_the_cursor_on_its_text(void **state)
{
	struct fixture *f = *state;

	grid_select(&f->g, 2);
	grid_put(&f->g, 2, GRID_TEXT, -1, LOOK_STRONG, "Ng");
	assert_string_equal(row_text(f, 2), " ▌ Ng");
	assert_true(grid_cell(&f->g, 2, 0)->selected);
	assert_true(grid_cell(&f->g, 2, 3)->selected);
	assert_true(grid_cell(&f->g, 2, 19)->selected);
	assert_int_equal(f->g.cursor_row, 2);
	assert_int_equal(f->g.cursor_column, 3);
}

static void grid_dim__leaves_what_comes_after_bright(void **state)
{
	struct fixture *f = *state;

	grid_select(&f->g, 0);
	grid_dim(&f->g);
	grid_put(&f->g, 0, 5, -1, LOOK_PLAIN, "x");
	assert_true(grid_cell(&f->g, 0, 4)->dimmed);
	assert_false(grid_cell(&f->g, 0, 5)->dimmed);
	assert_false(grid_cell(&f->g, 0, 5)->selected);
	assert_int_equal(f->g.cursor_row, -1);
}

static void grid_ascii__has_a_likeness_for_everything(void **state)
{
	struct fixture *f = *state;

	f->g.ascii = true;
	grid_put(&f->g, 0, 0, 20, LOOK_PLAIN, "▌━─▲▼“”…’·");
	assert_string_equal(row_text(f, 0), ">#-^v\"\"~'.");
	grid_put(&f->g, 1, 0, 20, LOOK_PLAIN, "Siân Łódź é田!");
	assert_string_equal(row_text(f, 1), "Sian Lodz e\?\?!");
	grid_put(&f->g, 2, 0, 3, LOOK_PLAIN, "abcdef");
	assert_string_equal(row_text(f, 2), "ab~");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(grid_put__cuts_with_an_ellipsis__when_the_text_is_too_wide),
		TEST(grid_put__never_cuts_inside_a_wide_character),
		TEST(grid_put__takes_both_halves__when_one_is_put_over),
		TEST(grid_put__shows_controls__and_moves_nothing),
		TEST(grid_put__stays_within_the_margin_and_the_grid),
		TEST(grid_put_right__ends_before_its_column),
		TEST(grid_put_lines__breaks_at_blanks__and_says_when_there_is_more),
		TEST(grid_head__runs_from_margin_to_margin),
		TEST(grid_bar__keeps_within_ten),
		TEST(grid_select__marks_the_row__and_sets_the_cursor_on_its_text),
		TEST(grid_dim__leaves_what_comes_after_bright),
		TEST(grid_ascii__has_a_likeness_for_everything),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
