#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/signposts.h"
#include "ui/list.h"

/*
 * What a service would be told, a line each with a tick, and the words that are read out before any
 * of it goes. Nothing is written here: the form below does, with what this answers.
 *
 * visit: as the signpost's. Answer: id[0] what is ticked (LEAVES_BIT), id[1] how they said yes just
 * now (consent_how; 0: a yes stands already).
 */
#define VALUE_COLUMN 29
#define SAID_NO      6 /* the digit behind the ways of saying yes */

struct leaves_page {
	struct what_leaves what;
	struct list_view list;
	enum leaves line[LEAVES_COUNT]; /* those that have a value */
	unsigned ticked;
	bool began;
	enum consent_how agreed;
};

static enum status what_leaves_load(struct screen *s)
{
	struct leaves_page *p = s->state;
	size_t n = 0;
	enum status rc = casework_what_leaves(
		screen_session(s), (struct person_id){ s->target.id[0] },
		(struct service_id){ s->target.id[1] }, s->target.text, &s->arena, &p->what);

	if (rc != OK)
		return rc;
	for (int i = 1; i < LEAVES_COUNT; i++)
		if (!text_empty(p->what.leaving.value[i]))
			p->line[n++] = (enum leaves)i;
	list_resize(&p->list, n);
	if (!p->began)
		p->ticked = LEAVES_PROPOSED;
	p->began = true;
	return OK;
}

/* ---- drawing ---- */

static int put_line(const struct leaves_page *p, size_t i, struct grid *g, int row)
{
	enum leaves field = p->line[i];
	bool on = (p->ticked & LEAVES_BIT(field)) != 0;
	enum look look = on ? LOOK_PLAIN : LOOK_SECOND;

	grid_put(g, row, GRID_TEXT, 3, on ? LOOK_ACCENT : LOOK_SECOND, on ? "[x]" : "[ ]");
	grid_put(g, row, GRID_TEXT + 4, VALUE_COLUMN - GRID_TEXT - 5, look,
	         words_label(&leaves_words, (int)field));
	if (i == p->list.at)
		grid_select(g, row);
	return grid_put_lines(g, row, VALUE_COLUMN, 2, g->columns - VALUE_COLUMN - 1, look,
	                      p->what.leaving.value[field]);
}

/* How they said yes, by digit; or that they have. */
static int put_answer(const struct leaves_page *p, struct grid *g, int row)
{
	int column = GRID_MARGIN;

	if (p->what.agreed) {
		grid_printf(g, row, GRID_MARGIN, LOOK_ACCENT, _("Agreed: %s."), p->what.state);
		return row + 1;
	}
	grid_printf(g, row++, GRID_MARGIN, LOOK_ATTENTION, _("So far: %s. What do they say now?"),
	            p->what.state);
	for (size_t i = 0; i < consent_hows.n; i++) {
		bool chosen = (int)p->agreed == consent_hows.at[i].value;

		if (i == 3) {
			row++;
			column = GRID_MARGIN;
		}
		column = grid_printf(g, row, column, chosen ? LOOK_ACCENT : LOOK_PLAIN,
		                     _("%s%zu yes, %s"), chosen ? "▌" : " ", i + 1,
		                     consent_hows.at[i].label) +
		         2;
	}
	grid_printf(g, row++, column, LOOK_PLAIN, _("%d they say no"), SAID_NO);
	return row;
}

static int put_words(const struct leaves_page *p, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_printf(g, row++, GRID_MARGIN, LOOK_STRONG, _("To %s%s%s"), p->what.service,
	            text_empty(p->what.phone) ? "" : " · ", p->what.phone);
	if (!p->what.agreed)
		row += grid_put_lines(g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_WORDS,
		                      arena_printf(&a, "“%s”", p->what.words));
	arena_reset(&a);
	return row;
}

static void what_leaves_render(const struct screen *s, struct grid *g)
{
	struct leaves_page *p = s->state;
	int row = strip_put(g, NULL, &p->what.strip, NULL);
	struct list_window w;

	row = put_words(p, g, row);
	row = put_answer(p, g, row);
	grid_rule(g, row++, GRID_MARGIN, -1);
	/* How to reach them may take two rows. */
	w = list_window(&p->list, g->rows - row - 1);
	for (size_t i = w.first; i < w.first + w.shown; i++)
		row += put_line(p, i, g, row);
	if (w.above + w.below > 0)
		list_more(g, row, GRID_TEXT, &w);
}

/* ---- keys ---- */

static void tick(struct leaves_page *p)
{
	if (p->list.at < p->list.n)
		p->ticked ^= LEAVES_BIT(p->line[p->list.at]);
}

/* What is not shown has no value and does not go. */
static unsigned going(const struct leaves_page *p)
{
	unsigned bits = 0;

	for (size_t i = 0; i < p->list.n; i++)
		bits |= p->ticked & LEAVES_BIT(p->line[i]);
	return bits;
}

static enum outcome choose(struct screen *s, const struct input *in)
{
	struct leaves_page *p = s->state;
	unsigned digit = (unsigned)(in->ch - U'0');

	if (digit == SAID_NO) {
		s->go = (struct visit){ .where = &consent_form_screen,
			                .id = { s->target.id[0], PURPOSE_REFER, s->target.id[1],
			                        CONSENT_NO },
			                .text = p->what.service };
		return OPEN;
	}
	if (p->what.agreed) {
		desk_say(s->desk, _("They have agreed already: Ctrl-S sends what is ticked."));
		return REDRAW;
	}
	p->agreed = (enum consent_how)digit;
	return REDRAW;
}

static enum outcome send(struct screen *s)
{
	struct leaves_page *p = s->state;

	if (!p->what.agreed && p->agreed == CONSENT_HOW_NONE) {
		desk_say(
			s->desk,
			_("Nothing goes yet: read the words out, then 1-5 for their yes, 6 for no."));
		return REDRAW;
	}
	if (going(p) == 0) {
		desk_say(s->desk, _("Nothing is ticked. Space ticks a line."));
		return REDRAW;
	}
	s->answer = (struct result){ .saved = true, .id = { going(p), p->agreed } };
	return CLOSE;
}

static enum outcome what_leaves_take(struct screen *s, enum act act, const struct input *in)
{
	struct leaves_page *p = s->state;

	if (list_take(&p->list, act))
		return REDRAW;
	if (act == ACT_DIGIT)
		return choose(s, in);
	if (act == ACT_SAVE)
		return send(s);
	if (act != ACT_MARK)
		return PASS;
	tick(p);
	return REDRAW;
}

static void what_leaves_came_back(struct screen *s, const struct result *r)
{
	struct leaves_page *p = s->state;

	if (r->from == &consent_form_screen && r->saved)
		p->agreed = CONSENT_HOW_NONE;
}

static int64_t subject(const struct screen *s)
{
	return s->target.id[0];
}

/* clang-format off */
static const struct binding what_leaves_bindings[] = {
	{ "1-6", ACT_DIGIT, NEEDS_WRITE, "What they say to it: yes and how, or no", "what they say" },
	{ "Space", ACT_MARK, 0, "This line goes, or stays", "on or off" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Refer: what is ticked goes, and is on record", "refer" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back; nothing left", "back" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops what_leaves_screen = {
	.name = "what-leaves",
	.title = "What leaves",
	.state_size = sizeof(struct leaves_page),
	.bindings = what_leaves_bindings,
	.load = what_leaves_load,
	.render = what_leaves_render,
	.take = what_leaves_take,
	.came_back = what_leaves_came_back,
	.subject = subject,
};
