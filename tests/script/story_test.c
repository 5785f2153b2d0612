/*
 * Jane's story over the whole desk, each part from where the last one ended, days apart: what is seen
 * (tests/unit/support/story.c), and here what the file holds.
 */
#include "test.h"

#include "fixture.h"
#include "stage.h"
#include "story.h"

#include "casework/export.h"
#include "casework/import_services.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct workplace *w;
static struct stage *st;
static struct story_desk desk;
static char folder[] = "/tmp/clew-story-XXXXXX";

static void sit_down(const char *login, const struct screen_ops *where)
{
	if (st)
		stage_close(st);
	workplace_as(w, login);
	st = stage_open(w, &(struct visit){ .where = where });
	desk = story_on_stage(st);
}

static void days_later(int days)
{
	workplace_days_later(w, days);
	sit_down("priya", &today_screen);
}

static int64_t count(const char *sql)
{
	return store_int(w->session->store, sql);
}

static void is(const char *sql, const char *text)
{
	assert_string_equal(store_text(w->session->store, sql, &w->arena), text);
}

static void import_services(void)
{
	const char *path = arena_printf(&w->arena, "%s/services.csv", folder);
	struct import_options how = { .path = path };
	struct import_report report;
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(story_services, f);
	fclose(f);
	if (casework_import_services(w->session, &how, NULL, &w->arena, &report) != OK)
		fail_msg("%s", session_fault(w->session));
	unlink(path);
	assert_int_equal(report.n_new, 2);
}

static int begin(void **state)
{
	UNUSED_STATE;
	assert_non_null(mkdtemp(folder));
	w = workplace_open();
	import_services();
	sit_down("priya", &today_screen);
	return 0;
}

static int end(void **state)
{
	UNUSED_STATE;
	stage_close(st);
	workplace_close(w);
	return rmdir(folder);
}

static void story__1_a_referral_in_the_order_callers_speak(void **state)
{
	UNUSED_STATE;
	story_is_referred(&desk);
	assert_int_equal(count("SELECT count(*) FROM person"), 1);
	assert_int_equal(count("SELECT voicemail = 0 AND text = 0 AND post = 0 AND email IS NULL"
	                       " AND partner_told = 0 FROM safe_contact"),
	                 1);
	is("SELECT council FROM person", "E08000035");
	is("SELECT state FROM referral", "accepted");
}

static void story__2_no_answer_and_then_spoken_with(void **state)
{
	UNUSED_STATE;
	story_is_rung(&desk);
	assert_int_equal(count("SELECT count(*) FROM contact"), 2);
	assert_int_equal(count("SELECT minutes FROM contact WHERE outcome = 'spoke'"), 25);
	is("SELECT state FROM referral", "active");
	is("SELECT what FROM reminder WHERE state = 'open'", "Assess by phone");
}

static void story__3_assessed_and_interrupted(void **state)
{
	UNUSED_STATE;
	days_later(1);
	story_is_assessed(&desk);
	assert_int_equal(count("SELECT count(*) FROM concern WHERE score > 0"), 3);
	assert_int_equal(count("SELECT score FROM concern WHERE code = 'practical.money'"), 9);
	assert_int_equal(count("SELECT count(*) FROM concern WHERE score = 10"), 0);
	assert_int_equal(count("SELECT count(*) FROM concern WHERE score = 0"), 1);
	assert_int_equal(count("SELECT overall FROM assessment"), 7);
	is("SELECT reply FROM red_answer", "asked_no");
	is("SELECT note FROM contact WHERE id = (SELECT contact FROM assessment)",
	   "She was glad to be asked.");
	assert_int_equal(count("SELECT count(*) FROM message"), 1);
	assert_int_equal(count("SELECT count(*) FROM draft"), 0);
}

static void story__4_and_5_a_plan_a_service_and_what_nothing_fits(void **state)
{
	UNUSED_STATE;
	story_has_a_plan(&desk);
	is("SELECT status FROM plan", "agreed");
	is("SELECT kind FROM signpost", "told");
	is("SELECT reason FROM unmet_need", "full_or_long_wait");
	is("SELECT council FROM unmet_need", "E08000035");
	assert_int_equal(count("SELECT due_on FROM reminder WHERE signpost IS NOT NULL"), 20801);
}

static void story__11_found_by_any_part(void **state)
{
	UNUSED_STATE;
	stage_keys(st, "g t");
	story_call_is_done(&desk);
	story_is_found(&desk);
}

/* What was late comes first, one by one; then what the day itself brings. */
static void late_is_done(const char *what, const char *came_of_it)
{
	stage_shows(st, what);
	stage_keys(st, "End d");
	stage_type(st, came_of_it);
	stage_keys(st, "Enter g t");
	stage_hides(st, what);
}

static void story__6_the_day_to_ask_comes_and_is_late_the_day_after(void **state)
{
	UNUSED_STATE;
	days_later(20); /* Mon 14 Dec */
	late_is_done("Give them their plan", "given to her at the clinic");
	late_is_done("ing her accountant", "rung together");
	stage_shows(st, "TODAY");
	stage_shows(st, "Did Citizens Advice Leeds");
	stage_hides(st, "LATE");
	days_later(1);
	stage_shows(st, "LATE");
	stage_shows(st, "1 day     Carter, Jane         Did Citizens Advice Leeds");
	stage_keys(st, "End d");
	stage_shows(st, "did it help?");
	stage_keys(st, "y");
	stage_type(st, "The rent is put off");
	stage_keys(st, "Enter");
	stage_stands(st, "done: The rent is put off");
	is("SELECT status FROM action WHERE kind = 'worker_does'", "completed");
	is("SELECT helped FROM signpost", "yes");
	is("SELECT status FROM signpost", "completed");
	assert_int_equal(count("SELECT done_on FROM reminder WHERE signpost IS NOT NULL"), 20802);
}

static void story__7_reviewed_six_weeks_on(void **state)
{
	UNUSED_STATE;
	days_later(21); /* Tue 5 Jan */
	stage_shows(st, "Go over");
	stage_keys(st, ": c a r t Enter a");
	stage_shows(st, "Money, bills or debt                          ?    9");
	stage_hides(st, "Sleep");
	stage_keys(st, "Home = / m o 3");
	stage_shows(st, "Money, bills or debt 3, was 9. Words and Enter, or an arrow to go on.");
	stage_shows(st, "3    9  ▼6");
	stage_keys(st, "Down = = 0");
	stage_shows(st, "No hope                                       0    8  ▼8");
	stage_keys(st, "Ctrl-S Tab Tab");
	stage_stands(st, "Where they are");
	stage_keys(st, "3 Tab y Tab y Tab Tab");
	stage_type(st, "Better since the rent is put off.");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Enter goes on to the plan.");
	stage_shows(st, "Money, bills or debt was 9, is 3: better.");
	stage_shows(st, "No hope was 8: no trouble now.");
	stage_keys(st, "Esc");
	stage_shows(st, "3    9  ▼6");
	stage_shows(st, "helped: Citizens Advice");
	stage_shows(st, "Better since the rent");
	is("SELECT group_concat(score, ' ') FROM (SELECT score FROM concern"
	   " WHERE code = 'practical.money' ORDER BY assessment)",
	   "9 3");
}

static const char *text_of(const char *path)
{
	char *text = arena_alloc(&w->arena, 1 << 16);
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 16) - 1, f) > 0);
	fclose(f);
	unlink(path);
	return text;
}

static const char *exported(enum column_table what)
{
	const char *path = arena_printf(&w->arena, "%s/%d.csv", folder, (int)what);
	const struct export_options how = { .what = what,
		                            .from = DAY_NONE,
		                            .to = DAY_NONE,
		                            .path = path,
		                            .to_whom = "our own spreadsheet",
		                            .purpose = PURPOSE_KEEP };
	struct export_done done;

	if (casework_export(w->session, &how, NULL, &w->arena, &done) != OK)
		fail_msg("%s", session_fault(w->session));
	return text_of(path);
}

static void has(const char *csv, const char *row)
{
	if (!strstr(csv, row))
		fail_msg("not in the file: %s\n%s", row, csv);
}

static void story__8_figures_are_handed_over(void **state)
{
	const char *path = arena_printf(&w->arena, "%s/list.csv", folder);

	UNUSED_STATE;
	has(exported(COLUMNS_PEOPLE), "CL-000001,Jane,Carter");
	has(exported(COLUMNS_CONCERNS), "practical.money");
	has(exported(COLUMNS_SIGNPOSTS), "Citizens Advice Leeds,told,2026-11-24,completed");
	has(exported(COLUMNS_UNMET_NEEDS), "full_or_long_wait");
	has(exported(COLUMNS_REMINDERS), "2026-12-15");
	sit_down("priya", &caseload_screen);
	stage_keys(st, "x 1");
	stage_type(st, "our own spreadsheet");
	stage_keys(st, "Tab 1 Tab Ctrl-U");
	stage_type(st, path);
	stage_keys(st, "Enter");
	has(text_of(path), "Carter");
	sit_down("priya", &caseload_screen);
	stage_keys(st, "/ z e b r a Enter x");
	stage_shows(st, "There is nothing in this list.");
}

/* Everybody can, from wherever they stand; it waits for the lead until she has seen it and it is done. */
static void story__9_worried_from_any_screen_in_any_role(void **state)
{
	UNUSED_STATE;
	sit_down("priya", &today_screen);
	stage_keys(st, ": c a r t Enter");
	story_worries(&desk);
	assert_string_equal(stage_place(st), "person");
	sit_down("mary", &directory_screen);
	stage_keys(st, "!");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "2 Tab");
	stage_type(st, "A woman in the waiting room");
	stage_keys(st, "Tab");
	stage_type(st, "He waits for her outside");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "directory");
	sit_down("ben", &reminders_screen);
	stage_keys(st, "g n");
	stage_type(st, "A man rang about his wi");
	stage_keys(st, "Ctrl-R");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "Esc");
	stage_shows(st, "A man rang about his wi");
	stage_keys(st, "Esc");
	sit_down("ann", &today_screen);
	stage_shows(st, "SAFETY");
	stage_keys(st, "Home Enter");
	assert_string_equal(stage_place(st), "safety-notes");
	stage_keys(st, "Home Enter y End Enter y");
	stage_hides(st, "not seen yet");
	stage_keys(st, "d");
	stage_type(st, "Her GP has rung her");
	stage_keys(st, "Enter d");
	stage_type(st, "He was asked to leave");
	stage_keys(st, "Enter");
	stage_shows(st, "No worry about safety is open.");
	sit_down("ann", &today_screen);
	stage_hides(st, "SAFETY");
	assert_int_equal(count("SELECT count(*) FROM safety_note WHERE done_on IS NOT NULL"), 2);
}

static int64_t going_out(void)
{
	return count("SELECT (SELECT count(*) FROM reminder WHERE state = 'open' AND person = 1)"
	             " + (SELECT count(*) FROM signpost WHERE status NOT IN"
	             "    ('completed', 'rejected', 'cancelled', 'did_not_attend',"
	             "     'changed_mind', 'not_found_out', 'service_gone'))");
}

static void story__10_died_and_taken_back(void **state)
{
	int64_t before;

	UNUSED_STATE;
	sit_down("priya", &today_screen);
	stage_keys(st, ": c a r t Enter h e Tab");
	stage_type(st, "today");
	stage_keys(st, "Ctrl-S Ctrl-S");
	before = going_out();
	assert_true(before > 0);
	story_dies(&desk);
	assert_int_equal(going_out(), 0);
	stage_keys(st, "c");
	stage_keys(st, "g t");
	stage_hides(st, "Carter");
	stage_keys(st, ": c a r t Enter");
	story_did_not_die(&desk);
	assert_int_equal(going_out(), before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(story__1_a_referral_in_the_order_callers_speak),
		cmocka_unit_test(story__2_no_answer_and_then_spoken_with),
		cmocka_unit_test(story__3_assessed_and_interrupted),
		cmocka_unit_test(story__4_and_5_a_plan_a_service_and_what_nothing_fits),
		cmocka_unit_test(story__11_found_by_any_part),
		cmocka_unit_test(story__6_the_day_to_ask_comes_and_is_late_the_day_after),
		cmocka_unit_test(story__7_reviewed_six_weeks_on),
		cmocka_unit_test(story__8_figures_are_handed_over),
		cmocka_unit_test(story__9_worried_from_any_screen_in_any_role),
		cmocka_unit_test(story__10_died_and_taken_back),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
