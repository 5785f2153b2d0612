#include "test.h"

#include "called.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

#include <string.h>

static struct stage *on_tries(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&tries_screen, p);

	return stage_open(w, &v);
}

static void tries__after_two__stand_on_the_third(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	called_tried_twice(w, p);
	st = on_tries(w, p);
	stage_golden(st, "tries");
	stage_keys(st, "2");
	stage_shows(st, "No post to Janie: set 3 Oct by Priya Shah.");
	assert_string_equal(stage_place(st), "tries");
	stage_keys(st, "Home Enter");
	assert_string_equal(stage_place(st), "contact");
	stage_close(st);
}

/* From Today: the row of the step, Enter, what they said, and it stands on the end. */
static void tries__whoever_referred_them__is_asked_from_the_row(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	store_sql(w->session->store,
	          "UPDATE referral SET return_to = 'Jo Hall, breast nurse', return_phone = "
	          "'0113 496 0199';"
	          "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, rule, "
	          "state, made_on, by_account) VALUES (1, 1, 'try_again', 'Ask who referred them', "
	          "20780, 20780, 'ladder.referrer', 'open', 20780, 1)");
	st = stage_open(w, &(struct visit){ .where = &reminders_screen });
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "tries");
	stage_keys(st, "3");
	assert_string_equal(stage_place(st), "asked");
	stage_shows(st, "Jo Hall, breast nurse · 0113 496 0199");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "asked");
	stage_keys(st, "n Tab");
	stage_type(st, "None known");
	stage_golden(st, "asked");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "tries");
	stage_shows(st, "Asked: None known");
	stage_keys(st, "4");
	assert_string_equal(stage_place(st), "unreached");
	stage_close(st);
}

static void tries__a_letter_where_post_is_safe__is_written_down_as_one(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct safe_contact safe = safe_contact_blank;
	struct stage *st;

	safe.post = SAID_YES;
	called_set_safe(w, p, &safe);
	store_sql(w->session->store, "UPDATE person SET address = '1 New Road'");
	st = on_tries(w, p);
	stage_keys(st, "2");
	assert_string_equal(stage_place(st), "paper");
	stage_keys(st, "Esc");
	/* Written by hand instead: the contact form says so, and what comes next is the letter's. */
	stage_visit(st, &(struct visit){ .where = &contact_screen,
	                                 .id = { p.n, 0, CONTACT_FOR_LETTER } });
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Written Mon 23 Nov.");
	assert_string_equal(store_text(w->session->store, "SELECT mode FROM contact", &w->arena),
	                    "letter");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM reminder WHERE rule = 'ladder.referrer'"),
	                 1);
	stage_close(st);
}

static void tries__of_a_hostile_name__stand_whole(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	store_sql(
		w->session->store,
		"UPDATE person SET family_name = char(8238) || 'Wolfeschlegelsteinhausenbergerdorff-Öztürk', "
		"given_name = 'مريم'");
	st = on_tries(w, p);
	stage_shows(st, "try again");
	stage_shows(st, "cannot be reached: close");
	stage_shows(st, "<U+202E>");
	stage_close(st);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(tries__after_two__stand_on_the_third),
		TEST(tries__whoever_referred_them__is_asked_from_the_row),
		TEST(tries__a_letter_where_post_is_safe__is_written_down_as_one),
		TEST(tries__of_a_hostile_name__stand_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
