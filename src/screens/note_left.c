#include "since.h"

#include "desk.h"

#include "base/words.h"
#include "casework/handover.h"

/* A note that somebody left. Opening it is reading it: whoever left it sees by whom and when. */
struct note_left {
	struct note_shown shown;
};

static enum status note_left_begin(struct screen *s)
{
	struct note_left *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_note(session, s->target.id[0], &s->keep, &v->shown);

	if (rc == OK && !session_read_only(session))
		rc = casework_note_read(session, s->target.id[0]);
	return rc;
}

static void note_left_render(const struct screen *s, struct grid *g)
{
	const struct note_left *v = s->state;
	struct rect r = panel_put(g, _("Left for you"), g->rows < 16 ? g->rows : 12);
	int row = r.row;

	grid_printf(g, row++, r.column, LOOK_SECOND, "%s, %s", v->shown.by, v->shown.when);
	if (!text_empty(v->shown.about))
		grid_put(g, row++, r.column, r.columns, LOOK_STRONG, v->shown.about);
	grid_put_lines(g, row + 1, r.column, r.rows - 3, r.columns, LOOK_PLAIN,
	               v->shown.note.words);
	grid_cursor(g, row + 1, r.column);
}

static enum outcome note_left_take(struct screen *s, enum act act, const struct input *in)
{
	(void)in;
	if (act != ACT_OPEN && act != ACT_BACK)
		return PASS;
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static int64_t note_left_subject(const struct screen *s)
{
	const struct note_left *v = s->state;

	return v->shown.note.person.n;
}

static const struct binding note_left_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Read", "read" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops note_left_screen = {
	.name = "note-left",
	.title = "A note that was left",
	.state_size = sizeof(struct note_left),
	.bindings = note_left_bindings,
	.overlay = true,
	.begin = note_left_begin,
	.render = note_left_render,
	.take = note_left_take,
	.subject = note_left_subject,
};
