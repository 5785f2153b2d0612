#include "since.h"

#include "desk.h"
#include "masked.h"

#include "base/words.h"
#include "casework/cover.h"
#include "casework/handover.h"
#include "ui/list.h"

#include <string.h>

/* Since you were last here: the first screen of a shift. Lines are heads and rows. */
struct since_state {
	struct since since;
	struct list_view view; /* of the lines */
	size_t *line;          /* index of a row, or HEAD + section */
	bool asking_back;
};

#define HEAD        ((size_t)1 << 20)
#define WHEN_COLUMN 3
#define WHO_COLUMN  14
#define WHAT_COLUMN 35

void since_begin_shift(struct desk *d)
{
	bool waits = false;

	if (!d->session || casework_since_waits(d->session, &waits) != OK || !waits)
		return;
	if (desk_open(d, &(struct visit){ .where = &since_screen }) != OK)
		desk_say_fault(d);
}

static bool is_row(const struct since_state *v, size_t line)
{
	return line < v->view.n && v->line[line] < HEAD;
}

static const struct since_row *chosen(const struct since_state *v)
{
	return is_row(v, v->view.at) ? &v->since.at[v->line[v->view.at]] : NULL;
}

static void mask(struct screen *s, struct since_row *x)
{
	const char *name = text_empty(x->about) ? x->who : x->about;
	const char *masked = masked_name(s, name, x->person, &s->arena);

	if (masked == name)
		return;
	x->who = masked_text(x->who, name, masked, &s->arena);
	x->what = masked_text(x->what, name, masked, &s->arena);
}

static enum status since_load(struct screen *s)
{
	struct since_state *v = s->state;
	size_t n = 0, at = v->view.at;
	enum status rc = casework_since(screen_session(s), &s->arena, &v->since);

	if (rc != OK)
		return rc;
	v->line = ARENA_ARRAY(&s->arena, v->since.n + SINCE_SECTION_COUNT + 1, size_t);
	for (size_t i = 0; i < v->since.n; i++) {
		mask(s, &v->since.at[i]);
		if (i == 0 || v->since.at[i].section != v->since.at[i - 1].section)
			v->line[n++] = HEAD + v->since.at[i].section;
		v->line[n++] = i;
	}
	list_resize(&v->view, n);
	v->view.at = at;
	while (v->view.at + 1 < n && !is_row(v, v->view.at))
		v->view.at++;
	while (v->view.at > 1 && !is_row(v, v->view.at))
		v->view.at--;
	return OK;
}

/* ---- render ---- */

/* "3 notes left for you · 14 changed by others": every section is named, however long one is. */
static const char *summary(const struct since *v, struct arena *a)
{
	static const char *const words[SINCE_SECTION_COUNT] = {
		[SINCE_COVER] = NULL,
		[SINCE_NOTES] = _("%zu left"),
		[SINCE_SAFETY] = _("%zu safety"),
		[SINCE_ALONE] = _("%zu done alone"),
		[SINCE_HANDED] = _("%zu handed to you"),
		[SINCE_CALLED] = _("%zu called"),
		[SINCE_UNFINISHED] = _("%zu unfinished"),
		[SINCE_CHANGED] = _("%zu changed"),
		[SINCE_OPENED] = _("%zu opened"),
		[SINCE_PROMISED] = _("%zu promised"),
	};
	const char *text = "";

	for (size_t i = 0; i < SINCE_SECTION_COUNT; i++) {
		const char *mark = words[i] ? strstr(words[i], "%zu") : NULL;

		if (v->count[i] > 0 && mark)
			text = arena_printf(a, "%s%s%zu%s", text, *text ? " · " : "", v->count[i],
			                    mark + 3);
	}
	return text;
}

static void put_top(const struct since *v, struct grid *g)
{
	struct arena a = { 0 };
	int column = grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG,
	                      text_empty(v->last) ? _("Since you were last here")
	                                          : arena_printf(&a, _("Since %s"), v->last));

	grid_put(g, 0, column + 3, -1, LOOK_SECOND, summary(v, &a));
	arena_reset(&a);
}

static void put_line(const struct since_state *v, struct grid *g, int row, size_t line)
{
	struct arena a = { 0 };
	const struct since_row *x;

	if (!is_row(v, line)) {
		enum since_section section = (enum since_section)(v->line[line] - HEAD);

		grid_head(g, row, since_head(section),
		          arena_printf(&a, "%zu", v->since.count[section]));
		arena_reset(&a);
		return;
	}
	x = &v->since.at[v->line[line]];
	grid_put(g, row, WHEN_COLUMN, WHO_COLUMN - WHEN_COLUMN - 1,
	         x->alarm ? LOOK_ALARM : LOOK_PLAIN, x->when);
	grid_put(g, row, WHO_COLUMN, WHAT_COLUMN - WHO_COLUMN - 1, LOOK_STRONG, x->who);
	grid_put(g, row, WHAT_COLUMN, -1, LOOK_PLAIN, x->what);
	if (line == v->view.at)
		grid_select(g, row);
}

static void put_empty(struct grid *g)
{
	int row = g->rows / 2 - 1;

	grid_put_lines(g, row, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT, LOOK_SECOND,
	               _("Nothing was changed by others and nothing was left for you. n leaves a "
	                 "note for whoever is next; Esc goes on."));
	grid_cursor(g, row, GRID_TEXT);
}

static void since_render(const struct screen *s, struct grid *g)
{
	struct since_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 2);

	put_top(&v->since, g);
	if (v->view.n == 0) {
		put_empty(g);
		return;
	}
	for (size_t i = 0; i < w.shown; i++)
		put_line(v, g, 1 + (int)i, w.first + i);
	list_more(g, 1 + (int)w.shown, GRID_TEXT, &w);
	if (v->since.more > 0)
		grid_printf(g, g->rows - 1, GRID_TEXT, LOOK_SECOND,
		            _("%zu more notes come when these are read."), v->since.more);
}

/* ---- acts ---- */

/* From head to head the cursor stands on rows alone. */
static bool move(struct since_state *v, enum act act)
{
	bool up = act == ACT_UP || act == ACT_PAGE_UP || act == ACT_HOME;

	if (!list_take(&v->view, act))
		return false;
	if (up && v->view.at > 0 && !is_row(v, v->view.at))
		v->view.at--;
	if (!is_row(v, v->view.at) && v->view.at + 1 < v->view.n)
		v->view.at++;
	return true;
}

static enum outcome ask_back(struct screen *s)
{
	struct since_state *v = s->state;
	struct prompt p = { 0 };

	if (!v->since.away) {
		desk_say(s->desk, _("Nobody covers for you. w on the caseload arranges it."));
		return REDRAW;
	}
	v->asking_back = true;
	prompt_ask(&p,
	           arena_printf(&s->keep, _("You are away since %s. Are you back?"),
	                        v->since.away_since),
	           "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome open_row(struct screen *s, const struct since_row *x)
{
	switch (x->section) {
	case SINCE_NOTES:
		s->go = visit_note_left(x->id);
		return OPEN;
	case SINCE_UNFINISHED:
		s->go = visit_unfinished(x->id);
		return OPEN;
	case SINCE_SAFETY:
		s->go = (struct visit){ .where = &safety_notes_screen, .id = { x->id } };
		return OPEN;
	case SINCE_COVER:
		if (x->person.n == 0)
			return ask_back(s);
		break;
	case SINCE_CALLED:
		if (x->person.n == 0) {
			s->go = (struct visit){ .where = &note_screen, .id = { 0, x->id } };
			return OPEN;
		}
		break;
	case SINCE_ALONE:
	case SINCE_HANDED:
	case SINCE_CHANGED:
	case SINCE_OPENED:
	case SINCE_PROMISED:
	case SINCE_SECTION_COUNT:
		break;
	}
	if (x->person.n == 0) {
		desk_say(s->desk, "%s", x->what);
		return REDRAW;
	}
	s->go = visit_person(&person_screen, x->person);
	return OPEN;
}

static enum outcome since_take(struct screen *s, enum act act, const struct input *in)
{
	struct since_state *v = s->state;
	const struct since_row *x = chosen(v);

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_NEW) {
		s->go = visit_person(&leave_note_screen, x ? x->person : (struct person_id){ 0 });
		return OPEN;
	}
	if (act == ACT_IS_BACK)
		return ask_back(s);
	if (act == ACT_OPEN && x)
		return open_row(s, x);
	if (act == ACT_WHY && x) {
		desk_say(s->desk, "%s: %s", x->who, x->what);
		return REDRAW;
	}
	return move(v, act) ? REDRAW : PASS;
}

static void since_came_back(struct screen *s, const struct result *r)
{
	struct since_state *v = s->state;
	bool asked = v->asking_back;
	const char *said = "";

	v->asking_back = false;
	if (r->from || !asked || !r->saved || r->id[0] != 'y')
		return;
	if (casework_end_cover(screen_session(s), screen_session(s)->account.id, &s->keep, &said) !=
	    OK) {
		desk_say_fault(s->desk);
		return;
	}
	desk_say(s->desk, "%s", said);
	desk_reload(s->desk);
}

static int64_t since_subject(const struct screen *s)
{
	const struct since_row *x = chosen(s->state);

	return x ? x->person.n : 0;
}

static unsigned since_has(const struct screen *s)
{
	const struct since_state *v = s->state;

	return (chosen(v) ? NEEDS_ROW : 0) | (v->since.away ? NEEDS_MANY : 0);
}

/* clang-format off */
static const struct binding since_bindings[] = {
	LIST_BINDINGS(NEEDS_ROW),
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open whom it is about, or read what was left", "open" },
	{ "Esc", ACT_BACK, 0, "Go on", "go on" },
	{ "n", ACT_NEW, NEEDS_WRITE, "Leave a note for whoever is next", "leave a note" },
	{ "b", ACT_IS_BACK, NEEDS_WRITE | NEEDS_MANY, "You are back: the cover ends (asks first)", "I am back" },
	{ "b", ACT_IS_BACK, NEEDS_HIDDEN, "Whether somebody covers for you", NULL },
	{ "i", ACT_WHY, NEEDS_ROW, "The whole line", "whole" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops since_screen = {
	.name = "since",
	.title = "Since you were last here",
	.state_size = sizeof(struct since_state),
	.bindings = since_bindings,
	.load = since_load,
	.render = since_render,
	.take = since_take,
	.came_back = since_came_back,
	.subject = since_subject,
	.has = since_has,
};
