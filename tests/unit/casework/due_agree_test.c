/*
 * One table, and all who are asked agree: what is due on a day, or late, is the same on Today (of which
 * clew today is the text), in the count of what is late, in the agenda and in the spreadsheet. Days before, on and after; weekends, a holiday, both changes of the clock, a leap
 * day, and the 31st with a month to go.
 */
#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "session.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "casework/export.h"
#include "casework/reminders.h"
#include "casework/today.h"
#include "store/reminders.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const days[] = {
	"2026-11-22", "2026-11-23", "2026-11-24", /* a Sunday, today of the workplace, the next */
	"2026-11-28", "2026-11-30",               /* a Saturday, the 30th before a month of 31 */
	"2026-12-25", "2026-12-28",               /* a holiday and its substitute */
	"2027-03-28", "2027-03-29",               /* the clocks go forward; Easter Monday */
	"2026-10-25", "2027-10-31",               /* the clocks go back; a 31st */
	"2028-02-28", "2028-02-29", "2028-03-01", /* a leap day */
	"2027-01-31", "2027-02-28",               /* a 31st, and a month on */
};

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static void at_day(struct workplace *w, day today)
{
	workplace_days_later(w, today - w->session->today);
	assert_int_equal(w->session->today, today);
}

struct answer {
	bool there, late;
};

static struct answer of_today(struct workplace *w, struct reminder_id id)
{
	struct answer x = { 0 };
	struct today_view v;

	assert_int_equal(casework_today(w->session, &(struct today_of){ 0 }, &w->arena, &v), OK);
	for (size_t i = 0; i < v.today.items.n; i++) {
		const struct today_item *item = &v.today.items.at[i];

		if (item->kind != TODAY_REMINDER || item->id != id.n)
			continue;
		x.there = true;
		x.late = item->late;
	}
	assert_int_equal(v.late > 0, x.late);
	return x;
}

static struct answer of_agenda(struct workplace *w, struct reminder_id id)
{
	struct answer x = { 0 };
	struct agenda agenda;

	assert_int_equal(casework_agenda(w->session, w->session->account.id, &w->arena, &agenda),
	                 OK);
	for (size_t i = 0; i < agenda.n; i++) {
		const struct reminder *r = &agenda.at[i].reminder;

		if (r->id.n != id.n)
			continue;
		x.there = reminder_due(r, w->session->today);
		x.late = reminder_overdue(r, w->session->today);
	}
	return x;
}

/* The day as it stands in the spreadsheet: whoever reads that applies the one definition to it. */
static day of_csv(struct workplace *w, const char *folder)
{
	struct export_options o = { .what = COLUMNS_REMINDERS,
		                    .from = DAY_NONE,
		                    .to = DAY_NONE,
		                    .to_whom = "us",
		                    .purpose = PURPOSE_KEEP,
		                    .replace = true };
	struct export_done done;
	struct buf text = { 0 };
	day due = DAY_NONE;

	o.path = arena_printf(&w->arena, "%s/r.csv", folder);
	if (casework_export(w->session, &o, NULL, &w->arena, &done) != OK)
		fail_msg("%s", session_fault(w->session));
	assert_int_equal(done.rows, 1);
	assert_int_equal(file_read(o.path, 65536, &text), OK);
	for (size_t i = 0; i + 10 <= text.n && due == DAY_NONE; i++)
		if (!day_parse_iso((struct str){ buf_text(&text) + i, 10 }, &due))
			due = DAY_NONE;
	buf_done(&text);
	unlink(o.path);
	return due;
}

static void agree_around(struct workplace *w, struct reminder_id id, day due, int kind)
{
	for (int step = -1; step <= 1; step++) {
		struct answer today, agenda;

		at_day(w, due + step);
		today = of_today(w, id);
		agenda = of_agenda(w, id);
		if (today.there != (step >= 0) || today.late != (step > 0) ||
		    agenda.there != today.there || agenda.late != today.late)
			fail_msg("kind %d, due %s, %d days on", kind, day_iso(due, &w->arena),
			         step);
	}
}

static void every_kind__on_every_day__is_due_alike(void **state)
{
	struct workplace *w = *state;
	char folder[] = "/tmp/clew-due-XXXXXX";
	day began = w->session->today;

	assert_non_null(mkdtemp(folder));
	for (size_t d = 0; d < COUNT_OF(days); d++) {
		for (int kind = REMINDER_FIRST_CONTACT; kind <= REMINDER_RETENTION; kind++) {
			struct reminder r = reminder_blank;
			struct reminder_id id;

			at_day(w, began);
			store_sql(w->session->store, "DELETE FROM reminder");
			r.kind = (enum reminder_kind)kind;
			r.worker = w->session->account.id;
			r.what = "See to it";
			r.due_on = iso(days[d]);
			assert_int_equal(casework_remind(w->session, &r, &id), OK);
			assert_int_equal(of_csv(w, folder), r.due_on);
			agree_around(w, id, r.due_on, kind);
		}
	}
	rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_kind__on_every_day__is_due_alike,
		                                workplace_setup, workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
