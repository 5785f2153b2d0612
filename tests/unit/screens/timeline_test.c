#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "jane_months.h"
#include "stage.h"

#include "screens.h"

#include <stdio.h>

static struct stage *on_timeline(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&person_screen, p);

	v.text = "timeline";
	return stage_open(w, &v);
}

static void timeline__which_entries__are_chosen_by_v(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_timeline(w, jane_after_months(w));

	stage_keys(st, "v");
	stage_golden(st, "timeline-which");
	stage_keys(st, "2");
	stage_shows(st, "contacts only: 2 of 11");
	stage_hides(st, "treatment began");
	stage_keys(st, "v 6");
	stage_shows(st, "treatment began");
	stage_hides(st, "spoke with them");
	stage_keys(st, "v 7");
	stage_shows(st, "No entry of that kind. v shows others, Esc all.");
	stage_keys(st, "Esc");
	stage_shows(st, "spoke with them");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

/* Whoever wrote the one under the cursor: everything of theirs, nothing of anybody else's. */
static void timeline__by_whoever_wrote_one__shows_theirs_alone(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct stage *st;

	store_sql(w->session->store, "UPDATE contact SET by_account = 2 WHERE id = 1");
	st = on_timeline(w, p);
	stage_keys(st, "v 8");
	stage_shows(st, "spoke with them, phone, 25 min");
	stage_hides(st, "spoke with them, phone, 40 min");
	stage_close(st);
}

static void timeline__words__are_found_in_whole_entries_whatever_their_accents(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct stage *st;

	store_sql(w->session->store,
	          "UPDATE contact SET note = 'Rent.' || char(10) || 'Zoë’s café is shut' "
	          "WHERE id = 1");
	st = on_timeline(w, p);
	stage_keys(st, "/");
	stage_type(st, "ZOE");
	stage_shows(st, "1 entry");
	stage_shows(st, "… Zoë’s café is shut");
	stage_golden(st, "timeline-find");
	stage_keys(st, "Enter Enter");
	stage_shows(st, "Written by");
	stage_keys(st, "Esc Esc");
	stage_hides(st, "1 entry");
	stage_shows(st, "treatment began");
	stage_keys(st, "/");
	stage_type(st, "xyzzy");
	stage_shows(st, "No entry says that.");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

static void timeline__a_day__is_gone_to(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_timeline(w, jane_after_months(w));
	int row, column, before;

	stage_cursor(st, &before, &column);
	stage_keys(st, "/");
	stage_type(st, "5 nov");
	stage_keys(st, "Enter");
	stage_shows(st, "Thu 5 Nov, or the last before it.");
	stage_cursor(st, &row, &column);
	assert_int_equal(row, before + 5);
	stage_shows(st, "treatment began");
	stage_keys(st, "/");
	stage_type(st, "1 jan 2020");
	stage_keys(st, "Enter");
	stage_shows(st, "Nothing is as old as");
	stage_close(st);
}

/* What few may read cannot be found by anybody either. */
static void timeline__safety_and_wishes__are_there_without_a_word_of_them(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO wishes (person, place, resuscitation, set_on, set_by) VALUES "
	          "(1, 'the hospice at the sea', 'no', 20770, 1)");
	st = on_timeline(w, p);
	stage_shows(st, "Wishes        written down");
	stage_hides(st, "hospice");
	stage_keys(st, "/");
	stage_type(st, "hospice");
	stage_shows(st, "No entry says that.");
	stage_keys(st, "Esc /");
	stage_type(st, "the car");
	stage_shows(st, "No entry says that.");
	stage_close(st);
}

static void add_contacts(struct workplace *w, int n)
{
	char sql[400];

	snprintf(
		sql, sizeof(sql),
		"WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < %d) "
		"INSERT INTO contact (person, on_day, at_minute, outcome, direction, mode, reached, "
		"note, by_account) SELECT 1, 20500 - i / 4, 600, 'spoke', 'out', 'phone', 'yes', "
		"'note ' || i, 1 FROM k",
		n);
	store_sql(w->session->store, sql);
}

static void timeline__of_a_long_record__is_whole_once_it_is_looked_at(void **state)
{
	struct workplace *w = *state;
	struct person_id p = jane_after_months(w);
	struct stage *st;

	add_contacts(w, 2000);
	st = stage_open(w, &(struct visit){ .where = &person_screen, .id = { p.n } });
	stage_keys(st, "Tab End");
	stage_shows(st, "note 2000");
	stage_keys(st, "/");
	stage_type(st, "note 1234");
	stage_shows(st, "1 entry");
	stage_close(st);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(timeline__which_entries__are_chosen_by_v),
		TEST(timeline__by_whoever_wrote_one__shows_theirs_alone),
		TEST(timeline__words__are_found_in_whole_entries_whatever_their_accents),
		TEST(timeline__a_day__is_gone_to),
		TEST(timeline__safety_and_wishes__are_there_without_a_word_of_them),
		TEST(timeline__of_a_long_record__is_whole_once_it_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
