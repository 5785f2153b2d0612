#include "model/signpost.h"

#include "test.h"

static void signpost_open__lasts_until_an_end(void **state)
{
	UNUSED_STATE;
	assert_false(signpost_open(SIGNPOST_STATUS_NONE));
	for (int s = SIGNPOST_GIVEN; s <= SIGNPOST_SERVICE_GONE; s++)
		assert_int_equal(signpost_open((enum signpost_status)s), s < SIGNPOST_COMPLETED);
}

static void signpost_may_become__goes_forward_and_to_any_end(void **state)
{
	UNUSED_STATE;
	for (int from = SIGNPOST_GIVEN; from <= SIGNPOST_RECEIVING; from++)
		for (int to = SIGNPOST_GIVEN; to <= SIGNPOST_SERVICE_GONE; to++)
			assert_int_equal(signpost_may_become(SIGNPOST_REFERRED,
			                                     (enum signpost_status)from,
			                                     (enum signpost_status)to),
			                 to > from);
}

static void signpost_may_become__is_never_sent__when_only_told(void **state)
{
	UNUSED_STATE;
	assert_false(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_GIVEN, SIGNPOST_SENT));
	assert_false(signpost_may_become(SIGNPOST_LEAFLET, SIGNPOST_GIVEN, SIGNPOST_WAITING));
	assert_true(signpost_may_become(SIGNPOST_WARM_HANDOVER, SIGNPOST_GIVEN, SIGNPOST_WAITING));
	assert_true(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_GIVEN, SIGNPOST_RECEIVING));
	assert_true(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_GIVEN, SIGNPOST_COMPLETED));
}

static void signpost_may_become__opens_again__but_goes_from_no_end_to_another(void **state)
{
	UNUSED_STATE;
	assert_true(signpost_may_become(SIGNPOST_REFERRED, SIGNPOST_REJECTED, SIGNPOST_SENT));
	assert_false(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_NOT_FOUND_OUT, SIGNPOST_SENT));
	assert_true(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_NOT_FOUND_OUT, SIGNPOST_GIVEN));
	assert_false(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_COMPLETED, SIGNPOST_CANCELLED));
	assert_false(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_STATUS_NONE, SIGNPOST_GIVEN));
	assert_false(signpost_may_become(SIGNPOST_TOLD, SIGNPOST_GIVEN, SIGNPOST_STATUS_NONE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signpost_open__lasts_until_an_end),
		cmocka_unit_test(signpost_may_become__goes_forward_and_to_any_end),
		cmocka_unit_test(signpost_may_become__is_never_sent__when_only_told),
		cmocka_unit_test(signpost_may_become__opens_again__but_goes_from_no_end_to_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
