#include "desk.h"
#include "finding.h"
#include "masked.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/find.h"
#include "casework/merge.h"
#include "casework/people.h"
#include "ui/list.h"

/*
 * Which other record is the same person's? id[0]: the person. Likely ones stand there before anything is
 * typed; a name, number or reference finds others. Enter shows the two side by side; nothing is
 * written here.
 */
#define SAME_MOST 12

struct same_row {
	struct person_id person;
	const char *name, *more;
};

struct same_person {
	struct person_strip strip;
	struct line line;
	struct {
		size_t n;
		struct same_row *at;
	} rows;
	struct list_view view;
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status load_likely(struct screen *s, struct same_person *v)
{
	struct duplicate_list list = { 0 };
	enum status rc = casework_same_as(screen_session(s), person_of(s), &s->arena, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct duplicate *d = &list.at[i];

		*ARENA_PUSH(&s->arena, &v->rows) =
			(struct same_row){ d->id, masked_name(s, d->name, d->id, &s->arena),
			                   arena_printf(&s->arena, "%s%s%s  %s  %s", d->born,
			                                *d->born ? "  " : "", d->ref, d->why,
			                                d->state) };
	}
	return rc;
}

static enum status load_found(struct screen *s, struct same_person *v)
{
	struct hits hits = { 0 };
	enum status rc =
		casework_find(screen_session(s), line_text(&v->line), SAME_MOST, &s->arena, &hits);

	for (size_t i = 0; rc == OK && i < hits.n; i++) {
		const struct hit *h = &hits.at[i];

		if (h->person.n == 0 || h->person.n == s->target.id[0])
			continue;
		*ARENA_PUSH(&s->arena, &v->rows) =
			(struct same_row){ h->person, masked_name(s, h->name, h->person, &s->arena),
			                   arena_printf(&s->arena, "%s  %s", h->ref, h->where) };
	}
	return rc;
}

static enum status same_load(struct screen *s)
{
	struct same_person *v = s->state;
	enum status rc = casework_strip(screen_session(s), person_of(s), &s->arena, &v->strip);

	v->rows.n = 0;
	v->rows.at = NULL;
	if (rc == OK)
		rc = line_empty(&v->line) ? load_likely(s, v) : load_found(s, v);
	list_resize(&v->view, v->rows.n);
	return rc;
}

static void same_render(const struct screen *s, struct grid *g)
{
	struct same_person *v = s->state;
	int row = strip_put(g, _("The same person twice"), &v->strip, NULL);
	struct list_window w = list_window(&v->view, g->rows - row - 5);

	grid_rule(g, row++, 1, -1);
	row += grid_put_lines(
		g, row, 1, 2, g->columns - 2, LOOK_PLAIN,
		_("Which other record is theirs? Enter shows the two side by side, and "
	          "nothing is written before you say so."));
	grid_put(g, ++row, 1, -1, LOOK_SECOND, _("Find"));
	line_put(&v->line, g, row, 8, g->columns - 9, true);
	row += 2;
	if (v->rows.n == 0)
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
		         line_empty(&v->line)
		                 ? _("No other record looks like this one. Type a name or number.")
		                 : _("Nobody else by that name or number."));
	for (size_t i = 0; i < w.shown; i++, row++) {
		const struct same_row *r = &v->rows.at[w.first + i];
		int column = grid_put(g, row, GRID_TEXT, 32, LOOK_STRONG, r->name);

		grid_put(g, row, column + 2, -1, LOOK_SECOND, r->more);
		if (w.first + i == v->view.at)
			grid_put(g, row, 1, 1, LOOK_ACCENT, g->ascii ? ">" : "▌");
	}
	list_more(g, row, GRID_TEXT, &w);
}

static enum outcome same_take(struct screen *s, enum act act, const struct input *in)
{
	struct same_person *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN && v->rows.n > 0) {
		s->go = (struct visit){ .where = &merge_screen,
			                .id = { s->target.id[0],
			                        v->rows.at[v->view.at].person.n } };
		return REPLACE;
	}
	return finding_take(&v->line, &v->view, act, in);
}

static bool same_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static int64_t same_subject(const struct screen *s)
{
	return s->target.id[0];
}

static void same_end(struct screen *s)
{
	struct same_person *v = s->state;

	line_done(&v->line);
}

static unsigned same_has(const struct screen *s)
{
	const struct same_person *v = s->state;

	return v->rows.n > 0 ? NEEDS_ROW : 0;
}

static const struct binding same_bindings[] = {
	{ "Up", ACT_UP, NEEDS_ROW | NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, NEEDS_ROW | NEEDS_HIDDEN, "Down", NULL },
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Show the two side by side", "side by side" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops same_person_screen = {
	.name = "same-person",
	.title = "The same person twice",
	.state_size = sizeof(struct same_person),
	.bindings = same_bindings,
	.load = same_load,
	.render = same_render,
	.take = same_take,
	.typing = same_typing,
	.subject = same_subject,
	.has = same_has,
	.end = same_end,
};
