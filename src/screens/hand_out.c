#include "desk.h"
#include "screens.h"

#include "base/buf.h"
#include "base/words.h"
#include "model/case_filter.h"

/*
 * x on a list: what it shows, as a file. One digit, then who gets it, what for and where to; what it
 * will hold is said beside the digit. id[0] 0, then view, order and worker
 * of the list; text what was typed into it.
 */
struct hand_out_state {
	struct menu menu;
};

static const struct menu_item ways[] = {
	{ "a file for a spreadsheet (CSV)", "names, numbers; asks who gets it", NULL },
	{ 0 },
};

struct visit visit_hand_out_list(const struct list_query *q, struct arena *a)
{
	struct buf text = { 0 };
	struct visit v = { .where = &hand_out_screen, .id = { 0, q->view, q->order, q->worker.n } };

	buf_puts(&text, q->find);
	if (q->filter)
		buf_printf(&text, "\n%s", case_filter_write(q->filter, a));
	if (q->only_n > 0)
		buf_puts(&text, "\nonly=");
	for (size_t i = 0; i < q->only_n; i++)
		buf_printf(&text, "%lld ", (long long)q->only[i].n);
	v.text = arena_str(a, buf_str(&text));
	buf_done(&text);
	return v;
}

/* Who was marked: numbers, in their order. */
static void take_only(struct str numbers, struct arena *a, struct list_query *ret)
{
	struct {
		size_t n;
		struct person_id *at;
	} list = { 0 };
	struct str one;
	long long id;

	while (str_cut(&numbers, ' ', &one))
		if (str_int(one, &id))
			*ARENA_PUSH(a, &list) = (struct person_id){ id };
	ret->only = list.at;
	ret->only_n = list.n;
}

void hand_out_query(const struct visit *v, struct arena *a, struct list_query *ret)
{
	struct str rest = str_of(v->text ? v->text : ""), line;
	struct case_filter *filter = NULL;
	const char *body = "", *fault;

	*ret = (struct list_query){ .view = (enum case_view)v->id[1],
		                    .order = (enum case_order)v->id[2],
		                    .worker = { v->id[3] },
		                    .find = "" };
	if (str_cut(&rest, '\n', &line))
		ret->find = arena_str(a, line);
	while (str_cut(&rest, '\n', &line)) {
		if (str_starts(line, "only="))
			take_only((struct str){ line.at + 5, line.n - 5 }, a, ret);
		else
			body = arena_printf(a, "%s%s\n", body, arena_str(a, line));
	}
	if (!*body)
		return;
	filter = ARENA_NEW(a, struct case_filter);
	case_filter_read(body, a, filter, &fault);
	ret->filter = filter;
}

static enum status hand_out_begin(struct screen *s)
{
	struct hand_out_state *v = s->state;

	menu_ask(&v->menu, _("Hand out what the list shows"), ways);
	return OK;
}

static void hand_out_render(const struct screen *s, struct grid *g)
{
	const struct hand_out_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome hand_out_take(struct screen *s, enum act act, const struct input *in)
{
	struct hand_out_state *v = s->state;

	(void)act;
	switch (menu_take(&v->menu, in)) {
	case MENU_STAY:
		return PASS;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		s->go = s->target;
		s->go.where = &export_form_screen;
		return OPEN;
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}

static void hand_out_came_back(struct screen *s, const struct result *r)
{
	if (r->from != &export_form_screen || !r->saved)
		return;
	s->answer = (struct result){ .saved = true };
	desk_close(s->desk);
}

static const struct binding hand_out_bindings[] = {
	{ "1", ACT_NONE, 0, "A file for a spreadsheet", "a file" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops hand_out_screen = {
	.name = "hand-out",
	.title = "Hand out",
	.state_size = sizeof(struct hand_out_state),
	.bindings = hand_out_bindings,
	.overlay = true,
	.begin = hand_out_begin,
	.render = hand_out_render,
	.take = hand_out_take,
	.came_back = hand_out_came_back,
};
