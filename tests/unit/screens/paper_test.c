#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "jane_months.h"
#include "screens.h"
#include "stage.h"

static struct stage *open_paper(struct workplace *w)
{
	struct visit v = visit_person(&plan_screen, jane_add(w));
	struct stage *st;

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	st = stage_open(w, &v);
	stage_keys(st, "3");
	stage_type(st, "ring her accountant");
	stage_keys(st, "Enter 4");
	stage_type(st, "ask the council about a sitter");
	stage_keys(st, "Enter * x");
	assert_string_equal(stage_place(st), "paper");
	return st;
}

static void paper__asks_once_who_sees_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);

	stage_hides(st, "accountant");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Will anybody else see this paper?");
	stage_keys(st, "n");
	stage_shows(st, "You will ring your accountant by Mon 7 Dec.");
	stage_golden(st, "paper-plan");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "1 text  2 page (HTML)");
	stage_keys(st, "2");
	stage_shows(st, "Write it to: plan-CL-000001-2026-11-23.html");
	stage_keys(st, "Esc");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM event WHERE kind = 'print'"), 0);
	stage_close(st);
}

static void paper__writes_what_is_ticked(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64], text[4096] = "";
	FILE *f;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/plan.txt", folder);
	stage_keys(st, "w n Space Ctrl-S 1 Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "It is on record as handed out.");
	f = fopen(path, "r");
	assert_non_null(f);
	assert_true(fread(text, 1, sizeof(text) - 1, f) > 0);
	fclose(f);
	assert_null(strstr(text, "studio"));
	assert_non_null(strstr(text, "accountant"));
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM event WHERE kind = 'print'"), 1);
	unlink(path);
	rmdir(folder);
	stage_close(st);
}

/* Their own copy needs nobody's yes; one for somebody else is asked about first. */
static void paper__a_copy_for_somebody_else_is_asked_about(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);
	struct store *db = w->session->store;
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/copy.txt", folder);
	stage_keys(st, "w n Enter");
	stage_golden(st, "paper-for");
	stage_keys(st, "2");
	stage_type(st, "Dr Smith");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "consent");
	stage_shows(st, "May we tell their GP and who referred them?");
	stage_keys(st, "Esc");
	stage_hides(st, "for Dr Smith");
	stage_keys(st, "Enter 2");
	stage_type(st, "Dr Smith");
	stage_keys(st, "Enter 1 Tab 1 Ctrl-S");
	assert_string_equal(stage_place(st), "paper");
	stage_shows(st, "for Dr Smith");
	stage_keys(st, "Ctrl-S 1 Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "It is on record as handed out.");
	assert_string_equal(
		store_text(db, "SELECT to_whom || ' ' || purpose FROM disclosure", &w->arena),
		"Dr Smith care_team");
	assert_int_equal(store_int(db, "SELECT given_on IS NULL FROM plan"), 1);
	stage_keys(st, "End");
	stage_shows(st, "Ask them before you pass this on.");
	assert_int_equal(unlink(path), 0);
	/* Taken back while the paper stands open: it is asked about again, and nothing is written. */
	store_sql(db, "INSERT INTO consent (person, purpose, answer, how, on_day, by_account)"
	              " VALUES (1, 'care_team', 'withdrawn', 'phone', 20780, 1)");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "consent");
	stage_keys(st, "Esc");
	stage_hides(st, "for Dr Smith");
	assert_int_equal(store_int(db, "SELECT count(*) FROM disclosure"), 1);
	rmdir(folder);
	stage_close(st);
}

/* Somebody else changes what stands on it: a tick stays with what was read, not with its place. */
static void paper__a_tick_goes_with_what_it_was_set_on(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);

	stage_keys(st, "w n Home Space");
	stage_shows(st, "[ ] “");
	store_sql(w->session->store, "UPDATE person SET matters = 'Seeing the spring.'");
	stage_keys(st, "w n");
	stage_shows(st, "[x] “Seeing the spring.”");
	stage_close(st);
}

static struct stage *open_papers(struct workplace *w)
{
	struct visit v = visit_person(&person_screen, jane_after_months(w));
	struct stage *st;

	store_sql(w->session->store,
	          "UPDATE person SET gp_name = 'Dr Shah', gp_practice = 'Bobbin Street Surgery';"
	          "UPDATE referral SET referrer = 'Breast nurse';"
	          "INSERT INTO setting (name, value) VALUES ('service_phone', '0113 496 0100'),"
	          " ('service_hours', 'Monday to Friday, 9 to 5')");
	st = stage_open(w, &v);
	stage_keys(st, "x");
	assert_string_equal(stage_place(st), "papers");
	return st;
}

static void papers__offers_each_and_says_why_not(void **state)
{
	struct stage *st = open_papers(*state);

	stage_golden(st, "papers");
	stage_shows(st, "No post to Janie: set");
	stage_keys(st, "8"); /* the letter to them: post is not safe */
	assert_string_equal(stage_place(st), "papers");
	stage_close(st);
}

/* A letter asks for their yes before it is written anywhere, and shows what would leave first. */
static void papers__a_letter_needs_their_yes(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_papers(w);
	struct store *db = w->session->store;
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/letter.html", folder);
	stage_keys(st, "7");
	assert_string_equal(stage_place(st), "paper");
	stage_shows(st, "for Dr Shah");
	stage_golden(st, "paper-letter");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "consent");
	assert_int_equal(store_int(db, "SELECT count(*) FROM disclosure"), 0);
	stage_keys(st, "1 Tab 1 Ctrl-S Ctrl-S 2 Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "It is on record as handed out.");
	assert_string_equal(store_text(db,
	                               "SELECT document || ' ' || to_whom || ' ' || purpose"
	                               " FROM disclosure",
	                               &w->arena),
	                    "letter Dr Shah care_team");
	assert_int_equal(unlink(path), 0);
	rmdir(folder);
	stage_close(st);
}

/* The letter to them is a try of its own: what follows is said at once. */
static void papers__a_letter_to_them_is_a_try(void **state)
{
	struct workplace *w = *state;
	struct stage *st;
	struct store *db = w->session->store;
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/try.txt", folder);
	st = open_papers(w);
	store_sql(db, "UPDATE safe_contact SET post = 1;"
	              "UPDATE person SET address = '4 Bobbin Street, Leeds'");
	stage_keys(st, "Esc x 8");
	assert_string_equal(stage_place(st), "paper");
	stage_shows(st, "Plain envelope: nothing on it says where it is from.");
	stage_keys(st, "Ctrl-S 1 Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "Written to");
	assert_int_equal(store_int(db, "SELECT count(*) FROM contact WHERE mode = 'letter'"), 1);
	assert_int_equal(
		store_int(db, "SELECT count(*) FROM disclosure WHERE document = 'try_letter'"), 1);
	assert_int_equal(unlink(path), 0);
	rmdir(folder);
	stage_close(st);
}

static void paper__is_read_out_in_short_lines(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_papers(w);

	stage_keys(st, "1 w n Ctrl-S 6");
	stage_golden(st, "paper-read");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM event WHERE kind = 'print'"), 1);
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "paper");
	stage_shows(st, "[x]");
	stage_close(st);
}

/* Papers without a name take no person, and leave none behind. */
static void papers__blank_ones_have_no_name(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&papers_screen, (struct person_id){ 0 });
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "1");
	stage_golden(st, "paper-checklist");
	stage_keys(st, "Ctrl-S 6");
	stage_shows(st, "What troubles you?");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM disclosure"), 0);
	stage_close(st);
}

static void paper__what_they_wish__comes_when_asked_for_and_begins_off(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);

	store_sql(w->session->store, "INSERT INTO wishes (person, place) VALUES (1, 'by the sea')");
	stage_keys(st, "w n End");
	stage_hides(st, "by the sea");
	stage_keys(st, "m");
	stage_shows(st, "What they wish is there, off");
	stage_keys(st, "End");
	stage_shows(st, "[ ] Where you would rather be: by the sea");
	stage_keys(st, "Home w y m");
	stage_shows(st, "Somebody else may see this paper");
	stage_keys(st, "End");
	stage_hides(st, "by the sea");
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(paper__asks_once_who_sees_it),
		AT_WORK(paper__writes_what_is_ticked),
		AT_WORK(papers__offers_each_and_says_why_not),
		AT_WORK(papers__a_letter_needs_their_yes),
		AT_WORK(papers__a_letter_to_them_is_a_try),
		AT_WORK(paper__is_read_out_in_short_lines),
		AT_WORK(papers__blank_ones_have_no_name),
		AT_WORK(paper__a_copy_for_somebody_else_is_asked_about),
		AT_WORK(paper__a_tick_goes_with_what_it_was_set_on),
		AT_WORK(paper__what_they_wish__comes_when_asked_for_and_begins_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
