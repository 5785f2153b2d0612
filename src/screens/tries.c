#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/tries.h"
#include "ui/list.h"

#include <stdio.h>

/*
 * When somebody cannot be reached: the steps of the ladder, each one key, what it has come to under
 * the cursor, and beside each why it cannot be taken now. id[0] the person.
 */
enum { STEP_TRY, STEP_LETTER, STEP_ASK, STEP_CLOSE, STEP_COUNT };

struct tries_state {
	struct tries_view view; /* belongs to the screen's arena */
	struct list_view list;
	bool placed; /* the cursor was put on the step that it has come to */
};

static const char *const step_labels[STEP_COUNT] = {
	_("try again"),
	_("write a letter"),
	_("ask who referred them for a safer way"),
	_("cannot be reached: close"),
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static size_t step_of(enum ladder_step step)
{
	return step == LADDER_NONE ? STEP_TRY : (size_t)step - LADDER_TRY;
}

static const char *why_not(const struct tries_view *v, size_t step)
{
	const char *const why[STEP_COUNT] = { v->no_try, v->no_letter, v->no_asking, v->no_close };

	return why[step];
}

static enum status tries_load(struct screen *s)
{
	struct tries_state *t = s->state;
	enum status rc = casework_tries(screen_session(s), person_of(s), &s->arena, &t->view);

	if (rc != OK)
		return rc;
	list_resize(&t->list, STEP_COUNT);
	if (!t->placed)
		t->list.at = step_of(t->view.next.step);
	t->placed = true;
	return OK;
}

/* What stands under a step: what it is about, or why it cannot be taken. */
static void put_under(struct grid *g, int row, const struct tries_view *v, size_t step)
{
	const char *why = why_not(v, step);
	bool next = v->next.step != LADDER_NONE && step == step_of(v->next.step);

	if (!text_empty(why)) {
		grid_put(g, row, GRID_TEXT + 3, -1, LOOK_ATTENTION, why);
		return;
	}
	if (next)
		grid_printf(g, row, GRID_TEXT + 3, LOOK_PLAIN, "%s · %s", v->next.what, v->next_on);
	else if (step == STEP_LETTER && !text_empty(v->written))
		grid_printf(g, row, GRID_TEXT + 3, LOOK_SECOND, _("Written %s."), v->written);
	else if (step == STEP_ASK && !text_empty(v->answered))
		grid_printf(g, row, GRID_TEXT + 3, LOOK_SECOND, _("Asked: %s"), v->answered);
	else if (step == STEP_ASK)
		grid_put(g, row, GRID_TEXT + 3, -1, LOOK_SECOND, v->referrer);
	if (next && step == STEP_ASK)
		grid_put(g, row + 1, GRID_TEXT + 3, -1, LOOK_STRONG, v->referrer);
}

static void tries_render(const struct screen *s, struct grid *g)
{
	const struct tries_state *t = s->state;
	const struct tries_view *v = &t->view;
	char right[32];
	int row;

	snprintf(right, sizeof(right), v->tries == 1 ? _("1 try") : _("%d tries"), v->tries);
	row = strip_put(g, _("Not reached"), &v->strip, v->tries > 0 ? right : NULL);
	if (g->beside)
		return;
	if (text_empty(v->tried))
		grid_put(g, row++, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nobody has tried since they were last spoken to."));
	else
		grid_printf(g, row++, GRID_TEXT, LOOK_PLAIN, _("Tried: %s"), v->tried);
	if (!text_empty(v->hours_tried))
		grid_printf(g, row++, GRID_TEXT, LOOK_SECOND, _("By hour: %s"), v->hours_tried);
	grid_rule(g, row++, 1, -1);
	for (size_t i = 0; i < STEP_COUNT; i++, row += 3) {
		bool off = !text_empty(why_not(v, i));

		grid_printf(g, row, GRID_TEXT, LOOK_STRONG, "%zu", i + 1);
		grid_put(g, row, GRID_TEXT + 3, -1, off ? LOOK_SECOND : LOOK_STRONG,
		         step_labels[i]);
		put_under(g, row + 1, v, i);
		if (i == t->list.at)
			grid_select(g, row);
	}
}

static enum outcome take_step(struct screen *s, size_t step)
{
	struct tries_state *t = s->state;
	const char *why = why_not(&t->view, step);
	const struct desk *d = s->desk;

	t->list.at = step;
	if (!text_empty(why)) {
		desk_say(s->desk, "%s", why);
		return REDRAW;
	}
	if (step == STEP_TRY && d->depth > 1 && d->stack[d->depth - 2]->ops == &contact_screen)
		return CLOSE; /* it is open already */
	if (step == STEP_TRY)
		s->go = visit_person(&contact_screen, person_of(s));
	else if (step == STEP_LETTER)
		s->go = visit_paper(person_of(s), DOCUMENT_TRY_LETTER); /* given, it is on record */
	else
		s->go = visit_person(step == STEP_ASK ? &asked_screen : &unreached_screen,
		                     person_of(s));
	return OPEN;
}

static enum outcome tries_take(struct screen *s, enum act act, const struct input *in)
{
	struct tries_state *t = s->state;

	if (act == ACT_DIGIT) {
		if (in->ch >= '1' && in->ch < '1' + STEP_COUNT)
			return take_step(s, (size_t)(in->ch - '1'));
		desk_say(s->desk, _("A digit from 1 to 4 chooses."));
		return STAY;
	}
	if (act == ACT_OPEN)
		return take_step(s, t->list.at);
	return list_take(&t->list, act) ? REDRAW : PASS;
}

/* Whatever was done, they are somewhere else on the ladder now. */
static void tries_came_back(struct screen *s, const struct result *r)
{
	struct tries_state *t = s->state;

	if (!r->saved)
		return;
	t->placed = false;
	desk_reload(s->desk);
}

static int64_t tries_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct binding tries_bindings[] = {
	{ "1-4", ACT_DIGIT, NEEDS_WRITE, "Try, write, ask who referred them, or close",
	  "what to do" },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Take the step under the cursor", "take this step" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops tries_screen = {
	.name = "tries",
	.title = "Not reached",
	.state_size = sizeof(struct tries_state),
	.bindings = tries_bindings,
	.load = tries_load,
	.render = tries_render,
	.take = tries_take,
	.came_back = tries_came_back,
	.subject = tries_subject,
};
