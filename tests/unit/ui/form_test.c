#include "test.h"

#include "ui/form.h"

#include <locale.h>
#include <string.h>

#define HOWS(X)                             \
	X(HOW_PHONE, "phone", "phone")      \
	X(HOW_FACE, "face", "face to face") \
	X(HOW_POST, "post", "post")

enum how { HOW_NONE, HOWS(WORD_ENUM) };
static const struct words hows = WORDS("how", HOWS);

static const struct field fields[] = {
	{ NULL, "About them", FIELD_HEADING },
	{ "family_name", "Family name", FIELD_TEXT, .flags = FIELD_NEEDED,
	  .help = "As they say it." },
	{ "how", "How", FIELD_CHOICE, &hows },
	{ "note", "Note", FIELD_NOTE },
	{ "alone", "Lives alone", FIELD_ASKED },
	{ "on", "On", FIELD_DAY, .flags = FIELD_MORE },
	{ 0 },
};

static int setup(void **state)
{
	static struct form f;

	form_begin(&f, fields);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	form_done(*state);
	return 0;
}

static enum form_did press(struct form *f, const char *key)
{
	struct input in = input_key(key);

	return form_take(f, &in);
}

static void type(struct form *f, const char *text)
{
	for (; *text; text++) {
		struct input in = input_char((char32_t)*text);

		form_take(f, &in);
	}
}

static const char *focus(const struct form *f)
{
	return form_focused(f)->name;
}

static void form_take__enter_goes_on__and_saves_on_the_last(void **state)
{
	struct form *f = *state;

	assert_string_equal(focus(f), "family_name"); /* a heading takes no focus */
	assert_int_equal(press(f, "Enter"), FORM_MOVED);
	assert_string_equal(focus(f), "how");
	form_focus(f, "on");
	assert_int_equal(press(f, "Enter"), FORM_SAVE);
	form_focus(f, "how");
	assert_int_equal(press(f, "Ctrl-S"), FORM_SAVE);
	assert_int_equal(press(f, "Esc"), FORM_LEAVE);
	assert_int_equal(press(f, "F2"), FORM_PASS);
}

static void form_take__tab_goes_round(void **state)
{
	struct form *f = *state;

	press(f, "Shift-Tab");
	assert_string_equal(focus(f), "on");
	press(f, "Tab");
	assert_string_equal(focus(f), "family_name");
	form_hide(f, "how", true);
	press(f, "Tab");
	assert_string_equal(focus(f), "note");
}

static void form_take__enter_in_a_note_is_a_new_line__and_tab_leaves(void **state)
{
	struct form *f = *state;

	form_focus(f, "note");
	type(f, "one");
	assert_int_equal(press(f, "Enter"), FORM_CHANGED);
	type(f, "two");
	assert_string_equal(form_get(f, "note"), "one\ntwo");
	press(f, "Tab");
	assert_string_equal(focus(f), "alone");
}

static void form_take__digits_letters_and_arrows_choose(void **state)
{
	struct form *f = *state;

	form_focus(f, "how");
	assert_int_equal(press(f, "2"), FORM_CHANGED);
	assert_string_equal(f->changed->name, "how");
	assert_string_equal(form_get(f, "how"), "face");
	press(f, "Right");
	press(f, "Right");
	assert_string_equal(form_get(f, "how"), "phone");
	press(f, "p");
	press(f, "o");
	assert_string_equal(form_get(f, "how"), "post");
	press(f, "Backspace");
	press(f, "F");
	assert_string_equal(form_get(f, "how"), "face");
	assert_int_equal(press(f, "Backspace"), FORM_CHANGED);
	assert_string_equal(form_get(f, "how"), "");
	assert_int_equal(press(f, "7"), FORM_STAY);
	assert_non_null(f->said);
	assert_int_equal(press(f, "x"), FORM_STAY);
	assert_non_null(f->said);
	assert_int_equal(press(f, "!"), FORM_PASS);
	assert_int_equal(press(f, "?"), FORM_PASS);
	assert_false(form_typing(f));
}

/* "post office fees": what the letters found on the way is no answer to what was meant. */
static void form_take__words_that_are_no_answer__choose_nothing(void **state)
{
	struct form *f = *state;

	form_focus(f, "how");
	type(f, "post");
	assert_string_equal(form_get(f, "how"), "post");
	type(f, "ing");
	assert_string_equal(form_get(f, "how"), "");
	assert_non_null(strstr(f->said, "none is chosen"));
	type(f, " face to ph");
	assert_string_equal(form_get(f, "how"), "");
	press(f, "Backspace");
	type(f, "ph");
	assert_string_equal(form_get(f, "how"), "phone");
	press(f, "2");
	type(f, "p"); /* a digit began anew */
	assert_string_equal(form_get(f, "how"), "phone");
}

static void form_take__begins_on_digits__so_that_writing_chooses_nothing(void **state)
{
	static const struct field first_choice[] = {
		{ "how", "How", FIELD_CHOICE, &hows },
		{ 0 },
	};
	struct form f;

	UNUSED_STATE;
	form_begin(&f, first_choice);
	press(&f, "2");
	type(&f, "phone, post, she said");
	assert_string_equal(form_get(&f, "how"), "face");
	assert_non_null(strstr(f.said, "looked like writing"));
	form_done(&f);
}

static void form_take__asked_is_yes_no_or_not_asked(void **state)
{
	struct form *f = *state;

	form_focus(f, "alone");
	press(f, "Y");
	assert_string_equal(form_get(f, "alone"), "yes");
	press(f, "n");
	assert_string_equal(form_get(f, "alone"), "no");
	press(f, "?");
	assert_string_equal(form_get(f, "alone"), "");
	assert_int_equal(press(f, "d"), FORM_STAY);
	assert_non_null(f->said);
	assert_string_equal(form_get(f, "alone"), "");
}

static void form_problems__puts_the_cursor_in_the_first_that_stops(void **state)
{
	struct form *f = *state;
	struct problems p = { 0 };
	struct arena a = { 0 };

	form_focus(f, "note");
	problem_warn(&p, &a, "family_name", "Is that all of it?");
	problem_add(&p, &a, "on", "There is no such day.");
	form_problems(f, &p);
	arena_reset(&a); /* the form has its own copy */
	assert_string_equal(focus(f), "on");
	assert_string_equal(f->problems.at[1].text, "There is no such day.");
	type(f, "f");
	assert_int_equal(f->problems.n, 1); /* mended by being changed */
}

static void form_missing__names_needed_fields_that_are_empty(void **state)
{
	struct form *f = *state;
	struct problems p = { 0 };
	struct arena a = { 0 };

	form_set(f, "family_name", "  ");
	form_missing(f, &p, &a);
	assert_int_equal(p.n, 1);
	assert_string_equal(p.at[0].text, "Family name is needed.");
	form_set(f, "family_name", "Ng");
	p.n = 0;
	form_missing(f, &p, &a);
	assert_int_equal(p.n, 0);
	arena_reset(&a);
}

static void form_resume__brings_back_what_was_kept(void **state)
{
	struct form *f = *state, other;
	struct buf draft = { 0 };

	form_set(f, "family_name", "O=Neill \\n");
	form_set(f, "note", "one\ntwo\\three");
	form_set(f, "how", "post");
	form_focus(f, "note");
	form_keep(f, &draft);
	form_begin(&other, fields);
	assert_int_equal(form_resume(&other, buf_str(&draft)), OK);
	assert_string_equal(form_get(&other, "family_name"), "O=Neill \\n");
	assert_string_equal(form_get(&other, "note"), "one\ntwo\\three");
	assert_string_equal(form_get(&other, "how"), "post");
	assert_string_equal(focus(&other), "note");
	assert_int_equal(form_resume(&other, STR("gone=x\nfamily_name=Ng")), OK);
	assert_string_equal(form_get(&other, "family_name"), "Ng");
	assert_int_equal(form_resume(&other, STR("family_name=Ba\nnot a draft")), E_INVALID);
	assert_string_equal(form_get(&other, "family_name"), "Ng");
	form_done(&other);
	buf_done(&draft);
}

static void form_values__are_what_form_fill_takes(void **state)
{
	struct form *f = *state, other;
	struct arena a = { 0 };
	struct values v;

	form_set(f, "family_name", "Lindqvist");
	form_set(f, "alone", "no");
	v = form_values(f, &a);
	assert_int_equal(v.n, 5);
	form_begin(&other, fields);
	form_fill(&other, &v);
	assert_string_equal(form_get(&other, "family_name"), "Lindqvist");
	assert_string_equal(form_get(&other, "alone"), "no");
	form_done(&other);
	arena_reset(&a);
}

static const char *shown(struct form *f, int rows, struct grid *g)
{
	static struct arena a;

	arena_reset(&a);
	grid_begin(g, rows, 50, &a);
	form_put(f, g, (struct rect){ 0, 1, rows, 48 });
	return grid_text(g, &a);
}

static void form_put__shows_labels_values_problems_and_the_hint(void **state)
{
	struct form *f = *state;
	struct problems p = { 0 };
	struct arena a = { 0 };
	struct grid g;

	form_set(f, "how", "face");
	form_set(f, "on", "30/11");
	form_echo(f, "on", "→ Mon 30 Nov");
	problem_add(&p, &a, "family_name", "Family name is needed.");
	form_problems(f, &p);
	arena_reset(&a);
	assert_string_equal(shown(f, 9, &g), " About them\n"
	                                     " Family name *\n"
	                                     "               ! Family name is needed.\n"
	                                     " How           face to face\n"
	                                     " Note\n"
	                                     " Lives alone   not asked\n"
	                                     " When there is time ─────────────────────────────\n"
	                                     " On            30/11                 → Mon 30 Nov\n"
	                                     " As they say it.\n");
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_column, 15);
}

static void form_put__shows_the_answers_of_a_choice__when_it_has_the_focus(void **state)
{
	struct form *f = *state;
	struct grid g;

	form_set(f, "how", "face");
	form_focus(f, "how");
	assert_non_null(strstr(shown(f, 12, &g), "How            1 phone  ▌2 face to face"));
	assert_non_null(strstr(shown(f, 12, &g), "  3 post\n"));
	assert_int_equal(g.cursor_row, 2);
}

static void form_put__scrolls_to_the_focus__whatever_the_height(void **state)
{
	struct form *f = *state;
	struct grid g;

	form_set(f, "note",
	         "one two three four five six seven eight nine ten eleven twelve thirteen");
	for (int rows = 3; rows < 14; rows++) {
		for (int i = 0; i < 12; i++) {
			shown(f, rows, &g);
			assert_in_range(g.cursor_row, 0, rows - 2);
			press(f, i < 6 ? "Tab" : "Shift-Tab");
		}
	}
	form_focus(f, "family_name");
	assert_non_null(strstr(shown(f, 4, &g), "more ↓"));
}

static void form_click__focuses_what_stands_there(void **state)
{
	struct form *f = *state;
	struct grid g;
	struct rect where = { 0, 1, 12, 48 };

	shown(f, 12, &g);
	assert_true(form_click(f, where, 3));
	assert_string_equal(focus(f), "note");
	assert_false(form_click(f, where, 0));
	assert_false(form_click(f, where, 11));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(form_take__enter_goes_on__and_saves_on_the_last),
		TEST(form_take__tab_goes_round),
		TEST(form_take__enter_in_a_note_is_a_new_line__and_tab_leaves),
		TEST(form_take__digits_letters_and_arrows_choose),
		TEST(form_take__words_that_are_no_answer__choose_nothing),
		TEST(form_take__begins_on_digits__so_that_writing_chooses_nothing),
		TEST(form_take__asked_is_yes_no_or_not_asked),
		TEST(form_problems__puts_the_cursor_in_the_first_that_stops),
		TEST(form_missing__names_needed_fields_that_are_empty),
		TEST(form_resume__brings_back_what_was_kept),
		TEST(form_values__are_what_form_fill_takes),
		TEST(form_put__shows_labels_values_problems_and_the_hint),
		TEST(form_put__shows_the_answers_of_a_choice__when_it_has_the_focus),
		TEST(form_put__scrolls_to_the_focus__whatever_the_height),
		TEST(form_click__focuses_what_stands_there),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
