#include "desk_progress.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/export_package.h"
#include "model/consent_form.h"

/* The whole directory as a folder for other directories: where to. What is typed is no draft. */
struct package_page {
	struct form form;
};

static enum status package_begin(struct screen *s)
{
	struct package_page *p = s->state;
	const char *today = day_iso(screen_session(s)->today, &s->keep);

	form_begin(&p->form, package_form);
	if (!text_empty(s->desk->home))
		form_set(&p->form, "path", arena_printf(&s->keep, "~/clew-directory-%s", today));
	return OK;
}

static void package_render(const struct screen *s, struct grid *g)
{
	struct package_page *p = s->state;
	int row = 0;

	grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
	         _("The whole directory, for other directories to take in"));
	row += grid_put_lines(
		g, row, GRID_MARGIN, 4, g->columns - 2, LOOK_SECOND,
		_("A folder of files as the Human Services Data Specification 3.0 has them. Notes "
	          "for staff, whom staff ask for, how it was checked and what is not to be listed "
	          "stay here."));
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static void say_done(struct screen *s, const struct export_package_done *done, const char *typed)
{
	if (done->left_out > 0)
		desk_say(s->desk,
		         _("%lld services are in %s; %lld that are not to be listed are not."),
		         (long long)done->services, typed, (long long)done->left_out);
	else
		desk_say(s->desk, _("%lld services are in %s."), (long long)done->services, typed);
}

static enum outcome save(struct screen *s)
{
	struct package_page *p = s->state;
	const char *typed = arena_strdup(&s->keep, form_get(&p->form, "path"));
	const struct export_package o = { .path = desk_path(s->desk, typed, &s->keep) };
	struct problems problems = { 0 };
	struct desk_progress running;
	const struct progress progress = desk_progress(&running, s->desk, _("Writing"));
	struct export_package_done done;
	enum status rc = E_INVALID;

	if (str_trim(str_of(typed)).n == 0)
		problem_add(&problems, &s->keep, "path", _("A folder needs a name."));
	else
		rc = casework_export_package(screen_session(s), &o, &progress, &s->keep, &done);
	if (rc == E_EXISTS)
		problem_add(&problems, &s->keep, "path",
		            _("It is there, and was kept. Where else?"));
	else if (rc != OK && problems.n == 0)
		desk_say_fault(s->desk);
	form_problems(&p->form, &problems);
	if (rc != OK)
		return REDRAW;
	say_done(s, &done, typed);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome package_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct package_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static const struct binding package_bindings[] = {
	{ "Ctrl-S", ACT_NONE, 0, "Write the folder", "write it" },
	{ "Esc", ACT_NONE, 0, "Back: nothing is written", "back" },
	{ 0 },
};

FORM_SCREEN(struct package_page);

const struct screen_ops package_form_screen = {
	.name = "package",
	.title = "Hand out the directory",
	.state_size = sizeof(struct package_page),
	.bindings = package_bindings,
	.begin = package_begin,
	.render = package_render,
	.take = package_take,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
