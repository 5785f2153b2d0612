#include "base/embedded.h"

#include "test.h"

#include <string.h>

static void embedded_file__finds_every_file(void **state)
{
	UNUSED_STATE;
	assert_true(embedded_count > 0);
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *e = &embedded_table[i];
		struct str found = embedded_file(e->name);

		assert_ptr_equal(found.at, e->at);
		assert_int_equal(found.n, e->end - e->at);
		if (i > 0)
			assert_true(strcmp(embedded_table[i - 1].name, e->name) < 0);
	}
	assert_true(str_starts(embedded_file("schema/0001-first.sql"), "--"));
}

static void embedded_file__is_null__for_another_name(void **state)
{
	UNUSED_STATE;
	assert_null(embedded_file("").at);
	assert_null(embedded_file("schema").at);
	assert_null(embedded_file("zzz").at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(embedded_file__finds_every_file),
		cmocka_unit_test(embedded_file__is_null__for_another_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
