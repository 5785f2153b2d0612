#include "desk.h"
#include "merging.h"
#include "screens.h"

#include "base/words.h"
#include "ui/prompt.h"

#include <string.h>

/*
 * Both of you changed it: what each says, and a key each. It lies over the form that asks (the
 * desk's merging), which puts what was chosen into its fields; nothing is stored here.
 */
struct conflict {
	struct merging *merging;
	size_t at;
};

#define VALUE_ROWS 3

static enum status conflict_begin(struct screen *s)
{
	struct conflict *v = s->state;

	v->merging = s->desk->merging;
	memset(v->merging->chosen, 0, v->merging->merge.clashes.n);
	return OK;
}

/* One field's value alone; of several that go together each with its label. */
static const char *said(const struct merge_fields *in, bool theirs, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < in->n; i++) {
		const struct merge_field *x = &in->at[i];
		const char *value = merge_text(x->field, theirs ? x->theirs : x->mine);

		text = in->n == 1 ? value
		                  : arena_printf(a, "%s%s%s: %s", text, i > 0 ? " · " : "",
		                                 x->field->label, value);
	}
	return text;
}

static int put_choice(const struct conflict *v, struct grid *g, struct rect in, size_t i,
                      bool theirs)
{
	const struct merging *m = v->merging;
	const struct merge_fields *fields = &m->merge.clashes.at[i].in;
	char key[2] = { theirs ? '2' : '1', '\0' };
	bool chosen = m->chosen[i] == key[0];
	struct arena a = { 0 };
	int column = in.column + 4, rows;

	grid_put(g, in.row, in.column + 2, 1, LOOK_STRONG, key);
	grid_put(g, in.row, column, 18, chosen ? LOOK_ACCENT : LOOK_PLAIN,
	         !theirs   ? _("yours")
	         : *m->who ? m->who
	                   : _("somebody else"));
	rows = grid_put_lines(g, in.row, column + 20, VALUE_ROWS,
	                      in.columns - (column + 20 - in.column),
	                      chosen ? LOOK_STRONG : LOOK_PLAIN, said(fields, theirs, &a));
	arena_reset(&a);
	return in.row + (rows > 0 ? rows : 1);
}

static int put_clash(const struct conflict *v, struct grid *g, struct rect in, size_t i)
{
	const struct merge_clash *x = &v->merging->merge.clashes.at[i];

	grid_put(g, in.row, in.column + 2, -1, LOOK_SECOND, x->in.at[0].field->label);
	if (i == v->at) {
		grid_put(g, in.row, in.column, 1, LOOK_ACCENT, "▌");
		grid_cursor(g, in.row, in.column + 2);
	}
	in.row = put_choice(v, g, (struct rect){ in.row + 1, in.column, in.rows, in.columns }, i,
	                    false);
	return put_choice(v, g, in, i, true) + 1;
}

static void conflict_render(const struct screen *s, struct grid *g)
{
	const struct conflict *v = s->state;
	const struct merge_clashes *all = &v->merging->merge.clashes;
	struct rect in = panel_put(g, _("Both of you changed this"), g->rows);
	int end = in.row + in.rows, row = in.row;

	grid_put(g, row++, in.column, in.columns, LOOK_STRONG, v->merging->title);
	grid_put(g, row++, in.column, in.columns, LOOK_SECOND,
	         _("A key for each says which stands. Nothing is saved before Ctrl-S."));
	row++;
	for (size_t i = v->at; i < all->n && row + 3 <= end; i++)
		row = put_clash(v, g, (struct rect){ row, in.column, in.rows, in.columns }, i);
}

static enum outcome choose(struct screen *s, char key)
{
	struct conflict *v = s->state;
	size_t n = v->merging->merge.clashes.n;

	v->merging->chosen[v->at] = key;
	for (size_t i = 0; i < n; i++)
		if (v->merging->chosen[i] == '\0') {
			v->at = i;
			return REDRAW;
		}
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome conflict_take(struct screen *s, enum act act, const struct input *in)
{
	struct conflict *v = s->state;

	switch ((int)act) {
	case ACT_DIGIT:
		return choose(s, (char)in->ch);
	case ACT_UP:
		v->at -= v->at > 0;
		return REDRAW;
	case ACT_DOWN:
		v->at += v->at + 1 < v->merging->merge.clashes.n;
		return REDRAW;
	case ACT_BACK:
		return CLOSE;
	default:
		return PASS;
	}
}

static int64_t conflict_subject(const struct screen *s)
{
	const struct conflict *v = s->state;

	return v->merging->about.person.n;
}

static const struct binding conflict_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_WRITE, "What you typed stands", "yours" },
	{ "2", ACT_DIGIT, NEEDS_WRITE, "What they saved stands", "theirs" },
	{ "Down", ACT_DOWN, 0, "The next that both changed", NULL },
	{ "Up", ACT_UP, 0, "The one before", NULL },
	{ "Esc", ACT_BACK, 0, "Back to the form; nothing is saved, what you typed stands", "back" },
	{ 0 },
};

const struct screen_ops conflict_screen = {
	.name = "conflict",
	.title = "Both of you changed this",
	.state_size = sizeof(struct conflict),
	.bindings = conflict_bindings,
	.overlay = true,
	.begin = conflict_begin,
	.render = conflict_render,
	.take = conflict_take,
	.subject = conflict_subject,
};
