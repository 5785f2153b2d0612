#include "model/time_step.h"

#include "test.h"

#include "base/attr.h"

#include <string.h>

/* The state machine of the words, step by step: what is not here is refused with why. */
static void time_step_off__lets_through_what_the_states_allow(void **state)
{
	static const struct {
		enum referral_state from;
		const char *may; /* digits of the steps */
	} rows[] = {
		{ REFERRAL_RECEIVED, "1234" },  { REFERRAL_ACCEPTED, "47" },
		{ REFERRAL_ACTIVE, "57" },      { REFERRAL_ON_HOLD, "67" },
		{ REFERRAL_CLOSED, "89" },      { REFERRAL_DECLINED, "9" },
		{ REFERRAL_NOT_ELIGIBLE, "9" }, { REFERRAL_UNABLE_TO_CONTACT, "9" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (int step = STEP_ACCEPT; step <= STEP_AGAIN; step++) {
			const char *off = time_step_off((enum time_step)step, rows[i].from);
			bool may = strchr(rows[i].may, '0' + step) != NULL;

			if (may != (off == NULL))
				fail_msg("from %s, step %d: %s",
				         words_word(&referral_states, (int)rows[i].from), step,
				         off ? off : "it may");
		}
}

static size_t problems_of(struct new_step x, size_t reminders, size_t signposts, const char **first)
{
	const struct open_things open = { reminders, signposts };
	static struct arena a;
	struct problems problems = { 0 };

	arena_reset(&a);
	new_step_problems(&x, &open, 20780, &a, &problems);
	*first = problems.n > 0 ? problems.at[0].field : "";
	return problems.n;
}

static void new_step_problems__asks_for_what_each_step_needs(void **state)
{
	struct new_step x = new_step_blank;
	const char *first;

	(void)state;
	x.step = STEP_CLOSE;
	assert_int_equal(problems_of(x, 0, 0, &first), 1);
	assert_string_equal(first, "outcome");
	x.outcome = "plan_done";
	assert_int_equal(problems_of(x, 0, 0, &first), 0);
	assert_int_equal(problems_of(x, 2, 1, &first), 2);
	x.reminders = x.signposts = OPEN_STAYS;
	assert_int_equal(problems_of(x, 2, 1, &first), 0);
	x = new_step_blank;
	x.step = STEP_HOLD;
	assert_int_equal(problems_of(x, 0, 0, &first), 1);
	x.reason = "away for a month";
	assert_int_equal(problems_of(x, 0, 0, &first), 0);
	x.until = 20780;
	assert_int_equal(problems_of(x, 0, 0, &first), 1);
	assert_string_equal(first, "until");
	x = new_step_blank;
	x.step = STEP_REOPEN;
	assert_int_equal(problems_of(x, 0, 0, &first), 1);
	x.step = STEP_GO_ON;
	assert_int_equal(problems_of(x, 0, 0, &first), 0);
	x.step = STEP_ACCEPT;
	x.tell_on = 20779;
	assert_int_equal(problems_of(x, 0, 0, &first), 1);
}

static void time_step_fields__offer_no_reason_that_is_told_elsewhere(void **state)
{
	static const struct words nobody;
	struct arena a = { 0 };
	const struct field *f = time_step_fields(STEP_CLOSE, &nobody, &a);

	(void)state;
	assert_string_equal(f->name, "outcome");
	assert_true(f->words->n > 5);
	assert_int_equal(words_find(f->words, STR("died")), 0);
	assert_int_equal(words_find(f->words, STR("no_more_contact")), 0);
	assert_int_not_equal(words_find(f->words, STR("plan_done")), 0);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_step_off__lets_through_what_the_states_allow),
		cmocka_unit_test(new_step_problems__asks_for_what_each_step_needs),
		cmocka_unit_test(time_step_fields__offer_no_reason_that_is_told_elsewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
