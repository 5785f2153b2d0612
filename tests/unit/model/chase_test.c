#include "model/chase.h"

#include "base/clock.h"
#include "test.h"

#include <string.h>

#define TODAY 20780 /* Mon 23 Nov 2026 */

/* The newest first, as the store lists them. */
static struct signpost_step step_at[16];
static struct signpost_step_list steps = { 0, step_at };
static struct signpost signpost;

static struct chase_from from_of(enum signpost_kind kind, enum signpost_status status)
{
	steps.n = 0;
	signpost = signpost_blank;
	signpost.kind = kind;
	signpost.status = status;
	return (struct chase_from){ .signpost = &signpost,
		                    .steps = &steps,
		                    .service = "Citizens Advice",
		                    .pronouns = "she/her",
		                    .has_phone = true,
		                    .has_post = true,
		                    .consent = true,
		                    .may_ask_person = true,
		                    .first_days = 14,
		                    .today = TODAY };
}

static void add(enum step_ask asked, enum asked answered, int minute)
{
	struct signpost_step x = signpost_step_blank;

	x.id.n = (int64_t)steps.n + 1;
	x.asked = asked;
	x.answered = answered;
	x.at_minute = minute;
	x.on_day = TODAY;
	memmove(step_at + 1, step_at, steps.n * sizeof(*step_at));
	step_at[0] = x;
	steps.n++;
}

static void comes(const struct chase_from *from, enum chase_step step, day on, const char *what)
{
	struct arena a = { 0 };
	struct chase c;

	chase_next(from, &a, &c);
	assert_int_equal(c.step, step);
	assert_int_equal(c.on, on);
	assert_string_equal(c.what, what);
	arena_reset(&a);
}

static void chase__a_service_that_knows_of_them_is_asked_first(void **state)
{
	struct chase_from from = from_of(SIGNPOST_REFERRED, SIGNPOST_SENT);

	UNUSED_STATE;
	add(STEP_ASK_NONE, NOT_ASKED, MINUTE_NONE);
	comes(&from, CHASE_ASK, 20798, "Ask Citizens Advice: has she been seen?");
	add(ASKED_PHONE, SAID_NO, 10 * 60);
	comes(&from, CHASE_ASK, 20787,
	      "Ask Citizens Advice a 2nd time, after 13: has she been seen?");
	add(ASKED_PHONE, SAID_NO, 14 * 60);
	comes(&from, CHASE_WRITE, 20787, "Write to Citizens Advice: has she been seen?");
	add(ASKED_LETTER, SAID_NO, MINUTE_NONE);
	comes(&from, CHASE_TOUCH, 20787, "Did Citizens Advice get in touch?");
	add(ASKED_PERSON, SAID_NO, MINUTE_NONE);
	comes(&from, CHASE_TOUCH, 20787, "Again: did Citizens Advice get in touch?");
	add(ASKED_PERSON, SAID_NO, MINUTE_NONE);
	comes(&from, CHASE_END, TODAY, "Nobody knows of Citizens Advice: end it, or ask again");
}

/* What is known today is news, be it of last week. */
static void chase__news_begins_it_anew(void **state)
{
	struct chase_from from = from_of(SIGNPOST_REFERRED, SIGNPOST_ACCEPTED);

	UNUSED_STATE;
	add(STEP_ASK_NONE, NOT_ASKED, MINUTE_NONE);
	add(ASKED_PHONE, SAID_NO, 10 * 60);
	add(ASKED_PHONE, SAID_YES, 10 * 60);
	step_at[0].on_day = TODAY - 6;
	comes(&from, CHASE_ASK, 20798, "Ask Citizens Advice: has she been seen?");
}

/* Nobody may learn from us that somebody is known here. */
static void chase__a_service_that_does_not_know_of_them_is_never_asked(void **state)
{
	static const enum signpost_kind kinds[] = { SIGNPOST_TOLD, SIGNPOST_LEAFLET };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct chase_from from = from_of(kinds[i], SIGNPOST_GIVEN);

		assert_false(chase_may_ask(&from));
		comes(&from, CHASE_ASK_PERSON, 20798, "Did Citizens Advice help?");
	}
}

static void chase__a_yes_taken_back_leaves_the_person_to_be_asked(void **state)
{
	struct chase_from from = from_of(SIGNPOST_REFERRED, SIGNPOST_WAITING);

	UNUSED_STATE;
	from.consent = false;
	comes(&from, CHASE_TOUCH, 20798, "Did Citizens Advice get in touch?");
	from.may_ask_person = false;
	comes(&from, CHASE_END, 20798, "Nobody knows of Citizens Advice: end it, or ask again");
}

static void chase__without_a_number_they_are_written_to(void **state)
{
	struct chase_from from = from_of(SIGNPOST_WARM_HANDOVER, SIGNPOST_SENT);

	UNUSED_STATE;
	from.has_phone = false;
	from.pronouns = "";
	comes(&from, CHASE_WRITE, 20798, "Write to Citizens Advice: have they been seen?");
	from.has_post = false;
	comes(&from, CHASE_TOUCH, 20798, "Did Citizens Advice get in touch?");
}

static void chase__who_is_being_helped_says_whether_it_does(void **state)
{
	struct chase_from from = from_of(SIGNPOST_REFERRED, SIGNPOST_RECEIVING);

	UNUSED_STATE;
	comes(&from, CHASE_ASK_PERSON, 20798, "Did Citizens Advice help?");
}

static void chase__what_has_ended_is_not_asked_about(void **state)
{
	UNUSED_STATE;
	for (int status = SIGNPOST_COMPLETED; status <= SIGNPOST_SERVICE_GONE; status++) {
		struct chase_from from = from_of(SIGNPOST_REFERRED, (enum signpost_status)status);

		comes(&from, CHASE_NONE, DAY_NONE, "");
	}
}

static void chased_text__counts_in_words(void **state)
{
	struct arena a = { 0 };
	struct chased n = { .asked = 2, .written = 1, .persons = 3 };

	UNUSED_STATE;
	assert_string_equal(chased_text(&n, &a), "asked twice, written to once, no answer;"
	                                         " they could not say 3 times");
	n = (struct chased){ 0 };
	assert_string_equal(chased_text(&n, &a), "");
	arena_reset(&a);
}

static void chase_rule__leads_back_to_its_step(void **state)
{
	UNUSED_STATE;
	for (int i = CHASE_ASK; i <= CHASE_END; i++)
		assert_int_equal(chase_step_of(chase_rule((enum chase_step)i)), i);
	assert_int_equal(chase_step_of("ladder.try"), CHASE_NONE);
	assert_int_equal(chase_step_of(""), CHASE_NONE);
}

/* A service may be asked once, and the person never. */
static void chase__goes_by_the_rules_that_are_loaded(void **state)
{
	struct chase_from from = from_of(SIGNPOST_REFERRED, SIGNPOST_SENT);

	UNUSED_STATE;
	from.rules = str_of("ladder\thow_soon\tstep\ttimes\tafter\thours\n"
	                    "service\tany\task\t1\t3\t9\nservice\tany\twrite\t0\t0\t\n"
	                    "service\tany\task_person\t0\t0\t\nservice\tany\tclose\t1\t3\t\n");
	add(STEP_ASK_NONE, NOT_ASKED, MINUTE_NONE);
	comes(&from, CHASE_ASK, 20798, "Ask Citizens Advice: has she been seen?");
	add(ASKED_PHONE, SAID_NO, 10 * 60);
	comes(&from, CHASE_END, 20783, "Nobody knows of Citizens Advice: end it, or ask again");
}

#define HEAD "ladder\thow_soon\tstep\ttimes\tafter\thours\n"
#define REST                                                              \
	"service\tany\twrite\t1\t5\t\nservice\tany\task_person\t1\t5\t\n" \
	"service\tany\tclose\t1\t0\t\n"

static void chase_rules_read__what_is_wrong__is_said_with_its_line(void **state)
{
	static const struct {
		const char *text, *fault;
	} wrong[] = {
		{ HEAD "service\tany\tknock\t1\t2\t\n",
		  "line 2: a service is asked, written to, the person is asked, then it closes" },
		{ HEAD "service\tfast\task\t1\t2\t9\n",
		  "line 2: a service has one ladder, for any" },
		{ HEAD "service\tany\task\tx\t2\t9\n", "line 2: “x” is no number from 0 to 9" },
		{ HEAD "service\tany\task\t1\t2\t\n", "line 2: asking has at least one hour" },
		{ HEAD "service\tany\task\t1\t2\t9 8\n",
		  "line 2: hours go up, each later than the one before" },
		{ HEAD REST REST, "line 5: that step is there already" },
		{ HEAD REST, "line 5: the step “ask” of a service is missing" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct chase_rules rules = { .asks = 77 };
		const char *fault = "";

		assert_int_equal(chase_rules_read(str_of(wrong[i].text), &a, &rules, &fault),
		                 E_INVALID);
		assert_non_null(strstr(fault, wrong[i].fault));
		assert_int_equal(rules.asks, 77);
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chase__a_service_that_knows_of_them_is_asked_first),
		cmocka_unit_test(chase__news_begins_it_anew),
		cmocka_unit_test(chase__a_service_that_does_not_know_of_them_is_never_asked),
		cmocka_unit_test(chase__a_yes_taken_back_leaves_the_person_to_be_asked),
		cmocka_unit_test(chase__without_a_number_they_are_written_to),
		cmocka_unit_test(chase__who_is_being_helped_says_whether_it_does),
		cmocka_unit_test(chase__what_has_ended_is_not_asked_about),
		cmocka_unit_test(chase__goes_by_the_rules_that_are_loaded),
		cmocka_unit_test(chased_text__counts_in_words),
		cmocka_unit_test(chase_rule__leads_back_to_its_step),
		cmocka_unit_test(chase_rules_read__what_is_wrong__is_said_with_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
