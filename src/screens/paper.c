#include "paper_state.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/blank.h"
#include "casework/op.h"

#include <string.h>

#define LIST_ROW  4
#define ROWS_MOST 6 /* of one line, however long it is */

struct person_id paper_person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum document document(const struct screen *s)
{
	return (enum document)s->target.id[1];
}

static struct turned_line *find_turned(struct paper_state *p, const struct paper_line *x)
{
	for (size_t i = 0; i < p->turned.n; i++)
		if (text_equal(p->turned.at[i].text, x->text) &&
		    text_equal(p->turned.at[i].label, x->label))
			return &p->turned.at[i];
	return NULL;
}

/* A tick goes with what the line says: another that has come to stand there begins as it should. */
static void put_ticks(struct paper_state *p)
{
	struct paper *d = &p->release.paper;

	for (size_t i = 0; i < d->n; i++) {
		const struct turned_line *turned = find_turned(p, &d->at[i]);

		if (turned)
			d->at[i].on = turned->on;
	}
}

static enum status paper_begin_screen(struct screen *s)
{
	struct paper_state *p = s->state;

	p->release.paper = paper_blank;
	return OK;
}

static enum status load_blank(struct screen *s)
{
	struct paper_state *p = s->state;

	p->blank = true;
	if (document(s) == DOCUMENT_QUESTIONS)
		return casework_blank_questions(screen_session(s), (enum stage)s->target.id[2],
		                                &s->arena, &p->release.paper);
	return casework_blank_checklist(screen_session(s), NULL, &s->arena, &p->release.paper);
}

static enum status load_named(struct screen *s)
{
	struct paper_state *p = s->state;
	const struct paper_wanted wanted = {
		.document = document(s),
		.person = paper_person(s),
		.to_gp = s->target.id[2] != 0,
		.plan = { s->target.id[3] },
		.copy = { .purpose = p->copy, .to_whom = p->copy_for ? p->copy_for : "" },
		.wishes = p->wishes,
	};

	return casework_release_paper(screen_session(s), &wanted, &s->arena, &p->release);
}

static enum status paper_load(struct screen *s)
{
	struct paper_state *p = s->state;
	enum status rc = paper_person(s).n == 0 ? load_blank(s) : load_named(s);

	if (rc != OK && p->wishes) { /* it is said why they do not stand there, and the rest does */
		desk_say_fault(s->desk);
		p->wishes = false;
		rc = load_named(s);
	}
	if (rc != OK)
		return rc;
	put_ticks(p);
	list_resize(&p->list, p->release.paper.n);
	return OK;
}

/* ---- drawing ---- */

static const char *line_text_of(const struct paper_line *x, struct arena *a)
{
	if (x->look == PAPER_ROW)
		return arena_printf(a, "%s: %s", x->label, x->text);
	if (x->look == PAPER_SPACE)
		return arena_printf(a, "%s ________", x->text);
	return x->text;
}

/* How many rows it took. */
static int put_line(const struct paper_state *p, size_t i, struct grid *g, int row, struct arena *a)
{
	const struct paper_line *x = &p->release.paper.at[i];
	enum look look = !x->on ? LOOK_SECOND : x->look == PAPER_WORDS ? LOOK_WORDS : LOOK_PLAIN;
	int most = i == p->list.at ? ROWS_MOST : 2;

	if (i == p->list.at)
		grid_select(g, row);
	grid_put(g, row, GRID_TEXT, 3, x->on ? LOOK_ACCENT : LOOK_SECOND, x->on ? "[x]" : "[ ]");
	return grid_put_lines(g, row, GRID_TEXT + 4, most, g->columns - GRID_TEXT - 5, look,
	                      line_text_of(x, a));
}

/* From line first on, in what room there is; the line behind the last that is whole. */
static size_t put_from(const struct paper_state *p, size_t first, struct grid *g, struct arena *a)
{
	const struct paper *d = &p->release.paper;
	int row = 0;
	size_t i = first;

	for (; i < d->n && row < g->rows; i++) {
		if ((i == first || d->at[i].part != d->at[i - 1].part) &&
		    !text_empty(d->part[d->at[i].part]))
			grid_put(g, row++, GRID_TEXT, -1, LOOK_HEAD, d->part[d->at[i].part]);
		if (row >= g->rows)
			break;
		row += put_line(p, i, g, row, a);
	}
	return i;
}

/* The chosen line stands on the screen whatever the others take. */
static void put_lines(struct paper_state *p, struct grid *g, struct arena *a)
{
	size_t end;

	if (p->list.at < p->list.top)
		p->list.top = p->list.at;
	for (;;) {
		end = put_from(p, p->list.top, g, a);
		if (p->list.at < end || p->list.top >= p->list.at)
			break;
		p->list.top++;
		grid_clear(g, 0, 0, g->rows, g->columns);
	}
	p->list.page = end - p->list.top;
}

static void put_more(const struct paper_state *p, struct grid *g, int row)
{
	size_t end = p->list.top + p->list.page;
	const struct list_window w = { .above = p->list.top,
		                       .below = p->list.n > end ? p->list.n - end : 0 };

	if (w.above > 0 || w.below > 0)
		list_more(g, row, GRID_TEXT, &w);
}

static const char *corner(const struct paper_state *p, struct arena *a)
{
	const struct release *r = &p->release;

	if (p->blank)
		return _("no name on it");
	if (!text_empty(r->goes.to_whom))
		return arena_printf(a, _("for %s"), r->goes.to_whom);
	return r->paper.brief ? _("short") : "";
}

static void put_list(struct paper_state *p, struct grid *g, struct arena *a)
{
	const struct release *r = &p->release;
	int lacks = (int)r->missing, rows = g->rows - LIST_ROW - lacks - 1;
	struct grid part = { .rows = rows > 0 ? rows : 0,
		             .columns = g->columns,
		             .cells = g->cells + (ptrdiff_t)LIST_ROW * g->columns,
		             .cursor_row = -1,
		             .ascii = g->ascii,
		             .beside = g->beside };

	put_lines(p, &part, a);
	if (part.cursor_row >= 0)
		grid_cursor(g, LIST_ROW + part.cursor_row, part.cursor_column);
	put_more(p, g, LIST_ROW + part.rows);
	for (int i = 0; i < lacks; i++)
		grid_put(g, g->rows - lacks + i, GRID_MARGIN, -1, LOOK_ATTENTION, r->lacks[i]);
}

static void paper_render(const struct screen *s, struct grid *whole)
{
	struct paper_state *p = s->state;
	struct arena a = { 0 };
	struct grid rest, *g = &rest;
	int row = STRIP_ROWS;

	if (p->reading) {
		paper_read_put(p, whole);
		return;
	}
	if (p->blank)
		grid_put(whole, 0, GRID_MARGIN, -1, LOOK_HEAD, _("Paper to give away"));
	else
		row = strip_put(whole, _("Paper"), &p->release.strip, NULL);
	rest = strip_rest(whole, row);
	grid_put(g, 2, GRID_MARGIN, -1, LOOK_STRONG, p->release.paper.title);
	grid_put_right(g, 2, -1, g->columns / 2, LOOK_ATTENTION, corner(p, &a));
	grid_rule(g, 3, GRID_MARGIN, -1);
	put_list(p, g, &a);
	strip_rest_cursor(whole, g);
	arena_reset(&a);
}

/* ---- questions ---- */

void paper_ask(struct screen *s, enum paper_asked what, const char *question, const char *keys,
               const char *proposed)
{
	struct paper_state *p = s->state;
	struct prompt ask = { 0 };

	p->asked = what;
	prompt_ask(&ask, question, keys);
	if (proposed)
		line_set(&ask.line, proposed);
	desk_ask(s->desk, &ask);
}

static void ask_seen(struct screen *s)
{
	paper_ask(s, PAPER_ASKED_SEEN, _("Will anybody else see this paper?"), "yn?", NULL);
}

static void seen(struct screen *s, char key)
{
	struct paper_state *p = s->state;
	enum asked answer = key == 'y' ? SAID_YES : key == 'n' ? SAID_NO : NOT_ASKED;

	p->turned.n = 0;
	if (casework_set_paper_seen(screen_session(s), paper_person(s), answer) != OK)
		desk_say_fault(s->desk);
	else if (answer == SAID_NO)
		desk_say(s->desk, "%s", _("Saved. The whole of it; Space takes a line off or on."));
	else
		desk_say(s->desk, "%s", _("Saved. The short one: dates, who rings, numbers."));
}

/* ---- a copy for somebody else ---- */

static void ask_for(struct screen *s)
{
	paper_ask(s, PAPER_ASKED_FOR,
	          _("A copy for  1 them  2 their GP or referrer  3 a carer or family  4 a service"),
	          "1234", NULL);
}

static void take_for(struct screen *s, char key)
{
	static const enum purpose purposes_by_key[] = { PURPOSE_NONE, PURPOSE_CARE_TEAM,
		                                        PURPOSE_FAMILY, PURPOSE_REFER };
	struct paper_state *p = s->state;

	p->copy = purposes_by_key[key - '1'];
	p->copy_for = NULL;
	if (p->copy != PURPOSE_NONE)
		paper_ask(s, PAPER_ASKED_NAME, _("Whose copy is it? A name:"), NULL, NULL);
}

/* Agreed, or asked now: what they say decides. False: the question is on the screen, or was refused. */
static bool may_go(struct screen *s, const struct share_with *with)
{
	enum status rc = casework_may_copy_paper(screen_session(s), paper_person(s), with);
	struct visit v;

	if (rc == OK)
		return true;
	desk_say_fault(s->desk);
	if (rc != E_CONFLICT)
		return false;
	v = visit_consent(paper_person(s), with);
	if (desk_open(s->desk, &v) != OK)
		desk_say_fault(s->desk);
	return false;
}

static void take_name(struct screen *s, const char *name)
{
	struct paper_state *p = s->state;
	struct share_with with = { .purpose = p->copy, .to_whom = arena_strdup(&s->keep, name) };

	if (text_empty(name)) {
		desk_say(s->desk, "%s", _("A copy needs a name: nothing was changed."));
		return;
	}
	p->copy_for = with.to_whom;
	p->turned.n = 0;
	if (!may_go(s, &with) && desk_top(s->desk) == s)
		p->copy_for = NULL;
}

static void paper_came_back(struct screen *s, const struct result *r)
{
	struct paper_state *p = s->state;
	enum paper_asked asked = p->asked;

	if (r->from == &consent_form_screen && (!r->saved || r->id[1] != CONSENT_YES))
		p->copy_for = NULL;
	if (r->from)
		return;
	p->asked = PAPER_ASKED_NOTHING;
	if (!r->saved)
		return;
	if (asked == PAPER_ASKED_SEEN)
		seen(s, (char)r->id[0]);
	else if (asked == PAPER_ASKED_FOR)
		take_for(s, (char)r->id[0]);
	else if (asked == PAPER_ASKED_NAME)
		take_name(s, r->text);
	else if (asked == PAPER_ASKED_HOW)
		paper_take_how(s, (char)r->id[0]);
	else
		paper_take_where(s, r->text);
	if (desk_top(s->desk) == s && !p->reading)
		desk_reload(s->desk);
}

/* ---- keys ---- */

static void tick(struct screen *s)
{
	struct paper_state *p = s->state;
	struct paper *d = &p->release.paper;
	struct paper_line *x;
	struct turned_line *turned;

	if (p->list.at >= d->n)
		return;
	x = &d->at[p->list.at];
	x->on = !x->on;
	turned = find_turned(p, x);
	if (turned)
		turned->on = x->on;
	else
		*ARENA_PUSH(&s->keep, &p->turned) =
			(struct turned_line){ arena_strdup(&s->keep, x->label),
			                      arena_strdup(&s->keep, x->text), x->on };
}

/* Whose paper lies about at home: letters and slips say nothing in any case. */
static bool is_theirs(const struct paper_state *p)
{
	switch (p->release.wanted.document) {
	case DOCUMENT_PLAN:
	case DOCUMENT_SUMMARY:
	case DOCUMENT_SERVICES:
	case DOCUMENT_QUESTIONS:
	case DOCUMENT_ASSESSMENT:
		return text_empty(p->release.goes.to_whom);
	case DOCUMENT_NONE:
	case DOCUMENT_LETTER:
	case DOCUMENT_TRY_LETTER:
	case DOCUMENT_SLIP:
	case DOCUMENT_STATUTORY:
		break;
	}
	return false;
}

static void give(struct screen *s)
{
	const struct paper_state *p = s->state;

	if (is_theirs(p) && !p->blank && p->release.seen == NOT_ASKED)
		ask_seen(s);
	else if (p->blank || text_empty(p->release.goes.to_whom) || may_go(s, &p->release.goes))
		paper_ask_how(s);
}

static enum outcome read_take(struct paper_state *p, enum act act)
{
	if (list_take(&p->read, act))
		return REDRAW;
	if (act != ACT_BACK)
		return PASS;
	p->reading = false;
	return RELOAD;
}

static bool has_wishes(const struct screen *s)
{
	const struct paper_state *p = s->state;

	return !p->blank && (document(s) == DOCUMENT_PLAN || document(s) == DOCUMENT_SUMMARY) &&
	       is_theirs(p) && session_may_about(screen_session(s), OP_SEE_WISHES, paper_person(s));
}

/* They asked for it: what they wish stands there, each line off until it is ticked; and away again. */
static enum outcome turn_wishes(struct screen *s)
{
	struct paper_state *p = s->state;

	p->wishes = !p->wishes;
	if (p->wishes)
		desk_say(s->desk, "%s", _("What they wish is there, off: Space puts a line on."));
	return RELOAD;
}

static enum outcome paper_take(struct screen *s, enum act act, const struct input *in)
{
	struct paper_state *p = s->state;

	(void)in;
	if (p->reading)
		return read_take(p, act);
	if (list_take(&p->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_MARK:
		tick(s);
		return REDRAW;
	case ACT_WHOSE:
		ask_seen(s);
		return REDRAW;
	case ACT_OPEN:
		ask_for(s);
		return REDRAW;
	case ACT_MATTERS:
		return turn_wishes(s);
	case ACT_SAVE:
		give(s);
		return REDRAW;
	default:
		return PASS;
	}
}

static int64_t paper_subject(const struct screen *s)
{
	return s->target.id[0];
}

#define NEEDS_THEIRS 256u  /* their own paper */
#define NEEDS_COPY   512u  /* of which somebody else may have a copy */
#define NEEDS_PAGE   1024u /* it is not being read out */
#define NEEDS_WISHES 2048u /* what they wish may be asked for here */

static unsigned paper_has(const struct screen *s)
{
	const struct paper_state *p = s->state;
	unsigned has = NEEDS_PAGE;

	if (p->reading)
		return 0;
	if (!p->blank && is_theirs(p))
		has |= NEEDS_THEIRS;
	if (document(s) == DOCUMENT_PLAN || document(s) == DOCUMENT_SUMMARY)
		has |= NEEDS_COPY;
	if (has_wishes(s))
		has |= NEEDS_WISHES;
	return has;
}

/* clang-format off */
static const struct binding paper_bindings[] = {
	{ "Space", ACT_MARK, NEEDS_PAGE, "This line on or off the page", "on or off" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_PAGE, "Hand it out: file, printer, or read out; it asks how", "give" },
	{ "w", ACT_WHOSE, NEEDS_THEIRS | NEEDS_WRITE, "Who else will see it: decides how much stands on it", "who sees" },
	{ "Enter", ACT_OPEN, NEEDS_COPY | NEEDS_WRITE, "A copy for somebody else: their GP, family, a service", "for whom" },
	{ "m", ACT_MATTERS, NEEDS_WISHES, "What they wish if things get worse: there when they ask for it, off; and away", NULL },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Back; nothing was handed out", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops paper_screen = {
	.name = "paper",
	.title = "Paper",
	.state_size = sizeof(struct paper_state),
	.bindings = paper_bindings,
	.begin = paper_begin_screen,
	.load = paper_load,
	.render = paper_render,
	.take = paper_take,
	.came_back = paper_came_back,
	.subject = paper_subject,
	.has = paper_has,
};
