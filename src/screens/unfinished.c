#include "since.h"

#include "desk.h"

#include "base/words.h"
#include "casework/unfinished.h"
#include "ui/list.h"

/* What a colleague began and did not end, to read. Why is asked first, and on record. */
struct unfinished_state {
	struct unfinished_text text;
	struct list_view view;
	const char *reason; /* NULL: not given yet */
};

static void ask(struct screen *s)
{
	struct prompt p = { 0 };

	prompt_ask(&p, _("A colleague wrote it and has not ended it. Why do you read it?"), NULL);
	desk_ask(s->desk, &p);
}

static enum status unfinished_begin(struct screen *s)
{
	ask(s);
	return OK;
}

static void unfinished_came_back(struct screen *s, const struct result *r)
{
	struct unfinished_state *v = s->state;

	if (r->from || !r->saved)
		return;
	if (casework_read_unfinished(screen_session(s), s->target.id[0], r->text, &s->keep,
	                             &v->text) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	v->reason = arena_strdup(&s->keep, r->text);
	list_resize(&v->view, v->text.n);
}

static void put_line(const struct unfinished_line *x, struct grid *g, int row)
{
	grid_put(g, row, GRID_TEXT, 27, LOOK_PLAIN, x->label);
	grid_put(g, row, GRID_TEXT + 28, -1, x->red ? LOOK_ALARM : LOOK_STRONG, x->text);
	if (x->red)
		grid_put_right(g, row, -1, 24, LOOK_ALARM, _("! needs a person today"));
}

static void unfinished_render(const struct screen *s, struct grid *g)
{
	struct unfinished_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 4);

	if (!v->reason) {
		grid_put_lines(g, 2, GRID_TEXT, 3, g->columns - 2 * GRID_TEXT, LOOK_SECOND,
		               _("Nothing of it is shown without a reason. Enter asks again; Esc "
		                 "goes back."));
		grid_cursor(g, 2, GRID_TEXT);
		return;
	}
	grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG, v->text.head.name);
	grid_put(g, 1, GRID_MARGIN, -1, v->text.head.red > 0 ? LOOK_ALARM : LOOK_PLAIN,
	         v->text.head.what);
	grid_rule(g, 2, GRID_MARGIN, -1);
	grid_cursor(g, 3, GRID_TEXT);
	if (v->text.n == 0)
		grid_put(g, 3, GRID_TEXT, -1, LOOK_SECOND, _("Nothing was written yet."));
	for (size_t i = 0; i < w.shown; i++) {
		put_line(&v->text.at[w.first + i], g, 3 + (int)i);
		if (w.first + i == v->view.at)
			grid_select(g, 3 + (int)i);
	}
	list_more(g, 3 + (int)w.shown, GRID_TEXT, &w);
}

static enum outcome unfinished_take(struct screen *s, enum act act, const struct input *in)
{
	struct unfinished_state *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN && !v->reason) {
		ask(s);
		return REDRAW;
	}
	if (act == ACT_OPEN && v->view.n > 0) {
		desk_say(s->desk, "%s: %s", v->text.at[v->view.at].label,
		         v->text.at[v->view.at].text);
		return REDRAW;
	}
	return list_take(&v->view, act) ? REDRAW : PASS;
}

static int64_t unfinished_subject(const struct screen *s)
{
	const struct unfinished_state *v = s->state;

	return v->text.head.person.n;
}

// clang-format off
static const struct binding unfinished_bindings[] = {
	LIST_BINDINGS(0),
	{ "Enter", ACT_OPEN, 0, "The whole line; before that, the reason", "whole" },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: open it before you ring",
	  "contact" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops unfinished_screen = {
	.name = "unfinished",
	.title = "Left unfinished",
	.state_size = sizeof(struct unfinished_state),
	.bindings = unfinished_bindings,
	.begin = unfinished_begin,
	.render = unfinished_render,
	.take = unfinished_take,
	.came_back = unfinished_came_back,
	.subject = unfinished_subject,
};
