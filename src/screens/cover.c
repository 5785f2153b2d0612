#include "desk.h"
#include "whose.h"

#include "base/words.h"
#include "casework/cover.h"
#include "model/when.h"
#include "ui/list.h"

/* Who is away, who covers, and how much each has. target.id[0]: on whom the cursor begins. */
struct cover_state {
	struct staff staff;
	struct list_view view;
	int64_t was;
	enum asking { ASKING_NOTHING, ASKING_FROM, ASKING_BACK } asking;
	struct account_id away, by;
};

#define LOAD_COLUMN  23
#define STATE_COLUMN 41

static const struct staff_row *chosen(const struct cover_state *v)
{
	return v->view.at < v->staff.n ? &v->staff.at[v->view.at] : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return ((const struct staff_row *)rows)[i].account.id.n;
}

static enum status cover_begin(struct screen *s)
{
	struct cover_state *v = s->state;
	struct session *session = screen_session(s);

	v->was = s->target.id[0] ? s->target.id[0] : session->account.id.n;
	return OK;
}

static enum status cover_load(struct screen *s)
{
	struct cover_state *v = s->state;
	enum status rc = casework_staff(screen_session(s), &s->arena, &v->staff);

	if (rc != OK)
		return rc;
	list_reload(&v->view, v->staff.n, row_id, v->staff.at, v->was);
	for (size_t i = 0; i < v->staff.n; i++)
		if (v->staff.at[i].account.id.n == v->was)
			v->view.at = i;
	return OK;
}

static void put_row(const struct staff_row *x, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_put(g, row, GRID_TEXT, LOAD_COLUMN - GRID_TEXT - 1, LOOK_STRONG, x->account.name);
	grid_put(g, row, LOAD_COLUMN, STATE_COLUMN - LOAD_COLUMN - 1, LOOK_PLAIN,
	         arena_printf(&a, x->cases == 1 ? _("%zu person") : _("%zu people"), x->cases));
	if (x->covered > 0)
		grid_put(g, row, LOAD_COLUMN + 11, STATE_COLUMN - LOAD_COLUMN - 12, LOOK_ATTENTION,
		         arena_printf(&a, _("+ %zu"), x->covered));
	grid_put(g, row, STATE_COLUMN, -1, x->away ? LOOK_ATTENTION : LOOK_PLAIN, x->state);
	arena_reset(&a);
}

static void cover_render(const struct screen *s, struct grid *g)
{
	struct cover_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 5);
	int row = 2;

	grid_head(g, 0, _("WHO IS AWAY, AND WHO COVERS"), NULL);
	grid_put(g, 1, GRID_TEXT, -1, LOOK_SECOND,
	         _("Whoever covers has the rows of who is away on their own Today."));
	if (v->staff.n == 0) {
		grid_put(g, 3, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nobody can have people yet: a coordinator makes an account."));
		grid_cursor(g, 3, GRID_TEXT);
	}
	for (size_t i = 0; i < w.shown; i++) {
		put_row(&v->staff.at[w.first + i], g, ++row);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row + 1, GRID_TEXT, &w);
}

/* ---- acts ---- */

static void ask(struct screen *s, enum asking asking, const char *question, const char *keys)
{
	struct cover_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = asking;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static void ask_from(struct screen *s)
{
	const struct cover_state *v = s->state;
	const char *name = "";

	for (size_t i = 0; i < v->staff.n; i++)
		if (v->staff.at[i].account.id.n == v->away.n)
			name = v->staff.at[i].account.name;
	ask(s, ASKING_FROM, arena_printf(&s->keep, _("%s is away from when? (Enter: today)"), name),
	    NULL);
}

static enum outcome open_row(struct screen *s, struct cover_state *v)
{
	const struct staff_row *x = chosen(v);

	v->was = x->account.id.n;
	v->away = x->account.id;
	if (x->away) {
		ask(s, ASKING_BACK,
		    arena_printf(&s->keep, _("%s, %s: back?"), x->account.name, x->state), "yn");
		return REDRAW;
	}
	s->go = visit_colleague(
		COLLEAGUE_COVERS, x->account.id,
		arena_printf(&s->keep, _("%s is away. Who covers?"), x->account.name));
	return OPEN;
}

static void say_saved(struct screen *s, enum status rc, const char *said)
{
	if (rc != OK) {
		desk_say_fault(s->desk);
		return;
	}
	desk_say(s->desk, "%s", said);
	desk_reload(s->desk);
}

static void start(struct screen *s, struct cover_state *v, const char *text)
{
	struct session *session = screen_session(s);
	struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct new_cover what = { v->away, v->by, session->today };
	struct when when;
	const char *fault = "", *said = "";
	enum status rc;

	if (!text_empty(text)) {
		if (when_parse(text, &from, &s->keep, &when, &fault) != OK) {
			desk_say(s->desk, "%s", fault);
			ask_from(s);
			return;
		}
		what.from = when.on;
	}
	rc = casework_start_cover(session, &what, &s->keep, &said);
	say_saved(s, rc, said);
}

static void cover_came_back(struct screen *s, const struct result *r)
{
	struct cover_state *v = s->state;
	enum asking asked = v->asking;
	const char *said = "";
	enum status rc;

	v->asking = ASKING_NOTHING;
	if (!r->saved)
		return;
	if (r->from == &colleague_screen) {
		v->by.n = r->id[0];
		ask_from(s);
	} else if (!r->from && asked == ASKING_FROM) {
		start(s, v, r->text);
	} else if (!r->from && asked == ASKING_BACK && r->id[0] == 'y') {
		rc = casework_end_cover(screen_session(s), v->away, &s->keep, &said);
		say_saved(s, rc, said);
	}
}

static enum outcome cover_take(struct screen *s, enum act act, const struct input *in)
{
	struct cover_state *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act)) {
		v->was = chosen(v) ? chosen(v)->account.id.n : 0;
		return REDRAW;
	}
	return act == ACT_OPEN && chosen(v) ? open_row(s, v) : PASS;
}

static unsigned cover_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW : 0;
}

// clang-format off
static const struct binding cover_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW | NEEDS_WRITE, "Is away, and somebody covers; or is back (asks first)", "away or back" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops cover_screen = {
	.name = "cover",
	.title = "Cover",
	.state_size = sizeof(struct cover_state),
	.bindings = cover_bindings,
	.begin = cover_begin,
	.load = cover_load,
	.render = cover_render,
	.take = cover_take,
	.came_back = cover_came_back,
	.has = cover_has,
};
