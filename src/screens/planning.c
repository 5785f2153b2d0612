#include "planning.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/plan_review.h"

#include <stdio.h>
#include <string.h>

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

struct plan_row *planning_row(const struct plan_state *st)
{
	size_t at = st->list.at;

	return at == 0 || at > st->view.n ? NULL : &st->view.at[at - 1];
}

bool planning_go_to(struct plan_state *st, const char *code)
{
	for (size_t i = 0; i < st->view.n; i++)
		if (strcmp(st->view.at[i].code, code) == 0) {
			st->list.at = i + 1;
			return true;
		}
	return false;
}

static enum status plan_begin(struct screen *s)
{
	struct plan_state *st = s->state;

	st->list.at = 1;
	return OK;
}

static enum status plan_load(struct screen *s)
{
	struct plan_state *st = s->state;
	enum status rc = casework_mark(screen_session(s), &st->mark);

	if (rc == OK)
		rc = casework_plan(screen_session(s), person(s), &s->arena, &st->view);
	if (rc == OK)
		list_resize(&st->list, st->view.n + 1);
	return rc;
}

static void plan_done(struct screen *s)
{
	struct plan_state *st = s->state;

	line_done(&st->matters);
	merging_done(&st->merging);
	form_done(&st->form);
}

static void say_saved(struct screen *s, const struct action *x)
{
	const struct session *session = screen_session(s);
	struct arena a = { 0 };

	if (x->due_on != DAY_NONE)
		desk_say(s->desk, _("Saved. A reminder is set for %s. Enter changes who and when."),
		         day_short(x->due_on, session->today, &a));
	else if (x->kind == ACTION_LATER)
		desk_say(s->desk, "%s", _("Saved: asked again when the plan is gone over."));
	else
		desk_say(s->desk, _("Saved: %s."), words_label(&action_kinds, (int)x->kind));
	arena_reset(&a);
}

/* On to the next concern that has no answer yet; where all have one, one stays. */
static void go_on(struct plan_state *st)
{
	for (size_t i = st->list.at; i < st->view.n; i++)
		if (st->view.at[i].actions.n == 0) {
			st->list.at = i + 1;
			return;
		}
}

static void answer(struct screen *s, enum action_kind kind, const char *what)
{
	struct plan_state *st = s->state;
	struct arena a = { 0 };
	const struct plan_answer x = { person(s), st->code, kind, what, DAY_NONE };
	struct action got;

	if (casework_answer_concern(screen_session(s), &x, &a, &got) == OK) {
		say_saved(s, &got);
		go_on(st);
	} else {
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
}

static void ask(struct screen *s, enum plan_question about, const char *question, const char *keys)
{
	struct plan_state *st = s->state;
	struct prompt p = { 0 };

	st->question = about;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static enum outcome ask_what(struct screen *s, enum action_kind kind)
{
	struct plan_state *st = s->state;
	const char *question;

	st->kind = kind;
	switch ((int)kind) {
	case ACTION_PERSON_DOES:
		question = arena_printf(&s->keep, _("%s will …"), st->view.first_name);
		break;
	case ACTION_WORKER_DOES:
		question = arena_printf(&s->keep, _("For %s, I will …"), st->view.first_name);
		break;
	case ACTION_BENEFIT_OR_GRANT:
		question = _("Which benefit or grant?");
		break;
	default:
		question = _("What to ask the clinical team?");
		break;
	}
	ask(s, PLAN_ASKS_WHAT, question, NULL);
	return REDRAW;
}

static enum outcome open_picker(struct screen *s, const struct plan_row *row)
{
	s->go = visit_picker(person(s), row->code);
	return OPEN;
}

static enum outcome take_digit(struct screen *s, char32_t digit)
{
	struct plan_state *st = s->state;
	const struct plan_row *row = planning_row(st);

	if (!row) {
		desk_say(s->desk, "%s", _("Digits answer a concern. ↓ to one first."));
		return REDRAW;
	}
	snprintf(st->code, sizeof(st->code), "%s", row->code);
	switch (digit) {
	case '1':
		return open_picker(s, row);
	case '2':
		answer(s, ACTION_INFORMATION, "");
		return RELOAD;
	case '3':
		return ask_what(s, ACTION_PERSON_DOES);
	case '4':
		return ask_what(s, ACTION_WORKER_DOES);
	case '5':
		return ask_what(s, ACTION_BENEFIT_OR_GRANT);
	case '6':
		return ask_what(s, ACTION_CLINICAL_TEAM);
	case '9':
		answer(s, ACTION_LATER, "");
		return RELOAD;
	case '0':
		answer(s, ACTION_NOTHING_WANTED, "");
		return RELOAD;
	default:
		desk_say(s->desk, "%s", _("There is no such answer: 1 to 6, 9 later, 0 nothing."));
		return REDRAW;
	}
}

static enum outcome answer_rest(struct screen *s)
{
	size_t n;

	if (casework_answer_rest(screen_session(s), person(s), &n) != OK)
		desk_say_fault(s->desk);
	else if (n == 0)
		desk_say(s->desk, "%s", _("Everything has an answer already."));
	else
		desk_say(s->desk,
		         _("Saved: %zu talked about, to be asked at review. u takes it back."), n);
	return RELOAD;
}

static const struct action *last_action(const struct plan_row *row)
{
	return row && row->actions.n > 0 ? &row->actions.at[row->actions.n - 1] : NULL;
}

static enum outcome off_paper(struct screen *s)
{
	const struct plan_row *row = planning_row(s->state);
	bool on;

	if (!last_action(row)) {
		desk_say(s->desk, "%s", _("Nothing is planned there that could be on paper."));
		return REDRAW;
	}
	on = !last_action(row)->on_paper;
	if (casework_put_on_paper(screen_session(s), &row->actions, on) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk,
		         on ? _("%s may stand on the paper again.") : _("%s stays off the paper."),
		         row->label);
	return RELOAD;
}

static enum outcome ask_supported(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_row *row = planning_row(st);
	const struct action *x = last_action(row);

	if (!x || !action_open(x->status)) {
		desk_say(s->desk, "%s", _("There is nothing to be done there."));
		return REDRAW;
	}
	snprintf(st->code, sizeof(st->code), "%s", row->code);
	ask(s, PLAN_ASKS_SUPPORTED,
	    arena_printf(&s->keep, _("Done, %s. Did they feel supported? yes partly no"),
	                 st->view.strip.short_name),
	    "ypn?");
	return REDRAW;
}

static void supported(struct screen *s, char key)
{
	struct plan_state *st = s->state;
	struct action_review r = { .status = ACTION_COMPLETED };
	const struct action *x;

	planning_go_to(st, st->code);
	x = last_action(planning_row(st));
	if (!x)
		return;
	r.action = x->id;
	r.supported = key == 'y'   ? SUPPORTED_YES
	              : key == 'p' ? SUPPORTED_PARTLY
	              : key == 'n' ? SUPPORTED_NO
	                           : SUPPORTED_NOT_ASKED;
	if (casework_review_action(screen_session(s), &r) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Saved: done. Supported: %s. u takes it back."),
		         words_label(&supports, (int)r.supported));
}

/* The answer to a one-line question, or of the picker. */
static void plan_came_back(struct screen *s, const struct result *r)
{
	struct plan_state *st = s->state;
	enum plan_question question = st->question;

	if (merging_chosen(s, &st->form, &st->merging, r))
		return;
	st->question = PLAN_ASKS_NOTHING;
	if (r->from || !r->saved)
		return;
	if (question == PLAN_ASKS_WHAT)
		answer(s, st->kind, r->text);
	else if (question == PLAN_ASKS_SUPPORTED)
		supported(s, (char)r->id[0]);
	else if (question == PLAN_ASKS_MATTERS)
		planning_matters_chosen(s, (char)r->id[0]);
	desk_reload(s->desk);
}

static enum outcome open_row(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_row *row = planning_row(st);

	if (!row)
		planning_begin_matters(s);
	else if (row->actions.n == 0)
		desk_say(s->desk, _("%s has no answer yet. A digit gives it one."), row->label);
	else
		planning_begin_action(s);
	return REDRAW;
}

static enum outcome hand_out(struct screen *s)
{
	struct plan_state *st = s->state;

	if (st->view.plan.id.n == 0) {
		desk_say(s->desk, "%s", _("There is no plan to hand out yet. Digits make one."));
		return REDRAW;
	}
	s->go = visit_paper(person(s), DOCUMENT_PLAN);
	return OPEN;
}

static enum outcome open_level(struct screen *s)
{
	const struct plan_row *row = planning_row(s->state);

	if (!row || text_empty(row->code)) {
		desk_say(s->desk, "%s", _("A need is judged of a concern. ↓ to one first."));
		return REDRAW;
	}
	s->go = visit_level(person(s), row->code);
	return OPEN;
}

static enum outcome plan_take(struct screen *s, enum act act, const struct input *in)
{
	struct plan_state *st = s->state;

	if (st->mode != PLANNING_ROWS)
		return planning_form_take(s, in);
	if (list_take(&st->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_DIGIT:
		return take_digit(s, in->ch);
	case ACT_MARK_ALL:
		return answer_rest(s);
	case ACT_OPEN:
		return open_row(s);
	case ACT_RATHER_NOT:
		return off_paper(s);
	case ACT_DONE:
		return ask_supported(s);
	case ACT_HAND_OUT:
		return hand_out(s);
	case ACT_LEVEL:
		return open_level(s);
	case ACT_SAVE:
		planning_begin_agree(s);
		return REDRAW;
	default:
		return PASS;
	}
}

static bool plan_typing(const struct screen *s)
{
	const struct plan_state *st = s->state;

	return st->mode != PLANNING_ROWS;
}

static int64_t plan_subject(const struct screen *s)
{
	return s->target.id[0];
}

/* clang-format off */
static const struct binding plan_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_WRITE, "A service: the ones that fit", "service" },
	{ "2", ACT_DIGIT, NEEDS_WRITE, "Information was given", "info" },
	{ "3", ACT_DIGIT, NEEDS_WRITE, "They will: what, in a line", "they will" },
	{ "4", ACT_DIGIT, NEEDS_WRITE, "I will: what, in a line", "I will" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "They agree to the plan", "agree" },
	{ "x", ACT_HAND_OUT, 0, "Hand it out: the page as it will be", "paper" },
	{ "5", ACT_DIGIT, NEEDS_WRITE, "A benefit or grant", "benefit" },
	{ "6", ACT_DIGIT, NEEDS_WRITE, "Ask the clinical team", NULL },
	{ "9", ACT_DIGIT, NEEDS_WRITE, "Later: ask at review", "later" },
	{ "0", ACT_DIGIT, NEEDS_WRITE, "Nothing wanted", "no" },
	{ "*", ACT_MARK_ALL, NEEDS_WRITE, "All that have no answer: talked about, ask at review", NULL },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Who, when, how sure, goal; on the first row: what matters", NULL },
	{ "l", ACT_LEVEL, NEEDS_WRITE, "How great the need is, the published tests beside", NULL },
	{ "d", ACT_DONE, NEEDS_WRITE, "Done; asks whether they felt supported", NULL },
	{ "-", ACT_RATHER_NOT, NEEDS_WRITE, "Not on paper, or on it again", NULL },
	LIST_BINDINGS(0),
	{ 0 },
};
/* clang-format on */

const struct screen_ops plan_screen = {
	.name = "plan",
	.title = "Plan",
	.state_size = sizeof(struct plan_state),
	.bindings = plan_bindings,
	.conversation = true,
	.begin = plan_begin,
	.load = plan_load,
	.render = planning_render,
	.take = plan_take,
	.typing = plan_typing,
	.came_back = plan_came_back,
	.keep = planning_keep,
	.resume = planning_resume,
	.subject = plan_subject,
	.end = plan_done,
};
