#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/buf.h"
#include "base/words.h"
#include "model/case_filter.h"

/*
 * x on a list: what it shows, as a file; or a paper about who is chosen in it. One digit, then who gets
 * it, what for and where to; what it will hold is said beside the digit. id[0] who is chosen, then view,
 * order and worker of the list; text what was typed into it.
 */
struct hand_out_state {
	struct menu menu;
	struct menu_item ways[3];
};

#define WAY_PAPER 1
#define WHO       "who="

struct visit visit_hand_out_list(const struct list_query *q, const struct chosen_one *one,
                                 struct arena *a)
{
	struct buf text = { 0 };
	struct visit v = { .where = &hand_out_screen,
		           .id = { one->person.n, q->view, q->order, q->worker.n } };

	buf_puts(&text, q->find);
	if (q->filter)
		buf_printf(&text, "\n%s", case_filter_write(q->filter, a));
	if (q->only_n > 0)
		buf_puts(&text, "\nonly=");
	for (size_t i = 0; i < q->only_n; i++)
		buf_printf(&text, "%lld ", (long long)q->only[i].n);
	if (one->person.n != 0)
		buf_printf(&text, "\n" WHO "%s", one->name);
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
		else if (!str_starts(line, WHO))
			body = arena_printf(a, "%s%s\n", body, arena_str(a, line));
	}
	if (!*body)
		return;
	filter = ARENA_NEW(a, struct case_filter);
	case_filter_read(body, a, filter, &fault);
	ret->filter = filter;
}

/* Who is chosen, as the list has them. */
static const char *who(struct screen *s)
{
	struct str rest = str_of(s->target.text ? s->target.text : ""), line;

	while (str_cut(&rest, '\n', &line))
		if (str_starts(line, WHO))
			return arena_str(&s->keep, (struct str){ line.at + sizeof(WHO) - 1,
			                                         line.n - (sizeof(WHO) - 1) });
	return _("who is chosen");
}

static enum status hand_out_begin(struct screen *s)
{
	struct hand_out_state *v = s->state;

	v->ways[0] = (struct menu_item){ _("a file for a spreadsheet (CSV)"),
		                         _("names, numbers; asks who gets it"), NULL };
	if (s->target.id[0] != 0)
		v->ways[WAY_PAPER] =
			(struct menu_item){ arena_printf(&s->keep, _("a paper about %s"), who(s)),
			                    _("plan, letter, questions"), NULL };
	menu_ask(&v->menu, _("Hand out what the list shows"), v->ways);
	return OK;
}

static void hand_out_render(const struct screen *s, struct grid *g)
{
	const struct hand_out_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome hand_out_chosen(struct screen *s)
{
	const struct hand_out_state *v = s->state;

	if (v->menu.at == WAY_PAPER) {
		s->go = visit_person(&papers_screen, (struct person_id){ s->target.id[0] });
		return REPLACE;
	}
	s->go = s->target;
	s->go.where = &export_form_screen;
	return OPEN;
}

static enum outcome hand_out_take(struct screen *s, enum act act, const struct input *in)
{
	struct hand_out_state *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, hand_out_chosen);
}

static void hand_out_came_back(struct screen *s, const struct result *r)
{
	if (r->from != &export_form_screen || !r->saved)
		return;
	s->answer = (struct result){ .saved = true };
	desk_close(s->desk);
}

static int64_t hand_out_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct binding hand_out_bindings[] = {
	{ "1", ACT_NONE, 0, "A file for a spreadsheet", "a file" },
	{ "2", ACT_NONE, NEEDS_PERSON, "A paper about who is chosen: plan, letter, questions",
	  "a paper" },
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
	.subject = hand_out_subject,
};
