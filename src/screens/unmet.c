#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/level.h"
#include "casework/lists.h"
#include "casework/signposts.h"
#include "model/unmet_form.h"

#include <stdio.h>

/*
 * Nothing fits: why, and how great the need is. id[0] person, text the concern's code; id[2] the
 * signpost that came to nothing (0: none), id[3] the reason that it proposes (unmet_reason).
 */
struct unmet {
	struct form form;
	struct person_strip strip;
	const char *label;
	bool began; /* the need as it was judged is there */
};

static enum status unmet_begin(struct screen *s)
{
	struct unmet *v = s->state;

	if (!s->target.text)
		s->target.text = "";
	form_begin(&v->form, unmet_form);
	if (s->target.id[3] != UNMET_REASON_NONE)
		form_set(&v->form, "reason", words_word(&unmet_reasons, (int)s->target.id[3]));
	return OK;
}

/* As great as somebody judged it at the assessment; a concern that was not raised then has none. */
static void propose_level(struct screen *s)
{
	struct unmet *v = s->state;
	struct level_view level;

	if (casework_level(screen_session(s), (struct person_id){ s->target.id[0] }, s->target.text,
	                   &s->arena, &level) == OK &&
	    *level_text(level.level))
		form_set(&v->form, "level", words_word(&need_levels, (int)level.level));
}

static enum status unmet_load(struct screen *s)
{
	struct unmet *v = s->state;

	v->label = session_concern_label(screen_session(s), s->target.text);
	if (!v->began)
		propose_level(s);
	v->began = true;
	return casework_strip(screen_session(s), (struct person_id){ s->target.id[0] }, &s->arena,
	                      &v->strip);
}

static void unmet_render(const struct screen *s, struct grid *g)
{
	struct unmet *v = s->state;
	int row = strip_put(g, _("Nothing fits"), &v->strip, NULL);

	grid_put(g, row, GRID_MARGIN, 40, LOOK_STRONG, v->label);
	row++;
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_SECOND,
	         _("It is counted, without their name, where help is planned and paid for."));
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&v->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct unmet *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &a);
	struct unmet_need x = unmet_need_blank;
	struct unmet_need_id id;
	enum outcome outcome = REDRAW;
	const char *reason;

	x.person.n = s->target.id[0];
	x.concern = s->target.text;
	x.signpost.n = s->target.id[2];
	unmet_fill(&x, &values, &a, &problems);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		goto done;
	if (casework_note_unmet_need(screen_session(s), &x, &id) != OK) {
		desk_say_fault(s->desk);
		goto done;
	}
	reason = words_label(&unmet_reasons, (int)x.reason);
	desk_say(s->desk, _("Saved. %s: nothing fits, %s."), v->label, reason);
	s->answer =
		(struct result){ .saved = true,
		                 .id = { id.n },
		                 .text = arena_printf(&s->keep, _("Nothing fits: %s"), reason) };
	outcome = CLOSE;
done:
	arena_reset(&a);
	return outcome;
}

static enum outcome unmet_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct unmet *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool unmet_keep(const struct screen *s, struct kept *ret)
{
	const struct unmet *v = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld %lld %lld %s", (long long)s->target.id[0],
	         (long long)s->target.id[2], (long long)s->target.id[3], s->target.text);
	ret->subject = s->target.id[0];
	if ((s->target.id[3] != UNMET_REASON_NONE || text_empty(form_get(&v->form, "reason"))) &&
	    text_empty(form_get(&v->form, "note")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("Nothing fits for %s, not saved"),
	         v->strip.short_name);
	form_keep(&v->form, &ret->body);
	return true;
}

static const struct binding unmet_bindings[] = {
	{ "1-9", ACT_NONE, NEEDS_WRITE, "Why nothing fits", "why" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct unmet);

const struct screen_ops unmet_screen = {
	.name = "unmet",
	.title = "Nothing fits",
	.state_size = sizeof(struct unmet),
	.bindings = unmet_bindings,
	.begin = unmet_begin,
	.load = unmet_load,
	.render = unmet_render,
	.take = unmet_take,
	.typing = form_screen_typing,
	.keep = unmet_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
