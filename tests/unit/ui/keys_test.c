#include "test.h"

#include "ui/keys.h"

#include <locale.h>
#include <string.h>

static const struct binding some[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the file", "open" },
	{ "c", ACT_CONTACT, NEEDS_PERSON, "Ring or write, and log it", "contact" },
	{ "Up", ACT_UP, 0, "The row above", NULL },
	{ "k", ACT_UP, NEEDS_HIDDEN, NULL, NULL },
	{ "0-9", ACT_DIGIT, 0, "Score it", "score" },
	{ "Ctrl-S", ACT_SAVE, 0, "Save", "save" },
	{ "Space", ACT_MARK, 0, "Mark it", "mark" },
	{ 0 },
};

static const struct binding everywhere[] = {
	{ "c", ACT_CASELOAD, 0, "Shadowed by the screen", "cases" },
	{ "F5", ACT_REMINDERS, 0, "Reminders", "reminders" },
	{ "!", ACT_SAFETY, 0, "Worried about safety", "safety" },
	{ "?", ACT_HELP, 0, "Help for this place", "help" },
	{ 0 },
};

static enum act act_for(struct input in)
{
	const struct binding *b = keys_find(some, &in, NEEDS_ROW | NEEDS_PERSON);

	return b ? b->act : ACT_NONE;
}

static void keys_find__takes_capitals_for_small_letters(void **state)
{
	UNUSED_STATE;
	assert_int_equal(act_for(input_key("c")), ACT_CONTACT);
	assert_int_equal(act_for(input_key("C")), ACT_CONTACT);
	assert_int_equal(act_for(input_key("K")), ACT_UP);
}

static void keys_find__knows_names_and_ranges(void **state)
{
	UNUSED_STATE;
	assert_int_equal(act_for(input_key("Enter")), ACT_OPEN);
	assert_int_equal(act_for(input_key("Ctrl-S")), ACT_SAVE);
	assert_int_equal(act_for(input_char(' ')), ACT_MARK);
	assert_int_equal(act_for(input_char('0')), ACT_DIGIT);
	assert_int_equal(act_for(input_char('9')), ACT_DIGIT);
	assert_int_equal(act_for(input_char('-')), ACT_NONE);
	assert_int_equal(act_for(input_key("F2")), ACT_NONE);
	assert_int_equal(act_for((struct input){ .kind = INPUT_PASTE, .key = "c" }), ACT_NONE);
}

static void keys_find__gives_the_row_to_refuse__when_its_needs_fail(void **state)
{
	struct input enter = input_key("Enter");
	const struct binding *b = keys_find(some, &enter, 0);

	UNUSED_STATE;
	assert_non_null(b);
	assert_false(key_holds(b, 0));
	assert_string_equal(key_refusal(b, 0), "There is nothing here to choose.");
	assert_string_equal(key_refusal(b, NEEDS_MANY), "Nothing is chosen here. ↓ to one first.");
}

static void keys_find__prefers_the_row_whose_needs_hold(void **state)
{
	const struct binding two[] = {
		{ "d", ACT_DONE, NEEDS_ROW, "Done", NULL },
		{ "d", ACT_DIRECTORY, 0, "Directory", NULL },
		{ 0 },
	};
	struct input d = input_char('d');

	UNUSED_STATE;
	assert_int_equal(keys_find(two, &d, 0)->act, ACT_DIRECTORY);
	assert_int_equal(keys_find(two, &d, NEEDS_ROW)->act, ACT_DONE);
}

static const char *line_of(struct key_line what, int columns, struct key_spots *spots)
{
	static struct arena a;
	struct grid g;

	arena_reset(&a);
	what.tables[0] = some;
	what.tables[1] = everywhere;
	grid_begin(&g, 1, columns, &a);
	keys_line(&g, 0, &what, spots);
	return grid_text(&g, &a);
}

static void keys_line__names_what_holds__safety_and_help(void **state)
{
	struct key_spots spots;

	UNUSED_STATE;
	assert_string_equal(
		line_of((struct key_line){ .has = NEEDS_ROW }, 80, &spots),
		" Enter open  0-9 score  Ctrl-S save  Space mark  F5 reminders  ! safety"
		"  ? help\n");
}

static void keys_line__drops_whole_entries__and_keeps_safety_and_help(void **state)
{
	struct key_spots spots;

	UNUSED_STATE;
	assert_string_equal(line_of((struct key_line){ .has = NEEDS_ROW }, 41, &spots),
	                    " Enter open  0-9 score  ! safety  ? help\n");
}

static void keys_line__leaves_letters_out__while_typing(void **state)
{
	struct key_spots spots;
	const char *line = line_of((struct key_line){ .has = NEEDS_ROW | NEEDS_PERSON,
	                                              .typing = true,
	                                              .captive = true },
	                           80, &spots);

	UNUSED_STATE;
	assert_null(strstr(line, "contact"));
	assert_null(strstr(line, "score"));
	assert_non_null(strstr(line, "Ctrl-S save"));
	assert_non_null(strstr(line, "Ctrl-R safety"));
	assert_non_null(strstr(line, "Ctrl-G lock"));
	assert_non_null(strstr(line, "F1 help"));
}

/* What comes after g is a menu: none of it may be missing because the row is full. */
static void keys_line__whole__goes_on_in_a_second_row(void **state)
{
	struct key_line what = { .tables = { some },
		                 .has = NEEDS_ROW | NEEDS_PERSON,
		                 .whole = true };
	struct arena a = { 0 };
	struct key_spots wide, narrow;
	struct input in;
	struct grid g;

	UNUSED_STATE;
	grid_begin(&g, 2, 200, &a);
	keys_line(&g, 1, &what, &wide);
	assert_true(wide.n > 2);
	for (size_t i = 0; i < wide.n; i++)
		assert_int_equal(wide.at[i].row, 1);
	grid_begin(&g, 2, 40, &a);
	keys_line(&g, 1, &what, &narrow);
	assert_int_equal(narrow.n, wide.n);
	assert_int_equal(narrow.at[0].row, 0);
	assert_int_equal(narrow.at[narrow.n - 1].row, 1);
	assert_true(keys_click(&narrow, 0, narrow.at[0].column, &in));
	assert_string_equal(in.key, narrow.at[0].key);
	assert_false(keys_click(&narrow, 2, narrow.at[0].column, &in));
	arena_reset(&a);
}

static void keys_click__types_the_key_that_stands_there(void **state)
{
	struct key_spots spots;
	struct input in;

	UNUSED_STATE;
	line_of((struct key_line){ .has = NEEDS_ROW }, 80, &spots);
	assert_true(keys_click(&spots, 0, 3, &in));
	assert_string_equal(in.key, "Enter");
	assert_int_equal(in.kind, INPUT_KEY);
	assert_false(keys_click(&spots, 0, 14, &in)); /* 0-9 is no one key */
	assert_true(keys_click(&spots, 0, 78, &in));
	assert_int_equal(in.ch, '?');
	assert_false(keys_click(&spots, 0, 0, &in));
}

static void keys_help__puts_the_keys_of_an_act_together(void **state)
{
	struct arena a = { 0 };
	struct help_lines lines;
	struct grid g;

	UNUSED_STATE;
	keys_help(some, &a, &lines);
	assert_int_equal(lines.n, 6);
	assert_string_equal(lines.at[2].keys, "Up, k");
	grid_begin(&g, 3, 40, &a);
	assert_int_equal(keys_help_put(&g, 0, 1, 3, &lines, 2), 3);
	assert_string_equal(grid_text(&g, &a),
	                    " Up, k   The row above\n 0-9     Score it\n Ctrl-S  Save\n");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_find__takes_capitals_for_small_letters),
		cmocka_unit_test(keys_find__knows_names_and_ranges),
		cmocka_unit_test(keys_find__gives_the_row_to_refuse__when_its_needs_fail),
		cmocka_unit_test(keys_find__prefers_the_row_whose_needs_hold),
		cmocka_unit_test(keys_line__names_what_holds__safety_and_help),
		cmocka_unit_test(keys_line__drops_whole_entries__and_keeps_safety_and_help),
		cmocka_unit_test(keys_line__leaves_letters_out__while_typing),
		cmocka_unit_test(keys_line__whole__goes_on_in_a_second_row),
		cmocka_unit_test(keys_click__types_the_key_that_stands_there),
		cmocka_unit_test(keys_help__puts_the_keys_of_an_act_together),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
