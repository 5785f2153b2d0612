#include "desk.h"
#include "masked.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/days_off.h"
#include "model/when.h"
#include "model/workdays.h"
#include "ui/list.h"

#include <stdio.h>
#include <string.h>

/*
 * Days off that are still to come, the nation's and the service's own; and what falls on the one under
 * the cursor, to be moved to the next working day. What somebody was promised is named, and stays.
 */
#define NAME_COLUMN 20
#define FALL_ROWS   8

enum asking { ASKING_DAY, ASKING_NAME, ASKING_DROP, ASKING_MOVE };

struct days_off_state {
	struct holiday *at; /* from today on; in s->arena */
	struct list_view view;
	struct agenda falling; /* on the chosen day, for whoever may move it */
	size_t promised;       /* of those */
	enum asking asking;
	day on; /* that is being added */
	day was;
};

static const struct holiday *chosen(const struct days_off_state *v)
{
	return v->view.at < v->view.n ? &v->at[v->view.at] : NULL;
}

static enum status load_falling(struct screen *s)
{
	struct days_off_state *v = s->state;
	const struct holiday *h = chosen(v);
	enum status rc = OK;

	v->falling = (struct agenda){ 0 };
	v->promised = 0;
	if (!h || !session_may(screen_session(s), OP_DAYS_OFF))
		return OK;
	rc = casework_due_on_day(screen_session(s), h->on, &s->arena, &v->falling);
	for (size_t i = 0; rc == OK && i < v->falling.n; i++) {
		struct agenda_row *r = &v->falling.at[i];

		r->name = masked_name(s, r->name, r->reminder.person, &s->arena);
		v->promised += reminder_is_promised(&r->reminder);
	}
	return rc;
}

static enum status days_off_load(struct screen *s)
{
	struct days_off_state *v = s->state;
	const struct session *session = screen_session(s);
	struct holidays ahead = { 0 };
	struct day_off_list own;
	enum status rc = casework_days_off(screen_session(s), &s->arena, &own);
	size_t at = 0;

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < session->holidays.n; i++)
		if (session->holidays.at[i].on >= session->today)
			*ARENA_PUSH(&s->arena, &ahead) = session->holidays.at[i];
	for (size_t i = 0; v->was != 0 && i < ahead.n; i++)
		if (ahead.at[i].on <= v->was)
			at = i;
	v->at = ahead.at;
	if (v->was != 0)
		v->view.at = at;
	list_resize(&v->view, ahead.n);
	return load_falling(s);
}

/* ---- what stands there ---- */

static void put_row(const struct holiday *h, day today, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_put(g, row, GRID_TEXT, NAME_COLUMN - GRID_TEXT - 1, LOOK_PLAIN,
	         day_short(h->on, today, &a));
	grid_put(g, row, NAME_COLUMN, g->columns - NAME_COLUMN - 14, LOOK_STRONG, h->name);
	grid_put_right(g, row, g->columns - 1, -1, h->own ? LOOK_ACCENT : LOOK_SECOND,
	               h->own ? _("yours") : _("holiday"));
	arena_reset(&a);
}

static void put_one(const struct agenda_row *r, struct grid *g, int row)
{
	struct arena a = { 0 };
	bool promised = reminder_is_promised(&r->reminder);
	const char *when = minute_text(r->reminder.due_minute, &a);

	grid_put(g, row, GRID_TEXT, 9, promised ? LOOK_ATTENTION : LOOK_SECOND,
	         promised ? _("promised") : "");
	grid_put(g, row, GRID_TEXT + 9, 20, LOOK_STRONG, r->name);
	grid_put(g, row, GRID_TEXT + 30, g->columns - GRID_TEXT - 31, LOOK_PLAIN,
	         arena_printf(&a, "%s%s%s", when, *when ? " " : "", r->reminder.what));
	arena_reset(&a);
}

/* What is promised first: it is what somebody must ask about. */
static void put_falling(const struct days_off_state *v, struct grid *g, int row)
{
	size_t n = 0;

	for (int promised = 1; promised >= 0; promised--)
		for (size_t i = 0; i < v->falling.n && row < g->rows - 1; i++)
			if (reminder_is_promised(&v->falling.at[i].reminder) == (promised != 0)) {
				put_one(&v->falling.at[i], g, row++);
				n++;
			}
	if (n < v->falling.n)
		grid_printf(g, row, GRID_TEXT, LOOK_SECOND, _("%zu more"), v->falling.n - n);
}

static void put_below(const struct screen *s, struct grid *g, int row)
{
	const struct days_off_state *v = s->state;
	const struct holiday *h = chosen(v);
	struct arena a = { 0 };
	day today = screen_session(s)->today;

	if (!h || !session_may(screen_session(s), OP_DAYS_OFF)) {
		grid_rule(g, row, GRID_MARGIN, -1);
	} else if (v->falling.n == 0) {
		grid_head(g, row, _("NOTHING FALLS ON IT"), NULL);
	} else {
		grid_head_note(
			g, row, arena_printf(&a, _("FALLS ON %s"), day_short(h->on, today, &a)),
			v->promised > 0 ? arena_printf(&a, _("promised: %zu"), v->promised) : NULL,
			arena_printf(&a, "%zu", v->falling.n));
		put_falling(v, g, row + 1);
	}
	arena_reset(&a);
}

static void days_off_render(const struct screen *s, struct grid *g)
{
	struct days_off_state *v = s->state;
	const struct session *session = screen_session(s);
	struct list_window w = list_window(&v->view, g->rows - FALL_ROWS - 4);
	int row = 2;

	grid_printf(g, 0, GRID_MARGIN, LOOK_PLAIN, _("Days off: bank holidays are known to %d"),
	            holidays_until(&session->holidays));
	if (v->view.n == 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
		         _("None is known that is to come. n adds one."));
		grid_cursor(g, row, GRID_TEXT);
	}
	for (size_t i = w.first; i < w.first + w.shown; i++, row++) {
		put_row(&v->at[i], session->today, g, row);
		if (i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	put_below(s, g, 2 + (v->view.n ? w.rows : 1) + 1);
}

/* ---- what is done ---- */

static void ask(struct screen *s, enum asking what, const char *question, const char *keys)
{
	struct days_off_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = what;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static void ask_move(struct screen *s)
{
	struct days_off_state *v = s->state;
	const struct session *session = screen_session(s);
	const struct holiday *h = chosen(v);
	size_t free = v->falling.n - v->promised;
	struct arena *a = &s->keep;

	if (!h)
		return;
	if (free == 0) {
		desk_say(s->desk, "%s",
		         v->promised == 0
		                 ? _("Nothing falls on that day.")
		                 : _("What falls on it was promised: each is asked about first."));
		return;
	}
	ask(s, ASKING_MOVE,
	    arena_printf(a, _("Move %zu to %s?%s"), free,
	                 day_short(day_next_working(h->on, &session->holidays), session->today, a),
	                 v->promised == 0 ? ""
	                                  : arena_printf(a, _(" %zu promised stay."), v->promised)),
	    "yn");
}

static enum outcome days_off_take(struct screen *s, enum act act, const struct input *in)
{
	struct days_off_state *v = s->state;
	const struct holiday *h = chosen(v);

	(void)in;
	v->was = 0;
	if (list_take(&v->view, act))
		return RELOAD;
	if (act == ACT_NEW) {
		ask(s, ASKING_DAY, _("Which day is off? (30/11, +2w)"), NULL);
	} else if (act == ACT_OPEN && h) {
		ask_move(s);
	} else if (act == ACT_DONE && h) {
		if (!h->own)
			desk_say(s->desk, _("A bank holiday stays. Your own can be taken away."));
		else
			ask(s, ASKING_DROP, arena_printf(&s->keep, _("Take “%s” away?"), h->name),
			    "yn");
	} else {
		return PASS;
	}
	return REDRAW;
}

static void take_day(struct screen *s, const char *typed)
{
	struct days_off_state *v = s->state;
	const struct session *session = screen_session(s);
	struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault = "";
	struct when when;

	if (when_parse(typed, &from, &s->keep, &when, &fault) != OK) {
		desk_say(s->desk, "%s", fault);
		return;
	}
	v->on = when.on;
	ask(s, ASKING_NAME,
	    arena_printf(&s->keep, _("%s: what day is it? (Staff day)"),
	                 day_short(when.on, session->today, &s->keep)),
	    NULL);
}

static void add(struct screen *s, const char *name)
{
	struct days_off_state *v = s->state;
	const struct session *session = screen_session(s);

	if (casework_add_day_off(screen_session(s), v->on, name) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	v->was = v->on;
	desk_say(s->desk, _("Saved. %s is off. Enter moves what falls on it."),
	         day_short(v->on, session->today, &s->keep));
}

static void drop(struct screen *s)
{
	const struct holiday *h = chosen(s->state);

	if (h && casework_drop_day_off(screen_session(s), h->on) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("It is an ordinary day again; u brings the day off back."));
}

static void move(struct screen *s)
{
	struct days_off_state *v = s->state;
	const struct holiday *h = chosen(v);
	size_t moved = 0;
	day to = DAY_NONE;

	if (!h)
		return;
	if (casework_move_off(screen_session(s), h->on, &to, &moved) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Saved. Moved to %s: %zu. u moves them back."),
		         day_short(to, screen_session(s)->today, &s->keep), moved);
	v->was = h->on;
}

static void days_off_came_back(struct screen *s, const struct result *r)
{
	struct days_off_state *v = s->state;
	bool yes = r->id[0] == 'y';

	if (r->from || !r->saved)
		return;
	switch (v->asking) {
	case ASKING_DAY:
		take_day(s, r->text);
		return;
	case ASKING_NAME:
		add(s, r->text);
		break;
	case ASKING_DROP:
		if (yes)
			drop(s);
		break;
	case ASKING_MOVE:
		if (yes)
			move(s);
		break;
	}
	desk_reload(s->desk);
}

static unsigned days_off_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

#define NEEDS_CALENDAR (NEEDS_WRITE | NEEDS_ACCOUNTS)
static const struct binding days_off_bindings[] = {
	{ "n", ACT_NEW, NEEDS_CALENDAR, "Another day off", "another day off" },
	{ "Enter", ACT_OPEN, NEEDS_CALENDAR | NEEDS_ROW,
	  "Move what falls on it to the next working day; it asks", "move what falls on it" },
	{ "d", ACT_DONE, NEEDS_CALENDAR | NEEDS_ROW, "Take it away; it asks first", "take away" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops days_off_screen = {
	.name = "days-off",
	.title = "Days off",
	.state_size = sizeof(struct days_off_state),
	.bindings = days_off_bindings,
	.load = days_off_load,
	.render = days_off_render,
	.take = days_off_take,
	.came_back = days_off_came_back,
	.has = days_off_has,
};
