#include "model/contact_point.h"

#include "test.h"

static void contact_point_usable__unless_struck_out_or_never_to_be_used(void **state)
{
	struct contact_point p = contact_point_blank;

	UNUSED_STATE;
	assert_true(contact_point_usable(&p));
	p.never_use = true;
	assert_false(contact_point_usable(&p));
	p = contact_point_blank;
	p.struck_on = 20780;
	assert_false(contact_point_usable(&p));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contact_point_usable__unless_struck_out_or_never_to_be_used),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
