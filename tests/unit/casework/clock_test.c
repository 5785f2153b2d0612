/* The clock of the computer goes back or on in the middle of the work (T64), or a long time (T65). */
#include "casework/audit.h"
#include "casework/lock.h"
#include "casework/pin.h"
#include "casework/reminders.h"
#include "casework/session.h"
#include "casework/today.h"
#include "model/none.h"
#include "store/change.h"
#include "store/events.h"
#include "store/reminders.h"

#include "session.h"
#include "test.h"

#include <string.h>

#define DAY_SECONDS INT64_C(86400)

static const char *newest(struct workplace *w, enum event_kind *kind)
{
	struct event_list list = { 0 };

	assert_int_equal(events_some(w->session->store, &(struct event_filter){ 0 },
	                             (struct event_id){ 0 }, 1, &w->arena, &list),
	                 OK);
	assert_int_equal(list.n, 1);
	*kind = list.at[0].kind;
	return list.at[0].what;
}

static void steps(struct workplace *w, int64_t seconds, const char *what, const char *said)
{
	struct session *s = w->session;
	enum event_kind kind = EVENT_KIND_NONE;
	int64_t boot = s->boot_ms + 5000;

	session_clock(s, s->now + 5 + seconds, boot);
	assert_string_equal(newest(w, &kind), what);
	assert_int_equal(kind, EVENT_CLOCK);
	assert_int_equal(s->clock_set, seconds);
	assert_string_equal(session_clock_text(s, &w->arena), said);
	s->clock_set = 0;
}

static void clock__that_was_set__is_on_record_and_said(void **state)
{
	struct workplace *w = *state;
	enum event_kind kind;

	w->session->boot_ms = 1000;
	steps(w, -61, "the clock of the computer was put back by 1 min",
	      "The clock of this computer was put back by 1 min. It is on record.");
	steps(w, -7380, "the clock of the computer was put back by 2 h 03 min",
	      "The clock of this computer was put back by 2 h 03 min. It is on record.");
	steps(w, -3650 * DAY_SECONDS, "the clock of the computer was put back by 3650 days",
	      "The clock of this computer was put back by 3650 days. It is on record.");
	steps(w, 3650 * DAY_SECONDS, "the clock of the computer was put on by 3650 days",
	      "The clock of this computer was put on by 3650 days. It is on record.");
	session_clock(w->session, w->session->now + 9 - 1, w->session->boot_ms + 9000);
	assert_int_equal(w->session->clock_set, 0); /* a second is a clock being kept right */
	assert_string_equal(newest(w, &kind), "the clock of the computer was put on by 3650 days");
}

static void clock__that_went_back__leaves_the_order_of_the_record(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;
	struct event_list list = { 0 };

	s->boot_ms = 1000;
	assert_int_equal(casework_lock(s, "before"), OK);
	session_clock(s, s->now - 10 * 365 * DAY_SECONDS, s->boot_ms + 1000);
	assert_int_equal(casework_lock(s, "after"), OK);
	assert_int_equal(events_some(s->store, &(struct event_filter){ 0 }, (struct event_id){ 0 },
	                             3, &w->arena, &list),
	                 OK);
	assert_string_equal(list.at[0].what, "locked: after");
	assert_int_equal(list.at[1].kind, EVENT_CLOCK);
	assert_string_equal(list.at[2].what, "locked: before");
	assert_true(list.at[0].at < list.at[2].at);
}

static void clock__that_was_set__makes_no_pin_good_and_no_passphrase_fresh(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;

	s->boot_ms = 1000;
	session_clock(s, s->now - DAY_SECONDS, s->boot_ms + 1000);
	assert_int_equal(casework_may(s, OP_EXPORT), E_DENIED);
	assert_int_equal(s->demand.permit, PERMIT_WITH_PROOF);
	assert_int_equal(session_pin_set(s, STR("402871")), OK);
	session_pin_locked(s);
	session_clock(s, s->now - 3650 * DAY_SECONDS,
	              s->boot_ms + ((int64_t)s->service.pin_minutes * 60 + 1) * 1000);
	assert_false(session_pin_good(s));
}

static struct reminder_id remind(struct workplace *w, day on, const char *what)
{
	struct reminder r = reminder_blank;

	r.kind = REMINDER_FOLLOW_UP;
	r.what = what;
	r.due_on = on;
	r.worker = w->session->account.id;
	assert_int_equal(casework_remind(w->session, &r, &r.id), OK);
	return r.id;
}

static size_t shown(const struct today *t, struct reminder_id id, enum today_section *section)
{
	size_t n = 0;

	for (size_t i = 0; i < t->items.n; i++)
		if (t->items.at[i].kind == TODAY_REMINDER && t->items.at[i].id == id.n) {
			*section = t->items.at[i].section;
			n++;
		}
	return n;
}

/* T65: ninety days in a drawer, and nothing that fell due is missing or there twice. */
static void today__after_ninety_days__has_all_that_was_missed_once(void **state)
{
	struct workplace *w = *state;
	struct reminder_id ids[90];
	struct today_view view;

	for (int i = 0; i < 90; i++)
		ids[i] = remind(w, w->session->today + i, "See how she is");
	workplace_days_later(w, 90);
	assert_int_equal(casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &view), OK);
	for (size_t i = 0; i < 90; i++) {
		enum today_section section = TODAY_SERVICES;

		assert_int_equal(shown(&view.today, ids[i], &section), 1);
		assert_int_equal(section, TODAY_LATE);
	}
}

/* T64: and when the clock goes back, what was done stays done. */
static void today__after_the_clock_went_back__shows_nothing_twice(void **state)
{
	struct workplace *w = *state;
	struct session *s = w->session;
	struct reminder_id done = remind(w, s->today, "Ring the ward"),
			   open = remind(w, s->today, "Ring the school");
	const struct reminder_outcome how = { .words = "they rang" };
	day again = DAY_NONE;
	struct today_view view;
	enum today_section section = TODAY_SERVICES;

	s->boot_ms = 1000;
	assert_int_equal(casework_complete_reminder(s, done, &how, &again), OK);
	s->fixed_today = false;
	session_clock(s, s->now - DAY_SECONDS, s->boot_ms + 1000);
	assert_int_equal(casework_today(s, &(struct today_of){ 0 }, &w->arena, &view), OK);
	assert_int_equal(shown(&view.today, done, &section), 0);
	session_clock(s, s->now + DAY_SECONDS, s->boot_ms + 1000);
	assert_int_equal(casework_today(s, &(struct today_of){ 0 }, &w->arena, &view), OK);
	assert_int_equal(shown(&view.today, done, &section), 0);
	assert_int_equal(shown(&view.today, open, &section), 1);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(clock__that_was_set__is_on_record_and_said),
		AT_WORK(clock__that_went_back__leaves_the_order_of_the_record),
		AT_WORK(clock__that_was_set__makes_no_pin_good_and_no_passphrase_fresh),
		AT_WORK(today__after_ninety_days__has_all_that_was_missed_once),
		AT_WORK(today__after_the_clock_went_back__shows_nothing_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
