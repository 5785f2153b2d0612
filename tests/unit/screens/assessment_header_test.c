#include "test.h"

#include "base/attr.h"
#include "casework/drafts.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

static struct stage *open_first(struct workplace *w)
{
	const struct visit v = visit_person(&assessment_screen, jane_add(w));

	return stage_open(w, &v);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void header__says_all_that_reports_ask(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "e");
	stage_golden(st, "assessment-header");
	stage_keys(st, "Tab 5");
	stage_shows(st, "Day on the paper");
	stage_close(st);
}

/* Offered and not now: three keys, and the day to ask again is a reminder. */
static void header__not_now_is_three_keys(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "r");
	stage_golden(st, "assessment-not-now");
	stage_keys(st, "Ctrl-S");
	stage_hides(st, "matter most");
	stage_hides(st, "To keep it");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE offered = '01'"
	                          " AND again_on = 20808 AND staff_role = '04'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE kind = 'ask_again'"
	                          " AND due_on = 20808 AND state = 'open'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact WHERE outcome = 'spoke'"), 1);
	stage_close(st);
}

static void header__not_now_needs_a_day_ahead(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "r Ctrl-U Ctrl-S");
	stage_shows(st, "Say when to ask again, such as in 4 weeks.");
	stage_type(st, "today");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "That is not ahead.");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "whenever");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "whenever"); /* every keystroke is there still */
	assert_int_equal(count(w, "SELECT count(*) FROM assessment"), 0);
	stage_close(st);
}

static void header__said_no_keeps_why_in_their_words(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "e 2 Tab");
	stage_type(st, "I have filled in enough forms");
	stage_keys(st, "Ctrl-S Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE offered = '02' AND"
	                          " offer_because = 'I have filled in enough forms'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE kind = 'ask_again'"), 0);
	stage_close(st);
}

/* Nobody was spoken with: it is on record, and no call is. */
static void header__not_offered_is_saved_at_once(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_first(w);

	stage_keys(st, "e 4 Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE offered = '04'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	stage_close(st);
}

static void header__who_asked_is_kept(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	w->session->service.staff_role = STAFF_OTHER_NURSE;
	st = open_first(w);
	stage_keys(st, "e");
	stage_shows(st, "another nurse");
	stage_keys(st, "Esc Down Down 4 Ctrl-S");
	for (int i = 0; i < 12 && !strstr(stage_shot(st, 24, 80), "To keep it *  yes"); i++)
		stage_keys(st, strstr(stage_shot(st, 24, 80), "“I would like") ? "y" : "Tab");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	assert_int_equal(count(w, "SELECT staff_role FROM assessment"), 2);
	stage_close(st);
}

/* Drafts from before it was asked who did: what was proposed stands. */
static void header__an_older_draft_keeps_what_it_did_not_know(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&assessment_screen, jane_add(w));
	const struct draft d = { .form = "assessment",
		                 .about = "CL-000001",
		                 .person = { v.id[0] },
		                 .title = "Assessment begun, 1 raised, not ended",
		                 .body = "mode=list\nminutes=4\nview=all\nat=practical.money\n"
		                         "practical.money=9\nunheard.of=3\nstep=practical.money "
		                         "none\n[header]\non_day=today\nmode=video\noffered=03\n" };
	struct stage *st;

	assert_int_equal(casework_keep_draft(w->session, &d), OK);
	st = stage_open(w, &v);
	stage_shows(st, "Money, bills or debt                          9");
	stage_keys(st, "e");
	stage_shows(st, "link or support worker");
	stage_shows(st, "by video");
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(header__says_all_that_reports_ask),
		AT_WORK(header__not_now_is_three_keys),
		AT_WORK(header__not_now_needs_a_day_ahead),
		AT_WORK(header__said_no_keeps_why_in_their_words),
		AT_WORK(header__not_offered_is_saved_at_once),
		AT_WORK(header__who_asked_is_kept),
		AT_WORK(header__an_older_draft_keeps_what_it_did_not_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
