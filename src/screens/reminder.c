#include "desk.h"
#include "form_screen.h"
#include "load.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/contacts.h"
#include "casework/reminders.h"
#include "casework/today.h"
#include "model/reminder_form.h"

#include <stdio.h>

/* A reminder to be set: about a person (id[0]), or about nobody. */
struct reminder_form {
	struct form form;
	struct person_id person;
	struct person_strip strip;
	char again[160]; /* how it comes again, in full, with the next days; "" */
};

static enum status reminder_begin(struct screen *s)
{
	struct reminder_form *v = s->state;

	v->person.n = s->target.id[0];
	form_begin(&v->form, reminder_fields);
	form_set(&v->form, "kind", words_word(&reminder_kinds, REMINDER_FOLLOW_UP));
	form_hide(&v->form, "promised", v->person.n == 0);
	return OK;
}

static enum status reminder_load(struct screen *s)
{
	struct reminder_form *v = s->state;

	if (v->person.n == 0)
		return OK;
	return casework_strip(screen_session(s), v->person, &s->arena, &v->strip);
}

static void reminder_render(const struct screen *s, struct grid *g)
{
	struct reminder_form *v = s->state;
	int row = 1;

	if (v->person.n != 0)
		row = strip_put(g, _("Reminder"), &v->strip, NULL);
	else
		grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("Reminder"));
	form_put(&v->form, g,
	         (struct rect){ row + 1, GRID_MARGIN, g->rows - row - 2, g->columns - 2 });
	grid_put(g, g->rows - 1, GRID_MARGIN, -1, LOOK_ACCENT, v->again);
}

static struct when_from from_now(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_AHEAD };
}

/* The day as it is understood, and how full it is for whoever it is for: "Mon 30 Nov · 4 others that day". */
static void echo_day(struct screen *s)
{
	struct reminder_form *v = s->state;
	struct session *session = screen_session(s);
	struct when_from from = from_now(s);
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	struct reminder_typed typed;
	struct account worker = { .id = { 0 } };

	reminder_typed(&values, &from, &a, &problems, &typed);
	if (!text_empty(typed.worker) && casework_worker(session, typed.worker, &worker) != OK)
		worker.id.n = 0;
	form_echo(&v->form, "on",
	          typed.reminder.due_on == DAY_NONE
	                  ? NULL
	                  : load_echo(s, worker.id, form_get(&v->form, "on"), &a));
	snprintf(v->again, sizeof(v->again), "%s", typed.again);
	arena_reset(&a);
}

static enum status store(struct screen *s, struct reminder_typed *typed, struct problems *problems,
                         struct arena *a)
{
	struct reminder_form *v = s->state;
	struct session *session = screen_session(s);
	struct account worker = session->account;
	struct reminder_id id;

	if (!text_empty(typed->worker) && casework_worker(session, typed->worker, &worker) != OK) {
		problem_add(problems, a, "worker", "%s", session_fault(session));
		return E_INVALID;
	}
	typed->reminder.person = v->person;
	typed->reminder.worker = worker.id;
	return casework_remind(session, &typed->reminder, &id);
}

static enum outcome save(struct screen *s)
{
	struct reminder_form *v = s->state;
	struct when_from from = from_now(s);
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	struct reminder_typed typed;
	enum outcome outcome = REDRAW;

	reminder_typed(&values, &from, &a, &problems, &typed);
	if (!problems_stop(&problems) && store(s, &typed, &problems, &a) == OK) {
		desk_say(s->desk, _("Saved. %s is set for %s%s%s."), typed.reminder.what,
		         day_short(typed.reminder.due_on, from.today, &a),
		         typed.reminder.due_minute == MINUTE_NONE ? "" : " ",
		         minute_text(typed.reminder.due_minute, &a));
		s->answer = (struct result){ .saved = true, .id = { v->person.n } };
		outcome = CLOSE;
	} else if (problems.n > 0) {
		form_problems(&v->form, &problems);
	} else {
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome changed(struct screen *s)
{
	echo_day(s);
	return REDRAW;
}

static enum outcome reminder_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct reminder_form *v = s->state;

	(void)act;
	if (load_take(s, &v->form, "on", (struct account_id){ 0 }, in))
		return changed(s);
	return form_screen_take(s, &v->form, in, &how);
}

static bool reminder_keep(const struct screen *s, struct kept *ret)
{
	const struct reminder_form *v = s->state;
	struct arena a = { 0 };
	bool any = !text_empty(form_get(&v->form, "what")) || !text_empty(form_get(&v->form, "on"));

	if (v->person.n != 0)
		snprintf(ret->about, sizeof(ret->about), "%s", person_ref(v->person, &a));
	else
		sheet_about(s->target.id[3], ret->about, sizeof(ret->about));
	arena_reset(&a);
	ret->subject = v->person.n;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Reminder begun, not set"));
	if (any)
		form_keep(&v->form, &ret->body);
	return any;
}

static enum status reminder_resume(struct screen *s, struct str draft)
{
	struct reminder_form *v = s->state;
	enum status rc = form_resume(&v->form, draft);

	echo_day(s);
	return rc;
}

static int64_t reminder_subject(const struct screen *s)
{
	const struct reminder_form *v = s->state;

	return v->person.n;
}

static const struct binding reminder_bindings[] = {
	{ "Tab", ACT_NONE, 0, "The next field", "next" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Set the reminder", "save" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct reminder_form);

const struct screen_ops reminder_screen = {
	.name = "reminder",
	.title = "Reminder",
	.state_size = sizeof(struct reminder_form),
	.bindings = reminder_bindings,
	.begin = reminder_begin,
	.load = reminder_load,
	.render = reminder_render,
	.take = reminder_take,
	.typing = form_screen_typing,
	.keep = reminder_keep,
	.resume = reminder_resume,
	.subject = reminder_subject,
	.end = form_screen_end,
};
