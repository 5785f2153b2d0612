#include "contact_state.h"

#include "desk.h"
#include "load.h"
#include "screens.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/when.h"
#include "ui/keys.h"

#include <stdio.h>
#include <string.h>

#define DAY_MINUTES   1440
#define STRAY_LETTERS 3

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

bool contact_unread(const struct contact_state *v)
{
	return v->view.strip.danger && text_empty(v->view.stopped) && !v->line_read;
}

static bool is_stopped(const struct contact_state *v)
{
	return !text_empty(v->view.stopped);
}

bool contact_not_offered(const struct contact_state *v, enum contact_outcome outcome)
{
	return is_stopped(v) && contact_goes_out(outcome);
}

const char *contact_refusal(const struct contact_state *v, enum contact_outcome outcome)
{
	if (contact_not_offered(v, outcome))
		return v->view.stopped;
	if (outcome == CONTACT_MESSAGE)
		return v->view.no_message;
	if (outcome == CONTACT_TEXT_OR_EMAIL && v->view.no_text && v->view.no_email &&
	    v->view.no_post)
		return v->view.no_text;
	return NULL;
}

/* Which numbers there are to be struck out, as the choices of that field. */
static void offer_numbers(struct screen *s)
{
	struct contact_state *v = s->state;
	const struct contact_numbers *numbers = &v->view.numbers;
	struct words *words = ARENA_NEW(&s->arena, struct words);
	struct word *at = ARENA_ARRAY(&s->arena, numbers->n, struct word);
	size_t n = 0;

	for (size_t i = 0; i < numbers->n; i++) {
		const struct contact_number *number = &numbers->at[i];

		if (number->kind == CONTACT_POINT_PHONE && text_empty(number->no))
			at[n++] = (struct word){
				(int)i + 1,
				arena_printf(&s->arena, "%lld", (long long)number->id.n),
				arena_printf(&s->arena, "%s %s", number->label, number->shown),
			};
	}
	*words = (struct words){ "number", at, n };
	v->usable = (int)n;
	for (struct field *f = v->fields; f->name; f++)
		if (strcmp(f->name, "number") == 0)
			f->words = words;
}

static void hide_what_is_not_asked(struct contact_state *v)
{
	form_hide(&v->form, "outcome", true);
	form_hide(&v->form, "number", v->outcome != CONTACT_WRONG_NUMBER || v->usable < 2);
}

static enum status contact_begin(struct screen *s)
{
	struct contact_state *v = s->state;
	const struct session *session = screen_session(s);

	v->staff = session_may(session, OP_SAY_WHAT_HAPPENED);
	v->fields = ARENA_ARRAY(&s->keep, CONTACT_FIELDS + 1, struct field);
	memcpy(v->fields, contact_fields, (CONTACT_FIELDS + 1) * sizeof(*v->fields));
	form_begin(&v->form, v->fields);
	v->began = session->minute;
	v->letter = s->target.id[2] == CONTACT_FOR_LETTER;
	v->on_digits = true;
	form_set(&v->form, "when",
	         arena_printf(&s->keep, "%s %s",
	                      day_short(session->today, session->today, &s->keep),
	                      minute_text(session->minute, &s->keep)));
	return OK;
}

/* Beside the day: how it reads, and what else is on it. */
static void echo_day(struct screen *s)
{
	struct contact_state *v = s->state;
	struct arena a = { 0 };

	form_echo(&v->form, "next_on",
	          load_echo(s, v->view.worker, form_get(&v->form, "next_on"), &a));
	arena_reset(&a);
}

static int elapsed(const struct screen *s)
{
	const struct contact_state *v = s->state;
	int minutes = (screen_session(s)->minute - v->began + DAY_MINUTES) % DAY_MINUTES;

	return minutes > 0 ? minutes : 1;
}

static void count_minutes(struct screen *s)
{
	struct contact_state *v = s->state;
	char text[16];

	if (v->minutes_typed)
		return;
	snprintf(text, sizeof(text), "%d", elapsed(s));
	form_set(&v->form, "minutes", text);
	form_echo(&v->form, "minutes", _("since this form was opened"));
}

static bool is_letter(const struct contact_state *v)
{
	return v->outcome == CONTACT_TEXT_OR_EMAIL &&
	       text_equal(form_get(&v->form, "mode"),
	                  words_word(&contact_modes, CONTACT_BY_LETTER));
}

/* What the ladder proposes, unless the next step has been written by hand. */
static void propose_next(struct screen *s)
{
	struct contact_state *v = s->state;
	const struct session *session = screen_session(s);
	const struct ladder *l = v->outcome == CONTACT_WRONG_NUMBER ? &v->view.next_wrong
	                         : is_letter(v)                     ? &v->view.next_letter
	                                                            : &v->view.next;
	const char *what = form_get(&v->form, "next_what");
	bool none = contact_reached_by(v->outcome) == REACHED_YES || l->step == LADDER_NONE;
	struct arena a = { 0 };

	if (!text_empty(what) && !text_equal(what, v->next))
		return;
	snprintf(v->next, sizeof(v->next), "%s", none ? "" : l->what);
	form_set(&v->form, "next_what", v->next);
	form_set(&v->form, "next_on",
	         none ? "" : next_on_text(l->on, l->minute, true, session->today, &a));
	form_set(&v->form, "next_kind",
	         none ? "" : words_word(&reminder_kinds, REMINDER_TRY_AGAIN));
	echo_day(s);
	arena_reset(&a);
}

static void fill_mode(struct contact_state *v)
{
	enum contact_mode mode = contact_usual_mode(v->outcome);

	if (v->outcome == CONTACT_TEXT_OR_EMAIL && v->view.no_text)
		mode = v->view.no_email ? CONTACT_BY_LETTER : CONTACT_BY_EMAIL;
	if (v->outcome == CONTACT_TEXT_OR_EMAIL && v->letter)
		mode = CONTACT_BY_LETTER;
	form_set(&v->form, "mode", words_word(&contact_modes, (int)mode));
}

static enum outcome choose(struct screen *s, enum contact_outcome outcome)
{
	struct contact_state *v = s->state;
	const char *why = contact_refusal(v, outcome);

	if (why) {
		desk_say(s->desk, "%s", why);
		return STAY;
	}
	v->outcome = outcome;
	v->on_digits = false;
	if (outcome == CONTACT_FACE_TO_FACE && !v->view.died)
		desk_beside_begin(s->desk, person_of(s).n);
	form_set(&v->form, "outcome", words_word(&contact_outcomes, (int)outcome));
	hide_what_is_not_asked(v);
	fill_mode(v);
	count_minutes(s);
	propose_next(s);
	form_focus(&v->form, "note");
	form_focus(&v->form, "number"); /* where it is asked */
	return REDRAW;
}

static enum status contact_load(struct screen *s)
{
	struct contact_state *v = s->state;
	enum status rc =
		casework_contact_view(screen_session(s), person_of(s), &s->arena, &v->view);

	if (rc != OK)
		return rc;
	offer_numbers(s);
	hide_what_is_not_asked(v);
	if (v->letter && !v->outcome && !contact_unread(v))
		choose(s, CONTACT_TEXT_OR_EMAIL);
	return OK;
}

static enum outcome show_problems(struct screen *s, const struct problems *problems)
{
	struct contact_state *v = s->state;

	form_problems(&v->form, problems);
	v->on_digits = v->outcome == CONTACT_OUTCOME_NONE;
	desk_say(s->desk, "%s", problems->at[0].text);
	return REDRAW;
}

/*
 * Spoken with, and nothing is set: their row on Today may be gone, and with it the keys that the
 * sentence names. So their record is what one comes back to.
 */
static bool goes_to_record(const struct screen *s, const struct contact_saved *saved)
{
	const struct contact_state *v = s->state;
	const struct desk *d = s->desk;

	return saved->next.n == 0 && contact_reached_by(v->outcome) == REACHED_YES &&
	       d->depth > 1 && d->stack[d->depth - 2]->ops == &today_screen;
}

static enum outcome save(struct screen *s)
{
	struct contact_state *v = s->state;
	struct session *session = screen_session(s);
	const struct contact_form_from from = { session->today, session->minute,
		                                &session->holidays };
	struct problems problems = { 0 };
	struct contact_saved saved;
	struct new_contact x;
	struct arena a = { 0 };
	struct values values;
	enum outcome done = CLOSE;

	if (v->outcome)
		count_minutes(s);
	values = form_values(&v->form, &a);
	values_set(&values, &a, "outcome", form_get(&v->form, "outcome"));
	contact_from_values(&values, &from, &a, &problems, &x);
	x.person = person_of(s);
	x.reminder.n = s->target.id[1];
	x.has_next = true;
	if (problems_stop(&problems)) {
		done = show_problems(s, &problems);
	} else if (casework_record_contact(session, &x, &a, &saved) != OK) {
		desk_say_fault(s->desk);
		done = REDRAW;
	} else {
		desk_say(s->desk, "%s", saved.said);
		s->answer = (struct result){ .saved = true, .id = { saved.contact.n } };
		if (goes_to_record(s, &saved)) {
			s->go = visit_person(&person_screen, person_of(s));
			done = REPLACE;
		}
	}
	arena_reset(&a);
	return done;
}

static enum outcome to_digits(struct contact_state *v)
{
	v->on_digits = true;
	return REDRAW;
}

static enum outcome to_form(struct contact_state *v, const char *field)
{
	v->on_digits = false;
	form_focus(&v->form, field);
	return REDRAW;
}

/* A letter that means nothing here: not the way to go, back, to safety, to help or to the palette. */
static bool is_stray(const struct input *in)
{
	static const char keys[] = "gGqQ!?:";

	return in->kind == INPUT_TEXT && (in->ch >= 0x80 || !strchr(keys, (int)in->ch));
}

/* Writing that was meant for somewhere else does nothing, and after three letters it is said. */
static enum outcome take_stray(struct screen *s)
{
	struct contact_state *v = s->state;

	if (++v->stray < STRAY_LETTERS)
		return STAY;
	v->stray = 0;
	desk_say(s->desk, _("That looked like writing. Tab goes to the note; "
	                    "g n opens a call note."));
	return STAY;
}

static enum outcome take_digits(struct screen *s, enum act act, const struct input *in)
{
	struct contact_state *v = s->state;

	if (act == ACT_SAVE)
		return save(s);
	if (act == ACT_NOTHING_FITS) {
		s->go = visit_person(&tries_screen, person_of(s));
		return OPEN;
	}
	if (act == ACT_DIGIT)
		return choose(s, (enum contact_outcome)(in->ch - '0'));
	if (act == ACT_HAPPENED) {
		s->go = visit_person(&happened_screen, person_of(s));
		return OPEN;
	}
	if (key_matches("Tab", in) || key_matches("Down", in) || key_matches("Enter", in))
		return to_form(v, "note");
	if (key_matches("Shift-Tab", in))
		return to_form(v, "when");
	if (key_matches("Up", in))
		return STAY;
	if (in->kind == INPUT_PASTE)
		return take_stray(s);
	if (is_stray(in))
		return take_stray(s);
	v->stray = 0;
	return PASS;
}

/* Is the cursor in the first or last field, from which Tab goes round by the digits? */
static bool at_end(const struct contact_state *v, bool last)
{
	const struct field *field = form_focused(&v->form);
	const char *first = v->form.at[1].hidden ? "note" : "number";

	return field && text_equal(field->name, last ? "when" : first);
}

static enum outcome changed(struct screen *s)
{
	struct contact_state *v = s->state;

	if (text_equal(v->form.changed->name, "minutes")) {
		v->minutes_typed = true;
		form_echo(&v->form, "minutes", NULL);
	}
	if (text_equal(v->form.changed->name, "next_on"))
		echo_day(s);
	if (text_equal(v->form.changed->name, "mode") && v->outcome)
		propose_next(s);
	return REDRAW;
}

static enum outcome take_form(struct screen *s, const struct input *in)
{
	struct contact_state *v = s->state;

	if ((key_matches("Shift-Tab", in) && at_end(v, false)) ||
	    (key_matches("Tab", in) && at_end(v, true)))
		return to_digits(v);
	if (load_take(s, &v->form, "next_on", v->view.worker, in))
		return changed(s);
	switch (form_take(&v->form, in)) {
	case FORM_PASS:
	case FORM_LEAVE:
	case FORM_OPENS:
		return PASS;
	case FORM_STAY:
		if (key_matches("Up", in))
			return to_digits(v);
		if (v->form.said)
			desk_say(s->desk, "%s", v->form.said);
		return STAY;
	case FORM_MOVED:
		return REDRAW;
	case FORM_CHANGED:
		return changed(s);
	case FORM_SAVE:
		return save(s);
	}
	return PASS;
}

/* Nothing but Enter shows a number; what is a letter everywhere stays one. */
static enum outcome take_unread(struct screen *s, const struct input *in)
{
	struct contact_state *v = s->state;

	if (key_matches("Enter", in)) {
		v->line_read = true;
		return v->letter && !v->outcome ? choose(s, CONTACT_TEXT_OR_EMAIL) : REDRAW;
	}
	if (key_matches("Tab", in) || key_matches("Ctrl-S", in) ||
	    (in->kind == INPUT_TEXT && in->ch >= '0' && in->ch <= '9')) {
		desk_say(s->desk, _("Read the line in red first; Enter says that you have."));
		return STAY;
	}
	return is_stray(in) ? take_stray(s) : PASS;
}

static enum outcome contact_take(struct screen *s, enum act act, const struct input *in)
{
	struct contact_state *v = s->state;

	if (contact_unread(v))
		return take_unread(s, in);
	return v->on_digits ? take_digits(s, act, in) : take_form(s, in);
}

static bool contact_typing(const struct screen *s)
{
	const struct contact_state *v = s->state;

	return !contact_unread(v) && !v->on_digits && form_typing(&v->form);
}

/* Has anything been said yet? When it began is not. */
static bool anything(const struct contact_state *v)
{
	for (size_t i = 0; i < v->form.n; i++)
		if (!text_equal(v->form.at[i].field->name, "when") && v->form.at[i].line.text.n > 0)
			return true;
	return false;
}

static bool contact_keep(const struct screen *s, struct kept *ret)
{
	const struct contact_state *v = s->state;
	struct arena a = { 0 };

	snprintf(ret->about, sizeof(ret->about), "%s", person_ref(person_of(s), &a));
	arena_reset(&a);
	ret->subject = person_of(s).n;
	if (!anything(v))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("contact with %s, begun %02d:%02d"),
	         v->view.strip.short_name, v->began / 60, v->began % 60);
	form_keep(&v->form, &ret->body);
	buf_printf(&ret->body, ".began=%d\n.digits=%d\n.minutes=%d\n.next=%s\n", v->began,
	           v->on_digits, v->minutes_typed, v->next);
	return true;
}

/* What the form itself does not know of. */
static void resume_line(struct contact_state *v, struct str line)
{
	struct str name;
	long long n = 0;

	if (!str_cut(&line, '=', &name))
		return;
	if (str_is(name, ".next"))
		snprintf(v->next, sizeof(v->next), "%.*s", (int)line.n, line.at);
	else if (!str_int(line, &n))
		return;
	else if (str_is(name, ".began") && n >= 0 && n < DAY_MINUTES)
		v->began = (int)n;
	else if (str_is(name, ".digits"))
		v->on_digits = n != 0;
	else if (str_is(name, ".minutes"))
		v->minutes_typed = n != 0;
}

static enum status contact_resume(struct screen *s, struct str body)
{
	struct contact_state *v = s->state;
	struct str rest = body, line, outcome;
	struct arena a = { 0 };
	enum status rc = form_resume(&v->form, body);

	if (rc != OK)
		return rc;
	while (str_cut(&rest, '\n', &line))
		resume_line(v, line);
	outcome = str_of(arena_strdup(&a, form_get(&v->form, "outcome")));
	v->outcome = (enum contact_outcome)words_find(&contact_outcomes, outcome);
	arena_reset(&a);
	hide_what_is_not_asked(v);
	/* Again: what is asked only now can have the focus. */
	rc = form_resume(&v->form, body);
	if (!v->minutes_typed && v->outcome)
		form_echo(&v->form, "minutes", _("since this form was opened"));
	echo_day(s);
	return rc;
}

static int64_t contact_subject(const struct screen *s)
{
	return s->target.id[0];
}

static void contact_end(struct screen *s)
{
	struct contact_state *v = s->state;

	form_done(&v->form);
}

/* Before the line of somebody in danger was left with Enter, nothing else is offered. */
#define NEEDS_READ   256u
#define NEEDS_UNREAD 512u
/* Died, or asked us to stop: what goes out is not offered, and says so. */
#define NEEDS_GOING   1024u
#define NEEDS_STOPPED 2048u

static unsigned contact_has(const struct screen *s)
{
	const struct contact_state *v = s->state;

	if (contact_unread(v))
		return NEEDS_UNREAD;
	return NEEDS_READ | (is_stopped(v) ? NEEDS_STOPPED : NEEDS_GOING);
}

/* clang-format off */
static const struct binding contact_bindings[] = {
	{ "1-9", ACT_DIGIT, NEEDS_GOING | NEEDS_WRITE, "What happened, in one digit", "what happened" },
	{ "7-8", ACT_DIGIT, NEEDS_STOPPED | NEEDS_WRITE, "They rang us, or one met; nothing goes out", "what happened" },
	{ "1-9", ACT_DIGIT, NEEDS_STOPPED | NEEDS_WRITE | NEEDS_HIDDEN, "What happened, in one digit", NULL },
	{ "Enter", ACT_OPEN, NEEDS_UNREAD, "The line in red was read: show the numbers", "I have read it" },
	{ "Tab", ACT_NEXT_FIELD, NEEDS_READ, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_READ | NEEDS_WRITE, "Save, and set what comes next", "save" },
	{ "h", ACT_HAPPENED, NEEDS_STAFF | NEEDS_READ | NEEDS_WRITE, "Something has changed: treatment, home, death", NULL },
	{ "0", ACT_NOTHING_FITS, NEEDS_STAFF | NEEDS_READ | NEEDS_WRITE, "They cannot be reached: letter, whoever referred them, close", NULL },
	{ "!", ACT_SAFETY, NEEDS_HIDDEN, "Worried about somebody's safety: from anywhere, for everybody", "worried about safety" },
	{ "Enter", ACT_NEXT_FIELD, NEEDS_READ | NEEDS_HIDDEN, "To the next field", NULL },
	/* Taken all the same before the line was read, to say that it comes first. */
	{ "1-9", ACT_DIGIT, NEEDS_UNREAD | NEEDS_HIDDEN, "What happened, in one digit", NULL },
	{ "Tab", ACT_NEXT_FIELD, NEEDS_UNREAD | NEEDS_HIDDEN, "To the next field", NULL },
	{ "Ctrl-S", ACT_SAVE, NEEDS_UNREAD | NEEDS_HIDDEN, "Save, and set what comes next", NULL },
	{ "h", ACT_HAPPENED, NEEDS_UNREAD | NEEDS_HIDDEN, "Something has changed: treatment, home, death", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops contact_screen = {
	.name = "contact",
	.title = "Contact",
	.state_size = sizeof(struct contact_state),
	.bindings = contact_bindings,
	.conversation = true,
	.begin = contact_begin,
	.load = contact_load,
	.render = contact_put,
	.take = contact_take,
	.typing = contact_typing,
	.keep = contact_keep,
	.resume = contact_resume,
	.subject = contact_subject,
	.has = contact_has,
	.end = contact_end,
};
