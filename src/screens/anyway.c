#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/access.h"
#include "model/access_form.h"

/*
 * Opening a restricted record anyway: why, in words, and the passphrase. The strip is the reference
 * alone. id[0]: the person. Closing it saved lets whatever was refused be tried again.
 */
struct anyway_state {
	struct form form;
	struct glimpse glimpse;
};
FORM_SCREEN(struct anyway_state);

static enum status anyway_begin(struct screen *s)
{
	struct anyway_state *v = s->state;

	form_begin(&v->form, anyway_fields);
	form_line(&v->form, "passphrase")->secret = true;
	if (screen_session(s)->demo)
		form_hide(&v->form, "passphrase", true);
	return OK;
}

static enum status anyway_load(struct screen *s)
{
	struct anyway_state *v = s->state;

	return casework_glimpse(screen_session(s), (struct person_id){ s->target.id[0] }, &s->arena,
	                        &v->glimpse);
}

static void anyway_render(const struct screen *s, struct grid *g)
{
	struct anyway_state *v = s->state;
	struct rect in = panel_put(g, _("Open anyway, with a reason"), 13);

	grid_printf(g, in.row, in.column, LOOK_STRONG, "%s · %s", v->glimpse.name, v->glimpse.ref);
	grid_put_lines(g, in.row + 1, in.column, 2, in.columns, LOOK_SECOND,
	               _("It opens for an hour. A coordinator is told now, and looks at what "
	                 "was opened and why."));
	in.row += 4;
	in.rows -= 4;
	form_put(&v->form, g, in);
}

static void wrong(struct screen *s, const char *field)
{
	struct anyway_state *v = s->state;
	struct arena a = { 0 };
	struct problems p = { 0 };

	problem_add(&p, &a, field, "%s", session_fault(screen_session(s)));
	form_problems(&v->form, &p);
	arena_reset(&a);
}

/* Everything but the passphrase is looked at first: it is typed once. */
static enum outcome save(struct screen *s)
{
	struct anyway_state *v = s->state;
	struct session *session = screen_session(s);
	struct person_id person = { s->target.id[0] };
	const char *why = form_get(&v->form, "why"), *words = form_get(&v->form, "words");
	enum access_reason reason = (enum access_reason)words_find(&anyway_reasons, str_of(why));
	struct line *secret = form_line(&v->form, "passphrase");

	if (reason == ACCESS_REASON_NONE || !access_words_enough(words)) {
		session_fail(session, E_INVALID, "%s",
		             reason == ACCESS_REASON_NONE
		                     ? _("May somebody come to harm, or is it something else?")
		                     : _("Say why in at least ten characters."));
		wrong(s, reason == ACCESS_REASON_NONE ? "why" : "words");
		return REDRAW;
	}
	if (casework_prove(session, buf_str(&secret->text)) != OK) {
		wrong(s, "passphrase");
		line_done(secret);
		*secret = (struct line){ .secret = true };
		return REDRAW;
	}
	if (casework_open_anyway(session, person, reason, words) != OK) {
		desk_say(s->desk, "%s", session_fault(session));
		return REDRAW;
	}
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome anyway_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct anyway_state *v = s->state;
	enum outcome outcome = form_screen_take(s, &v->form, in, &how);

	(void)act;
	return outcome == PASS && !demand_passes(in) ? STAY : outcome;
}

static const struct binding anyway_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Open it; a coordinator is told", "open it" },
	{ "Esc", ACT_BACK, 0, "Back: the record stays closed", "back" },
	{ 0 },
};

const struct screen_ops anyway_screen = {
	.name = "anyway",
	.title = "Open anyway, with a reason",
	.state_size = sizeof(struct anyway_state),
	.bindings = anyway_bindings,
	.overlay = true,
	.begin = anyway_begin,
	.load = anyway_load,
	.render = anyway_render,
	.take = anyway_take,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
