#include "casework/demo.h"

#include "test.h"

#include "casework/session.h"
#include "casework/strip.h"
#include "casework/today.h"
#include "store/caseload.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/settings.h"
#include "store/verify.h"

#define MADE_ON 20780 /* Monday 23 November 2026 */
#define JANE    ((struct person_id){ 412 })

static struct session *open_on(const char *login, day today)
{
	struct session *s;

	assert_int_equal(casework_open_demo(login, today, true, &s), OK);
	assert_int_equal(s->today, today);
	return s;
}

static struct today_view today_of(struct session *s, struct arena *a)
{
	struct today_of mine = { 0 };
	struct today_view view;

	s->fixed_now = true;
	s->minute = 9 * 60;
	assert_int_equal(casework_today(s, &mine, a, &view), OK);
	return view;
}

static void casework_open_demo__knows_the_day_it_was_made_for(void **state)
{
	struct session *s = open_on(NULL, MADE_ON);
	int64_t made_on;

	(void)state;
	assert_int_equal(setting_number(s->store, "demo_day", 0, &made_on), OK);
	assert_int_equal(made_on, MADE_ON);
	assert_string_equal(s->account.login, DEMO_LOGIN);
	casework_sign_out(s);
}

static void casework_open_demo__has_today_as_it_is_pictured(void **state)
{
	struct session *s = open_on(NULL, MADE_ON);
	struct arena a = { 0 };
	struct today_view view = today_of(s, &a);
	static const size_t pictured[TODAY_SECTION_COUNT] = {
		[TODAY_SAFETY] = 1,      [TODAY_AT_A_TIME] = 3,
		[TODAY_CALLED] = 2,      [TODAY_NOT_SPOKEN_TO] = 2,
		[TODAY_LATE] = 7,        [TODAY_ANY_TIME] = 4,
		[TODAY_AT_A_CHANGE] = 2, [TODAY_QUIET] = 6,
		[TODAY_SERVICES] = 4, /* three that hers wait on, and the directory */
	};

	(void)state;
	assert_int_equal(view.open, 52);
	assert_int_equal(view.timed, 3);
	assert_int_equal(view.notes, 1);
	for (size_t i = 0; i < TODAY_SECTION_COUNT; i++)
		assert_int_equal(view.today.count[i], pictured[i]);
	assert_string_equal(view.next, "09:30 Pritchard, Dylan");
	arena_reset(&a);
	casework_sign_out(s);
}

static void casework_open_demo__has_jane_as_she_is_pictured(void **state)
{
	struct session *s = open_on(NULL, MADE_ON);
	struct arena a = { 0 };
	struct person_strip strip;

	(void)state;
	assert_int_equal(casework_strip(s, JANE, &a, &strip), OK);
	assert_string_equal(strip.name, "Carter, Jane “Janie”");
	assert_string_equal(strip.born, "12 Mar 1981");
	assert_int_equal(strip.age, 45);
	assert_string_equal(strip.ref, "CL-000412");
	assert_string_equal(strip.number, "NHS 999 400 4123");
	assert_string_equal(strip.safe, "! text first · no voicemail · no post · partner not told");
	assert_string_equal(strip.safe_set, "set 3 Oct, Priya Shah");
	assert_string_equal(strip.phone, "07700 900123");
	assert_string_equal(strip.whose, "hers alone");
	arena_reset(&a);
	casework_sign_out(s);
}

/* What was counted when it was made still counts the same, whatever day it is opened on. */
static void casework_open_demo__is_whole_on_every_day(void **state)
{
	static const int days[] = { -3, 1, 2, 3, 4, 5, 6, 40, 400 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		struct session *s = open_on(NULL, MADE_ON + days[i]);
		struct arena a = { 0 };
		struct events_checked checked;
		struct today_view view = today_of(s, &a);
		const char *difference;

		assert_int_equal(store_recount(s->store, &a, &difference), OK);
		if (difference)
			print_error("%s\n", difference);
		assert_null(difference);
		assert_int_equal(store_check(s->store, NULL, &checked), OK);
		assert_int_equal(view.open, 52);
		for (size_t section = 0; section < TODAY_SECTION_COUNT; section++)
			assert_true(today_is_cover((enum today_section)section) ||
			            section == TODAY_TO_ANSWER || view.today.count[section] > 0);
		arena_reset(&a);
		casework_sign_out(s);
	}
}

static void casework_open_demo__is_for_everybody_who_works_there(void **state)
{
	static const char *const workers[] = { "ben", "tomasz", "grace" };
	static const char *const others[] = { "mary", "ann" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(workers); i++) {
		struct session *s = open_on(workers[i], MADE_ON);
		struct arena a = { 0 };
		struct today_view view = today_of(s, &a);

		assert_true(view.open > 20);
		assert_true(view.today.count[TODAY_LATE] > 0);
		assert_true(view.today.count[TODAY_QUIET] > 0);
		arena_reset(&a);
		casework_sign_out(s);
	}
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		struct session *s = open_on(others[i], MADE_ON);
		struct arena a = { 0 };

		assert_true(today_of(s, &a).today.items.n > 1);
		arena_reset(&a);
		casework_sign_out(s);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(casework_open_demo__knows_the_day_it_was_made_for),
		cmocka_unit_test(casework_open_demo__has_today_as_it_is_pictured),
		cmocka_unit_test(casework_open_demo__has_jane_as_she_is_pictured),
		cmocka_unit_test(casework_open_demo__is_whole_on_every_day),
		cmocka_unit_test(casework_open_demo__is_for_everybody_who_works_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
