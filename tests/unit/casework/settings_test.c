#include "test.h"

#include "fixture.h"
#include "session.h"

#include "casework/settings.h"

#include <string.h>

static void settings_change__is_read_at_once_and_is_on_record_once(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;
	struct problems p = { 0 };
	struct values v;
	size_t n;

	assert_int_equal(s->service.idle_staff, 5);
	assert_int_equal(casework_settings(s, &w->arena, &v), OK);
	values_set(&v, &w->arena, "idle_staff", " 03 ");
	values_set(&v, &w->arena, "shared", "yes");
	assert_int_equal(casework_change_settings(s, NULL, &v, &w->arena, &p, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(s->service.idle_staff, 3);
	assert_true(s->service.shared);
	assert_true(s->service.desk_mode); /* where machines are shared */
	assert_int_equal(store_int(s->store, "SELECT count(*) FROM event WHERE what ="
	                                     " 'settings: Staff 5, now 3; Machines are shared no, "
	                                     "now yes' AND kind = 'account'"),
	                 1);
	assert_int_equal(casework_change_settings(s, NULL, &v, &w->arena, &p, &n), OK);
	assert_int_equal(n, 0);
}

static void settings_change__takes_a_coordinator_and_a_fresh_passphrase(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;
	struct problems p = { 0 };
	struct values v;
	size_t n;

	assert_int_equal(casework_settings(s, &w->arena, &v), OK);
	values_set(&v, &w->arena, "idle_staff", "1");
	s->proved_at = s->now - ACCESS_PROOF_SECONDS;
	assert_int_equal(casework_change_settings(s, NULL, &v, &w->arena, &p, &n), E_DENIED);
	assert_int_equal(s->demand.permit, PERMIT_WITH_PROOF);
	s->proved_at = s->now;
	workplace_as(w, "ben");
	assert_int_equal(casework_change_settings(s, NULL, &v, &w->arena, &p, &n), E_DENIED);
	workplace_as(w, "mary");
	assert_int_equal(casework_settings(s, &w->arena, &v), E_DENIED);
	assert_int_equal(s->service.idle_staff, 5);
}

/* Whatever stands in the file, nobody can make it never lock. */
static void settings_read__what_is_out_of_bounds_counts_as_never_set(void **state)
{
	struct workplace *w = *state;
	struct problems p = { 0 };
	struct values v;
	size_t n;

	assert_int_equal(casework_settings(w->session, &w->arena, &v), OK);
	values_set(&v, &w->arena, "idle_staff", "9999");
	assert_int_equal(casework_change_settings(w->session, NULL, &v, &w->arena, &p, &n),
	                 E_INVALID);
	assert_int_equal(p.n, 1);
	assert_int_equal(w->session->service.idle_staff, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			settings_change__is_read_at_once_and_is_on_record_once, workplace_setup,
			workplace_teardown),
		cmocka_unit_test_setup_teardown(
			settings_change__takes_a_coordinator_and_a_fresh_passphrase,
			workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(
			settings_read__what_is_out_of_bounds_counts_as_never_set, workplace_setup,
			workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
