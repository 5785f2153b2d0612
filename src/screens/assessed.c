#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/assess.h"
#include "model/red.h"
#include "ui/list.h"

/*
 * What changed since the assessment before: in words that can be said aloud, before the plan.
 * visit: id[0] the person, id[1] the assessment.
 */
struct assessed_state {
	struct person_strip strip;
	struct assess_change_list changes;
	struct list_view list;
};

static enum status assessed_load(struct screen *s)
{
	struct assessed_state *st = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_strip(session, (struct person_id){ s->target.id[0] }, &s->arena,
	                                &st->strip);

	if (rc == OK)
		rc = casework_assessment_changes(session, (struct assessment_id){ s->target.id[1] },
		                                 &s->arena, &st->changes);
	if (rc == OK)
		list_resize(&st->list, st->changes.n);
	return rc;
}

static enum look look_of(enum assess_moved how)
{
	switch (how) {
	case MOVED_WORSE:
		return LOOK_ALARM;
	case MOVED_BETTER:
	case MOVED_GONE:
		return LOOK_ACCENT;
	case MOVED_RATHER_NOT:
	case MOVED_NOT_ASKED:
		return LOOK_SECOND;
	case MOVED_NEW:
	case MOVED_TALK:
	case MOVED_SAME:
		break;
	}
	return LOOK_PLAIN;
}

static void assessed_render(const struct screen *s, struct grid *g)
{
	struct assessed_state *st = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, _("What changed"), &st->strip, NULL);
	struct grid rest = strip_rest(g, row);
	struct list_window w;
	int at = 4;

	grid_put(&rest, 2, GRID_MARGIN, -1, LOOK_HEAD, assess_changes_count(&st->changes, &a));
	w = list_window(&st->list, rest.rows - at);
	for (size_t i = 0; i < w.shown; i++, at++) {
		const struct assess_change *c = &st->changes.at[w.first + i];

		grid_put(&rest, at, GRID_TEXT, -1, look_of(c->how), c->text);
		if (w.first + i == st->list.at)
			grid_select(&rest, at);
	}
	if (st->changes.n == 0) {
		grid_put(&rest, at, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nothing to compare: Enter goes on to the plan."));
		grid_cursor(&rest, at, GRID_TEXT);
	}
	list_more(&rest, at, GRID_TEXT, &w);
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}

static enum outcome assessed_take(struct screen *s, enum act act, const struct input *in)
{
	struct assessed_state *st = s->state;

	(void)in;
	if (list_take(&st->list, act))
		return REDRAW;
	if (act != ACT_OPEN && act != ACT_SAVE)
		return PASS;
	s->go = visit_person(&plan_screen, (struct person_id){ s->target.id[0] });
	return REPLACE;
}

static int64_t assessed_subject(const struct screen *s)
{
	return s->target.id[0];
}

// clang-format off
static const struct binding assessed_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "On to the plan", "plan" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_HIDDEN, "On to the plan", NULL },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops assessed_screen = {
	.name = "assessed",
	.title = "What changed",
	.state_size = sizeof(struct assessed_state),
	.bindings = assessed_bindings,
	.load = assessed_load,
	.render = assessed_render,
	.take = assessed_take,
	.subject = assessed_subject,
};
