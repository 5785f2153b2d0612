#include "desk.h"
#include "finding.h"
#include "listing_rows.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/directory.h"

/*
 * What is it to help with? The person's own concerns first, the worst at the top, so that Enter alone
 * is right most of the time; letters find any other.
 */
struct for_what {
	struct concern_choices all;
	struct shown {
		size_t n;
		const struct concern_choice **at;
	} shown;
	struct list_view view;
	struct line find;
};

/* Those in whose label what was typed stands. */
static void narrow(struct for_what *v, struct arena *a)
{
	const char *needle = text_fold(str_of(line_text(&v->find)), a);

	v->shown = (struct shown){ 0 };
	for (size_t i = 0; i < v->all.n; i++)
		if (text_holds(str_of(v->all.at[i].label), needle))
			*ARENA_PUSH(a, &v->shown) = &v->all.at[i];
	list_resize(&v->view, v->shown.n);
}

static enum status for_what_load(struct screen *s)
{
	struct for_what *v = s->state;
	struct person_id person = { s->target.id[0] };
	enum status rc = casework_concerns_to_choose(screen_session(s), person, &s->arena, &v->all);

	if (rc == OK)
		narrow(v, &s->arena);
	return rc;
}

static void put_row(struct grid *g, struct rect r, int row, const struct concern_choice *c)
{
	int column = grid_put(g, row, r.column + 2, r.columns - 16,
	                      c->raised ? LOOK_STRONG : LOOK_PLAIN, c->label);

	if (c->raised && c->score >= 0)
		grid_printf(g, row, column + 2, LOOK_STRONG, "%d", c->score);
	if (c->matters)
		grid_put_right(g, row, r.column + r.columns, 14, LOOK_SECOND, _("matters most"));
}

static void for_what_render(const struct screen *s, struct grid *g)
{
	struct for_what *v = s->state;
	struct rect r = panel_put(g, _("A service that helps with what?"), g->rows);
	struct list_window w = list_window(&v->view, r.rows - 1);

	grid_put(g, r.row, r.column, 1, LOOK_STRONG, "/");
	line_put(&v->find, g, r.row, r.column + 1, r.columns - 2, true);
	if (v->shown.n == 0)
		grid_put(g, r.row + 2, r.column + 2, -1, LOOK_SECOND,
		         _("No concern is called that. Backspace takes letters back."));
	for (size_t i = 0; i < w.shown; i++) {
		int row = r.row + 1 + (int)i;

		put_row(g, r, row, v->shown.at[w.first + i]);
		if (w.first + i != v->view.at)
			continue;
		grid_put(g, row, r.column, 1, LOOK_ACCENT, "▌");
		grid_cursor(g, row, r.column + 2);
	}
	list_more(g, r.row + 1 + (int)w.shown, r.column + 2, &w);
}

static enum outcome choose(struct screen *s)
{
	struct for_what *v = s->state;
	const char *code;

	if (v->shown.n == 0)
		return STAY;
	code = v->shown.at[v->view.at]->code;
	if (s->target.id[0] != 0) {
		s->go = visit_picker((struct person_id){ s->target.id[0] },
		                     arena_strdup(&s->keep, code));
		return REPLACE;
	}
	s->answer = (struct result){ .saved = true, .text = arena_strdup(&s->keep, code) };
	return CLOSE;
}

static enum outcome for_what_take(struct screen *s, enum act act, const struct input *in)
{
	struct for_what *v = s->state;

	if (act == ACT_OPEN)
		return choose(s);
	return finding_take(&v->find, &v->view, act, in);
}

static bool for_what_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static void for_what_end(struct screen *s)
{
	struct for_what *v = s->state;

	line_done(&v->find);
}

static const struct binding for_what_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "This one", "this one" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, 0, "Down", "another" },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "A page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_HIDDEN, "A page down", NULL },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops for_what_screen = {
	.name = "for-what",
	.title = "A service for what",
	.state_size = sizeof(struct for_what),
	.bindings = for_what_bindings,
	.overlay = true,
	.load = for_what_load,
	.render = for_what_render,
	.take = for_what_take,
	.typing = for_what_typing,
	.end = for_what_end,
};
