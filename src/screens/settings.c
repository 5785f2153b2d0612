#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/settings.h"
#include "model/setting_form.h"

#include <stdio.h>

/* The settings of the service, in one form: a coordinator's, with a fresh passphrase to save. */
struct settings_state {
	struct form form;
	bool changed;
};

static enum status settings_begin(struct screen *s)
{
	struct settings_state *v = s->state;
	struct values values;
	enum status rc = casework_settings(screen_session(s), &s->keep, &values);

	if (rc != OK)
		return rc;
	form_begin(&v->form, setting_form);
	form_fill(&v->form, &values);
	form_focus(&v->form, "idle_staff");
	return OK;
}

static void settings_render(const struct screen *s, struct grid *g)
{
	struct settings_state *v = s->state;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("Settings"));
	grid_put_right(g, 0, g->columns - 1, 60, LOOK_SECOND,
	               _("for everybody at this case file, from their next key"));
	form_put(&v->form, g, (struct rect){ 2, GRID_MARGIN, g->rows - 2, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct settings_state *v = s->state;
	struct problems problems = { 0 };
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	enum outcome outcome = REDRAW;
	size_t n;

	if (casework_change_settings(screen_session(s), &values, &a, &problems, &n) == OK) {
		if (n == 0)
			desk_say(s->desk, _("Nothing was different: all stays as it is."));
		else if (n == 1)
			desk_say(s->desk, _("Saved: one setting. It holds from everybody's next "
			                    "key."));
		else
			desk_say(s->desk,
			         _("Saved: %zu settings. They hold from everybody's next key."), n);
		s->answer = (struct result){ .saved = true };
		outcome = CLOSE;
	} else if (problems.n > 0) {
		form_problems(&v->form, &problems);
		desk_say(s->desk, "%s", problems.at[0].text);
	} else {
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome changed(struct screen *s)
{
	struct settings_state *v = s->state;

	v->changed = true;
	return REDRAW;
}

static enum outcome settings_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct settings_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool settings_keep(const struct screen *s, struct kept *ret)
{
	const struct settings_state *v = s->state;

	if (!v->changed)
		return false;
	snprintf(ret->title, sizeof(ret->title), "%s", _("settings, changed and not saved"));
	form_keep(&v->form, &ret->body);
	return true;
}

static enum status settings_resume(struct screen *s, struct str body)
{
	struct settings_state *v = s->state;

	v->changed = true;
	return form_resume(&v->form, body);
}

static const struct binding settings_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next setting", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save, for everybody at this file", "save" },
	{ "Esc", ACT_BACK, 0, "Back; what you changed is kept and holds for nobody yet",
	  "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct settings_state);

const struct screen_ops settings_screen = {
	.name = "settings",
	.title = "Settings",
	.state_size = sizeof(struct settings_state),
	.bindings = settings_bindings,
	.begin = settings_begin,
	.render = settings_render,
	.take = settings_take,
	.typing = form_screen_typing,
	.keep = settings_keep,
	.resume = settings_resume,
	.end = form_screen_end,
};
