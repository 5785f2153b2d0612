#include "due.h"

#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/contacts.h"
#include "casework/drafts.h"
#include "casework/messages.h"
#include "model/workdays.h"

#include <stdio.h>
#include <string.h>

#define SHOWN_BACK 58 /* columns of a question that y or n answers, at 80 */

static void ask_text(struct screen *s, struct due_ask *ask, enum due_step step,
                     const char *question)
{
	struct prompt p = { 0 };

	ask->step = step;
	prompt_ask(&p, arena_strdup(&ask->arena, question), NULL);
	desk_ask(s->desk, &p);
}

static void ask_key(struct screen *s, struct due_ask *ask, enum due_step step, const char *question,
                    const char *keys)
{
	struct prompt p = { 0 };

	ask->step = step;
	prompt_ask(&p, arena_strdup(&ask->arena, question), keys);
	desk_ask(s->desk, &p);
}

static void begin(struct due_ask *ask, const struct due_subject *about)
{
	arena_reset(&ask->arena);
	ask->about = *about;
	ask->about.name = arena_strdup(&ask->arena, about->name);
	ask->about.what = arena_strdup(&ask->arena, about->what);
	ask->helped = HELPED_NONE;
	ask->went = signpost_outcome_blank;
	ask->done[0] = '\0';
}

/* ---- done ---- */

static void ask_outcome(struct screen *s, struct due_ask *ask)
{
	ask_text(s, ask, DUE_OUTCOME,
	         arena_printf(&ask->arena, _("Done, %s. What came of it?"), ask->about.name));
}

void due_of_reminder(const struct reminder *r, struct due_subject *ret)
{
	ret->check_back = r->kind == REMINDER_CHECK_BACK && r->signpost.n != 0;
	ret->signpost = ret->check_back ? r->signpost : (struct signpost_id){ 0 };
	ret->step = chase_step_of(r->rule);
}

/* As the ladder has it: the service is asked, or they are, or nobody can say any more. */
static void ask_how_it_went(struct screen *s, struct due_ask *ask)
{
	static const struct {
		enum due_step step;
		const char *question, *keys;
	} of[] = {
		[CHASE_NONE] = { DUE_HELPED, _("did it help? yes, partly, no, k not known"),
		                 "ypnk" },
		[CHASE_ASK] = { DUE_SEEN, _("s seen, w they wait, n no answer, e ended"), "swne" },
		[CHASE_WRITE] = { DUE_SEEN, _("written to: s seen, w waits, n nothing, e ended"),
		                  "swne" },
		[CHASE_TOUCH] = { DUE_TOUCH, _("did they call? yes, not yet, k not known, e ended"),
		                  "ynke" },
		[CHASE_ASK_PERSON] = { DUE_HELPED, _("did it help? yes, partly, no, k not known"),
		                       "ypnk" },
		[CHASE_END] = { DUE_GIVE_UP, _("could not find out? y ends it, n asks again"),
		                "yn" },
	};
	enum chase_step step = ask->about.step;

	ask_key(s, ask, of[step].step,
	        arena_printf(&ask->arena, "%s: %s", ask->about.name, of[step].question),
	        of[step].keys);
}

void due_ask_done(struct screen *s, struct due_ask *ask, const struct due_subject *about)
{
	begin(ask, about);
	if (about->message.n != 0) {
		ask_key(s, ask, DUE_MESSAGE,
		        arena_printf(&ask->arena,
		                     about->person.n
		                             ? _("%s: dealt with? It goes into the record.")
		                             : _("%s: dealt with? It is in nobody's record."),
		                     ask->about.name),
		        "yn");
	} else if (about->check_back) {
		ask_how_it_went(s, ask);
	} else {
		ask_outcome(s, ask);
	}
}

static enum helped helped_of(char key)
{
	switch (key) {
	case 'y':
		return HELPED_YES;
	case 'p':
		return HELPED_PARTLY;
	case 'n':
		return HELPED_NO;
	default:
		return HELPED_NOT_KNOWN;
	}
}

/* How it went on, into its ledger; that answers whatever asked about it. */
static enum due_did went_on(struct screen *s, struct due_ask *ask, const char *words)
{
	enum signpost_status to = ask->went.status;
	day again = DAY_NONE;

	ask->went.id = ask->about.signpost;
	ask->went.outcome = words;
	if (casework_signpost_outcome(screen_session(s), &ask->went, &again) != OK) {
		desk_say_fault(s->desk);
		return DUE_ASKING;
	}
	if (!text_empty(words))
		snprintf(ask->done, sizeof(ask->done), "%s", words);
	else
		snprintf(ask->done, sizeof(ask->done), "%s",
		         ask->went.answered == SAID_NO ? _("no answer")
		         : to == SIGNPOST_STATUS_NONE  ? _("asked, nothing new")
		                                       : words_label(&signpost_statuses, (int)to));
	if (again != DAY_NONE)
		desk_say(s->desk, _("Saved, %s. Asked about again on %s."), ask->about.name,
		         day_short(again, screen_session(s)->today, &ask->arena));
	else
		desk_say(s->desk, _("Saved, %s. Enter: another service, or nothing fits."),
		         ask->about.name);
	return DUE_DONE;
}

/* Who was asked, by the step that it has come to. */
static enum step_ask asked_by(const struct due_ask *ask)
{
	if (ask->about.step == CHASE_ASK)
		return ASKED_PHONE;
	return ask->about.step == CHASE_WRITE ? ASKED_EMAIL : ASKED_PERSON;
}

/* s and y: they are being helped; w, and y to not yet: nothing has ended; n and k: no answer. */
static enum due_did heard(struct screen *s, struct due_ask *ask, enum due_step step, char key)
{
	bool service = step == DUE_SEEN;
	bool silent = service ? key == 'n' : key == 'k';

	if (key == 'e') {
		struct visit v = visit_ledger(ask->about.signpost);

		if (desk_open(s->desk, &v) == OK)
			desk_say(s->desk, _("5 to 9 say how it ended."));
		return DUE_ASKING;
	}
	ask->went.asked = asked_by(ask);
	ask->went.answered = silent ? SAID_NO : SAID_YES;
	if (key == 's' || key == 'y')
		ask->went.status = SIGNPOST_RECEIVING;
	if (key == 'w')
		ask->went.status = SIGNPOST_WAITING;
	if (silent)
		return went_on(s, ask, "");
	ask_outcome(s, ask);
	return DUE_ASKING;
}

/* What nobody can say is ended, or asked about anew. */
static enum due_did given_up(struct screen *s, struct due_ask *ask, bool yes)
{
	if (yes)
		ask->went.status = SIGNPOST_NOT_FOUND_OUT;
	return went_on(s, ask, yes ? "" : _("asked about anew"));
}

/* No reminder had asked yet. */
static void helped_unasked(struct due_ask *ask)
{
	bool known = ask->helped != HELPED_NOT_KNOWN;

	ask->went.asked = ASKED_PERSON;
	ask->went.answered = known ? SAID_YES : SAID_NO;
	ask->went.status = known ? SIGNPOST_COMPLETED : SIGNPOST_STATUS_NONE;
	ask->went.helped = known ? ask->helped : HELPED_NONE;
}

static enum due_did complete(struct screen *s, struct due_ask *ask, const char *words)
{
	struct session *session = screen_session(s);
	struct reminder_outcome how = { .words = words, .helped = ask->helped };
	day again = DAY_NONE;
	enum status rc;

	if (ask->about.reminder.n == 0 && ask->helped != HELPED_NONE)
		helped_unasked(ask);
	if (ask->went.asked != STEP_ASK_NONE)
		return went_on(s, ask, words);
	rc = casework_complete_reminder(session, ask->about.reminder, &how, &again);
	if (rc != OK) {
		desk_say_fault(s->desk);
		return DUE_ASKING;
	}
	snprintf(ask->done, sizeof(ask->done), "%s",
	         text_empty(words) ? words_label(&helped_answers, (int)ask->helped) : words);
	if (again != DAY_NONE)
		desk_say(s->desk,
		         ask->about.check_back ? _("Saved, %s. Asked again on %s.")
		                               : _("Saved, %s. It comes again on %s."),
		         ask->about.name, day_short(again, session->today, &ask->arena));
	else
		desk_say(s->desk, _("Saved: done, %s. u takes it back."), ask->about.name);
	return DUE_DONE;
}

static enum due_did message_done(struct screen *s, struct due_ask *ask, bool yes)
{
	struct session *session = screen_session(s);
	enum status rc;

	if (!yes)
		return DUE_ASKING;
	rc = ask->about.person.n != 0
	             ? casework_put_message(session, ask->about.message, ask->about.person)
	             : casework_message_done(session, ask->about.message);
	if (rc != OK) {
		desk_say_fault(s->desk);
		return DUE_ASKING;
	}
	snprintf(ask->done, sizeof(ask->done), "%s", _("dealt with"));
	desk_say(s->desk, _("Saved: dealt with, %s. u takes it back."), ask->about.name);
	return DUE_DONE;
}

/* ---- throwing away what is unfinished ---- */

void due_ask_throw(struct screen *s, struct due_ask *ask, const struct due_subject *about)
{
	begin(ask, about);
	ask->about.form = arena_strdup(&ask->arena, about->form);
	ask->about.about = arena_strdup(&ask->arena, about->about);
	ask_key(s, ask, DUE_THROW,
	        arena_printf(&ask->arena, _("Throw away for good: %s?"), ask->about.name), "yn");
}

static enum due_did throw_away(struct screen *s, struct due_ask *ask, bool yes)
{
	if (!yes) {
		desk_say(s->desk, _("Kept. Enter goes on with it."));
		return DUE_ASKING;
	}
	if (casework_throw_away_draft(screen_session(s), ask->about.form, ask->about.about) != OK) {
		desk_say_fault(s->desk);
		return DUE_ASKING;
	}
	desk_say(s->desk, _("Thrown away: %s."), ask->about.name);
	return DUE_MOVED;
}

/* ---- another day ---- */

static enum due_step day_step(const struct due_ask *ask)
{
	bool new = ask->about.reminder.n == 0 && !ask->about.quiet && !ask->about.many;

	return new ? DUE_SET : DUE_DAY;
}

static void ask_day(struct screen *s, struct due_ask *ask)
{
	char text[240];

	if (ask->about.quiet)
		snprintf(text, sizeof(text), _("Quiet agreed with %s until? (fri, 30/11, +2w)"),
		         ask->about.name);
	else if (day_step(ask) == DUE_SET)
		snprintf(text, sizeof(text), _("A reminder for %s on? (fri, 30/11, +2w)"),
		         ask->about.name);
	else
		snprintf(text, sizeof(text), _("Another day for %s? (fri, 30/11, +2w)"),
		         ask->about.name);
	ask_text(s, ask, day_step(ask), text);
}

void due_ask_day(struct screen *s, struct due_ask *ask, const struct due_subject *about)
{
	begin(ask, about);
	ask_day(s, ask);
}

void due_ask_days(struct screen *s, struct due_ask *ask, const struct reminder_ref *many, size_t n)
{
	struct due_subject about = { .name = "", .what = "", .many_n = n };
	struct reminder_ref *copy;

	begin(ask, &about);
	copy = ARENA_ARRAY(&ask->arena, n, struct reminder_ref);
	memcpy(copy, many, n * sizeof(*copy));
	ask->about.many = copy;
	ask->about.name =
		arena_printf(&ask->arena, n == 1 ? _("1 reminder") : _("%zu reminders"), n);
	ask_day(s, ask);
}

/* The day shown back: "Sat 28 Nov is a weekend. Mon 30 Nov? 4 others that day." */
static void show_back(struct screen *s, struct due_ask *ask)
{
	struct session *session = screen_session(s);
	struct arena *a = &ask->arena;
	const char *note = "", *load = "", *text;
	day typed = ask->when.on;
	struct day_load full = { .lighter = DAY_NONE };

	if (ask->when.working != ask->when.on && !ask->about.quiet) {
		note = day_not_working_text(ask->when.on, session->today, &session->holidays, a);
		note = note ? arena_printf(a, "%s. ", note) : "";
		ask->when.on = ask->when.working;
	}
	if (!ask->about.quiet &&
	    casework_day_load(session, session->account.id, ask->when.on, &full) == OK)
		load = full.others == 0
		               ? _(" Nothing else that day.")
		               : arena_printf(a, " %s.", day_load_text(&full, session->today, a));
	ask->lighter = full.lighter;
	text = arena_printf(a, _("%s%s, %s%s%s?"), note, ask->about.name,
	                    day_short(ask->when.on, session->today, a),
	                    ask->when.minute == MINUTE_NONE ? "" : " ",
	                    minute_text(ask->when.minute, a));
	if (!text_empty(note) && text_width(str_of(text)) > SHOWN_BACK)
		text = arena_printf(a, _("%s: %s, not %s?"), ask->about.name,
		                    day_short(ask->when.on, session->today, a),
		                    day_short(typed, session->today, a));
	/* One line: what else is on that day makes way for whose day it is. */
	if (full.lighter == DAY_NONE &&
	    text_width(str_of(text)) + text_width(str_of(load)) > SHOWN_BACK)
		load = full.others == 0 ? "" : arena_printf(a, _(" %d more."), full.others);
	ask_key(s, ask, DUE_SURE, arena_printf(a, "%s%s", text, load),
	        full.lighter == DAY_NONE ? "yn" : "ynl");
}

static void take_day(struct screen *s, struct due_ask *ask, const char *text)
{
	struct session *session = screen_session(s);
	struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault = "";

	if (when_parse(text, &from, &ask->arena, &ask->when, &fault) != OK) {
		desk_say(s->desk, "%s", fault);
		ask_day(s, ask);
		return;
	}
	show_back(s, ask);
}

static enum due_did moved(struct screen *s, struct due_ask *ask, enum status rc)
{
	if (rc != OK) {
		desk_say_fault(s->desk);
		return rc == E_CONFLICT ? DUE_MOVED : DUE_ASKING;
	}
	desk_say(s->desk,
	         ask->about.quiet ? _("Saved. Quiet with %s until %s.")
	                          : _("Saved. %s is set for %s."),
	         ask->about.name, day_short(ask->when.on, screen_session(s)->today, &ask->arena));
	return DUE_MOVED;
}

static enum due_did move(struct screen *s, struct due_ask *ask, const char *reason)
{
	struct reminder_move to = { .ver = ask->about.ver,
		                    .on = ask->when.on,
		                    .minute = ask->when.minute,
		                    .reason = reason };

	return moved(s, ask, casework_move_reminder(screen_session(s), ask->about.reminder, &to));
}

static enum due_did move_many(struct screen *s, struct due_ask *ask, const char *reason)
{
	struct reminders_move to = { ask->about.many, ask->about.many_n, ask->when.on, reason };

	if (casework_move_reminders(screen_session(s), &to) != OK) {
		desk_say_fault(s->desk);
		return DUE_ASKING;
	}
	desk_say(s->desk, _("Saved. %s for %s. u takes it back as one."), ask->about.name,
	         day_short(ask->when.on, screen_session(s)->today, &ask->arena));
	return DUE_MOVED;
}

static enum due_did set_new(struct screen *s, struct due_ask *ask)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = ask->about.person;
	r.worker = screen_session(s)->account.id;
	r.kind = REMINDER_FOLLOW_UP;
	r.what = ask->about.what;
	r.due_on = ask->when.on;
	r.due_minute = ask->when.minute;
	return moved(s, ask, casework_remind(screen_session(s), &r, &id));
}

static enum due_did take_sure(struct screen *s, struct due_ask *ask, bool yes)
{
	if (!yes) {
		ask_day(s, ask);
		return DUE_ASKING;
	}
	if (ask->about.quiet) {
		ask_text(s, ask, DUE_WHOSE, _("Whose wish is it?"));
		return DUE_ASKING;
	}
	if (ask->about.many) {
		ask_text(s, ask, DUE_WHY,
		         arena_printf(&ask->arena, _("Why do %s wait? It stands with each."),
		                      ask->about.name));
		return DUE_ASKING;
	}
	if (ask->about.reminder.n == 0)
		return set_new(s, ask);
	if (ask->about.moved == 0)
		return move(s, ask, "");
	ask_text(
		s, ask, DUE_WHY,
		arena_printf(&ask->arena, _("%s was put off before. Why again?"), ask->about.name));
	return DUE_ASKING;
}

enum due_did due_answered(struct screen *s, struct due_ask *ask, const struct result *r)
{
	enum due_step step = ask->step;

	ask->step = DUE_NOTHING;
	if (!r->saved)
		return DUE_ASKING;
	switch (step) {
	case DUE_NOTHING:
		return DUE_ASKING;
	case DUE_HELPED:
		ask->helped = helped_of((char)r->id[0]);
		ask_outcome(s, ask);
		return DUE_ASKING;
	case DUE_SEEN:
	case DUE_TOUCH:
		return heard(s, ask, step, (char)r->id[0]);
	case DUE_GIVE_UP:
		return given_up(s, ask, r->id[0] == 'y');
	case DUE_MESSAGE:
		return message_done(s, ask, r->id[0] == 'y');
	case DUE_OUTCOME:
		return complete(s, ask, arena_strdup(&ask->arena, r->text));
	case DUE_DAY:
	case DUE_SET:
		take_day(s, ask, r->text);
		return DUE_ASKING;
	case DUE_SURE:
		if (r->id[0] == 'l')
			ask->when.on = ask->when.working = ask->lighter;
		return take_sure(s, ask, r->id[0] != 'n');
	case DUE_WHY:
		return ask->about.many ? move_many(s, ask, arena_strdup(&ask->arena, r->text))
		                       : move(s, ask, arena_strdup(&ask->arena, r->text));
	case DUE_THROW:
		return throw_away(s, ask, r->id[0] == 'y');
	case DUE_WHOSE:
		return moved(s, ask,
		             casework_agree_quiet(screen_session(s), ask->about.person,
		                                  ask->when.on, r->text));
	}
	return DUE_ASKING;
}

void due_end(struct due_ask *ask)
{
	arena_reset(&ask->arena);
}
