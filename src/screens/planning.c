#include "planning.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "model/plan_form.h"

#include <stdio.h>
#include <string.h>

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

const struct plan_item *planning_item(const struct plan_state *st)
{
	return &st->items.at[st->list.at];
}

struct plan_row *planning_row(const struct plan_state *st)
{
	const struct plan_item *x = planning_item(st);

	return x->kind == ITEM_CONCERN ? &st->view.at[x->at] : NULL;
}

const struct action *planning_action(const struct plan_state *st)
{
	const struct plan_item *x = planning_item(st);

	if (x->kind != ITEM_CONCERN || x->action == PLAN_NONE)
		return NULL;
	return &st->view.at[x->at].actions.at[x->action];
}

bool planning_go_to(struct plan_state *st, const char *code)
{
	for (size_t i = 0; i < st->items.n; i++) {
		const struct plan_item *x = &st->items.at[i];

		if (x->kind != ITEM_CONCERN || strcmp(st->view.at[x->at].code, code) != 0)
			continue;
		st->list.at = i;
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
	bool first = st->items.n == 0;
	int64_t was = first ? 0 : planning_item_id(&st->items, st->list.at);
	enum status rc = casework_mark(screen_session(s), &st->mark);

	if (rc == OK)
		rc = casework_plan(screen_session(s), person(s), &s->arena, &st->view);
	if (rc != OK)
		return rc;
	st->items = planning_items(&st->view, screen_session(s)->today, &s->arena);
	if (first)
		list_resize(&st->list, st->items.n);
	else
		list_reload(&st->list, st->items.n, planning_item_id, &st->items, was);
	return OK;
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
	else if (x->kind == ACTION_INFORMATION)
		desk_say(s->desk, "%s", _("Saved: information given. Enter says what."));
	else if (x->kind == ACTION_LATER)
		desk_say(s->desk, "%s", _("Saved: asked again when the plan is gone over."));
	else
		desk_say(s->desk, _("Saved: %s."), words_label(&action_kinds, (int)x->kind));
	arena_reset(&a);
}

/* On to the next concern that has no answer yet; where all have one, one stays. */
static void go_on(struct plan_state *st)
{
	for (size_t i = st->list.at + 1; i < st->items.n; i++) {
		const struct plan_item *x = &st->items.at[i];

		if (x->kind != ITEM_CONCERN || x->action != PLAN_NONE)
			continue;
		st->list.at = i;
		return;
	}
}

/* "ring the bank by fri": what, and by when. Of the clinical team, whom they know. */
static void answer(struct screen *s, enum action_kind kind, const char *line)
{
	struct plan_state *st = s->state;
	const struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct arena a = { 0 };
	struct plan_answer x = { person(s), st->code, kind, line, DAY_NONE, NULL };
	struct action got;

	if (kind == ACTION_PERSON_DOES || kind == ACTION_WORKER_DOES ||
	    kind == ACTION_CLINICAL_TEAM)
		x.what = action_line_parse(line, &from, &a, &x.due_on);
	if (kind == ACTION_CLINICAL_TEAM)
		x.who = st->view.clinical;
	if (casework_answer_concern(screen_session(s), &x, &a, &got) == OK) {
		say_saved(s, &got);
		go_on(st);
	} else {
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
}

static enum outcome ask_what(struct screen *s, enum action_kind kind)
{
	struct plan_state *st = s->state;
	const char *question;

	st->kind = kind;
	switch ((int)kind) {
	case ACTION_PERSON_DOES:
		question = arena_printf(&s->keep, _("%s will … by …"), st->view.first_name);
		break;
	case ACTION_WORKER_DOES:
		question = arena_printf(&s->keep, _("For %s, I will … by …"), st->view.first_name);
		break;
	default:
		question =
			text_empty(st->view.clinical)
				? _("What to ask the clinical team?")
				: arena_printf(&s->keep, _("What to ask %s?"), st->view.clinical);
		break;
	}
	planning_ask(s, PLAN_ASKS_WHAT, question, NULL);
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
		desk_say(s->desk, "%s", _("Digits answer a concern. ↑ or ↓ to one first."));
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
		s->go = visit_plan_part(&money_screen, person(s), 0, row->code);
		return OPEN;
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

static enum outcome off_paper(struct screen *s)
{
	const struct plan_row *row = planning_row(s->state);
	bool on;

	if (!planning_action(s->state)) {
		desk_say(s->desk, "%s", _("Nothing is planned there that could be on paper."));
		return REDRAW;
	}
	on = !planning_action(s->state)->on_paper;
	if (casework_put_on_paper(screen_session(s), &row->actions, on) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk,
		         on ? _("%s may stand on the paper again.") : _("%s stays off the paper."),
		         row->label);
	return RELOAD;
}

/* What the menu leaves to this screen; the rest it goes to by itself. */
static void menu_chosen(struct screen *s, enum plan_menu what)
{
	struct plan_state *st = s->state;

	if (what == PLAN_MENU_AGREE) {
		planning_begin_agree(s);
	} else if (what == PLAN_MENU_MATTERS) {
		st->list.at = 0;
		planning_begin_matters(s);
	}
}

/* The answer to a one-line question, or of the picker. */
static void plan_came_back(struct screen *s, const struct result *r)
{
	struct plan_state *st = s->state;
	enum plan_question question = st->question;

	if (merging_chosen(s, &st->form, &st->merging, r))
		return;
	if (r->from == &plan_menu_screen && r->saved) {
		menu_chosen(s, (enum plan_menu)r->id[0]);
		return;
	}
	st->question = PLAN_ASKS_NOTHING;
	if (r->from || !r->saved)
		return;
	if (question == PLAN_ASKS_WHAT)
		answer(s, st->kind, r->text);
	else if (question == PLAN_ASKS_MATTERS)
		planning_matters_chosen(s, (char)r->id[0]);
	else
		planning_done_answered(s, question, r);
	desk_reload(s->desk);
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

static enum outcome open_concern(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct action *x = planning_action(st);

	if (!x) {
		desk_say(s->desk, _("%s has no answer yet. A digit gives it one."),
		         planning_row(st)->label);
		return REDRAW;
	}
	for (size_t i = 0; i < st->view.money.n; i++)
		if (st->view.money.at[i].action.n == x->id.n) {
			s->go = visit_plan_part(&money_screen, person(s), st->view.money.at[i].id.n,
			                        "");
			return OPEN;
		}
	planning_begin_action(s);
	return REDRAW;
}

static enum outcome open_part(struct screen *s, const struct screen_ops *where, int64_t id)
{
	s->go = visit_plan_part(where, person(s), id, "");
	return OPEN;
}

/* A service in the row may be what is wrong. */
static enum outcome open_menu(struct screen *s)
{
	const struct plan_state *st = s->state;
	const struct action *x = planning_action(st);

	s->go = visit_plan_part(&plan_menu_screen, person(s), x ? x->signpost.n : 0,
	                        planning_row(st) ? planning_row(st)->code : "");
	return OPEN;
}

static enum outcome open_row(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_view *v = &st->view;
	const struct plan_item *x = planning_item(st);
	bool there = x->at != PLAN_NONE;

	switch (x->kind) {
	case ITEM_MATTERS:
		planning_begin_matters(s);
		return REDRAW;
	case ITEM_CONCERN:
		return open_concern(s);
	case ITEM_STRENGTHS:
		return open_part(s, &strengths_screen, 0);
	case ITEM_GOAL:
		return open_part(s, &goal_screen, there ? v->goals.at[x->at].id.n : 0);
	case ITEM_WORSE:
		return open_part(s, &worse_screen, there ? v->worse.at[x->at].id.n : 0);
	case ITEM_MONEY:
		return open_part(s, &money_screen, there ? v->money.at[x->at].id.n : 0);
	case ITEM_AGREED:
		if (v->plan.status == PLAN_AGREED)
			return open_part(s, &versions_screen, 0);
		planning_begin_agree(s);
		return REDRAW;
	case ITEM_REVIEW:
		return open_part(s, &review_screen, 0);
	case ITEM_COPIES:
		return hand_out(s);
	}
	return REDRAW;
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
		return planning_ask_done(s);
	case ACT_CHANGE:
		return open_menu(s);
	case ACT_NEXT_FIELD:
	case ACT_PREVIOUS_FIELD:
		st->list.at = planning_section(&st->items, st->list.at, act == ACT_PREVIOUS_FIELD);
		return REDRAW;
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
	{ "3", ACT_DIGIT, NEEDS_WRITE, "They will: what, in a line, by when", "they will" },
	{ "4", ACT_DIGIT, NEEDS_WRITE, "I will: what, in a line, by when", "I will" },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "Add or change: strengths, a goal, what if, money, a review, versions; on a service 9: what is wrong with it", "more" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "They agree to the plan", "agree" },
	{ "x", ACT_HAND_OUT, 0, "Hand it out: the page as it will be", "paper" },
	{ "5", ACT_DIGIT, NEEDS_WRITE, "Money: a benefit, a grant, a debt, a direct payment", "benefit" },
	{ "6", ACT_DIGIT, NEEDS_WRITE, "Ask the clinical team; a reminder chases them", NULL },
	{ "9", ACT_DIGIT, NEEDS_WRITE, "Later: ask at review", "later" },
	{ "0", ACT_DIGIT, NEEDS_WRITE, "Nothing wanted", "no" },
	{ "*", ACT_MARK_ALL, NEEDS_WRITE, "All that have no answer: talked about, ask at review", NULL },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Open it: who, when, how sure, goal; any other row to change it", NULL },
	{ "l", ACT_LEVEL, NEEDS_WRITE, "How great the need is, the published tests beside", NULL },
	{ "d", ACT_DONE, NEEDS_WRITE, "Done: what came of it, and whether they felt supported; of a goal how it went", NULL },
	{ "-", ACT_RATHER_NOT, NEEDS_WRITE, "Not on paper, or on it again", NULL },
	{ "Tab", ACT_NEXT_FIELD, 0, "The next part: strengths, goals, what if, money, agreed", NULL },
	{ "Shift-Tab", ACT_PREVIOUS_FIELD, 0, "The part before", NULL },
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
