#include "test.h"

#include "ui/prompt.h"

#include <locale.h>
#include <string.h>

static enum prompt_did press(struct prompt *p, const char *key)
{
	struct input in = input_key(key);

	return prompt_take(p, &in);
}

static enum menu_did choose(struct menu *m, const char *key)
{
	struct input in = input_key(key);

	return menu_take(m, &in);
}

static void prompt_take__is_answered_by_its_keys_alone(void **state)
{
	struct prompt p = { 0 };

	UNUSED_STATE;
	prompt_ask(&p, "Undo: contact with Carter, Jane 1981?", "yn");
	assert_true(p.open);
	assert_int_equal(press(&p, "Enter"), PROMPT_STAY);
	assert_int_equal(press(&p, "d"), PROMPT_STAY);
	assert_true(p.open);
	assert_int_equal(press(&p, "Y"), PROMPT_ANSWERED);
	assert_int_equal(p.answer, 'y');
	assert_false(p.open);
	prompt_done(&p);
}

static void prompt_take__esc_leaves_without_an_answer(void **state)
{
	struct prompt p = { 0 };

	UNUSED_STATE;
	prompt_ask(&p, "Quit?", "yn");
	assert_int_equal(press(&p, "Esc"), PROMPT_LEFT);
	assert_false(p.open);
	assert_int_equal(p.answer, '\0');
	prompt_done(&p);
}

static void prompt_take__takes_a_short_text__and_begins_empty_each_time(void **state)
{
	struct prompt p = { 0 };
	struct arena a = { 0 };
	struct grid g;

	UNUSED_STATE;
	prompt_ask(&p, "Done, Carter, Jane 1981. What came of it?", NULL);
	assert_int_equal(press(&p, "o"), PROMPT_CHANGED);
	press(&p, "k");
	grid_begin(&g, 1, 80, &a);
	grid_put(&g, 0, 1, -1, LOOK_PLAIN, "an older message");
	prompt_put(&p, &g, 0);
	assert_string_equal(grid_text(&g, &a), " Done, Carter, Jane 1981. What came of it? ok\n");
	assert_int_equal(g.cursor_column, 45);
	assert_int_equal(press(&p, "Enter"), PROMPT_ANSWERED);
	assert_string_equal(line_text(&p.line), "ok");
	prompt_ask(&p, "Again?", NULL);
	assert_string_equal(line_text(&p.line), "");
	arena_reset(&a);
	prompt_done(&p);
}

static void prompt_put__keeps_room_for_the_answer__when_the_question_is_long(void **state)
{
	struct prompt p = { 0 };
	struct arena a = { 0 };
	struct grid g;

	UNUSED_STATE;
	prompt_ask(&p, "A question that is a good deal longer than the line it has to stand on",
	           "yn");
	grid_begin(&g, 1, 60, &a);
	prompt_put(&p, &g, 0);
	assert_non_null(strstr(grid_text(&g, &a), "… y n  Esc leaves it"));
	prompt_done(&p);
	arena_reset(&a);
}

static const struct menu_item items[] = {
	{ "A reminder", "when and what", NULL },
	{ "A signpost", NULL, "Choose a person first." },
	{ "A note", NULL, NULL },
	{ 0 },
};

static void menu_take__digits_choose(void **state)
{
	struct menu m;

	UNUSED_STATE;
	menu_ask(&m, "NEW", items);
	assert_int_equal(choose(&m, "3"), MENU_CHOSEN);
	assert_int_equal(m.at, 2);
	assert_int_equal(choose(&m, "4"), MENU_STAY);
	assert_int_equal(choose(&m, "2"), MENU_STAY);
	assert_string_equal(m.said, "Choose a person first.");
	assert_int_equal(choose(&m, "Esc"), MENU_LEFT);
}

static void menu_take__arrows_and_enter_choose(void **state)
{
	struct menu m;

	UNUSED_STATE;
	menu_ask(&m, "NEW", items);
	assert_int_equal(choose(&m, "Up"), MENU_STAY);
	choose(&m, "Down");
	assert_int_equal(choose(&m, "Down"), MENU_MOVED);
	assert_int_equal(choose(&m, "Down"), MENU_STAY);
	assert_int_equal(choose(&m, "Enter"), MENU_CHOSEN);
	assert_int_equal(m.at, 2);
}

static void menu_put__stands_over_the_dimmed_screen(void **state)
{
	struct arena a = { 0 };
	struct grid g;
	struct menu m;

	UNUSED_STATE;
	menu_ask(&m, "NEW", items);
	grid_begin(&g, 10, 50, &a);
	for (int i = 0; i < 10; i++)
		grid_put(&g, i, 0, 50, LOOK_PLAIN,
		         "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh");
	menu_put(&m, &g);
	assert_string_equal(grid_text(&g, &a),
	                    "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh\n"
	                    "   NEW\n"
	                    "   ────────────────────────────────────────────\n"
	                    "   ▌ 1 A reminder  when and what\n"
	                    "     2 A signpost  Choose a person first.\n"
	                    "     3 A note\n"
	                    "\n"
	                    "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh\n"
	                    "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh\n"
	                    "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh\n");
	assert_true(grid_cell(&g, 0, 0)->dimmed);
	assert_false(grid_cell(&g, 3, 5)->dimmed);
	assert_int_equal(g.cursor_row, 3);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prompt_take__is_answered_by_its_keys_alone),
		cmocka_unit_test(prompt_take__esc_leaves_without_an_answer),
		cmocka_unit_test(prompt_take__takes_a_short_text__and_begins_empty_each_time),
		cmocka_unit_test(prompt_put__keeps_room_for_the_answer__when_the_question_is_long),
		cmocka_unit_test(menu_take__digits_choose),
		cmocka_unit_test(menu_take__arrows_and_enter_choose),
		cmocka_unit_test(menu_put__stands_over_the_dimmed_screen),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
