#include "test.h"

#include "base/attr.h"
#include "casework/statutory.h"
#include "model/service.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "leeds.h"
#include "screens.h"
#include "stage.h"

#define LEEDS   "E08000035"
#define CARDIFF "W06000015"

static void live_in(struct workplace *w, const char *council)
{
	store_sql(w->session->store,
	          arena_printf(&w->arena, "UPDATE person SET council = '%s'", council));
}

static struct stage *open_as(struct workplace *w, enum statutory_as as)
{
	struct visit v = visit_person(&council_screen, jane_add(w));

	v.id[1] = as;
	live_in(w, LEEDS);
	jane_assessed_before(w, (struct person_id){ v.id[0] });
	return stage_open(w, &v);
}

static struct stage *again(struct workplace *w)
{
	return stage_open(w, &(struct visit){ .where = &council_screen, .id = { 1 } });
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void council__begins_with_hints_and_no_answers(void **state)
{
	struct stage *st = open_as(*state, STATUTORY_AS_FITS);

	stage_golden(st, "council");
	stage_shows(st, "0 of 12 asked");
	stage_keys(st, "Down Down Down Down Down");
	stage_shows(st, "They scored: Keeping house 3. That is no answer to this.");
	stage_shows(st, "maintaining a habitable home environment (reg 2(2)(f))");
	stage_close(st);
}

static void council__one_digit_each_and_taken_back(void **state)
{
	struct stage *st = open_as(*state, STATUTORY_AS_FITS);

	stage_keys(st, "1 2 3 4 5 6 -");
	stage_shows(st, "7 of 12 asked");
	stage_shows(st, "Seeing and keeping family and friends: rather not say.");
	stage_keys(st, "End 4");
	stage_shows(st, "1 yes, 2 no.");
	stage_keys(st, "Home Down Down Down Down Down Down Down");
	stage_keys(st, "Backspace Backspace");
	stage_shows(st, "5 of 12 asked");
	stage_keys(st, "=");
	stage_shows(st, "It was not asked before.");
	stage_keys(st, "End 1 Up 2");
	stage_shows(st, "7 of 12 asked");
	stage_keys(st, "Home");
	stage_golden(st, "council-answered");
	stage_close(st);
}

static void council__wanted_says_who_decides_and_what_follows(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_keys(st, "1 2 1 1 3 6 Ctrl-S");
	stage_shows(st,
	            "It looks worth offering an assessment by Leeds City Council. They decide.");
	stage_golden(st, "council-offer");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "What do they say?");
	stage_keys(st, "1");
	stage_shows(st, "Leeds City Council, adult social care");
	stage_golden(st, "council-wanted");
	stage_keys(st, "Ctrl-S");
	stage_close(st);
	assert_int_equal(count(w, "SELECT count(*) FROM statutory_screen WHERE offer = 'accepted'"
	                          " AND indicated = 1"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
}

static void council__wanted_goes_on_to_telling_their_council(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);
	struct service x = service_blank;

	x.name = "Leeds adult social care";
	x.status = SERVICE_ACTIVE;
	leeds_service(w, &x, "practical.care", LEEDS, 3);
	stage_keys(st, "6 6 Ctrl-S 1 Ctrl-S");
	assert_string_equal(stage_place(st), "signpost");
	stage_shows(st, "Leeds adult social care");
	stage_close(st);
}

static void council__not_now_has_a_day(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_keys(st, "6 6 Ctrl-S 2");
	stage_shows(st, "Mon 4 Jan");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE kind = 'ask_again'"), 1);
	stage_close(st);
}

static void council__nothing_points_to_it_and_anybody_may_ask(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_keys(st, "1 1 1 1 1 1 1 1 1 1 2 2 Ctrl-S");
	stage_shows(st, "What was said does not point to an assessment by Leeds City Council.");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM statutory_screen WHERE offer IS NULL AND"
	                          " indicated = 0"),
	                 1);
	stage_close(st);
}

static void council__before_and_after(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_keys(st, "1 2 6 Ctrl-S 3 Ctrl-S");
	stage_close(st);
	workplace_days_later(w, 30);
	st = again(w);
	stage_shows(st, "?  was: with help");
	stage_keys(st, "= 1 2");
	stage_shows(st, "able (before: with help)");
	stage_shows(st, "with help (before: not able)");
	stage_golden(st, "council-again");
	stage_close(st);
}

static void council__carers_have_their_own(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_CARER);

	stage_shows(st, "What caring leaves them able to do");
	stage_golden(st, "council-carer");
	store_sql(w->session->store, "INSERT INTO relation (person, name, kind)"
	                             " VALUES (1, 'Margaret', 'carer_of')");
	stage_keys(st, "v");
	stage_shows(st, "What they can manage");
	stage_shows(st, "They look after somebody: v asks as a carer");
	stage_keys(st, "1 v");
	stage_shows(st, "Something is answered in this one.");
	stage_close(st);
}

static void council__wales_has_its_own(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_close(st);
	live_in(w, CARDIFF);
	st = again(w);
	stage_golden(st, "council-wales");
	stage_keys(st, "6 Ctrl-S");
	stage_shows(st, "an assessment by City of Cardiff Council. They decide.");
	stage_close(st);
}

static void council__scotland_offers_straight_away(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_close(st);
	live_in(w, "S12000036");
	st = again(w);
	stage_shows(st, "There is no list of outcomes here for this nation.");
	stage_golden(st, "council-scotland");
	stage_keys(st, "1 Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM statutory_screen WHERE kind = 'no_list' AND"
	                          " offer = 'accepted'"),
	                 1);
	stage_close(st);
}

static void council__kept_and_resumed_in_every_part(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_keys(st, "2 3 End 1 Esc");
	stage_close(st);
	assert_int_equal(count(w, "SELECT count(*) FROM draft WHERE form = 'council' AND about ="
	                          " 'CL-000001'"),
	                 1);
	st = again(w);
	stage_shows(st, "3 of 12 asked");
	stage_keys(st, "Ctrl-S 4 Tab Tab");
	stage_type(st, "since May");
	stage_hang_up(st);
	stage_close(st);
	st = again(w);
	stage_shows(st, "since May");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w,
	                       "SELECT count(*) FROM statutory_screen WHERE offer = 'has_one' AND"
	                       " note = 'since May'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

/* A long name, a long safety line, what is no letter: every row stands, nothing moves the cursor. */
static void council__hostile_and_overfull(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_close(st);
	store_sql(w->session->store,
	          "UPDATE person SET family_name = 'Featherstonehaugh-Cholmondeley de la Tour',"
	          " known_as = char(8238) || 'eltit' WHERE id = 1;"
	          "UPDATE safe_contact SET note = 'Ring only between nine and ten, from a withheld"
	          " number, and never say where from; her brother listens', danger = 1,"
	          " say = 'only that it is about the library book' WHERE person = 1;"
	          "INSERT INTO concern (assessment, code, person, score, answer) VALUES"
	          " (1, 'practical.daily', 1, 10, 'score'), (1, 'practical.meals', 1, 9, 'score'),"
	          " (1, 'physical.eating', 1, 8, 'score'), (1, 'physical.swallow', 1, 8, 'score')");
	st = again(w);
	stage_golden(st, "council-hostile");
	stage_keys(st, "End");
	stage_stands(st, "weigh a lot");
	stage_close(st);
}

static void council__is_reached_by_n_and_by_name(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
	stage_keys(st, "n 8");
	assert_string_equal(stage_place(st), "council");
	stage_keys(st, "Esc :");
	stage_type(st, "council");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "council");
	stage_close(st);
}

/* Whatever is said, nobody reads that somebody is, or is not, entitled to it. */
static void council__never_says_who_is_entitled(void **state)
{
	static const char *const ways[] = { "", "6 6 Ctrl-S", "1 1 End 2 Ctrl-S", "6 6 Ctrl-S 1" };
	struct workplace *w = *state;
	struct stage *st = open_as(w, STATUTORY_AS_FITS);

	stage_close(st);
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		st = again(w);
		stage_keys(st, ways[i]);
		for (int tall = 0; tall < 2; tall++) {
			const char *shot = stage_shot(st, tall ? 40 : 24, tall ? 120 : 80);

			assert_null(strstr(shot, "ligib"));
			assert_null(strstr(shot, "qualif"));
		}
		stage_close(st);
		store_sql(w->session->store, "DELETE FROM draft");
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(council__begins_with_hints_and_no_answers),
		T(council__one_digit_each_and_taken_back),
		T(council__wanted_says_who_decides_and_what_follows),
		T(council__wanted_goes_on_to_telling_their_council),
		T(council__not_now_has_a_day),
		T(council__nothing_points_to_it_and_anybody_may_ask),
		T(council__before_and_after),
		T(council__carers_have_their_own),
		T(council__wales_has_its_own),
		T(council__scotland_offers_straight_away),
		T(council__kept_and_resumed_in_every_part),
		T(council__hostile_and_overfull),
		T(council__is_reached_by_n_and_by_name),
		T(council__never_says_who_is_entitled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
