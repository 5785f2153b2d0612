/* John's illness comes back, he dies, and Sue is looked after: told as keys in after.keys. */
#include "test.h"

#include "tale.h"

static void after__it_comes_back_and_she_is_bereaved(void **state)
{
	struct tale t;

	UNUSED_STATE;
	tale_begin(&t);
	tale_play(&t, "john");
	tale_play(&t, "after");
	tale_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after__it_comes_back_and_she_is_bereaved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
