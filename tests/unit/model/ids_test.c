#include "model/ids.h"

#include "base/attr.h"
#include "test.h"

static void person_ref__is_read_back(void **state)
{
	struct arena a = { 0 };
	struct person_id got = { 0 };

	UNUSED_STATE;
	assert_string_equal(person_ref((struct person_id){ 412 }, &a), "CL-000412");
	assert_string_equal(person_ref((struct person_id){ 1234567 }, &a), "CL-1234567");
	assert_true(person_ref_parse(str_of(person_ref((struct person_id){ 412 }, &a)), &got));
	assert_int_equal(got.n, 412);
	arena_reset(&a);
}

static void person_ref_parse__takes_what_people_type(void **state)
{
	static const char *const typed[] = { "CL-000123", "cl 123", "123", "cl123", " CL - 123 " };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(typed); i++) {
		struct person_id got = { 0 };

		assert_true(person_ref_parse(str_of(typed[i]), &got));
		assert_int_equal(got.n, 123);
	}
}

static void person_ref_parse__refuses_everything_else(void **state)
{
	static const char *const typed[] = { "",     "CL",     "CL-",    "0",
		                             "CL-0", "CL--12", "-12",    "CL-12x",
		                             "12 3", "XL-12",  "Clarke", "99999999999999999999" };
	struct person_id got = { 7 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(typed); i++)
		assert_false(person_ref_parse(str_of(typed[i]), &got));
	assert_int_equal(got.n, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(person_ref__is_read_back),
		cmocka_unit_test(person_ref_parse__takes_what_people_type),
		cmocka_unit_test(person_ref_parse__refuses_everything_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
