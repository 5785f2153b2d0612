#include "test.h"

#include "term/script.h"

#include <locale.h>
#include <string.h>

static struct input next(struct terminal *t)
{
	struct input in = { 0 };

	assert_int_equal(t->next(t, -1, &in), OK);
	return in;
}

static void draw(struct terminal *t, const char *text)
{
	struct arena a = { 0 };
	struct grid g;
	int rows, columns;

	t->size(t, &rows, &columns);
	grid_begin(&g, rows, columns, &a);
	g.ascii = t->ascii;
	grid_put(&g, 1, 2, -1, LOOK_PLAIN, text);
	grid_cursor(&g, 1, 2);
	t->draw(t, &g);
	arena_reset(&a);
}

static void script_next__gives_keys_and_text_one_by_one(void **state)
{
	struct terminal *t = term_script(STR("# a comment\nkey Down  c\n\ntype Zoë x\n"
	                                     "paste one\\ntwo\\\\\ntick\nclick 3 10\n"
	                                     "double 4 5\nwheel -1\n"));
	struct input in;

	UNUSED_STATE;
	assert_string_equal(next(t).key, "Down");
	in = next(t);
	assert_int_equal(in.kind, INPUT_TEXT);
	assert_int_equal(in.ch, 'c');
	assert_string_equal(next(t).key, "Z");
	assert_string_equal(next(t).key, "o");
	assert_int_equal(next(t).ch, 0xeb);
	assert_string_equal(next(t).key, "Space");
	assert_string_equal(next(t).key, "x");
	in = next(t);
	assert_int_equal(in.kind, INPUT_PASTE);
	assert_true(str_is(in.text, "one\ntwo\\"));
	assert_int_equal(next(t).kind, INPUT_TICK);
	in = next(t);
	assert_int_equal(in.row * 100 + in.column + in.count * 1000, 1310);
	assert_int_equal(next(t).count, 2);
	assert_int_equal(next(t).wheel, -1);
	assert_int_equal(next(t).kind, INPUT_HANGUP);
	assert_null(script_fault(t));
	script_free(t);
}

static void script_size__is_known_before_the_first_screen(void **state)
{
	struct terminal *t = term_script(STR("# small\nsize 10 40\nascii\nresize 40 120\n"));
	int rows, columns;

	UNUSED_STATE;
	t->size(t, &rows, &columns);
	assert_int_equal(rows * 1000 + columns, 10040);
	assert_true(t->ascii);
	assert_int_equal(next(t).kind, INPUT_RESIZE);
	t->size(t, &rows, &columns);
	assert_int_equal(rows * 1000 + columns, 40120);
	script_free(t);
}

static void script_expect__passes__when_it_is_on_the_screen(void **state)
{
	struct terminal *t =
		term_script(STR("expect Jane\nabsent Ng\nat Carter\nshot first\nkey x\n"
	                        "shot second\n"));

	UNUSED_STATE;
	draw(t, "Carter, Jane");
	next(t);
	draw(t, "Ng");
	next(t);
	assert_null(script_fault(t));
	assert_int_equal(script_shots(t)->n, 2);
	assert_non_null(strstr(script_shot(t, "first"), "Carter, Jane"));
	assert_non_null(strstr(script_shot(t, "second"), "Ng"));
	assert_null(script_shot(t, "third"));
	script_free(t);
}

static void fails(struct str script, const char *with)
{
	struct terminal *t = term_script(script);
	struct input in;

	draw(t, "Carter, Jane");
	assert_int_equal(t->next(t, -1, &in), E_INVALID);
	assert_int_equal(t->next(t, -1, &in), E_INVALID);
	assert_non_null(strstr(script_fault(t), with));
	script_free(t);
}

static void script_next__ends_with_the_screen__when_a_step_fails(void **state)
{
	UNUSED_STATE;
	fails(STR("\nexpect Ng\nkey x"), "line 2: “Ng” is not on the screen:");
	fails(STR("expect Ng\nkey x"), "  Carter, Jane\n");
	fails(STR("absent Jane"), "“Jane” is on the screen");
	fails(STR("at Jane"), "“Jane” is not where the cursor stands");
	fails(STR("jump 3"), "“jump 3” is no step of a script");
	fails(STR("click three"), "no place");
	fails(STR("wheel 5"), "neither");
	fails(STR("expect"), "is not on the screen");
}

static void script_hangup__ends_it(void **state)
{
	struct terminal *t = term_script(STR("hangup\nkey x\n"));

	UNUSED_STATE;
	assert_int_equal(next(t).kind, INPUT_HANGUP);
	assert_int_equal(next(t).kind, INPUT_HANGUP);
	script_free(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(script_next__gives_keys_and_text_one_by_one),
		cmocka_unit_test(script_size__is_known_before_the_first_screen),
		cmocka_unit_test(script_expect__passes__when_it_is_on_the_screen),
		cmocka_unit_test(script_next__ends_with_the_screen__when_a_step_fails),
		cmocka_unit_test(script_hangup__ends_it),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
