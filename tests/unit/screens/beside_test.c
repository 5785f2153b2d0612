/*
 * Side by side: the person sees the screen too. Whatever is opened then, nothing stands on it but
 * their name, their concerns and their plan.
 */
#include "test.h"

#include "carter.h"
#include "jane_months.h"
#include "stage.h"

#include <string.h>

#include "screens.h"

/* What is safe, numbers, people round her, notes, stage, days: of Jane; and anybody else at all. */
static const char *const needles[] = {
	"partner not told", "no voicemail",  "text first",
	"07700 900123",     "999 400 4123",  "496 0155",
	"Rosa Diaz",        "Margaret",      "sleeps in the car",
	"Rent due",         "post unopened", "days late",
	"lives alone",      "LAST SPOKEN",   "LOOKS AFTER",
	"HELPED BY",        "NOT SAFE",      "set 3 Oct",
	"NEVER USE",        "radiotherapy",  "comfort and support",
	"Haddad",           "Hughes",        "landlord",
};

static void hides_what_is_not_theirs(struct stage *st, const char *where, int rows, int columns)
{
	const char *shot = stage_shot(st, rows, columns);

	for (size_t i = 0; i < COUNT_OF(needles); i++)
		if (strstr(shot, needles[i])) {
			print_error("%s", shot);
			fail_msg("%s shows side by side: %s", where, needles[i]);
		}
	assert_non_null(strstr(shot, "side by side"));
}

static void beside__no_screen_shows_what_is_not_theirs(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);

	haddad_add(w);
	for (size_t i = 0; i < screens_count; i++) {
		struct visit v = { .where = screens_all[i], .id = { jane.n, 1 }, .text = "money" };
		struct stage *st;

		if (v.where == &lock_screen || v.where == &sign_in_screen ||
		    v.where == &conflict_screen) /* it stands over a form alone */
			continue;
		st = stage_open(w, &(struct visit){ .where = &today_screen });
		stage_visit(st, &(struct visit){ .where = &person_screen, .id = { jane.n } });
		stage_keys(st, "g v");
		stage_visit(st, &v);
		hides_what_is_not_theirs(st, v.where->name, 24, 80);
		hides_what_is_not_theirs(st, v.where->name, 40, 120);
		stage_keys(st, "g v");
		stage_close(st);
	}
}

static void beside__other_places_say_why_they_stay_closed(void **state)
{
	static const char *const keys[] = {
		"F2", "F3", "F5", ":", "n", "g m", "g n", "f", "h", "u"
	};
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_visit(st, &(struct visit){ .where = &person_screen, .id = { jane.n } });
	stage_keys(st, "g v");
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		stage_keys(st, keys[i]);
		assert_string_equal(stage_place(st), "person");
		stage_shows(st, "g v ends it");
	}
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "g v Esc");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void beside__the_record_has_concerns_and_plan_and_its_note_on_i(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_visit(st, &(struct visit){
				.where = &person_screen, .id = { jane.n }, .text = "timeline" });
	stage_keys(st, "g v Down");
	stage_shows(st, "Money, bills or debt");
	stage_shows(st, "! note  (i)");
	stage_golden(st, "person-beside");
	stage_keys(st, "Tab");
	stage_hides(st, "Timeline");
	stage_hides(st, "Carter, Margaret");
	stage_keys(st, "i");
	stage_shows(st, "partner not told");
	stage_keys(st, "Tab");
	stage_hides(st, "partner not told");
	stage_close(st);
}

/* Face to face, it begins by itself; and what is saved leads to their record, not to a list. */
static void beside__begins_with_a_contact_face_to_face(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_visit(st, &(struct visit){ .where = &contact_screen, .id = { jane.n } });
	stage_shows(st, "partner not told");
	stage_keys(st, "8");
	hides_what_is_not_theirs(st, "contact", 24, 80);
	stage_type(st, "She came in");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	hides_what_is_not_theirs(st, "person", 24, 80);
	stage_close(st);
}

static void beside__begins_with_an_assessment_in_person(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_visit(st, &(struct visit){ .where = &assessment_screen, .id = { jane.n } });
	stage_shows(st, "partner not told");
	stage_keys(st, "e Tab 3 Esc");
	stage_shows(st, "in person");
	hides_what_is_not_theirs(st, "assessment", 24, 80);
	stage_close(st);
}

/* A worry about safety comes before everything, side by side or not. */
static void beside__safety_opens_all_the_same(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_after_months(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_visit(st, &(struct visit){ .where = &plan_screen, .id = { jane.n } });
	stage_keys(st, "g v !");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "Ctrl-G Enter");
	assert_string_equal(stage_place(st), "safety");
	stage_shows(st, "side by side");
	stage_close(st);
}

static void beside__nobody_chosen_says_so(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &directory_screen });

	stage_keys(st, "g v");
	stage_shows(st, "Side by side is with somebody");
	stage_keys(st, "F2");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(beside__no_screen_shows_what_is_not_theirs),
		TEST(beside__other_places_say_why_they_stay_closed),
		TEST(beside__the_record_has_concerns_and_plan_and_its_note_on_i),
		TEST(beside__begins_with_a_contact_face_to_face),
		TEST(beside__begins_with_an_assessment_in_person),
		TEST(beside__safety_opens_all_the_same),
		TEST(beside__nobody_chosen_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
