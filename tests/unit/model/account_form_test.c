#include "model/account_form.h"

#include "test.h"

#define TODAY 20780 /* Monday 23 November 2026 */

struct typed {
	struct arena a;
	struct values v;
	struct problems problems;
	struct account x;
};

/* A good one, of which each test spoils a field. */
static int setup(void **state)
{
	static struct typed t;

	t = (struct typed){ 0 };
	values_set(&t.v, &t.a, "login", "mary");
	values_set(&t.v, &t.a, "name", "Mary Bell");
	values_set(&t.v, &t.a, "volunteer", "yes");
	values_set(&t.v, &t.a, "phone", "0113 496 0155");
	values_set(&t.v, &t.a, "vetted_on", "3/10/2026");
	*state = &t;
	return 0;
}

static int teardown(void **state)
{
	struct typed *t = *state;

	arena_reset(&t->a);
	return 0;
}

static void take(struct typed *t)
{
	t->problems = (struct problems){ 0 };
	account_typed(&t->v, TODAY, &t->a, &t->problems, &t->x);
}

/* With that in it, that field alone is wrong. */
static void spoils(struct typed *t, const char *field, const char *value)
{
	const char *was = arena_strdup(&t->a, values_get(&t->v, field));

	values_set(&t->v, &t->a, field, value);
	take(t);
	if (t->problems.n != 1)
		fail_msg("%zu problems with %s “%s”", t->problems.n, field, value);
	assert_string_equal(t->problems.at[0].field, field);
	values_set(&t->v, &t->a, field, was);
}

static void account_typed__takes_what_is_right(void **state)
{
	struct typed *t = *state;

	values_set(&t->v, &t->a, "login", "  Mary.B-2 ");
	values_set(&t->v, &t->a, "name", " Mary Bell ");
	values_set(&t->v, &t->a, "coordinator", "yes");
	values_set(&t->v, &t->a, "auditor", "no");
	take(t);
	assert_int_equal(t->problems.n, 0);
	assert_string_equal(t->x.login, "mary.b-2");
	assert_string_equal(t->x.name, "Mary Bell");
	assert_int_equal(t->x.roles, ROLE_VOLUNTEER | ROLE_COORDINATOR);
	assert_int_equal(t->x.vetted_on, 20729); /* 3 October 2026 */
}

static void account_typed__names_the_field_that_is_wrong(void **state)
{
	static const struct {
		const char *field, *value;
	} wrong[] = {
		{ "login", "" },         { "login", "b n" },
		{ "login", "-mary" },    { "login", "zoë" },
		{ "login", "../mary" },  { "login", "abcdefghijklmnopqrstuvwxyz1234567" }, /* 33 */
		{ "login", DESK_LOGIN }, { "name", "  " },
		{ "phone", "ask Ben" },  { "vetted_on", "2026-11-24" }, /* tomorrow */
		{ "vetted_on", "31/2" }, { "volunteer", "no" },         /* nothing at all */
	};

	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		spoils(*state, wrong[i].field, wrong[i].value);
}

static void account_values__come_back_as_they_were(void **state)
{
	struct typed *t = *state;
	struct account was;

	values_set(&t->v, &t->a, "link_worker", "yes");
	take(t);
	was = t->x;
	t->v = account_values(&was, &t->a);
	take(t);
	assert_int_equal(t->problems.n, 0);
	assert_string_equal(t->x.login, was.login);
	assert_string_equal(t->x.name, was.name);
	assert_string_equal(t->x.phone, was.phone);
	assert_int_equal(t->x.roles, was.roles);
	assert_int_equal(t->x.vetted_on, was.vetted_on);
}

static void account_roles_parse__takes_a_set__and_names_what_is_none(void **state)
{
	struct str bad;

	UNUSED_STATE;
	assert_int_equal(account_roles_parse(STR("auditor"), &bad), ROLE_AUDITOR);
	assert_int_equal(account_roles_parse(STR("coordinator, link_worker"), &bad),
	                 ROLE_COORDINATOR | ROLE_LINK_WORKER);
	assert_int_equal(account_roles_parse(STR("link-worker,volunteer"), &bad),
	                 ROLE_LINK_WORKER | ROLE_VOLUNTEER);
	assert_int_equal(account_roles_parse(STR("volunteer,chief,auditor"), &bad), 0);
	assert_true(str_is(bad, "chief"));
	assert_int_equal(account_roles_parse(STR(""), &bad), 0);
	assert_int_equal(account_roles_parse(STR("desk"), &bad), 0); /* it is nobody's */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(account_typed__takes_what_is_right),
		T(account_typed__names_the_field_that_is_wrong),
		T(account_values__come_back_as_they_were),
		T(account_roles_parse__takes_a_set__and_names_what_is_none),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
