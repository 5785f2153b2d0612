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
	struct service_found found;

	how.limit = how.limit ? how.limit : 10;
	if (services_search(f->store, &how, &f->arena, &found) != OK)
		fail_msg("%s", store_fault(f->store));
	*ret = found.list;
	assert_int_equal(found.n >= ret->n, 1);
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

static void services_search__looks_past_signs_alone(void **state)
{
	struct listing_list got;

	assert_int_equal(search(*state, (struct service_search){ .text = "debt & rent" }, &got), 1);
	assert_int_equal(search(*state, (struct service_search){ .text = "debt – rent" }, &got), 1);
	assert_int_equal(search(*state, (struct service_search){ .text = "&" }, &got), 0);
}

/* Rows and words are held from key to key: nobody may see that. */
static void services_search__shows_what_was_written_since(void **state)
{
	struct fixture *f = *state;
	const struct service_search how = { .text = "cafe" };
	struct listing_list got, again;

	assert_int_equal(search(f, how, &got), 1);
	assert_string_equal(got.at[0].organisation, "Leeds Council");
	fixture_sql(f, "UPDATE organisation SET name = 'Aire Council' WHERE id = 1");
	assert_int_equal(search(f, how, &again), 1);
	assert_string_equal(again.at[0].organisation, "Aire Council");
	assert_string_equal(got.at[0].organisation, "Leeds Council");
	fixture_sql(f, "UPDATE service SET name = 'Rent Café' WHERE id = 2");
	fixture_begin(f, "derive");
	assert_int_equal(derive_service(&f->change, (struct service_id){ 2 }), OK);
	fixture_end(f);
	assert_int_equal(search(f, how, &got), 2);
}

static void services_search__narrows_by_concern_and_area_together(void **state)
{
	struct fixture *f = *state;
	struct service_search how = { .concern = "practical.money",
		                      .path = area_path("E08000032", &f->arena) };
	struct listing_list got;

	assert_int_equal(search(f, how, &got), 0);
	how.path = area_path("E08000035", &f->arena);
	assert_int_equal(search(f, how, &got), 1);
	how.text = "arrears";
	assert_int_equal(search(f, how, &got), 1);
	how.text = "lifts";
	assert_int_equal(search(f, how, &got), 0);
	how = (struct service_search){ .concern = "practical.travel", .path = how.path };
	assert_int_equal(search(f, how, &got), 1); /* no area is said: anywhere */
}

/* ---- ranked, narrowed, spelt ---- */

/* Ten entries that differ in one thing each. */
static void fill(struct fixture *f)
{
	fixture_sql(
		f,
		"INSERT INTO organisation (id, name) VALUES (2, 'Aire Counselling Trust');"
		"INSERT INTO service (id, name, other_name, provider, description, attendance,"
		"  access, cost, languages, accessibility, min_age, max_age, postcode,"
		"  last_checked) VALUES"
		" (11, 'Talk', NULL, NULL, 'Counselling for couples', 'venue', 'drop-in', 'free',"
		"  'Polish; Urdu', 'Step-free entrance', NULL, NULL, 'LS6 2AB', 20000),"
		" (12, 'Listen', NULL, 2, 'Somebody to talk to', 'home_visit', 'appointment',"
		"  '£5', 'Urdu', 'no wheelchair access', 60, NULL, 'BD1 1AA', 20000),"
		" (13, 'Counselling Leeds', NULL, NULL, NULL, 'venue;online', 'referral', 'Free',"
		"  'English', NULL, NULL, 25, 'YO1 7HH', 19000),"
		" (14, 'Bereaved', 'Counselling at home', NULL, NULL, 'phone', 'self-referral',"
		"  'free for members', NULL, NULL, NULL, NULL, NULL, 20001);"
		"INSERT INTO service_tag (service, name) VALUES (12, 'Talking therapy');"
		"INSERT INTO service_place (service, name, postcode, accessibility) VALUES"
		" (13, 'Headingley hub', 'LS6 3AA', 'wheelchair ramp');"
		"INSERT INTO service_concern (service, code) VALUES (11, 'emotional.low');"
		"INSERT INTO service_area (service, area) VALUES (14, 'E08000032')");
	fixture_begin(f, "derive");
	for (int64_t id = 11; id <= 14; id++)
		assert_int_equal(derive_service(&f->change, (struct service_id){ id }), OK);
	fixture_end(f);
}

static struct service_found found(struct fixture *f, struct service_search how)
{
	struct service_found ret;

	how.limit = how.limit ? how.limit : 10;
	how.today = 20010;
	if (services_search(f->store, &how, &f->arena, &ret) != OK)
		fail_msg("%s", store_fault(f->store));
	return ret;
}

/* The ids that came, in order: "13 14 12". */
static const char *ids(struct fixture *f, struct service_search how)
{
	struct service_found x = found(f, how);
	const char *text = "";

	for (size_t i = 0; i < x.list.n; i++)
		text = arena_printf(&f->arena, "%s%s%d", text, *text ? " " : "",
		                    (int)x.list.at[i].service.id.n);
	return text;
}

static void services_search__ranks_by_where_it_is_found_and_how_fresh(void **state)
{
	struct fixture *f = *state;

	fill(f);
	/* name or other name, the stale one last of these; then organisation; then description */
	assert_string_equal(ids(f, (struct service_search){ .text = "counsel" }), "14 13 12 11");
	assert_string_equal(ids(f, (struct service_search){ .text = "therapy" }), "12");
	assert_string_equal(ids(f, (struct service_search){ .text = "headingley" }), "13");
	assert_string_equal(ids(f, (struct service_search){ .text = "ls6" }), "11 13");
	assert_string_equal(ids(f, (struct service_search){ .text = "bradford" }), "14");
	assert_string_equal(ids(f, (struct service_search){ .text = "feeling low" }), "11");
	assert_string_equal(ids(f, (struct service_search){ .text = "urdu" }), "12 11");
}

static void services_search__forgives_spelling_and_says_so(void **state)
{
	struct fixture *f = *state;
	struct service_found x;

	fill(f);
	x = found(f, (struct service_search){ .text = "counsiling" });
	assert_int_equal(x.n, 4);
	assert_string_equal(x.missing, "counsiling");
	assert_string_equal(x.instead, "counselling");
	x = found(f, (struct service_search){ .text = "ocunselling leeds" });
	assert_string_equal(x.instead, "counselling");
	assert_int_equal(x.n, 1);
	x = found(f, (struct service_search){ .text = "kounselling" });
	assert_string_equal(x.instead, "counselling");
	x = found(f, (struct service_search){ .text = "counselling" });
	assert_string_equal(x.missing, "");
	x = found(f, (struct service_search){ .text = "zebra" });
	assert_int_equal(x.n, 0);
	assert_string_equal(x.instead, "");
}

/* The stem of counciling is the council's: a word that merely begins like it is not what was meant. */
static void services_search__takes_the_whole_word_that_was_meant(void **state)
{
	struct fixture *f = *state;
	struct service_found x;

	fill(f);
	x = found(f, (struct service_search){ .text = "counciling" });
	assert_string_equal(x.missing, "counciling");
	assert_string_equal(x.instead, "counselling");
	assert_int_equal(x.n, 4);
}

static void services_search__narrows_by_what_is_offered(void **state)
{
	struct fixture *f = *state;
	struct service_search how = { .offers = OFFER_BIT(OFFERS_FREE) };

	fill(f);
	assert_string_equal(ids(f, how), "13 11");
	how.offers |= OFFER_BIT(OFFERS_DROP_IN);
	assert_string_equal(ids(f, how), "11");
	assert_string_equal(ids(f, (struct service_search){ .offers = OFFER_BIT(OFFERS_ONLINE) }),
	                    "13");
	assert_string_equal(
		ids(f, (struct service_search){ .offers = OFFER_BIT(OFFERS_HOME_VISIT) }), "12");
	assert_string_equal(
		ids(f, (struct service_search){ .offers = OFFER_BIT(OFFERS_STEP_FREE) }), "13 11");
	assert_string_equal(ids(f, (struct service_search){ .language = "urdu" }), "12 11");
	assert_string_equal(ids(f, (struct service_search){ .age = 30, .text = "counsel" }),
	                    "14 11");
	assert_string_equal(ids(f, (struct service_search){ .age = 60, .text = "counsel" }),
	                    "14 12 11");
}

static void services_search__nearest_first_then_anywhere(void **state)
{
	static const struct place ls6 = { 53820, -1568 };
	struct fixture *f = *state;
	struct service_search how = { .text = "counsel", .order = SERVICES_NEAREST, .near = &ls6 };
	struct service_found x;

	fill(f);
	assert_string_equal(ids(f, how), "13 11 12 14");
	x = found(f, how);
	assert_int_equal(x.list.at[0].miles, 0);
	assert_true(x.list.at[2].miles > 5 && x.list.at[2].miles < 12);
	assert_int_equal(x.list.at[3].miles, MILES_ANYWHERE);
}

static void services_tally__says_how_many_would_be_left(void **state)
{
	struct fixture *f = *state;
	struct service_search how = { .text = "counsel" };
	struct service_tally t;

	fill(f);
	fixture_sql(f, "INSERT INTO favourite (account, service) VALUES (1, 12)");
	how.whose.n = 1;
	assert_int_equal(services_tally(f->store, &how, &f->arena, &t), OK);
	assert_int_equal(t.n, 4);
	assert_int_equal(t.offers[OFFERS_FREE], 2);
	assert_int_equal(t.offers[OFFERS_STEP_FREE], 2);
	assert_int_equal(t.favourites, 1);
	assert_int_equal(t.languages, 2);
	assert_string_equal(t.language[0].name, "urdu");
	assert_int_equal(t.language[0].n, 2);
	how.favourites = true;
	assert_string_equal(ids(f, how), "12");
}

static void services_search__follows_what_is_changed_and_given_up(void **state)
{
	struct fixture *f = *state;
	struct service x;

	fill(f);
	assert_string_equal(ids(f, (struct service_search){ .text = "talk" }), "11 12");
	assert_int_equal(service_get(f->store, (struct service_id){ 11 }, &f->arena, &x), OK);
	x.cost = "£20";
	fixture_begin(f, "change");
	assert_int_equal(service_update(&f->change, &x), OK);
	assert_string_equal(ids(f, (struct service_search){ .offers = OFFER_BIT(OFFERS_FREE) }),
	                    "13");
	assert_int_equal(change_end(&f->change, E_INVALID), E_INVALID);
	assert_string_equal(ids(f, (struct service_search){ .offers = OFFER_BIT(OFFERS_FREE) }),
	                    "13 11");
}

static void services_search__counts_all_and_lists_the_first(void **state)
{
	struct fixture *f = *state;
	struct service_found x;

	fill(f);
	x = found(f, (struct service_search){ .limit = 2, .order = SERVICES_BY_NAME });
	assert_int_equal(x.n, 7);
	assert_int_equal(x.list.n, 2);
	assert_string_equal(x.list.at[0].service.name, "Bereaved");
	x = found(f, (struct service_search){ .limit = 1, .order = SERVICES_FRESHEST });
	assert_int_equal(x.list.at[0].service.id.n, 14);
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
		WITH_ROWS(services_search__looks_past_signs_alone),
		WITH_ROWS(services_search__shows_what_was_written_since),
		WITH_ROWS(services_search__narrows_by_concern_and_area_together),
		WITH_ROWS(services_search__ranks_by_where_it_is_found_and_how_fresh),
		WITH_ROWS(services_search__forgives_spelling_and_says_so),
		WITH_ROWS(services_search__takes_the_whole_word_that_was_meant),
		WITH_ROWS(services_search__narrows_by_what_is_offered),
		WITH_ROWS(services_search__nearest_first_then_anywhere),
		WITH_ROWS(services_tally__says_how_many_would_be_left),
		WITH_ROWS(services_search__follows_what_is_changed_and_given_up),
		WITH_ROWS(services_search__counts_all_and_lists_the_first),
		WITH_ROWS(derive_service__forgets_what_is_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
