#include "casework/calendar.h"

#include "carter.h"
#include "fixture.h"
#include "ics_read.h"
#include "test.h"

#include "casework/points.h"
#include "casework/reminders.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The calendar that comes of it; rc is what was answered. */
struct got {
	enum status rc;
	struct calendar_done done;
	struct ics_entries entries;
	const char *text;
};

static struct got take(struct workplace *w, bool names)
{
	struct calendar_options o = { .fd = memfd_create("calendar", MFD_CLOEXEC),
		                      .to_whom = "my own calendar",
		                      .purpose = PURPOSE_KEEP };
	char *text = arena_alloc(&w->arena, 1 << 18);
	struct got got = { 0 };

	assert_true(o.fd >= 0);
	got.rc = names ? casework_calendar_named(w->session, &o, &w->arena, &got.done)
	               : casework_calendar(w->session, &o, &w->arena, &got.done);
	assert_true(pread(o.fd, text, (1 << 18) - 1, 0) >= 0);
	close(o.fd);
	got.text = text;
	got.entries = ics_read(str_of(text), &w->arena);
	if (got.rc == OK && got.entries.fault)
		print_error("%s\n", got.entries.fault);
	assert_true(got.rc != OK || !got.entries.fault);
	return got;
}

static int64_t number(struct workplace *w, const char *query)
{
	return store_int(w->session->store, query);
}

/* Where the entry of that uid stands; fails when there is none. */
static size_t entry(const struct got *got, const char *uid)
{
	size_t i = 0;

	while (i < got->entries.n && strcmp(got->entries.at[i].uid, uid) != 0)
		i++;
	assert_true(i < got->entries.n);
	return i;
}

static struct reminder_id remind(struct workplace *w, struct person_id person, day on)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = person;
	r.worker = w->session->account.id;
	r.kind = REMINDER_CHASE;
	r.what = "zq-what did Shelter ring her";
	r.why = "zq-why";
	r.due_on = on;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	return id;
}

/* P-b: of what is safe and of what somebody wrote there is no word, with names or without. */
static void calendar__has_no_word_of_what_is_safe(void **state)
{
	static const char *const needles[] = { "partner not told", "not told", "text first",
		                               "voicemail",        "zq-",      "07700" };
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	store_sql(w->session->store,
	          "UPDATE safe_contact SET ver = ver + 1, note = 'zq-note', code_word = 'zq-code',"
	          " say = 'zq-say', hours = 'after 17:00'");
	remind(w, jane, w->session->today + 3);
	for (int names = 0; names <= 1; names++) {
		struct got got = take(w, names);

		assert_int_equal(got.rc, OK);
		assert_true(got.entries.n >= 5);
		for (size_t i = 0; i < COUNT_OF(needles); i++)
			assert_null(strstr(got.text, needles[i]));
	}
}

static void calendar__without_names__says_what_kind_of_thing_and_when(void **state)
{
	struct workplace *w = *state;
	struct got got;

	remind(w, carter_add(w), w->session->today + 3);
	got = take(w, false);
	assert_int_equal(got.rc, OK);
	assert_null(strstr(got.text, "Carter"));
	assert_null(strstr(got.text, "CL-"));
	assert_non_null(strstr(got.text, "SUMMARY:Ask whoever promised\r\n"));
	assert_int_equal(number(w, "SELECT count(*) FROM event WHERE kind = 'export'"
	                           " AND what LIKE 'reminders as a calendar, without names%'"),
	                 1);
	assert_int_equal(number(w, "SELECT count(*) FROM disclosure"), 0);
}

static void calendar__with_names__is_on_record_for_each_of_them(void **state)
{
	struct workplace *w = *state;
	struct got got;

	remind(w, carter_add(w), w->session->today + 3);
	w->session->proved_at = w->session->now;
	got = take(w, true);
	assert_int_equal(got.rc, OK);
	assert_non_null(strstr(got.text, "SUMMARY:Ask whoever promised: Carter\\, Jane"));
	assert_int_equal(got.done.named, 1);
	assert_int_equal(number(w, "SELECT count(*) FROM disclosure"), 1);
}

static void calendar__with_names__needs_to_whom_and_what_for(void **state)
{
	struct workplace *w = *state;
	struct calendar_options o = { .fd = -1, .to_whom = "", .purpose = PURPOSE_KEEP };
	struct calendar_done done;

	w->session->proved_at = w->session->now;
	assert_int_equal(casework_calendar_named(w->session, &o, &w->arena, &done), E_INVALID);
	o.to_whom = "the council";
	o.purpose = PURPOSE_FIGURES;
	assert_int_equal(casework_calendar_named(w->session, &o, &w->arena, &done), E_INVALID);
	assert_int_equal(number(w, "SELECT count(*) FROM event WHERE kind = 'export'"
	                           " AND what LIKE 'reminders%'"),
	                 0);
}

static void calendar__of_a_volunteer__has_no_names(void **state)
{
	struct workplace *w = *state;

	remind(w, carter_add(w), w->session->today + 3);
	workplace_as(w, "mary");
	assert_int_equal(take(w, true).rc, E_DENIED);
	assert_int_equal(take(w, false).rc, OK);
}

/* Somebody who is restricted to others stands without a name even where names were asked for. */
static void calendar__never_names_somebody_restricted(void **state)
{
	struct workplace *w = *state;
	struct person_id samir = haddad_add(w);
	struct got got;

	store_sql(w->session->store,
	          arena_printf(&w->arena,
	                       "INSERT INTO reminder (person, worker, kind, what, due_on,"
	                       " first_due_on, made_on, by_account) VALUES (%lld, %lld, 'chase',"
	                       " 'zq', 20790, 20790, 20780, 1)",
	                       (long long)samir.n, (long long)w->session->account.id.n));
	w->session->proved_at = w->session->now;
	got = take(w, true);
	assert_int_equal(got.rc, OK);
	assert_null(strstr(got.text, "Haddad"));
	assert_int_equal(got.done.open, 1);
}

static void calendar__a_reminder__keeps_its_uid_when_it_is_moved(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id = remind(w, carter_add(w), w->session->today + 3);
	struct reminder_move to = {
		.ver = 1, .on = w->session->today + 10, .minute = 570, .reason = ""
	};
	struct got before = take(w, false), after;
	const struct ics_entry *was, *is;
	size_t i = 0;

	while (i < before.entries.n && strcmp(before.entries.at[i].start, "20261126") != 0)
		i++;
	assert_true(i < before.entries.n);
	was = &before.entries.at[i];
	assert_string_equal(was->sequence, "0");
	assert_int_equal(casework_move_reminder(w->session, id, &to), OK);
	after = take(w, false);
	is = &after.entries.at[entry(&after, was->uid)];
	assert_string_equal(is->start, "20261203T093000");
	assert_string_equal(is->sequence, "1");
	assert_string_equal(is->status, "CONFIRMED");
}

static void calendar__what_was_done__is_cancelled(void **state)
{
	struct workplace *w = *state;
	struct reminder_id id = remind(w, carter_add(w), w->session->today + 3);
	struct got before = take(w, false), after;
	size_t cancelled = 0;

	assert_int_equal(casework_drop_reminder(w->session, id, "not wanted"), OK);
	after = take(w, false);
	assert_int_equal(after.done.ended, before.done.ended + 1);
	assert_int_equal(after.entries.n, before.entries.n);
	for (size_t i = 0; i < after.entries.n; i++)
		cancelled += strcmp(after.entries.at[i].status, "CANCELLED") == 0;
	assert_int_equal(cancelled, after.done.ended);
	workplace_days_later(w, 61);
	assert_int_equal(take(w, false).done.ended, 0);
}

static void calendar__a_file_that_is_there__is_kept(void **state)
{
	struct workplace *w = *state;
	char path[] = "/tmp/clew-calendar-XXXXXX";
	struct calendar_options o = { .path = path };
	struct calendar_done done;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(casework_calendar(w->session, &o, &w->arena, &done), E_EXISTS);
	o.replace = true;
	assert_int_equal(casework_calendar(w->session, &o, &w->arena, &done), OK);
	unlink(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(calendar__has_no_word_of_what_is_safe),
		TEST(calendar__without_names__says_what_kind_of_thing_and_when),
		TEST(calendar__with_names__is_on_record_for_each_of_them),
		TEST(calendar__with_names__needs_to_whom_and_what_for),
		TEST(calendar__of_a_volunteer__has_no_names),
		TEST(calendar__never_names_somebody_restricted),
		TEST(calendar__a_reminder__keeps_its_uid_when_it_is_moved),
		TEST(calendar__what_was_done__is_cancelled),
		TEST(calendar__a_file_that_is_there__is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
