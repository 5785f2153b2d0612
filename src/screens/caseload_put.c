#include "caseload.h"

#include "desk.h"
#include "views.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/money.h"

/* ---- columns that fit the width ---- */

struct column {
	const char *head;
	int width;
	int least; /* columns of the whole screen from which on it is shown */
};

enum {
	COLUMN_NAME,
	COLUMN_NEXT,
	COLUMN_SPOKEN,
	COLUMN_STAGE,
	COLUMN_CONCERN,
	COLUMN_ACTIONS,
	COLUMN_WAITING,
	COLUMN_WORKER,
	COLUMN_AREA
};

static const struct column columns[] = {
	[COLUMN_NAME] = { _("name"), 22, 0 },
	[COLUMN_NEXT] = { _("next"), 13, 0 },
	[COLUMN_SPOKEN] = { _("spoken"), 16, 0 },
	[COLUMN_STAGE] = { _("where"), 18, 0 },
	[COLUMN_CONCERN] = { _("weighs most"), 24, 106 },
	[COLUMN_ACTIONS] = { _("to do"), 6, 110 },
	[COLUMN_WAITING] = { _("waiting on"), 20, 132 },
	[COLUMN_WORKER] = { _("worker"), 7, 79 },
	[COLUMN_AREA] = { _("area"), 14, 146 },
};

static const char *next_text(const struct case_row *c, day today, struct arena *a, enum look *look)
{
	int days;

	if (c->next_due == DAY_NONE) {
		*look = LOOK_SECOND;
		return c->open ? _("nothing") : "";
	}
	days = c->next_due - today;
	*look = days < 0 ? LOOK_ALARM : days == 0 ? LOOK_STRONG : LOOK_PLAIN;
	if (days < 0)
		return arena_printf(a, _("late %s"), days == -1 ? _("1 day") : day_span(days, a));
	if (days == 0)
		return c->next_minute == MINUTE_NONE ? _("today") : minute_text(c->next_minute, a);
	return days < 7 ? arena_printf(a, "%.3s", day_short(c->next_due, today, a))
	                : day_short(c->next_due, today, a);
}

static const char *spoken_text(const struct case_row *c, day today, struct arena *a,
                               enum look *look)
{
	const char *tries = c->tries == 0   ? ""
	                    : c->tries == 1 ? _(" · 1 try")
	                                    : arena_printf(a, _(" · %d tries"), c->tries);

	*look = LOOK_PLAIN;
	if (c->last_spoken_on != DAY_NONE)
		return arena_printf(a, "%s%s", day_span(c->last_spoken_on - today, a), tries);
	*look = LOOK_ATTENTION;
	return arena_printf(a, _("never%s"), tries);
}

static const char *concern_text(const struct case_shown *c, struct arena *a)
{
	const struct case_row *r = &c->row;

	if (text_empty(c->concern))
		return "";
	if (r->top_score < 0)
		return c->concern;
	if (r->top_previous < 0)
		return arena_printf(a, "%d %s", r->top_score, c->concern);
	return arena_printf(a, "%d %s %s", r->top_score,
	                    r->top_score > r->top_previous   ? "▲"
	                    : r->top_score < r->top_previous ? "▼"
	                                                     : "=",
	                    c->concern);
}

static const char *stage_text(const struct case_row *c)
{
	if (!c->open || c->state == REFERRAL_ON_HOLD || c->state == REFERRAL_RECEIVED)
		return words_label(&referral_states, (int)c->state);
	return words_label(&stages, (int)c->stage);
}

static const char *cell_text(const struct case_shown *c, int column, day today, struct arena *a,
                             enum look *look)
{
	*look = LOOK_PLAIN;
	switch (column) {
	case COLUMN_NAME:
		*look = LOOK_STRONG;
		return c->name;
	case COLUMN_NEXT:
		return next_text(&c->row, today, a, look);
	case COLUMN_SPOKEN:
		return spoken_text(&c->row, today, a, look);
	case COLUMN_STAGE:
		return stage_text(&c->row);
	case COLUMN_CONCERN:
		return concern_text(c, a);
	case COLUMN_ACTIONS:
		return c->row.open_actions ? arena_printf(a, "%d", c->row.open_actions) : "";
	case COLUMN_WAITING:
		return c->row.waiting_on;
	case COLUMN_WORKER:
		*look = LOOK_SECOND;
		return text_empty(c->worker) ? _("nobody") : c->worker;
	default:
		return c->area;
	}
}

/* "£4,212 gained since 1 Apr", where there is room beside the rest. */
static void put_gained(const struct caseload_state *v, struct grid *g, int column, day today)
{
	struct arena a = { 0 };
	const char *text = arena_printf(&a, _("%s gained since %s"), pence_text(v->gained, &a),
	                                day_plain(money_year_begins(today), today, &a));

	if (v->gained > 0 && column + 3 + (int)text_width(str_of(text)) < g->columns)
		grid_put_right(g, 0, -1, -1, LOOK_SECOND, text);
	arena_reset(&a);
}

static void put_top(struct caseload_state *v, struct grid *g, day today)
{
	struct arena a = { 0 };
	int column = grid_put(g, 0, GRID_MARGIN, 30, LOOK_STRONG,
	                      v->name ? v->name : views_label(v->query.view));

	if (!v->name && v->query.view > CASES_EVERYONE && v->query.view != CASES_COVERED)
		column = grid_put(g, 0, column, -1, LOOK_PLAIN,
		                  v->query.worker.n ? _(", mine") : _(", everyone's"));
	if (v->name && *case_filter_words(&v->filter, &a))
		column = grid_printf(g, 0, column, LOOK_SECOND, "  %s",
		                     case_filter_words(&v->filter, &a));
	else if (!v->name)
		column = grid_printf(g, 0, column, LOOK_PLAIN, _("    %zu open"), v->count);
	column = grid_printf(g, 0, column, LOOK_PLAIN, _(" · by %s"),
	                     words_label(&case_orders, (int)v->query.order));
	if (v->marks.n > 0)
		column = grid_printf(g, 0, column, LOOK_ACCENT, _(" · %zu marked"), v->marks.n);
	if (v->finding || !line_empty(&v->find)) {
		column = grid_put(g, 0, column + 3, -1, LOOK_STRONG, "/");
		line_put(&v->find, g, 0, column, g->columns - column - 2, v->finding);
	} else {
		put_gained(v, g, column, today);
	}
	arena_reset(&a);
}

/* Columns for the text of one that begins at at: the last of them ends at the margin. */
static int room_of(const struct grid *g, const struct column *c, int at)
{
	int rest = g->columns - 1 - at;

	return rest < c->width - 1 ? rest : c->width - 1;
}

static void put_heads(struct grid *g)
{
	int at = GRID_TEXT;

	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		if (g->columns < columns[i].least)
			continue;
		grid_put(g, 1, at, room_of(g, &columns[i], at), LOOK_SECOND, columns[i].head);
		at += columns[i].width;
	}
}

static void put_row(const struct screen *s, const struct caseload_state *v, struct grid *g, int row,
                    size_t i)
{
	const struct case_shown *c = &v->cases.at[i];
	struct arena a = { 0 };
	int at = GRID_TEXT;

	for (size_t j = 0; j < COUNT_OF(columns); j++) {
		enum look look;
		const char *text;

		if (g->columns < columns[j].least)
			continue;
		text = cell_text(c, (int)j, screen_session(s)->today, &a, &look);
		grid_put(g, row, at, room_of(g, &columns[j], at), look, text);
		at += columns[j].width;
	}
	if (caseload_marked(v, c->row.person))
		grid_put(g, row, GRID_TEXT - 1, 1, LOOK_ACCENT, "*");
	if (i == v->view.at && !v->finding)
		grid_select(g, row);
	arena_reset(&a);
}

static const char *empty_text(const struct caseload_state *v)
{
	if (v->name && line_empty(&v->find))
		return _("Nobody is in this view now. v shows others, and e there changes it.");
	if (!line_empty(&v->find))
		return _(
			"Nobody here by that name or number. Esc shows all again; : looks everywhere.");
	switch (v->query.view) {
	case CASES_NEW:
		return _("Everybody has been spoken to. v shows others.");
	case CASES_QUIET:
		return _("Nobody is quiet. v shows others.");
	case CASES_NOT_ASSESSED:
		return _("Everybody has been assessed. v shows others.");
	case CASES_PLAN_OVERDUE:
		return _("Every assessment has its plan. v shows others.");
	case CASES_CLOSED:
		return _("No case is closed yet. v shows others.");
	case CASES_COVERED:
		return _("You cover for nobody today. w arranges it; v shows others.");
	case CASE_VIEW_NONE:
	case CASES_MINE:
	case CASES_EVERYONE:
		break;
	}
	return _("No open case here. n takes in somebody new; v shows everyone's.");
}

void caseload_put(const struct screen *s, struct caseload_state *v, struct grid *g)
{
	struct list_window w = list_window(&v->view, g->rows - 2);

	put_top(v, g, screen_session(s)->today);
	if (v->cases.n == 0) {
		grid_put(g, g->rows / 2, GRID_TEXT, g->columns - 4, LOOK_SECOND, empty_text(v));
		if (!v->finding)
			grid_cursor(g, g->rows / 2, GRID_TEXT);
		return;
	}
	put_heads(g);
	for (size_t i = 0; i < w.shown; i++)
		put_row(s, v, g, 2 + (int)i, w.first + i);
	list_more(g, 1 + w.rows, GRID_TEXT, &w);
}
