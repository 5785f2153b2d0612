#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

#include <string.h>

/* Citizens Advice, which waits since 12 Sep; asked about two days late, and with what was said. */
static struct stage *open_ledger(struct workplace *w)
{
	scene_set(w);
	store_sql(
		w->session->store,
		"UPDATE signpost SET concern = 'practical.money', what_sent = 'Name: Jane Carter."
		" How to reach them: Text first. What it is about: Money, bills or debt.';"
		"INSERT INTO signpost_step (person, signpost, status, on_day, asked, answered,"
		" at_minute, words, by_account) VALUES"
		" (1, 1, 'sent', 20700, NULL, NULL, NULL, NULL, 1),"
		" (1, 1, 'waiting', 20710, 'phone', 1, 605, 'Two weeks, they said, maybe three', 1),"
		" (1, 1, 'waiting', 20731, 'phone', 0, 850, NULL, 1);"
		"UPDATE reminder SET rule = 'service.ask', what ="
		" 'Ask Citizens Advice Leeds a 2nd time: has she been seen?' WHERE id = 1;"
		"INSERT INTO consent (person, purpose, answer, service, to_whom, how, on_day,"
		" by_account) VALUES (1, 'refer', 'yes', 1, 'Citizens Advice Leeds', 'phone', 20700,"
		" 1)");
	return stage_open(w, &(struct visit){ .where = &ledger_screen, .id = { 1 } });
}

static void ledger__shows_all_there_is_of_it(void **state)
{
	struct stage *st = open_ledger(*state);

	stage_golden(st, "ledger");
	stage_keys(st, "Down Down");
	stage_stands(st, "sent");
	stage_close(st);
}

static void ledger__a_state_of_last_week__is_typed_as_people_say_it(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_ledger(w);

	stage_keys(st, "4");
	stage_golden(st, "went-on");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "last wed");
	stage_shows(st, "Wed 18 Nov");
	stage_keys(st, "Tab Tab");
	stage_type(st, "First talk on Wednesday");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "ledger");
	stage_shows(st, "being helped since Wed 18 Nov");
	stage_shows(st, "Did Citizens Advice Leeds help?");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT on_day FROM signpost_step WHERE"
	                                              " status = 'receiving'"),
	                 20775);
}

static void ledger__a_step_that_there_is_not__says_why(void **state)
{
	struct stage *st = open_ledger(*state);

	stage_keys(st, "1");
	stage_shows(st, "It is “waiting”: “they have it” is no step from there.");
	stage_keys(st, "0");
	stage_shows(st, "It has not ended yet: say first how it went.");
	stage_close(st);
}

static void ledger__turned_down__leads_on_and_proposes_why_nothing_fits(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_ledger(w);

	stage_keys(st, "6");
	stage_shows(st, "Why not *");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "went-on");
	stage_keys(st, "1 Ctrl-S");
	stage_shows(st, "s another service, 0 nothing fits.");
	stage_shows(st, "turned down on Mon 23 Nov");
	stage_keys(st, "0");
	assert_string_equal(stage_place(st), "unmet");
	stage_shows(st, "▌3 full or a long wait");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Unmet");
	assert_int_equal(store_int(w->session->store, "SELECT signpost FROM unmet_need"), 1);
	stage_keys(st, "s");
	assert_string_equal(stage_place(st), "picker");
	stage_shows(st, "Nothing fitted on Mon 23 Nov: full or a long wait.");
	stage_close(st);
}

static void ledger__no_answer__is_two_keys_and_asks_on(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_ledger(w);

	stage_keys(st, "d n");
	stage_shows(st, "asked twice, no answer");
	stage_shows(st, "Did Citizens Advice Leeds get in touch?");
	stage_keys(st, "d k");
	stage_shows(st, "asked the person: not known");
	stage_shows(st, "Again: did Citizens Advice Leeds get in touch?");
	stage_close(st);
}

static void ledger__ended__may_be_opened_again_with_why(void **state)
{
	struct stage *st = open_ledger(*state);

	stage_keys(st, "8");
	stage_shows(st, "What stopped it");
	stage_keys(st, "2 Ctrl-S");
	stage_shows(st, "cancelled on Mon 23 Nov");
	stage_keys(st, "d");
	stage_shows(st, "It has ended: nothing is asked any more. 1 to 4 open it again.");
	stage_keys(st, "3 Ctrl-S");
	assert_string_equal(stage_place(st), "went-on");
	stage_type(st, "They rang after all");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "waiting since Mon 23 Nov");
	stage_shows(st, "They rang after all");
	stage_keys(st, "u y");
	stage_shows(st, "cancelled on Mon 23 Nov");
	stage_close(st);
}

static void went_on__left_half_done__is_kept(void **state)
{
	struct stage *st = open_ledger(*state);

	stage_keys(st, "4 Tab Tab");
	stage_type(st, "First talk");
	stage_keys(st, "Esc 4");
	stage_shows(st, "First talk");
	stage_close(st);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(ledger__shows_all_there_is_of_it),
		CASE(ledger__a_state_of_last_week__is_typed_as_people_say_it),
		CASE(ledger__a_step_that_there_is_not__says_why),
		CASE(ledger__turned_down__leads_on_and_proposes_why_nothing_fits),
		CASE(ledger__no_answer__is_two_keys_and_asks_on),
		CASE(ledger__ended__may_be_opened_again_with_why),
		CASE(went_on__left_half_done__is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
