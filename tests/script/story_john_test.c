/* John's story and what comes after it, told as keys in john.keys. */
#include "test.h"

#include "tale.h"

static void john__from_the_referral_to_the_letter(void **state)
{
	struct tale t;

	UNUSED_STATE;
	tale_begin(&t);
	tale_play(&t, "john");
	tale_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(john__from_the_referral_to_the_letter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
