#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/shift.h"

/*
 * Somebody on a volunteer's list: how they may be reached, what may be said, and what is arranged for
 * today. Nothing of what troubles them. id[0] the person.
 */
struct visit_state {
	struct visit_view view;
	bool minded; /* a line of danger was read: Enter */
};

static enum status visit_load(struct screen *s)
{
	struct visit_state *v = s->state;

	return casework_visit(screen_session(s), (struct person_id){ s->target.id[0] }, &s->arena,
	                      &v->view);
}

static void put_row(struct grid *g, int *row, const char *label, const char *text)
{
	if (text_empty(text) || *row >= g->rows)
		return;
	grid_put(g, *row, GRID_MARGIN, 16, LOOK_SECOND, label);
	*row += grid_put_lines(g, *row, GRID_MARGIN + 17, 2, g->columns - 20, LOOK_PLAIN, text);
}

static void visit_render(const struct screen *s, struct grid *g)
{
	const struct visit_state *v = s->state;
	const struct visit_view *x = &v->view;
	int row = strip_put(g, NULL, &x->strip, _("on your list today"));
	bool hidden = x->strip.danger && !v->minded;

	grid_rule(g, row++, GRID_MARGIN, -1);
	grid_cursor(g, 0, GRID_MARGIN);
	put_row(g, &row, _("Today"), x->plan);
	put_row(g, &row, _("Their worker"), x->worker);
	row++;
	put_row(g, &row, _("Numbers"),
	        hidden                  ? _("Read the line above first. Enter shows them.")
	        : text_empty(x->phones) ? _("none that may be rung")
	                                : x->phones);
	put_row(g, &row, _("When"), x->hours);
	put_row(g, &row, _("If not them"), x->say);
	put_row(g, &row, _("Speaks for them"), x->speaks_for);
	put_row(g, &row, _("Language"), x->strip.language);
	row++;
	put_row(g, &row, _("Address"), hidden ? "" : x->address);
	put_row(g, &row, _("Postcode"), hidden ? "" : x->postcode);
}

static enum outcome visit_take(struct screen *s, enum act act, const struct input *in)
{
	struct visit_state *v = s->state;

	(void)in;
	if (act == ACT_OPEN) {
		v->minded = true;
		return REDRAW;
	}
	if (act == ACT_WHOSE) {
		s->go = visit_person(&named_screen, (struct person_id){ s->target.id[0] });
		return OPEN;
	}
	if (act != ACT_CHANGE)
		return PASS;
	s->go = visit_person(&mend_screen, (struct person_id){ s->target.id[0] });
	return OPEN;
}

static int64_t visit_subject(const struct screen *s)
{
	return s->target.id[0];
}

static unsigned visit_has(const struct screen *s)
{
	const struct visit_state *v = s->state;

	return v->view.strip.danger && !v->minded ? NEEDS_ROW : 0;
}

// clang-format off
static const struct binding visit_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "The line was read: show the numbers", "show numbers" },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: what you spoke about, a call", "contact" },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "Mend the address or add a number", "mend" },
	{ "f", ACT_REMINDER, NEEDS_PERSON | NEEDS_WRITE, "A reminder about them", "reminder" },
	{ "w", ACT_WHOSE, NEEDS_WRITE, "Ask that only a few may open this record: somebody answers", "who may see it" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops visit_screen = {
	.name = "visit",
	.title = "On your list",
	.state_size = sizeof(struct visit_state),
	.bindings = visit_bindings,
	.load = visit_load,
	.render = visit_render,
	.take = visit_take,
	.subject = visit_subject,
	.has = visit_has,
};
