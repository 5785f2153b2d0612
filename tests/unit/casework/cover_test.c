#include "casework/cover.h"

#include "fixture.h"
#include "scene.h"
#include "test.h"

#include "casework/reminders.h"
#include "casework/undo.h"
#include "model/access.h"
#include "store/access.h"
#include "store/change.h"

#include <string.h>

static const struct account_id priya = { 1 }, ben = { 2 }, ann = { 3 };

static enum status begin(struct workplace *w, struct account_id away, struct account_id by,
                         int later)
{
	struct new_cover what = { away, by, w->session->today + later };
	const char *said = "";

	return casework_start_cover(w->session, &what, &w->arena, &said);
}

static bool covers(struct workplace *w, struct person_id p, struct account_id who)
{
	struct ties t = { 0 };

	assert_int_equal(ties_of(w->session->store, p, who, w->session->now, w->session->today, &t),
	                 OK);
	return t.cover;
}

/* Somebody at work on that day, as the record of changes has it. */
static void was_here(struct workplace *w, struct account_id who, int days_ago)
{
	struct note_event e = { .kind = "sign_in",
		                .who = who,
		                .at = w->session->now - (int64_t)days_ago * 86400,
		                .what = "signed in" };

	assert_int_equal(change_note(w->session->store, &e), OK);
}

static void cover__gives_the_right_with_its_first_day_and_takes_it_with_its_last(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = { 1 };
	const char *said = "";

	scene_set(w);
	assert_int_equal(begin(w, priya, ben, 1), OK);
	assert_false(covers(w, jane, ben));
	workplace_days_later(w, 1);
	assert_true(covers(w, jane, ben));
	assert_false(covers(w, jane, ann));
	workplace_as(w, "ben");
	assert_int_equal(casework_may_about(w->session, OP_OPEN_PERSON, jane), OK);
	assert_int_equal(casework_end_cover(w->session, priya, &w->arena, &said), OK);
	assert_false(covers(w, jane, ben));
	assert_int_equal(casework_may_about(w->session, OP_OPEN_PERSON, jane), E_DENIED);
	assert_int_equal(casework_end_cover(w->session, priya, &w->arena, &said), E_NOT_FOUND);
	/* Nobody was moved. */
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM referral WHERE worker = 1"), 9);
}

static void cover__is_refused__where_it_makes_no_sense(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	assert_int_equal(begin(w, priya, priya, 0), E_INVALID);
	assert_int_equal(begin(w, priya, (struct account_id){ 4 }, 0), E_INVALID); /* a volunteer */
	assert_int_equal(begin(w, (struct account_id){ 4 }, ben, 0), E_INVALID);
	assert_int_equal(begin(w, priya, ben, -1), E_INVALID);
	assert_int_equal(begin(w, priya, ben, COVER_AHEAD + 1), E_INVALID);
	assert_int_equal(begin(w, priya, ben, 0), OK);
	assert_int_equal(begin(w, priya, ann, 0), E_CONFLICT);
	assert_int_equal(begin(w, ben, priya, 0), E_CONFLICT);
	workplace_as(w, "mary");
	assert_int_equal(begin(w, ben, ann, 0), E_DENIED);
}

/* Care rule 39: any link worker may, when no coordinator was here for a working day. */
static void cover__may_be_begun_by_a_colleague__only_after_a_day_without_coordinator(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE id = 1");
	was_here(w, ann, 3); /* Friday; it is Monday morning */
	workplace_as(w, "ben");
	assert_int_equal(begin(w, priya, ben, 0), E_DENIED);
	assert_non_null(strstr(session_fault(w->session), "Fri 20 Nov"));
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM cover"), 0);
	workplace_days_later(w, 1); /* Monday went by without one */
	assert_int_equal(begin(w, priya, ben, 0), OK);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM handover_note WHERE for_account = 3"),
	                 1);
}

static void cover__may_be_begun_for_oneself(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	was_here(w, ann, 0);
	workplace_as(w, "ben");
	assert_int_equal(begin(w, ben, priya, 1), OK);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT words FROM handover_note WHERE for_account = 1",
	                               &w->arena),
	                    "From Tue 24 Nov you cover for Ben Ojo: 1 person, on your Today.");
}

static void cover__is_spread_by_load__and_each_has_their_own(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	scene_add(w, 20, 8, 20785); /* Priya has 17, Ben 1 */
	store_sql(w->session->store,
	          "INSERT INTO account (id, login, name, roles) VALUES (5, 'amy', 'Amy Fox', 2)");
	assert_int_equal(begin(w, priya, (struct account_id){ 0 }, 0), OK);
	for (int64_t id = 1; id < 28; id++)
		if (id <= 9 || id >= 20)
			assert_int_equal(covers(w, (struct person_id){ id }, ben) +
			                         covers(w, (struct person_id){ id },
			                                (struct account_id){ 5 }),
			                 1);
	/* 1 + 17 cases over two: nine each. */
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM cover_person WHERE by_account IN (2, 5)"),
	                 store_int(w->session->store, "SELECT by_account = 2 FROM cover") ? 9 : 8);
}

/* Whoever covers falls ill: what they saw to for others is not left with nobody. */
static void cover__is_passed_on__when_whoever_covers_goes_away(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = { 1 };

	scene_set(w);
	assert_int_equal(begin(w, priya, ben, 0), OK);
	assert_int_equal(begin(w, ben, ann, 0), OK);
	assert_false(covers(w, jane, ben));
	assert_true(covers(w, jane, ann));
	assert_true(covers(w, (struct person_id){ 10 }, ann));
}

static void cover__is_taken_back_in_one(void **state)
{
	struct workplace *w = *state;
	const char *what = "";

	scene_set(w);
	assert_int_equal(begin(w, priya, (struct account_id){ 0 }, 0), OK);
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_string_equal(what, "cover for Priya Shah from Mon 23 Nov, spread evenly, 09:00");
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM cover"), 0);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM handover_note"), 0);
	assert_false(covers(w, (struct person_id){ 1 }, ben));
}

static void agenda__has_what_one_covers_with_ones_own(void **state)
{
	struct workplace *w = *state;
	struct agenda agenda;
	bool bens = false;

	scene_set(w);
	assert_int_equal(begin(w, ben, priya, 0), OK);
	assert_int_equal(casework_agenda(w->session, priya, &w->arena, &agenda), OK);
	for (size_t i = 0; i < agenda.n; i++)
		bens = bens || strcmp(agenda.at[i].worker, "ben") == 0;
	assert_true(bens);
	assert_int_equal(agenda.n, 5);
	workplace_as(w, "ann");
	assert_int_equal(casework_agenda(w->session, ann, &w->arena, &agenda), OK);
	assert_int_equal(agenda.n, 0);
}

static void staff__says_who_is_away_and_who_covers(void **state)
{
	struct workplace *w = *state;
	struct staff staff;

	scene_set(w);
	assert_int_equal(begin(w, priya, ben, 0), OK);
	assert_int_equal(casework_staff(w->session, &w->arena, &staff), OK);
	assert_int_equal(staff.n, 3); /* Ann, Ben, Priya: no volunteer */
	assert_string_equal(staff.at[1].state, "covers for Priya");
	assert_int_equal(staff.at[1].covered, 9);
	assert_true(staff.at[2].away);
	assert_string_equal(staff.at[2].state, "away since Mon 23 Nov, Ben Ojo covers");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(cover__gives_the_right_with_its_first_day_and_takes_it_with_its_last),
		T(cover__is_refused__where_it_makes_no_sense),
		T(cover__may_be_begun_by_a_colleague__only_after_a_day_without_coordinator),
		T(cover__may_be_begun_for_oneself),
		T(cover__is_spread_by_load__and_each_has_their_own),
		T(cover__is_passed_on__when_whoever_covers_goes_away),
		T(cover__is_taken_back_in_one),
		T(agenda__has_what_one_covers_with_ones_own),
		T(staff__says_who_is_away_and_who_covers),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
