#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "stage.h"

#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct scene {
	struct workplace *w;
	struct stage *st;
	char folder[64];
};

static int setup(void **state)
{
	struct scene *c = test_calloc(1, sizeof(*c));

	c->w = workplace_open();
	jane_received(c->w);
	store_sql(c->w->session->store,
	          "INSERT INTO person (family_name, created_on) VALUES ('Elsewhere', 20000)");
	snprintf(c->folder, sizeof(c->folder), "/tmp/clew-hand-out-XXXXXX");
	assert_non_null(mkdtemp(c->folder));
	*state = c;
	return 0;
}

static const char *path_of(struct scene *c)
{
	return arena_printf(&c->w->arena, "%s/out.csv", c->folder);
}

static int teardown(void **state)
{
	struct scene *c = *state;

	if (c->st)
		stage_close(c->st);
	unlink(path_of(c));
	rmdir(c->folder);
	workplace_close(c->w);
	test_free(c);
	return 0;
}

static struct stage *at_hand_out(struct scene *c)
{
	const struct list_query mine = { .view = CASES_MINE,
		                         .find = "",
		                         .order = CASES_BY_NAME,
		                         .worker = c->w->session->account.id };
	const struct chosen_one jane = { { 1 }, "Carter, Jane 1981" };
	const struct visit v = visit_hand_out_list(&mine, &jane, &c->w->arena);

	c->st = stage_open(c->w, &v);
	return c->st;
}

static void write_to(struct scene *c)
{
	stage_keys(c->st, "1");
	stage_type(c->st, "our own spreadsheet");
	stage_keys(c->st, "Tab 1 Tab Ctrl-U");
	stage_type(c->st, path_of(c));
	stage_keys(c->st, "Ctrl-S");
}

static int64_t exports(struct scene *c)
{
	return store_int(c->w->session->store, "SELECT count(*) FROM event WHERE kind = 'export'");
}

static void hand_out__says_what_a_file_will_hold(void **state)
{
	struct scene *c = *state;

	stage_golden(at_hand_out(c), "hand-out");
}

static void hand_out__gives_a_paper_about_who_is_chosen(void **state)
{
	struct scene *c = *state;

	at_hand_out(c);
	stage_shows(c->st, "a paper about Carter, Jane 1981");
	stage_keys(c->st, "2");
	assert_string_equal(stage_place(c->st), "papers");
	stage_shows(c->st, "One page about them, to show to others");
	stage_keys(c->st, "2");
	assert_string_equal(stage_place(c->st), "paper");
	stage_shows(c->st, "Carter, Jane");
}

static void hand_out__writes_nothing_before_it_was_told_where(void **state)
{
	struct scene *c = *state;

	at_hand_out(c);
	stage_keys(c->st, "1");
	stage_shows(c->st, "clew-caseload-2026-11-23.csv");
	stage_keys(c->st, "Ctrl-S");
	stage_shows(c->st, "Who gets it? It is on record");
	stage_golden(c->st, "export");
	stage_keys(c->st, "Esc Esc");
	assert_int_equal(exports(c), 0);
}

static void hand_out__writes_whom_the_list_shows(void **state)
{
	struct scene *c = *state;
	char text[4096] = "";
	FILE *f;

	at_hand_out(c);
	write_to(c);
	f = fopen(path_of(c), "r");
	assert_non_null(f);
	assert_true(fread(text, 1, sizeof(text) - 1, f) > 0);
	fclose(f);
	assert_non_null(strstr(text, "Carter"));
	assert_null(strstr(text, "Elsewhere"));
	assert_int_equal(exports(c), 1);
	assert_string_equal(store_text(c->w->session->store,
	                               "SELECT d.to_whom || ' ' || d.people || ' ' || x.last"
	                               " FROM disclosure d JOIN disclosure_run x"
	                               " ON x.disclosure = d.id",
	                               &c->w->arena),
	                    "our own spreadsheet 1 1");
}

/* Whoever has not agreed is left out, and that is said. */
static void hand_out__leaves_out_who_has_not_agreed(void **state)
{
	struct scene *c = *state;

	at_hand_out(c);
	stage_keys(c->st, "1");
	stage_type(c->st, "Leeds City Council");
	stage_keys(c->st, "Tab 5 Tab Ctrl-U");
	stage_type(c->st, path_of(c));
	stage_keys(c->st, "Ctrl-S");
	stage_shows(c->st, "0 people");
	stage_shows(c->st, "person is not in it: they have not agreed.");
}

static void hand_out__keeps_a_file_that_is_there(void **state)
{
	struct scene *c = *state;
	FILE *f = fopen(path_of(c), "w");
	char text[16] = "";

	assert_non_null(f);
	fputs("mine", f);
	fclose(f);
	at_hand_out(c);
	write_to(c);
	stage_shows(c->st, "was kept. Where else?");
	f = fopen(path_of(c), "r");
	assert_non_null(f);
	assert_int_equal(fread(text, 1, sizeof(text) - 1, f), 4);
	fclose(f);
	assert_string_equal(text, "mine");
	assert_int_equal(exports(c), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hand_out__says_what_a_file_will_hold, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(hand_out__gives_a_paper_about_who_is_chosen, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(hand_out__writes_nothing_before_it_was_told_where,
		                                setup, teardown),
		cmocka_unit_test_setup_teardown(hand_out__writes_whom_the_list_shows, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(hand_out__leaves_out_who_has_not_agreed, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(hand_out__keeps_a_file_that_is_there, setup,
		                                teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
