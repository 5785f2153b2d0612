#include "test.h"

#include "called.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

#include "base/clock.h"

#include <string.h>

/* The row that a contact is opened from: somebody is chosen, and c works by itself. */
static void row_render(const struct screen *s, struct grid *g)
{
	(void)s;
	grid_put(g, 0, 1, -1, LOOK_PLAIN, "a row");
	grid_cursor(g, 0, 1);
}

static enum outcome row_take(struct screen *s, enum act act, const struct input *in)
{
	(void)s;
	(void)act;
	(void)in;
	return PASS;
}

static int64_t row_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct screen_ops row_screen = {
	.name = "row", .render = row_render, .take = row_take, .subject = row_subject
};

static struct stage *on_row(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&row_screen, p);

	return stage_open(w, &v);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

/* P-g */
static void contact__no_answer__is_three_keys_from_a_row(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_row(w, p);

	w->session->minute = 9 * 60 + 6;
	stage_keys(st, "c 2 Ctrl-S");
	assert_string_equal(stage_place(st), "row");
	stage_shows(st, "Saved. Second try set for Wed 25 Nov after 12:00.");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(count(w, "SELECT at_minute FROM contact"), 9 * 60 + 6);
	assert_int_equal(count(w, "SELECT minutes FROM contact"), 1);
	assert_int_equal(count(w, "SELECT due_minute FROM reminder WHERE state = 'open'"), 720);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void contact__opened_before_dialling__shows_numbers_rules_and_tries(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	called_tried_twice(w, p);
	w->session->minute = 9 * 60 + 6;
	st = on_row(w, p);
	stage_keys(st, "c");
	stage_golden(st, "contact-began");
	w->session->minute += 2;
	w->session->now += 120;
	stage_keys(st, "2");
	stage_golden(st, "contact-no-answer");
	stage_close(st);
}

/* 60 columns are few, but NEVER USE and NOT SAFE are on them, and each answer is whole. */
/* Whoever speaks for them by the people round them is not "nobody" on the telephone. */
static void contact__says_who_speaks_for_them__from_those_round_them(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	store_sql(w->session->store,
	          "UPDATE safe_contact SET speaks_for = NULL;"
	          "INSERT INTO relation (person, name, kind, speaks_about, knows_illness)"
	          " VALUES (1, 'Rosa Diaz', 'other', 'appointments only', 1)");
	st = on_row(w, p);
	stage_keys(st, "c");
	stage_shows(st, "Speaks for her: Rosa Diaz, about appointments only.");
	stage_close(st);
}

static void contact__on_a_small_terminal__still_says_what_is_not_safe(void **state)
{
	static const char *const whole[] = {
		"0113 496 0123   NEVER USE", "3 message (NOT SAFE)", "4 somebody else answered",
		"5 wrong or dead number",    "8 face to face",       "9 asked us to stop"
	};
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));
	const char *shot;

	stage_keys(st, "c");
	shot = stage_shot(st, 16, 60);
	for (size_t i = 0; i < COUNT_OF(whole); i++)
		if (!strstr(shot, whole[i]))
			fail_msg("%s is not on:\n%s", whole[i], shot);
	stage_keys(st, "1");
	assert_non_null(strstr(stage_shot(st, 16, 60), "Note"));
	stage_close(st);
}

/* Nothing is left of her on Today, so the keys that follow are those of her record. */
static void contact__spoken_from_today_and_nothing_set__comes_back_to_the_record(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_keys(st, "c 1 Ctrl-S");
	stage_shows(st, "Nothing is set for Janie next; f sets a");
	assert_string_equal(stage_place(st), "person");
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_keys(st, "f");
	assert_string_equal(stage_place(st), "reminder");
	stage_keys(st, "Esc Esc");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void contact__message_where_it_is_not_safe__is_refused_with_the_reason(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));

	stage_keys(st, "c");
	stage_shows(st, "3 message (NOT SAFE)");
	stage_keys(st, "3");
	stage_shows(st, "No voicemail to Janie: set 3 Oct by Priya Shah.");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "A digit from 1 to 9 says it.");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

/* P-c on this path: nothing was asked. */
static void contact__nothing_asked__refuses_message_text_and_email(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_nobody_asked(w, "Hughes"));

	stage_keys(st, "c");
	stage_shows(st, "3 message (NOT SAFE)");
	stage_shows(st, "6 text or e-mail (NOT SAFE)");
	stage_keys(st, "6");
	stage_shows(st, "No text to Samir: not asked yet.");
	stage_keys(st, "3 Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

static void contact__danger__shows_no_number_before_its_line_was_left_with_enter(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct safe_contact safe = safe_contact_blank;
	struct stage *st;

	safe.danger = true;
	safe.ring = SAID_YES;
	safe.note = "he reads her phone";
	called_set_safe(w, p, &safe);
	st = on_row(w, p);
	stage_keys(st, "c");
	stage_golden(st, "contact-danger");
	stage_hides(st, "07700");
	stage_keys(st, "2 Tab Down Ctrl-S h e l l o");
	stage_hides(st, "07700");
	assert_string_equal(stage_place(st), "contact");
	stage_keys(st, "Enter");
	stage_shows(st, "07700 900123");
	stage_keys(st, "Esc c");
	stage_hides(st, "07700");
	stage_close(st);
}

static void contact__somebody_else_answered__says_what_may_be_said(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_row(w, p);

	stage_keys(st, "c 4");
	stage_shows(st, "Say only: “Priya, from the Leeds office.” Not why you ring.");
	stage_close(st);
	st = on_row(w, called_nobody_asked(w, "Hughes"));
	stage_keys(st, "c 4");
	stage_shows(st, "Nobody but Samir may be spoken to: not asked yet.");
	stage_shows(st, "Say only your name, and that you will ring again.");
	stage_close(st);
}

static void contact__stray_writing_on_the_digits__does_nothing(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));

	stage_keys(st, "c");
	stage_type(st, "she sa");
	assert_string_equal(stage_place(st), "happened");
	stage_keys(st, "Esc");
	stage_type(st, "we ta");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "That looked like writing.");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

static void contact__happened__opens_over_it_and_leaves_it_as_it_was(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));

	stage_keys(st, "c 1");
	stage_type(st, "hospital");
	stage_keys(st, "Shift-Tab h");
	assert_string_equal(stage_place(st), "happened");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "hospital");
	stage_close(st);
}

static void contact__next_step__shows_the_day_and_its_load(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w), other = called_nobody_asked(w, "Hughes");
	struct stage *st = on_row(w, other);

	stage_keys(st, "c 2 Ctrl-S");
	stage_close(st);
	st = on_row(w, p);
	stage_keys(st, "c 2");
	stage_shows(st, "1 other that day");
	stage_keys(st, "Tab Tab Ctrl-U");
	stage_type(st, "28/11");
	stage_shows(st, "Sat 28 Nov");
	stage_shows(st, "weekend");
	stage_close(st);
}

static void contact__spoke__keeps_note_minutes_and_the_step_that_was_typed(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));

	stage_keys(st, "c 1");
	stage_type(st, "Rent due on the 1st; post unopened.");
	stage_keys(st, "Tab");
	stage_type(st, "Ring about the rent");
	stage_keys(st, "Tab");
	stage_type(st, "fri 9:30");
	stage_shows(st, "Fri 27 Nov 09:30");
	stage_keys(st, "Tab Tab Ctrl-U 2 5 Ctrl-S");
	stage_shows(st, "Saved. Next, Fri 27 Nov 09:30: Ring about the rent");
	assert_int_equal(count(w, "SELECT minutes FROM contact"), 25);
	assert_int_equal(count(w, "SELECT due_minute FROM reminder"), 9 * 60 + 30);
	assert_string_equal(store_text(w->session->store, "SELECT note FROM contact", &w->arena),
	                    "Rent due on the 1st; post unopened.");
	stage_close(st);
}

static void contact__step_without_a_day__is_asked_for_under_its_field(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));

	stage_keys(st, "c 1 Tab");
	stage_type(st, "Ring");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "contact");
	stage_shows(st, "! On which day? fri, +2w, 30/11.");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

static void contact__wrong_number_of_two__asks_which(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE contact_point SET never_use = 0");
	st = on_row(w, p);
	stage_keys(st, "c 5");
	stage_shows(st, "Which number?");
	stage_shows(st, "2 home 0113 496 0123");
	stage_keys(st, "2 Ctrl-S");
	stage_shows(st, "Saved. 0113 496 0123 is struck out.");
	assert_int_equal(count(w, "SELECT struck_on FROM contact_point WHERE label = 'mobile'"),
	                 -1);
	stage_close(st);
}

static void contact__asked_to_stop__says_what_saving_does(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_row(w, p);

	stage_keys(st, "c 9");
	stage_shows(st, "Saving drops every reminder about her; nothing more goes out.");
	stage_keys(st, "Ctrl-S c");
	stage_shows(st, "Janie asked us to stop on Mon 23 Nov. No contact.");
	stage_hides(st, "07700");
	stage_close(st);
}

/* care.md 6 and 9: what goes out is not offered; what comes to us is, and what has happened. */
static void contact__nobody_to_be_reached__offers_only_what_is_not_outbound(void **state)
{
	static const char going[] = "1234569";
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;
	char keys[] = "c 1";

	store_sql(w->session->store, "UPDATE person SET died_on = 20000");
	for (const char *digit = going; *digit; digit++) {
		st = on_row(w, p);
		keys[2] = *digit;
		stage_keys(st, keys);
		stage_shows(st, "What happened?");
		stage_shows(st, "7 family rang us");
		stage_shows(st, "8 face to face with family");
		stage_shows(st, "Janie died.");
		stage_hides(st, "1 spoke");
		stage_hides(st, "2 no answer");
		stage_hides(st, "9 asked us to stop");
		stage_keys(st, "Ctrl-S");
		assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
		stage_close(st);
	}
	st = on_row(w, p);
	stage_keys(st, "c 8 Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 1);
	stage_keys(st, "c h");
	assert_string_equal(stage_place(st), "happened");
	stage_close(st);
}

static void contact__end_of_the_ladder__asks_four_things_before_it_closes(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_row(w, p);

	stage_keys(st, "c");
	stage_hides(st, "0 not reached");
	stage_keys(st, "0");
	assert_string_equal(stage_place(st), "tries");
	stage_keys(st, "4");
	assert_string_equal(stage_place(st), "tries");
	stage_shows(st, "Not before whoever referred them was asked for a safer way.");
	stage_keys(st, "Esc Esc");
	store_sql(w->session->store,
	          "INSERT INTO reminder (person, kind, what, due_on, first_due_on, rule, state, "
	          "made_on, by_account) VALUES (1, 'try_again', 'Ask', 20780, 20780, "
	          "'ladder.referrer', 'done', 20780, 1)");
	stage_keys(st, "c");
	stage_shows(st, "0 not reached: letter, referrer, close");
	stage_keys(st, "0 4");
	assert_string_equal(stage_place(st), "unreached");
	stage_golden(st, "unreached");
	stage_keys(st, "y Tab y Tab y Ctrl-S");
	assert_string_equal(stage_place(st), "unreached");
	stage_shows(st, "Has whoever referred them a safer way? Ask them first.");
	stage_keys(st, "Tab y Ctrl-S");
	stage_shows(st, "Saved. Carter, Jane 1981 closes as could not be reached");
	assert_string_equal(store_text(w->session->store, "SELECT state FROM referral", &w->arena),
	                    "unable_to_contact");
	stage_close(st);
}

/* Everything a call can hold, key by key; Space is a blank. */
static const char *const call[] = {
	"1",         "S",         "h",   "e",  "Space", "i",      "s",   "Enter",     "i",
	"l",         "l",         "Tab", "R",  "i",     "n",      "g",   "Tab",       "f",
	"r",         "i",         "Tab", "3",  "Tab",   "Ctrl-U", "2",   "5",         "Tab",
	"R",         "o",         "s",   "a",  "Tab",   "2",      "Tab", "Backspace", "7",
	"Shift-Tab", "Shift-Tab", "Up",  "Up", "Up",    "Up",     "Up",  "Up",        "Up",
};

static void press(struct stage *st, size_t n)
{
	for (size_t i = 0; i < n; i++)
		stage_keys(st, call[i]);
}

/* The draft as it was last kept: by leaving, by what opens over it, by the end of the desk. */
static const char *kept(struct workplace *w)
{
	return store_text(w->session->store, "SELECT body FROM draft WHERE form = 'contact'",
	                  &w->arena);
}

/* P-h for the contact form: interrupted at every key, it comes back byte-equal by g g. */
static void contact__interrupted_at_every_key__comes_back_byte_equal(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);

	for (size_t n = 1; n <= COUNT_OF(call); n++) {
		struct stage *st = on_row(w, p);
		const char *before;

		stage_keys(st, "c");
		press(st, n);
		stage_keys(st, "Esc");
		before = kept(w);
		assert_non_null(strstr(before, "outcome=spoke"));
		stage_keys(st, "g n");
		assert_string_equal(stage_place(st), "note");
		stage_type(st, "Somebody else rang");
		stage_keys(st, "Ctrl-S");
		assert_string_equal(stage_place(st), "row");
		stage_keys(st, "g g");
		assert_string_equal(stage_place(st), "contact");
		store_sql(w->session->store, "DELETE FROM draft");
		stage_close(st); /* keeps what came back */
		assert_string_equal(kept(w), before);
		store_sql(w->session->store, "DELETE FROM draft");
	}
	assert_int_equal(count(w, "SELECT count(*) FROM message"), COUNT_OF(call));
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
}

static void contact__note_over_the_digits__leaves_what_is_beneath(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_row(w, called_jane(w));
	const char *before;

	stage_keys(st, "c 1");
	stage_type(st, "ill");
	stage_keys(st, "Shift-Tab g n");
	before = kept(w);
	assert_non_null(strstr(before, "note=ill"));
	stage_type(st, "Another call");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "contact");
	store_sql(w->session->store, "DELETE FROM draft");
	stage_close(st);
	assert_string_equal(kept(w), before);
}

static void contact__hang_up__is_kept_and_found_again(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_row(w, p);

	stage_keys(st, "c 1");
	stage_type(st, "ill");
	stage_hang_up(st);
	stage_close(st);
	st = on_row(w, p);
	stage_keys(st, "F2"); /* her name stands in the row already */
	stage_shows(st, "Contact begun 09:00");
	stage_close(st);
	st = on_row(w, p);
	stage_keys(st, "c");
	stage_shows(st, "As you left it: contact with Carter, Jane 1981, begun 09:00.");
	stage_shows(st, "ill");
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(contact__on_a_small_terminal__still_says_what_is_not_safe),
		TEST(contact__no_answer__is_three_keys_from_a_row),
		TEST(contact__spoken_from_today_and_nothing_set__comes_back_to_the_record),
		TEST(contact__opened_before_dialling__shows_numbers_rules_and_tries),
		TEST(contact__says_who_speaks_for_them__from_those_round_them),
		TEST(contact__message_where_it_is_not_safe__is_refused_with_the_reason),
		TEST(contact__nothing_asked__refuses_message_text_and_email),
		TEST(contact__danger__shows_no_number_before_its_line_was_left_with_enter),
		TEST(contact__somebody_else_answered__says_what_may_be_said),
		TEST(contact__stray_writing_on_the_digits__does_nothing),
		TEST(contact__happened__opens_over_it_and_leaves_it_as_it_was),
		TEST(contact__next_step__shows_the_day_and_its_load),
		TEST(contact__spoke__keeps_note_minutes_and_the_step_that_was_typed),
		TEST(contact__step_without_a_day__is_asked_for_under_its_field),
		TEST(contact__wrong_number_of_two__asks_which),
		TEST(contact__nobody_to_be_reached__offers_only_what_is_not_outbound),
		TEST(contact__asked_to_stop__says_what_saving_does),
		TEST(contact__end_of_the_ladder__asks_four_things_before_it_closes),
		TEST(contact__interrupted_at_every_key__comes_back_byte_equal),
		TEST(contact__note_over_the_digits__leaves_what_is_beneath),
		TEST(contact__hang_up__is_kept_and_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
