#include "desk.h"
#include "listing_rows.h"
#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"
#include "model/concerns.h"

/* Who can help? Every service, narrowed by words, by a concern, by where somebody lives. */
struct directory {
	struct service_found found;
	struct list_view view;
	struct line filter;
	bool finding;
	bool asking_area;
	bool to_check;
	const char *concern, *area; /* codes, "" any; belong to s->keep */
	int64_t was;
	struct menu menu;
	bool in_menu;
};

static enum status directory_begin(struct screen *s)
{
	struct directory *v = s->state;

	v->concern = v->area = "";
	return OK;
}

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
	const struct service_query q = { .text = line_text(&v->filter),
		                         .concern = v->concern,
		                         .area = v->area };
	enum status rc = casework_find_services(screen_session(s), &q, &s->arena, &v->found);

	if (rc == OK)
		list_reload(&v->view, v->found.list.n, row_id, v, v->was);
	return rc;
}

/* ---- what stands on it ---- */

static const char *which(const struct directory *v, struct arena *a)
{
	if (v->to_check)
		return _("To check first: used, and not checked for half a year");
	if (v->concern[0] != '\0' && v->area[0] != '\0')
		return arena_printf(a, "%s · %s", concern_label(v->concern, a),
		                    area_name(v->area, a));
	if (v->concern[0] != '\0')
		return concern_label(v->concern, a);
	if (v->area[0] != '\0')
		return arena_printf(a, _("For people in %s"), area_name(v->area, a));
	return _("All services");
}

static void put_head(const struct directory *v, struct grid *g, struct arena *a)
{
	int column = grid_put(g, 0, GRID_MARGIN, g->columns - 24, LOOK_HEAD, which(v, a));

	grid_printf(g, 0, column + 2, LOOK_ACCENT,
	            v->found.list.n < SERVICES_SHOWN ? "%zu" : _("first %zu"), v->found.list.n);
	grid_put_right(g, 0, -1, 20, LOOK_SECOND, _("v which ones"));
}

static const char *empty_text(const struct directory *v, struct arena *a)
{
	if (!line_empty(&v->filter))
		return arena_printf(a, _("No service here has “%s” in it. n adds one."),
		                    line_text(&v->filter));
	if (v->to_check)
		return _("Everything that is used was checked within half a year. v goes back.");
	if (v->concern[0] != '\0' || v->area[0] != '\0')
		return _("Nothing is listed for this yet. n adds a service; v shows others.");
	return _("The directory is empty. n adds a service; clew import services fills it.");
}

static void put_rows(struct directory *v, struct grid *g, day today, struct arena *a)
{
	int under = g->rows >= 28 ? 6 : 2, row = 2;
	struct list_window w = list_window(&v->view, g->rows - 2 - under);

	for (size_t i = 0; i < w.shown; i++, row++) {
		const struct listing *x = &v->found.list.at[w.first + i];

		listing_put(g, row, x, listing_closed(&x->service, today, a), today, a);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	row += w.rows > (int)w.shown;
	if (chosen(v))
		listing_preview_put(g, row + (under > 2), under, chosen(v), "", today);
}

static void directory_render(const struct screen *s, struct grid *g)
{
	struct directory *v = s->state;
	struct arena a = { 0 };

	put_head(v, g, &a);
	listing_heads_put(g, 1);
	if (v->found.list.n == 0) {
		grid_put_lines(g, 4, GRID_TEXT, 3, g->columns - 6, LOOK_SECOND, empty_text(v, &a));
		grid_cursor(g, 4, GRID_TEXT);
	}
	put_rows(v, g, screen_session(s)->today, &a);
	listing_filter_put(g, 1, &v->filter, v->finding);
	if (v->in_menu)
		menu_put(&v->menu, g);
	arena_reset(&a);
}

/* ---- what it does ---- */

static const struct menu_item views[] = {
	{ "everything", NULL, NULL },
	{ "for one concern…", "asks which", NULL },
	{ "for people in one area…", "asks where", NULL },
	{ "to check first", "used most, checked longest ago", NULL },
	{ 0 },
};

static enum outcome reload_from_top(struct screen *s)
{
	struct directory *v = s->state;

	v->view.at = v->view.top = 0;
	v->was = 0;
	(void)s;
	return RELOAD;
}

static enum outcome view_chosen(struct screen *s)
{
	struct directory *v = s->state;
	struct prompt p = { 0 };

	v->in_menu = false;
	v->to_check = v->menu.at == 3;
	if (v->menu.at == 0) {
		v->concern = v->area = "";
		line_set(&v->filter, "");
	}
	if (v->menu.at == 1) {
		s->go = visit_for_what((struct person_id){ 0 });
		return OPEN;
	}
	if (v->menu.at == 2) {
		prompt_ask(&p, _("Which council, region or nation?"), NULL);
		v->asking_area = true;
		desk_ask(s->desk, &p);
	}
	return reload_from_top(s);
}

static enum outcome take_menu(struct screen *s, const struct input *in)
{
	struct directory *v = s->state;

	switch (menu_take(&v->menu, in)) {
	case MENU_CHOSEN:
		return view_chosen(s);
	case MENU_LEFT:
		v->in_menu = false;
		return REDRAW;
	case MENU_STAY:
	case MENU_MOVED:
		break;
	}
	return REDRAW;
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
	v->to_check = false;
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

/* The whole of it is for whoever may export; everybody gives a sheet away. */
static enum outcome hand_out(struct screen *s)
{
	const struct listing *x = chosen(s->state);

	if (!session_may(screen_session(s), OP_EXPORT))
		return go_to(s, &sheet_screen);
	s->go = (struct visit){ .where = &directory_out_screen, .id = { x ? x->service.id.n : 0 } };
	return OPEN;
}

static enum outcome directory_take(struct screen *s, enum act act, const struct input *in)
{
	struct directory *v = s->state;

	if (v->in_menu)
		return take_menu(s, in);
	if (v->finding && act == ACT_NONE)
		return take_filter(s, in);
	if (list_take(&v->view, act)) {
		v->was = chosen(v) ? chosen(v)->service.id.n : 0;
		return REDRAW;
	}
	if (act == ACT_FIND) {
		v->finding = true;
	} else if (act == ACT_VIEWS) {
		menu_ask(&v->menu, _("Which services?"), views);
		v->in_menu = true;
	} else if (act == ACT_OPEN) {
		return go_to(s, &service_screen);
	} else if (act == ACT_STILL_SO) {
		return go_to(s, &checked_screen);
	} else if (act == ACT_CHANGE) {
		return go_to(s, &trouble_screen);
	} else if (act == ACT_HAND_OUT) {
		return hand_out(s);
	} else if (act == ACT_NEW) {
		s->go = visit_to(&service_form_screen);
		return OPEN;
	} else {
		return PASS;
	}
	return REDRAW;
}

static void area_answered(struct screen *s, const struct result *r)
{
	struct directory *v = s->state;
	const char *code = area_find(r->text, &s->keep);

	if (!code) {
		desk_say(s->desk, _("“%s” is no council, region or nation we know."), r->text);
		return;
	}
	v->area = code;
	v->was = 0;
	desk_reload(s->desk);
}

static void directory_came_back(struct screen *s, const struct result *r)
{
	struct directory *v = s->state;

	if (r->from == &for_what_screen && r->saved) {
		v->concern = arena_strdup(&s->keep, r->text);
		v->view.at = 0;
		v->was = 0;
	} else if (r->from == &service_form_screen && r->saved) {
		v->was = r->id[0];
	} else if (!r->from && v->asking_area) {
		v->asking_area = false;
		if (r->saved)
			area_answered(s, r);
	}
}

static bool directory_typing(const struct screen *s)
{
	const struct directory *v = s->state;

	return v->finding && !v->in_menu;
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
	{ "v", ACT_VIEWS, 0, "Which ones: a concern, an area, to check first", "which ones" },
	{ "x", ACT_HAND_OUT, NEEDS_ROW, "A sheet of it to give away, without a name; or all of it", "hand out" },
	{ "n", ACT_NEW, NEEDS_ENTRIES | NEEDS_WRITE, "A new service", "new" },
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
	.begin = directory_begin,
	.load = directory_load,
	.render = directory_render,
	.take = directory_take,
	.typing = directory_typing,
	.came_back = directory_came_back,
	.has = directory_has,
	.end = directory_end,
};
