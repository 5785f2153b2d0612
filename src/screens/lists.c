#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/lists.h"
#include "ui/list.h"

#include <string.h>

/*
 * What people are asked by: lists of concerns and measures, whose they are, who is asked by which;
 * and loading one from a file, after its licence and source were shown.
 */
#define USE_COLUMN  46
#define DETAIL_ROWS 6

enum asking { ASKING_USE, ASKING_PATH, ASKING_RIGHT };

struct lists_state {
	struct list_rows rows;
	struct list_view view; /* the rows, then "a list from a file" */
	enum asking asking;
	struct str body; /* of the file that was read; in s->keep, and so is check */
	struct list_check check;
	bool checked; /* check is shown until the cursor moves */
};

static enum status lists_load(struct screen *s)
{
	struct lists_state *v = s->state;
	enum status rc = casework_lists(screen_session(s), &s->arena, &v->rows);

	if (rc == OK)
		list_resize(&v->view, v->rows.n + 1);
	return rc;
}

static const struct list_row *chosen(const struct lists_state *v)
{
	return v->view.at < v->rows.n ? &v->rows.at[v->view.at] : NULL;
}

/* ---- what stands there ---- */

static const char *use_text(const struct list_row *r)
{
	if (r->for_people && r->for_carers)
		return _("people and carers are asked");
	if (r->for_people)
		return _("people are asked");
	if (r->for_carers)
		return _("carers are asked");
	if (r->always)
		return _("with every assessment");
	return r->offered ? _("on offer") : _("retired");
}

static void put_row(const struct list_row *r, struct grid *g, int row)
{
	bool in_use = r->for_people || r->for_carers || r->always;

	grid_put(g, row, GRID_TEXT, USE_COLUMN - GRID_TEXT - 2,
	         r->offered ? LOOK_STRONG : LOOK_SECOND, r->head->title);
	grid_put(g, row, USE_COLUMN, g->columns - USE_COLUMN - 1,
	         in_use ? LOOK_ACCENT : LOOK_SECOND, use_text(r));
}

static const char *since_text(const struct list_row *r, const struct session *s, struct arena *a)
{
	const char *n = arena_printf(a,
	                             r->head->kind == LIST_CONCERNS
	                                     ? r->n == 1 ? _("%zu concern") : _("%zu concerns")
	                             : r->n == 1 ? _("%zu question")
	                                         : _("%zu questions"),
	                             r->n);
	const char *used = r->used == 0 ? _("not used yet")
	                   : r->used == 1
	                           ? _("used once")
	                           : arena_printf(a, _("used %lld times"), (long long)r->used);

	if (r->built_in)
		return arena_printf(a, _("%s · %s · came with clew · %s"), r->head->name, n, used);
	return arena_printf(a, _("%s · %s · loaded %s by %s · %s"), r->head->name, n,
	                    day_plain(r->loaded_on, s->today, a), r->loaded_by, used);
}

static void put_whose(const struct list_head *head, struct grid *g, int row, struct arena *a)
{
	row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_PLAIN,
	                      arena_printf(a, _("Licence: %s"), head->licence));
	grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_PLAIN,
	               arena_printf(a, _("Source: %s"), head->source));
}

static void put_check(const struct lists_state *v, struct grid *g, int row, struct arena *a)
{
	const struct list_faults *f = &v->check.faults;

	for (size_t i = 0; i < f->n && i + 1 < DETAIL_ROWS; i++)
		grid_put(g, row++, GRID_MARGIN, g->columns - 2, LOOK_ATTENTION,
		         list_fault_text(&f->at[i], a));
	if (f->n + f->more >= DETAIL_ROWS)
		grid_printf(g, row, GRID_MARGIN, LOOK_ATTENTION,
		            _("and %zu more: clew list check FILE tells all."),
		            f->n + f->more - DETAIL_ROWS + 1);
	if (f->n > 0)
		return;
	grid_put(g, row++, GRID_MARGIN, g->columns - 2, LOOK_STRONG, v->check.file.head->title);
	put_whose(v->check.file.head, g, row, a);
}

static void put_detail(const struct screen *s, struct grid *g, int row, struct arena *a)
{
	const struct lists_state *v = s->state;
	const struct list_row *r = chosen(v);

	grid_rule(g, row++, GRID_MARGIN, -1);
	if (v->checked) {
		put_check(v, g, row, a);
	} else if (r) {
		grid_put(g, row++, GRID_MARGIN, g->columns - 2, LOOK_SECOND,
		         since_text(r, screen_session(s), a));
		put_whose(r->head, g, row, a);
	} else {
		grid_put_lines(
			g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_SECOND,
			_("A list that the service has the right to use, typed as clew-list(5) "
		          "says. It is read and checked first; nothing is kept when it has a "
		          "fault."));
	}
}

static void lists_render(const struct screen *s, struct grid *g)
{
	struct lists_state *v = s->state;
	struct arena a = { 0 };
	struct list_window w = list_window(&v->view, g->rows - DETAIL_ROWS - 3);
	int row = 2;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_PLAIN, _("What people are asked by"));
	for (size_t i = w.first; i < w.first + w.shown; i++, row++) {
		if (i < v->rows.n)
			put_row(&v->rows.at[i], g, row);
		else
			grid_put(g, row, GRID_TEXT, -1, LOOK_STRONG, _("Load one from a file"));
		if (i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	put_detail(s, g, 2 + w.rows + 1, &a);
	arena_reset(&a);
}

/* ---- what is done ---- */

static void ask(struct screen *s, enum asking what, const char *question, const char *keys)
{
	struct lists_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = what;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static enum outcome open_row(struct screen *s)
{
	struct lists_state *v = s->state;
	const struct list_row *r = chosen(v);
	struct arena *a = &s->keep;

	if (!session_may(screen_session(s), OP_LOAD_LIST))
		desk_say(s->desk, _("A coordinator settles this. It can be read here."));
	else if (!r)
		ask(s, ASKING_PATH, _("Which file? Its name, with the folder:"), NULL);
	else if (r->head->kind == LIST_CONCERNS)
		ask(s, ASKING_USE,
		    arena_printf(a, _("%s: 1 for people  2 for carers  3 %s"), r->head->name,
		                 r->offered ? _("retire") : _("offer again")),
		    "123");
	else {
		ask(s, ASKING_USE,
		    arena_printf(a, _("%s: 1 %s  3 %s"), r->head->name,
		                 r->always ? _("not with every assessment")
		                           : _("with every assessment"),
		                 r->offered ? _("retire") : _("offer again")),
		    "13");
	}
	return REDRAW;
}

static enum outcome lists_take(struct screen *s, enum act act, const struct input *in)
{
	struct lists_state *v = s->state;

	(void)in;
	if (list_take(&v->view, act)) {
		v->checked = false;
		return REDRAW;
	}
	return act == ACT_OPEN ? open_row(s) : PASS;
}

static void use(struct screen *s, char key)
{
	struct lists_state *v = s->state;
	const struct list_row *r = chosen(v);
	const char *said = "";
	enum status rc;

	if (!r)
		return;
	if (key == '3') {
		rc = casework_offer_list(screen_session(s), r->head->name, !r->offered);
		said = r->offered ? _("Retired. What was answered by it stays.")
		                  : _("On offer again.");
	} else {
		enum list_use how = r->head->kind == LIST_MEASURE ? LIST_USE_ALWAYS
		                    : key == '1'                  ? LIST_USE_PEOPLE
		                                                  : LIST_USE_CARERS;

		rc = casework_use_list(screen_session(s), r->head->name, how, &s->keep, &said);
		if (rc == OK)
			said = arena_printf(&s->keep, _("From now on %s."), said);
	}
	if (rc == OK)
		desk_say(s->desk, "%s", said);
	else
		desk_say_fault(s->desk);
}

static void read_file(struct screen *s, const char *typed)
{
	struct lists_state *v = s->state;
	const char *fault = "";

	if (list_file_bytes(desk_path(s->desk, typed, &s->keep), &s->keep, &v->body, &fault) !=
	    OK) {
		desk_say(s->desk, "%s", fault);
	} else if (casework_check_list(screen_session(s), v->body, &s->keep, &v->check) != OK) {
		desk_say_fault(s->desk);
	} else if (v->check.faults.n > 0) {
		v->checked = true;
		desk_say(s->desk, _("%zu to mend in the file. Nothing was loaded."),
		         v->check.faults.n + v->check.faults.more);
	} else if (*v->check.refusal) {
		desk_say(s->desk, "%s", v->check.refusal);
	} else {
		v->checked = true;
		ask(s, ASKING_RIGHT, _("Has the service the right to use it, as its licence says?"),
		    "yn");
	}
}

static void take_right(struct screen *s, bool right)
{
	struct lists_state *v = s->state;
	const char *name;

	v->checked = false;
	if (!right)
		desk_say(s->desk, "%s", _("Not loaded."));
	else if (casework_load_list(screen_session(s), v->body, true, &s->keep, &name) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Loaded: %s. Enter on it says who is asked by it."), name);
}

static void lists_came_back(struct screen *s, const struct result *r)
{
	struct lists_state *v = s->state;

	if (r->from)
		return;
	switch (v->asking) {
	case ASKING_USE:
		if (r->saved)
			use(s, (char)r->id[0]);
		break;
	case ASKING_PATH:
		if (r->saved && !text_empty(r->text))
			read_file(s, r->text);
		break;
	case ASKING_RIGHT:
		take_right(s, r->saved && r->id[0] == 'y');
		break;
	}
	desk_reload(s->desk);
}

static const struct binding lists_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Who is asked by it; retire it; load one", "settle it" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops lists_screen = {
	.name = "lists",
	.title = "What people are asked by",
	.state_size = sizeof(struct lists_state),
	.bindings = lists_bindings,
	.load = lists_load,
	.render = lists_render,
	.take = lists_take,
	.came_back = lists_came_back,
};
