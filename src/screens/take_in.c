#include "desk.h"
#include "desk_progress.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/import_services.h"
#include "ui/list.h"

/*
 * A directory that others give away, taken in: it is tried first, and what there is to say of it stands
 * here before anything is. Trying is the same run, taken back. What was changed here stays.
 */
#define HEAD_ROWS   5
#define DETAIL_ROWS 4
#define WHERE_ROOM  30 /* of the line and the file */
#define LINE_ROOM   7

enum take_in_row { ROW_PATH, ROW_FEED, ROW_REJECTS, ROW_PROBLEM };

struct take_in {
	struct list_view view; /* "which folder", then what there is to say */
	/* In s->keep, "" none yet: what is taken in, what it is called here, where refused rows go. */
	const char *path, *feed, *rejects;
	enum take_in_row asked;
	struct import_report report;
	bool tried;
};

static enum status take_in_begin(struct screen *s)
{
	struct take_in *v = s->state;

	v->path = v->feed = v->rejects = "";
	list_resize(&v->view, 1);
	return casework_may(screen_session(s), OP_IMPORT_SERVICES);
}

/* Rows in front of what there is to say. */
static size_t heads_n(const struct take_in *v)
{
	size_t n = 1;

	if (v->tried && v->report.feed)
		n++;
	if (v->tried && v->report.n_refused > 0)
		n++;
	return n;
}

static enum take_in_row row_of(const struct take_in *v, size_t i)
{
	if (i == 0)
		return ROW_PATH;
	if (i >= heads_n(v))
		return ROW_PROBLEM;
	return i == 1 && v->report.feed ? ROW_FEED : ROW_REJECTS;
}

static const struct import_problem *chosen(const struct take_in *v)
{
	return row_of(v, v->view.at) == ROW_PROBLEM
	               ? &v->report.problems.at[v->view.at - heads_n(v)]
	               : NULL;
}

/* ---- what stands there ---- */

static const char *counts(const struct import_report *r, struct arena *a)
{
	const char *text =
		arena_printf(a, _("%lld new, %lld changed, %lld the same"), (long long)r->n_new,
	                     (long long)r->n_changed, (long long)r->n_same);

	if (r->n_held > 0)
		text = arena_printf(a, _("%s, %lld kept as here"), text, (long long)r->n_held);
	if (r->n_gone > 0)
		text = arena_printf(a, _("%s, %lld not there any more"), text,
		                    (long long)r->n_gone);
	if (r->n_refused > 0)
		text = arena_printf(a, _("%s, %lld rows refused"), text, (long long)r->n_refused);
	if (r->n_told > 0)
		text = arena_printf(a, _("%s, workers of %lld people told"), text,
		                    (long long)r->n_told);
	return arena_printf(a, "%s.", text);
}

static void put_head(const struct take_in *v, struct grid *g, struct arena *a)
{
	const struct import_report *r = &v->report;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG, _("Take in a directory"));
	if (!v->tried) {
		grid_put_lines(g, 1, GRID_MARGIN, 4, g->columns - 2, LOOK_PLAIN,
		               _("A folder of Open Referral tables, or a council's list as CSV. It "
		                 "is tried first: nothing is taken in before you have seen what is "
		                 "in it. What changed there is then taken over; what was found out "
		                 "or changed here stays as it is here."));
		return;
	}
	grid_put(g, 1, GRID_MARGIN, -1, LOOK_SECOND,
	         r->feed ? arena_printf(a, r->feed_is_new ? _("%s, new here: %s") : "%s: %s",
	                                r->feed, r->read_as)
	                 : r->read_as);
	grid_put(g, 2, GRID_MARGIN, -1, LOOK_PLAIN, counts(r, a));
	grid_put(g, 3, GRID_MARGIN, -1, LOOK_ACCENT,
	         r->n_new + r->n_changed + r->n_gone > 0
	                 ? _("Nothing is taken in yet. Ctrl-S takes it in; u takes it back.")
	                 : _("There is nothing new in it."));
}

static const char *where(const struct import_problem *p, struct arena *a)
{
	const char *file = text_empty(p->file) ? "" : arena_printf(a, "%s ", p->file);

	return p->line > 0 ? arena_printf(a, _("%sline %llu"), file, (unsigned long long)p->line)
	                   : file;
}

static const char *head_text(const struct take_in *v, enum take_in_row row, struct arena *a)
{
	if (row == ROW_FEED)
		return arena_printf(a, _("It is called: %s"), v->report.feed);
	if (row == ROW_REJECTS)
		return *v->rejects ? arena_printf(a, _("Refused rows go to: %s"), v->rejects)
		                   : _("Keep the refused rows in a file, to be mended");
	return v->tried ? _("Another folder or file") : _("Which folder or file?");
}

static void put_row(const struct take_in *v, struct grid *g, int row, size_t i, struct arena *a)
{
	const struct import_problem *p;

	if (row_of(v, i) != ROW_PROBLEM) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_STRONG, head_text(v, row_of(v, i), a));
		return;
	}
	p = &v->report.problems.at[i - heads_n(v)];
	if (p->line > 0)
		grid_put_right(g, row, GRID_TEXT + LINE_ROOM, LINE_ROOM, LOOK_SECOND,
		               arena_printf(a, "%llu", (unsigned long long)p->line));
	grid_put(g, row, GRID_TEXT + LINE_ROOM + 1, WHERE_ROOM - LINE_ROOM - 2, LOOK_SECOND,
	         p->file);
	grid_put(g, row, GRID_TEXT + WHERE_ROOM, g->columns - GRID_TEXT - WHERE_ROOM - 1,
	         p->refused ? LOOK_ATTENTION : LOOK_PLAIN, text_safe(str_of(p->reason), a));
}

static void put_texts(struct grid *g, int *row, const char *label, const struct import_texts *texts,
                      struct arena *a)
{
	const char *all = "";

	for (size_t i = 0; i < texts->n; i++)
		all = arena_printf(a, "%s%s%s", all, i > 0 ? "; " : "", texts->at[i]);
	if (texts->n > 0)
		grid_put(g, (*row)++, GRID_MARGIN, -1, LOOK_SECOND,
		         arena_printf(a, "%s %s", label, all));
}

static void put_detail(const struct take_in *v, struct grid *g, int row, struct arena *a)
{
	const struct import_problem *p = chosen(v);
	const char *text;

	grid_rule(g, row++, GRID_MARGIN, -1);
	if (!p) {
		put_texts(g, &row, _("Columns nobody knows:"), &v->report.unknown, a);
		put_texts(g, &row, _("No place here for:"), &v->report.not_kept, a);
		put_texts(g, &row, _("No concern known for:"), &v->report.categories, a);
		return;
	}
	text = where(p, a);
	if (!text_empty(p->column))
		text = arena_printf(a, _("%s, column %s"), text, p->column);
	if (!text_empty(p->value))
		text = arena_printf(a, "%s: “%s”", text, text_safe(str_of(p->value), a));
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_SECOND, text);
	grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_PLAIN,
	               arena_printf(a, "%s%s", text_safe(str_of(p->reason), a),
	                            p->refused ? _(" This row is not taken.") : ""));
}

static void take_in_render(const struct screen *s, struct grid *g)
{
	struct take_in *v = s->state;
	struct arena a = { 0 };
	struct list_window w = list_window(&v->view, g->rows - HEAD_ROWS - DETAIL_ROWS - 1);
	int row = HEAD_ROWS;

	put_head(v, g, &a);
	for (size_t i = w.first; i < w.first + w.shown; i++, row++) {
		put_row(v, g, row, i, &a);
		if (i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	put_detail(v, g, HEAD_ROWS + w.rows + 1, &a);
	arena_reset(&a);
}

/* ---- what is done ---- */

static bool run(struct screen *s, const char *what, bool dry_run)
{
	struct take_in *v = s->state;
	struct desk_progress p;
	const struct progress progress = desk_progress(&p, s->desk, what);
	/* Refused rows are written with what is taken in, not by trying. */
	const struct import_options how = {
		.path = v->path,
		.dry_run = dry_run,
		.update = true,
		.feed = *v->feed ? v->feed : NULL,
		.rejects = !dry_run && *v->rejects ? desk_path(s->desk, v->rejects, &s->keep) : NULL
	};
	struct import_report report = { .n_refused = -1 };
	enum status rc =
		casework_import_services(screen_session(s), &how, &progress, &s->keep, &report);

	if (report.n_refused < 0) {
		desk_say_fault(s->desk);
		return false;
	}
	v->report = report;
	v->tried = dry_run;
	list_resize(&v->view, heads_n(v) + report.problems.n);
	return rc == OK || rc == E_PART || rc == E_INVALID;
}

static enum outcome take_it(struct screen *s)
{
	struct take_in *v = s->state;
	struct arena a = { 0 };

	if (!v->tried) {
		desk_say(s->desk, "%s",
		         _("Enter names the folder first; it is tried before it is "
		           "taken in."));
		return REDRAW;
	}
	if (run(s, _("Taking in"), false))
		desk_say(s->desk, _("Taken in: %s u takes it back."), counts(&v->report, &a));
	arena_reset(&a);
	return REDRAW;
}

static const char *question(enum take_in_row row)
{
	if (row == ROW_FEED)
		return _("What is this directory called here?");
	if (row == ROW_REJECTS)
		return _("Where do refused rows go, each with its reason?");
	return _("Which folder or file?");
}

static void ask(struct screen *s, enum take_in_row row)
{
	struct take_in *v = s->state;
	struct prompt ask = { 0 };

	v->asked = row;
	prompt_ask(&ask, question(row), NULL);
	if (row == ROW_FEED)
		line_set(&ask.line, v->report.feed);
	else if (row == ROW_REJECTS)
		line_set(&ask.line, *v->rejects ? v->rejects : "~/clew-refused");
	desk_ask(s->desk, &ask);
}

static enum outcome open_row(struct screen *s)
{
	struct take_in *v = s->state;
	const struct import_problem *p = chosen(v);
	struct arena a = { 0 };

	if (p) {
		desk_say(s->desk, "%s %s: %s", where(p, &a), p->column, p->reason);
		arena_reset(&a);
		return REDRAW;
	}
	ask(s, row_of(v, v->view.at));
	return REDRAW;
}

static enum outcome take_in_take(struct screen *s, enum act act, const struct input *in)
{
	struct take_in *v = s->state;

	(void)in;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_SAVE)
		return take_it(s);
	return act == ACT_OPEN ? open_row(s) : PASS;
}

static void take_in_came_back(struct screen *s, const struct result *r)
{
	struct take_in *v = s->state;

	if (r->from || !r->saved || text_empty(r->text))
		return;
	if (v->asked == ROW_REJECTS) {
		v->rejects = arena_strdup(&s->keep, r->text);
		return;
	}
	if (v->asked == ROW_FEED) {
		v->feed = arena_strdup(&s->keep, r->text);
	} else {
		v->path = desk_path(s->desk, arena_strdup(&s->keep, r->text), &s->keep);
		v->feed = "";
	}
	if (run(s, _("Trying"), true))
		desk_say(s->desk, "%s", _("Tried. Nothing is taken in yet."));
}

static const struct binding take_in_bindings[] = {
	{ "Enter", ACT_OPEN, 0,
	  "Which folder or file, what it is called, where refused rows go; all of what is said",
	  "which, more" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Take it in", "take it in" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back: nothing is taken in", "back" },
	{ 0 },
};

const struct screen_ops take_in_screen = {
	.name = "take-in",
	.title = "Take in a directory",
	.state_size = sizeof(struct take_in),
	.bindings = take_in_bindings,
	.begin = take_in_begin,
	.render = take_in_render,
	.take = take_in_take,
	.came_back = take_in_came_back,
};
