/* What the people of a list gained since April. */
#include "test.h"

#include "casework/money.h"
#include "model/none.h"

#include "fixture.h"
#include "jane_assessed.h"

struct act {
	struct workplace *w;
	struct session *s;
	struct person_id jane;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state };

	x.s = x.w->session;
	x.jane = jane_add(x.w);
	jane_assessed_before(x.w, x.jane);
	return x;
}

static void done(struct act *x, enum status rc)
{
	if (rc != OK)
		fail_msg("%s", session_fault(x->s));
}

static struct money put(struct act *x, const char *what, enum money_state state, int64_t amount,
                        enum money_per per)
{
	struct money_entry e = { money_blank, "practical.money" };
	struct money got;

	e.money.person = x->jane;
	e.money.kind = MONEY_BENEFIT;
	e.money.what = what;
	e.money.state = state;
	e.money.amount = amount;
	e.money.per = per;
	e.money.decided_on = state == MONEY_AWARDED ? x->s->today : DAY_NONE;
	done(x, casework_put_money(x->s, &e, &x->w->arena, &got));
	return got;
}

static int64_t gained(struct act *x, enum case_view view, int64_t worker)
{
	struct list_query q = {
		.view = view, .find = "", .order = CASES_BY_NAME, .worker = { worker }
	};
	int64_t sum = -1;

	done(x, casework_money_gained(x->s, &q, &sum));
	return sum;
}

static void money_gained__is_of_open_cases_since_april(void **state)
{
	struct act x = begin(state);
	int64_t priya = x.s->account.id.n;

	put(&x, "pip", MONEY_AWARDED, 1000, PER_WEEK);
	put(&x, "macmillan", MONEY_AWARDED, 35000, PER_ONCE);
	store_sql(x.s->store, "UPDATE money SET decided_on = 20543 WHERE id = 2"); /* 31 Mar 2026 */
	assert_int_equal(gained(&x, CASES_MINE, priya), 52000);
	store_sql(x.s->store, "UPDATE money SET decided_on = 20544 WHERE id = 2");
	assert_int_equal(gained(&x, CASES_MINE, priya), 87000);
	assert_int_equal(gained(&x, CASES_EVERYONE, 0), 87000);
	assert_int_equal(gained(&x, CASES_MINE, priya + 1), 0);
	store_sql(x.s->store, "UPDATE caseload SET open = 0");
	assert_int_equal(gained(&x, CASES_MINE, priya), 0);
	assert_int_equal(gained(&x, CASES_EVERYONE, 0), 0);
	assert_int_equal(gained(&x, CASES_CLOSED, 0), 87000);
}

/* A view asks about each of its people, once; who is restricted tells nothing to others by a sum. */
static void money_gained__of_a_view__counts_everybody_once(void **state)
{
	struct act x = begin(state);
	int64_t priya = x.s->account.id.n;

	put(&x, "pip", MONEY_AWARDED, 1000, PER_WEEK);
	assert_int_equal(gained(&x, CASES_PLAN_OVERDUE, 0), 52000);
	assert_int_equal(gained(&x, CASES_NOT_ASSESSED, 0), 0);
	store_sql(x.s->store, "UPDATE caseload SET restricted = 1;"
	                      "UPDATE person SET restricted = 1");
	assert_int_equal(gained(&x, CASES_EVERYONE, 0), 0);
	assert_int_equal(gained(&x, CASES_MINE, priya), 52000);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(money_gained__is_of_open_cases_since_april),
		AT_WORK(money_gained__of_a_view__counts_everybody_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
