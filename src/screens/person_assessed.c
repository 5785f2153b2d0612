#include "person.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/assess.h"
#include "model/none.h"

#include <stdlib.h>

/*
 * The Assessments tab: each of them a row, and below what was answered in the chosen one and those
 * before it, side by side.
 */
#define LABEL_WIDTH  27
#define COLUMN       12 /* of one assessment: its day, a score, how it moved */
#define SCORE_END    6  /* in it */
#define LISTED_LEAST 3

static const struct view_row *chosen(const struct person_page *p)
{
	const struct view_row_list *rows = &p->view.assessments;
	size_t at = p->list[TAB_ASSESSMENTS].at;

	return at < rows->n ? &rows->at[at] : NULL;
}

/* ---- drawing ---- */

static const char *score_text(const struct view_score *x, struct arena *a)
{
	switch (x->answer) {
	case CONCERN_SCORED:
		return arena_printf(a, "%d", x->score);
	case CONCERN_TALK:
		return _("talk");
	case CONCERN_RATHER_NOT:
		return _("not said");
	case CONCERN_ANSWER_NONE:
		break;
	}
	return "·";
}

static void put_moved(struct grid *g, int row, int column, const struct view_score *now,
                      const struct view_score *was)
{
	int step = now->score - was->score;

	if (now->answer != CONCERN_SCORED || was->answer != CONCERN_SCORED)
		return;
	if (step == 0)
		grid_put(g, row, column, 4, LOOK_SECOND, "=");
	else
		grid_printf(g, row, column, step > 0 ? LOOK_ALARM : LOOK_ACCENT, "%s%d",
		            step > 0 ? "▲" : "▼", abs(step));
}

/* The columns end with the chosen one: the list above goes through all there are. */
static void put_scores(const struct view_history *h, const struct view_scores *x, size_t first,
                       size_t n, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_put(g, row, GRID_TEXT, LABEL_WIDTH - 1, LOOK_PLAIN, x->label);
	for (size_t i = first; i < first + n && i < h->n; i++) {
		int column = GRID_TEXT + LABEL_WIDTH + COLUMN * (int)(i - first);

		grid_put_right(g, row, column + SCORE_END, -1,
		               x->at[i].answer == CONCERN_ANSWER_NONE ? LOOK_SECOND : LOOK_STRONG,
		               score_text(&x->at[i], &a));
		if (i > 0)
			put_moved(g, row, column + SCORE_END + 1, &x->at[i], &x->at[i - 1]);
	}
	arena_reset(&a);
}

static void put_days(const struct view_history *h, size_t first, size_t n, day today,
                     struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_put(g, row, GRID_TEXT, -1, LOOK_HEAD, _("WHAT TROUBLED THEM"));
	for (size_t i = first; i < first + n && i < h->n; i++)
		grid_put_right(g, row,
		               GRID_TEXT + LABEL_WIDTH + COLUMN * (int)(i - first) + SCORE_END, -1,
		               LOOK_SECOND, day_plain(h->at[i]->on_day, today, &a));
	arena_reset(&a);
}

static size_t column_of(const struct view_history *h, const struct view_row *row)
{
	for (size_t i = 0; row && i < h->n; i++)
		if (h->at[i]->id.n == row->assessment.n)
			return i;
	return h->n - 1; /* one that was only offered: beside the newest */
}

/* A concern that none of these columns has an answer to is left to others. */
static bool worth_a_row(const struct view_scores *x, size_t first, size_t n)
{
	for (size_t i = first; i < first + n; i++)
		if (x->at[i].answer != CONCERN_ANSWER_NONE)
			return true;
	return false;
}

static void put_history(const struct person_page *p, struct grid *g, int row)
{
	const struct view_history *h = &p->view.history;
	size_t fit = (size_t)((g->columns - GRID_TEXT - LABEL_WIDTH) / COLUMN), last, first,
	       left = 0;
	size_t n, i = 0;

	if (h->n == 0 || g->rows - row < 3 || fit == 0)
		return;
	last = column_of(h, chosen(p));
	first = last + 1 > fit ? last + 1 - fit : 0;
	n = last + 1 - first;
	put_days(h, first, n, h->at[h->n - 1]->on_day, g, row++);
	for (; i < h->rows.n && row < g->rows - 1; i++)
		if (worth_a_row(&h->rows.at[i], first, n))
			put_scores(h, &h->rows.at[i], first, n, g, row++);
	for (; i < h->rows.n; i++)
		left += worth_a_row(&h->rows.at[i], first, n);
	if (left == 1)
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, _("1 more: Enter shows all of it"));
	else if (left > 1)
		grid_printf(g, row, GRID_TEXT, LOOK_SECOND, _("%zu more: Enter shows all of it"),
		            left);
}

void person_put_assessed(struct person_page *p, struct grid *g, int row)
{
	size_t rows = p->view.assessments.n;
	int room = (g->rows - row) / 3;
	struct grid above = *g;

	if (room < LISTED_LEAST)
		room = LISTED_LEAST;
	if (p->view.history.n == 0 || rows == 0) {
		person_put_rows(p, g, row);
		return;
	}
	room = (int)rows < room ? (int)rows : room;
	above.rows = row + room < g->rows ? row + room : g->rows;
	person_put_rows(p, &above, row);
	g->cursor_row = above.cursor_row;
	g->cursor_column = above.cursor_column;
	put_history(p, g, row + room + 1);
}

/* ---- keys ---- */

static void ask(struct screen *s, struct person_page *p, const struct view_row *x, bool unlock)
{
	struct prompt prompt = { 0 };

	p->asked = x->assessment;
	p->unlocking = unlock;
	p->asking = unlock ? arena_printf(&s->keep, _("Unlock, %s, %s: why?"),
	                                  p->view.strip.short_name, x->when)
	                   : arena_printf(&s->keep, _("Close for good, %s, %s?"),
	                                  p->view.strip.short_name, x->when);
	prompt_ask(&prompt, p->asking, unlock ? NULL : "yn");
	desk_ask(s->desk, &prompt);
}

enum outcome person_correct(struct screen *s, const struct person_page *p)
{
	const struct view_row *x = chosen(p);

	if (!x || x->assessment.n == 0) {
		desk_say(s->desk, "%s", _("There are no answers here to put right."));
		return REDRAW;
	}
	if (!x->free) {
		ask(s, s->state, x, true);
		return REDRAW;
	}
	s->go = visit_correction(p->view.person.id, x->assessment);
	return OPEN;
}

enum outcome person_lock(struct screen *s, const struct person_page *p)
{
	const struct view_row *x = chosen(p);

	if (!x || x->assessment.n == 0)
		desk_say(s->desk, "%s", _("There are no answers here to close."));
	else
		ask(s, s->state, x, false);
	return REDRAW;
}

static void unlock(struct screen *s, const char *because)
{
	struct person_page *p = s->state;
	const struct visit v = visit_correction(p->view.person.id, p->asked);

	if (casework_unlock_assessment(screen_session(s), p->asked, because) != OK ||
	    desk_open(s->desk, &v) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, "%s",
		         _("Unlocked, and why is on record. Ctrl-S ends it and closes it again."));
}

void person_came_back(struct screen *s, const struct result *r)
{
	struct person_page *p = s->state;

	if (!r->from && p->need.n != 0) {
		person_need_met(s, r);
		return;
	}
	if (r->from || p->asked.n == 0 || !r->saved)
		return;
	if (p->unlocking) {
		unlock(s, r->text);
	} else if (r->id[0] == 'y') {
		if (casework_lock_assessment(screen_session(s), p->asked) != OK)
			desk_say_fault(s->desk);
		else
			desk_say(s->desk, "%s",
			         _("Closed for good. e opens it again, with a reason."));
		desk_reload(s->desk);
	}
	p->asked.n = 0;
}
