#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/contacts.h"

#include <stdio.h>

/*
 * The end of the ladder: before somebody is said to be out of reach, four things were asked. What
 * turns out otherwise is told with h, where it belongs.
 */
struct unreached {
	struct form form;
	struct person_strip strip; /* belongs to the screen's arena */
};

static const struct field fields[] = {
	{ "not_in_hospital", _("Not in hospital"), FIELD_ASKED, NULL, 0,
	  _("Asked the ward, or their nurse: y when they are not."), 0 },
	{ "not_moved", _("Not moved"), FIELD_ASKED, NULL, 0,
	  _("Asked their GP practice: y when they have not."), 0 },
	{ "not_died", _("Not died"), FIELD_ASKED, NULL, 0,
	  _("Asked their nurse or GP practice: y when they have not."), 0 },
	{ "referrer_asked", _("Referrer asked"), FIELD_ASKED, NULL, 0,
	  _("Asked whoever referred them for a safer way: y when they know of none, or there is none."),
	  0 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ 0 },
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status unreached_begin(struct screen *s)
{
	struct unreached *u = s->state;

	form_begin(&u->form, fields);
	return OK;
}

static enum status unreached_load(struct screen *s)
{
	struct unreached *u = s->state;

	return casework_strip(screen_session(s), person_of(s), &s->arena, &u->strip);
}

static void unreached_render(const struct screen *s, struct grid *g)
{
	struct unreached *u = s->state;
	int row = strip_put(g, _("Cannot be reached"), &u->strip, NULL);

	grid_rule(g, row++, 1, -1);
	row += grid_put_lines(g, row, 1, 2, g->columns - 2, LOOK_PLAIN,
	                      _("Their time with us closes as could not be reached, once all four "
	                        "were asked. What turns out otherwise: Esc, then h."));
	form_put(&u->form, g, (struct rect){ row + 1, 1, g->rows - row - 1, g->columns - 2 });
}

static bool yes(const struct unreached *u, const char *name)
{
	return text_equal(form_get(&u->form, name), "yes");
}

static enum outcome save(struct screen *s)
{
	struct unreached *u = s->state;
	const struct out_of_reach checked = {
		.not_in_hospital = yes(u, "not_in_hospital"),
		.not_moved = yes(u, "not_moved"),
		.not_died = yes(u, "not_died"),
		.referrer_asked = yes(u, "referrer_asked"),
		.note = form_get(&u->form, "note"),
	};

	if (casework_unable_to_contact(screen_session(s), person_of(s), &checked) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Saved. %s closes as could not be reached; u takes it back."),
	         u->strip.short_name);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome unreached_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct unreached *u = s->state;

	(void)act;
	return form_screen_take(s, &u->form, in, &how);
}

static bool unreached_keep(const struct screen *s, struct kept *ret)
{
	const struct unreached *u = s->state;
	struct arena a = { 0 };
	bool any = false;

	snprintf(ret->about, sizeof(ret->about), "%s", person_ref(person_of(s), &a));
	arena_reset(&a);
	ret->subject = person_of(s).n;
	for (size_t i = 0; i < u->form.n; i++)
		any = any || u->form.at[i].line.text.n > 0;
	if (!any)
		return false;
	snprintf(ret->title, sizeof(ret->title), _("whether %s can be reached, begun"),
	         u->strip.short_name);
	form_keep(&u->form, &ret->body);
	return true;
}

static const struct binding unreached_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Close as could not be reached", "close" },
	{ "Esc", ACT_BACK, 0, "Back; what you wrote is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct unreached);

const struct screen_ops unreached_screen = {
	.name = "unreached",
	.title = "Cannot be reached",
	.state_size = sizeof(struct unreached),
	.bindings = unreached_bindings,
	.begin = unreached_begin,
	.load = unreached_load,
	.render = unreached_render,
	.take = unreached_take,
	.typing = form_screen_typing,
	.keep = unreached_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
