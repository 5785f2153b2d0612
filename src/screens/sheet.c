#include "desk.h"
#include "narrow.h"
#include "screens.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/sheet.h"
#include "paper/paper.h"
#include "ui/list.h"

#include <string.h>

#define SHEET_COLUMNS 78

#define LIST_COLUMNS 60 /* as it is read out */

/*
 * A sheet without a name, as it will be on paper; it can also be read out from here. id[0] service, or
 * text the numbers of several, which is a list of them.
 */
struct sheet_state {
	struct service_sheet sheet;
	struct shortlist list;
	bool several;
	struct sheet_lines {
		size_t n;
		const char **at;
	} lines;
	size_t top;
};

static enum status load_list(struct screen *s, struct sheet_state *v)
{
	struct str rest = str_of(s->target.text), one;
	struct service_id ids[MARKS_MOST];
	size_t n = 0;
	long long id;

	while (n < MARKS_MOST && str_cut(&rest, ' ', &one))
		if (str_int(one, &id))
			ids[n++].n = id;
	return casework_shortlist(screen_session(s), ids, n, &s->arena, &v->list);
}

static struct paper paper_of(const struct sheet_state *v, struct arena *a)
{
	return v->several ? shortlist_paper(&v->list, a) : sheet_paper(&v->sheet, a);
}

static enum status sheet_load(struct screen *s)
{
	struct sheet_state *v = s->state;
	struct buf page = { 0 };
	struct str rest, line;
	struct paper paper;
	enum status rc;

	v->several = s->target.id[0] == 0;
	v->lines = (struct sheet_lines){ 0 };
	rc = v->several ? load_list(s, v)
	                : casework_sheet(screen_session(s), (struct service_id){ s->target.id[0] },
	                                 &s->arena, &v->sheet);
	if (rc != OK)
		return rc;
	paper = paper_of(v, &s->arena);
	paper_lines(&paper, v->several ? LIST_COLUMNS : SHEET_COLUMNS, &page);
	rest = str_of(arena_strdup(&s->arena, buf_text(&page)));
	while (str_cut(&rest, '\n', &line))
		*ARENA_PUSH(&s->arena, &v->lines) = arena_str(&s->arena, line);
	buf_done(&page);
	return OK;
}

static void sheet_render(const struct screen *s, struct grid *g)
{
	const struct sheet_state *v = s->state;
	bool more = v->lines.n - v->top > (size_t)(g->rows - 2);
	int row = 2, end = more ? g->rows - 1 : g->rows;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD,
	         v->several ? _("List to give away") : _("Sheet to give away"));
	grid_put_right(g, 0, -1, -1, LOOK_SECOND, _("no name on it"));
	grid_rule(g, 1, GRID_MARGIN, -1);
	grid_cursor(g, 2, GRID_MARGIN);
	for (size_t i = v->top; i < v->lines.n && row < end; i++, row++)
		grid_put(g, row, GRID_MARGIN, -1, i == 0 ? LOOK_STRONG : LOOK_PLAIN,
		         v->lines.at[i]);
	if (more)
		grid_put(g, end, GRID_MARGIN, -1, LOOK_SECOND, _("more: PgDn"));
}

static void ask_where(struct screen *s, const char *question)
{
	struct prompt p = { 0 };

	prompt_ask(&p, question, NULL);
	desk_ask(s->desk, &p);
}

static bool ends_with(const char *path, const char *end)
{
	size_t n = strlen(path), m = strlen(end);

	return n > m && strcmp(path + n - m, end) == 0;
}

static enum status write_page(struct screen *s, const char *path, struct arena *a)
{
	const struct sheet_state *v = s->state;
	struct buf page = { 0 };
	struct file_put *f = NULL;
	const char *fault = "";
	struct paper paper;
	enum status rc, closed;

	paper = paper_of(v, a);
	if (ends_with(path, ".html"))
		paper_html(&paper, (struct paper_style){ .large = ends_with(path, "large.html") },
		           &page);
	else
		paper_text(&paper, &page);
	rc = file_put_open(path, FILE_KEEP_EXISTING, a, &f, &fault);
	if (rc == OK) {
		rc = file_put_write(f, buf_str(&page));
		closed = file_put_close(f, a, &fault);
		rc = rc == OK ? closed : rc;
	}
	if (rc != OK)
		desk_say(s->desk, "%s", fault);
	buf_done(&page);
	return rc;
}

static enum status given(struct screen *s)
{
	const struct sheet_state *v = s->state;
	struct session *session = screen_session(s);

	return v->several ? casework_shortlist_given(session, &v->list)
	                  : casework_sheet_given(session, &v->sheet);
}

static void sheet_came_back(struct screen *s, const struct result *r)
{
	struct arena a = { 0 };

	if (r->from || !r->saved)
		return;
	if (text_empty(r->text)) {
		desk_say(s->desk, "%s", _("Nothing was written: the page needs a name."));
	} else if (write_page(s, desk_path(s->desk, r->text, &a), &a) == OK) {
		if (given(s) != OK)
			desk_say_fault(s->desk);
		else
			desk_say(s->desk, _("Written to %s."), r->text);
	}
	arena_reset(&a);
}

static enum outcome sheet_take(struct screen *s, enum act act, const struct input *in)
{
	struct sheet_state *v = s->state;
	struct list_view view = { .n = v->lines.n, .at = v->top, .page = 10 };

	(void)in;
	if (list_take(&view, act)) {
		v->top = view.at;
		return REDRAW;
	}
	if (act != ACT_SAVE)
		return PASS;
	ask_where(s, _("Write it to (.html to print, large.html in large print, else text):"));
	return REDRAW;
}

static unsigned sheet_has(const struct screen *s)
{
	(void)s;
	return NEEDS_ROW;
}

// clang-format off
static const struct binding sheet_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, 0, "Write the sheet; it asks where", "write it" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops sheet_screen = {
	.name = "sheet",
	.title = "Sheet to give away",
	.state_size = sizeof(struct sheet_state),
	.bindings = sheet_bindings,
	.load = sheet_load,
	.render = sheet_render,
	.take = sheet_take,
	.came_back = sheet_came_back,
	.has = sheet_has,
};
