#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/merge.h"
#include "ui/list.h"

#include <string.h>

/*
 * Two records side by side, before they become one. id[0], id[1]: the two. 1 and 2 say which stands in
 * the row under the cursor; the first row says which record stays. Ctrl-S asks once more.
 */
#define MERGE_MOST 80 /* fields in which two records can differ */

enum merge_kind { ROW_STAYS, ROW_OPEN, ROW_CHOICE };

struct merge_page {
	struct merge_view merge;
	enum merge_side stays, open;
	enum merge_side chosen[MERGE_MOST];
	bool begun; /* what is proposed was taken over */
	bool proof; /* the question that stands is for the reference */
	struct list_view view;
};

static enum merge_kind kind_of(const struct merge_page *p, size_t row)
{
	if (row == 0)
		return ROW_STAYS;
	return row == 1 && p->merge.both_open ? ROW_OPEN : ROW_CHOICE;
}

/* Rows before the choices. */
static size_t ahead(const struct merge_page *p)
{
	return p->merge.both_open ? 2 : 1;
}

static enum status merge_load(struct screen *s)
{
	struct merge_page *p = s->state;
	enum status rc =
		casework_merge_view(screen_session(s), (struct person_id){ s->target.id[0] },
	                            (struct person_id){ s->target.id[1] }, &s->arena, &p->merge);

	if (rc != OK)
		return rc;
	if (p->merge.choices.n > MERGE_MOST)
		p->merge.choices.n = MERGE_MOST;
	if (!p->begun) {
		p->begun = true;
		p->stays = p->merge.stays;
		p->open = p->merge.stays;
		for (size_t i = 0; i < p->merge.choices.n; i++)
			p->chosen[i] = p->merge.choices.at[i].chosen;
	}
	list_resize(&p->view, *p->merge.why_not ? 0 : p->merge.choices.n + ahead(p));
	return OK;
}

/* ---- showing ---- */

struct sides {
	int label, at[MERGE_SIDES], width;
};

#define SHORT 18 /* rows below which what each has gives way to what is to be chosen */

static struct sides sides_of(const struct grid *g)
{
	int label = g->columns >= 100 ? 26 : 20, width = (g->columns - label - 5) / 2;

	return (struct sides){ 3, { label + 3, label + 3 + width + 1 }, width };
}

static void put_sides(struct grid *g, int row, const char *label, const char *const text[],
                      const enum merge_side *chosen)
{
	const struct sides at = sides_of(g);

	grid_put(g, row, at.label, at.at[0] - at.label - 1, LOOK_SECOND, label);
	for (int i = 0; i < MERGE_SIDES; i++) {
		bool is = chosen && (int)*chosen == i;
		enum look look = !chosen ? LOOK_PLAIN : is ? LOOK_STRONG : LOOK_SECOND;

		if (is)
			grid_put(g, row, at.at[i], 1, LOOK_ACCENT, g->ascii ? "*" : "✓");
		grid_put(g, row, at.at[i] + 2, at.width - 3, look, text[i]);
	}
}

static void put_row(const struct screen *s, const struct merge_page *p, struct grid *g, int row,
                    size_t i)
{
	const struct merge_view *m = &p->merge;
	struct arena a = { 0 };
	const char *text[MERGE_SIDES];

	switch (kind_of(p, i)) {
	case ROW_STAYS:
		text[0] = m->strip[0].ref;
		text[1] = m->strip[1].ref;
		put_sides(g, row, _("Which one stays"), text, &p->stays);
		break;
	case ROW_OPEN:
		for (int k = 0; k < MERGE_SIDES; k++)
			text[k] = arena_printf(
				&a, "%s, %s",
				day_plain(m->open[k].referral.received_on, screen_session(s)->today,
			                  &a),
				words_label(&referral_states, (int)m->open[k].referral.state));
		put_sides(g, row, _("Both open: goes on"), text, &p->open);
		break;
	case ROW_CHOICE:
		put_sides(g, row, m->choices.at[i - ahead(p)].label,
		          m->choices.at[i - ahead(p)].text, &p->chosen[i - ahead(p)]);
		break;
	}
	if (i == p->view.at)
		grid_select(g, row);
	arena_reset(&a);
}

/* "What each has   3 contacts · 1 plan   1 contact" */
static int put_counts(const struct merge_view *m, struct grid *g, int row)
{
	struct arena a = { 0 };
	const char *moves = "";

	for (size_t i = 0; i < m->has.n; i++)
		moves = arena_printf(&a, "%s%s%s %zu + %zu", moves, i ? " · " : "",
		                     m->has.at[i].label, m->has.at[i].n[0], m->has.at[i].n[1]);
	grid_put(g, row, 1, 11, LOOK_HEAD, _("TOGETHER"));
	row += grid_put_lines(g, row, 12, 3, g->columns - 13, LOOK_PLAIN,
	                      *moves ? moves : _("nothing on either record yet"));
	if (*m->filled) {
		grid_put(g, row, 1, 11, LOOK_HEAD, _("KEPT"));
		row += grid_put_lines(
			g, row, 12, 2, g->columns - 13, LOOK_SECOND,
			arena_printf(&a, _("what only one of them says: %s"), m->filled));
	}
	arena_reset(&a);
	return row;
}

static int put_names(const struct merge_view *m, struct grid *g, int row)
{
	const char *name[MERGE_SIDES], *more[MERGE_SIDES];
	struct arena a = { 0 };

	for (int i = 0; i < MERGE_SIDES; i++) {
		const struct person_strip *x = &m->strip[i];

		name[i] = arena_printf(&a, "%d %s", i + 1, x->name);
		more[i] = arena_printf(&a, "%s%s%s%s%s", x->born, *x->born ? " · " : "", x->ref,
		                       *x->number ? " · " : "", x->number);
	}
	put_sides(g, row++, "", name, NULL);
	put_sides(g, row++, "", more, NULL);
	for (int i = 0; i < MERGE_SIDES; i++)
		if (*m->strip[i].safe)
			row += grid_put_lines(
				g, row, 1, 2, g->columns - 2, LOOK_ALARM,
				arena_printf(&a, "%s: %s", m->strip[i].ref, m->strip[i].safe));
	arena_reset(&a);
	return row;
}

static void merge_render(const struct screen *s, struct grid *g)
{
	struct merge_page *p = s->state;
	int row = 1;
	struct list_window w;

	grid_put(g, 0, 1, -1, LOOK_HEAD, _("One person, two records"));
	row = put_names(&p->merge, g, row);
	grid_rule(g, row++, 1, -1);
	if (*p->merge.why_not) {
		grid_put_lines(g, row + 1, 1, 2, g->columns - 2, LOOK_ATTENTION, p->merge.why_not);
		grid_put(g, row + 3, 1, -1, LOOK_SECOND, _("Esc leaves both as they are."));
		grid_cursor(g, row + 3, 1);
		return;
	}
	if (g->rows >= SHORT)
		row = put_counts(&p->merge, g, row);
	grid_head(g, row++, _("WHAT STANDS"), NULL);
	w = list_window(&p->view, g->rows - row - 1);
	for (size_t i = 0; i < w.shown; i++)
		put_row(s, p, g, row++, w.first + i);
	list_more(g, row, GRID_TEXT, &w);
	grid_put(
		g, g->rows - 1, 1, -1, LOOK_SECOND,
		p->merge.two_numbers
			? _("Two care numbers: is it one person? Ctrl-S asks; u makes two again.")
			: _("Everything of the other moves. Ctrl-S asks; u makes two of it again."));
}

/* ---- keys ---- */

static void choose(struct merge_page *p, enum merge_side side)
{
	switch (kind_of(p, p->view.at)) {
	case ROW_STAYS:
		p->stays = side;
		break;
	case ROW_OPEN:
		p->open = side;
		break;
	case ROW_CHOICE:
		p->chosen[p->view.at - ahead(p)] = side;
		break;
	}
	list_take(&p->view, ACT_DOWN);
}

static enum outcome ask(struct screen *s, struct merge_page *p)
{
	const struct person_strip *stays = &p->merge.strip[p->stays];
	const struct person_strip *goes = &p->merge.strip[p->stays == MERGE_LEFT ? 1 : 0];
	struct prompt question = { 0 };

	p->proof = p->merge.two_numbers;
	prompt_ask(&question,
	           p->proof
	                   ? arena_printf(&s->keep, _("Two care numbers. Type %s if they are one:"),
	                                  stays->ref)
	                   : arena_printf(&s->keep, _("%s goes into %s, %s?"), goes->ref,
	                                  stays->ref, stays->short_name),
	           p->proof ? NULL : "yn");
	desk_ask(s->desk, &question);
	return REDRAW;
}

static enum outcome merge_take(struct screen *s, enum act act, const struct input *in)
{
	struct merge_page *p = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (*p->merge.why_not) {
		if (act == ACT_SAVE || act == ACT_DIGIT)
			desk_say(s->desk, "%s", p->merge.why_not);
		return act == ACT_SAVE || act == ACT_DIGIT ? REDRAW : PASS;
	}
	if (act == ACT_DIGIT && (in->ch == '1' || in->ch == '2')) {
		choose(p, in->ch == '1' ? MERGE_LEFT : MERGE_RIGHT);
		return REDRAW;
	}
	if (act == ACT_SAVE)
		return ask(s, p);
	return list_take(&p->view, act) ? REDRAW : PASS;
}

static void unite(struct screen *s, const char *typed)
{
	struct merge_page *p = s->state;
	const struct merge_how how = { .left = { s->target.id[0] },
		                       .right = { s->target.id[1] },
		                       .stays = p->stays,
		                       .chosen = p->chosen,
		                       .chosen_n = p->merge.choices.n,
		                       .open = p->open,
		                       .typed = typed };
	struct desk *d = s->desk;
	const char *said;

	if (casework_merge(screen_session(s), &how, &s->keep, &said) != OK) {
		desk_say_fault(d);
		return;
	}
	desk_say(d, "%s", said);
	s->answer = (struct result){ .saved = true };
	desk_close(d); /* and with it this screen */
	desk_reload(d);
}

static void merge_came_back(struct screen *s, const struct result *r)
{
	struct merge_page *p = s->state;

	if (r->from || !r->saved)
		return;
	if (p->proof)
		unite(s, r->text);
	else if (r->id[0] == 'y')
		unite(s, "");
}

static int64_t merge_subject(const struct screen *s)
{
	const struct merge_page *p = s->state;

	return s->target.id[p->stays];
}

static unsigned merge_has(const struct screen *s)
{
	const struct merge_page *p = s->state;

	return p->view.n > 0 ? NEEDS_ROW : 0;
}

/* clang-format off */
static const struct binding merge_bindings[] = {
	{ "1-2", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE, "Which of the two stands, in the row under the cursor", "which stands" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_ROW | NEEDS_WRITE, "Make one record of the two (asks first)", "make one of them" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back: both stay as they are", "back" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops merge_screen = {
	.name = "merge",
	.title = "One person, two records",
	.state_size = sizeof(struct merge_page),
	.bindings = merge_bindings,
	.load = merge_load,
	.render = merge_render,
	.take = merge_take,
	.came_back = merge_came_back,
	.subject = merge_subject,
	.has = merge_has,
};
