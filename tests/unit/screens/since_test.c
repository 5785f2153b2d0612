#include "desk.h"
#include "fixture.h"
#include "scene.h"
#include "screens.h"
#include "since.h"
#include "stage.h"
#include "test.h"

#include "casework/access.h"
#include "casework/cover.h"
#include "casework/drafts.h"
#include "casework/handover.h"
#include "casework/reminders.h"
#include "model/reminder.h"
#include "store/change.h"

static const struct visit since = { .where = &since_screen };
static const struct visit today = { .where = &today_screen };

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

static void leave(struct workplace *w, enum note_reader reader, const char *login,
                  const char *words)
{
	struct new_note n = { .reader = reader, .login = login, .words = words };
	const char *said = "";

	assert_int_equal(casework_leave_note(w->session, &n, &w->arena, &said), OK);
}

static void draft_by_ben(struct workplace *w)
{
	struct draft d = { .form = "assessment",
		           .about = "CL-000001",
		           .person = { 1 },
		           .title = "begun",
		           .body = "overall=9\npractical.money=5\n"
		                   "practical.money.words=I can't pay the rent\n" };

	assert_int_equal(casework_keep_draft(w->session, &d), OK);
}

/* Priya was here on Friday; Ben covered for her since, and did this and that. */
static void while_she_was_away(struct workplace *w)
{
	struct note_event e = { .kind = "sign_out",
		                .who = { 1 },
		                .at = w->session->now - 3 * 86400,
		                .what = "signed out" };
	struct new_cover what = { { 1 }, { 2 }, w->session->today };
	const char *said = "";

	scene_set(w);
	store_sql(w->session->store, "UPDATE safety_note SET raised_by = 2");
	assert_int_equal(change_note(w->session->store, &e), OK);
	workplace_as(w, "ann");
	assert_int_equal(casework_give_reason(w->session, (struct person_id){ 2 }, ACCESS_RANG),
	                 OK);
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
	workplace_as(w, "ben");
	remind(w, 1, "Ring about parking");
	remind(w, 6, "Ask ward 5 again");
	leave(w, NOTE_FOR_ONE, "priya", "Jane rang twice about the rent. She is calmer now.");
	draft_by_ben(w);
	workplace_as(w, "priya");
}

static void since__stands_as_it_is_drawn(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	while_she_was_away(w);
	st = stage_open(w, &since);
	stage_golden(st, "since");
	stage_keys(st, "i");
	stage_shows(st, "covered for you");
	stage_close(st);
}

/* On a desk where anybody may look on, no name stands in it until somebody is opened. */
static void since__names_nobody__on_a_desk(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	while_she_was_away(w);
	w->session->service.desk_mode = true;
	st = stage_open(w, &since);
	stage_hides(st, "Carter");
	stage_hides(st, "Pritchard");
	stage_hides(st, "Okafor");
	stage_shows(st, "CL-000001");
	stage_close(st);
}

static void since__says_so__when_there_is_nothing(void **state)
{
	struct stage *st = stage_open(*state, &since);

	stage_golden(st, "since-empty");
	stage_close(st);
}

static void since__ends_the_cover_and_keeps_what_was_done(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	while_she_was_away(w);
	st = stage_open(w, &since);
	stage_keys(st, "Enter");
	stage_shows(st, "You are away since Mon 23 Nov. Are you back?");
	stage_keys(st, "Esc b n");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM cover WHERE back_on IS NULL"),
		1);
	stage_keys(st, "b y");
	stage_shows(st, "Welcome back.");
	stage_shows(st, "covered for you");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM cover WHERE back_on IS NULL"),
		0);
	stage_close(st);
}

static void since__opens_what_it_names(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	while_she_was_away(w);
	st = stage_open(w, &since);
	stage_keys(st, "Down Down Down");
	stage_stands(st, "Jane rang twice");
	stage_keys(st, "Enter");
	stage_golden(st, "note-left");
	stage_keys(st, "Enter");
	stage_hides(st, "Jane rang twice");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM handover_read"), 1);
	stage_keys(st, "Down Enter");
	assert_string_equal(stage_place(st), "unfinished");
	stage_hides(st, "pay the rent");
	stage_type(st, "Ben is ill");
	stage_keys(st, "Enter");
	stage_shows(st, "pay the rent");
	stage_golden(st, "unfinished");
	stage_keys(st, "Esc Down Enter");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

/* Care rule 13: an answer that needs a person stands on Today at once, and a note until it is read. */
static void today__has_what_was_left(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	while_she_was_away(w);
	st = stage_open(w, &today);
	stage_shows(st, "1 answer needs a person today");
	stage_shows(st, "Jane rang twice");
	stage_keys(st, "g h");
	assert_string_equal(stage_place(st), "since");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void leave_note__is_kept_until_it_is_read(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &since);

	stage_keys(st, "n");
	stage_shows(st, "A note for whoever is next");
	stage_hides(st, "Whom");
	stage_keys(st, "2");
	stage_shows(st, "Whom");
	stage_keys(st, "Enter");
	stage_type(st, "ben");
	stage_keys(st, "Enter");
	stage_type(st, "The key is with Ann");
	stage_golden(st, "leave-note");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved. Ben Ojo will find it, until it is read.");
	stage_keys(st, "n");
	stage_shows(st, "LEFT BEFORE");
	stage_shows(st, "not read yet");
	stage_close(st);
}

/* It stands on top of Today once a shift, and Esc goes on to it. */
static void since__is_the_first_screen_of_a_shift__once(void **state)
{
	struct workplace *w = *state;
	struct desk d = { 0 };

	while_she_was_away(w);
	d.session = w->session;
	assert_int_equal(desk_open(&d, &today), OK);
	since_begin_shift(&d);
	assert_int_equal(d.depth, 2);
	assert_ptr_equal(d.stack[1]->ops, &since_screen);
	desk_close(&d);
	since_begin_shift(&d);
	assert_int_equal(d.depth, 1);
	d.session = NULL;
	desk_done(&d);
}

/* Nobody may fall through: what was promised for today is offered to whoever is next. */
static void quit__offers_a_note__when_something_promised_is_open(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_keys(st, "q");
	stage_shows(st, "1 thing promised is not done. Leave clew?");
	stage_shows(st, "w a note for whoever is next, first");
	stage_keys(st, "w");
	assert_string_equal(stage_place(st), "leave-note");
	stage_keys(st, "Esc");
	store_sql(w->session->store, "UPDATE reminder SET to_person = 0");
	stage_keys(st, "q");
	stage_shows(st, "Leave clew?");
	stage_hides(st, "promised is not done");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(since__stands_as_it_is_drawn),
		T(since__names_nobody__on_a_desk),
		T(since__says_so__when_there_is_nothing),
		T(since__ends_the_cover_and_keeps_what_was_done),
		T(since__opens_what_it_names),
		T(quit__offers_a_note__when_something_promised_is_open),
		T(today__has_what_was_left),
		T(leave_note__is_kept_until_it_is_read),
		T(since__is_the_first_screen_of_a_shift__once),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
