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

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan_paper__asks_once_who_sees_it),
		AT_WORK(plan_paper__writes_what_is_ticked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
