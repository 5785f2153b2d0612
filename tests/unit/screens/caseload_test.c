#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

static const struct visit caseload = { .where = &caseload_screen };

static struct stage *open_scene(struct workplace *w)
{
	scene_set(w);
	return stage_open(w, &caseload);
}

static void caseload__stands_with_what_is_next_first(void **state)
{
	struct stage *st = open_scene(*state);

	stage_golden(st, "caseload");
	stage_hides(st, "Hughes");
	stage_close(st);
}

/* What its people gained this year stands beside the list: of all, of mine, and of a view. */
static void caseload__says_what_its_people_gained(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(
		w->session->store,
		"INSERT INTO money (person, kind, what, state, decided_on, amount, worth, noted_on,"
		"  by_account) SELECT id, 'benefit', 'pip', 'awarded', 20700, 421200, 421200,"
		"  20600, 1 FROM person WHERE family_name IN ('Carter', 'Hughes')");
	st = stage_open(w, &caseload);
	stage_shows(st, "£8,424 gained since 1 Apr");
	stage_golden(st, "caseload-gained");
	stage_keys(st, "v 2");
	stage_shows(st, "£12,636 gained since 1 Apr");
	stage_keys(st, "v 4"); /* quiet: none of the three */
	stage_hides(st, "gained");
	stage_close(st);
}

static void caseload__shows_others_by_v(void **state)
{
	struct stage *st = open_scene(*state);

	stage_keys(st, "v");
	stage_golden(st, "caseload-views");
	stage_keys(st, "2");
	stage_shows(st, "Hughes, Margaret");
	stage_keys(st, "v 4");
	stage_shows(st, "Doe, John");
	stage_hides(st, "Pritchard");
	stage_keys(st, "v 7");
	stage_shows(st, "No case is closed yet.");
	stage_close(st);
}

static void caseload__finds_as_it_is_typed(void **state)
{
	struct stage *st = open_scene(*state);

	stage_keys(st, "/");
	stage_type(st, "arter");
	stage_shows(st, "Carter, Jane 1981");
	stage_shows(st, "Carter, June 1956");
	stage_hides(st, "Okafor");
	stage_keys(st, "Esc");
	stage_shows(st, "Okafor");
	stage_close(st);
}

static void caseload__hands_over_whom_was_marked_with_their_reminders(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_keys(st, "Space Space w");
	stage_golden(st, "whose");
	stage_keys(st, "2");
	stage_shows(st, "Hand over 2 people to whom?");
	stage_keys(st, "Down");
	stage_golden(st, "colleague");
	stage_keys(st, "Enter");
	stage_shows(st, "To Ben Ojo. Why?");
	stage_type(st, "two weeks away");
	stage_keys(st, "Enter");
	stage_shows(st, "2 people are Ben Ojo's now");
	stage_close(st);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM caseload WHERE worker = 2"), 3);
	assert_int_equal(store_int(w->session->store, "SELECT worker FROM reminder WHERE id = 1"),
	                 2);
}

/* Care rule 7: nobody shares a worker with whom they are kept apart from but knowingly. */
static void caseload__asks_before_those_kept_apart_share_a_worker(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	store_sql(w->session->store,
	          "UPDATE person SET address = '1 Elm Road', postcode = 'LS6 1AA';"
	          "UPDATE person SET keep_apart = 1 WHERE family_name = 'Hughes'");
	stage_keys(st, "w 2 Down Enter");
	stage_shows(st, "Kept apart: Ben Ojo has somebody of that name, home or number. Still?");
	stage_hides(st, "Hughes");
	stage_keys(st, "n");
	stage_hides(st, "Why?");
	stage_keys(st, "w 2 Down Enter y");
	stage_shows(st, "To Ben Ojo. Why?");
	stage_close(st);
}

/* Care rule 39: who is away, by whom, until they are back; and back again. */
static void caseload__begins_a_cover_by_w_1_and_ends_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	workplace_as(w, "ben");
	stage_keys(st, "v 2 w 1");
	assert_string_equal(stage_place(st), "cover");
	stage_close(st);
	workplace_as(w, "priya");
	st = stage_open(w, &(struct visit){ .where = &cover_screen, .id = { 2 } });
	stage_stands(st, "Ben Ojo");
	stage_keys(st, "Enter");
	stage_shows(st, "Ben Ojo is away. Who covers?");
	stage_golden(st, "colleague-covers");
	stage_keys(st, "Down Down Enter"); /* Spread, Ann, Priya */
	stage_shows(st, "Ben Ojo is away from when? (Enter: today)");
	stage_keys(st, "Enter");
	stage_shows(st, "From today Priya Shah sees to 1 person of Ben's, until Ben is back.");
	stage_shows(st, "covers for Ben");
	stage_golden(st, "cover");
	stage_keys(st, "g c v 8");
	stage_shows(st, "Hughes, Margaret");
	stage_hides(st, "Pritchard");
	stage_keys(st, "w 1 Enter");
	stage_shows(st, "Ben Ojo, away since Mon 23 Nov, Priya Shah covers: back?");
	stage_keys(st, "y");
	stage_shows(st, "Ben Ojo is back");
	assert_int_equal(store_int(w->session->store, "SELECT back_on FROM cover"), 20780);
	stage_close(st);
}

/* Esc takes marks off first; what may not be moved is named with why, and the others go. */
static void caseload__hands_over_all_that_are_marked_but_who_may_not(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	store_sql(w->session->store, "UPDATE account SET roles = 2 WHERE id = 1");
	workplace_as(w, "priya");
	stage_keys(st, "v 2 *");
	stage_shows(st, "10 marked, all of the list.");
	stage_keys(st, "Esc");
	stage_shows(st, "Nobody is marked any more.");
	stage_keys(st, "* w 2");
	stage_shows(st, "Hand over 10 people to whom?");
	stage_keys(st, "Enter"); /* Ann */
	stage_type(st, "away for good");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved. 9 handed to Ann Reid. Left as they are: Hughes, Margaret");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM referral WHERE worker = 2"), 1);
	stage_keys(st, "u y");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM referral WHERE worker = 1"), 9);
	stage_close(st);
}

static void caseload__reminds_of_each_who_is_marked(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_keys(st, "Space Space Space f");
	stage_shows(st, "Remind of each of 3 people. What is to be done?");
	stage_type(st, "send the spring letter");
	stage_keys(st, "Enter");
	stage_type(st, "31/02");
	stage_keys(st, "Enter Ctrl-U");
	stage_type(st, "+2w");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved. 3 reminders for Mon 7 Dec, one each.");
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM reminder WHERE what = 'send the spring"
	                           " letter' AND due_on = 20794 AND worker = 1"),
	                 3);
	stage_keys(st, "u y");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM reminder WHERE what ="
	                                              " 'send the spring letter'"),
	                 0);
	stage_close(st);
}

static void caseload__keeps_a_view_and_changes_and_deletes_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	store_sql(
		w->session->store,
		"UPDATE caseload SET raised = 'practical.money 9;emotional.sleep 4;' WHERE person IN"
		" (1, 7); UPDATE caseload SET raised = 'practical.money 5;' WHERE person = 2");
	stage_keys(st, "v n");
	stage_golden(st, "view-new");
	stage_type(st, "Money worries");
	stage_keys(st, "Tab Tab Tab Tab Tab Tab");
	stage_type(st, "money");
	stage_shows(st, "→ Money, bills or debt");
	stage_keys(st, "Tab");
	stage_type(st, "7");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved. v shows it from now on: Money worries.");
	stage_shows(st, "Money, bills or debt 7 or more");
	stage_shows(st, "Doe, John");
	stage_hides(st, "Pritchard");
	stage_golden(st, "caseload-kept");
	stage_keys(st, "v");
	stage_golden(st, "caseload-views-kept");
	stage_keys(st, "e Tab Tab Tab Tab Tab Tab Tab Ctrl-U");
	stage_type(st, "5");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Pritchard");
	stage_keys(st, "v d y");
	stage_shows(st, "Deleted: Money worries. u brings it back.");
	stage_keys(st, "Esc u y v 9");
	stage_shows(st, "Money worries");
	stage_close(st);
}

/* Wish 32: what cannot be used of a view is a sentence. */
static void caseload__of_a_view_that_is_broken__says_what_was_left_out(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	store_sql(
		w->session->store,
		"INSERT INTO saved_view (account, name, body) VALUES"
		" (1, 'From another clew', 'view=everyone' || char(10) || 'mood=blue' || char(10)),"
		" (NULL, 'Of Zed', 'view=everyone' || char(10) || 'worker=zed'),"
		" (1, 'Nonsense', '=' || char(27) || '[2J' || char(10, 10) || 'at_least=99')");
	stage_keys(st, "v 9");
	stage_shows(st, "Part of this view is not known here (mood), and was left out.");
	stage_shows(st, "Hughes");
	stage_keys(st, "v End");
	stage_golden(st, "caseload-views-broken");
	stage_keys(st, "Enter");
	stage_shows(st, "Nobody here signs in as zed: everybody's are shown.");
	stage_keys(st, "v Up Enter");
	stage_shows(st, "Part of this view cannot be used");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(caseload__stands_with_what_is_next_first),
		T(caseload__says_what_its_people_gained),
		T(caseload__shows_others_by_v),
		T(caseload__finds_as_it_is_typed),
		T(caseload__begins_a_cover_by_w_1_and_ends_it),
		T(caseload__asks_before_those_kept_apart_share_a_worker),
		T(caseload__hands_over_whom_was_marked_with_their_reminders),
		T(caseload__hands_over_all_that_are_marked_but_who_may_not),
		T(caseload__reminds_of_each_who_is_marked),
		T(caseload__keeps_a_view_and_changes_and_deletes_it),
		T(caseload__of_a_view_that_is_broken__says_what_was_left_out),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
