#include "whose.h"

#include "desk_progress.h"
#include "menu_screen.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>

/* Whose are they, from now on? target.id[0]: whose they are, text: who. */
struct whose_state {
	struct menu menu;
};

static const struct menu_item items[] = {
	{ _("Cover while somebody is away"), _("they stay whose they are"), NULL },
	{ _("Hand over for good"), _("with their reminders"), NULL },
	{ 0 },
};

struct visit visit_whose(struct account_id worker, const char *who)
{
	return (struct visit){ .where = &whose_screen, .id = { worker.n }, .text = who };
}

static enum status whose_begin(struct screen *s)
{
	struct whose_state *v = s->state;

	if (!s->target.text)
		s->target.text = "";
	menu_ask(&v->menu, arena_printf(&s->keep, _("Whose, from now on: %s"), s->target.text),
	         items);
	return OK;
}

static void whose_render(const struct screen *s, struct grid *g)
{
	const struct whose_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome chosen(struct screen *s)
{
	const struct whose_state *v = s->state;

	if (v->menu.at == 0)
		s->go = (struct visit){ .where = &cover_screen, .id = { s->target.id[0] } };
	else
		s->go = visit_colleague(
			COLLEAGUE_TAKES, (struct account_id){ 0 },
			arena_printf(&s->keep, _("Hand over %s to whom?"), s->target.text));
	return REPLACE;
}

static enum outcome whose_take(struct screen *s, enum act act, const struct input *in)
{
	struct whose_state *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, chosen);
}

static const struct binding whose_bindings[] = {
	{ "1-2", ACT_NONE, 0, "Choose", "choose" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops whose_screen = {
	.name = "whose",
	.title = "Whose",
	.state_size = sizeof(struct whose_state),
	.bindings = whose_bindings,
	.overlay = true,
	.begin = whose_begin,
	.render = whose_render,
	.take = whose_take,
};

/* ---- handing over, from the screen that asked ---- */

static void take_colleague(struct whose_ask *ask, const struct result *r)
{
	const char *tab = strchr(r->text, '\t');

	snprintf(ask->login, sizeof(ask->login), "%.*s", tab ? (int)(tab - r->text) : 0, r->text);
	snprintf(ask->name, sizeof(ask->name), "%s", tab ? tab + 1 : "");
}

static void ask_reason(struct screen *s, struct whose_ask *ask)
{
	struct prompt p = { 0 };

	ask->asking_reason = true;
	prompt_ask(&p, arena_printf(&s->keep, _("To %s. Why?"), ask->name), NULL);
	desk_ask(s->desk, &p);
}

/* Nobody comes to share a worker with whom they are kept apart from but knowingly. */
static void ask_on(struct screen *s, struct whose_ask *ask, const struct hand_over *what)
{
	struct prompt p = { 0 };
	size_t apart = 0;

	if (casework_hand_over_apart(screen_session(s), what, &apart) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	if (apart == 0) {
		ask_reason(s, ask);
		return;
	}
	ask->asking_apart = true;
	prompt_ask(&p,
	           arena_printf(&s->keep,
	                        _("Kept apart: %s has somebody of that name, home or number. "
	                          "Still?"),
	                        ask->name),
	           "yn");
	desk_ask(s->desk, &p);
}

static bool hand_over(struct screen *s, const struct whose_ask *ask, const struct hand_over *asked)
{
	struct arena a = { 0 };
	struct left_out left = { .a = &a };
	struct desk_progress p;
	const struct progress progress = desk_progress(&p, s->desk, _("Handing over"));
	struct hand_over what = *asked;
	const char *out;
	size_t moved = 0;
	bool done;

	what.progress = &progress;
	if (what.n > 1)
		what.left = &left;
	done = casework_hand_over(screen_session(s), &what, &moved) == OK;
	out = left_out_text(&left, &a);
	if (!done)
		desk_say_fault(s->desk);
	else if (*out)
		desk_say(s->desk, _("Saved. %zu handed to %s. %s"), moved, ask->name, out);
	else {
		desk_say(s->desk,
		         moved == 1 ? _("Saved. %zu person is %s's now, with their reminders. u "
		                        "takes it back.")
		                    : _("Saved. %zu people are %s's now, with their reminders. u "
		                        "takes it back."),
		         moved, ask->name);
	}
	arena_reset(&a);
	if (done)
		desk_reload(s->desk);
	return done;
}

bool whose_came_back(struct screen *s, struct whose_ask *ask, const struct result *r,
                     const struct person_id *people, size_t n)
{
	struct hand_over what = {
		.people = people, .n = n, .login = ask->login, .reason = r->text
	};
	bool reason = ask->asking_reason && !r->from, apart = ask->asking_apart && !r->from;

	ask->asking_reason = ask->asking_apart = false;
	if (r->from == &colleague_screen && r->saved) {
		take_colleague(ask, r);
		ask_on(s, ask, &what);
	} else if (apart && r->saved && r->id[0] == 'y') {
		ask_reason(s, ask);
	}
	return reason && r->saved && hand_over(s, ask, &what);
}
