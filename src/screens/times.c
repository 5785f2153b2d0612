#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/times.h"
#include "ui/list.h"

/*
 * Somebody's times with us, and what comes next, a digit each. id[0]: the person. A step that does not
 * apply says why, beside its digit and when it is pressed.
 */
struct times_state {
	struct times times;
	struct list_view view;
};

#define STEP_ROWS   10 /* head and steps */
#define SHORT       20 /* rows below which steps that do not apply are left out */
#define TIMES_SHOWN 4  /* rows of the list where there is little room */

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static const struct time_row *chosen(const struct times_state *v)
{
	return v->view.at < v->times.n ? &v->times.at[v->view.at] : NULL;
}

static enum status times_load(struct screen *s)
{
	struct times_state *v = s->state;
	enum status rc = casework_times(screen_session(s), person_of(s), &s->arena, &v->times);

	if (rc == OK)
		list_resize(&v->view, v->times.n);
	return rc;
}

/* ---- showing ---- */

static void put_time(const struct times_state *v, struct grid *g, int row, size_t i, day today)
{
	const struct time_row *t = &v->times.at[i];
	struct arena a = { 0 };
	int more = g->columns > 80 ? (g->columns - 80) / 2 : 0;

	grid_put(g, row, GRID_TEXT, 11, LOOK_STRONG, day_plain(t->referral.received_on, today, &a));
	grid_put(g, row, 15, 31, t->open ? LOOK_PLAIN : LOOK_SECOND, t->state);
	grid_put(g, row, 47, g->columns > 66 ? 18 + more : -1, LOOK_SECOND, t->from);
	if (g->columns > 66 + more)
		grid_put(g, row, 66 + more, -1, LOOK_SECOND,
		         text_empty(t->worker) ? _("nobody yet") : t->worker);
	if (i == v->view.at)
		grid_select(g, row);
	arena_reset(&a);
}

static int put_line(struct grid *g, int row, const char *head, const char *text)
{
	if (text_empty(text))
		return row;
	grid_put(g, row, GRID_TEXT, 11, LOOK_SECOND, head);
	return row + grid_put_lines(g, row, 15, 2, g->columns - 16, LOOK_PLAIN, text);
}

/* What is known of the chosen one besides. */
static int put_more(const struct time_row *t, struct grid *g, int row, day today)
{
	const struct referral *r = &t->referral;
	struct arena a = { 0 };
	int from = row;

	if (g->rows >= 30 || !text_empty(r->reason))
		row = put_line(g, row, _("For what"), r->reason);
	if (t->open && r->first_contact_on == DAY_NONE)
		row = put_line(g, row, _("Speak by"), day_short(r->first_contact_by, today, &a));
	row = put_line(g, row, _("Answer to"), t->tell);
	row = put_line(g, row, t->open ? _("Said") : _("Because"), r->state_reason);
	arena_reset(&a);
	return row > from ? row + 1 : row;
}

static bool step_stands(const struct times_state *v, const struct grid *g, enum time_step step)
{
	if (v->times.n == 0)
		return step == STEP_AGAIN;
	return g->rows >= SHORT || !times_step_off(&v->times, chosen(v), step);
}

static int step_rows(const struct times_state *v, const struct grid *g)
{
	int rows = 1;

	if (g->rows >= SHORT)
		return STEP_ROWS;
	for (size_t i = 0; i < time_steps.n; i++)
		if (step_stands(v, g, (enum time_step)time_steps.at[i].value))
			rows++;
	return rows;
}

/* Rows for the times: one at least, with what tells that there are more. */
static int list_rows(const struct times_state *v, const struct grid *g, int row)
{
	int rest = g->rows - row - step_rows(v, g);

	if (g->rows >= 30)
		return 12;
	return rest < 2 ? 2 : rest < TIMES_SHOWN ? rest : TIMES_SHOWN;
}

static int put_list(const struct screen *s, struct times_state *v, struct grid *g, int row)
{
	day today = screen_session(s)->today;
	struct list_window w = list_window(&v->view, list_rows(v, g, row));
	struct grid room = *g;

	if (v->times.n == 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nobody has referred them yet. 9 takes a referral in."));
		grid_cursor(g, row, GRID_TEXT);
		return row + 2;
	}
	for (size_t i = 0; i < w.shown; i++)
		put_time(v, g, row++, w.first + i, today);
	if (w.above + w.below > 0)
		list_more(g, row++, GRID_TEXT, &w);
	room.rows = g->rows - step_rows(v, g); /* what is known besides gives way to the steps */
	return put_more(chosen(v), &room, row, today);
}

static void put_steps(const struct times_state *v, struct grid *g, int row)
{
	if (row > g->rows - step_rows(v, g))
		row = g->rows - step_rows(v, g);
	grid_head(g, row++, _("WHAT COMES NEXT"), NULL);
	for (size_t i = 0; i < time_steps.n; i++) {
		const struct word *w = &time_steps.at[i];
		const char *off = times_step_off(&v->times, chosen(v), (enum time_step)w->value);
		int column;

		if (!step_stands(v, g, (enum time_step)w->value))
			continue;
		column = grid_printf(g, row, GRID_TEXT, off ? LOOK_SECOND : LOOK_STRONG, "%zu",
		                     i + 1);

		column = grid_put(g, row, column + 2, -1, off ? LOOK_SECOND : LOOK_PLAIN, w->label);
		if (off)
			grid_printf(g, row, column, LOOK_SECOND, ": %s", off);
		row++;
	}
}

static void times_render(const struct screen *s, struct grid *g)
{
	struct times_state *v = s->state;
	int row = strip_put(g, _("Time with us"), &v->times.strip, NULL);

	grid_rule(g, row++, 1, -1);
	row = put_list(s, v, g, row);
	put_steps(v, g, row);
}

/* ---- keys ---- */

static enum outcome step(struct screen *s, struct times_state *v, char32_t digit)
{
	enum time_step step = (enum time_step)(digit - '0');
	const struct time_row *row = chosen(v);
	const char *off = times_step_off(&v->times, row, step);

	if (off) {
		desk_say(s->desk, "%s, %s: %s.", v->times.strip.short_name,
		         words_label(&time_steps, (int)step), off);
		return REDRAW;
	}
	if (step == STEP_AGAIN || !row)
		s->go = visit_person(&referral_screen, person_of(s));
	else if (step == STEP_UNREACHED)
		s->go = visit_person(&unreached_screen, person_of(s));
	else
		s->go = (struct visit){
			.where = &time_step_screen,
			.id = { person_of(s).n, row->referral.id.n, step },
		};
	return OPEN;
}

static enum outcome times_take(struct screen *s, enum act act, const struct input *in)
{
	struct times_state *v = s->state;

	if (act == ACT_DIGIT && in->ch >= '1' && in->ch <= '9')
		return step(s, v, in->ch);
	return list_take(&v->view, act) ? REDRAW : PASS;
}

static void times_came_back(struct screen *s, const struct result *r)
{
	if (r->saved)
		desk_reload(s->desk);
}

static int64_t times_subject(const struct screen *s)
{
	return s->target.id[0];
}

static unsigned times_has(const struct screen *s)
{
	const struct times_state *v = s->state;

	return v->times.n > 0 ? NEEDS_ROW : 0;
}

static const struct binding times_bindings[] = {
	{ "1-9", ACT_DIGIT, NEEDS_WRITE, "What comes next: take on, hold, close, open again …",
	  "what comes next" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops times_screen = {
	.name = "times",
	.title = "Time with us",
	.state_size = sizeof(struct times_state),
	.bindings = times_bindings,
	.load = times_load,
	.render = times_render,
	.take = times_take,
	.came_back = times_came_back,
	.subject = times_subject,
	.has = times_has,
};
