#include "test.h"

#include "model/assess_doubt.h"
#include "model/none.h"

#include <string.h>

#define TODAY 20780 /* Mon 23 Nov 2026 */

static struct arena arena;

struct looked {
	struct assessment x;
	struct person p;
	struct assess_facts f;
	struct assess_doubt_list list;
};

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

/* One of which there is nothing to say. */
static struct looked sound(void)
{
	struct looked l = { .x = assessment_blank, .p = person_blank };
	struct concern *c = ARENA_PUSH(&arena, &l.f.concerns);

	*c = concern_blank;
	c->code = "practical.money";
	c->answer = CONCERN_SCORED;
	c->score = 9;
	l.x.id.n = 7;
	l.x.status = ASSESSMENT_DONE;
	l.x.on_day = TODAY;
	l.x.mode = ASSESSMENT_BY_PHONE;
	l.x.pathway_point = PATHWAY_IN_TREATMENT;
	l.x.agreed_keep = l.x.agreed_share = SAID_YES;
	l.p.born_on = 4000;
	l.p.diagnosed_on = TODAY - 60;
	l.f.today = TODAY;
	return l;
}

static bool has(struct looked *l, enum assess_doubt_kind kind)
{
	l->f.x = &l->x;
	l->f.person = &l->p;
	assess_doubts(&l->f, &arena, &l->list);
	for (size_t i = 0; i < l->list.n; i++)
		if (l->list.at[i].kind == kind)
			return true;
	return false;
}

static void doubts__of_a_sound_one__are_none(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	assert_false(has(&l, DOUBT_NO_DAY));
	assert_int_equal(l.list.n, 0);
}

static void doubts__of_its_day(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	l.x.on_day = DAY_NONE;
	assert_true(has(&l, DOUBT_NO_DAY));
	assert_int_equal(l.list.n, 1);
	l.x.on_day = TODAY;
	l.p.died_on = TODAY;
	assert_false(has(&l, DOUBT_AFTER_DEATH));
	l.p.died_on = TODAY - 1;
	assert_true(has(&l, DOUBT_AFTER_DEATH));
	l.p.died_on = DAY_NONE;
	l.p.diagnosed_on = TODAY;
	assert_false(has(&l, DOUBT_BEFORE_DIAGNOSIS));
	l.p.diagnosed_on = TODAY + 1;
	assert_true(has(&l, DOUBT_BEFORE_DIAGNOSIS));
	l.p.diagnosed_on = TODAY - DOUBT_DAYS;
	assert_false(has(&l, DOUBT_LONG_AFTER));
	l.p.diagnosed_on = TODAY - DOUBT_DAYS - 1;
	assert_true(has(&l, DOUBT_LONG_AFTER));
	l.p.born_on = TODAY + 1;
	assert_true(has(&l, DOUBT_BEFORE_BIRTH));
	assert_false(has(&l, DOUBT_LONG_AFTER));
}

static void doubts__of_codes_that_are_not_there(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	l.x.pathway_point = PATHWAY_POINT_NONE;
	assert_true(has(&l, DOUBT_NO_WHERE));
	l.x.staff_role = STAFF_ROLE_NONE;
	assert_true(has(&l, DOUBT_NO_ROLE));
	assert_int_equal(l.list.n, 2);
}

static void doubts__of_the_same_twice(void **state)
{
	struct looked l = sound();
	struct assessment other = l.x;

	UNUSED_STATE;
	l.f.others = (struct assessment_list){ 1, &other };
	assert_false(has(&l, DOUBT_TWICE)); /* it is itself */
	other.id.n = 8;
	assert_true(has(&l, DOUBT_TWICE));
	other.staff_role = STAFF_OTHER_NURSE;
	assert_false(has(&l, DOUBT_TWICE));
	other.staff_role = l.x.staff_role;
	other.pathway_point = PATHWAY_TREATMENT_END;
	assert_false(has(&l, DOUBT_TWICE));
	other.pathway_point = l.x.pathway_point;
	other.on_day--;
	assert_false(has(&l, DOUBT_TWICE));
}

static void doubts__of_its_answers(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	l.x.offered = OFFER_NOT_MADE;
	assert_true(has(&l, DOUBT_NOT_OFFERED));
	assert_string_equal(l.list.at[0].text,
	                    "It says “not offered”, and 1 answer is there: none is kept.");
	l.x.offered = OFFER_SAID_YES;
	l.f.concerns.n = 0;
	assert_true(has(&l, DOUBT_EMPTY));
	l.x.overall = 4;
	assert_false(has(&l, DOUBT_EMPTY));
}

static void doubts__of_scores_that_are_all_alike(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	for (int i = 1; i < DOUBT_ALIKE; i++) {
		const struct concern again = l.f.concerns.at[0];

		assert_false(has(&l, DOUBT_ALL_ALIKE));
		*ARENA_PUSH(&arena, &l.f.concerns) = again;
	}
	assert_true(has(&l, DOUBT_ALL_ALIKE));
	assert_string_equal(l.list.at[0].text, "Every score is 9. Is that how it is?");
	l.f.concerns.at[3].score = 8;
	assert_false(has(&l, DOUBT_ALL_ALIKE));
}

static void doubts__of_what_was_not_asked(void **state)
{
	struct looked l = sound();

	UNUSED_STATE;
	l.x.agreed_share = NOT_ASKED;
	assert_true(has(&l, DOUBT_SHARE));
	l.x.agreed_keep = NOT_ASKED;
	assert_true(has(&l, DOUBT_KEEP));
	l.f.planned = true;
	assert_false(has(&l, DOUBT_PLAN));
	l.x.status = ASSESSMENT_BEGUN;
	assert_true(has(&l, DOUBT_PLAN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(doubts__of_a_sound_one__are_none, end),
		cmocka_unit_test_teardown(doubts__of_its_day, end),
		cmocka_unit_test_teardown(doubts__of_codes_that_are_not_there, end),
		cmocka_unit_test_teardown(doubts__of_the_same_twice, end),
		cmocka_unit_test_teardown(doubts__of_its_answers, end),
		cmocka_unit_test_teardown(doubts__of_scores_that_are_all_alike, end),
		cmocka_unit_test_teardown(doubts__of_what_was_not_asked, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
