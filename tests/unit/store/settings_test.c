#include "store/settings.h"

#include "fixture.h"
#include "test.h"

static struct setting get(struct fixture *f, const char *name)
{
	struct setting x;

	assert_int_equal(setting_get(f->store, name, "fallback", &f->arena, &x), OK);
	return x;
}

static void put(struct fixture *f, const char *name, const char *value)
{
	assert_int_equal(setting_put(fixture_begin(f, "setting"), name, value), OK);
	fixture_end(f);
}

static void setting_get__gives_the_fallback__when_never_set(void **state)
{
	struct setting x = get(*state, "team");

	assert_string_equal(x.name, "team");
	assert_string_equal(x.value, "fallback");
	assert_int_equal(x.ver, 0);
}

static void setting_put__is_read_back_and_counted(void **state)
{
	struct fixture *f = *state;

	put(f, "team", "reason");
	assert_string_equal(get(f, "team").value, "reason");
	assert_int_equal(get(f, "team").ver, 1);
	put(f, "team", "");
	assert_string_equal(get(f, "team").value, "");
	assert_int_equal(get(f, "team").ver, 2);
}

static void setting_number__is_the_fallback__when_it_is_no_number(void **state)
{
	struct fixture *f = *state;
	int64_t n = 0;

	assert_int_equal(setting_number(f->store, "first_contact_days", 5, &n), OK);
	assert_int_equal(n, 5);
	put(f, "first_contact_days", "10");
	assert_int_equal(setting_number(f->store, "first_contact_days", 5, &n), OK);
	assert_int_equal(n, 10);
	put(f, "first_contact_days", "ten");
	assert_int_equal(setting_number(f->store, "first_contact_days", 5, &n), OK);
	assert_int_equal(n, 5);
}

int main(void)
{
#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_FILE(setting_get__gives_the_fallback__when_never_set),
		WITH_FILE(setting_put__is_read_back_and_counted),
		WITH_FILE(setting_number__is_the_fallback__when_it_is_no_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
