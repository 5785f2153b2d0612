#include "store/concerns.h"

#include "fixture.h"
#include "model/none.h"
#include "test.h"

static const struct assessment_id first = { 1 };

static int setup(void **state)
{
	fixture_setup(state);
	fixture_sql(*state,
	            "INSERT INTO person (id, family_name, created_on) VALUES (1, 'Carter', 20000);"
	            "INSERT INTO safety_note (id, person, about, raised_by, raised_on)"
	            " VALUES (1, 1, 'ending_life', 1, 20000);"
	            "INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)"
	            " VALUES (1, 1, 'clew-1', 'begun', 20000, 'phone', 1),"
	            "        (2, 1, 'clew-1', 'begun', 20001, 'phone', 1)");
	return 0;
}

static struct concern money(int score)
{
	struct concern x = concern_blank;

	x.assessment = first;
	x.code = "practical.money";
	x.person.n = 1;
	x.answer = CONCERN_SCORED;
	x.score = score;
	return x;
}

static void put(struct fixture *f, struct concern x)
{
	assert_int_equal(concern_put(fixture_begin(f, "score"), &x), OK);
	fixture_end(f);
}

static struct concern_list all(struct fixture *f)
{
	struct concern_list list = { 0 };

	assert_int_equal(concerns_of_assessment(f->store, first, &f->arena, &list), OK);
	return list;
}

static void concern_put__brings_every_column_back(void **state)
{
	struct fixture *f = *state;
	struct concern x = money(9), got;

	x.matters = 2;
	x.own_words = "I can't pay the rent";
	x.level = NEED_CRITICAL;
	x.previous_score = 7;
	put(f, x);
	assert_int_equal(all(f).n, 1);
	got = all(f).at[0];
	assert_string_equal(got.code, "practical.money");
	assert_int_equal(got.assessment.n, 1);
	assert_int_equal(got.person.n, 1);
	assert_int_equal(got.ver, 1);
	assert_int_equal(got.answer, CONCERN_SCORED);
	assert_int_equal(got.score, 9);
	assert_int_equal(got.matters, 2);
	assert_string_equal(got.own_words, "I can't pay the rent");
	assert_int_equal(got.level, NEED_CRITICAL);
	assert_int_equal(got.previous_score, 7);
}

static void concern_put__keeps_zero_apart_from_not_asked(void **state)
{
	struct fixture *f = *state;
	struct concern talk = money(NUMBER_NONE);

	talk.code = "family.partner";
	talk.answer = CONCERN_TALK;
	put(f, money(0));
	put(f, talk);
	assert_int_equal(all(f).n, 2);
	assert_string_equal(all(f).at[0].code, "family.partner");
	assert_int_equal(all(f).at[0].score, NUMBER_NONE);
	assert_int_equal(all(f).at[1].score, 0);
}

static void concern_put__replaces_what_was_answered_before(void **state)
{
	struct fixture *f = *state;

	put(f, money(9));
	put(f, money(4));
	assert_int_equal(all(f).n, 1);
	assert_int_equal(all(f).at[0].score, 4);
	assert_int_equal(all(f).at[0].ver, 2);
}

static void concern_put__refuses_a_score_without_one(void **state)
{
	struct fixture *f = *state;
	struct concern x = money(NUMBER_NONE);
	enum status rc = concern_put(fixture_begin(f, "score"), &x);

	assert_int_equal(rc, E_INVALID);
	assert_int_equal(change_end(&f->change, rc), E_INVALID);
}

static void concern_put__takes_every_word(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < concern_answers.n; i++) {
		struct concern x = money(i == 0 ? 5 : NUMBER_NONE);

		x.answer = (enum concern_answer)concern_answers.at[i].value;
		x.level = (enum need_level)need_levels.at[i].value;
		put(f, x);
		assert_int_equal(all(f).at[0].answer, x.answer);
		assert_int_equal(all(f).at[0].level, x.level);
	}
}

static void concern_remove__takes_away_that_one_alone(void **state)
{
	struct fixture *f = *state;
	struct concern other = money(3);

	other.code = "practical.work";
	put(f, money(9));
	put(f, other);
	assert_int_equal(concern_remove(fixture_begin(f, "undo"), first, "practical.money"), OK);
	assert_int_equal(concern_remove(&f->change, first, "never.there"), OK);
	fixture_end(f);
	assert_int_equal(all(f).n, 1);
	assert_string_equal(all(f).at[0].code, "practical.work");
}

static void domain_nothing__comes_and_goes(void **state)
{
	struct fixture *f = *state;
	struct domain_nothing x = { .assessment = first, .domain = "Practical", .person = { 1 } };
	struct domain_nothing_list list = { 0 };

	assert_int_equal(domain_nothing_put(fixture_begin(f, "nothing"), &x), OK);
	assert_int_equal(domain_nothing_put(&f->change, &x), OK);
	fixture_end(f);
	assert_int_equal(domain_nothings_of_assessment(f->store, first, &f->arena, &list), OK);
	assert_int_equal(list.n, 1);
	assert_string_equal(list.at[0].domain, "Practical");
	assert_int_equal(list.at[0].person.n, 1);
	assert_int_equal(domain_nothing_remove(fixture_begin(f, "undo"), first, "Practical"), OK);
	fixture_end(f);
	assert_int_equal(domain_nothings_of_assessment(f->store, first, &f->arena, &list), OK);
	assert_int_equal(list.n, 0);
}

static void red_answer__takes_every_reply_and_gives_it_back(void **state)
{
	struct fixture *f = *state;
	struct red_answer_list list = { 0 };

	for (size_t i = 0; i < red_replies.n; i++) {
		struct red_answer x = { .assessment = first,
			                .code = "emotional.hope",
			                .person = { 1 },
			                .reply = (enum red_reply)red_replies.at[i].value,
			                .why = "she was not alone",
			                .who_will = "Priya, today",
			                .safety_note = { 1 } };

		assert_int_equal(red_answer_put(fixture_begin(f, "red"), &x), OK);
		fixture_end(f);
		assert_int_equal(red_answers_of_assessment(f->store, first, &f->arena, &list), OK);
		assert_int_equal(list.n, 1);
		assert_int_equal(list.at[0].reply, x.reply);
		assert_string_equal(list.at[0].why, x.why);
		assert_string_equal(list.at[0].who_will, x.who_will);
		assert_int_equal(list.at[0].safety_note.n, 1);
	}
}

static void red_answer_put__refuses_not_asked_without_why_and_who(void **state)
{
	struct fixture *f = *state;
	struct red_answer x = {
		.assessment = first, .code = "overall", .person = { 1 }, .reply = RED_NOT_ASKED
	};
	enum status rc = red_answer_put(fixture_begin(f, "red"), &x);

	assert_int_equal(rc, E_INVALID);
	assert_int_equal(change_end(&f->change, rc), E_INVALID);
}

static void red_answer_remove__takes_it_away(void **state)
{
	struct fixture *f = *state;
	struct red_answer x = {
		.assessment = first, .code = "overall", .person = { 1 }, .reply = RED_ASKED_NO
	};
	struct red_answer_list list = { 0 };

	assert_int_equal(red_answer_put(fixture_begin(f, "red"), &x), OK);
	assert_int_equal(red_answer_remove(&f->change, first, "overall"), OK);
	fixture_end(f);
	assert_int_equal(red_answers_of_assessment(f->store, first, &f->arena, &list), OK);
	assert_int_equal(list.n, 0);
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(concern_put__brings_every_column_back),
		WITH_ROWS(concern_put__keeps_zero_apart_from_not_asked),
		WITH_ROWS(concern_put__replaces_what_was_answered_before),
		WITH_ROWS(concern_put__refuses_a_score_without_one),
		WITH_ROWS(concern_put__takes_every_word),
		WITH_ROWS(concern_remove__takes_away_that_one_alone),
		WITH_ROWS(domain_nothing__comes_and_goes),
		WITH_ROWS(red_answer__takes_every_reply_and_gives_it_back),
		WITH_ROWS(red_answer_put__refuses_not_asked_without_why_and_who),
		WITH_ROWS(red_answer_remove__takes_it_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
