#include "scene.h"
#include "stage.h"
#include "test.h"

#include "admin.h"
#include "fixture.h"
#include "screens.h"

#include "casework/access.h"
#include "casework/restricted.h"

#include <unistd.h>

static const struct visit today = { .where = &today_screen };

/* Jane Carter is Priya's; Ben has the telephone. */
static struct stage *ben_with_a_caller(struct workplace *w)
{
	struct stage *st;

	scene_set(w);
	workplace_as(w, "ben");
	st = stage_open(w, &today);
	stage_keys(st, ":");
	stage_type(st, "carter, jane");
	stage_keys(st, "Enter");
	return st;
}

static void demand__asks_why_for_a_colleagues_person_and_goes_on(void **state)
{
	struct stage *st = ben_with_a_caller(*state);

	assert_string_equal(stage_place(st), "reason");
	stage_golden(st, "reason");
	stage_keys(st, "c 7"); /* no letter leads past the question */
	assert_string_equal(stage_place(st), "reason");
	stage_keys(st, "1");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Carter, Jane");
	stage_keys(st, "Esc Esc :");
	stage_type(st, "carter, jane");
	stage_keys(st, "Enter"); /* it holds until midnight */
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

static void demand__leaves_everything_as_it_was_without_a_reason(void **state)
{
	struct stage *st = ben_with_a_caller(*state);

	stage_keys(st, "Esc");
	stage_shows(st, "Left as it was");
	stage_keys(st, "F2");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void demand__of_a_restricted_record_takes_words_and_the_passphrase(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store, "UPDATE person SET restricted = 1 WHERE id = 1");
	workplace_as(w, "ben");
	st = stage_open(w, &today);
	stage_keys(st, ":");
	stage_type(st, "CL-000001");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "anyway");
	stage_golden(st, "anyway");
	stage_hides(st, "Carter");
	stage_keys(st, "1 Enter");
	stage_type(st, "too short");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "at least ten characters");
	assert_string_equal(stage_place(st), "anyway");
	stage_type(st, ", she rang in fear");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Carter, Jane");
	stage_close(st);
}

/* Writing a file is refused for want of the passphrase: it is asked for, and then the file is there. */
static void demand__of_the_passphrase_goes_on_with_what_was_refused(void **state)
{
	static const char path[] = "/tmp/clew-demand-test.csv";
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	unlink(path);
	w->session->proved_at = 0;
	st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	stage_keys(st, "x 1");
	stage_type(st, "us");
	stage_keys(st, "Tab 1 Tab Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "proof");
	stage_golden(st, "proof");
	assert_int_not_equal(access(path, F_OK), 0);
	stage_keys(st, "Enter");
	stage_shows(st, "9 people, with names and numbers");
	assert_string_equal(stage_place(st), "caseload");
	assert_int_equal(unlink(path), 0);
	stage_close(st);
}

/* Among sixty items every coordinator sees it (P-f): who, whom, why, and what was opened. */
static void opened_anyway__is_seen_among_sixty_items_and_answered_by_a_digit(void **state)
{
	const struct person_id margaret = { 10 };
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	scene_add(w, 20, 25, 20775);
	scene_add(w, 50, 25, 20780);
	workplace_as(w, "ben");
	assert_int_equal(casework_restrict(w->session, margaret, "as she asked"), OK);
	workplace_as(w, "ann");
	assert_int_equal(casework_open_anyway(w->session, margaret, ACCESS_DANGER,
	                                      "her son rang, she had fallen"),
	                 OK);
	stage_close(
		stage_open(w, &(struct visit){ .where = &person_screen, .id = { margaret.n } }));
	workplace_as(w, "priya");
	st = stage_open(w, &today);
	stage_golden(st, "today-answers");
	stage_shows(st, "FOR YOU TO ANSWER");
	stage_keys(st, "Down Down Down Enter");
	assert_string_equal(stage_place(st), "opened-anyway");
	stage_golden(st, "opened-anyway");
	stage_keys(st, "1");
	stage_type(st, "Ann told me at once.");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved.");
	stage_shows(st, "No restricted record waits");
	stage_keys(st, "Esc");
	stage_hides(st, "FOR YOU TO ANSWER");
	stage_close(st);
}

/* Lifting what one is not named for: asked by one coordinator, answered by another. */
static void approvals__are_asked_and_answered_with_the_passphrase(void **state)
{
	const struct person_id margaret = { 10 };
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	workplace_as(w, "ben");
	assert_int_equal(casework_restrict(w->session, margaret, "as she asked"), OK);
	workplace_as(w, "ann");
	st = stage_open(w, &(struct visit){ .where = &named_screen, .id = { margaret.n } });
	stage_golden(st, "named");
	stage_keys(st, "1");
	stage_type(st, "Ben left, and she has moved");
	stage_keys(st, "Enter");
	stage_shows(st, "Asked.");
	stage_shows(st, "Restricted.");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &approvals_screen });
	stage_shows(st, "2 take back");
	stage_hides(st, "1 agree");
	stage_keys(st, "1");
	assert_false(stage_asks(st));
	stage_close(st);
	workplace_as(w, "priya");
	w->session->proved_at = 0;
	st = stage_open(w, &(struct visit){ .where = &approvals_screen });
	stage_golden(st, "approvals");
	stage_keys(st, "1 y");
	assert_string_equal(stage_place(st), "proof");
	stage_keys(st, "Enter");
	stage_shows(st, "Done: lift the restriction of CL-000010.");
	stage_close(st);
	assert_int_equal(
		store_int(w->session->store, "SELECT restricted FROM person WHERE id = 10"), 0);
}

/*
 * T35: what is looked after stands there for exactly those whom casework lets in: who is offered a row
 * can open it, who is not is refused it.
 */
static void admin__offers_exactly_what_may_be_opened(void **state)
{
	struct workplace *w = *state;
	int cases = 0;

	for (unsigned role = ROLE_VOLUNTEER; role <= ROLE_AUDITOR; role <<= 1)
		for (size_t i = 0; i < admin_row_count; i++, cases++) {
			const struct visit v = { .where = admin_rows[i].where };
			struct stage *st;
			bool opened;

			w->session->account.roles = role;
			st = stage_open_or_not(w, &v);
			opened = st || w->session->demand.permit != PERMIT_FREELY;
			if (st)
				stage_close(st);
			/* Anybody's to look at; and a question before anything is read. */
			if (opened && (admin_rows[i].where == &settings_screen ||
			               admin_rows[i].where == &leaver_screen))
				continue;
			if (opened != session_may(w->session, admin_rows[i].op))
				fail_msg("role %u: %s is %s", role, admin_rows[i].label,
				         opened ? "open and not offered" : "offered and refused");
		}
	assert_true(cases >= 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(demand__asks_why_for_a_colleagues_person_and_goes_on),
		T(demand__leaves_everything_as_it_was_without_a_reason),
		T(demand__of_a_restricted_record_takes_words_and_the_passphrase),
		T(demand__of_the_passphrase_goes_on_with_what_was_refused),
		T(admin__offers_exactly_what_may_be_opened),
		T(opened_anyway__is_seen_among_sixty_items_and_answered_by_a_digit),
		T(approvals__are_asked_and_answered_with_the_passphrase),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
