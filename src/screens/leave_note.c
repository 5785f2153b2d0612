#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/handover.h"
#include "model/handover_note_form.h"

#include <stdio.h>

/* A note for whoever is next. id[0]: whom it is about, 0: nobody. */
struct leave_note {
	struct form form;
	struct person_strip strip;
	struct notes_shown left; /* before, and whether it was read */
};

#define LEFT_ROWS 3 /* of what was left before */

static enum outcome changed(struct screen *s)
{
	struct leave_note *v = s->state;

	form_hide(&v->form, "who",
	          words_find(&note_readers, str_of(form_get(&v->form, "reader"))) != NOTE_FOR_ONE);
	return REDRAW;
}

static enum status leave_note_begin(struct screen *s)
{
	struct leave_note *v = s->state;

	form_begin(&v->form, handover_note_form);
	changed(s);
	return OK;
}

static enum status leave_note_load(struct screen *s)
{
	struct leave_note *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_notes_left(session, &s->arena, &v->left);

	if (rc == OK && s->target.id[0] != 0)
		rc = casework_strip(session, (struct person_id){ s->target.id[0] }, &s->arena,
		                    &v->strip);
	return rc;
}

static int put_left(const struct leave_note *v, struct grid *g, int rows)
{
	struct arena a = { 0 };
	int row = g->rows - rows;

	if (rows == 0)
		return 0;
	grid_head(g, row++, _("LEFT BEFORE"), NULL);
	for (size_t i = 0; i < v->left.n && row < g->rows; i++, row++) {
		const struct note_shown *x = &v->left.at[i];

		grid_put(g, row, GRID_TEXT, 16, LOOK_SECOND, x->when);
		grid_put(g, row, GRID_TEXT + 17, 34, LOOK_PLAIN, x->note.words);
		grid_put(g, row, GRID_TEXT + 52, -1, LOOK_SECOND, x->read);
	}
	arena_reset(&a);
	return rows;
}

static void leave_note_render(const struct screen *s, struct grid *g)
{
	struct leave_note *v = s->state;
	int left = v->left.n == 0 ? 0 : 1 + (int)(v->left.n < LEFT_ROWS ? v->left.n : LEFT_ROWS);
	int row = 1;

	if (s->target.id[0] != 0)
		row = strip_put(g, _("Note"), &v->strip, NULL);
	else
		grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG, _("A note for whoever is next"));
	grid_rule(g, row++, GRID_MARGIN, -1);
	put_left(v, g, left);
	form_put(&v->form, g,
	         (struct rect){ row, GRID_MARGIN, g->rows - row - left, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct leave_note *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &a);
	struct new_note n = { .login = values_get(&values, "who"),
		              .words = values_get(&values, "words"),
		              .person = { s->target.id[0] } };
	const char *said = "";
	enum outcome outcome = REDRAW;

	n.reader =
		(enum note_reader)words_find(&note_readers, str_of(values_get(&values, "reader")));
	handover_note_problems(&values, &a, &problems);
	form_problems(&v->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_leave_note(screen_session(s), &n, &a, &said) == OK) {
			desk_say(s->desk, "%s", said);
			s->answer = (struct result){ .saved = true };
			outcome = CLOSE;
		} else {
			desk_say_fault(s->desk);
		}
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome leave_note_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct leave_note *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool leave_note_keep(const struct screen *s, struct kept *ret)
{
	const struct leave_note *v = s->state;

	if (s->target.id[0] != 0)
		snprintf(ret->about, sizeof(ret->about), "%s", v->strip.ref);
	ret->subject = s->target.id[0];
	if (text_empty(form_get(&v->form, "words")))
		return false;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Note for whoever is next, not saved"));
	form_keep(&v->form, &ret->body);
	return true;
}

static enum status leave_note_resume(struct screen *s, struct str body)
{
	enum status rc = form_screen_resume(s, body);

	changed(s);
	return rc;
}

static const struct binding leave_note_bindings[] = {
	{ "1-3", ACT_NONE, NEEDS_WRITE, "Who is to find it", "who" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct leave_note);

const struct screen_ops leave_note_screen = {
	.name = "leave-note",
	.title = "Leave a note",
	.state_size = sizeof(struct leave_note),
	.bindings = leave_note_bindings,
	.begin = leave_note_begin,
	.load = leave_note_load,
	.render = leave_note_render,
	.take = leave_note_take,
	.typing = form_screen_typing,
	.keep = leave_note_keep,
	.resume = leave_note_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
