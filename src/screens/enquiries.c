#include "desk.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/enquiry.h"
#include "model/none.h"
#include "ui/list.h"

/* Help given without a case in the last four weeks, the newest first. n begins another. */
struct enquiries_state {
	struct enquiry_rows rows;
	struct list_view view;
};

static enum status enquiries_load(struct screen *s)
{
	struct enquiries_state *v = s->state;
	enum status rc = casework_enquiries(screen_session(s), &s->arena, &v->rows);

	if (rc == OK)
		list_resize(&v->view, v->rows.n);
	return rc;
}

static void put_row(const struct enquiry_row *row, struct grid *g, int at, day today,
                    struct arena *a)
{
	const struct enquiry *x = &row->enquiry;
	const char *when = x->on_day == today && x->at_minute != MINUTE_NONE
	                           ? minute_text(x->at_minute, a)
	                           : day_short(x->on_day, today, a);

	grid_put(g, at, GRID_TEXT, 10, LOOK_PLAIN, when);
	grid_put(g, at, GRID_TEXT + 11, 28, LOOK_STRONG, row->topic);
	grid_put(g, at, GRID_TEXT + 40, g->columns - GRID_TEXT - 53, LOOK_PLAIN,
	         text_empty(row->services) ? words_label(&enquiry_gifts, (int)x->gave)
	                                   : row->services);
	grid_put(g, at, g->columns - 11, 5, LOOK_SECOND, x->area);
	if (x->minutes != NUMBER_NONE)
		grid_put_right(g, at, -1, 5, LOOK_SECOND, arena_printf(a, "%d m", x->minutes));
}

static void enquiries_render(const struct screen *s, struct grid *g)
{
	struct enquiries_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 2);
	struct arena a = { 0 };

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("Enquiries, these four weeks"));
	grid_put_right(g, 0, -1, 30, LOOK_SECOND,
	               arena_printf(&a, _("%zu today · nobody’s name"), v->rows.today));
	grid_rule(g, 1, GRID_MARGIN, -1);
	if (v->rows.n == 0) {
		grid_put(g, 3, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nobody has come with a question these four weeks. Enter notes one."));
		grid_cursor(g, 3, GRID_TEXT);
	}
	for (size_t i = 0; i < w.shown; i++) {
		put_row(&v->rows.at[w.first + i], g, 2 + (int)i, screen_session(s)->today, &a);
		if (w.first + i == v->view.at)
			grid_select(g, 2 + (int)i);
	}
	list_more(g, 2 + (int)w.shown, GRID_TEXT, &w);
	arena_reset(&a);
}

static enum outcome enquiries_take(struct screen *s, enum act act, const struct input *in)
{
	struct enquiries_state *v = s->state;

	(void)in;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act != ACT_OPEN)
		return PASS;
	s->go = visit_to(&enquiry_screen);
	return OPEN;
}

static unsigned enquiries_has(const struct screen *s)
{
	const struct enquiries_state *v = s->state;

	return v->rows.n > 0 ? NEEDS_ROW | NEEDS_MANY : 0;
}

// clang-format off
static const struct binding enquiries_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Somebody has a question: note another", "another" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops enquiries_screen = {
	.name = "enquiries",
	.title = "Enquiries",
	.state_size = sizeof(struct enquiries_state),
	.bindings = enquiries_bindings,
	.load = enquiries_load,
	.render = enquiries_render,
	.take = enquiries_take,
	.has = enquiries_has,
};
