#include "desk.h"
#include "listing_rows.h"
#include "narrow.h"
#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"

/* Who can help? Every service, narrowed by words, by a concern, by where somebody lives. */
struct directory {
	struct service_found found;
	struct list_view view;
	struct narrow narrow;
	struct marks marks;
	struct line filter;
	bool finding;
	bool keeping; /* a question stands: keep it as a favourite? */
	int64_t was;
};

static int64_t row_id(const void *rows, size_t i)
{
	const struct directory *v = rows;

	return v->found.list.at[i].service.id.n;
}

static const struct listing *chosen(const struct directory *v)
{
	return v->view.at < v->found.list.n ? &v->found.list.at[v->view.at] : NULL;
}

static enum status directory_load(struct screen *s)
{
	struct directory *v = s->state;
	enum status rc;

	v->narrow.q.text = line_text(&v->filter);
	rc = casework_find_services(screen_session(s), &v->narrow.q, &s->arena, &v->found);
	if (rc == OK)
		list_reload(&v->view, v->found.list.n, row_id, v, v->was);
	return rc == OK ? narrow_load(s, &v->narrow) : rc;
}

/* ---- what stands on it ---- */

static void put_head(const struct directory *v, struct grid *g)
{
	int column =
		grid_put(g, 0, GRID_MARGIN, g->columns - 24, LOOK_HEAD,
	                 narrow_any(&v->narrow) || !line_empty(&v->filter) ? _("Services")
	                                                                   : _("All services"));

	column = grid_printf(g, 0, column + 2, LOOK_ACCENT, "%zu", v->found.n);
	if (v->found.n > v->found.list.n)
		column = grid_printf(g, 0, column, LOOK_SECOND, _(" · the first %zu stand here"),
		                     v->found.list.n);
	if (v->marks.n > 0)
		grid_printf(g, 0, column, LOOK_ACCENT, _(" · %zu marked"), v->marks.n);
	grid_put_right(g, 0, -1, 20, LOOK_SECOND, _("v which ones"));
}

static const char *empty_text(const struct directory *v, struct arena *a)
{
	if (!line_empty(&v->filter))
		return arena_printf(a, _("No service here has “%s” in it. n adds one."),
		                    line_text(&v->filter));
	if (narrow_any(&v->narrow))
		return _("Nothing is listed for this yet. n adds a service; v shows others.");
	return _(
		"The directory is empty. n adds a service; coordinators take in whole directories.");
}

static void put_row(const struct directory *v, struct grid *g, int row, const struct listing *x,
                    day today)
{
	struct arena a = { 0 };

	listing_put(g, row, x, listing_doubt(&x->service, today, &a), today, &a);
	if (v->narrow.q.order == SERVICES_NEAREST)
		listing_far_put(g, row, x, &a);
	listing_sign_put(g, row, x, marked(&v->marks, x->service.id));
	arena_reset(&a);
}

static void put_rows(struct directory *v, struct grid *g, int row, day today)
{
	int under = g->rows >= 28 ? 6 : 2;
	struct list_window w = list_window(&v->view, g->rows - row - under);

	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(v, g, row, &v->found.list.at[w.first + i], today);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	row += w.rows > (int)w.shown;
	if (chosen(v))
		listing_preview_put(g, row + (under > 2), under, chosen(v), v->narrow.q.near,
		                    today);
}

static void directory_render(const struct screen *s, struct grid *g)
{
	struct directory *v = s->state;
	struct arena a = { 0 };
	int row = 1;

	put_head(v, g);
	row += narrow_put(&v->narrow, &v->found, g, row);
	listing_heads_put(g, row);
	if (v->narrow.q.order == SERVICES_NEAREST)
		listing_far_head_put(g, row);
	if (v->found.list.n == 0) {
		grid_put_lines(g, row + 3, GRID_TEXT, 3, g->columns - 6, LOOK_SECOND,
		               empty_text(v, &a));
		if (!v->finding)
			grid_cursor(g, row + 3, GRID_TEXT);
	}
	put_rows(v, g, row + 1, screen_session(s)->today);
	listing_filter_put(g, row, &v->filter, v->finding);
	if (v->narrow.open)
		menu_put(&v->narrow.menu, g);
	arena_reset(&a);
}

/* ---- what it does ---- */

static enum outcome reload_from_top(struct screen *s)
{
	struct directory *v = s->state;

	v->view.at = v->view.top = 0;
	v->was = 0;
	(void)s;
	return RELOAD;
}

static enum outcome take_filter(struct screen *s, const struct input *in)
{
	struct directory *v = s->state;

	switch (listing_filter_take(&v->filter, in)) {
	case FILTER_PASS:
		return PASS;
	case FILTER_MOVED:
		return REDRAW;
	case FILTER_LEFT:
		v->finding = false;
		return RELOAD;
	case FILTER_CHANGED:
		break;
	}
	return reload_from_top(s);
}

static enum outcome go_to(struct screen *s, const struct screen_ops *where)
{
	const struct listing *x = chosen(s->state);

	if (!x)
		return STAY;
	s->go = (struct visit){ .where = where, .id = { x->service.id.n } };
	return OPEN;
}

/* A favourite is written, so it is asked. */
static enum outcome ask_favourite(struct screen *s)
{
	struct directory *v = s->state;

	if (!chosen(v))
		return STAY;
	v->keeping = true;
	listing_favourite_ask(s, chosen(v));
	return REDRAW;
}

/* What is marked, as a list; the whole of it is for whoever may export; everybody gives a sheet away. */
static enum outcome hand_out(struct screen *s)
{
	struct directory *v = s->state;
	const struct listing *x = chosen(v);

	if (v->marks.n > 0)
		s->go = visit_shortlist(&v->marks, &s->keep);
	else if (!session_may(screen_session(s), OP_EXPORT))
		return go_to(s, &sheet_screen);
	else
		s->go = (struct visit){ .where = &directory_out_screen,
			                .id = { x ? x->service.id.n : 0 } };
	return OPEN;
}

/* What opens something else; PASS: not that. */
static enum outcome take_other(struct screen *s, enum act act)
{
	if (act == ACT_OPEN)
		return go_to(s, &service_screen);
	if (act == ACT_STILL_SO)
		return go_to(s, &checked_screen);
	if (act == ACT_CHANGE)
		return go_to(s, &trouble_screen);
	if (act == ACT_HAND_OUT)
		return hand_out(s);
	if (act != ACT_NEW)
		return PASS;
	s->go = visit_to(session_may(screen_session(s), OP_IMPORT_SERVICES) ? &directory_in_screen
	                                                                    : &service_form_screen);
	return OPEN;
}

static enum outcome directory_take(struct screen *s, enum act act, const struct input *in)
{
	struct directory *v = s->state;

	if (v->narrow.open)
		return narrow_take(s, &v->narrow, in);
	if (v->finding && act == ACT_NONE)
		return take_filter(s, in);
	if (list_take(&v->view, act)) {
		v->was = chosen(v) ? chosen(v)->service.id.n : 0;
		return REDRAW;
	}
	if (act == ACT_FAVOURITE)
		return ask_favourite(s);
	if (act == ACT_ORDER) {
		v->view.at = v->view.top = 0;
		v->was = 0;
		return narrow_order(s, &v->narrow);
	}
	if (act == ACT_FIND) {
		v->finding = true;
	} else if (act == ACT_VIEWS) {
		narrow_open(&v->narrow);
		return RELOAD;
	} else if ((act == ACT_MARK || act == ACT_MARK_ALL) && chosen(v)) {
		marks_take(s, &v->marks, chosen(v), act == ACT_MARK_ALL);
	} else {
		return take_other(s, act);
	}
	return REDRAW;
}

static void directory_came_back(struct screen *s, const struct result *r)
{
	struct directory *v = s->state;

	if (v->keeping && !r->from) {
		v->keeping = false;
		listing_favourite_answered(s, chosen(v), r);
	} else if (narrow_came_back(s, &v->narrow, r)) {
		v->view.at = 0;
		v->was = 0;
	} else if (r->from == &service_form_screen && r->saved) {
		v->was = r->id[0];
	}
}

static bool directory_typing(const struct screen *s)
{
	const struct directory *v = s->state;

	return v->finding && !v->narrow.open;
}

static unsigned directory_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

static void directory_end(struct screen *s)
{
	struct directory *v = s->state;

	line_done(&v->filter);
}

// clang-format off
static const struct binding directory_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "The whole record", "open" },
	{ "/", ACT_FIND, 0, "Find by any word", "find" },
	{ "v", ACT_VIEWS, 0, "Which ones: a concern, an area, free, drop-in, a language, favourites", "which ones" },
	{ "o", ACT_ORDER, 0, "In another order: nearest, last checked, helped most, by name", NULL },
	{ "Space", ACT_MARK, NEEDS_ROW, "Mark for a list to hand out, or take the mark off", NULL },
	{ "*", ACT_MARK_ALL, NEEDS_ROW, "Take all marks off", NULL },
	{ "m", ACT_FAVOURITE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "Keep it as a favourite of yours, or not; it asks", NULL },
	{ "x", ACT_HAND_OUT, NEEDS_ROW, "A sheet of it, or a list of those marked, to give away without a name; or all of it", "hand out" },
	{ "n", ACT_NEW, NEEDS_ENTRIES | NEEDS_WRITE, "A new service; who may, takes in a whole directory", "new" },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "Checked, still as it says: asks how", "still so" },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "What is wrong with this entry; change it", "wrong" },
	LIST_BINDINGS(NEEDS_ROW),
	{ 0 },
};
// clang-format on

const struct screen_ops directory_screen = {
	.name = "directory",
	.title = "Directory",
	.state_size = sizeof(struct directory),
	.bindings = directory_bindings,
	.load = directory_load,
	.render = directory_render,
	.take = directory_take,
	.typing = directory_typing,
	.came_back = directory_came_back,
	.has = directory_has,
	.end = directory_end,
};
