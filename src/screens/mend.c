#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/shift.h"
#include "model/visitor_form.h"

#include <stdio.h>

/* Where somebody lives and is rung, mended by a volunteer: their worker looks at it. id[0] the person. */
struct mend_state {
	struct form form;
	struct person_strip strip;
};

FORM_SCREEN(struct mend_state);

static const struct binding mend_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save; their worker is told", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status mend_begin(struct screen *s)
{
	struct mend_state *v = s->state;
	enum status rc = casework_may_about(screen_session(s), OP_MEND_REACH, person(s));

	form_begin(&v->form, mend_fields);
	return rc == OK ? casework_strip(screen_session(s), person(s), &s->keep, &v->strip) : rc;
}

static void mend_render(const struct screen *s, struct grid *g)
{
	struct mend_state *v = s->state;
	int row = strip_put(g, _("Mend"), &v->strip, NULL);

	grid_rule(g, row++, 1, -1);
	form_put(&v->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct mend_state *v = s->state;
	struct arena a = { 0 };
	const struct mend m = { person(s), form_get(&v->form, "address"),
		                form_get(&v->form, "postcode"), form_get(&v->form, "phone") };
	const char *said;
	enum outcome outcome = REDRAW;

	if (casework_mend(screen_session(s), &m, &a, &said) != OK) {
		desk_say_fault(s->desk);
	} else {
		desk_say(s->desk, "%s", said);
		s->answer = (struct result){ .saved = true };
		outcome = CLOSE;
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome mend_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct mend_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool mend_keep(const struct screen *s, struct kept *ret)
{
	const struct mend_state *v = s->state;
	bool any = false;

	ret->subject = s->target.id[0];
	snprintf(ret->about, sizeof(ret->about), "%s", v->strip.ref);
	for (size_t i = 0; i < v->form.n; i++)
		any = any || !line_empty(&v->form.at[i].line);
	if (!any)
		return false;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Address or number, not saved"));
	form_keep(&v->form, &ret->body);
	return true;
}

const struct screen_ops mend_screen = {
	.name = "mend",
	.title = "Mend an address or a number",
	.state_size = sizeof(struct mend_state),
	.bindings = mend_bindings,
	.begin = mend_begin,
	.render = mend_render,
	.take = mend_take,
	.typing = form_screen_typing,
	.keep = mend_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
