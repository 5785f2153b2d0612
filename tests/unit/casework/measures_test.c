/* A measure taken on its own: kept, shown and taken back, and nothing of one that is no answer. */
#include "test.h"

#include "casework/measures.h"
#include "casework/person_view.h"
#include "casework/undo.h"
#include "model/none.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"

struct act {
	struct workplace *w;
	struct person_id jane;
	struct measure_taken x;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state, .x = { .head = measured_blank } };

	x.jane = jane_add(x.w);
	x.x.head.person = x.jane;
	x.x.head.measure = "ons4-1";
	x.x.head.on_day = x.w->session->today;
	return x;
}

static void answer(struct act *x, const char *item, int value)
{
	struct measure_answer *y = ARENA_PUSH(&x->w->arena, &x->x.answers);

	*y = measure_answer_blank;
	y->item = item;
	y->answer = value == NUMBER_NONE ? CONCERN_RATHER_NOT : CONCERN_SCORED;
	y->value = value;
}

static enum status take(struct act *x)
{
	struct measured_id id;

	return casework_take_measure(x->w->session, &x->x, &id);
}

static int64_t count(struct act *x, const char *sql)
{
	return store_int(x->w->session->store, sql);
}

static void measure__alone__stands_on_the_record_and_is_undone(void **state)
{
	struct act x = begin(state);
	struct person_view seen;

	answer(&x, "happy", 7);
	answer(&x, "anxious", NUMBER_NONE);
	assert_int_equal(take(&x), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM measured WHERE assessment IS NULL"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM measure_answer"), 2);
	assert_int_equal(casework_open_person(x.w->session, x.jane, &x.w->arena, &seen), OK);
	assert_int_equal(seen.assessments.n, 1);
	assert_non_null(strstr(seen.assessments.at[0].whole, "Happy yesterday 7 (high)"));
	assert_int_equal(casework_undo(x.w->session), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM measured"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM measure_answer"), 0);
}

static void measure__next_time__has_what_was_said_before(void **state)
{
	struct act x = begin(state);
	struct measure_start start;

	answer(&x, "happy", 7);
	assert_int_equal(take(&x), OK);
	assert_int_equal(casework_begin_measure(x.w->session, x.jane, &x.w->arena, &start), OK);
	assert_int_equal(start.measures.n, 1);
	assert_int_equal(start.before.n, 1);
	assert_int_equal(start.before.at[0].answers.at[0].value, 7);
}

static void measure__that_is_no_answer__keeps_nothing(void **state)
{
	struct act x = begin(state);

	assert_int_equal(take(&x), E_INVALID);
	answer(&x, "happy", 11);
	assert_int_equal(take(&x), E_INVALID);
	x.x.answers.at[0].value = 7;
	x.x.answers.at[0].item = "wealthy";
	assert_int_equal(take(&x), E_INVALID);
	x.x.answers.at[0].item = "happy";
	x.x.head.on_day++;
	assert_int_equal(take(&x), E_INVALID);
	x.x.head.on_day--;
	store_sql(x.w->session->store, "UPDATE person SET died_on = 20770, died_sure = 'sure'");
	assert_int_equal(take(&x), E_INVALID);
	x.x.head.on_day = 20770;
	x.x.head.measure = "nobody-1";
	assert_int_equal(take(&x), E_NOT_FOUND);
	assert_int_equal(count(&x, "SELECT count(*) FROM measured"), 0);
	x.x.head.measure = "ons4-1";
	assert_int_equal(take(&x), OK);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(measure__alone__stands_on_the_record_and_is_undone),
		WORKPLACE_TEST(measure__next_time__has_what_was_said_before),
		WORKPLACE_TEST(measure__that_is_no_answer__keeps_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
