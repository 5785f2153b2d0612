#include "casework/reminders.h"
#include "casework/signposts.h"

#include "casework/checks.h"
#include "casework/directory.h"
#include "casework/find.h"
#include "casework/undo.h"
#include "fixture.h"
#include "leeds_desk.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static struct new_signpost about(struct desk *d, enum signpost_kind kind)
{
	return (struct new_signpost){ .person = d->l.jane,
		                      .service = d->l.buddies,
		                      .concern = "practical.money",
		                      .kind = kind,
		                      .check_on = d->w->session->today + 18,
		                      .note = "" };
}

static struct signpost_saved told(struct desk *d)
{
	struct new_signpost x = about(d, SIGNPOST_TOLD);
	struct signpost_saved saved = { 0 };

	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), OK);
	return saved;
}

static void signpost__is_one_change_with_plan_and_reminder(void **state)
{
	struct desk *d = *state;
	int64_t events = leeds_number(d, "SELECT count(*) FROM event");
	struct signpost_saved saved = told(d);

	assert_string_equal(saved.text, "LS6 Money Buddies, told · check Fri 11 Dec");
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM event"), events + 1);
	assert_string_equal(leeds_text(d, "SELECT kind || what || status FROM action"),
	                    "signpostLS6 Money Buddiesstarted");
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE kind = 'check_back'"),
	                    "Did LS6 Money Buddies help?");
	assert_string_equal(leeds_text(d, "SELECT council FROM signpost ORDER BY id DESC LIMIT 1"),
	                    "E08000035");
	assert_int_equal(leeds_number(d, "SELECT waiting FROM service_use u JOIN service s"
	                                 " ON s.id = u.service WHERE s.name LIKE 'LS6%'"),
	                 1);
	assert_string_equal(leeds_text(d, "SELECT waiting_on FROM caseload WHERE person = 1"),
	                    "LS6 Money Buddies");
}

static void signpost__undone_leaves_nothing(void **state)
{
	struct desk *d = *state;

	told(d);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM action"), 0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder"), 0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM signpost WHERE person = 1"), 0);
	assert_int_equal(leeds_number(d, "SELECT coalesce(sum(waiting), 0) FROM service_use"), 0);
}

static void signpost__stands_without_a_plan_and_without_a_day(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = about(d, SIGNPOST_LEAFLET);
	struct signpost_saved saved;

	x.person = d->l.john;
	x.check_on = DAY_NONE;
	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM action"), 0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder"), 0);
}

static void refer__needs_their_word_and_who_may(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = about(d, SIGNPOST_REFERRED);
	struct signpost_saved saved;

	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), E_INVALID);
	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), E_INVALID);
	x.send = LEAVES_PROPOSED;
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), E_CONFLICT);
	assert_non_null(strstr(session_fault(d->w->session), "has not been asked"));
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM signpost WHERE person = 1"), 0);
	x.agreed = CONSENT_BY_PHONE;
	workplace_as(d->w, "mary");
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), E_DENIED);
	workplace_as(d->w, "priya");
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), OK);
	assert_string_equal(leeds_text(d, "SELECT what_sent FROM signpost WHERE person = 1"),
	                    "Name: Jane Carter. How to reach them: Text "
	                    "first. Speak to nobody else. Do not leave messages. Do not write. "
	                    "What it is about: Money, bills or debt.");
	assert_string_equal(leeds_text(d, "SELECT status FROM signpost WHERE person = 1"), "sent");
	assert_string_equal(leeds_text(d, "SELECT promised_phone FROM reminder"), "0113 496 0103");
}

static void signpost__is_not_for_somebody_who_died(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = about(d, SIGNPOST_TOLD);
	struct signpost_saved saved;

	store_sql(d->w->session->store, "UPDATE person SET died_on = 20770 WHERE id = 1");
	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), E_CONFLICT);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM signpost WHERE person = 1"), 0);
}

static void outcome__ends_the_reminder_and_the_action(void **state)
{
	struct desk *d = *state;
	struct signpost_outcome o = signpost_outcome_blank;
	day again;

	o.id = told(d).id;
	o.status = SIGNPOST_COMPLETED;
	o.helped = HELPED_PARTLY;
	o.outcome = "A payment plan";

	assert_int_equal(casework_signpost_outcome(d->w->session, &o, &again), OK);
	assert_string_equal(leeds_text(d, "SELECT state FROM reminder"), "done");
	assert_string_equal(leeds_text(d, "SELECT status FROM action"), "completed");
	assert_int_equal(leeds_number(d, "SELECT helped FROM service_use u JOIN service s"
	                                 " ON s.id = u.service WHERE s.name LIKE 'LS6%'"),
	                 1);
	assert_int_equal(again, DAY_NONE);
	o.status = SIGNPOST_GIVEN;
	o.helped = HELPED_NONE;
	assert_int_equal(casework_signpost_outcome(d->w->session, &o, &again), E_INVALID);
}

static void outcome__still_open_is_asked_about_again(void **state)
{
	struct desk *d = *state;
	struct signpost_outcome o = signpost_outcome_blank;
	day again;

	o.id = told(d).id;
	o.status = SIGNPOST_GIVEN;
	o.check_again = d->w->session->today + 40;

	assert_int_equal(casework_signpost_outcome(d->w->session, &o, &again), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE state = 'open'"), 1);
	assert_int_equal(leeds_number(d, "SELECT due_on FROM reminder WHERE state = 'open'"),
	                 d->w->session->today + 40);
	o.status = SIGNPOST_SENT;
	assert_int_equal(casework_signpost_outcome(d->w->session, &o, &again), E_CONFLICT);
}

/* P-i */
static void trouble__closing_raises_one_reminder_for_each_who_waits(void **state)
{
	struct desk *d = *state;
	struct new_signpost john = about(d, SIGNPOST_TOLD);
	struct service_trouble t = { d->l.buddies, TROUBLE_CLOSED, DAY_NONE, "" };
	struct signpost_saved saved;
	size_t n = 0;

	john.person = d->l.john;
	told(d);
	told(d);
	assert_int_equal(casework_signpost(d->w->session, &john, &d->w->arena, &saved), OK);
	store_sql(d->w->session->store, "UPDATE referral SET worker = 2 WHERE person = 2");
	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), OK);
	assert_int_equal(n, 2);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE rule = 'service_gone'"
	                                 " AND person = 1 AND worker = 1 AND state = 'open'"),
	                 1);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE rule = 'service_gone'"
	                                 " AND person = 2 AND worker = 2 AND state = 'open'"),
	                 1);
	assert_string_equal(leeds_text(d, "SELECT what FROM reminder WHERE rule = 'service_gone'"),
	                    "LS6 Money Buddies closed. Choose again?");
	assert_int_equal(
		leeds_number(d, "SELECT count(*) FROM signpost WHERE status = 'service_gone'"), 3);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE kind = 'check_back'"
	                                 " AND state = 'open'"),
	                 0);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(
		leeds_number(d, "SELECT count(*) FROM signpost WHERE status = 'service_gone'"), 0);
	assert_string_equal(leeds_text(d, "SELECT status FROM service WHERE name LIKE 'LS6%'"),
	                    "active");
}

/* From Today's d: the plan's action ends with the signpost, and its service's figures follow. */
static void complete_reminder__that_it_helped_is_said_everywhere(void **state)
{
	struct desk *d = *state;
	struct reminder_outcome how = { .words = "They cleared the arrears.",
		                        .helped = HELPED_YES };
	struct reminder_id id;
	day again;

	told(d);
	id.n = leeds_number(d, "SELECT id FROM reminder WHERE kind = 'check_back'");
	assert_int_equal(casework_complete_reminder(d->w->session, id, &how, &again), OK);
	assert_string_equal(
		leeds_text(d, "SELECT status || helped FROM signpost ORDER BY id DESC LIMIT 1"),
		"completedyes");
	assert_string_equal(leeds_text(d, "SELECT status FROM action"), "completed");
	assert_string_equal(leeds_text(d, "SELECT state || outcome FROM reminder"),
	                    "doneThey cleared the arrears.");
	assert_int_equal(leeds_number(d, "SELECT helped FROM service_use u JOIN service s"
	                                 " ON s.id = u.service WHERE s.name LIKE 'LS6%'"),
	                 1);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM reminder WHERE state = 'open'"), 0);
}

static void trouble__nobody_is_told_of_somebody_who_died(void **state)
{
	struct desk *d = *state;
	struct service_trouble t = { d->l.buddies, TROUBLE_FULL, DAY_NONE, "" };
	size_t n = 9;

	told(d);
	store_sql(d->w->session->store, "UPDATE person SET died_on = 20770 WHERE id = 1");
	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), OK);
	assert_int_equal(n, 0);
	assert_string_equal(leeds_text(d, "SELECT status FROM signpost WHERE person = 1"), "given");
}

static void trouble__a_wrong_number_stands_on_the_entry_until_it_is_checked(void **state)
{
	struct desk *d = *state;
	struct service_trouble t = { d->l.advice, TROUBLE_NUMBER, DAY_NONE, "It rings out" };
	size_t n;

	assert_int_equal(casework_service_trouble(d->w->session, &t, &n), OK);
	assert_string_equal(leeds_text(d, "SELECT alert FROM service WHERE ring_first = 1"),
	                    "Number or address wrong: It rings out");
	assert_int_equal(casework_service_checked(d->w->session, d->l.advice, CHECKED_TOLD), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM service WHERE ring_first = 1"), 1);
	assert_int_equal(casework_service_checked(d->w->session, d->l.advice, CHECKED_PHONED), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM service WHERE ring_first = 1"), 0);
}

static void unmet_need__keeps_why_and_where(void **state)
{
	struct desk *d = *state;
	struct unmet_need x = unmet_need_blank;
	struct unmet_need_id id;

	x.person = d->l.jane;
	x.concern = "practical.money";
	x.reason = UNMET_FULL_OR_LONG_WAIT;
	x.level = NEED_SUBSTANTIAL;
	assert_int_equal(casework_note_unmet_need(d->w->session, &x, &id), OK);
	assert_string_equal(leeds_text(d, "SELECT council || reason || level FROM unmet_need"),
	                    "E08000035full_or_long_waitsubstantial");
	assert_string_equal(leeds_text(d, "SELECT what FROM action"),
	                    "Nothing fits yet: full or a long wait. Ask again at review.");
}

static void what_leaves__says_how_to_reach_them_and_no_more(void **state)
{
	struct desk *d = *state;
	struct signpost_view v;
	struct what_leaves w;
	const char *reach;

	assert_int_equal(casework_signpost_view(d->w->session, d->l.jane, d->l.advice,
	                                        "practical.money", &d->w->arena, &v),
	                 OK);
	assert_int_equal(v.check_on, d->w->session->today + 18);
	assert_int_equal(casework_what_leaves(d->w->session, d->l.jane, d->l.advice,
	                                      "practical.money", &d->w->arena, &w),
	                 OK);
	reach = w.leaving.value[LEAVES_REACH];
	assert_string_equal(
		reach, "Text first. Speak to nobody else. Do not leave messages. Do not write.");
	assert_null(strstr(reach, "partner"));
	assert_false(w.agreed);
	assert_string_equal(w.state, "not asked");
	assert_non_null(strstr(w.words, "Citizens Advice Leeds"));
}

/* Care rule 12: what they may not know themselves is not told to others. */
static void what_leaves__names_no_illness_that_they_may_not_know_of(void **state)
{
	struct desk *d = *state;
	struct what_leaves w;

	store_sql(d->w->session->store,
	          "UPDATE person SET cancer_group = 'breast', knows_cancer = 'partly'");
	assert_int_equal(
		casework_what_leaves(d->w->session, d->l.jane, d->l.advice, "", &d->w->arena, &w),
		OK);
	assert_string_equal(w.leaving.value[LEAVES_ILLNESS], "");
	store_sql(d->w->session->store, "UPDATE person SET knows_cancer = 'yes'");
	assert_int_equal(
		casework_what_leaves(d->w->session, d->l.jane, d->l.advice, "", &d->w->arena, &w),
		OK);
	assert_string_equal(w.leaving.value[LEAVES_ILLNESS], "Breast");
}

static void refer__a_number_goes_with_how_to_reach_them_or_not_at_all(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = about(d, SIGNPOST_REFERRED);
	struct signpost_saved saved;

	x.agreed = CONSENT_BY_PHONE;
	x.send = LEAVES_BIT(LEAVES_NAME) | LEAVES_BIT(LEAVES_PHONE);
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), E_INVALID);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM consent"), 0);
	x.send |= LEAVES_BIT(LEAVES_REACH);
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), OK);
}

static void refer__records_the_yes_and_what_left_in_the_same_change(void **state)
{
	struct desk *d = *state;
	struct new_signpost x = about(d, SIGNPOST_REFERRED);
	int64_t events = leeds_number(d, "SELECT count(*) FROM event");
	struct signpost_saved saved;

	x.agreed = CONSENT_INTERPRETER;
	x.send = LEAVES_BIT(LEAVES_NAME);
	assert_int_equal(casework_refer(d->w->session, &x, &d->w->arena, &saved), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM event"), events + 1);
	assert_string_equal(
		leeds_text(d, "SELECT to_whom || '; ' || fields || '; ' || basis || '; ' ||"
	                      " purpose || '; ' || (consent = (SELECT max(id) FROM consent))"
	                      " || (signpost = (SELECT max(id) FROM signpost))"
	                      " FROM disclosure"),
		"LS6 Money Buddies; name; consent, 6(1)(a), 9(2)(a); refer; 11");
	assert_string_equal(leeds_text(d, "SELECT consent FROM signpost ORDER BY id DESC LIMIT 1"),
	                    "yes 23 Nov by interpreter, Priya Shah");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM consent"), 0);
	assert_int_equal(leeds_number(d, "SELECT count(*) FROM disclosure"), 0);
}

static void find__a_service__says_how_old_its_check_is(void **state)
{
	struct desk *d = *state;
	struct session *s = d->w->session;
	struct hits hits;

	store_sql(s->store, arena_printf(&d->w->arena,
	                                 "UPDATE service SET last_checked = %d, gone_on = NULL"
	                                 " WHERE id = %lld",
	                                 s->today - 3, (long long)d->l.buddies.n));
	assert_int_equal(casework_find(s, "ls6 money", 10, &d->w->arena, &hits), OK);
	assert_non_null(strstr(hits.at[0].where, "checked 3 days ago"));
	store_sql(s->store, "UPDATE service SET last_checked = NULL");
	assert_int_equal(casework_find(s, "ls6 money", 10, &d->w->arena, &hits), OK);
	assert_non_null(strstr(hits.at[0].where, "to be checked before use"));
}

int main(void)
{
#define WITH_LEEDS(test) \
	cmocka_unit_test_setup_teardown(test, leeds_desk_setup, leeds_desk_teardown)
	const struct CMUnitTest tests[] = {
		WITH_LEEDS(signpost__is_one_change_with_plan_and_reminder),
		WITH_LEEDS(signpost__undone_leaves_nothing),
		WITH_LEEDS(signpost__stands_without_a_plan_and_without_a_day),
		WITH_LEEDS(refer__needs_their_word_and_who_may),
		WITH_LEEDS(signpost__is_not_for_somebody_who_died),
		WITH_LEEDS(outcome__ends_the_reminder_and_the_action),
		WITH_LEEDS(outcome__still_open_is_asked_about_again),
		WITH_LEEDS(trouble__closing_raises_one_reminder_for_each_who_waits),
		WITH_LEEDS(complete_reminder__that_it_helped_is_said_everywhere),
		WITH_LEEDS(trouble__nobody_is_told_of_somebody_who_died),
		WITH_LEEDS(trouble__a_wrong_number_stands_on_the_entry_until_it_is_checked),
		WITH_LEEDS(unmet_need__keeps_why_and_where),
		WITH_LEEDS(what_leaves__says_how_to_reach_them_and_no_more),
		WITH_LEEDS(what_leaves__names_no_illness_that_they_may_not_know_of),
		WITH_LEEDS(refer__a_number_goes_with_how_to_reach_them_or_not_at_all),
		WITH_LEEDS(refer__records_the_yes_and_what_left_in_the_same_change),
		WITH_LEEDS(find__a_service__says_how_old_its_check_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
