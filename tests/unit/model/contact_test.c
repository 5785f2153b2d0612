#include "model/contact.h"

#include "test.h"

static void contact__reached_is_only_who_spoke_with_us(void **state)
{
	UNUSED_STATE;
	assert_int_equal(contact_reached_by(CONTACT_SPOKE), REACHED_YES);
	assert_int_equal(contact_reached_by(CONTACT_NO_ANSWER), REACHED_NO);
	assert_int_equal(contact_reached_by(CONTACT_MESSAGE), REACHED_MESSAGE_LEFT);
	assert_int_equal(contact_reached_by(CONTACT_SOMEBODY_ELSE), REACHED_OTHER_PERSON);
	assert_int_equal(contact_reached_by(CONTACT_WRONG_NUMBER), REACHED_NO);
	assert_int_equal(contact_reached_by(CONTACT_TEXT_OR_EMAIL), REACHED_MESSAGE_LEFT);
	assert_int_equal(contact_reached_by(CONTACT_THEY_RANG), REACHED_YES);
	assert_int_equal(contact_reached_by(CONTACT_FACE_TO_FACE), REACHED_YES);
	assert_int_equal(contact_reached_by(CONTACT_ASKED_TO_STOP), REACHED_YES);
}

static void contact__usual_ways_are_by_phone_and_from_us(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < contact_outcomes.n; i++) {
		enum contact_outcome o = (enum contact_outcome)contact_outcomes.at[i].value;
		enum contact_mode mode = o == CONTACT_FACE_TO_FACE    ? CONTACT_IN_PERSON
		                         : o == CONTACT_TEXT_OR_EMAIL ? CONTACT_BY_TEXT
		                                                      : CONTACT_BY_PHONE;

		assert_int_equal(contact_usual_mode(o), mode);
		assert_int_equal(contact_usual_direction(o),
		                 o == CONTACT_THEY_RANG ? CONTACT_IN : CONTACT_OUT);
	}
}

static void contact__counts_as_reached_and_as_attempt(void **state)
{
	struct contact c = contact_blank;

	UNUSED_STATE;
	assert_false(contact_is_reached(&c));
	assert_false(contact_is_attempt(&c));
	c.direction = CONTACT_OUT;
	c.reached = REACHED_OTHER_PERSON;
	assert_false(contact_is_reached(&c));
	assert_true(contact_is_attempt(&c));
	c.direction = CONTACT_IN;
	c.reached = REACHED_YES;
	assert_true(contact_is_reached(&c));
	assert_false(contact_is_attempt(&c));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contact__reached_is_only_who_spoke_with_us),
		cmocka_unit_test(contact__usual_ways_are_by_phone_and_from_us),
		cmocka_unit_test(contact__counts_as_reached_and_as_attempt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
