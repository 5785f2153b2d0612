#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/checks.h"
#include "model/phone.h"
#include "ui/list.h"

/* What of the directory is to be checked, and in which order. */
struct checks {
	struct check_queue queue;
	struct list_view view;
	int64_t was;
};

static int64_t row_id(const void *rows, size_t i)
{
	const struct checks *v = rows;

	return v->queue.at[i].listing.service.id.n;
}

static const struct check_row *chosen(const struct checks *v)
{
	return v->view.at < v->queue.n ? &v->queue.at[v->view.at] : NULL;
}

static enum status checks_load(struct screen *s)
{
	struct checks *v = s->state;
	enum status rc = casework_check_queue(screen_session(s), &s->arena, &v->queue);

	if (rc == OK)
		list_reload(&v->view, v->queue.n, row_id, v, v->was);
	return rc;
}

/* ---- what stands on it ---- */

/* Columns, counted from the right end of the grid. */
#define PEOPLE  46
#define TRIED   29
#define CHECKED 12

static void put_heads(const struct checks *v, struct grid *g, struct arena *a)
{
	const char *count = arena_printf(a, "%zu", v->queue.count.due);
	const char *note = arena_printf(a, _("%zu waited on · %zu done this week"),
	                                v->queue.count.waited, v->queue.week);

	grid_head_note(g, 0, _("SERVICES TO CHECK"), note, count);
	grid_put(g, 1, g->columns - PEOPLE, PEOPLE - TRIED - 1, LOOK_SECOND, _("people"));
	grid_put(g, 1, g->columns - TRIED, TRIED - CHECKED - 1, LOOK_SECOND, _("tried"));
	grid_put(g, 1, g->columns - CHECKED, CHECKED - 1, LOOK_SECOND, _("checked"));
}

static const char *people(const struct service_use *use, struct arena *a)
{
	if (use->waiting > 0)
		return arena_printf(a, use->waiting == 1 ? _("%d waits") : _("%d wait"),
		                    use->waiting);
	return use->used > 0 ? arena_printf(a, _("used %d"), use->used) : "–";
}

static const char *tried(const struct service *x, struct arena *a)
{
	if (x->check_tries == 0)
		return "";
	return x->check_tries == 1 ? _("nobody, once")
	                           : arena_printf(a, _("nobody, %d times"), x->check_tries);
}

static void put_row(const struct check_row *x, struct grid *g, int row, day today, struct arena *a)
{
	const struct service *s = &x->listing.service;
	const char *closed = listing_closed(s, today, a);

	grid_put(g, row, GRID_TEXT, g->columns - PEOPLE - GRID_TEXT - 1, LOOK_STRONG, s->name);
	grid_put(g, row, g->columns - PEOPLE, PEOPLE - TRIED - 1,
	         x->listing.use.waiting > 0 ? LOOK_ATTENTION : LOOK_PLAIN,
	         people(&x->listing.use, a));
	grid_put(g, row, g->columns - TRIED, TRIED - CHECKED - 1, LOOK_PLAIN,
	         text_empty(closed) ? tried(s, a) : closed);
	grid_put(g, row, g->columns - CHECKED, CHECKED - 1,
	         service_stale(s, today) ? LOOK_ALARM : LOOK_PLAIN, listing_checked(s, today, a));
}

static void put_preview(const struct check_row *x, struct grid *g, int row, day today)
{
	const struct service *s = &x->listing.service;
	struct arena a = { 0 };
	const char *number = phone_shown(s->phone, &a);
	int column = grid_put(g, row, GRID_MARGIN, -1, LOOK_STRONG,
	                      text_empty(number) ? s->url : number);

	if (!text_empty(s->hours))
		grid_put(g, row, column + 3, g->columns - column - 4, LOOK_PLAIN, s->hours);
	grid_put(g, row + 1, GRID_MARGIN, -1, LOOK_SECOND,
	         text_empty(x->last)
	                 ? arena_printf(&a, "%s · %s", listing_freshness(s, today, &a),
	                                listing_use(&x->listing.use, &a))
	                 : arena_printf(&a, "%s · %s", x->last, listing_freshness(s, today, &a)));
	arena_reset(&a);
}

static void put_empty(struct grid *g)
{
	grid_put_lines(g, 4, GRID_TEXT, 3, g->columns - 6, LOOK_SECOND,
	               _("Nothing is to be checked today. g d shows the directory; = on a "
	                 "service there says that it is still as it says."));
	grid_cursor(g, 4, GRID_TEXT);
}

static void checks_render(const struct screen *s, struct grid *g)
{
	struct checks *v = s->state;
	struct arena a = { 0 };
	struct list_window w = list_window(&v->view, g->rows - 5);
	day today = screen_session(s)->today;
	int row = 2;

	put_heads(v, g, &a);
	if (v->queue.n == 0)
		put_empty(g);
	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(&v->queue.at[w.first + i], g, row, today, &a);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	if (chosen(v))
		put_preview(chosen(v), g, g->rows - 2, today);
	arena_reset(&a);
}

/* ---- what it does ---- */

static enum outcome go_to(struct screen *s, const struct screen_ops *where)
{
	const struct checks *v = s->state;
	const struct check_row *x = chosen(v);

	if (!x)
		return STAY;
	s->go = (struct visit){ .where = where,
		                .id = { x->listing.service.id.n, (int64_t)v->view.at + 1 } };
	if (where != &check_screen)
		s->go.id[1] = 0;
	return OPEN;
}

static enum outcome checks_take(struct screen *s, enum act act, const struct input *in)
{
	struct checks *v = s->state;

	(void)in;
	if (list_take(&v->view, act)) {
		v->was = chosen(v) ? chosen(v)->listing.service.id.n : 0;
		return REDRAW;
	}
	if (act == ACT_OPEN)
		return go_to(s, &check_screen);
	if (act == ACT_STILL_SO)
		return go_to(s, &checked_screen);
	if (act == ACT_CHANGE)
		return go_to(s, &trouble_screen);
	return PASS;
}

static unsigned checks_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

// clang-format off
static const struct binding checks_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Check it: its number, what to ask; then the next one", "check it" },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "Checked, still as it says: asks how", "still so" },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "What is wrong with this entry; change it", "wrong" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops checks_screen = {
	.name = "checks",
	.title = "Services to check",
	.state_size = sizeof(struct checks),
	.bindings = checks_bindings,
	.load = checks_load,
	.render = checks_render,
	.take = checks_take,
	.has = checks_has,
};
