#include "casework/checks.h"

#include "casework/approvals.h"
#include "casework/reminders.h"
#include "casework/signposts.h"
#include "casework/undo.h"
#include "fixture.h"
#include "leeds_desk.h"
#include "model/today.h"
#include "test.h"

#include "casework/today.h"

#include <string.h>

static struct check_answer answer(struct service_id service, enum check_found result)
{
	return (struct check_answer){ .service = service,
		                      .result = result,
		                      .how = result == CHECK_NOT_REACHED ? CHECK_WAY_NONE
		                                                         : CHECKED_PHONED,
		                      .words = "",
		                      .next_on = DAY_NONE,
		                      .opens = DAY_NONE };
}

static struct check_done checked(struct desk *d, const struct check_answer *x)
{
	struct check_done done = { 0 };

	assert_int_equal(casework_check_service(d->w->session, x, &done), OK);
	return done;
}

/* ---- the queue ---- */

static size_t place_of(const struct check_queue *q, const char *name)
{
	for (size_t i = 0; i < q->n; i++)
		if (strstr(q->at[i].listing.service.name, name))
			return i;
	return SIZE_MAX;
}

static struct check_queue queue(struct desk *d)
{
	struct check_queue q;

	assert_int_equal(casework_check_queue(d->w->session, &d->w->arena, &q), OK);
	return q;
}

static void check_queue__puts_what_people_wait_on_first_then_what_is_used(void **state)
{
	struct desk *d = *state;
	struct check_queue q;

	store_sql(d->w->session->store, "UPDATE service SET last_checked = 20000");
	leeds_told(d, d->l.jane, "practical.money"); /* LS6 Money Buddies, used by nobody before */
	q = queue(d);
	assert_int_equal(place_of(&q, "LS6 Money Buddies"), 0);
	assert_int_equal(place_of(&q, "Macmillan Support Line"), 1); /* used 33 times */
	assert_int_equal(place_of(&q, "Citizens Advice Leeds"), 2);  /* 19 */
	assert_int_equal(q.count.due, q.n);
	assert_int_equal(q.count.waited, 1);
}

static void check_queue__leaves_out_what_closed_and_what_asked_not_to_stand(void **state)
{
	struct desk *d = *state;
	size_t before = queue(d).n;

	store_sql(d->w->session->store,
	          "UPDATE service SET status = 'closed' WHERE name LIKE 'LS6%'");
	assert_int_equal(queue(d).n, before - 1);
	store_sql(d->w->session->store,
	          "UPDATE service SET status = 'full', do_not_list = 1 WHERE name LIKE 'LS6%'");
	assert_int_equal(queue(d).n, before - 1);
	store_sql(d->w->session->store,
	          "UPDATE service SET do_not_list = 0 WHERE name LIKE 'LS6%'");
	assert_int_equal(queue(d).n, before);
}

/* ---- what was found out ---- */

static void check_service__as_it_says_is_on_record_and_sets_the_next(void **state)
{
	struct desk *d = *state;
	day today = d->w->session->today;
	struct check_answer x = answer(d->l.buddies, CHECK_AS_IT_SAYS);
	struct check_done done = checked(d, &x);

	assert_int_equal(done.next_on, today + 182);
	assert_int_equal(leeds_buddies(d, "last_checked"), today);
	assert_int_equal(leeds_buddies(d, "next_check"), today + 182);
	assert_int_equal(leeds_buddies(d, "checked_by"), 1);
	assert_int_equal(leeds_buddies(d, "edited_on"), -1); /* checked is not edited */
	assert_string_equal(leeds_text(d, "SELECT result || how || on_day || next_on || by_account"
	                                  " FROM service_check"),
	                    "as_it_saysphoned20780209621");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_buddies(d, "last_checked"), today - 430);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM service_check"), 0);
}

static void check_service__is_sooner_for_what_people_wait_on(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_AS_IT_SAYS);

	leeds_told(d, d->l.jane, "practical.money");
	assert_int_equal(checked(d, &x).next_on, d->w->session->today + 91);
}

static void check_service__takes_a_day_that_is_not_full_of_checks(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_AS_IT_SAYS);

	store_sql(
		d->w->session->store,
		"UPDATE service SET next_check = 20962"
		" WHERE id IN (SELECT id FROM service WHERE status = 'active' AND do_not_list = 0 AND name NOT LIKE 'LS6%' LIMIT 8)");
	assert_int_equal(checked(d, &x).next_on, 20963);
	x.next_on = 20962; /* a day that somebody chose is theirs */
	assert_int_equal(checked(d, &x).next_on, 20962);
}

static void check_service__nobody_there_is_counted_and_not_a_check(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_NOT_REACHED);
	day today = d->w->session->today;
	struct check_done done = checked(d, &x);

	assert_int_equal(done.tries, 1);
	assert_int_equal(done.next_on, today + 2);
	assert_int_equal(leeds_buddies(d, "last_checked"), today - 430);
	assert_int_equal(leeds_buddies(d, "check_tries"), 1);
	{
		struct check_queue q = queue(d);

		assert_int_equal(place_of(&q, "LS6"), SIZE_MAX);
		assert_int_equal(q.week, 0);
	}
	workplace_days_later(d->w, 2);
	{
		struct check_queue q = queue(d);
		size_t at = place_of(&q, "LS6");

		assert_int_not_equal(at, SIZE_MAX);
		assert_string_equal(q.at[at].last, "nobody there Mon 23 Nov");
	}
	assert_int_equal(checked(d, &x).tries, 2);
	x = answer(d->l.buddies, CHECK_AS_IT_SAYS);
	assert_int_equal(checked(d, &x).tries, 0);
	assert_int_equal(queue(d).week, 1);
}

static void check_service__closed_tells_whoever_waits(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_CLOSED);

	leeds_told(d, d->l.jane, "practical.money");
	assert_int_equal(checked(d, &x).told, 1);
	assert_string_equal(leeds_text(d, "SELECT status FROM service WHERE name LIKE 'LS6%'"),
	                    "closed");
	assert_int_equal(leeds_buddies(d, "next_check"), -1);
	assert_int_equal(leeds_buddies(d, "last_checked"), d->w->session->today);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder"
	                                 " WHERE rule = 'service_gone' AND state = 'open'"),
	                 1);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder"
	                                 " WHERE rule = 'service_gone'"),
	                 0);
}

static void check_service__closed_until_is_asked_when_it_opens(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_CLOSED);

	x.opens = d->w->session->today + 42;
	assert_int_equal(checked(d, &x).next_on, d->w->session->today + 42);
	assert_int_equal(leeds_buddies(d, "closed_until"), d->w->session->today + 42);
}

static void check_service__not_to_be_listed_says_why_and_is_never_asked_again(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_DO_NOT_LIST);
	struct check_done done;
	struct check_queue q;

	assert_int_equal(casework_check_service(d->w->session, &x, &done), E_INVALID);
	x.words = "They asked not to stand in a list";
	assert_int_equal(checked(d, &x).next_on, DAY_NONE);
	assert_int_equal(leeds_buddies(d, "do_not_list"), 1);
	workplace_days_later(d->w, 2000);
	q = queue(d);
	assert_int_equal(place_of(&q, "LS6"), SIZE_MAX);
}

static void check_service__completes_what_asked_for_it(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_NOT_REACHED);
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.kind = REMINDER_SERVICE_CHECK;
	r.what = "Ring them before Christmas";
	r.service = d->l.buddies;
	r.worker = d->w->session->account.id;
	r.due_on = d->w->session->today;
	assert_int_equal(casework_remind(d->w->session, &r, &id), OK);
	checked(d, &x);
	assert_string_equal(leeds_text(d, "SELECT state FROM reminder"), "open");
	x = answer(d->l.buddies, CHECK_CHANGED);
	checked(d, &x);
	assert_string_equal(leeds_text(d, "SELECT state || outcome FROM reminder"),
	                    "donechecked: changed");
}

static void check_service__is_refused_where_somebody_else_changed_it(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_AS_IT_SAYS);
	struct check_done done;

	x.ver = leeds_buddies(d, "ver");
	checked(d, &x);
	assert_int_equal(casework_check_service(d->w->session, &x, &done), E_CONFLICT);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM service_check"), 1);
}

/* ---- edited is not checked ---- */

static struct service_entry entry(struct desk *d)
{
	struct service_record r;

	assert_int_equal(casework_open_service(d->w->session, d->l.buddies, &d->w->arena, &r), OK);
	return r.entry;
}

static void change_service__leaves_the_check_as_it_was(void **state)
{
	struct desk *d = *state;
	struct service_entry e = entry(d);
	day was = e.service.last_checked;

	e.service.phone = "01134960199";
	assert_int_equal(casework_change_service(d->w->session, &e), OK);
	assert_int_equal(leeds_buddies(d, "last_checked"), was);
	assert_int_equal(leeds_buddies(d, "edited_on"), d->w->session->today);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM service_check"), 0);
}

/* The same day, somebody else's check stays theirs. */
static void change_service__does_not_sign_what_a_colleague_checked(void **state)
{
	struct desk *d = *state;
	struct check_answer x = answer(d->l.buddies, CHECK_AS_IT_SAYS);
	struct service_entry e;

	checked(d, &x);
	workplace_as(d->w, "ben");
	e = entry(d);
	e.service.hours = "Mondays";
	assert_int_equal(casework_change_service(d->w->session, &e), OK);
	assert_int_equal(leeds_buddies(d, "checked_by"), 1);
}

static void change_service__that_says_it_was_checked_is_a_check(void **state)
{
	struct desk *d = *state;
	struct service_entry e = entry(d);

	e.service.phone = "01134960199";
	e.service.last_checked = d->w->session->today;
	e.service.checked_how = CHECKED_WEB;
	assert_int_equal(casework_change_service(d->w->session, &e), OK);
	assert_string_equal(leeds_text(d, "SELECT result || how FROM service_check"), "changedweb");
	assert_int_equal(leeds_buddies(d, "next_check"), d->w->session->today + 182);
	assert_int_equal(leeds_buddies(d, "checked_by"), 1);
}

/* ---- figures ---- */

static void directory_health__counts_parts_of_wholes(void **state)
{
	struct desk *d = *state;
	struct directory_health h;

	store_sql(d->w->session->store,
	          "DELETE FROM service_use; UPDATE service SET last_checked = NULL;"
	          "UPDATE service SET status = 'closed' WHERE id > 6;"
	          "UPDATE service SET last_checked = 20780 - 182 WHERE id <= 2;"
	          "UPDATE service SET last_checked = 20780 - 183 WHERE id = 3;"
	          "UPDATE service SET do_not_list = 1 WHERE id = 4;"
	          "UPDATE service SET check_tries = 2 WHERE id = 5;"
	          "INSERT INTO service_use (service, used, known, helped, waiting)"
	          " VALUES (1, 3, 0, 0, 1), (3, 2, 0, 0, 0), (4, 9, 0, 0, 9), (6, 1, 0, 0, 1)");
	assert_int_equal(casework_directory_health(d->w->session, &h), OK);
	assert_int_equal(h.listed, 5);
	assert_int_equal(h.listed_fresh, 2);
	assert_int_equal(h.used, 3);
	assert_int_equal(h.used_fresh, 1);
	assert_int_equal(h.waited, 2);
	assert_int_equal(h.waited_fresh, 1);
	assert_int_equal(h.never, 2);
	assert_int_equal(h.tried, 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, leeds_desk_setup, leeds_desk_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(check_queue__puts_what_people_wait_on_first_then_what_is_used),
		CASE(check_queue__leaves_out_what_closed_and_what_asked_not_to_stand),
		CASE(check_service__as_it_says_is_on_record_and_sets_the_next),
		CASE(check_service__is_sooner_for_what_people_wait_on),
		CASE(check_service__takes_a_day_that_is_not_full_of_checks),
		CASE(check_service__nobody_there_is_counted_and_not_a_check),
		CASE(check_service__closed_tells_whoever_waits),
		CASE(check_service__closed_until_is_asked_when_it_opens),
		CASE(check_service__not_to_be_listed_says_why_and_is_never_asked_again),
		CASE(check_service__completes_what_asked_for_it),
		CASE(check_service__is_refused_where_somebody_else_changed_it),
		CASE(change_service__leaves_the_check_as_it_was),
		CASE(change_service__does_not_sign_what_a_colleague_checked),
		CASE(change_service__that_says_it_was_checked_is_a_check),
		CASE(directory_health__counts_parts_of_wholes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
