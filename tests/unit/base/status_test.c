#include "base/status.h"

#include "test.h"

/* 0 done, 1 failed, 2 used wrongly, 3 busy, 4 not allowed, 5 done in part. */
static void status_exit__tells_scripts_what_to_do(void **state)
{
	UNUSED_STATE;
	assert_int_equal(status_exit(OK), 0);
	assert_int_equal(status_exit(E_USAGE), 2);
	assert_int_equal(status_exit(E_BUSY), 3);
	assert_int_equal(status_exit(E_DENIED), 4);
	assert_int_equal(status_exit(E_PART), 5);
	assert_int_equal(status_exit(E_NOT_FOUND), 1);
	assert_int_equal(status_exit(E_INVALID), 1);
	assert_int_equal(status_exit(E_DAMAGED), 1);
	assert_int_equal(status_exit(E_STORE), 1);
	assert_int_equal(status_exit(E_IO), 1);
	assert_int_equal(status_exit(E_STOPPED), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(status_exit__tells_scripts_what_to_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
