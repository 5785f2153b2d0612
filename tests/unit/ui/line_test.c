#include "test.h"

#include "ui/line.h"

#include <locale.h>
#include <string.h>

static enum line_did press(struct line *l, const char *key)
{
	struct input in = input_key(key);

	return line_take(l, &in);
}

static enum line_did paste(struct line *l, const char *text)
{
	struct input in = { .kind = INPUT_PASTE, .text = str_of(text) };

	return line_take(l, &in);
}

static void line_take__moves_by_what_stands_in_a_cell(void **state)
{
	struct line l = { 0 };

	UNUSED_STATE;
	line_set(&l, "Zoe\u0308 田"); /* e and a combining mark are one */
	press(&l, "Left");
	press(&l, "Left");
	assert_int_equal(l.at, 5);
	press(&l, "Left");
	assert_int_equal(l.at, 2);
	press(&l, "Del");
	assert_string_equal(line_text(&l), "Zo 田");
	press(&l, "End");
	press(&l, "Backspace");
	assert_string_equal(line_text(&l), "Zo ");
	line_done(&l);
}

static void line_take__keeps_the_cursor_between_characters__when_a_mark_joins(void **state)
{
	struct line l = { 0 };

	UNUSED_STATE;
	line_set(&l, "\u0308");
	press(&l, "Home");
	press(&l, "e"); /* the mark that stood alone is now over this e */
	assert_int_equal(l.at, 3);
	press(&l, "Backspace");
	assert_string_equal(line_text(&l), "");
	line_done(&l);
}

static void line_take__edits_by_word_and_line(void **state)
{
	struct line l = { 0 };

	UNUSED_STATE;
	line_set(&l, "rent is due");
	assert_int_equal(press(&l, "Ctrl-W"), LINE_CHANGED);
	assert_string_equal(line_text(&l), "rent is ");
	press(&l, "Ctrl-Left");
	assert_int_equal(l.at, 5);
	press(&l, "Ctrl-K");
	assert_string_equal(line_text(&l), "rent ");
	press(&l, "Ctrl-U");
	assert_string_equal(line_text(&l), "");
	assert_int_equal(press(&l, "Backspace"), LINE_MOVED);
	assert_int_equal(press(&l, "F2"), LINE_PASS);
	assert_int_equal(press(&l, "Up"), LINE_PASS);
	assert_int_equal(press(&l, "Enter"), LINE_PASS);
	line_done(&l);
}

static void line_take__strips_controls_from_a_paste(void **state)
{
	struct line one = { 0 }, note = { .note = true };

	UNUSED_STATE;
	assert_int_equal(paste(&one, "a\033[2J\tb\r\nc\x9b\x07"), LINE_CHANGED);
	assert_string_equal(line_text(&one), "a[2J b c");
	paste(&note, "one\r\ntwo\rthree\tx");
	assert_string_equal(line_text(&note), "one\ntwo\nthree x");
	assert_int_equal(paste(&one, "\033"), LINE_MOVED);
	line_done(&one);
	line_done(&note);
}

static void line_take__says_so__when_it_is_full(void **state)
{
	struct line l = { .limit = 5 };

	UNUSED_STATE;
	assert_int_equal(paste(&l, "abcdé"), LINE_FULL);
	assert_string_equal(line_text(&l), "abcd");
	assert_int_equal(press(&l, "e"), LINE_CHANGED);
	assert_int_equal(press(&l, "f"), LINE_FULL);
	line_done(&l);
}

static void note_take__goes_up_and_down_through_wrapped_rows(void **state)
{
	struct line l = { .note = true, .width = 11 };

	UNUSED_STATE;
	line_set(
		&l,
		"the rent is due on the 1st\n\nlast"); /* the rent / is due on / the 1st / / last */
	assert_int_equal(note_rows(&l, 11), 5);
	press(&l, "Up");
	assert_int_equal(l.at, 27);
	press(&l, "Up");
	assert_int_equal(l.at, 23); /* the column is kept over the short row */
	press(&l, "Up");
	press(&l, "Up");
	assert_int_equal(l.at, 4);
	assert_int_equal(press(&l, "Up"), LINE_PASS);
	press(&l, "End");
	assert_int_equal(l.at, 26);
	press(&l, "Down");
	press(&l, "Down");
	assert_int_equal(press(&l, "Down"), LINE_PASS);
	assert_int_equal(press(&l, "Enter"), LINE_CHANGED);
	line_done(&l);
}

static void note_take__every_place_is_reached_and_every_key_stays_between_characters(void **state)
{
	static const char *const keys[] = { "Up",        "Left",       "Down", "Right",
		                            "Down",      "Ctrl-Right", "End",  "Up",
		                            "Ctrl-Left", "Down",       "é",    "Home" };
	struct line l = { .note = true, .width = 8 };

	UNUSED_STATE;
	line_set(&l, "Siân 田中 said\nno, Zoe\u0308 did");
	for (size_t i = 0; i < 400; i++) {
		press(&l, keys[(i * 7 + i / 12) % COUNT_OF(keys)]);
		assert_true(l.at <= l.text.n);
		assert_true((line_text(&l)[l.at] & 0xc0) != 0x80);
	}
	assert_true(text_valid(buf_str(&l.text), &(size_t){ 0 }));
	line_done(&l);
}

static const char *shown(struct line *l, int width, int *cursor)
{
	static struct arena a;
	struct grid g;

	arena_reset(&a);
	grid_begin(&g, 1, 30, &a);
	line_put(l, &g, 0, 0, width, true);
	*cursor = g.cursor_column;
	return grid_text(&g, &a);
}

static void line_put__scrolls_to_the_cursor(void **state)
{
	struct line l = { 0 };
	int cursor;

	UNUSED_STATE;
	assert_string_equal(shown(&l, 10, &cursor), "\n");
	assert_int_equal(cursor, 0);
	line_set(&l, "0123456789abcdefghij");
	assert_string_equal(shown(&l, 10, &cursor), "…ghij\n");
	assert_int_equal(cursor, 5);
	press(&l, "Home");
	assert_string_equal(shown(&l, 10, &cursor), "012345678…\n");
	assert_int_equal(cursor, 0);
	for (int i = 0; i < 20; i++) {
		press(&l, "Right");
		shown(&l, 10, &cursor);
		assert_in_range(cursor, 0, 9);
	}
	line_done(&l);
}

static void line_put__shows_a_secret_as_dots(void **state)
{
	struct line l = { .secret = true };
	int cursor;

	UNUSED_STATE;
	line_set(&l, "päss");
	assert_string_equal(shown(&l, 10, &cursor), "••••\n");
	assert_int_equal(cursor, 4);
	line_done(&l);
}

static void note_put__keeps_the_cursor_in_its_rectangle(void **state)
{
	struct line l = { .note = true };
	struct arena a = { 0 };
	struct grid g;

	UNUSED_STATE;
	line_set(&l, "one two three four five six seven eight nine ten");
	for (size_t i = 0; i <= l.text.n; i++) {
		grid_begin(&g, 5, 20, &a);
		l.at = i;
		assert_int_equal(note_put(&l, &g, (struct rect){ 1, 2, 3, 8 }, true), 3);
		assert_in_range(g.cursor_row, 1, 3);
		assert_in_range(g.cursor_column, 2, 9);
	}
	grid_begin(&g, 5, 20, &a);
	assert_int_equal(note_put(&l, &g, (struct rect){ 0, 0, 2, 10 }, false), 2);
	assert_string_equal(grid_text(&g, &a), "one two\nthree fou…\n\n\n\n");
	arena_reset(&a);
	line_done(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(line_take__moves_by_what_stands_in_a_cell),
		cmocka_unit_test(line_take__keeps_the_cursor_between_characters__when_a_mark_joins),
		cmocka_unit_test(line_take__edits_by_word_and_line),
		cmocka_unit_test(line_take__strips_controls_from_a_paste),
		cmocka_unit_test(line_take__says_so__when_it_is_full),
		cmocka_unit_test(note_take__goes_up_and_down_through_wrapped_rows),
		cmocka_unit_test(
			note_take__every_place_is_reached_and_every_key_stays_between_characters),
		cmocka_unit_test(line_put__scrolls_to_the_cursor),
		cmocka_unit_test(line_put__shows_a_secret_as_dots),
		cmocka_unit_test(note_put__keeps_the_cursor_in_its_rectangle),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
