#include "fixture.h"
#include "scene.h"
#include "screens.h"
#include "stage.h"
#include "test.h"

#include "casework/cover.h"
#include "casework/leaver.h"
#include "store/change.h"

#include <string.h>

static const struct visit ben = { .where = &leaver_screen, .id = { 2 } };

static void ben_works(struct workplace *w)
{
	struct note_event e = { .kind = "export",
		                .who = { 2 },
		                .at = w->session->now - 7 * 86400,
		                .what = "export of people, 52 rows, to people.csv" };

	scene_set(w);
	assert_int_equal(change_note(w->session->store, &e), OK);
	e.at -= 100 * (int64_t)86400;
	e.what = "export of long ago";
	assert_int_equal(change_note(w->session->store, &e), OK);
}

static void leaver__counts_what_is_left_behind(void **state)
{
	struct workplace *w = *state;
	struct new_cover what = { { 1 }, { 2 }, w->session->today };
	const char *said = "", *text;
	struct leaver l;

	ben_works(w);
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
	store_sql(w->session->store,
	          "INSERT INTO named_access (person, account) VALUES (1, 2);"
	          "INSERT INTO draft (account, form, about, title, body, kept_at)"
	          " VALUES (2, 'note', '', 'Call note', 'words=x', 0)");
	assert_int_equal(casework_leaver(w->session, (struct account_id){ 2 }, &w->arena, &l), OK);
	assert_int_equal(l.line[LEAVER_PEOPLE].n, 1);
	assert_int_equal(l.line[LEAVER_REMINDERS].n, 1);
	assert_int_equal(l.line[LEAVER_DRAFTS].n, 1);
	assert_int_equal(l.line[LEAVER_COVERS].n, 1);
	assert_int_equal(l.line[LEAVER_AWAY].n, 0);
	assert_int_equal(l.line[LEAVER_NAMED].n, 1);
	assert_int_equal(l.sent.n, 1);
	assert_false(l.clean);
	text = leaver_text(&l, &w->arena);
	assert_non_null(strstr(text, "People who are still theirs"));
	assert_non_null(strstr(text, "people.csv"));
	assert_null(strstr(text, "long ago"));
	assert_int_equal(casework_leaver(w->session, (struct account_id){ 99 }, &w->arena, &l),
	                 E_NOT_FOUND);
	workplace_as(w, "ben");
	assert_int_equal(casework_leaver(w->session, (struct account_id){ 2 }, &w->arena, &l),
	                 E_DENIED);
}

/* Not before nothing is left with nobody; Enter hands them over, one key closes it then. */
static void leaver__closes_the_account__when_nothing_is_left(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	ben_works(w);
	st = stage_open(w, &ben);
	stage_golden(st, "leaver");
	stage_keys(st, "d");
	stage_shows(st, "Not yet: what is marked waits on somebody.");
	stage_keys(st, "Enter");
	stage_shows(st, "Hand over 1 person to whom?");
	stage_keys(st, "Down Enter");
	stage_type(st, "Ben leaves");
	stage_keys(st, "Enter");
	stage_shows(st, "1 person is Priya Shah's now");
	stage_shows(st, "Nothing is left with nobody.");
	stage_keys(st, "d n d");
	stage_shows(st, "Close the account of Ben Ojo?");
	stage_keys(st, "y");
	stage_shows(st, "Ben Ojo signs in no more.");
	stage_close(st);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT disabled_at IS NOT NULL FROM account WHERE id = 2"),
	                 1);
}

static void leaver__asks_first_who_it_is(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	ben_works(w);
	st = stage_open(w, &(struct visit){ .where = &leaver_screen });
	stage_shows(st, "Somebody leaves. Who?");
	stage_keys(st, "Down Enter");
	stage_shows(st, "Ben Ojo leaves");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(leaver__counts_what_is_left_behind),
		T(leaver__closes_the_account__when_nothing_is_left),
		T(leaver__asks_first_who_it_is),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
