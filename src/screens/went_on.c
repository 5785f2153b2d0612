#include "ledger.h"

#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "model/step_form.h"

#include <stdio.h>

/*
 * How a signpost went on, from its ledger: since when, who said so, and what the step takes. id[0] the
 * person, id[1] the signpost, id[2] which of ledger_answers.
 */
struct went_on {
	struct form form;
	struct ledger_view view; /* belongs to the screen's arena */
	bool began;
};

static const struct ledger_answer *answer_of(const struct screen *s)
{
	return &ledger_answers[s->target.id[2]];
}

static enum status went_on_begin(struct screen *s)
{
	struct went_on *v = s->state;
	enum signpost_status to = answer_of(s)->status;

	form_begin(&v->form, step_form);
	form_hide(&v->form, "helped", to != SIGNPOST_COMPLETED);
	form_hide(&v->form, "why", to != SIGNPOST_REJECTED);
	form_hide(&v->form, "which", to != SIGNPOST_CHANGED_MIND);
	form_set(&v->form, "on", _("today"));
	return OK;
}

static struct when_from back_from(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_BACK };
}

/* The day with its weekday. */
static void settle(struct screen *s)
{
	struct went_on *v = s->state;
	const struct when_from from = back_from(s);
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	struct step_typed typed = { 0 };

	step_fill(&typed, &values, &from, &a, &problems);
	form_echo(&v->form, "on", problems.n > 0 ? NULL : day_short(typed.on, from.today, &a));
	arena_reset(&a);
}

static enum status went_on_load(struct screen *s)
{
	struct went_on *v = s->state;
	enum status rc = casework_ledger(screen_session(s), (struct signpost_id){ s->target.id[1] },
	                                 &s->arena, &v->view);
	bool again = rc == OK && !signpost_open(v->view.signpost.status) &&
	             signpost_open(answer_of(s)->status);

	if (rc != OK)
		return rc;
	form_hide(&v->form, "reason", !again);
	settle(s);
	return OK;
}

static void went_on_render(const struct screen *s, struct grid *g)
{
	struct went_on *v = s->state;
	int row = strip_put(g, NULL, &v->view.strip, NULL);
	int column = grid_printf(g, row, GRID_MARGIN, LOOK_STRONG, "%s: %s",
	                         v->view.listing.service.name, answer_of(s)->label);

	if (!text_empty(v->view.phone))
		grid_printf(g, row, column, LOOK_PLAIN, " · %s", v->view.phone);
	grid_printf(g, row + 1, GRID_MARGIN, LOOK_SECOND, _("So far: %s"), v->view.now);
	grid_rule(g, row + 2, GRID_MARGIN, -1);
	form_put(&v->form, g,
	         (struct rect){ row + 3, GRID_MARGIN, g->rows - row - 3, g->columns - 2 });
}

static void say_saved(struct screen *s, const struct signpost_outcome *o, day again)
{
	const struct went_on *v = s->state;
	const char *name = v->view.listing.service.name;
	const char *status = words_label(&signpost_statuses, (int)o->status);
	bool nothing = o->status == SIGNPOST_REJECTED || o->status == SIGNPOST_NOT_FOUND_OUT ||
	               o->helped == HELPED_NO;
	struct arena a = { 0 };

	if (again != DAY_NONE)
		desk_say(s->desk, _("Saved. %s: %s. Asked about again on %s."), name, status,
		         day_short(again, screen_session(s)->today, &a));
	else if (nothing)
		desk_say(s->desk, _("Saved. %s: %s. s another service, 0 nothing fits."), name,
		         status);
	else
		desk_say(s->desk, _("Saved. %s: %s. u takes it back."), name, status);
	arena_reset(&a);
}

static bool filled(struct screen *s, struct arena *a, struct signpost_outcome *ret)
{
	struct went_on *v = s->state;
	const struct when_from from = back_from(s);
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, a);
	struct step_typed typed = { .status = answer_of(s)->status };

	form_missing(&v->form, &problems, a);
	step_fill(&typed, &values, &from, a, &problems);
	form_problems(&v->form, &problems);
	*ret = signpost_outcome_blank;
	ret->id = v->view.signpost.id;
	ret->status = typed.status;
	ret->on = typed.on;
	ret->asked = typed.asked;
	ret->answered = typed.asked == STEP_ASK_NONE ? NOT_ASKED : SAID_YES;
	ret->helped = typed.helped;
	ret->reason = typed.reason;
	ret->outcome = typed.words;
	return !problems_stop(&problems);
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	struct signpost_outcome o;
	enum outcome outcome = REDRAW;
	day again;

	if (filled(s, &a, &o)) {
		if (casework_signpost_outcome(screen_session(s), &o, &again) != OK) {
			desk_say_fault(s->desk);
		} else {
			say_saved(s, &o, again);
			s->answer = (struct result){ .saved = true, .id = { o.id.n } };
			outcome = CLOSE;
		}
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome changed(struct screen *s)
{
	settle(s);
	return REDRAW;
}

static enum outcome went_on_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct went_on *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool went_on_keep(const struct screen *s, struct kept *ret)
{
	const struct went_on *v = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld %lld %lld", (long long)s->target.id[0],
	         (long long)s->target.id[1], (long long)s->target.id[2]);
	ret->subject = s->target.id[0];
	if (text_empty(form_get(&v->form, "words")) && text_empty(form_get(&v->form, "reason")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("How %s went on for %s, not saved"),
	         v->view.listing.service.name, v->view.strip.short_name);
	form_keep(&v->form, &ret->body);
	return true;
}

static enum status went_on_resume(struct screen *s, struct str body)
{
	struct went_on *v = s->state;
	enum status rc = form_resume(&v->form, body);

	settle(s);
	return rc;
}

static const struct binding went_on_bindings[] = {
	{ "1-6", ACT_NONE, NEEDS_WRITE, "What came of it, or why not", "choose" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct went_on);

const struct screen_ops went_on_screen = {
	.name = "went-on",
	.title = "How a service went on",
	.state_size = sizeof(struct went_on),
	.bindings = went_on_bindings,
	.begin = went_on_begin,
	.load = went_on_load,
	.render = went_on_render,
	.take = went_on_take,
	.typing = form_screen_typing,
	.keep = went_on_keep,
	.resume = went_on_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
