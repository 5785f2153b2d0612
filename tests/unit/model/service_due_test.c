#include "model/service_due.h"

#include "test.h"

#include <string.h>

#define TODAY 20780 /* Mon 23 Nov 2026 */

static const struct check_every every = { TODAY, 182, NULL };

static void service_check_due__is_half_a_year_or_the_day_that_was_set(void **state)
{
	const day since = TODAY - 182;
	struct service x = service_blank;

	(void)state;
	assert_true(service_check_due(&x, TODAY, since)); /* never checked */
	x.last_checked = since;
	assert_false(service_check_due(&x, TODAY, since));
	x.last_checked = since - 1;
	assert_true(service_check_due(&x, TODAY, since));
	x.next_check = TODAY + 1; /* a day that was set counts, however old it is */
	assert_false(service_check_due(&x, TODAY, since));
	x.next_check = TODAY;
	assert_true(service_check_due(&x, TODAY, since));
	x.last_checked = TODAY;
	assert_true(service_check_due(&x, TODAY, since));
}

static void service_check_due__leaves_out_what_is_gone_or_asked_not_to_stand(void **state)
{
	struct service x = service_blank;

	(void)state;
	x.status = SERVICE_CLOSED;
	assert_false(service_check_due(&x, TODAY, TODAY - 182));
	x.status = SERVICE_FULL;
	assert_true(service_check_due(&x, TODAY, TODAY - 182));
	x.do_not_list = true;
	assert_false(service_check_due(&x, TODAY, TODAY - 182));
}

static void service_next_check__is_sooner_for_what_is_used(void **state)
{
	struct service x = service_blank;
	struct service_use use = { 0 };

	(void)state;
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 182);
	use.used = SERVICE_MUCH_USED - 1;
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 182);
	use.used = SERVICE_MUCH_USED;
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 91);
	use = (struct service_use){ .used = 1, .waiting = 1 };
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 91);
}

static void service_next_check__of_a_closed_one_is_when_it_opens(void **state)
{
	struct service x = service_blank;
	struct service_use use = { 0 };

	(void)state;
	x.status = SERVICE_CLOSED_UNTIL;
	x.closed_until = TODAY + 8;
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 8);
	x.closed_until = TODAY + 5; /* a Saturday */
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + 7);
	x.closed_until = TODAY; /* it should be open by now */
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + SERVICE_FULL_DAYS);
	x.status = SERVICE_FULL;
	assert_int_equal(service_next_check(&x, &use, &every), TODAY + SERVICE_FULL_DAYS);
}

static void service_next_try__is_another_day_and_another_hour(void **state)
{
	static const struct {
		int tries, minute, days, after;
	} rows[] = {
		{ 1, 9 * 60, 2, 13 * 60 + 30 },  { 1, 15 * 60, 2, 9 * 60 + 30 },
		{ 2, 9 * 60, 4, 13 * 60 + 30 },  { 3, 9 * 60, 14, 13 * 60 + 30 },
		{ 9, 14 * 60, 14, 9 * 60 + 30 }, /* never to the bottom for ever */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct check_try t = service_next_try(rows[i].tries, rows[i].minute, &every);

		assert_int_equal(t.on, TODAY + rows[i].days);
		assert_int_equal(t.after, rows[i].after);
	}
}

static bool asks(const struct check_questions *q, const char *text)
{
	for (size_t i = 0; i < q->n; i++)
		if (strcmp(q->at[i], text) == 0)
			return true;
	return false;
}

static void service_questions__are_made_of_what_the_entry_says(void **state)
{
	struct arena a = { 0 };
	struct service x = service_blank;
	struct check_questions q;

	(void)state;
	x.address = "Lantern House, Bobbin Street, Leeds";
	x.hours = "Mon-Fri 9.30am-4pm";
	x.cost = "Free";
	x.wait_weeks = 2;
	x.access = "self-referral;drop-in";
	q = service_questions(&x, "Leeds", TODAY, &a);
	assert_string_equal(q.at[0], "Are you still at Lantern House, Bobbin Street, Leeds?");
	assert_true(asks(&q, "Are these still your hours: Mon-Fri 9.30am-4pm?"));
	assert_true(asks(&q, "Is it still free?"));
	assert_true(asks(&q, "Do people still wait 2 weeks, or how long?"));
	assert_true(asks(&q, "Do you still take people from Leeds?"));
	assert_true(asks(&q, "May they still come without an appointment or a referral?"));
	arena_reset(&a);
}

static void service_questions__begin_with_what_was_said_against_it(void **state)
{
	struct arena a = { 0 };
	struct service x = service_blank;
	struct check_questions q;

	(void)state;
	x.status = SERVICE_FULL;
	x.alert = "It rings out";
	q = service_questions(&x, "", TODAY, &a);
	assert_string_equal(q.at[0], "Do you take people again?");
	assert_string_equal(q.at[1], "We were told this: “It rings out”. Is it so?");
	assert_true(asks(&q, "Where must people live?"));
	assert_true(asks(&q, "Does it cost anything?"));
	assert_true(asks(&q, "How long do people wait?"));
	assert_true(asks(&q, "May they come without a referral?"));
	x.status = SERVICE_CLOSED_UNTIL;
	x.closed_until = TODAY - 3;
	q = service_questions(&x, "", TODAY, &a);
	assert_string_equal(q.at[0], "You were closed until Fri 20 Nov. Are you open again?");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(service_check_due__is_half_a_year_or_the_day_that_was_set),
		cmocka_unit_test(service_check_due__leaves_out_what_is_gone_or_asked_not_to_stand),
		cmocka_unit_test(service_next_check__is_sooner_for_what_is_used),
		cmocka_unit_test(service_next_check__of_a_closed_one_is_when_it_opens),
		cmocka_unit_test(service_next_try__is_another_day_and_another_hour),
		cmocka_unit_test(service_questions__are_made_of_what_the_entry_says),
		cmocka_unit_test(service_questions__begin_with_what_was_said_against_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
