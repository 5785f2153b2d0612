#include "whose.h"

#include "desk.h"

#include "base/words.h"
#include "casework/cover.h"
#include "ui/list.h"

/* Which colleague? Each with how much they have, so that load is seen while choosing. */
struct colleague {
	enum colleague_for why;
	struct staff staff; /* without the one it is about */
	struct list_view view;
};

#define SPREAD_ROWS(v) ((v)->why == COLLEAGUE_COVERS ? 1u : 0u)

struct visit visit_colleague(enum colleague_for why, struct account_id not_them, const char *head)
{
	return (struct visit){ .where = &colleague_screen,
		               .id = { (int64_t)why, not_them.n },
		               .text = head };
}

static enum status colleague_load(struct screen *s)
{
	struct colleague *v = s->state;
	struct staff all;
	enum status rc = casework_staff(screen_session(s), &s->arena, &all);

	if (rc != OK)
		return rc;
	v->why = s->target.id[0] == COLLEAGUE_COVERS ? COLLEAGUE_COVERS : COLLEAGUE_TAKES;
	v->staff = (struct staff){ 0 };
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].account.id.n != s->target.id[1])
			*ARENA_PUSH(&s->arena, &v->staff) = all.at[i];
	list_resize(&v->view, v->staff.n + SPREAD_ROWS(v));
	return OK;
}

static const char *load_text(const struct staff_row *r, struct arena *a)
{
	const char *own =
		arena_printf(a, r->cases == 1 ? _("%zu person") : _("%zu people"), r->cases);

	return r->covered > 0 ? arena_printf(a, _("%s + %zu covered"), own, r->covered) : own;
}

static void put_row(const struct colleague *v, struct grid *g, struct rect r, int row, size_t i)
{
	struct arena a = { 0 };
	const struct staff_row *x;

	if (i < SPREAD_ROWS(v)) {
		grid_put(g, row, r.column + 2, r.columns - 2, LOOK_STRONG,
		         _("* Spread evenly over everybody, by what they have"));
		return;
	}
	x = &v->staff.at[i - SPREAD_ROWS(v)];
	grid_put(g, row, r.column + 2, 19, LOOK_STRONG, x->account.name);
	grid_put(g, row, r.column + 22, 21, LOOK_PLAIN, load_text(x, &a));
	grid_put(g, row, r.column + 44, r.columns - 44, x->away ? LOOK_ATTENTION : LOOK_SECOND,
	         x->state);
	arena_reset(&a);
}

static void colleague_render(const struct screen *s, struct grid *g)
{
	struct colleague *v = s->state;
	struct rect r = panel_put(g, s->target.text ? s->target.text : _("Which colleague?"),
	                          (int)v->view.n + 1);
	struct list_window w = list_window(&v->view, r.rows);

	if (v->view.n == 0) {
		grid_put(g, r.row, r.column, r.columns, LOOK_SECOND,
		         _("Nobody else can have people yet: a coordinator makes an account."));
		grid_cursor(g, r.row, r.column);
	}
	for (size_t i = 0; i < w.shown; i++) {
		int row = r.row + (int)i;

		put_row(v, g, r, row, w.first + i);
		if (w.first + i != v->view.at)
			continue;
		grid_put(g, row, r.column, 1, LOOK_ACCENT, "▌");
		grid_cursor(g, row, r.column + 2);
	}
	list_more(g, r.row + (int)w.shown, r.column + 2, &w);
}

static enum outcome answer(struct screen *s, const struct account *x)
{
	s->answer = (struct result){ .saved = true,
		                     .id = { x ? x->id.n : 0 },
		                     .text = x ? arena_printf(&s->keep, "%s\t%s", x->login, x->name)
		                               : "" };
	return CLOSE;
}

static enum outcome colleague_take(struct screen *s, enum act act, const struct input *in)
{
	struct colleague *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_MARK_ALL && v->why == COLLEAGUE_COVERS)
		return answer(s, NULL);
	if (act != ACT_OPEN || v->view.n == 0)
		return PASS;
	if (v->view.at < SPREAD_ROWS(v))
		return answer(s, NULL);
	return answer(s, &v->staff.at[v->view.at - SPREAD_ROWS(v)].account);
}

static unsigned colleague_has(const struct screen *s)
{
	const struct colleague *v = s->state;

	return (v->view.n > 0 ? NEEDS_ROW : 0) | (SPREAD_ROWS(v) ? NEEDS_MANY : 0);
}

static const struct binding colleague_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW, "This one", "this one" },
	{ "*", ACT_MARK_ALL, NEEDS_MANY, "Spread them evenly, by what each has", "spread evenly" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops colleague_screen = {
	.name = "colleague",
	.title = "Which colleague",
	.state_size = sizeof(struct colleague),
	.bindings = colleague_bindings,
	.overlay = true,
	.load = colleague_load,
	.render = colleague_render,
	.take = colleague_take,
	.has = colleague_has,
};
