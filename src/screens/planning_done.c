#include "planning.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/plan_review.h"

#include <stdio.h>

void planning_ask(struct screen *s, enum plan_question about, const char *question,
                  const char *keys)
{
	struct plan_state *st = s->state;
	struct prompt p = { 0 };

	st->question = about;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static enum outcome ask_action(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_row *row = planning_row(st);
	const struct action *x = planning_action(st);

	if (x && x->signpost.n != 0) {
		s->go = visit_ledger(x->signpost);
		return OPEN;
	}
	if (!x || !action_open(x->status)) {
		desk_say(s->desk, "%s", _("There is nothing to be done there."));
		return REDRAW;
	}
	snprintf(st->code, sizeof(st->code), "%s", row->code);
	st->was = *x;
	st->was.what = arena_strdup(&s->keep, x->what);
	planning_ask(
		s, PLAN_ASKS_OUTCOME,
		arena_printf(&s->keep, _("Done, %s. What came of it?"), st->view.strip.short_name),
		NULL);
	return REDRAW;
}

static enum outcome ask_goal(struct screen *s)
{
	struct plan_state *st = s->state;

	if (planning_item(st)->at == PLAN_NONE) {
		desk_say(s->desk, "%s", _("No goal there yet. Enter writes one."));
		return REDRAW;
	}
	planning_ask(s, PLAN_ASKS_REACHED,
	             _("How did it go? 1 achieved  2 partly  3 not  4 no longer applies"), "1234");
	return REDRAW;
}

static enum outcome ask_remove(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_item *x = planning_item(st);

	if (x->at == PLAN_NONE) {
		desk_say(s->desk, "%s", _("Nothing there yet. Enter writes it."));
		return REDRAW;
	}
	planning_ask(s, PLAN_ASKS_REMOVE,
	             arena_printf(&s->keep, _("No longer needed: if %s?"),
	                          st->view.worse.at[x->at].name),
	             "yn");
	return REDRAW;
}

enum outcome planning_ask_done(struct screen *s)
{
	switch (planning_item(s->state)->kind) {
	case ITEM_CONCERN:
		return ask_action(s);
	case ITEM_GOAL:
		return ask_goal(s);
	case ITEM_WORSE:
		return ask_remove(s);
	case ITEM_MATTERS:
	case ITEM_STRENGTHS:
	case ITEM_MONEY:
	case ITEM_AGREED:
	case ITEM_REVIEW:
	case ITEM_COPIES:
		break;
	}
	desk_say(s->desk, "%s", _("Enter changes that. d is for what was to be done."));
	return REDRAW;
}

static void ask_supported(struct screen *s)
{
	planning_ask(s, PLAN_ASKS_SUPPORTED, _("Did they feel supported? yes partly no"), "ypn?");
}

static enum support support_of(char key)
{
	return key == 'y'   ? SUPPORTED_YES
	       : key == 'p' ? SUPPORTED_PARTLY
	       : key == 'n' ? SUPPORTED_NO
	                    : SUPPORTED_NOT_ASKED;
}

static enum status goal_done(struct screen *s, enum support supported)
{
	static const enum goal_status went[] = { GOAL_ACHIEVED, GOAL_PARTLY, GOAL_NOT_ACHIEVED,
		                                 GOAL_NOT_APPLICABLE };
	struct plan_state *st = s->state;
	const struct plan_item *item = planning_item(st);
	struct goal x;

	if (item->kind != ITEM_GOAL || item->at == PLAN_NONE)
		return OK;
	x = st->view.goals.at[item->at];
	x.status = went[st->how - '1'];
	x.supported = supported;
	return casework_change_goal(screen_session(s), &x);
}

static void supported(struct screen *s, char key)
{
	struct plan_state *st = s->state;
	struct action_review r = { .action = st->was.id,
		                   .status = ACTION_COMPLETED,
		                   .supported = support_of(key),
		                   .outcome = st->outcome };
	bool goal = st->how != 0;
	enum status rc =
		goal ? goal_done(s, r.supported) : casework_review_action(screen_session(s), &r);

	st->how = 0;
	if (rc != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk,
		         goal ? _("Saved: how it went. Supported: %s. u takes it back.")
		              : _("Saved: done. Supported: %s. u takes it back."),
		         words_label(&supports, (int)r.supported));
}

static void remove_worse(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct plan_item *item = planning_item(st);

	if (item->kind != ITEM_WORSE || item->at == PLAN_NONE)
		return;
	if (casework_remove_contingency(screen_session(s), &st->view.worse.at[item->at]) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, "%s", _("Saved: no longer in the plan. u takes it back."));
}

void planning_done_answered(struct screen *s, enum plan_question question, const struct result *r)
{
	struct plan_state *st = s->state;
	char key = (char)r->id[0];

	if (question == PLAN_ASKS_OUTCOME) {
		st->how = 0;
		st->outcome = arena_strdup(&s->keep, r->text);
		ask_supported(s);
	} else if (question == PLAN_ASKS_REACHED) {
		st->how = (unsigned char)key;
		ask_supported(s);
	} else if (question == PLAN_ASKS_SUPPORTED) {
		supported(s, key);
	} else if (question == PLAN_ASKS_REMOVE && key == 'y') {
		remove_worse(s);
	}
}
