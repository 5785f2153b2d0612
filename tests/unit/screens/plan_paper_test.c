#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "jane_assessed.h"
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
	assert_string_equal(stage_place(st), "plan-paper");
	return st;
}

static void plan_paper__asks_once_who_sees_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);

	stage_hides(st, "accountant");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Will anybody else see this paper?");
	stage_keys(st, "n");
	stage_shows(st, "You will ring your accountant by Mon 7 Dec.");
	stage_golden(st, "plan-paper");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Write it to");
	stage_keys(st, "Esc");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM event WHERE kind = 'print'"), 0);
	stage_close(st);
}

static void plan_paper__writes_what_is_ticked(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64], text[4096] = "";
	FILE *f;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/plan.txt", folder);
	stage_keys(st, "w n Space Ctrl-S");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "on record as handed out.");
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
static void plan_paper__a_copy_for_somebody_else_is_asked_about(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_paper(w);
	struct store *db = w->session->store;
	char folder[] = "/tmp/clew-paper-XXXXXX", path[64];

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/copy.txt", folder);
	stage_keys(st, "w n Enter");
	stage_golden(st, "plan-paper-for");
	stage_keys(st, "2");
	stage_type(st, "Dr Smith");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "consent");
	stage_shows(st, "May we tell their GP and who referred them?");
	stage_keys(st, "Esc");
	stage_hides(st, "copy for Dr Smith");
	stage_keys(st, "Enter 2");
	stage_type(st, "Dr Smith");
	stage_keys(st, "Enter 1 Tab 1 Ctrl-S");
	assert_string_equal(stage_place(st), "plan-paper");
	stage_shows(st, "copy for Dr Smith");
	stage_keys(st, "Ctrl-S");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "on record as handed out.");
	assert_string_equal(
		store_text(db, "SELECT to_whom || ' ' || purpose FROM disclosure", &w->arena),
		"Dr Smith care_team");
	assert_int_equal(store_int(db, "SELECT given_on IS NULL FROM plan"), 1);
	stage_keys(st, "End");
	stage_shows(st, "So has: Dr Smith.");
	assert_int_equal(unlink(path), 0);
	/* Taken back while the paper stands open: nothing is written. */
	store_sql(db, "INSERT INTO consent (person, purpose, answer, how, on_day, by_account)"
	              " VALUES (1, 'care_team', 'withdrawn', 'phone', 20780, 1)");
	stage_keys(st, "Ctrl-S");
	stage_type(st, path);
	stage_keys(st, "Enter");
	stage_shows(st, "took back on 23 Nov");
	assert_int_not_equal(access(path, F_OK), 0);
	assert_int_equal(store_int(db, "SELECT count(*) FROM disclosure"), 1);
	rmdir(folder);
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan_paper__asks_once_who_sees_it),
		AT_WORK(plan_paper__writes_what_is_ticked),
		AT_WORK(plan_paper__a_copy_for_somebody_else_is_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
