#include "model/account.h"

#include "test.h"

static void account_roles_text__reads_like_a_sentence(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(account_roles_text(0, &a), "");
	assert_string_equal(account_roles_text(ROLE_VOLUNTEER, &a), "volunteer");
	assert_string_equal(account_roles_text(ROLE_LINK_WORKER | ROLE_COORDINATOR, &a),
	                    "coordinator and link worker");
	assert_string_equal(
		account_roles_text(ROLE_LINK_WORKER | ROLE_COORDINATOR | ROLE_AUDITOR, &a),
		"coordinator, link worker and auditor");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(account_roles_text__reads_like_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
