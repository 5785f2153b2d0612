#include "desk.h"
#include "screens.h"
#include "tabs.h"

#include "base/text.h"
#include "base/words.h"
#include "ui/keys.h"

#include <stdio.h>

/* The smallest terminal in which every screen is whole enough to work in. */
#define LEAST_ROWS    16
#define LEAST_COLUMNS 60
#define LEAST_NAME    6 /* columns in which a name says something */

/* That it is not the real file, or not the real day, is the last thing to give way. */
static const char *bar_mark(const struct session *s)
{
	if (s->demo)
		return _("demonstration");
	if (session_read_only(s))
		return _("read-only");
	return s->fixed_today && !s->fixed_now ? _("not today’s date") : "";
}

static int tabs_width(const struct tabs *tabs, int around)
{
	int width = 0;

	for (size_t i = 0; i < tabs->n; i++)
		width += (int)text_width(str_of(tabs->at[i]->title)) + around + 1;
	return width;
}

static int tabs_put(struct desk *d, struct grid *g, int column, const char *mark)
{
	const struct screen_ops *base = d->depth > 0 ? d->stack[0]->ops : NULL;
	struct tabs tabs = tabs_of(d->session);
	int room = g->columns - 1 - column - (int)text_width(str_of(mark));
	const char *blank = tabs_width(&tabs, 2) > room ? "" : " ";

	for (size_t i = 0; i < tabs.n; i++) {
		bool active = tabs.at[i]->screen == base;
		char text[32];

		snprintf(text, sizeof(text), active && g->ascii ? "[%s]" : "%s%s%s",
		         active && g->ascii ? tabs.at[i]->title : blank, tabs.at[i]->title, blank);
		column = grid_put(g, 0, column, -1, active ? LOOK_TAB : LOOK_BAR, text) + 1;
		d->tab_end[i] = column;
	}
	return column;
}

static void bar_put(struct desk *d, struct grid *g)
{
	const struct session *s = d->session;
	const char *mark = s ? bar_mark(s) : "";
	int column, room;

	for (column = 0; column < g->columns; column++)
		grid_put(g, 0, column, 1, LOOK_BAR, " ");
	column = grid_put(g, 0, 1, -1, LOOK_BAR_STRONG, "clew") + 1;
	if (!s)
		return;
	if (g->beside)
		column = grid_put(g, 0, column + 1, -1, LOOK_BAR_STRONG, _("side by side")) + 2;
	else
		column = tabs_put(d, g, column, mark);
	if (*mark)
		column = grid_put(g, 0, column, g->columns - column - 1, LOOK_BAR, mark) + 1;
	room = g->columns - 1 - column;
	if (room >= LEAST_NAME)
		grid_put_right(g, 0, g->columns - 1, room < 24 ? room : 24, LOOK_BAR,
		               s->account.name);
}

/* About somebody of whom this account may do anything at all: an auditor has nobody. */
static bool about_theirs(const struct desk *d)
{
	struct person_id p = { desk_subject(d) };

	return p.n != 0 && d->session && session_may_about(d->session, OP_OPEN_CONTACT_DETAILS, p);
}

static unsigned holds(const struct desk *d)
{
	const struct screen *top = desk_top(d);
	unsigned has = top && top->ops->has ? top->ops->has(top) : 0;

	if (d->session)
		has |= tab_has(d->session);
	if (d->session && !session_read_only(d->session))
		has |= NEEDS_WRITE;
	if (about_theirs(d))
		has |= NEEDS_PERSON;
	return has;
}

static bool typing(const struct screen *s)
{
	return s && s->ops->typing && s->ops->typing(s);
}

/* While a question stands no key means what it means on the screen behind it. */
static const struct binding *answers(const struct prompt *p)
{
	static const struct binding words[] = {
		{ "Enter", ACT_NONE, 0, NULL, _("answer") },
		{ "Esc", ACT_NONE, 0, NULL, _("leave it") },
		{ 0 },
	};
	static const struct binding yes_no[] = {
		{ "y", ACT_NONE, 0, NULL, _("yes") },
		{ "n", ACT_NONE, 0, NULL, _("no") },
		{ "Esc", ACT_NONE, 0, NULL, _("leave it") },
		{ 0 },
	};

	static const struct binding lighter[] = {
		{ "y", ACT_NONE, 0, NULL, _("yes") },
		{ "n", ACT_NONE, 0, NULL, _("no") },
		{ "l", ACT_NONE, 0, NULL, _("the lighter day") },
		{ "Esc", ACT_NONE, 0, NULL, _("leave it") },
		{ 0 },
	};

	static const struct binding leaving[] = {
		{ "y", ACT_NONE, 0, NULL, _("yes") },
		{ "n", ACT_NONE, 0, NULL, _("no") },
		{ "w", ACT_NONE, 0, NULL, _("a note for whoever is next, first") },
		{ "Esc", ACT_NONE, 0, NULL, _("leave it") },
		{ 0 },
	};

	if (!p->keys)
		return words;
	if (text_equal(p->keys, "ynl"))
		return lighter;
	if (text_equal(p->keys, "ynw"))
		return leaving;
	return text_equal(p->keys, "yn") ? yes_no : words + 1;
}

static void keys_put(struct desk *d, struct grid *g)
{
	const struct screen *top = desk_top(d);
	struct key_line line = { .has = holds(d) };

	if (d->chord) {
		line.tables[0] = desk_chords;
		line.whole = true;
	} else if (d->asking) {
		line.tables[0] = answers(&d->prompt);
		line.typing = !d->prompt.keys;
		line.asked = true;
		line.captive = d->session && d->session->service.shared;
	} else {
		line.tables[0] = top ? top->ops->bindings : NULL;
		line.typing = typing(top);
		line.captive = d->session && d->session->service.shared;
		line.whole = !d->session; /* nobody is here: safety and help are behind the name */
	}
	keys_line(g, g->rows - 1, &line, &d->spots);
}

/*
 * A sentence that is longer than its line takes the row above as well, until the next key: unless
 * that row is the one that is worked in.
 */
static void message_put(struct desk *d, struct grid *g)
{
	int row = g->rows - 2, width = g->columns - 2;
	const char *text = d->messages[(d->message_n + DESK_MESSAGES - 1) % DESK_MESSAGES];

	if (d->asking) {
		prompt_put(&d->prompt, g, row);
	} else if (d->said && (int)text_width(str_of(text)) > width && g->cursor_row != row - 1) {
		grid_clear(g, row - 1, 0, 1, g->columns);
		grid_put_lines(g, row - 1, 1, 2, width, LOOK_PLAIN, text);
	} else if (d->said) {
		grid_put(g, row, 1, width, LOOK_PLAIN, text);
	} else if (d->session && d->here[0]) {
		grid_put(g, row, 1, width, LOOK_ATTENTION, d->here);
	}
}

/* The part of the frame that is the screens': the rows between the top bar and the message line. */
static void screens_put(const struct desk *d, struct grid *g)
{
	struct grid body = *g;
	size_t from = d->depth;

	body.rows = g->rows - 3;
	body.cells = g->cells + g->columns;
	while (from > 0 && (from == d->depth || d->stack[from]->ops->overlay))
		from--;
	for (size_t i = from; i < d->depth; i++) {
		if (d->stack[i]->ops->overlay)
			grid_dim(&body);
		body.cursor_row = body.cursor_column = -1;
		d->stack[i]->ops->render(d->stack[i], &body);
	}
	if (body.cursor_row >= 0)
		grid_cursor(g, body.cursor_row + 1, body.cursor_column);
}

void desk_draw(struct desk *d, struct grid *g)
{
	if (g->rows < LEAST_ROWS || g->columns < LEAST_COLUMNS) {
		grid_printf(g, 0, 0, LOOK_PLAIN,
		            _("clew needs %d x %d; this is %d x %d. All is kept."), LEAST_COLUMNS,
		            LEAST_ROWS, g->columns, g->rows);
		grid_cursor(g, 0, 0);
		return;
	}
	if (d->blank) {
		grid_put(g, 3, GRID_TEXT, -1, LOOK_HEAD, _("Locked. Your work is kept."));
		grid_cursor(g, 3, GRID_TEXT);
		return;
	}
	g->beside = desk_side_by_side(d);
	bar_put(d, g);
	if (d->covered) {
		desk_cover_put(d, g);
		return;
	}
	screens_put(d, g);
	message_put(d, g);
	keys_put(d, g); /* after g it may take the message's row too */
}

bool desk_click(const struct desk *d, const struct input *in, struct input *ret)
{
	struct tabs tabs = d->session ? tabs_of(d->session) : (struct tabs){ 0 };

	if (keys_click(&d->spots, in->row, in->column, ret))
		return true;
	for (size_t i = 0; in->row == 0 && i < tabs.n; i++)
		if (in->column < d->tab_end[i]) {
			*ret = input_key(tabs.at[i]->key);
			return true;
		}
	return false;
}

bool desk_too_small(int rows, int columns)
{
	return rows < LEAST_ROWS || columns < LEAST_COLUMNS;
}

unsigned desk_has(const struct desk *d)
{
	return holds(d);
}

bool desk_typing(const struct desk *d)
{
	return typing(desk_top(d));
}
