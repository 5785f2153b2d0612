#include "model/gist.h"

#include "test.h"

#include "model/none.h"
#include "model/service_query.h"

static unsigned offers(struct service x)
{
	return service_offers(&x, &(struct service_cost_list){ 0 },
	                      &(struct service_place_list){ 0 });
}

static void service_offers__free_is_what_costs_nobody_anything(void **state)
{
	static const struct {
		const char *cost;
		bool free;
	} cases[] = {
		{ "free", true },
		{ "Free.", true },
		{ "Free, donations welcome", true },
		{ "No charge", true },
		{ "free for members", false },
		{ "£5", false },
		{ "freephone", false },
		{ "", false },
		{ "free to over 60s", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct service x = service_blank;

		x.cost = cases[i].cost;
		if (((offers(x) & OFFER_BIT(OFFERS_FREE)) != 0) != cases[i].free)
			fail_msg("%s", cases[i].cost);
	}
}

static void service_offers__prices_say_more_than_words(void **state)
{
	struct service_cost costs[] = { service_cost_blank, service_cost_blank };
	struct service_cost_list list = { 2, costs };
	struct service_place_list none = { 0 };
	struct service x = service_blank;

	(void)state;
	x.cost = "free";
	costs[0].amount = 0;
	costs[1].amount = 500;
	assert_false(service_offers(&x, &list, &none) & OFFER_BIT(OFFERS_FREE));
	costs[1].amount = 0;
	assert_true(service_offers(&x, &list, &none) & OFFER_BIT(OFFERS_FREE));
	costs[0].option = costs[1].option = "concession";
	assert_false(service_offers(&x, &list, &none) & OFFER_BIT(OFFERS_FREE));
}

static void service_offers__step_free_is_said_and_not_denied(void **state)
{
	static const struct {
		const char *access;
		bool free;
	} cases[] = {
		{ "Step-free entrance", true },    { "wheelchair access; no lift", true },
		{ "no wheelchair access", false }, { "Not step free. Ramp on request.", true },
		{ "hearing loop", false },         { "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct service x = service_blank;

		x.accessibility = cases[i].access;
		if (((offers(x) & OFFER_BIT(OFFERS_STEP_FREE)) != 0) != cases[i].free)
			fail_msg("%s", cases[i].access);
	}
}

static void service_languages__folded_each_once_without_english(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_string_equal(service_languages("English, Polish; urdu;Polish", &a), "polish;urdu");
	assert_string_equal(service_languages("", &a), "");
	arena_reset(&a);
}

static void service_query_text__says_all_that_narrows(void **state)
{
	struct service_query q = { .area = "E08000035",
		                   .neighbours = true,
		                   .offers = OFFER_BIT(OFFERS_FREE) | OFFER_BIT(OFFERS_DROP_IN),
		                   .language = "polish",
		                   .age = 45,
		                   .favourites = true };
	struct arena a = { 0 };

	(void)state;
	assert_string_equal(service_query_text(&q, "Sleep", &a),
	                    "Sleep · Leeds and likely neighbours · free · drop-in · Polish · age 45"
	                    " · favourites");
	q = (struct service_query){ .text = "rent" };
	assert_string_equal(service_query_text(&q, "", &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(service_offers__free_is_what_costs_nobody_anything),
		cmocka_unit_test(service_offers__prices_say_more_than_words),
		cmocka_unit_test(service_offers__step_free_is_said_and_not_denied),
		cmocka_unit_test(service_languages__folded_each_once_without_english),
		cmocka_unit_test(service_query_text__says_all_that_narrows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
