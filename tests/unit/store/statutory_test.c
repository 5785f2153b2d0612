#include "store/statutory.h"

#include "fixture.h"
#include "test.h"

static int setup(void **state)
{
	fixture_setup(state);
	fixture_sql(*state,
	            "INSERT INTO person (id, family_name, created_on) VALUES (1, 'Carter', 20000);"
	            "INSERT INTO statutory_screen (id, person, kind, on_day, indicated, by_account)"
	            " VALUES (1, 1, 'care_act', 20000, 0, 1), (2, 1, 'carer', 20010, 1, 1),"
	            "        (3, 1, 'care_act', 20010, 1, 1)");
	return 0;
}

static void put(struct fixture *f, const char *code, enum manages answer, const char *note)
{
	struct statutory_answer x = statutory_answer_blank;

	x.screen.n = 3;
	x.person.n = 1;
	x.code = code;
	x.answer = answer;
	x.note = note;
	assert_int_equal(statutory_answer_put(fixture_begin(f, "answer"), &x), OK);
	fixture_end(f);
}

static void screens__are_the_newest_first(void **state)
{
	struct fixture *f = *state;
	struct statutory_screen_list list;

	assert_int_equal(
		statutory_screens_of_person(f->store, (struct person_id){ 1 }, &f->arena, &list),
		OK);
	assert_int_equal(list.n, 3);
	assert_int_equal(list.at[0].id.n, 3);
	assert_int_equal(list.at[1].id.n, 2);
	assert_int_equal(list.at[2].kind, STATUTORY_CARE_ACT);
}

static void answers__every_word_is_kept_and_put_again(void **state)
{
	struct fixture *f = *state;
	struct statutory_answer_list list;

	for (size_t i = 0; i < manages_words.n; i++)
		put(f, manages_words.at[i].word, (enum manages)manages_words.at[i].value, "");
	put(f, "unable", MANAGES_ABLE, "since the rails were fitted");
	assert_int_equal(
		statutory_answers_of(f->store, (struct statutory_screen_id){ 3 }, &f->arena, &list),
		OK);
	assert_int_equal(list.n, manages_words.n);
	assert_int_equal(statutory_answer_find(&list, "unable")->answer, MANAGES_ABLE);
	assert_string_equal(statutory_answer_find(&list, "unable")->note,
	                    "since the rails were fitted");
	assert_int_equal(statutory_answer_find(&list, "too_slow")->answer, MANAGES_TOO_SLOW);
	assert_null(statutory_answer_find(&list, "another"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(screens__are_the_newest_first, setup,
		                                fixture_teardown),
		cmocka_unit_test_setup_teardown(answers__every_word_is_kept_and_put_again, setup,
		                                fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
