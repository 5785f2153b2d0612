#include "desk.h"
#include "finding.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/snippets.h"
#include "casework/strip.h"
#include "ui/list.h"

#include <stdlib.h>
#include <string.h>

/*
 * Ctrl-O while writing: words that are written often. Letters find by name, Enter puts them where the
 * cursor is; nothing is written by itself. id[0] whom the note is about, 0: nobody yet. It answers with
 * the words.
 */
struct pick_state {
	struct line line;
	struct snippet_list all;
	struct shown {
		size_t n;
		struct snippet_row {
			const struct snippet *snippet;
			int rank;
		} * at;
	} shown;
	struct list_view list;
	struct snippet_about about;
};

static int by_rank(const void *x, const void *y)
{
	const struct snippet_row *a = x, *b = y;

	return (a->rank > b->rank) - (a->rank < b->rank);
}

static void narrow(struct pick_state *v, struct arena *a)
{
	v->shown = (struct shown){ 0 };
	for (size_t i = 0; i < v->all.n; i++) {
		int fit = snippet_fit(&v->all.at[i], line_text(&v->line), a);

		if (fit >= 0)
			*ARENA_PUSH(a, &v->shown) =
				(struct snippet_row){ &v->all.at[i], fit * 1000 + (int)i };
	}
	if (v->shown.n > 0)
		qsort(v->shown.at, v->shown.n, sizeof(*v->shown.at), by_rank);
	list_resize(&v->list, v->shown.n);
}

/* What they are called; a note about nobody names nobody. */
static enum status read_about(struct screen *s)
{
	struct pick_state *v = s->state;
	const struct session *session = screen_session(s);
	struct person_strip strip;

	v->about = (struct snippet_about){ "", session->account.name, session->today,
		                           session->minute };
	if (s->target.id[0] == 0)
		return OK;
	if (casework_strip(screen_session(s), (struct person_id){ s->target.id[0] }, &s->arena,
	                   &strip) == OK)
		v->about.name = strip.called;
	return OK;
}

static enum status pick_load(struct screen *s)
{
	struct pick_state *v = s->state;
	enum status rc = casework_snippets(screen_session(s), &s->arena, &v->all);

	if (rc == OK)
		rc = read_about(s);
	if (rc == OK)
		narrow(v, &s->arena);
	return rc;
}

/* The words on one line, as they will be. */
static const char *one_line(const struct pick_state *v, const struct snippet *x, struct arena *a)
{
	char *line = arena_strdup(a, snippet_filled(x->words, &v->about, a));

	for (char *c = line; *c; c++)
		if (*c == '\n')
			*c = ' ';
	return line;
}

static void pick_render(const struct screen *s, struct grid *g)
{
	struct pick_state *v = s->state;
	struct rect in = panel_put(g, _("Words to put in"), g->rows);
	struct list_window w = list_window(&v->list, in.rows - 2);
	struct arena a = { 0 };

	for (size_t i = 0; i < w.shown; i++) {
		const struct snippet *x = v->shown.at[w.first + i].snippet;
		int row = in.row + 2 + (int)i;

		grid_put(g, row, in.column + 2, 18, LOOK_STRONG, x->name);
		grid_put(g, row, in.column + 21, in.columns - 22, LOOK_PLAIN, one_line(v, x, &a));
		if (w.first + i == v->list.at)
			grid_put(g, row, in.column, 1, LOOK_ACCENT, "▌");
	}
	if (v->shown.n == 0)
		grid_put(g, in.row + 2, in.column + 2, in.columns - 3, LOOK_SECOND,
		         _("No words by that name. g a, Words written often keeps new ones."));
	list_more(g, in.row + 1 + w.rows, in.column + 2, &w);
	line_put(&v->line, g, in.row, in.column + 2, in.columns - 3, true);
	arena_reset(&a);
}

static enum outcome choose(struct screen *s)
{
	struct pick_state *v = s->state;

	if (v->shown.n == 0) {
		desk_say(s->desk, _("No words by that name."));
		return STAY;
	}
	s->answer = (struct result){ .saved = true };
	s->answer.text =
		snippet_filled(v->shown.at[v->list.at].snippet->words, &v->about, &s->keep);
	return CLOSE;
}

static enum outcome pick_take(struct screen *s, enum act act, const struct input *in)
{
	struct pick_state *v = s->state;
	enum outcome outcome;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN)
		return choose(s);
	outcome = finding_take(&v->line, &v->list, act, in);
	if (outcome != RELOAD)
		return outcome;
	narrow(v, &s->arena); /* they are all here: nothing is read again */
	return REDRAW;
}

static bool pick_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static void pick_end(struct screen *s)
{
	struct pick_state *v = s->state;

	line_done(&v->line);
}

static const struct binding pick_bindings[] = {
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, 0, "Down", "next" },
	{ "Enter", ACT_OPEN, 0, "Put the words where the cursor is", "put in" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is put in", "back" },
	{ 0 },
};

const struct screen_ops snippet_pick_screen = {
	.name = "snippet-pick",
	.title = "Words to put in",
	.state_size = sizeof(struct pick_state),
	.bindings = pick_bindings,
	.overlay = true,
	.load = pick_load,
	.render = pick_render,
	.take = pick_take,
	.typing = pick_typing,
	.end = pick_end,
};
