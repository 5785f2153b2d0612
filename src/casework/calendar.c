#include "casework/calendar.h"

#include "act.h"
#include "export_who.h"
#include "identity.h"

#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/reminders.h"
#include "exchange/ics_write.h"
#include "exchange/uuid.h"
#include "model/person.h"
#include "store/reminders.h"
#include "store/store.h"
#include "vault/digest.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define ENDED_DAYS 60 /* so long a calendar hears that something is not to be done any more */

struct calendar_run {
	struct session *s;
	const struct calendar_options *o;
	struct account_id worker;
	bool names;
	struct export_who who;
	const char *identity;
	struct buf out;
	struct calendar_done done;
	char hash[DIGEST_HEX_ROOM];
};

/* ---- what is in it ---- */

static const char *summary_of(struct calendar_run *x, const struct agenda_row *row, struct arena *a)
{
	const struct reminder *r = &row->reminder;
	const char *kind = text_capital(words_label(&reminder_kinds, (int)r->kind), a);

	if (!x->names || row->hidden || text_empty(row->called) ||
	    !export_who_may(&x->who, r->person.n))
		return kind;
	if (r->person.n == 0) /* a service */
		return arena_printf(a, "%s: %s", kind, row->called);
	return arena_printf(a, "%s: %s, %s", kind, row->called, person_ref(r->person, a));
}

static void put_one(struct calendar_run *x, const struct reminder *r, const char *summary,
                    struct arena *a)
{
	bool ended = r->state != REMINDER_OPEN;
	const struct ics_event event = {
		.uid = uuid_made(x->identity, "reminder", r->id.n, "", a),
		.now_at = x->s->now,
		.on = r->due_on,
		.minute = r->due_minute,
		.sequence = (int)(r->ver > 0 ? r->ver - 1 : 0),
		.cancelled = ended,
		.summary = summary,
	};

	ics_put(&x->out, &event);
	x->done.ended += ended;
	x->done.open += !ended;
}

static enum status put_open(struct calendar_run *x, struct arena *a)
{
	struct agenda agenda;
	enum status rc = casework_agenda(x->s, x->worker, a, &agenda);

	for (size_t i = 0; rc == OK && i < agenda.n; i++)
		put_one(x, &agenda.at[i].reminder, summary_of(x, &agenda.at[i], a), a);
	return rc;
}

/* That it is off is all there is to say of it: without a name in any case. */
static enum status put_ended(struct calendar_run *x, struct arena *a)
{
	struct reminder_list list;
	enum status rc = session_store(
		x->s, reminders_ended(x->s->store, x->worker, x->s->today - ENDED_DAYS, a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];

		put_one(x, r, text_capital(words_label(&reminder_kinds, (int)r->kind), a), a);
	}
	return rc;
}

static enum status gather(struct calendar_run *x, struct arena *a)
{
	uint8_t sum[DIGEST_BYTES];
	struct digest d;
	enum status rc;

	ics_begin(&x->out, _("Reminders"));
	rc = put_open(x, a);
	if (rc == OK)
		rc = put_ended(x, a);
	ics_end(&x->out);
	digest_init(&d, NULL, "export  ");
	digest_add(&d, x->out.at, x->out.n);
	digest_end(&d, sum);
	digest_hex(sum, x->hash);
	x->done.named = x->who.people;
	x->done.left_out = x->who.left_out;
	return rc;
}

/* ---- what left ---- */

static enum status record(struct calendar_run *x, struct arena *a)
{
	int64_t entries = x->done.open + x->done.ended;
	const char *what = arena_printf(
		a, _("reminders as a calendar, %s%s%s: %lld entries, BLAKE2b %s"),
		x->names ? _("with names") : _("without names"), x->names ? _(", to ") : "",
		x->names ? x->o->to_whom : "", (long long)entries, x->hash);
	struct disclosure left = disclosure_blank;
	struct change c = { 0 };
	enum status rc = change_begin(&c, x->s->store, x->s->account.id, x->s->now, what);

	c.kind = "export";
	left.fields = _("reminders: name, reference, kind, day");
	left.how = "iCalendar";
	left.file_hash = x->hash;
	if (rc == OK && x->names && x->who.people > 0)
		rc = export_who_in(x->s, &c, &x->who, &left, a);
	return act_end(x->s, &c, rc);
}

static enum status write_out(struct calendar_run *x)
{
	struct str rest = buf_str(&x->out);

	while (rest.n > 0) {
		ssize_t n = write(x->o->fd, rest.at, rest.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return session_fail(x->s, E_IO, _("The calendar could not be written: %s."),
			                    strerror(errno));
		rest = (struct str){ rest.at + n, rest.n - (size_t)n };
	}
	return OK;
}

/* Recorded first: a file that is there must be on record, one that is not may be. */
static enum status deliver(struct calendar_run *x, struct arena *a)
{
	enum file_put_how how = x->o->replace ? FILE_REPLACE : FILE_KEEP_EXISTING;
	struct file_put *put = NULL;
	const char *fault = "";
	enum status rc = OK;

	if (x->o->path)
		rc = file_put_open(x->o->path, how, a, &put, &fault);
	if (rc != OK)
		return session_fail(x->s, rc, "%s", fault);
	rc = record(x, a);
	if (rc != OK || !put) {
		file_put_drop(put);
		return rc == OK ? write_out(x) : rc;
	}
	/* What fails here is said by closing. */
	rc = file_put_write(put, buf_str(&x->out));
	if (rc <= OK)
		rc = file_put_close(put, a, &fault);
	return rc == OK ? OK : session_fail(x->s, rc, "%s", fault);
}

static enum status run(struct calendar_run *x, struct arena *a, struct calendar_done *ret)
{
	enum status rc = OK;

	if (store_read_only(x->s->store))
		return session_fail(x->s, E_DENIED,
		                    _("A calendar that leaves is recorded, and this file is open "
		                      "for reading only. Nothing was written."));
	if (x->o->worker.n != 0 && x->o->worker.n != x->s->account.id.n)
		rc = casework_may(x->s, OP_SEE_CASELOAD);
	x->worker = x->o->worker.n ? x->o->worker : x->s->account.id;
	if (rc == OK)
		rc = identity_of(x->s, a, &x->identity);
	if (rc == OK)
		rc = gather(x, a);
	if (rc == OK)
		rc = deliver(x, a);
	buf_done(&x->out);
	if (rc == OK)
		*ret = x->done;
	return rc;
}

enum status casework_calendar(struct session *s, const struct calendar_options *o, struct arena *a,
                              struct calendar_done *ret)
{
	struct calendar_run x = { .s = s, .o = o };
	enum status rc = casework_may(s, OP_SEE_REMINDERS);

	return rc == OK ? run(&x, a, ret) : rc;
}

enum status casework_calendar_named(struct session *s, const struct calendar_options *o,
                                    struct arena *a, struct calendar_done *ret)
{
	const struct export_options who = { .what = COLUMNS_PEOPLE,
		                            .to_whom = o->to_whom,
		                            .purpose = o->purpose };
	struct calendar_run x = { .s = s, .o = o, .names = true };
	enum status rc = casework_may(s, OP_EXPORT);

	if (rc == OK)
		rc = export_who_begin(s, &who, a, &x.who);
	if (rc == OK)
		rc = run(&x, a, ret);
	export_who_done(&x.who);
	return rc;
}
