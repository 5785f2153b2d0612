#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/tries.h"

#include <stdio.h>

/* Whoever referred them is asked for a safer way: their number, and what they said. id[0] the person. */
struct asked_state {
	struct form form;
	struct tries_view view; /* belongs to the screen's arena */
};

static const struct field fields[] = {
	{ "safer", _("A safer way?"), FIELD_ASKED, NULL, FIELD_NEEDED,
	  _("y when they know of one; n when they know of none."), 0 },
	{ "words", _("They said"), FIELD_NOTE, NULL, FIELD_NEEDED,
	  _("Who, when, and what: another number, another hour, somebody to go through."), 0 },
	{ 0 },
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status asked_begin(struct screen *s)
{
	struct asked_state *v = s->state;

	form_begin(&v->form, fields);
	return OK;
}

static enum status asked_load(struct screen *s)
{
	struct asked_state *v = s->state;

	return casework_tries(screen_session(s), person_of(s), &s->arena, &v->view);
}

static void asked_render(const struct screen *s, struct grid *g)
{
	struct asked_state *v = s->state;
	int row = strip_put(g, _("Is there a safer way?"), &v->view.strip, NULL);

	if (!g->beside) {
		int column = grid_put(g, row, 1, -1, LOOK_SECOND, _("Ask"));

		grid_put(g, row++, column + 1, -1, LOOK_STRONG, v->view.referrer);
		row += grid_put_lines(g, row, 1, 2, g->columns - 2, LOOK_PLAIN,
		                      _("Say that you could not reach them, and nothing that they "
		                        "may not know themselves."));
	}
	grid_rule(g, row++, 1, -1);
	form_put(&v->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct asked_state *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	const struct referrer_answer x = {
		.safer = text_equal(form_get(&v->form, "safer"), "yes"),
		.words = form_get(&v->form, "words"),
	};
	const char *said;
	enum outcome done = REDRAW;

	form_missing(&v->form, &problems, &a);
	if (problems_stop(&problems)) {
		form_problems(&v->form, &problems);
		desk_say(s->desk, "%s", problems.at[0].text);
	} else if (casework_asked_referrer(screen_session(s), person_of(s), &x, &a, &said) != OK) {
		desk_say_fault(s->desk);
	} else {
		desk_say(s->desk, "%s", said);
		s->answer = (struct result){ .saved = true };
		done = CLOSE;
	}
	arena_reset(&a);
	return done;
}

static enum outcome asked_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct asked_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool asked_keep(const struct screen *s, struct kept *ret)
{
	const struct asked_state *v = s->state;
	struct arena a = { 0 };
	bool any = false;

	snprintf(ret->about, sizeof(ret->about), "%s", person_ref(person_of(s), &a));
	arena_reset(&a);
	ret->subject = person_of(s).n;
	for (size_t i = 0; i < v->form.n; i++)
		any = any || v->form.at[i].line.text.n > 0;
	if (!any)
		return false;
	snprintf(ret->title, sizeof(ret->title), _("asking for a safer way to %s, begun"),
	         v->view.strip.short_name);
	form_keep(&v->form, &ret->body);
	return true;
}

static const struct binding asked_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save what they said", "save" },
	{ "Esc", ACT_BACK, 0, "Back; what you wrote is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct asked_state);

const struct screen_ops asked_screen = {
	.name = "asked",
	.title = "Is there a safer way?",
	.state_size = sizeof(struct asked_state),
	.bindings = asked_bindings,
	.begin = asked_begin,
	.load = asked_load,
	.render = asked_render,
	.take = asked_take,
	.typing = form_screen_typing,
	.keep = asked_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
