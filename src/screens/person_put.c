#include "person.h"

#include "base/text.h"
#include "base/words.h"
#include "model/level.h"
#include "model/none.h"
#include "ui/prompt.h"

#include <stdio.h>
#include <string.h>

#define LABEL_COLUMN 1
#define TEXT_COLUMN  13  /* behind NEXT, LOOKS AFTER … */
#define WIDE         100 /* columns, likewise */
#define TALL         30  /* rows from which there is room for more */

#define LEAST_CONCERNS 3 /* rows of them on every screen */
#define NAME_LEAST     8

static int width_of(const char *text)
{
	return (int)text_width(str_of(text));
}

enum look person_look(enum view_tone tone)
{
	switch (tone) {
	case TONE_GOOD:
		return LOOK_ACCENT;
	case TONE_MISSING:
		return LOOK_ATTENTION;
	case TONE_LATE:
		return LOOK_ALARM;
	case TONE_DIM:
		return LOOK_SECOND;
	case TONE_PLAIN:
		break;
	}
	return LOOK_PLAIN;
}

/* ---- who this is ---- */

static void put_identity(const struct person_page *p, struct grid *g)
{
	const struct person_strip *s = &p->view.strip;
	struct arena a = { 0 };
	const char *born = "", *died = *s->died ? arena_printf(&a, " · %s", s->died) : "";
	const char *ref = arena_printf(&a, " · %s", s->ref);
	int column, room;

	if (*s->born)
		born = s->age == NUMBER_NONE ? arena_printf(&a, " · %s", s->born)
		                             : arena_printf(&a, " · %s (%d)", s->born, s->age);
	/* A name that is too long is cut itself: the others tell two people apart. */
	room = g->columns - 2 - width_of(born) - width_of(died) - width_of(ref);
	column = grid_put(g, 0, 1, room > NAME_LEAST ? room : NAME_LEAST, LOOK_STRONG, s->name);
	column = grid_put(g, 0, column, -1, LOOK_SECOND, born);
	column = grid_put(g, 0, column, -1, LOOK_ATTENTION, died);
	column = grid_put(g, 0, column, -1, LOOK_SECOND, ref);
	if (!g->beside && column + 2 + width_of(s->number) < g->columns)
		grid_put_right(g, 0, g->columns - 1, -1, LOOK_SECOND, s->number);
	arena_reset(&a);
}

/* The number that may be rung, in words why there is none. */
static const char *phone_text(const struct person_page *p, char *out, size_t room)
{
	const struct person_strip *s = &p->view.strip;

	if (person_died(&p->view.person) || day_valid(p->view.person.no_more_contact_on) ||
	    p->view.safe.ring == SAID_NO)
		return "";
	if (!*s->phone)
		return _("no number");
	if (s->danger && !p->line_left)
		return _("Enter: read, show the number");
	snprintf(out, room, "%s%s%s", s->phone, *s->whose ? " " : "", s->whose);
	return out;
}

/* The first column behind everything on that row. */
static int end_of(const struct grid *g, int row)
{
	int column = g->columns;

	while (column > 0 && grid_cell(g, row, column - 1)->n == 0)
		column--;
	return column;
}

/* The line about safety is whole before the number is given room. */
static int put_safety(const struct person_page *p, struct grid *g, int row)
{
	const char *safe = p->view.strip.safe;
	char out[128];
	const char *phone = phone_text(p, out, sizeof(out));
	bool shown = *p->view.strip.phone && str_starts(str_of(phone), p->view.strip.phone);
	int takes = width_of(phone), end;

	if (g->beside) {
		grid_put(g, row, 1, -1, LOOK_SECOND, *safe ? _("! note  (i)") : "");
		return row + 1;
	}
	if (*safe)
		row += grid_put_lines(g, row, 1, 3, g->columns - 2, LOOK_ALARM, safe);
	if (takes == 0)
		return row;
	end = *safe ? end_of(g, row - 1) + 2 : g->columns;
	/* Whose it is gives way before the number takes a line of its own. */
	if (shown && end + takes > g->columns - 1 &&
	    end + width_of(p->view.strip.phone) <= g->columns - 1)
		phone = p->view.strip.phone;
	else if (end + takes > g->columns - 1)
		row++;
	grid_put_right(g, row - 1, g->columns - 1, -1, LOOK_PLAIN, phone);
	return row;
}

static int put_tabs(const struct person_page *p, struct grid *g, int row)
{
	static const char *const titles[TAB_COUNT] = { _("Overview"),    _("Timeline"),
		                                       _("Assessments"), _("Plan"),
		                                       _("Services"),    _("Details"),
		                                       _("Sharing") };
	int column = 0;

	for (int i = 0; i < TAB_COUNT; i++) {
		bool active = i == (int)p->tab ||
		              (g->beside && !person_tab_theirs(p->tab) && i == (int)TAB_OVERVIEW);
		char text[32];

		if (g->beside && !person_tab_theirs((enum person_tab)i))
			continue;
		snprintf(text, sizeof(text), active && g->ascii ? "[%s]" : " %s ", titles[i]);
		column = grid_put(g, row, column, -1, active ? LOOK_TAB : LOOK_PLAIN, text) + 1;
	}
	grid_rule(g, row + 1, 1, -1);
	return row + 2;
}

int person_put_head(const struct person_page *p, struct grid *g)
{
	int row;
	char words[1024];

	put_identity(p, g);
	row = put_safety(p, g, 1);
	if (*p->view.where && !g->beside)
		grid_put(g, row++, 1, -1, LOOK_PLAIN, p->view.where);
	if (*p->view.matters) {
		snprintf(words, sizeof(words), "“%s”", p->view.matters);
		grid_put(g, row++, 1, -1, LOOK_WORDS, words);
	}
	return put_tabs(p, g, row);
}

/* ---- what matters, and what happens next ---- */

static int put_due(const struct person_page *p, struct grid *g, int row)
{
	size_t most = g->rows >= TALL ? 4 : 1, n = p->view.due.n;
	char more[32];

	grid_put(g, row, LABEL_COLUMN, -1, LOOK_HEAD, _("NEXT"));
	if (*p->view.stopped) {
		grid_put(g, row, TEXT_COLUMN, -1, LOOK_ATTENTION, p->view.stopped);
		return row + 1;
	}
	if (n == 0) {
		grid_put(g, row, TEXT_COLUMN, -1, LOOK_SECOND,
		         _("Nothing is due. f sets a reminder."));
		return row + 1;
	}
	for (size_t i = 0; i < n && i < most; i++, row++) {
		const struct view_due *due = &p->view.due.at[i];
		int column = grid_put(g, row, TEXT_COLUMN, -1,
		                      due->late ? LOOK_ALARM : LOOK_ATTENTION, due->when),
		    room = -1;

		if (i + 1 == most && n > most) {
			snprintf(more, sizeof(more), _("  %zu more due"), n - most);
			room = grid_put_right(g, row, -1, -1, LOOK_SECOND, more) - column - 2;
		}
		grid_put(g, row, column + 2, room, LOOK_PLAIN, due->what);
	}
	return row;
}

/* Where the columns of a concern stand: wider labels and room for what is done as there is room. */
struct concern_columns {
	int bar, now, was, trend, doing;
};

static struct concern_columns columns_of(const struct grid *g)
{
	int more = g->columns > 80 ? (g->columns - 80) / 4 : 0;

	if (more > 12)
		more = 12;
	return (struct concern_columns){ 27 + more, 41 + more, 46 + more, 48 + more, 53 + more };
}

static enum look trend_look(const struct view_concern *c)
{
	if (c->now == NUMBER_NONE || c->was == NUMBER_NONE || c->now == c->was)
		return LOOK_SECOND;
	return c->now > c->was ? LOOK_ALARM : LOOK_ACCENT;
}

static void put_score(struct grid *g, int row, int end, enum look look, int score)
{
	char text[16] = "·";

	if (score != NUMBER_NONE)
		snprintf(text, sizeof(text), "%d", score);
	grid_put_right(g, row, end, -1, score == NUMBER_NONE ? LOOK_SECOND : look, text);
}

/* How great the need is, where there is room for it: the columns it took. */
static int put_level(struct grid *g, int row, enum need_level level)
{
	const char *text = level_text(level);

	if (g->columns < WIDE || g->beside || !*text)
		return 0;
	return g->columns - grid_put_right(g, row, g->columns - 1, -1, LOOK_SECOND, text) + 1;
}

/* What is done about it, its state whole. For whom nothing is to be done any more, no gaps. */
static void put_doing(const struct person_page *p, struct grid *g, int row, int column,
                      const struct view_concern *c)
{
	int room = g->columns - 1 - column - width_of(c->doing_end) - put_level(g, row, c->level);
	enum look look = person_look(c->tone);

	if (c->tone == TONE_MISSING && *p->view.stopped)
		return;
	column = grid_put(g, row, column, room, look, c->doing);
	grid_put(g, row, column, -1, look, c->doing_end);
}

static void put_concern(const struct person_page *p, struct grid *g, int row,
                        const struct view_concern *c)
{
	const struct concern_columns at = columns_of(g);
	struct arena a = { 0 };

	grid_put(g, row, GRID_TEXT, at.bar - GRID_TEXT - 1,
	         c->matters != NUMBER_NONE ? LOOK_STRONG : LOOK_PLAIN, c->label);
	if (c->now == NUMBER_NONE) {
		grid_put_right(g, row, at.now, -1, LOOK_STRONG, _("talk"));
	} else {
		grid_bar(g, row, at.bar, c->now);
		put_score(g, row, at.now, LOOK_STRONG, c->now);
	}
	put_score(g, row, at.was, LOOK_SECOND, c->was);
	grid_put(g, row, at.trend, 4, trend_look(c), view_trend(c, &a));
	put_doing(p, g, row, at.doing, c);
	arena_reset(&a);
}

static void put_again(struct grid *g, int row)
{
	grid_put(g, row, GRID_TEXT, -1, LOOK_PLAIN, _("Referred again? Enter takes it in."));
}

static int put_no_concerns(const struct person_page *p, struct grid *g, int row)
{
	char text[160];

	if (*p->view.assessed)
		snprintf(text, sizeof(text), _("Nothing was raised on %s. a asks again."),
		         p->view.assessed);
	else
		snprintf(text, sizeof(text), "%s",
		         _("Not assessed yet. a begins, and the phone will do."));
	grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, text);
	if (!p->again)
		grid_cursor(g, row, GRID_TEXT);
	return row + 1;
}

/* room: rows for the list. */
static int put_concerns(struct person_page *p, struct grid *g, int row, int room)
{
	const struct concern_columns at = columns_of(g);
	struct list_view *list = &p->list[TAB_OVERVIEW];
	struct list_window w;

	grid_put(g, row, LABEL_COLUMN, -1, LOOK_HEAD, _("CONCERNS"));
	if (p->view.concerns.n > 0) {
		grid_put_right(g, row, at.now, -1, LOOK_SECOND, _("now"));
		grid_put_right(g, row, at.was, -1, LOOK_SECOND, _("was"));
	}
	row++;
	w = list_window(list, room);
	for (size_t i = 0; i < w.shown; i++, row++) {
		size_t chosen = w.first + i;

		if (p->again && chosen == 0)
			put_again(g, row);
		else
			put_concern(p, g, row, &p->view.concerns.at[chosen - p->again]);
		if (chosen == list->at)
			grid_select(g, row);
	}
	if (w.above + w.below > 0)
		list_more(g, row++, GRID_TEXT, &w);
	return p->view.concerns.n == 0 ? put_no_concerns(p, g, row) : row;
}

static size_t relatives_most(const struct grid *g)
{
	return g->rows >= TALL ? 4 : 2;
}

static int put_relatives(struct grid *g, int row, const char *head,
                         const struct view_relative_list *list, bool gaps)
{
	size_t most = relatives_most(g);

	for (size_t i = 0; i < list->n && i < most; i++, row++) {
		const struct view_relative *r = &list->at[i];
		int column = grid_put(g, row, TEXT_COLUMN, -1, LOOK_PLAIN, r->who);

		if (i == 0)
			grid_put(g, row, LABEL_COLUMN, -1, LOOK_HEAD, head);
		if (*r->more)
			grid_printf(g, row, column, LOOK_PLAIN, " · %s", r->more);
		if (*r->missing && gaps)
			grid_put_right(g, row, -1, g->columns - column - 3, LOOK_ATTENTION,
			               r->missing);
	}
	return row;
}

static int put_money(const struct person_page *p, struct grid *g, int row)
{
	if (!*p->view.money)
		return row;
	grid_put(g, row, LABEL_COLUMN, -1, LOOK_HEAD, _("MONEY"));
	grid_put(g, row, TEXT_COLUMN, -1, LOOK_PLAIN, p->view.money);
	return row + 1;
}

static int put_spoken(const struct person_page *p, struct grid *g, int row)
{
	int column;

	grid_put(g, row, LABEL_COLUMN, -1, LOOK_HEAD, _("LAST SPOKEN"));
	if (!*p->view.spoken) {
		grid_put(g, row, TEXT_COLUMN, -1, LOOK_SECOND, _("Not spoken to yet."));
		return row + 1;
	}
	column = grid_put(g, row, TEXT_COLUMN, -1, LOOK_PLAIN, p->view.spoken);
	grid_put(g, row, column + 3, -1, LOOK_SECOND, p->view.spoken_note);
	return row + 1;
}

static int what_column(const struct grid *g)
{
	return (g->columns >= 100 ? GRID_TEXT + 24 : GRID_TEXT + 17) + 14;
}

static void put_view_row(struct grid *g, int row, const struct view_row *x)
{
	int column = g->columns >= 100 ? GRID_TEXT + 24 : GRID_TEXT + 17;

	grid_put(g, row, GRID_TEXT, column - GRID_TEXT - 1, LOOK_SECOND, x->when);
	grid_put(g, row, column, 13, LOOK_PLAIN, x->kind);
	grid_put(g, row, column + 14, -1, person_look(x->tone), x->what);
}

/* Where there is room still: what happened last. */
static void put_lately(const struct person_page *p, struct grid *g, int row)
{
	if (g->rows - row < 4 || p->view.timeline.n == 0)
		return;
	grid_put(g, ++row, LABEL_COLUMN, -1, LOOK_HEAD, _("LATELY"));
	for (size_t i = 0; i < p->view.timeline.n && ++row < g->rows; i++)
		put_view_row(g, row, &p->view.timeline.at[i]);
}

void person_put_overview(struct person_page *p, struct grid *g, int row)
{
	size_t most = relatives_most(g);
	size_t after = p->view.looks_after.n < most ? p->view.looks_after.n : most;
	size_t helpers = p->view.helped_by.n < most ? p->view.helped_by.n : most;
	int room;

	if (g->beside) {
		put_concerns(p, g, row, g->rows - row - 1);
		return;
	}
	row = put_due(p, g, row);
	room = g->rows - row - 2 - (int)(after + helpers) - (*p->view.money ? 1 : 0);
	if (p->view.concerns.n == 0)
		room--;
	else if (room < LEAST_CONCERNS) /* who is round them gives way */
		room = LEAST_CONCERNS;
	row = put_concerns(p, g, row, room);
	row = put_relatives(g, row, _("LOOKS AFTER"), &p->view.looks_after, !*p->view.stopped);
	row = put_relatives(g, row, _("HELPED BY"), &p->view.helped_by, !*p->view.stopped);
	row = put_money(p, g, row);
	row = put_spoken(p, g, row);
	put_lately(p, g, row);
}

/* ---- lists ---- */

static const char *empty_sentence(enum person_tab tab)
{
	switch (tab) {
	case TAB_ASSESSMENTS:
		return _("Not assessed yet. a begins, and the phone will do.");
	case TAB_PLAN:
		return _("There is no plan yet: an assessment leads to one. a begins it.");
	case TAB_SERVICES:
		return _("No service yet. s finds one for what matters most.");
	case TAB_TIMELINE:
	case TAB_OVERVIEW:
	case TAB_DETAILS:
	case TAB_SHARING:
	case TAB_COUNT:
		break;
	}
	return "";
}

static void put_action_row(struct grid *g, int row, const struct view_row *x)
{
	int width = g->columns >= 100 ? 36 : 26;

	grid_put(g, row, GRID_TEXT, width - 1, LOOK_PLAIN, x->kind);
	grid_put(g, row, GRID_TEXT + width, -1, person_look(x->tone), x->what);
}

void person_put_rows(struct person_page *p, struct grid *g, int row)
{
	const struct view_row_list *rows = person_rows(p, p->tab);
	struct list_view *list = &p->list[p->tab];
	struct list_window w;

	if (p->tab == TAB_TIMELINE)
		row = person_put_timeline_head(p, g, row);
	w = list_window(list, g->rows - row);
	if (rows->n == 0) {
		grid_put(g, row + 1, GRID_TEXT, -1, LOOK_SECOND,
		         p->tab == TAB_TIMELINE ? person_timeline_empty(p)
		                                : empty_sentence(p->tab));
		if (!p->timeline.finding)
			grid_cursor(g, row + 1, GRID_TEXT);
		return;
	}
	for (size_t i = 0; i < w.shown; i++, row++) {
		const struct view_row *x = &rows->at[w.first + i];

		if (p->tab == TAB_PLAN)
			put_action_row(g, row, x);
		else
			put_view_row(g, row, x);
		if (p->tab == TAB_TIMELINE)
			person_put_found(p, g, row, what_column(g), x->what);
		if (w.first + i == list->at && !p->timeline.finding)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
}

/* ---- one whole entry ---- */

static int rows_taken(const char *text, int width)
{
	struct str rest = str_of(text), line;
	int rows = 0;

	while (str_cut(&rest, '\n', &line))
		rows += 1 + (int)text_width(line) / (width - 8);
	return rows;
}

static const char *skip_lines(const char *text, size_t lines)
{
	for (; lines > 0; lines--) {
		const char *end = strchr(text, '\n');

		if (!end)
			break;
		text = end + 1;
	}
	return text;
}

void person_put_entry(const struct person_page *p, struct grid *g)
{
	const struct view_row_list *rows = person_rows(p, p->tab);
	const struct view_row *x = &rows->at[p->list[p->tab].at];
	const char *text = skip_lines(x->whole, p->entry_top);
	char head[200];
	struct rect in;

	snprintf(head, sizeof(head), "%s · %s", x->kind, x->when);
	in = panel_put(g, head, rows_taken(x->whole, g->columns - 6));
	grid_put_lines(g, in.row, in.column, in.rows, in.columns, LOOK_PLAIN, text);
	grid_cursor(g, in.row, in.column);
}
