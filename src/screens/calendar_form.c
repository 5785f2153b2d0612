#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/calendar.h"
#include "model/consent_form.h"

/* One's own reminders as a calendar: where to; and, for names, who gets them and what for. */
struct calendar_page {
	struct form form;
	bool names; /* may be asked for */
};

static enum status calendar_begin(struct screen *s)
{
	struct calendar_page *p = s->state;

	p->names = session_may(screen_session(s), OP_EXPORT);
	form_begin(&p->form, p->names ? calendar_form : calendar_plain_form);
	if (!text_empty(s->desk->home))
		form_set(&p->form, "path", "~/clew.ics");
	return OK;
}

static void calendar_render(const struct screen *s, struct grid *g)
{
	struct calendar_page *p = s->state;
	int row = 0;

	grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
	         _("Your reminders, for a calendar (iCalendar)"));
	row += grid_put_lines(
		g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_ATTENTION,
		p->names
			? _("A calendar is copied to telephones and servers. Without names it says "
	                    "what kind of thing is to be done, and when.")
			: _("It says what kind of thing is to be done, and when. It has no names."));
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static void missing(const struct calendar_page *p, struct calendar_options *o,
                    struct problems *problems, struct arena *a)
{
	if (str_trim(str_of(form_get(&p->form, "path"))).n == 0)
		problem_add(problems, a, "path", _("A file needs a name."));
	if (!p->names)
		return;
	o->to_whom = arena_str(a, str_trim(str_of(form_get(&p->form, "to_whom"))));
	o->purpose = (enum purpose)words_find(&purposes, str_of(form_get(&p->form, "purpose")));
	if (!text_empty(o->to_whom) && o->purpose == PURPOSE_NONE)
		problem_add(problems, a, "purpose",
		            _("What for? Who has not agreed to it stands there without a name."));
	if (text_empty(o->to_whom) && o->purpose != PURPOSE_NONE)
		problem_add(problems, a, "to_whom",
		            _("Who gets the names? It is on record for everybody in the file."));
}

static void say_done(struct screen *s, const struct calendar_done *done, const char *typed)
{
	struct arena a = { 0 };
	const char *out = done->left_out == 0
	                          ? ""
	                          : arena_printf(&a, _(" %lld people stand there without a name."),
	                                         (long long)done->left_out);

	if (done->named > 0)
		desk_say(s->desk, _("%lld reminders are in %s, with the names of %lld people.%s"),
		         (long long)done->open, typed, (long long)done->named, out);
	else
		desk_say(s->desk, _("%lld reminders are in %s, without names.%s"),
		         (long long)done->open, typed, out);
	arena_reset(&a);
}

static enum outcome save(struct screen *s)
{
	struct calendar_page *p = s->state;
	const char *typed = arena_strdup(&s->keep, form_get(&p->form, "path"));
	struct calendar_options o = { .path = desk_path(s->desk, typed, &s->keep), .to_whom = "" };
	struct problems problems = { 0 };
	struct calendar_done done;
	enum status rc = E_INVALID;

	missing(p, &o, &problems, &s->keep);
	if (problems.n == 0)
		rc = text_empty(o.to_whom)
		             ? casework_calendar(screen_session(s), &o, &s->keep, &done)
		             : casework_calendar_named(screen_session(s), &o, &s->keep, &done);
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

static enum outcome calendar_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct calendar_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static const struct binding calendar_bindings[] = {
	{ "Ctrl-S", ACT_NONE, 0, "Write the file", "write it" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back: nothing is written", "back" },
	{ 0 },
};

FORM_SCREEN(struct calendar_page);

const struct screen_ops calendar_form_screen = {
	.name = "calendar",
	.title = "Reminders for a calendar",
	.state_size = sizeof(struct calendar_page),
	.bindings = calendar_bindings,
	.begin = calendar_begin,
	.render = calendar_render,
	.take = calendar_take,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
