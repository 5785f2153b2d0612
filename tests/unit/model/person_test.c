#include "model/person.h"

#include "model/none.h"
#include "test.h"

static day on(int year, int month, int mday)
{
	day d = DAY_NONE;

	assert_true(day_from_date((struct date){ year, month, mday }, &d));
	return d;
}

static void person_name__is_family_name_first(void **state)
{
	struct arena a = { 0 };
	struct person p = person_blank;

	UNUSED_STATE;
	p.family_name = "Carter";
	assert_string_equal(person_name(&p, &a), "Carter");
	p.given_name = "Jane";
	assert_string_equal(person_name(&p, &a), "Carter, Jane");
	arena_reset(&a);
}

static void person_age__turns_on_the_birthday(void **state)
{
	struct person p = person_blank;

	UNUSED_STATE;
	assert_int_equal(person_age(&p, on(2026, 11, 23)), NUMBER_NONE);
	p.born_on = on(1981, 3, 12);
	assert_int_equal(person_age(&p, on(2026, 3, 11)), 44);
	assert_int_equal(person_age(&p, on(2026, 3, 12)), 45);
	p.born_on = on(2026, 11, 24);
	assert_int_equal(person_age(&p, on(2026, 11, 23)), NUMBER_NONE);
}

static void person_age__stands_still__once_they_died(void **state)
{
	struct person p = person_blank;

	UNUSED_STATE;
	p.born_on = on(1981, 3, 12);
	p.died_on = on(2020, 3, 11);
	assert_int_equal(person_age(&p, on(2026, 11, 23)), 38);
	assert_int_equal(person_age(&p, on(2019, 11, 23)), 38);
	assert_int_equal(person_age(&p, on(2018, 11, 23)), 37);
}

static void person_died__holds_without_a_day(void **state)
{
	struct person p = person_blank;

	UNUSED_STATE;
	assert_false(person_died(&p));
	p.died_about = "last week";
	assert_true(person_died(&p));
	p = person_blank;
	p.died_sure = SURE_REPORTED;
	assert_true(person_died(&p));
	p = person_blank;
	p.died_on = on(2026, 11, 18);
	assert_true(person_died(&p));
	p = person_blank;
	p.stage = STAGE_DIED;
	assert_true(person_died(&p));
}

static void person__is_spoken_of_as_they_want(void **state)
{
	static const struct {
		const char *pronouns, *them;
	} cases[] = { { "she/her", "her" }, { "he/him", "him" },  { "they/them/theirs", "them" },
		      { "she", "her" },     { " he ", "him" },    { "xe / xem", "xem" },
		      { "", "them" },       { "ask me", "them" }, { "she/", "her" } };
	struct person p = person_blank;
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		p.pronouns = cases[i].pronouns;
		assert_string_equal(person_them(&p, &a), cases[i].them);
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(person__is_spoken_of_as_they_want),
		cmocka_unit_test(person_name__is_family_name_first),
		cmocka_unit_test(person_age__turns_on_the_birthday),
		cmocka_unit_test(person_age__stands_still__once_they_died),
		cmocka_unit_test(person_died__holds_without_a_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
