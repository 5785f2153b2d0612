#include "desk.h"
#include "form_screen.h"
#include "merging.h"
#include "screens.h"

#include "base/words.h"
#include "casework/settings.h"
#include "model/setting_form.h"

#include <stdio.h>

/* The settings of the service, in one form: a coordinator's, with a fresh passphrase to save. */
struct settings_state {
	struct form form;
	struct merging merging;
	struct values read; /* as they were read last; in s->keep */
	size_t saved;       /* how many were different */
};

static enum status settings_begin(struct screen *s)
{
	struct settings_state *v = s->state;
	struct event_id mark = { 0 };
	enum status rc = casework_mark(screen_session(s), &mark);

	if (rc == OK)
		rc = casework_settings(screen_session(s), &s->keep, &v->read);
	if (rc != OK)
		return rc;
	merging_begin(&v->merging,
	              &(struct merging_from){ setting_form, { { 0 }, { 0 } }, _("Settings") }, mark,
	              &v->read);
	form_begin(&v->form, setting_form);
	form_fill(&v->form, &v->read);
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

static enum status store(struct screen *s)
{
	struct settings_state *v = s->state;
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &s->keep);
	enum status rc = casework_change_settings(screen_session(s), &v->read, &values, &s->keep,
	                                          &problems, &v->saved);

	if (rc == OK || problems.n == 0)
		return rc;
	form_problems(&v->form, &problems);
	desk_say(s->desk, "%s", problems.at[0].text);
	return E_STOPPED;
}

static enum status read_again(struct screen *s, struct values *ret)
{
	struct settings_state *v = s->state;
	enum status rc = casework_settings(screen_session(s), &s->keep, &v->read);

	if (rc == OK)
		*ret = v->read;
	return rc;
}

static void say_saved(struct screen *s)
{
	const struct settings_state *v = s->state;
	const char *theirs = merging_saved(&v->merging, &s->keep);

	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else if (v->saved == 0)
		desk_say(s->desk, _("Nothing was different: all stays as it is."));
	else if (v->saved == 1)
		desk_say(s->desk, _("Saved: one setting. It holds from everybody's next key."));
	else
		desk_say(s->desk, _("Saved: %zu settings. They hold from everybody's next key."),
		         v->saved);
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_again };
	struct settings_state *v = s->state;

	switch (merging_save(s, &v->form, &v->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
	case MERGED_NOT:
		return REDRAW;
	}
	say_saved(s);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome settings_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct settings_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static void settings_came_back(struct screen *s, const struct result *r)
{
	struct settings_state *v = s->state;

	merging_chosen(s, &v->form, &v->merging, r);
}

static bool settings_keep(const struct screen *s, struct kept *ret)
{
	const struct settings_state *v = s->state;

	snprintf(ret->title, sizeof(ret->title), "%s", _("settings, changed and not saved"));
	return merging_keep(&v->merging, &v->form, &ret->body);
}

static enum status settings_resume(struct screen *s, struct str body)
{
	struct settings_state *v = s->state;

	return merging_resume(&v->merging, &v->form, body);
}

static void settings_end(struct screen *s)
{
	struct settings_state *v = s->state;

	merging_done(&v->merging);
	form_done(&v->form);
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
	.came_back = settings_came_back,
	.end = settings_end,
};
