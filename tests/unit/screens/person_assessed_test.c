#include "test.h"

#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "jane_months.h"
#include "screens.h"
#include "stage.h"

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static struct stage *open_tab(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&person_screen, p);

	v.text = "assessments";
	return stage_open(w, &v);
}

/* Forty, each a month after the other, the oldest of them years ago. */
static void assess_often(struct workplace *w, int times)
{
	char sql[512];

	for (int i = 0; i < times; i++) {
		snprintf(sql, sizeof(sql),
		         "INSERT INTO assessment (id, person, list, status, on_day, done_on, mode,"
		         " overall, previous, by_account) VALUES (%d, 1, 'clew-1', 'plan_agreed',"
		         " %d, %d, 'phone', %d, %s, 1);"
		         "INSERT INTO concern (assessment, code, person, score, answer) VALUES"
		         " (%d, 'practical.money', 1, %d, 'score'),"
		         " (%d, 'emotional.low', 1, %d, 'score')",
		         i + 1, 20780 - 30 * (times - i), 20780 - 30 * (times - i), i % 11,
		         i == 0 ? "NULL" : "1", i + 1, (i * 3) % 11, i + 1, (i * 7) % 11);
		store_sql(w->session->store, sql);
	}
	if (times > 1)
		store_sql(w->session->store,
		          "UPDATE assessment SET previous = id - 1 WHERE id > 1");
}

static void assessments__forty_are_readable(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct stage *st;

	assess_often(w, 40);
	st = open_tab(w, jane);
	stage_golden(st, "person-assessments-forty");
	stage_keys(st, "End");
	stage_shows(st, "WHAT TROUBLED THEM");
	stage_shows(st, "11 Aug 2023");
	stage_keys(st, "Up Enter");
	stage_shows(st, "Since 11 Aug 2023: Overall was 0, is 1: worse. Feeling low was 0, is 7:");
	stage_close(st);
}

/* Ben's, of last week: why it is opened again is on record, and it is closed when that is done. */
static void assessments__put_right_with_a_reason(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_tab(w, jane_after_months(w));

	stage_keys(st, "e");
	stage_shows(st, "Unlock, Carter, Jane 1981, Wed 18 Nov: why?");
	stage_keys(st, "Enter");
	stage_hides(st, "correcting");
	stage_keys(st, "e");
	stage_type(st, "She said 7, not 9");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "assessment");
	stage_shows(st, "correcting 18 Nov");
	stage_keys(st, "/ m o 7 Ctrl-S Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Saved: the assessment of 18 Nov is put right.");
	assert_int_equal(count(w, "SELECT score FROM concern WHERE assessment = 2 AND"
	                          " code = 'practical.money'"),
	                 7);
	assert_int_equal(count(w, "SELECT locked_on FROM assessment WHERE id = 2"), 20780);
	stage_keys(st, "Enter");
	stage_shows(st, "Unlocked: She said 7, not 9");
	stage_shows(st, "Closed on: 23 Nov");
	stage_close(st);
}

static void assessments__closed_for_good_asks_first(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_tab(w, jane_after_months(w));

	stage_keys(st, "d");
	stage_shows(st, "Close for good, Carter, Jane 1981, Wed 18 Nov? y n");
	stage_keys(st, "n");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE status = 'locked'"), 0);
	stage_keys(st, "d y");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE status = 'locked'"), 1);
	stage_shows(st, "closed for good");
	stage_keys(st, "u y");
	assert_int_equal(count(w, "SELECT count(*) FROM assessment WHERE status = 'locked'"), 0);
	stage_close(st);
}

/* One that was only offered has nothing in it to put right or to close. */
static void assessments__only_offered(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = jane_add(w);
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO assessment (person, list, status, offered, on_day, mode, again_on,"
	          " offer_because, by_account) VALUES (1, 'clew-1', 'begun', '01', 20779, 'phone',"
	          " 20808, 'after the scan', 1)");
	st = open_tab(w, jane);
	stage_shows(st, "offered, not now");
	stage_keys(st, "e");
	stage_shows(st, "There are no answers here to put right.");
	stage_keys(st, "d");
	stage_shows(st, "There are no answers here to close.");
	stage_keys(st, "Enter");
	stage_shows(st, "Why not: after the scan");
	stage_shows(st, "To be asked again on: 21 Dec");
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(assessments__forty_are_readable),
		AT_WORK(assessments__put_right_with_a_reason),
		AT_WORK(assessments__closed_for_good_asks_first),
		AT_WORK(assessments__only_offered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
