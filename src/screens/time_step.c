#include "desk.h"
#include "effect_put.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/people.h"
#include "casework/times.h"
#include "model/when.h"

#include <stdio.h>

/*
 * One step of somebody's time with us: id[0] the person, id[1] the referral, id[2] the step. What it
 * will change stands below the form and follows it; Ctrl-S does all of it at once.
 */
struct time_step_page {
	struct form form;
	struct person_strip strip;   /* belongs to s->arena, as the two below */
	struct step_preview preview; /* of the form as it is */
	struct arena shown;          /* what the preview says */
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum time_step step_of(const struct screen *s)
{
	return (enum time_step)s->target.id[2];
}

static bool has(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (text_equal(f->at[i].field->name, name))
			return true;
	return false;
}

static void take_values(const struct screen *s, struct arena *a, struct new_step *ret,
                        struct problems *problems)
{
	const struct time_step_page *p = s->state;
	const struct session *session = screen_session(s);
	const struct values v = form_values(&p->form, a);

	*ret = new_step_blank;
	ret->person = person_of(s);
	ret->referral.n = s->target.id[1];
	ret->step = step_of(s);
	time_step_from_values(&v, session->today, &session->holidays, a, ret, problems);
}

/* What the form as it stands would change; days that are half typed change nothing yet. */
static enum status look(struct screen *s)
{
	struct time_step_page *p = s->state;
	struct problems ignored = { 0 };
	struct step_preview preview;
	struct new_step x;
	enum status rc;

	arena_reset(&p->shown);
	p->preview = (struct step_preview){ 0 };
	take_values(s, &p->shown, &x, &ignored);
	rc = casework_step_preview(screen_session(s), &x, &p->shown, &preview);
	if (rc == OK)
		p->preview = preview;
	return rc;
}

static void hide(struct form *f, const char *name, bool hidden)
{
	if (has(f, name))
		form_hide(f, name, hidden);
}

static void echo_day(struct screen *s, const char *name)
{
	struct time_step_page *p = s->state;
	const struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct arena a = { 0 };
	const char *fault;
	struct when when;

	if (has(&p->form, name)) {
		bool is = when_parse(form_get(&p->form, name), &from, &a, &when, &fault) == OK;

		form_echo(&p->form, name,
		          is ? arena_printf(&a, "→ %s%s%s", day_short(when.on, session->today, &a),
		                            *when.note ? " · " : "", when.note)
		             : NULL);
	}
	arena_reset(&a);
}

static void echo_days(struct screen *s)
{
	echo_day(s, "until");
	echo_day(s, "tell_on");
}

/* The likely answers: mine, stop what is open, answer whoever referred them on the next working day. */
static void propose(struct screen *s)
{
	struct time_step_page *p = s->state;
	const struct session *session = screen_session(s);
	struct arena a = { 0 };

	if (has(&p->form, "worker"))
		form_set(&p->form, "worker", session->account.login);
	hide(&p->form, "reminders", p->preview.open.reminders == 0);
	hide(&p->form, "signposts", p->preview.open.signposts == 0);
	if (has(&p->form, "reminders") && p->preview.open.reminders > 0)
		form_set(&p->form, "reminders", "stops");
	hide(&p->form, "tell_on", text_empty(p->preview.row.tell));
	if (has(&p->form, "tell_on") && !text_empty(p->preview.row.tell)) {
		form_label(&p->form, "tell_on", _("Answer them by"));
		form_set(&p->form, "tell_on",
		         day_birth(session_due(session, DUE_TELL_THEM, session->today), &a));
	}
	echo_days(s);
	arena_reset(&a);
}

static enum status time_step_begin(struct screen *s)
{
	struct time_step_page *p = s->state;
	enum status rc;

	form_begin(&p->form, time_step_fields(step_of(s), form_screen_workers(s), &s->keep));
	rc = look(s);
	if (rc != OK)
		return rc;
	propose(s);
	return look(s);
}

static enum status time_step_load(struct screen *s)
{
	struct time_step_page *p = s->state;

	return casework_strip(screen_session(s), person_of(s), &s->arena, &p->strip);
}

/* ---- showing ---- */

static void put_effects(const struct effect_list *list, struct grid *g, int row)
{
	size_t i = 0;

	grid_head(g, row++, _("WHAT IT WILL CHANGE"), NULL);
	if (list->n == 0)
		grid_put(g, row, 9, -1, LOOK_SECOND, _("Nothing else."));
	for (; i < list->n && row < g->rows - 2; i++)
		row = effect_put(&list->at[i], g, row, 2);
	if (i < list->n)
		grid_printf(g, row, 9, LOOK_SECOND, _("%zu more ↓"), list->n - i);
	grid_put(g, g->rows - 1, 1, -1, LOOK_SECOND,
	         _("Nothing is written yet. Ctrl-S does it; u afterwards takes all of it back."));
}

static void time_step_render(const struct screen *s, struct grid *g)
{
	struct time_step_page *p = s->state;
	const struct time_row *t = &p->preview.row;
	int row = strip_put(g, _("Time with us"), &p->strip, NULL), takes;
	struct arena a = { 0 };

	grid_rule(g, row++, 1, -1);
	row++;
	grid_printf(g, row - 1, 1, LOOK_HEAD, "%s", words_label(&time_steps, (int)step_of(s)));
	if (t->state)
		grid_put_right(g, row - 1, g->columns - 1, g->columns - 34, LOOK_SECOND,
		               arena_printf(&a, _("referred %s · %s"),
		                            day_plain(t->referral.received_on,
		                                      screen_session(s)->today, &a),
		                            t->state));
	takes = form_rows(&p->form, g->columns - 2);
	if (takes > (g->rows - row) * 3 / 5)
		takes = (g->rows - row) * 3 / 5;
	put_effects(&p->preview.effects, g, row + takes + 1);
	form_put(&p->form, g, (struct rect){ row, 1, takes, g->columns - 2 });
	arena_reset(&a);
}

/* ---- saving ---- */

static enum outcome save(struct screen *s)
{
	struct time_step_page *p = s->state;
	struct problems problems = { 0 };
	struct arena a = { 0 };
	const char *said = "";
	struct new_step x;
	enum status rc = E_INVALID;

	take_values(s, &a, &x, &problems);
	new_step_problems(&x, &p->preview.open, screen_session(s)->today, &a, &problems);
	form_problems(&p->form, &problems);
	if (!problems_stop(&problems)) {
		rc = casework_step(screen_session(s), &x, &a, &said);
		if (rc == OK)
			desk_say(s->desk, "%s", said);
		else
			desk_say_fault(s->desk);
	}
	arena_reset(&a);
	if (rc != OK)
		return REDRAW;
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome changed(struct screen *s)
{
	echo_days(s);
	if (look(s) != OK)
		desk_say_fault(s->desk);
	return REDRAW;
}

static enum outcome time_step_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct time_step_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

/* ---- keeping ---- */

static bool time_step_keep(const struct screen *s, struct kept *ret)
{
	const struct time_step_page *p = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld %lld", (long long)s->target.id[1],
	         (long long)s->target.id[2]);
	ret->subject = s->target.id[0];
	if (!*form_get(&p->form, "reason") &&
	    !(has(&p->form, "outcome") && *form_get(&p->form, "outcome")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("%s: %s, not saved"), p->strip.short_name,
	         words_label(&time_steps, (int)step_of(s)));
	form_keep(&p->form, &ret->body);
	return true;
}

static enum status time_step_resume(struct screen *s, struct str draft)
{
	struct time_step_page *p = s->state;
	enum status rc = form_resume(&p->form, draft);

	echo_days(s);
	return rc == OK ? look(s) : rc;
}

static void time_step_end(struct screen *s)
{
	struct time_step_page *p = s->state;

	form_done(&p->form);
	arena_reset(&p->shown);
}

static const struct binding time_step_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Do it: all that stands below", "do it" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct time_step_page);

const struct screen_ops time_step_screen = {
	.name = "time-step",
	.title = "Time with us, one step",
	.state_size = sizeof(struct time_step_page),
	.bindings = time_step_bindings,
	.conversation = true,
	.begin = time_step_begin,
	.load = time_step_load,
	.render = time_step_render,
	.take = time_step_take,
	.typing = form_screen_typing,
	.keep = time_step_keep,
	.resume = time_step_resume,
	.subject = form_screen_subject,
	.end = time_step_end,
};
