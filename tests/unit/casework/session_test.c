/* How long a session goes on: a volunteer's on a shared machine, eight hours. */
#include "test.h"

#include "session.h"

#include "casework/op.h"

#include <string.h>

#define HOUR ((int64_t)60 * 60 * 1000)

/* Signed in as that, and so many milliseconds later; what the machine slept counts. */
static struct session *after(struct workplace *w, const char *login, bool shared, int64_t ms)
{
	struct session *s = w->session;

	workplace_as(w, login);
	s->service.shared = shared;
	s->ended = SESSION_GOES_ON;
	s->began_ms = 5 * HOUR;
	s->boot_ms = s->began_ms + ms;
	session_tick(s);
	return s;
}

static void session__of_a_volunteer_ends_after_eight_hours(void **state)
{
	struct session *s = after(*state, "mary", true, 8 * HOUR - 1);

	assert_int_equal(s->ended, SESSION_GOES_ON);
	assert_int_equal(casework_may(s, OP_FIND_PEOPLE), OK);
	s->boot_ms++;
	session_tick(s);
	assert_int_equal(s->ended, SESSION_OVER);
	assert_int_equal(casework_may(s, OP_FIND_PEOPLE), E_DENIED);
	assert_non_null(strstr(session_fault(s), "Eight hours have gone by"));
	assert_int_equal(casework_may(s, OP_KEEP_DRAFT), OK); /* what was half done is kept */
	assert_int_equal(casework_may(s, OP_LOCK), OK);
	s->boot_ms = s->began_ms;
	session_tick(s);
	assert_int_equal(s->ended, SESSION_OVER); /* once over, it stays so */
}

static void session__of_others_goes_on(void **state)
{
	assert_int_equal(after(*state, "mary", false, 20 * HOUR)->ended, SESSION_GOES_ON);
	assert_int_equal(after(*state, "ben", true, 20 * HOUR)->ended, SESSION_GOES_ON);
	assert_int_equal(after(*state, "priya", true, 20 * HOUR)->ended, SESSION_GOES_ON);
}

/* The clock on the wall may be set back or forward: that is no way to stay, and sends nobody out. */
static void session__ends_by_no_other_clock(void **state)
{
	struct session *s = after(*state, "mary", true, HOUR);

	s->now += 90000;
	session_tick(s);
	assert_int_equal(s->ended, SESSION_GOES_ON);
	s->now -= 180000;
	s->boot_ms = s->began_ms + 8 * HOUR;
	session_tick(s);
	assert_int_equal(s->ended, SESSION_OVER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(session__of_a_volunteer_ends_after_eight_hours),
		T(session__of_others_goes_on),
		T(session__ends_by_no_other_clock),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
