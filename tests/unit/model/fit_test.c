#include "model/fit.h"

#include "model/none.h"
#include "test.h"

#define TODAY 20780 /* Mon 23 Nov 2026 */

#define LEEDS   "E08000035"
#define ENGLAND "E92000001"
#define UK      "K02000001"

static struct fit_for jane(struct arena *a)
{
	return (struct fit_for){ 45, area_path(LEEDS, a), TODAY };
}

static struct listing plain(const char *name, const char *areas, int days)
{
	struct listing x = { .service = service_blank, .areas = areas };

	x.service.name = name;
	x.service.last_checked = days < 0 ? DAY_NONE : TODAY - days;
	return x;
}

struct fit_case {
	const char *areas, *access;
	int min_age, max_age;
	enum service_status status;
	bool do_not_list;
	enum misfit want;
	const char *words;
};

static void listing_fit__says_what_is_in_the_way(void **state)
{
	static const struct fit_case cases[] = {
		{ LEEDS, "", -1, -1, SERVICE_ACTIVE, false, FITS, "" },
		{ "E12000003", "", -1, -1, SERVICE_ACTIVE, false, FITS, "" },
		{ ENGLAND, "referral", 18, 99, SERVICE_ACTIVE, false, FITS, "" },
		{ UK, "", 45, 45, SERVICE_ACTIVE, false, FITS, "" },
		{ "", "", -1, -1, SERVICE_ACTIVE, false, FITS, "" },
		{ "E08000032;" LEEDS, "", -1, -1, SERVICE_ACTIVE, false, FITS, "" },
		{ "E08000032", "", -1, -1, SERVICE_ACTIVE, false, MISFIT_AREA, "serves Bradford" },
		{ "S92000003", "", -1, -1, SERVICE_ACTIVE, false, MISFIT_AREA, "serves Scotland" },
		{ UK, "", 46, -1, SERVICE_ACTIVE, false, MISFIT_TOO_YOUNG, "from 46 years" },
		{ UK, "", -1, 44, SERVICE_ACTIVE, false, MISFIT_TOO_OLD, "up to 44 years" },
		{ UK, "membership", -1, -1, SERVICE_ACTIVE, false, MISFIT_MEMBERS, "members only" },
		{ UK, "membership;drop-in", -1, -1, SERVICE_ACTIVE, false, FITS, "" },
		{ UK, "", -1, -1, SERVICE_CLOSED, false, MISFIT_CLOSED, "closed for good" },
		{ UK, "", -1, -1, SERVICE_FULL, false, MISFIT_FULL, "takes nobody now" },
		{ UK, "", -1, -1, SERVICE_ACTIVE, true, MISFIT_NOT_LISTED, "not to be listed" },
	};
	struct arena a = { 0 };
	const struct fit_for who = jane(&a);

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct listing x = plain("x", cases[i].areas, 3);

		x.service.access = cases[i].access;
		x.service.min_age = cases[i].min_age;
		x.service.max_age = cases[i].max_age;
		x.service.status = cases[i].status;
		x.service.do_not_list = cases[i].do_not_list;
		assert_int_equal(listing_fit(&x, &who), cases[i].want);
		assert_string_equal(misfit_text(cases[i].want, &x, TODAY, &a), cases[i].words);
	}
	arena_reset(&a);
}

static void listing_fit__opens_again_on_its_day(void **state)
{
	struct arena a = { 0 };
	const struct fit_for who = jane(&a);
	struct listing x = plain("x", UK, 3);

	UNUSED_STATE;
	x.service.status = SERVICE_CLOSED_UNTIL;
	x.service.closed_until = TODAY + 1;
	assert_int_equal(listing_fit(&x, &who), MISFIT_CLOSED_UNTIL);
	x.service.closed_until = TODAY;
	assert_int_equal(listing_fit(&x, &who), FITS);
	x.service.closed_until = DAY_NONE;
	assert_int_equal(listing_fit(&x, &who), MISFIT_CLOSED_UNTIL);
	arena_reset(&a);
}

static void listing_fit__takes_nothing_unknown_for_a_reason(void **state)
{
	const struct fit_for nobody = { NUMBER_NONE, { 0 }, TODAY };
	struct listing x = plain("x", "E08000032", 3);

	UNUSED_STATE;
	x.service.min_age = 60;
	assert_int_equal(listing_fit(&x, &nobody), FITS);
}

static void rank(struct listing *at, size_t n)
{
	struct arena a = { 0 };
	const struct fit_for who = jane(&a);
	struct listing_list list = { n, at };

	listings_rank(&list, &who);
	arena_reset(&a);
}

static void listings_rank__starter_stands_below_anything_checked_here(void **state)
{
	struct listing at[] = { plain("National line, never checked", UK, -1),
		                plain("Local, an old check", LEEDS, 900),
		                plain("Local, helps nobody", LEEDS, 300) };

	UNUSED_STATE;
	at[0].use = (struct service_use){ 90, 90, 90, 0 };
	at[2].use = (struct service_use){ 9, 9, 0, 0 };
	rank(at, 3);
	assert_string_equal(at[0].service.name, "Local, helps nobody");
	assert_string_equal(at[1].service.name, "Local, an old check");
	assert_string_equal(at[2].service.name, "National line, never checked");
}

static void listings_rank__fresh_then_helpful_then_near(void **state)
{
	struct listing at[] = { plain("old", LEEDS, 200), plain("far", UK, 5),
		                plain("near", LEEDS, 5), plain("helps", LEEDS, 5) };

	UNUSED_STATE;
	at[3].use = (struct service_use){ 20, 20, 19, 0 };
	rank(at, 4);
	assert_string_equal(at[0].service.name, "helps");
	assert_string_equal(at[1].service.name, "near");
	assert_string_equal(at[2].service.name, "far");
	assert_string_equal(at[3].service.name, "old");
}

static void listings_rank__one_of_one_says_less_than_many(void **state)
{
	struct listing at[] = { plain("one of one", LEEDS, 5), plain("thirty", LEEDS, 5) };

	UNUSED_STATE;
	at[0].use = (struct service_use){ 1, 1, 1, 0 };
	at[1].use = (struct service_use){ 32, 32, 30, 0 };
	rank(at, 2);
	assert_string_equal(at[0].service.name, "thirty");
}

static void listing_checked__says_the_age_and_what_to_ring_first(void **state)
{
	struct arena a = { 0 };
	struct listing x = plain("x", UK, 3);

	UNUSED_STATE;
	assert_string_equal(listing_checked(&x.service, TODAY, &a), "3 days");
	x.service.last_checked = TODAY - 430;
	assert_string_equal(listing_checked(&x.service, TODAY, &a), "14 months !");
	assert_string_equal(listing_freshness(&x.service, TODAY, &a),
	                    "checked 14 months ago: ring first");
	x.service.last_checked = DAY_NONE;
	x.service.ring_first = true;
	assert_string_equal(listing_checked(&x.service, TODAY, &a), "never !");
	assert_string_equal(listing_doubt(&x.service, TODAY, &a), "");
	x.service.gone_on = TODAY - 3;
	assert_string_equal(listing_doubt(&x.service, TODAY, &a), "gone from its directory");
	x.service.status = SERVICE_FULL;
	assert_string_equal(listing_doubt(&x.service, TODAY, &a), "takes nobody now");
	assert_string_equal(listing_freshness(&x.service, TODAY, &a),
	                    "to be checked before use; not in its directory any more since 20 Nov;"
	                    " ring first, the number is not sure");
	x.service.gone_on = DAY_NONE;
	assert_string_equal(listing_freshness(&x.service, TODAY, &a),
	                    "to be checked before use; ring first, the number is not sure");
	arena_reset(&a);
}

static void listing_use__says_how_many_were_never_asked(void **state)
{
	struct arena a = { 0 };
	struct service_use use = { 60, 19, 14, 5 };

	UNUSED_STATE;
	assert_string_equal(listing_helped(&use, &a), "14 of 19");
	assert_string_equal(listing_use(&use, &a), "Helped 14 of 19 known, of 60.");
	use = (struct service_use){ 0 };
	assert_string_equal(listing_helped(&use, &a), "–");
	assert_string_equal(listing_use(&use, &a), "Nobody was told about it yet.");
	arena_reset(&a);
}

static void listing_how__is_what_one_does_first(void **state)
{
	static const char *const cases[][3] = {
		{ "venue;phone", "self-referral;drop-in", "drop-in" },
		{ "phone;online", "self-referral", "phone, web" },
		{ "phone", "referral", "by referral" },
		{ "phone", "referral;self-referral", "phone" },
		{ "", "membership", "members" },
		{ "", "self-referral", "just ask" },
		{ "", "", "?" },
	};
	struct arena a = { 0 };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct service x = service_blank;

		x.attendance = cases[i][0];
		x.access = cases[i][1];
		assert_string_equal(listing_how(&x, &a), cases[i][2]);
	}
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(listing_fit__says_what_is_in_the_way),
		cmocka_unit_test(listing_fit__opens_again_on_its_day),
		cmocka_unit_test(listing_fit__takes_nothing_unknown_for_a_reason),
		cmocka_unit_test(listings_rank__starter_stands_below_anything_checked_here),
		cmocka_unit_test(listings_rank__fresh_then_helpful_then_near),
		cmocka_unit_test(listings_rank__one_of_one_says_less_than_many),
		cmocka_unit_test(listing_checked__says_the_age_and_what_to_ring_first),
		cmocka_unit_test(listing_use__says_how_many_were_never_asked),
		cmocka_unit_test(listing_how__is_what_one_does_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
