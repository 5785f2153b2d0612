#include "starter.h"

#include "casework/directory.h"
#include "fixture.h"
#include "session.h"
#include "test.h"

/* Nobody has checked the starter entries, and every list says so. */
static void starter__is_to_be_checked_before_use(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;
	const struct service_query q = { "citizens", "practical.money", "E08000035", false };
	struct service_found list;
	struct change c;

	assert_int_equal(change_begin(&c, s->store, s->account.id, s->now, "starter"), OK);
	assert_int_equal(starter_add(&c, s->today), OK);
	assert_int_equal(change_end(&c, OK), OK);
	assert_true(store_int(s->store, "SELECT count(*) FROM service") > 60);
	assert_int_equal(store_int(s->store, "SELECT count(*) FROM service"
	                                     " WHERE last_checked IS NOT NULL"),
	                 0);
	assert_int_equal(casework_find_services(s, &q, &w->arena, &list), OK);
	assert_int_equal(list.list.n, 1);
	assert_string_equal(list.list.at[0].service.name, "Citizens Advice Adviceline (England)");
	assert_string_equal(listing_checked(&list.list.at[0].service, s->today, &w->arena),
	                    "never !");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(starter__is_to_be_checked_before_use,
		                                workplace_setup, workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
