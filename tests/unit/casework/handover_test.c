#include "casework/handover.h"
#include "casework/today.h"

#include "fixture.h"
#include "scene.h"
#include "test.h"

#include "casework/access.h"
#include "casework/caseload.h"
#include "casework/cover.h"
#include "casework/drafts.h"
#include "casework/release.h"
#include "casework/reminders.h"
#include "casework/undo.h"
#include "casework/unfinished.h"
#include "model/reminder.h"
#include "store/change.h"

#include <string.h>

static const struct account_id priya = { 1 }, ben = { 2 };

static struct since since(struct workplace *w)
{
	struct since v;

	assert_int_equal(casework_since(w->session, &w->arena, &v), OK);
	return v;
}

/* Whoever it is was here three days ago, on Friday. */
static void was_here(struct workplace *w, struct account_id who)
{
	struct note_event e = { .kind = "sign_out",
		                .who = who,
		                .at = w->session->now - 3 * 86400,
		                .what = "signed out" };

	assert_int_equal(change_note(w->session->store, &e), OK);
}

static const struct since_row *row(const struct since *v, enum since_section section, size_t nth)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->at[i].section == section && nth-- == 0)
			return &v->at[i];
	fail_msg("no such row under %s", since_head(section));
	return NULL;
}

static void remind(struct workplace *w, int64_t person, const char *what)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person.n = person;
	r.worker = w->session->account.id;
	r.what = what;
	r.due_on = w->session->today + 4;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
}

static void since__tells_what_others_did_about_ones_people(void **state)
{
	struct workplace *w = *state;
	struct since v;
	const struct since_row *x;

	scene_set(w);
	was_here(w, priya);
	workplace_as(w, "ben");
	assert_int_equal(casework_give_reason(w->session, (struct person_id){ 1 }, ACCESS_RANG),
	                 OK);
	remind(w, 1, "Ring about parking");
	remind(w, 1, "Said in error");
	assert_int_equal(casework_undo(w->session), OK);
	remind(w, 10, "Ben's own");
	workplace_as(w, "priya");
	remind(w, 2, "Priya's own doing");
	v = since(w);
	assert_string_equal(v.last, "Fri 20 Nov 09:00");
	assert_int_equal(v.count[SINCE_CHANGED], 1);
	x = row(&v, SINCE_CHANGED, 0);
	assert_string_equal(x->who, "Ben Ojo");
	assert_string_equal(x->what, "reminder for Carter, Jane 1981: Ring about parking");
	assert_int_equal(x->person.n, 1);
	assert_int_equal(v.count[SINCE_OPENED], 1);
	x = row(&v, SINCE_OPENED, 0);
	assert_string_equal(x->who, "Ben Ojo");
	assert_string_equal(x->what, "Carter, Jane 1981: they rang");
	assert_int_equal(v.count[SINCE_PROMISED], 1); /* Jane: Citizens Advice */
	assert_int_equal(v.count[SINCE_SAFETY], 0);   /* her own worry is no news to her */
}

/* A paper that a colleague handed out has left: whose they are is told. */
static void since__tells_what_others_handed_out(void **state)
{
	struct workplace *w = *state;
	const struct paper_wanted wanted = { .document = DOCUMENT_SUMMARY, .person = { 1 } };
	struct release r;
	const char *said;
	struct since v;

	scene_set(w);
	was_here(w, priya);
	workplace_as(w, "ben");
	assert_int_equal(casework_give_reason(w->session, (struct person_id){ 1 }, ACCESS_RANG),
	                 OK);
	assert_int_equal(casework_release_paper(w->session, &wanted, &w->arena, &r), OK);
	assert_int_equal(casework_released_paper(w->session, &r, &w->arena, &said), OK);
	assert_string_equal(said, "");
	workplace_as(w, "priya");
	v = since(w);
	assert_int_equal(v.count[SINCE_CHANGED], 1);
	assert_string_equal(row(&v, SINCE_CHANGED, 0)->who, "Ben Ojo");
	assert_non_null(strstr(row(&v, SINCE_CHANGED, 0)->what, "handed to"));
}

static void since__tells_who_was_handed_over__the_last_time(void **state)
{
	struct workplace *w = *state;
	struct person_id people[] = { { 1 }, { 2 } };
	struct hand_over what = { people, 2, "ben", "two weeks away" };
	size_t moved;
	struct since v;

	scene_set(w);
	was_here(w, ben);
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	what.n = 1;
	what.login = "ann";
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	what.login = "ben";
	what.reason = "Ann is full";
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	workplace_as(w, "ben");
	v = since(w);
	assert_int_equal(v.count[SINCE_HANDED], 2);
	assert_string_equal(row(&v, SINCE_HANDED, 0)->who, "Carter, Jane 1981");
	assert_non_null(strstr(row(&v, SINCE_HANDED, 0)->what, "Ann is full"));
	assert_string_equal(row(&v, SINCE_HANDED, 1)->who, "Pritchard, Dylan 1978");
}

/* Handing over many is one change, and one undo. */
static void hand_over__of_many_is_taken_back_in_one(void **state)
{
	struct workplace *w = *state;
	struct person_id people[] = { { 1 }, { 2 }, { 3 }, { 6 } };
	struct hand_over what = { people, 4, "ben", "two weeks away" };
	size_t moved;

	scene_set(w);
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	assert_int_equal(moved, 4);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM caseload WHERE worker = 1"), 9);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM reminder WHERE worker = 1"), 4);
}

static void since__welcomes_back_with_what_was_done(void **state)
{
	struct workplace *w = *state;
	struct new_cover what = { { 1 }, { 2 }, w->session->today };
	const char *said = "";
	struct since v;

	scene_set(w);
	was_here(w, priya);
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
	workplace_days_later(w, 2);
	workplace_as(w, "ben");
	remind(w, 1, "Ring about parking");
	store_sql(w->session->store,
	          "INSERT INTO contact (person, on_day, outcome, direction, mode, reached,"
	          "  by_account) VALUES (1, 20781, 'spoke', 'out', 'phone', 'yes', 2),"
	          " (2, 20782, 'no_answer', 'out', 'phone', 'no', 2)");
	workplace_days_later(w, 1);
	workplace_as(w, "priya");
	v = since(w);
	assert_true(v.away);
	assert_string_equal(v.away_since, "Mon 23 Nov");
	assert_string_equal(row(&v, SINCE_COVER, 0)->what, "Ben covered for you: 2 contacts");
	assert_string_equal(row(&v, SINCE_COVER, 1)->what, "Ben Ojo still has: Ring about parking");
	assert_int_equal(v.count[SINCE_CHANGED], 1);
	assert_int_equal(casework_end_cover(w->session, priya, &w->arena, &said), OK);
	v = since(w);
	assert_false(v.away);
	assert_int_equal(v.count[SINCE_COVER], 2); /* the whole of that day */
	workplace_days_later(w, 1);
	v = since(w);
	assert_int_equal(v.count[SINCE_COVER], 0);
}

static void leave(struct workplace *w, enum note_reader reader, const char *login,
                  const char *words, enum status expected)
{
	struct new_note n = { .reader = reader, .login = login, .words = words };
	const char *said = "";

	assert_int_equal(casework_leave_note(w->session, &n, &w->arena, &said), expected);
}

static void note__stands_until_it_is_read__and_says_by_whom(void **state)
{
	struct workplace *w = *state;
	struct notes_shown left;
	struct since v;

	leave(w, NOTE_FOR_ONE, "nobody", "x", E_INVALID);
	leave(w, NOTE_FOR_ONE, "Ben", "The key is with Ann", OK);
	leave(w, NOTE_FOR_NEXT, "", "", E_INVALID);
	leave(w, NOTE_FOR_NEXT, "", "Heating engineer comes at 10", OK);
	assert_int_equal(since(w).count[SINCE_NOTES], 0); /* not one's own */
	workplace_as(w, "ben");
	v = since(w);
	assert_int_equal(v.count[SINCE_NOTES], 2);
	assert_int_equal(casework_note_read(w->session, row(&v, SINCE_NOTES, 0)->id), OK);
	assert_int_equal(casework_note_read(w->session, row(&v, SINCE_NOTES, 1)->id), OK);
	assert_int_equal(since(w).count[SINCE_NOTES], 0);
	workplace_as(w, "ann"); /* whoever was next has read it */
	assert_int_equal(since(w).count[SINCE_NOTES], 0);
	assert_int_equal(casework_note(w->session, row(&v, SINCE_NOTES, 0)->id, &w->arena,
	                               &(struct note_shown){ 0 }),
	                 E_DENIED);
	workplace_as(w, "priya");
	assert_int_equal(casework_notes_left(w->session, &w->arena, &left), OK);
	assert_string_equal(left.at[0].read, "read by Ben Ojo, Mon 23 Nov 09:00");
}

/* "She asked" says nothing to whoever reads it on Today: the note names whom it is about. */
static void note__about_somebody__names_them_on_today(void **state)
{
	struct workplace *w = *state;
	struct new_note n = { .reader = NOTE_FOR_ONE, .login = "ben", .words = "Ring after four" };
	struct today_view view;
	const char *said = "";

	scene_set(w);
	n.person = (struct person_id){ 1 };
	assert_int_equal(casework_leave_note(w->session, &n, &w->arena, &said), OK);
	workplace_as(w, "ben");
	for (int masked = 0; masked <= 1; masked++) {
		bool found = false;

		w->session->service.desk_mode = masked;
		assert_int_equal(
			casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &view), OK);
		for (size_t i = 0; i < view.today.items.n; i++)
			found |= strcmp(view.today.items.at[i].what,
			                masked ? "Ring after four"
			                       : "Carter, Jane 1981: Ring after four") == 0;
		assert_true(found);
	}
}

/* Care rule 35: a volunteer has the notes to volunteers, at most five lines, and nothing else. */
static void since__is_for_a_volunteer_five_notes_at_most(void **state)
{
	struct workplace *w = *state;
	struct since v;

	scene_set(w);
	was_here(w, (struct account_id){ 4 });
	for (int i = 0; i < 7; i++)
		leave(w, NOTE_FOR_VOLUNTEERS, "", "Tea is in the cupboard", OK);
	leave(w, NOTE_FOR_NEXT, "", "For staff", OK);
	remind(w, 1, "Ring about parking");
	workplace_as(w, "mary");
	v = since(w);
	assert_int_equal(v.n, 5);
	assert_int_equal(v.count[SINCE_NOTES], 5);
	assert_int_equal(v.more, 2);
	assert_int_equal(casework_note_read(w->session, v.at[0].id), OK);
	v = since(w);
	assert_int_equal(v.more, 1);
	/* Another volunteer reads each for herself. */
	store_sql(w->session->store,
	          "INSERT INTO account (id, login, name, roles) VALUES (5, 'joy', 'Joy Ash', 1)");
	workplace_as(w, "joy");
	v = since(w);
	assert_int_equal(v.more, 2);
}

static void since__waits_once_a_shift__and_only_for_something(void **state)
{
	struct workplace *w = *state;
	bool waits = true;

	scene_set(w);
	store_sql(w->session->store, "DELETE FROM safety_note");
	was_here(w, ben);
	workplace_as(w, "ben");
	assert_int_equal(casework_since_waits(w->session, &waits), OK);
	assert_false(waits);
	workplace_as(w, "priya");
	leave(w, NOTE_FOR_ONE, "ben", "The key is with Ann", OK);
	workplace_as(w, "ben");
	assert_int_equal(casework_since_waits(w->session, &waits), OK);
	assert_true(waits);
	(void)since(w);
	assert_int_equal(casework_since_waits(w->session, &waits), OK);
	assert_false(waits);
	workplace_days_later(w, 1);
	assert_int_equal(casework_since_waits(w->session, &waits), OK);
	assert_true(waits); /* it was never read */
}

/* ---- left unfinished ---- */

static void keep(struct workplace *w, const char *form, int64_t person, const char *body)
{
	struct draft d = { .form = form,
		           .about = "CL-000001",
		           .person = { person },
		           .title = "begun",
		           .body = body };

	assert_int_equal(casework_keep_draft(w->session, &d), OK);
}

static size_t unfinished(struct workplace *w, struct unfinished_list *ret)
{
	assert_int_equal(casework_unfinished(w->session, &w->arena, ret), OK);
	return ret->n;
}

/* Care rule 13: after two working days, or when the author is away; never before. */
static void unfinished__is_seen_after_two_working_days_or_when_its_author_is_away(void **state)
{
	struct workplace *w = *state;
	struct new_cover what = { { 2 }, { 1 }, w->session->today };
	struct unfinished_list list;
	const char *said = "";

	scene_set(w);
	workplace_as(w, "ben");
	workplace_cover(w, (struct person_id){ 1 });
	keep(w, "assessment", 1, "practical.money=5\npractical.work=0\n");
	workplace_as(w, "priya");
	assert_int_equal(unfinished(w, &list), 0);
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
	assert_int_equal(unfinished(w, &list), 1);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(unfinished(w, &list), 0);
	workplace_days_later(w, 1);
	assert_int_equal(unfinished(w, &list), 0);
	workplace_days_later(w, 1);
	assert_int_equal(unfinished(w, &list), 1);
	assert_string_equal(list.at[0].what,
	                    "Unfinished assessment by Ben Ojo, Mon 09:00, 1 raised");
	assert_string_equal(list.at[0].name, "Carter, Jane 1981");
	/* Not her worker, no coordinator; and a volunteer never. */
	store_sql(w->session->store,
	          "INSERT INTO account (id, login, name, roles) VALUES (5, 'amy', 'Amy Fox', 2)");
	workplace_as(w, "amy");
	assert_int_equal(unfinished(w, &list), 0);
	workplace_as(w, "mary");
	assert_int_equal(unfinished(w, &list), 0);
}

/* P-a: a red answer in a draft raises at once. */
static void unfinished__is_seen_at_once__when_an_answer_needs_a_person(void **state)
{
	struct workplace *w = *state;
	struct unfinished_list list;

	scene_set(w);
	workplace_as(w, "ben");
	workplace_cover(w, (struct person_id){ 1 });
	keep(w, "assessment", 1, "overall=9\n");
	workplace_as(w, "priya");
	assert_int_equal(unfinished(w, &list), 1);
	assert_int_equal(list.at[0].red, 1);
	assert_non_null(strstr(list.at[0].what, "1 answer needs a person today"));
}

static void unfinished__is_read_with_a_reason_that_is_on_record(void **state)
{
	struct workplace *w = *state;
	struct unfinished_list list;
	struct unfinished_text text;

	scene_set(w);
	workplace_as(w, "ben");
	workplace_cover(w, (struct person_id){ 1 });
	keep(w, "assessment", 1, "overall=9\npractical.money.words=can\\'t pay\n");
	workplace_as(w, "priya");
	assert_int_equal(unfinished(w, &list), 1);
	assert_int_equal(casework_read_unfinished(w->session, list.at[0].id, "", &w->arena, &text),
	                 E_INVALID);
	assert_int_equal(
		casework_read_unfinished(w->session, list.at[0].id, "Ben is ill", &w->arena, &text),
		OK);
	assert_int_equal(text.n, 2);
	assert_string_equal(text.at[0].text, "9");
	assert_true(text.at[0].red);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM event WHERE person = 1 AND account = 1"
	                           "  AND kind = 'look' AND what LIKE '%read: Ben is ill'"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 1);
	assert_int_equal(casework_read_unfinished(w->session, 999, "why", &w->arena, &text),
	                 E_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(since__tells_what_others_did_about_ones_people),
		T(since__tells_what_others_handed_out),
		T(since__tells_who_was_handed_over__the_last_time),
		T(hand_over__of_many_is_taken_back_in_one),
		T(since__welcomes_back_with_what_was_done),
		T(note__stands_until_it_is_read__and_says_by_whom),
		T(note__about_somebody__names_them_on_today),
		T(since__is_for_a_volunteer_five_notes_at_most),
		T(since__waits_once_a_shift__and_only_for_something),
		T(unfinished__is_seen_after_two_working_days_or_when_its_author_is_away),
		T(unfinished__is_seen_at_once__when_an_answer_needs_a_person),
		T(unfinished__is_read_with_a_reason_that_is_on_record),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
