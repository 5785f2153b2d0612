#include "views.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "ui/list.h"

/*
 * Which people: the lists that clew has, and views that were kept. id[0] the list that stands, id[1]
 * the view; answers with the same two. n keeps a new one, e changes one, d deletes one (asks).
 */
struct views_state {
	struct views views;
	struct list_view list;
};

static const struct shipped {
	const char *label, *hint;
} shipped[] = {
	{ _("Mine"), "" },
	{ _("Everyone"), "" },
	{ _("New"), _("not spoken to yet") },
	{ _("Quiet"), _("not spoken to for long") },
	{ _("No assessment yet"), "" },
	{ _("Plan overdue"), _("assessed, and no plan agreed") },
	{ _("Closed"), "" },
	{ _("Covered by me"), _("while others are away") },
};
#define SHIPPED (sizeof(shipped) / sizeof(shipped[0]))

const char *views_label(enum case_view view)
{
	return shipped[view - CASES_MINE].label;
}

bool views_find(struct screen *s, struct saved_view_id id, struct view_shown *ret)
{
	struct views all;

	if (casework_views(screen_session(s), &s->keep, &all) != OK) {
		desk_say_fault(s->desk);
		return false;
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].view.id.n == id.n) {
			*ret = all.at[i];
			return true;
		}
	desk_say(s->desk, "%s", _("That view is not there any more."));
	return false;
}

static const struct view_shown *kept(const struct views_state *v)
{
	size_t at = v->list.at;

	return at >= SHIPPED && at - SHIPPED < v->views.n ? &v->views.at[at - SHIPPED] : NULL;
}

static enum status views_load(struct screen *s)
{
	struct views_state *v = s->state;
	enum status rc = casework_views(screen_session(s), &s->arena, &v->views);
	bool first = v->list.n == 0;

	if (rc != OK)
		return rc;
	list_resize(&v->list, SHIPPED + v->views.n);
	if (first)
		v->list.at = (size_t)s->target.id[0] - CASES_MINE;
	for (size_t i = 0; first && i < v->views.n; i++)
		if (s->target.id[1] != 0 && v->views.at[i].view.id.n == s->target.id[1])
			v->list.at = SHIPPED + i;
	return OK;
}

static void put_row(const struct views_state *v, struct grid *g, const struct rect *in, int row,
                    size_t i)
{
	bool own = i >= SHIPPED;
	const struct view_shown *x = own ? &v->views.at[i - SHIPPED] : NULL;
	int column;

	if (i < 9)
		grid_printf(g, row, in->column + 2, LOOK_STRONG, "%zu", i + 1);
	column = grid_put(g, row, in->column + 5, 30, LOOK_PLAIN,
	                  x ? x->view.name : shipped[i].label);
	if (x && x->everybody)
		column = grid_put(g, row, column, -1, LOOK_SECOND, _(", everybody's"));
	grid_put(g, row, column + 2, in->column + in->columns - column - 3,
	         x && *x->fault ? LOOK_ATTENTION : LOOK_SECOND,
	         x ? *x->fault ? x->fault : x->words : shipped[i].hint);
	if (i != v->list.at)
		return;
	grid_put(g, row, in->column, 1, LOOK_ACCENT, g->ascii ? ">" : "▌");
	grid_cursor(g, row, in->column + 5);
}

static void views_render(const struct screen *s, struct grid *g)
{
	struct views_state *v = s->state;
	struct rect in = panel_put(g, _("Which people"), (int)v->list.n + 3);
	struct list_window w = list_window(&v->list, in.rows - 2);

	for (size_t i = 0; i < w.shown; i++)
		put_row(v, g, &in, in.row + (int)i, w.first + i);
	list_more(g, in.row + (int)w.shown, in.column + 5, &w);
	grid_put(g, in.row + in.rows - 1, in.column + 2, -1, LOOK_SECOND,
	         v->views.n == 0 ? _("n keeps a view of your own under a name.")
	                         : _("n a new one, e changes, d deletes one that is kept."));
}

static enum outcome choose(struct screen *s, struct views_state *v)
{
	const struct view_shown *x = kept(v);

	s->answer = (struct result){ .saved = true,
		                     .id = { x ? (int64_t)x->filter.view
		                               : CASES_MINE + (int64_t)v->list.at,
		                             x ? x->view.id.n : 0 } };
	return CLOSE;
}

static enum outcome on_kept(struct screen *s, struct views_state *v, enum act act)
{
	const struct view_shown *x = kept(v);
	struct prompt p = { 0 };

	if (!x) {
		desk_say(s->desk, "%s", _("That list is clew's own. n keeps one of yours."));
		return REDRAW;
	}
	if (act == ACT_CHANGE) {
		s->go = (struct visit){ .where = &view_screen, .id = { x->view.id.n } };
		return OPEN;
	}
	prompt_ask(&p, arena_printf(&s->keep, _("Delete the view “%s”?"), x->view.name), "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome views_take(struct screen *s, enum act act, const struct input *in)
{
	struct views_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN)
		return choose(s, v);
	if (act == ACT_DIGIT && in->ch >= '1' && (size_t)(in->ch - '0') <= v->list.n) {
		v->list.at = (size_t)(in->ch - '1');
		return choose(s, v);
	}
	if (act == ACT_NEW) {
		s->go = (struct visit){ .where = &view_screen, .id = { 0, s->target.id[0] } };
		return OPEN;
	}
	if (act == ACT_CHANGE || act == ACT_DONE)
		return on_kept(s, v, act);
	return list_take(&v->list, act) ? REDRAW : PASS;
}

static void views_came_back(struct screen *s, const struct result *r)
{
	struct views_state *v = s->state;
	const struct view_shown *x = kept(v);

	if (r->from == &view_screen && r->saved) {
		s->answer = (struct result){ .saved = true, .id = { r->id[0], r->id[1] } };
		desk_close(s->desk);
		return;
	}
	if (r->from || !r->saved || r->id[0] != 'y' || !x)
		return;
	if (casework_delete_view(screen_session(s), x->view.id) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Deleted: %s. u brings it back."), x->view.name);
	desk_reload(s->desk);
}

/* clang-format off */
static const struct binding views_bindings[] = {
	{ "1-9", ACT_DIGIT, 0, "Show that one", "show" },
	{ "Enter", ACT_OPEN, NEEDS_HIDDEN, "Show the one under the cursor", NULL },
	{ "n", ACT_NEW, NEEDS_WRITE, "Keep a new view under a name", "new" },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "Change one that is kept", "change" },
	{ "d", ACT_DONE, NEEDS_WRITE, "Delete one that is kept (asks)", "delete" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops views_screen = {
	.name = "views",
	.title = "Which people",
	.state_size = sizeof(struct views_state),
	.bindings = views_bindings,
	.overlay = true,
	.load = views_load,
	.render = views_render,
	.take = views_take,
	.came_back = views_came_back,
};
