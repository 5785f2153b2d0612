#include "model/urgent.h"

#include "test.h"

static struct arena arena;

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

#define TODAY 20000

static struct person waiting(int days)
{
	struct person p = person_blank;

	p.urgent_referral_on = TODAY - days;
	p.stage = STAGE_AWAITING_TREATMENT;
	return p;
}

static void urgent__days_against_the_standard(void **state)
{
	struct person p = waiting(44);

	UNUSED_STATE;
	assert_string_equal(urgent_text(&p, TODAY, &arena),
	                    "day 44 of 62 since the urgent referral");
	assert_false(urgent_over(&p, TODAY));
	p = waiting(62);
	assert_string_equal(urgent_text(&p, TODAY, &arena),
	                    "day 62 of 62 since the urgent referral");
	assert_false(urgent_over(&p, TODAY));
	p = waiting(63);
	assert_string_equal(urgent_text(&p, TODAY, &arena),
	                    "63 days since the urgent referral, 1 over 62");
	assert_true(urgent_over(&p, TODAY));
	p.treatment_began_on = TODAY - 4;
	assert_string_equal(urgent_text(&p, TODAY, &arena), "treated on day 59 of 62");
	p.treatment_began_on = TODAY;
	assert_string_equal(urgent_text(&p, TODAY, &arena), "treated on day 63, 1 over 62");
	assert_false(urgent_over(&p, TODAY));
}

static void urgent__says_nothing__where_there_is_nothing_to_wait_for(void **state)
{
	struct person p = person_blank;

	UNUSED_STATE;
	assert_string_equal(urgent_text(&p, TODAY, &arena), "");
	p = waiting(70);
	p.stage = STAGE_IN_TREATMENT; /* but nobody wrote down since when */
	assert_string_equal(urgent_text(&p, TODAY, &arena), "");
	p = waiting(70);
	p.died_on = TODAY - 1;
	assert_string_equal(urgent_text(&p, TODAY, &arena), "");
	assert_false(urgent_over(&p, TODAY));
	p = waiting(-1);
	assert_string_equal(urgent_text(&p, TODAY, &arena), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(urgent__days_against_the_standard),
		cmocka_unit_test(urgent__says_nothing__where_there_is_nothing_to_wait_for),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
