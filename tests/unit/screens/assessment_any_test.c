/*
 * Any keys in any order: what is stored is what was shown, and a sheet that is full, hostile or seen
 * through a slit is one that can be read.
 */
#include "test.h"

#include "base/attr.h"
#include "model/concerns.h"
#include "model/none.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dice.h"
#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

#define KEYS 5000

static struct stage *open_first(struct workplace *w)
{
	const struct visit v = visit_person(&assessment_screen, jane_add(w));

	return stage_open(w, &v);
}

static void agree(struct stage *st)
{
	for (int i = 0; i < 60 && !strstr(stage_shot(st, 24, 80), "“I would like"); i++)
		stage_keys(st, strstr(stage_shot(st, 24, 80), "1 asked, no   2 asked, yes: opens")
		                       ? "1 Tab"
		                       : "Tab");
	stage_keys(st, "y");
}

/* The value that the screen shows in the row of that label; NULL: it is not on it. */
static const char *shown(struct stage *st, const char *label, char *ret, size_t room)
{
	const char *line = strstr(stage_shot(st, 100, 80), label), *end;
	size_t n;

	if (!line)
		return NULL;
	line += strlen(label);
	end = strchr(line, '\n');
	n = strspn(line, " ");
	if (!end || line + n >= end)
		return NULL;
	snprintf(ret, room, "%.*s", (int)strcspn(line + n, " \n"), line + n);
	return ret;
}

static void compare(struct workplace *w, struct stage *st)
{
	struct concern_set set;
	int seen = 0;

	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &w->arena, &set), OK);
	stage_keys(st, "Home");
	for (size_t i = 0; i < set.n; i++) {
		char label[80], value[32], stored[32];
		const char *sql = arena_printf(
			&w->arena,
			"SELECT coalesce((SELECT CASE answer WHEN 'score' THEN score WHEN 'talk' THEN"
			" 'talk' ELSE 'rather' END FROM concern WHERE code = '%s'), '·')",
			set.at[i].code);

		snprintf(label, sizeof(label), "  %s  ", set.at[i].label);
		if (!shown(st, label, value, sizeof(value)))
			continue;
		seen++;
		snprintf(stored, sizeof(stored), "%s",
		         store_text(w->session->store, sql, &w->arena));
		if (strcmp(value, stored) != 0)
			fail_msg("%s: shown %s, stored %s", set.at[i].label, value, stored);
	}
	assert_true(seen > 40);
}

static void any_keys__what_is_stored_is_what_was_shown(void **state)
{
	static const char *const keys[] = { "0",    "1",   "2",         "3",        "5",    "7",
		                            "9",    "t",   "Space",     "-",        "m",    "=",
		                            "Up",   "Up",  "Down",      "Down",     "PgDn", "PgUp",
		                            "Home", "End", "Backspace", "Backspace" };
	struct workplace *w = *state;
	struct dice d = dice_begin("any keys in an assessment");
	struct stage *st = open_first(w), *again;
	struct visit v;

	for (int i = 0; i < KEYS; i++)
		stage_keys(st, keys[dice_below(&d, COUNT_OF(keys))]);
	stage_keys(st, "Ctrl-S");
	agree(st);
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "plan");
	stage_close(st);
	v = visit_correction((struct person_id){ 1 }, (struct assessment_id){ 1 });
	again = stage_open(w, &v);
	compare(w, again);
	stage_close(again);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) <= 3 AND count(DISTINCT matters)"
	                           " = count(*) FROM concern WHERE matters IS"
	                           " NOT NULL"),
	                 1);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM concern WHERE matters IS NOT"
	                           " NULL AND (answer = 'rather_not' OR score = 0)"),
	                 0);
}

/* Sixty raised, each with their own words. */
static void overfull__is_readable(void **state)
{
	struct stage *st = open_first(*state);

	stage_keys(st, "7 Down");
	for (int i = 0; i < 60; i++) {
		stage_keys(st, ".");
		stage_type(st, "It goes on and on, and nobody tells me whom to ask about it");
		stage_keys(st, "Enter");
		stage_keys(st, i % 3 == 0 ? "9" : i % 3 == 1 ? "4" : "t");
	}
	stage_keys(st, "Home v Down Down");
	stage_golden(st, "assessment-overfull");
	stage_close(st);
}

static void hostile__words_stay_in_their_row(void **state)
{
	struct stage *st = open_first(*state);
	char *long_words = malloc(20001);

	assert_non_null(long_words);
	memset(long_words, 'a', 20000);
	long_words[20000] = '\0';
	stage_keys(st, "Down Down 9 Up Enter");
	stage_paste(
		st,
		"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae txet \xf0\x9f\x98\xad\x1b[2J\ttab");
	stage_keys(st, "Enter Down 8 Up Enter");
	stage_paste(st, long_words);
	stage_keys(st, "Enter");
	stage_golden(st, "assessment-hostile");
	stage_close(st);
	free(long_words);
}

static void narrow__still_shows_the_row_one_is_on(void **state)
{
	struct stage *st = open_first(*state);
	const char *shot;

	stage_keys(st, "/ s l e e p 7");
	shot = stage_shot(st, 16, 60);
	assert_non_null(strstr(shot, "▌ Sleep"));
	assert_non_null(strstr(shot, "7"));
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(any_keys__what_is_stored_is_what_was_shown),
		AT_WORK(overfull__is_readable),
		AT_WORK(hostile__words_stay_in_their_row),
		AT_WORK(narrow__still_shows_the_row_one_is_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
