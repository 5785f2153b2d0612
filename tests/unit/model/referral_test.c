#include "model/referral.h"

#include "test.h"

/* Every step that is allowed, and with it every one that it does not. */
static void referral_may_become__allows_these_steps_alone(void **state)
{
	static const enum referral_state allowed[][2] = {
		{ REFERRAL_RECEIVED, REFERRAL_ACCEPTED },
		{ REFERRAL_RECEIVED, REFERRAL_DECLINED },
		{ REFERRAL_RECEIVED, REFERRAL_NOT_ELIGIBLE },
		{ REFERRAL_RECEIVED, REFERRAL_UNABLE_TO_CONTACT },
		{ REFERRAL_ACCEPTED, REFERRAL_ACTIVE },
		{ REFERRAL_ACCEPTED, REFERRAL_UNABLE_TO_CONTACT },
		{ REFERRAL_ACCEPTED, REFERRAL_CLOSED },
		{ REFERRAL_ACTIVE, REFERRAL_ON_HOLD },
		{ REFERRAL_ACTIVE, REFERRAL_CLOSED },
		{ REFERRAL_ON_HOLD, REFERRAL_ACTIVE },
		{ REFERRAL_ON_HOLD, REFERRAL_CLOSED },
		{ REFERRAL_CLOSED, REFERRAL_ACTIVE },
	};

	UNUSED_STATE;
	for (int from = 0; from <= REFERRAL_CLOSED; from++) {
		for (int to = 0; to <= REFERRAL_CLOSED; to++) {
			bool listed = false;

			for (size_t i = 0; i < COUNT_OF(allowed); i++)
				if ((int)allowed[i][0] == from && (int)allowed[i][1] == to)
					listed = true;
			assert_int_equal(referral_may_become((enum referral_state)from,
			                                     (enum referral_state)to),
			                 listed);
		}
	}
}

static void referral_open__is_what_is_still_with_us(void **state)
{
	UNUSED_STATE;
	assert_true(referral_open(REFERRAL_RECEIVED));
	assert_true(referral_open(REFERRAL_ACCEPTED));
	assert_true(referral_open(REFERRAL_ACTIVE));
	assert_true(referral_open(REFERRAL_ON_HOLD));
	assert_false(referral_open(REFERRAL_STATE_NONE));
	assert_false(referral_open(REFERRAL_DECLINED));
	assert_false(referral_open(REFERRAL_NOT_ELIGIBLE));
	assert_false(referral_open(REFERRAL_UNABLE_TO_CONTACT));
	assert_false(referral_open(REFERRAL_CLOSED));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(referral_may_become__allows_these_steps_alone),
		cmocka_unit_test(referral_open__is_what_is_still_with_us),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
