/* What comes again, once it is done. */
#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "session.h"

#include "base/clock.h"
#include "casework/checks.h"
#include "casework/contacts.h"
#include "casework/days_off.h"
#include "casework/reminders.h"
#include "casework/undo.h"
#include "store/reminders.h"

#define TODAY  20780 /* Mon 23 Nov 2026 */
#define FRIDAY (TODAY + 4)

static struct reminder_id remind(struct workplace *w, struct person_id p, const char *repeat,
                                 day until)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = p;
	r.worker = w->session->account.id;
	r.what = "Ring her again";
	r.due_on = FRIDAY;
	r.early = 2;
	r.repeat = repeat;
	r.repeat_until = until;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	return id;
}

static day done(struct workplace *w, struct reminder_id id)
{
	struct reminder_outcome how = { .words = "well" };
	day again = DAY_NONE;

	if (casework_complete_reminder(w->session, id, &how, &again) != OK)
		fail_msg("%s", session_fault(w->session));
	return again;
}

static int64_t count_open(struct workplace *w)
{
	return store_int(w->session->store, "SELECT count(*) FROM reminder WHERE state = 'open'"
	                                    " AND what = 'Ring her again'");
}

static struct reminder_id open_one(struct workplace *w)
{
	return (struct reminder_id){ store_int(w->session->store,
		                               "SELECT max(id) FROM reminder WHERE state = 'open'"
		                               " AND what = 'Ring her again'") };
}

static void complete_reminder__that_comes_again__sets_the_next(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id =
		remind(w, (struct person_id){ 0 }, "every 2 weeks on Friday", DAY_NONE);
	struct reminder r;

	assert_int_equal(done(w, id), FRIDAY + 14);
	assert_int_equal(count_open(w), 1);
	assert_int_equal(reminder_get(w->session->store, open_one(w), &w->arena, &r), OK);
	assert_string_equal(r.repeat, "every 2 weeks on Friday");
	assert_int_equal(r.early, 2);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(open_one(w).n, id.n);
	assert_int_equal(count_open(w), 1);
}

/* Done three weeks late: those between are not made up for, and it stays in step. */
static void complete_reminder__done_late__goes_on_after_today(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id =
		remind(w, (struct person_id){ 0 }, "every 2 weeks on Friday", DAY_NONE);

	workplace_days_later(w, 26);                         /* Sat 19 Dec */
	assert_int_equal(done(w, id), FRIDAY + 32);          /* Fri 25 Dec is Christmas: Tue 29 */
	assert_int_equal(done(w, open_one(w)), FRIDAY + 42); /* Fri 8 Jan: in step */
	assert_int_equal(count_open(w), 1);
}

static void complete_reminder__put_off_before__stays_in_step(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id =
		remind(w, (struct person_id){ 0 }, "every week on Friday", DAY_NONE);
	struct reminder_move to = { 1, FRIDAY + 3, MINUTE_NONE, "" };

	assert_int_equal(casework_move_reminder(w->session, id, &to), OK);
	assert_int_equal(done(w, id), FRIDAY + 7);
}

static void complete_reminder__over_a_day_off__is_due_after_it(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id =
		remind(w, (struct person_id){ 0 }, "every week on Friday", DAY_NONE);

	assert_int_equal(casework_add_day_off(w->session, FRIDAY + 7, "Staff day"), OK);
	assert_int_equal(done(w, id), FRIDAY + 10);
	assert_int_equal(done(w, open_one(w)), FRIDAY + 14);
}

static void complete_reminder__whose_time_is_over__sets_none(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id =
		remind(w, (struct person_id){ 0 }, "every week on Friday", FRIDAY + 7);

	assert_int_equal(done(w, id), FRIDAY + 7);
	assert_int_equal(done(w, open_one(w)), DAY_NONE);
	assert_int_equal(count_open(w), 0);
}

static void complete_reminder__of_somebody_who_asked_us_to_stop__sets_none(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);
	struct reminder_id id = remind(w, p, "weekly", DAY_NONE);

	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = 20780");
	assert_int_equal(done(w, id), DAY_NONE);
	assert_int_equal(count_open(w), 0);
}

static void drop_reminder__that_comes_again__ends_it(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id = remind(w, (struct person_id){ 0 }, "weekly", DAY_NONE);

	assert_int_equal(casework_drop_reminder(w->session, id, "She is well"), OK);
	assert_int_equal(count_open(w), 0);
}

/* ---- answered by what was done, not by hand ---- */

static void talk(struct workplace *w, struct person_id p, struct reminder_id id)
{
	struct new_contact x = new_contact_blank;
	struct contact_saved saved;

	x.person = p;
	x.reminder = id;
	x.outcome = CONTACT_SPOKE;
	if (casework_record_contact(w->session, &x, &w->arena, &saved) != OK)
		fail_msg("%s", session_fault(w->session));
}

static void talk_from_it(struct workplace *w, const struct reminder *r)
{
	talk(w, r->person, r->id);
}

static void talk_anyway(struct workplace *w, const struct reminder *r)
{
	talk(w, r->person, (struct reminder_id){ 0 });
}

static void check_it(struct workplace *w, const struct reminder *r)
{
	if (casework_service_checked(w->session, r->service, CHECKED_PHONED) != OK)
		fail_msg("%s", session_fault(w->session));
}

/* However it is answered, what comes again has its next: once, and on its own day. */
static void answered_otherwise__what_comes_again__sets_the_next(void **state)
{
	static const struct {
		const char *what;
		bool service;
		void (*answer)(struct workplace *w, const struct reminder *r);
	} cases[] = {
		{ "Ring her again", false, talk_from_it },
		{ "See how they are", false, talk_anyway },
		{ "Is it still there", true, check_it },
	};
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	store_sql(w->session->store, "INSERT INTO service (id, name) VALUES (91, 'Lunch club')");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct reminder r = reminder_blank;
		const char *open = arena_printf(
			&w->arena, "FROM reminder WHERE state = 'open' AND what = '%s'",
			cases[i].what);

		r.worker = w->session->account.id;
		r.what = cases[i].what;
		r.due_on = FRIDAY;
		r.early = 7;
		r.repeat = "every week on Friday";
		if (cases[i].service) {
			r.service.n = 91;
			r.kind = REMINDER_SERVICE_CHECK;
		} else {
			r.person = jane;
		}
		assert_int_equal(casework_remind(w->session, &r, &r.id), OK);
		cases[i].answer(w, &r);
		assert_int_equal(store_int(w->session->store,
		                           arena_printf(&w->arena, "SELECT count(*) %s", open)),
		                 1);
		assert_int_equal(store_int(w->session->store,
		                           arena_printf(&w->arena, "SELECT due_on %s", open)),
		                 FRIDAY + 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(complete_reminder__that_comes_again__sets_the_next),
		T(complete_reminder__done_late__goes_on_after_today),
		T(complete_reminder__put_off_before__stays_in_step),
		T(complete_reminder__over_a_day_off__is_due_after_it),
		T(complete_reminder__whose_time_is_over__sets_none),
		T(complete_reminder__of_somebody_who_asked_us_to_stop__sets_none),
		T(drop_reminder__that_comes_again__ends_it),
		T(answered_otherwise__what_comes_again__sets_the_next),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
