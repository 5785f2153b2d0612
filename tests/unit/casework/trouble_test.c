#include "casework/approvals.h"
#include "casework/checks.h"
#include "casework/reminders.h"
#include "casework/signposts.h"
#include "casework/undo.h"
#include "fixture.h"
#include "leeds_desk.h"
#include "model/today.h"
#include "test.h"

#include "casework/today.h"

#include <string.h>

/* ---- closed, and open again ---- */

static size_t trouble(struct desk *d, enum service_trouble_kind kind)
{
	struct service_trouble t = { d->l.buddies, kind, d->w->session->today + 30, "" };
	size_t n = 99;

	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), OK);
	return n;
}

static int64_t asks(struct desk *d, const char *more)
{
	return leeds_number(d, arena_printf(&d->w->arena,
	                                    "SELECT count(*) FROM reminder WHERE"
	                                    " rule = 'service_gone' AND state = 'open'%s",
	                                    more));
}

/* How many wait is people, as those are whose workers are told: not what they were given. */
static void trouble__says_as_many_before_as_after(void **state)
{
	struct desk *d = *state;
	struct service_record r;

	leeds_told(d, d->l.jane, "practical.money");
	leeds_told(d, d->l.jane, "practical.work");
	assert_int_equal(casework_open_service(d->w->session, d->l.buddies, &d->w->arena, &r), OK);
	assert_int_equal(r.waiting, 1);
	assert_int_equal(trouble(d, TROUBLE_FULL), 1);
}

/* P-i, for each way in which somebody may stand to us. */
static void trouble__tells_whoever_sees_to_each_who_waits(void **state)
{
	struct desk *d = *state;
	struct store *st = d->w->session->store;

	leeds_told(d, d->l.jane, "practical.money");
	leeds_told(d, d->l.john, "practical.money");
	store_sql(st, "UPDATE referral SET worker = NULL WHERE person = 2");
	assert_int_equal(trouble(d, TROUBLE_FULL), 2);
	assert_int_equal(asks(d, " AND person = 1 AND worker = 1"), 1);
	assert_int_equal(asks(d, " AND person = 2 AND worker IS NULL"), 1); /* on duty */
	/* again, and worse: still one for each */
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 2);
	assert_int_equal(asks(d, ""), 2);
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE rule = 'service_gone'"),
	                    "LS6 Money Buddies closed. Choose again?");
}

static void trouble__of_a_worker_who_left_goes_to_whoever_is_on_duty(void **state)
{
	struct desk *d = *state;
	struct store *st = d->w->session->store;

	leeds_told(d, d->l.jane, "practical.money");
	store_sql(st, "UPDATE referral SET worker = 2 WHERE person = 1;"
	              "UPDATE account SET disabled_at = 1 WHERE id = 2");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1);
	assert_int_equal(asks(d, " AND worker IS NULL"), 1);
}

static void trouble__asks_nobody_to_ring_who_asked_us_to_stop(void **state)
{
	struct desk *d = *state;

	leeds_told(d, d->l.jane, "practical.money");
	store_sql(d->w->session->store, "UPDATE person SET no_more_contact_on = 20770"
	                                " WHERE id = 1");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 0);
	assert_int_equal(asks(d, ""), 0);
	assert_string_equal(leeds_text(d, "SELECT status FROM signpost WHERE person = 1"
	                                  " ORDER BY id DESC LIMIT 1"),
	                    "service_gone");
}

/* Whoever is restricted is told of to their worker alone, and by reference to others. */
static void trouble__says_nothing_of_somebody_restricted(void **state)
{
	struct desk *d = *state;
	struct today_of of = { .everyone = true };
	struct today_view v;

	leeds_told(d, d->l.jane, "practical.money");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1);
	store_sql(d->w->session->store, "UPDATE person SET restricted = 1 WHERE id = 1;"
	                                "UPDATE referral SET worker = 1 WHERE person = 1");
	workplace_as(d->w, "ann");
	assert_int_equal(casework_today(d->w->session, &of, &d->w->arena, &v), OK);
	for (size_t i = 0; i < v.today.items.n; i++) {
		assert_null(strstr(v.today.items.at[i].name, "Carter"));
		assert_null(strstr(v.today.items.at[i].what, "Money Buddies closed"));
	}
}

static void choosing_again__answers_the_reminder_and_ends_the_old_one(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = { .person = d->l.jane,
		                  .service = d->l.advice,
		                  .concern = "practical.money",
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = d->w->session->today + 18,
		                  .note = "" };
	struct signpost_saved saved;

	leeds_told(d, d->l.jane, "practical.money");
	trouble(d, TROUBLE_FULL); /* it still stands open */
	x.concern = "practical.work";
	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), OK);
	assert_int_equal(asks(d, ""), 1); /* for something else: that is no answer */
	x.concern = "practical.money";
	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), OK);
	assert_int_equal(asks(d, ""), 0);
	assert_string_equal(leeds_text(d, "SELECT state || outcome FROM reminder"
	                                  " WHERE rule = 'service_gone'"),
	                    "donechosen instead: Citizens Advice Leeds");
	assert_string_equal(leeds_text(d, "SELECT status FROM signpost WHERE person = 1"
	                                  " ORDER BY id LIMIT 1"),
	                    "service_gone");
}

static void choosing_again__asks_on_for_the_other_concern(void **state)
{
	struct desk *d = *state;
	struct unmet_need need = unmet_need_blank;
	struct unmet_need_id id;

	leeds_told(d, d->l.jane, "practical.money");
	leeds_told(d, d->l.jane, "practical.work");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1); /* one item, whatever it was for */
	need.person = d->l.jane;
	need.reason = UNMET_NONE_EXISTS;
	need.concern = leeds_text(d, "SELECT g.concern FROM reminder r JOIN signpost g"
	                             " ON g.id = r.signpost WHERE r.rule = 'service_gone'");
	assert_int_equal(casework_note_unmet_need(d->w->session, &need, &id), OK);
	assert_int_equal(asks(d, ""), 1);
	need.concern = leeds_text(d, "SELECT g.concern FROM reminder r JOIN signpost g"
	                             " ON g.id = r.signpost WHERE r.rule = 'service_gone'");
	assert_int_equal(casework_note_unmet_need(d->w->session, &need, &id), OK);
	assert_int_equal(asks(d, ""), 0);
}

static void trouble_over__puts_back_whoever_has_not_chosen_again(void **state)
{
	struct desk *d = *state;

	leeds_told(d, d->l.jane, "practical.money");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1);
	assert_int_equal(trouble(d, TROUBLE_OVER), 1);
	assert_int_equal(asks(d, ""), 0);
	assert_string_equal(leeds_text(d, "SELECT status FROM service WHERE name LIKE 'LS6%'"),
	                    "active");
	assert_string_equal(leeds_text(d, "SELECT status FROM signpost WHERE person = 1"
	                                  " ORDER BY id DESC LIMIT 1"),
	                    "given");
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE"
	                                 " kind = 'check_back' AND state = 'open'"),
	                 1);
}

/* ---- said at the Desk ---- */

static const char *buddies_signpost(struct desk *d)
{
	return leeds_text(d,
	                  "SELECT status FROM signpost WHERE person = 1 ORDER BY id DESC LIMIT 1");
}

static void answer_asked(struct desk *d, enum approval_answer answer, const char *what)
{
	struct approval_rows rows = { 0 };
	const char *said;

	workplace_as(d->w, "ben");
	assert_int_equal(casework_approvals(d->w->session, &d->w->arena, &rows), OK);
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.at[0].approval.what, what);
	assert_int_equal(casework_answer_approval(d->w->session, rows.at[0].approval.id, answer,
	                                          "I rang them", &d->w->arena, &said),
	                 OK);
}

static void trouble_at_the_desk__greys_it_and_ends_nothing_until_staff_agree(void **state)
{
	struct desk *d = *state;
	struct service_trouble t = { d->l.buddies, TROUBLE_OVER, DAY_NONE, "" };
	size_t n;

	leeds_told(d, d->l.jane, "practical.money");
	workplace_as(d->w, "mary");
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1);
	assert_int_equal(trouble(d, TROUBLE_CLOSED), 1); /* asked once */
	assert_string_equal(leeds_text(d, "SELECT status FROM service WHERE name LIKE 'LS6%'"),
	                    "closed");
	assert_string_equal(buddies_signpost(d), "given");
	/* the Desk does not open what staff closed */
	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), E_DENIED);
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE rule = 'service_gone'"),
	                    "LS6 Money Buddies closed, it is said. Choose again?");
	answer_asked(d, APPROVAL_YES, "change LS6 Money Buddies: closed for good");
	assert_string_equal(buddies_signpost(d), "service_gone");
	assert_int_equal(asks(d, ""), 1);
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE rule = 'service_gone'"),
	                    "LS6 Money Buddies closed. Choose again?");
}

static void trouble_at_the_desk__is_as_it_was_when_staff_say_no(void **state)
{
	struct desk *d = *state;

	leeds_told(d, d->l.jane, "practical.money");
	workplace_as(d->w, "mary");
	trouble(d, TROUBLE_FULL);
	answer_asked(d, APPROVAL_NO, "change LS6 Money Buddies: takes nobody now");
	assert_string_equal(leeds_text(d, "SELECT status FROM service WHERE name LIKE 'LS6%'"),
	                    "active");
	assert_string_equal(buddies_signpost(d), "given");
	assert_int_equal(asks(d, ""), 0);
}

static void trouble_at_the_desk__warns_of_the_number_until_staff_say_no(void **state)
{
	struct desk *d = *state;
	struct service_trouble t = { d->l.buddies, TROUBLE_NUMBER, DAY_NONE, "It rings\nout" };
	size_t n;

	workplace_as(d->w, "mary");
	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), OK);
	assert_int_equal(leeds_buddies(d, "ring_first"), 1);
	answer_asked(d, APPROVAL_NO,
	             "change LS6 Money Buddies: Number or address wrong: It rings out");
	assert_string_equal(leeds_text(d, "SELECT alert FROM service WHERE name LIKE 'LS6%'"), "");
	assert_int_equal(leeds_buddies(d, "ring_first"), 0);
}

static void check_at_the_desk__closes_as_a_proposal_and_takes_nothing_off_the_list(void **state)
{
	struct desk *d = *state;
	struct check_answer x = { .service = d->l.buddies,
		                  .result = CHECK_DO_NOT_LIST,
		                  .how = CHECKED_PHONED,
		                  .words = "",
		                  .next_on = DAY_NONE,
		                  .opens = DAY_NONE };
	struct check_done done;

	leeds_told(d, d->l.jane, "practical.money");
	workplace_as(d->w, "mary");
	x.words = "they asked";
	assert_int_equal(casework_check_service(d->w->session, &x, &done), E_DENIED);
	assert_int_equal(leeds_buddies(d, "do_not_list"), 0);
	x.result = CHECK_CLOSED;
	assert_int_equal(casework_check_service(d->w->session, &x, &done), OK);
	assert_int_equal(done.told, 1);
	assert_string_equal(buddies_signpost(d), "given");
	answer_asked(d, APPROVAL_YES, "change LS6 Money Buddies: closed for good");
	assert_string_equal(buddies_signpost(d), "service_gone");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, leeds_desk_setup, leeds_desk_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(trouble__says_as_many_before_as_after),
		CASE(trouble__tells_whoever_sees_to_each_who_waits),
		CASE(trouble__of_a_worker_who_left_goes_to_whoever_is_on_duty),
		CASE(trouble__asks_nobody_to_ring_who_asked_us_to_stop),
		CASE(trouble__says_nothing_of_somebody_restricted),
		CASE(choosing_again__answers_the_reminder_and_ends_the_old_one),
		CASE(choosing_again__asks_on_for_the_other_concern),
		CASE(trouble_over__puts_back_whoever_has_not_chosen_again),
		CASE(trouble_at_the_desk__greys_it_and_ends_nothing_until_staff_agree),
		CASE(trouble_at_the_desk__is_as_it_was_when_staff_say_no),
		CASE(trouble_at_the_desk__warns_of_the_number_until_staff_say_no),
		CASE(check_at_the_desk__closes_as_a_proposal_and_takes_nothing_off_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
