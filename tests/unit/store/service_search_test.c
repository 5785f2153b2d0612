#include "store/service_search.h"

#include "fixture.h"
#include "store/derive.h"
#include "store/services.h"
#include "test.h"

static int setup(void **state)
{
	struct fixture *f;

	fixture_setup(state);
	f = *state;
	fixture_sql(f, "INSERT INTO organisation (id, name) VALUES (1, 'Leeds Council');"
	               "INSERT INTO service (id, name, provider, description, last_checked)"
	               " VALUES (1, 'Debt Café', 1, 'rent arrears', 20000),"
	               "        (2, 'Rent Line', NULL, 'zcpractical0money0', NULL),"
	               "        (3, 'Lifts', 1, NULL, NULL);"
	               "INSERT INTO service_concern (service, code) VALUES"
	               " (1, 'practical.money'), (1, 'practical.housing'), (3, 'practical.travel');"
	               "INSERT INTO service_area (service, area) VALUES"
	               " (1, 'E08000035'), (2, 'K02000001')");
	fixture_begin(f, "derive");
	for (int64_t id = 1; id <= 3; id++)
		assert_int_equal(derive_service(&f->change, (struct service_id){ id }), OK);
	fixture_end(f);
	return 0;
}

static size_t search(struct fixture *f, struct service_search how, struct listing_list *ret)
{
	how.limit = how.limit ? how.limit : 10;
	if (services_search(f->store, &how, &f->arena, ret) != OK)
		fail_msg("%s", store_fault(f->store));
	return ret->n;
}

static void services_search__every_word_begins_one(void **state)
{
	struct listing_list got;

	assert_int_equal(search(*state, (struct service_search){ .text = "leeds cafe" }, &got), 1);
	assert_string_equal(got.at[0].service.name, "Debt Café");
	assert_string_equal(got.at[0].areas, "E08000035");
	assert_int_equal(search(*state, (struct service_search){ .text = "ren" }, &got), 2);
	assert_string_equal(got.at[0].service.name, "Rent Line");
	assert_int_equal(search(*state, (struct service_search){ .text = "ren leeds" }, &got), 1);
	assert_int_equal(search(*state, (struct service_search){ .text = "" }, &got), 3);
}

static void services_search__text_never_reaches_tokens_or_syntax(void **state)
{
	static const char *const texts[] = { "zapractical", "\" OR tokens : za", "NOT", "a*b(",
		                             "name : x",    "zae08000035",       "-",   "'; --" };
	struct listing_list got;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		search(*state, (struct service_search){ .text = texts[i] }, &got);
	assert_int_equal(search(*state, (struct service_search){ .text = "zae08000035" }, &got), 0);
}

static void services_search__narrows_by_concern_and_area_together(void **state)
{
	struct fixture *f = *state;
	struct service_search how = { .concern = "practical.money",
		                      .path = area_path("E08000032", &f->arena) };
	struct listing_list got;
	size_t n = 9;

	assert_int_equal(search(f, how, &got), 0);
	how.path = area_path("E08000035", &f->arena);
	assert_int_equal(search(f, how, &got), 1);
	how.text = "arrears";
	assert_int_equal(search(f, how, &got), 1);
	assert_int_equal(services_count(f->store, &how, &n), OK);
	assert_int_equal(n, 1);
	how.text = "lifts";
	assert_int_equal(search(f, how, &got), 0);
	how = (struct service_search){ .concern = "practical.travel", .path = how.path };
	assert_int_equal(search(f, how, &got), 1); /* no area is said: anywhere */
}

static void services_search__to_check_are_used_and_old(void **state)
{
	struct fixture *f = *state;
	struct service_search how = { .order = SERVICES_TO_CHECK, .checked_before = 20500 };
	struct listing_list got;

	fixture_sql(f, "INSERT INTO service_use (service, used, known, helped, waiting)"
	               " VALUES (1, 5, 0, 0, 0), (3, 9, 0, 0, 0)");
	assert_int_equal(search(f, how, &got), 2);
	assert_string_equal(got.at[0].service.name, "Lifts");
	assert_int_equal(got.at[0].use.used, 9);
	how.checked_before = 19000;
	assert_int_equal(search(f, how, &got), 1);
}

static void derive_service__forgets_what_is_gone(void **state)
{
	struct fixture *f = *state;
	struct listing_list got;

	fixture_sql(f, "DELETE FROM service_concern; DELETE FROM service_area;"
	               "DELETE FROM service WHERE id = 3");
	assert_int_equal(derive_service(fixture_begin(f, "gone"), (struct service_id){ 3 }), OK);
	fixture_end(f);
	assert_int_equal(search(f, (struct service_search){ .text = "lifts" }, &got), 0);
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(services_search__every_word_begins_one),
		WITH_ROWS(services_search__text_never_reaches_tokens_or_syntax),
		WITH_ROWS(services_search__narrows_by_concern_and_area_together),
		WITH_ROWS(services_search__to_check_are_used_and_old),
		WITH_ROWS(derive_service__forgets_what_is_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
