#include "desk.h"
#include "finding.h"
#include "masked.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/find.h"
#include "casework/move_entry.h"
#include "casework/strip.h"
#include "ui/list.h"

/*
 * Whose is it? An entry that was put into the wrong record goes to whoever is found and chosen; it
 * asks once, naming both. id[0] whose record it is in, id[1] what it is (enum moved_noun), id[2] its
 * id; text what it says, for the question.
 */
#define HITS_MOST 10

struct move_state {
	struct line line;
	struct hits hits;
	struct list_view list;
	struct person_strip from;
	struct person_id to; /* asked about */
};

static enum status move_load(struct screen *s)
{
	struct move_state *v = s->state;
	const char *typed = line_text(&v->line);
	enum status rc = casework_strip(screen_session(s), (struct person_id){ s->target.id[0] },
	                                &s->arena, &v->from);
	size_t people = 0;

	v->hits = (struct hits){ .hint = "" };
	if (rc == OK && *typed)
		rc = casework_find(screen_session(s), typed, HITS_MOST, &s->arena, &v->hits);
	while (people < v->hits.n && v->hits.at[people].person.n != 0)
		people++;
	v->hits.n = people; /* services have no record to go into */
	list_resize(&v->list, people);
	return rc;
}

static void move_render(const struct screen *s, struct grid *g)
{
	struct move_state *v = s->state;
	struct rect in = panel_put(g, _("Whose is it? It goes there whole; here it is only said."),
	                           HITS_MOST + 5);
	int row = in.row;
	struct arena a = { 0 };

	grid_put(g, row++, in.column + 2, in.columns - 3, LOOK_SECOND,
	         arena_printf(&a, _("Now with %s · %s"), v->from.short_name,
	                      s->target.text ? s->target.text : ""));
	line_put(&v->line, g, row, in.column + 2, in.columns - 3, true);
	for (size_t i = 0; i < v->hits.n && row + 2 + (int)i < in.row + in.rows; i++) {
		const struct hit *hit = &v->hits.at[i];
		int at = row + 2 + (int)i, column;
		const char *name = masked_typed(line_text(&v->line))
		                           ? hit->name
		                           : masked_name(s, hit->name, hit->person, &a);

		if (i == v->list.at)
			grid_put(g, at, in.column, 1, LOOK_ACCENT, "▌");
		column = grid_put(g, at, in.column + 2, 34, LOOK_STRONG, name) + 2;
		column = grid_put(g, at, column, -1, LOOK_SECOND, hit->ref) + 2;
		grid_put(g, at, column, in.column + in.columns - column - 1, LOOK_PLAIN,
		         hit->where);
	}
	if (v->hits.n == 0)
		grid_put(g, row + 2, in.column + 2, in.columns - 3, LOOK_SECOND,
		         line_empty(&v->line) ? _("A name, a number, or CL-…")
		                              : _("Nobody is found by that."));
	arena_reset(&a);
}

static enum outcome ask(struct screen *s)
{
	struct move_state *v = s->state;
	struct prompt p = { 0 };

	if (v->hits.n == 0) {
		desk_say(s->desk, _("Nobody is chosen yet. A name, a number, or CL-…"));
		return STAY;
	}
	v->to = v->hits.at[v->list.at].person;
	prompt_ask(&p,
	           arena_printf(&s->keep, _("Move it from %s to %s?"), v->from.short_name,
	                        v->hits.at[v->list.at].name),
	           "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static void move_came_back(struct screen *s, const struct result *r)
{
	struct move_state *v = s->state;
	const struct entry_move x = {
		.from = { s->target.id[0] },
		.to = v->to,
		.noun = (enum moved_noun)s->target.id[1],
		.entry = s->target.id[2],
	};
	struct arena a = { 0 };
	const char *said;

	if (r->from || !r->saved || r->id[0] != 'y')
		return;
	if (casework_move_entry(screen_session(s), &x, &a, &said) != OK) {
		desk_say_fault(s->desk);
	} else {
		desk_say(s->desk, "%s", said);
		s->answer = (struct result){ .saved = true };
		desk_close(s->desk);
	}
	arena_reset(&a);
}

static enum outcome move_take(struct screen *s, enum act act, const struct input *in)
{
	struct move_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN)
		return ask(s);
	return finding_take(&v->line, &v->list, act, in);
}

static bool move_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static int64_t move_subject(const struct screen *s)
{
	return s->target.id[0];
}

static void move_end(struct screen *s)
{
	struct move_state *v = s->state;

	line_done(&v->line);
}

static const struct binding move_bindings[] = {
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, 0, "Down", "next" },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Move it there; it asks first", "move it there" },
	{ "Esc", ACT_BACK, 0, "Back; it stays where it is", "back" },
	{ 0 },
};

const struct screen_ops move_entry_screen = {
	.name = "move-entry",
	.title = "Whose is it?",
	.state_size = sizeof(struct move_state),
	.bindings = move_bindings,
	.overlay = true,
	.load = move_load,
	.render = move_render,
	.take = move_take,
	.typing = move_typing,
	.came_back = move_came_back,
	.subject = move_subject,
	.end = move_end,
};
