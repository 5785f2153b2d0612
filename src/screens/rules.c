#include "desk.h"
#include "screens.h"

#include "base/table.h"
#include "base/words.h"
#include "casework/lists.h"
#include "casework/rules.h"
#include "ui/list.h"

#include <string.h>

/*
 * The rules that hold here: whose they are, what they say, and the service's own in place of clew's,
 * from a file. Below stands the file as it holds, or what is wrong with the one that was read.
 */
#define WHOSE_COLUMN 46
#define FAULT_ROWS   10
#define CELL_MOST    24 /* columns of a cell of the file */

enum asking { ASKING_WHAT, ASKING_PATH, ASKING_BACK };

struct rules_state {
	struct rule_rows rows;
	struct list_view view;
	enum asking asking;
	size_t top;                /* of the file below: the first line shown */
	struct rule_faults faults; /* of the file that was read; in s->keep */
};

static enum status rules_load(struct screen *s)
{
	struct rules_state *v = s->state;
	enum status rc = casework_rules(screen_session(s), &s->arena, &v->rows);

	if (rc == OK)
		list_resize(&v->view, v->rows.n);
	return rc;
}

static const struct rule_row *chosen(const struct rules_state *v)
{
	return v->view.at < v->rows.n ? &v->rows.at[v->view.at] : NULL;
}

/* ---- what stands there ---- */

static void put_row(const struct rule_row *r, const struct session *s, struct grid *g, int row)
{
	struct arena a = { 0 };
	const char *whose = _("clew's own");

	if (r->strange)
		whose = _("yours cannot be read: clew's hold");
	else if (r->loaded)
		whose = arena_printf(&a, _("yours, %s by %s"),
		                     day_plain(r->loaded_on, s->today, &a), r->loaded_by);
	grid_put(g, row, GRID_TEXT, WHOSE_COLUMN - GRID_TEXT - 2, LOOK_STRONG,
	         words_label(&rule_files, (int)r->file));
	grid_put(g, row, WHOSE_COLUMN, g->columns - WHOSE_COLUMN - 1,
	         r->strange  ? LOOK_ATTENTION
	         : r->loaded ? LOOK_ACCENT
	                     : LOOK_SECOND,
	         whose);
	arena_reset(&a);
}

static void put_faults(const struct rules_state *v, struct grid *g, int row)
{
	struct arena a = { 0 };
	size_t n = v->faults.n + v->faults.more, shown = 0;

	for (; shown < v->faults.n && shown < FAULT_ROWS && row < g->rows - 1; shown++)
		grid_put(g, row++, GRID_MARGIN, g->columns - 2, LOOK_ATTENTION,
		         rule_fault_text(&v->faults.at[shown], &a));
	if (n > shown)
		grid_printf(g, row, GRID_MARGIN, LOOK_ATTENTION,
		            _("and %zu more: clew rules check FILE tells all."), n - shown);
	arena_reset(&a);
}

/* As wide as the widest cell of the column, within reason; the last takes what is left. */
static void widths_of(struct str body, int *widths)
{
	struct str line, cell;

	memset(widths, 0, TABLE_COLUMNS * sizeof(*widths));
	while (str_cut(&body, '\n', &line)) {
		if (line.n == 0 || line.at[0] == '#')
			continue;
		for (size_t i = 0; i < TABLE_COLUMNS && str_cut(&line, '\t', &cell); i++)
			if ((int)cell.n > widths[i])
				widths[i] = cell.n > CELL_MOST ? CELL_MOST : (int)cell.n;
	}
}

static void put_cells(struct grid *g, int row, const int *widths, struct str line)
{
	int column = GRID_MARGIN;
	struct str cell;

	for (size_t i = 0; i < TABLE_COLUMNS && str_cut(&line, '\t', &cell); i++) {
		bool last = !line.at;
		int room = g->columns - 1 - column;

		grid_put_str(g, row, column, last || widths[i] > room ? room : widths[i],
		             i == 0 ? LOOK_STRONG : LOOK_PLAIN, cell);
		column += widths[i] + 2;
		if (column >= g->columns - 1)
			break;
	}
}

/* The file as it holds, from line top on; what explains it stands at its head. */
static void put_file(const struct rules_state *v, const struct rule_row *r, struct grid *g, int row)
{
	struct str rest = r->body, line;
	struct arena a = { 0 };
	int widths[TABLE_COLUMNS];
	size_t n = 0;

	widths_of(r->body, widths);
	while (row < g->rows - 1 && str_cut(&rest, '\n', &line)) {
		if (n++ < v->top)
			continue;
		if (line.n > 0 && line.at[0] == '#')
			row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_SECOND,
			                      arena_str(&a, line));
		else
			put_cells(g, row++, widths, line);
	}
	if (rest.at && rest.n > 0)
		grid_put(g, g->rows - 1, GRID_TEXT, -1, LOOK_SECOND, _("more: PgDn"));
	arena_reset(&a);
}

static void rules_render(const struct screen *s, struct grid *g)
{
	const struct rules_state *v = s->state;
	const struct rule_row *r = chosen(v);
	int row = 2;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_PLAIN, _("The rules that hold here"));
	for (size_t i = 0; i < v->rows.n; i++, row++) {
		put_row(&v->rows.at[i], screen_session(s), g, row);
		if (i == v->view.at)
			grid_select(g, row);
	}
	grid_rule(g, ++row, GRID_MARGIN, -1);
	row++;
	if (v->faults.n > 0)
		put_faults(v, g, row);
	else if (r)
		put_file(v, r, g, row);
}

/* ---- what is done ---- */

static void ask(struct screen *s, enum asking what, const char *question, const char *keys)
{
	struct rules_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = what;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static enum outcome open_row(struct screen *s)
{
	const struct rule_row *r = chosen(s->state);

	if (!session_may(screen_session(s), OP_LOAD_RULES))
		desk_say(s->desk, _("A coordinator settles this. It can be read here."));
	else if (r && r->loaded)
		ask(s, ASKING_WHAT, _("1 others from a file  2 clew's own again"), "12");
	else
		ask(s, ASKING_PATH, _("Which file? Its name, with the folder:"), NULL);
	return REDRAW;
}

/* PgUp and PgDn go through the file; the rows above are four and need no pages. */
static void turn(struct rules_state *v, bool back)
{
	const size_t page = 10;
	const struct rule_row *r = chosen(v);
	size_t lines = 0;

	for (size_t i = 0; r && i < r->body.n; i++)
		lines += r->body.at[i] == '\n';
	if (back)
		v->top = v->top > page ? v->top - page : 0;
	else if (v->top + page < lines)
		v->top += page;
}

static enum outcome rules_take(struct screen *s, enum act act, const struct input *in)
{
	struct rules_state *v = s->state;

	(void)in;
	if (act == ACT_PAGE_UP || act == ACT_PAGE_DOWN) {
		turn(v, act == ACT_PAGE_UP);
		return REDRAW;
	}
	if (list_take(&v->view, act)) {
		v->faults = (struct rule_faults){ 0 };
		v->top = 0;
		return REDRAW;
	}
	return act == ACT_OPEN ? open_row(s) : PASS;
}

static void load_file(struct screen *s, const char *typed)
{
	struct rules_state *v = s->state;
	struct session *session = screen_session(s);
	enum rule_file file = RULE_FILE_NONE;
	const char *fault = "";
	struct str body;

	v->faults = (struct rule_faults){ 0 };
	if (list_file_bytes(desk_path(s->desk, typed, &s->keep), &s->keep, &body, &fault) != OK)
		desk_say(s->desk, "%s", fault);
	else if (casework_load_rules(session, body, &s->keep, &v->faults, &file) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Loaded: %s. They hold from now on; u takes them back."),
		         words_label(&rule_files, (int)file));
}

static void drop(struct screen *s)
{
	const struct rule_row *r = chosen(s->state);

	if (!r)
		return;
	if (casework_drop_rules(screen_session(s), r->file) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("clew's own hold again: %s. u brings yours back."),
		         words_label(&rule_files, (int)r->file));
}

static void rules_came_back(struct screen *s, const struct result *r)
{
	struct rules_state *v = s->state;

	if (r->from || !r->saved)
		return;
	switch (v->asking) {
	case ASKING_WHAT:
		if (r->id[0] == '1')
			ask(s, ASKING_PATH, _("Which file? Its name, with the folder:"), NULL);
		else
			ask(s, ASKING_BACK, _("Take yours away, so that clew's own hold again?"),
			    "yn");
		break;
	case ASKING_PATH:
		if (!text_empty(r->text))
			load_file(s, r->text);
		break;
	case ASKING_BACK:
		if (r->id[0] == 'y')
			drop(s);
		break;
	}
	desk_reload(s->desk);
}

static const struct binding rules_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Load others from a file, or have clew's own again", "settle it" },
	{ "PgDn", ACT_PAGE_DOWN, 0, "Further down in the file", "read on" },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "Further up in the file", NULL },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "k", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "j", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops rules_screen = {
	.name = "rules",
	.title = "The rules that hold here",
	.state_size = sizeof(struct rules_state),
	.bindings = rules_bindings,
	.load = rules_load,
	.render = rules_render,
	.take = rules_take,
	.came_back = rules_came_back,
};
