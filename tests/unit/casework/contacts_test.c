#include "casework/contacts.h"

#include "test.h"

#include "called.h"
#include "fixture.h"
#include "session.h"

#include "base/clock.h"
#include "casework/may_contact.h"
#include "casework/undo.h"
#include "store/change.h"
#include "store/reminders.h"

#include <string.h>

static enum status record(struct workplace *w, struct person_id p, enum contact_outcome outcome,
                          struct contact_saved *saved)
{
	struct new_contact x = new_contact_blank;

	x.person = p;
	x.outcome = outcome;
	return casework_record_contact(w->session, &x, &w->arena, saved);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static const char *text(struct workplace *w, const char *sql)
{
	return store_text(w->session->store, sql, &w->arena);
}

/* Each kind of reminder about them, open, and one about somebody else. */
static void every_reminder(struct workplace *w, struct person_id p, struct person_id other)
{
	struct change c;
	struct reminder_id id;

	assert_int_equal(change_begin(&c, w->session->store, w->session->account.id,
	                              w->session->now, "reminders"),
	                 OK);
	for (size_t i = 0; i < reminder_kinds.n; i++) {
		struct reminder r = reminder_blank;

		r.person = p;
		r.worker = w->session->account.id;
		r.kind = (enum reminder_kind)reminder_kinds.at[i].value;
		r.what = "Ring her";
		r.due_on = r.first_due_on = r.made_on = w->session->today;
		r.by_account = w->session->account.id;
		assert_int_equal(reminder_add(&c, &r, &id), OK);
		r.person = other;
		if (i == 0)
			assert_int_equal(reminder_add(&c, &r, &id), OK);
	}
	assert_int_equal(change_end(&c, OK), OK);
}

static void record_contact__spoken_for_the_first_time__makes_the_referral_active(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	assert_int_equal(record(w, p, CONTACT_SPOKE, &saved), OK);
	assert_string_equal(text(w, "SELECT state FROM referral"), "active");
	assert_int_equal(count(w, "SELECT first_contact_on FROM referral"), w->session->today);
	assert_int_equal(count(w, "SELECT at_minute FROM contact"), 9 * 60);
	assert_string_equal(text(w, "SELECT reached FROM contact"), "yes");
	assert_int_equal(count(w, "SELECT count(*) FROM reminder"), 0);
	assert_string_equal(saved.said, "Saved: the first time you spoke. Nothing is set for Janie "
	                                "next; f sets a reminder.");
	assert_string_equal(text(w, "SELECT state FROM caseload"), "active");
}

static void record_contact__no_answer__climbs_the_ladder(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_string_equal(saved.said, "Saved. Second try set for Wed 25 Nov after 12:00.");
	workplace_days_later(w, 2);
	w->session->minute = 12 * 60 + 20;
	assert_int_equal(record(w, p, CONTACT_SOMEBODY_ELSE, &saved), OK);
	assert_string_equal(saved.said, "Saved. Third try set for Fri 27 Nov after 17:00.");
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'done'"), 1);
	assert_string_equal(text(w, "SELECT state FROM referral"), "accepted");
	assert_int_equal(count(w, "SELECT next_minute FROM caseload"), 17 * 60);
}

/* Spoken with: to see how they are is done with it, and said; the visit at two and the form are not. */
static void record_contact__spoken__asks_no_more_how_they_are(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	store_sql(w->session->store,
	          "INSERT INTO reminder (person, worker, kind, what, due_on, due_minute, rule,"
	          "  first_due_on, made_on, by_account) VALUES"
	          " (1, 1, 'follow_up', 'See how they are: treatment ended two weeks ago', 20779,"
	          "  NULL, 'end-of-treatment-2w', 20779, 20760, 1),"
	          " (1, 1, 'follow_up', 'See how they are', 20780, 840, NULL, 20780, 20760, 1),"
	          " (1, 1, 'follow_up', 'Send the form', 20780, NULL, NULL, 20780, 20760, 1)");
	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'done'"), 0);
	assert_int_equal(record(w, p, CONTACT_SPOKE, &saved), OK);
	assert_non_null(strstr(saved.said,
	                       "Done with it: See how they are: treatment ended two weeks ago."));
	assert_string_equal(
		text(w, "SELECT group_concat(what, ';') FROM (SELECT * FROM reminder ORDER BY id)"
	                " WHERE state = 'open'"),
		"See how they are;Send the form");
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"
	                          " AND kind = 'follow_up'"),
	                 3);
}

static void record_contact__no_answer_where_post_is_not_safe__never_proposes_a_letter(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	called_tried_twice(w, p);
	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_string_equal(saved.said, "Saved. Fourth try set for Mon 30 Nov after 17:00.");
	for (int i = 0; i < 2; i++)
		assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_string_equal(text(w, "SELECT what FROM reminder WHERE state = 'open'"),
	                    "Ask who referred them: is there a safer way?");
	/* One more try neither asks twice nor takes it for asked. */
	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE rule = 'ladder.letter'"), 0);
}

static void record_contact__spoken_with__ends_the_ladder(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_int_equal(record(w, p, CONTACT_THEY_RANG, &saved), OK);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 0);
	assert_string_equal(text(w, "SELECT outcome FROM reminder"), "they rang us");
}

static void record_contact__asked_to_stop__leaves_nothing_that_goes_out(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w), other = called_nobody_asked(w, "Hughes");
	struct contact_saved saved;
	struct contact_view view;
	struct may_contact may;

	every_reminder(w, p, other);
	assert_int_equal(record(w, p, CONTACT_ASKED_TO_STOP, &saved), OK);
	assert_string_equal(saved.said, "Saved. Janie asked us to stop: 12 reminders dropped, and "
	                                "nothing more goes out.");
	assert_int_equal(
		count(w, "SELECT count(*) FROM reminder WHERE state = 'open' AND person = 1"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 1);
	assert_int_equal(count(w, "SELECT no_more_contact_on FROM person WHERE id = 1"),
	                 w->session->today);
	assert_int_equal(count(w, "SELECT stopped FROM caseload WHERE person = 1"), 1);
	for (int i = CHANNEL_RING; i <= CHANNEL_VISIT; i++) {
		assert_int_equal(casework_may_contact(w->session, p, (enum channel)i,
		                                      w->session->today, &w->arena, &may),
		                 OK);
		assert_false(may.yes);
		assert_non_null(strstr(may.why, "asked us to stop"));
	}
	/* A try that is written down all the same sets nothing. */
	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), OK);
	assert_int_equal(saved.next.n, 0);
	assert_int_equal(casework_contact_view(w->session, p, &w->arena, &view), OK);
	assert_string_equal(view.stopped, "Janie asked us to stop on Mon 23 Nov. No contact.");
	assert_int_equal(view.next.step, LADDER_NONE);
}

static void record_contact__asked_to_stop__is_undone_as_one(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w), other = called_nobody_asked(w, "Hughes");
	struct contact_saved saved;
	const char *what;

	every_reminder(w, p, other);
	assert_int_equal(record(w, p, CONTACT_ASKED_TO_STOP, &saved), OK);
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_non_null(strstr(what, "contact with Carter, Jane 1981, 09:00, asked us to stop"));
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(
		count(w, "SELECT count(*) FROM reminder WHERE state = 'open' AND person = 1"), 12);
	assert_int_equal(count(w, "SELECT no_more_contact_on FROM person WHERE id = 1"), -1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
}

static void record_contact__wrong_number__strikes_it_out_and_asks_the_referrer(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;

	assert_int_equal(record(w, p, CONTACT_WRONG_NUMBER, &saved), OK);
	assert_int_equal(count(w, "SELECT struck_on FROM contact_point WHERE label = 'mobile'"),
	                 w->session->today);
	assert_int_equal(count(w, "SELECT struck_on FROM contact_point WHERE label = 'home'"), -1);
	assert_string_equal(saved.said,
	                    "Saved. 07700 900123 is struck out. Next, Mon 23 Nov: Ask who "
	                    "referred them: is there a safer way?");
}

static void record_contact__next_step__becomes_a_reminder_of_their_worker(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_saved saved;
	struct new_contact x = new_contact_blank;

	workplace_as(w, "ben");
	workplace_cover(w, p);
	x.person = p;
	x.outcome = CONTACT_SPOKE;
	x.note = "Rent is due on the 1st.";
	x.minutes = 25;
	x.has_next = true;
	x.next = (struct next_step){ "Ring about the rent", w->session->today + 4, 9 * 60 + 30,
		                     REMINDER_FOLLOW_UP };
	assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), OK);
	assert_string_equal(saved.said,
	                    "Saved. Next, Fri 27 Nov 09:30, Priya Shah: Ring about the rent");
	assert_int_equal(count(w, "SELECT worker FROM reminder"), 1);
	assert_int_equal(count(w, "SELECT by_account FROM reminder"), 2);
	assert_string_equal(text(w, "SELECT kind FROM reminder"), "follow_up");
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE kind = 'change' AND what LIKE "
	                          "'contact with%'"),
	                 1);
}

static void record_contact__opened_from_a_reminder__is_done_with_it(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w), other = called_nobody_asked(w, "Hughes");
	struct contact_saved saved;
	struct new_contact x = new_contact_blank;

	every_reminder(w, p, other);
	x.person = p;
	x.outcome = CONTACT_FACE_TO_FACE;
	x.reminder.n = count(w, "SELECT id FROM reminder WHERE kind = 'chase'");
	assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), OK);
	assert_string_equal(text(w, "SELECT state FROM reminder WHERE kind = 'chase'"), "done");
	assert_string_equal(text(w, "SELECT state FROM reminder WHERE kind = 'check_back'"),
	                    "open");
}

/* P-c: what was not asked is no. */
static void record_contact__not_asked__refuses_message_text_email_and_post(void **state)
{
	static const struct {
		enum contact_outcome outcome;
		enum contact_mode mode;
		const char *why;
	} ways[] = {
		{ CONTACT_MESSAGE, CONTACT_BY_PHONE, "No voicemail to Samir: not asked yet." },
		{ CONTACT_TEXT_OR_EMAIL, CONTACT_BY_TEXT, "No text to Samir: not asked yet." },
		{ CONTACT_TEXT_OR_EMAIL, CONTACT_BY_EMAIL, "No e-mail to Samir: not asked yet." },
		{ CONTACT_TEXT_OR_EMAIL, CONTACT_BY_LETTER, "No post to Samir: not asked yet." },
		{ CONTACT_NO_ANSWER, CONTACT_BY_LETTER, "No post to Samir: not asked yet." },
		{ CONTACT_MESSAGE, CONTACT_BY_TEXT, "No text to Samir: not asked yet." },
	};
	struct workplace *w = *state;
	struct person_id p = called_nobody_asked(w, "Hughes");
	struct contact_saved saved;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct new_contact x = new_contact_blank;

		x.person = p;
		x.outcome = ways[i].outcome;
		x.mode = ways[i].mode;
		assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved),
		                 E_DENIED);
		assert_string_equal(session_fault(w->session), ways[i].why);
		x.direction = CONTACT_IN; /* what they sent us is always kept */
		assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), OK);
	}
}

static void may_contact__says_who_set_it_and_when(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct may_contact may;

	assert_int_equal(casework_may_contact(w->session, p, CHANNEL_POST, w->session->today,
	                                      &w->arena, &may),
	                 OK);
	assert_false(may.yes);
	assert_string_equal(may.why, "No post to Janie: set 3 Oct by Priya Shah.");
	assert_int_equal(casework_may_contact(w->session, p, CHANNEL_TEXT, w->session->today,
	                                      &w->arena, &may),
	                 OK);
	assert_true(may.yes);
	assert_string_equal(may.why, "");
}

static void may_contact__not_before_the_day_until_which_quiet_was_agreed(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct may_contact may;

	store_sql(w->session->store, "UPDATE person SET quiet_until = 20787");
	assert_int_equal(casework_may_contact(w->session, p, CHANNEL_RING, 20786, &w->arena, &may),
	                 OK);
	assert_string_equal(may.why, "Quiet was agreed with Janie until Mon 30 Nov.");
	assert_int_equal(casework_may_contact(w->session, p, CHANNEL_RING, 20787, &w->arena, &may),
	                 OK);
	assert_true(may.yes);
}

static void contact_view__has_what_one_needs_before_dialling(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct contact_view v;

	called_tried_twice(w, p);
	assert_int_equal(casework_contact_view(w->session, p, &w->arena, &v), OK);
	assert_int_equal(v.numbers.n, 2);
	assert_string_equal(v.numbers.at[0].shown, "07700 900123");
	assert_string_equal(v.numbers.at[0].no, "");
	assert_string_equal(v.numbers.at[1].no, "NEVER USE");
	assert_string_equal(v.them, "her");
	assert_string_equal(v.speaks_for, "nobody");
	assert_string_equal(v.tried, "Tue 17 Nov 09:40 no answer · Thu 19 Nov 14:10 no answer");
	assert_int_equal(v.tries, 2);
	assert_string_equal(v.no_message, "No voicemail to Janie: set 3 Oct by Priya Shah.");
	assert_null(v.no_text);
	assert_string_equal(v.next.what, "Fourth try, after 17");
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE kind = 'look'"), 1);
}

static void unable_to_contact__asks_about_hospital_a_move_death_and_the_referrer(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct out_of_reach checked = { .note = "five tries" };
	bool *const checks[] = { &checked.not_in_hospital, &checked.not_moved, &checked.not_died,
		                 &checked.referrer_asked };

	for (size_t i = 0; i < COUNT_OF(checks); i++) {
		assert_int_equal(casework_unable_to_contact(w->session, p, &checked), E_INVALID);
		*checks[i] = true;
	}
	assert_int_equal(casework_unable_to_contact(w->session, p, &checked), OK);
	assert_string_equal(text(w, "SELECT state FROM referral"), "unable_to_contact");
	assert_int_equal(casework_unable_to_contact(w->session, p, &checked), E_CONFLICT);
}

static void day_load__counts_what_is_open_for_that_worker(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w), other = called_nobody_asked(w, "Hughes");
	struct account_id own = w->session->account.id;
	struct day_load load;

	every_reminder(w, p, other);
	assert_int_equal(casework_day_load(w->session, own, w->session->today, &load), OK);
	assert_int_equal(load.others, 13);
	assert_true(load.full);
	assert_int_equal(load.lighter, w->session->today + 1); /* Tuesday: Friday has gone */
	assert_string_equal(day_load_text(&load, w->session->today, &w->arena),
	                    "13 others that day, none on Tue 24 Nov");
	w->session->service.day_full = 14;
	assert_int_equal(casework_day_load(w->session, own, w->session->today, &load), OK);
	assert_false(load.full);
	assert_int_equal(load.lighter, DAY_NONE);
	assert_int_equal(
		casework_day_load(w->session, (struct account_id){ 2 }, w->session->today, &load),
		OK);
	assert_int_equal(load.others, 0);
}

/* Whoever asks, not the form alone; what was before that day is still a fact. */
static void record_contact__after_a_death__nothing_goes_out(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct new_contact before = new_contact_blank;
	struct contact_saved saved;
	day died_on = w->session->today - 5;

	store_sql(w->session->store,
	          arena_printf(&w->arena, "UPDATE person SET died_on = %d, died_sure = 'sure'",
	                       died_on));
	assert_int_equal(record(w, p, CONTACT_SPOKE, &saved), E_DENIED);
	assert_int_equal(record(w, p, CONTACT_NO_ANSWER, &saved), E_DENIED);
	assert_non_null(strstr(session_fault(w->session), "died"));
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(record(w, p, CONTACT_THEY_RANG, &saved), OK);
	before.person = p;
	before.outcome = CONTACT_SPOKE;
	before.on = died_on - 1;
	assert_int_equal(casework_record_contact(w->session, &before, &w->arena, &saved), OK);
}

static void record_contact__a_day_ahead_or_nothing_chosen__is_refused(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct new_contact x = new_contact_blank;
	struct contact_saved saved;

	x.person = p;
	assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), E_INVALID);
	x.outcome = CONTACT_SPOKE;
	x.on = w->session->today + 1;
	assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), E_INVALID);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(record_contact__spoken_for_the_first_time__makes_the_referral_active),
		TEST(record_contact__no_answer__climbs_the_ladder),
		TEST(record_contact__no_answer_where_post_is_not_safe__never_proposes_a_letter),
		TEST(record_contact__spoken_with__ends_the_ladder),
		TEST(record_contact__asked_to_stop__leaves_nothing_that_goes_out),
		TEST(record_contact__asked_to_stop__is_undone_as_one),
		TEST(record_contact__wrong_number__strikes_it_out_and_asks_the_referrer),
		TEST(record_contact__next_step__becomes_a_reminder_of_their_worker),
		TEST(record_contact__opened_from_a_reminder__is_done_with_it),
		TEST(record_contact__not_asked__refuses_message_text_email_and_post),
		TEST(record_contact__after_a_death__nothing_goes_out),
		TEST(record_contact__a_day_ahead_or_nothing_chosen__is_refused),
		TEST(may_contact__says_who_set_it_and_when),
		TEST(may_contact__not_before_the_day_until_which_quiet_was_agreed),
		TEST(contact_view__has_what_one_needs_before_dialling),
		TEST(unable_to_contact__asks_about_hospital_a_move_death_and_the_referrer),
		TEST(record_contact__spoken__asks_no_more_how_they_are),
		TEST(day_load__counts_what_is_open_for_that_worker),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
