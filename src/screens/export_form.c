#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/export.h"
#include "model/consent_form.h"
#include "model/list_query.h"

#include <stdio.h>
#include <string.h>

/*
 * Who gets a file of people, what for, and where it is written. visit: as the list's that is handed
 * out. What is typed is no draft: a name of a file means little another day.
 */
struct export_page {
	struct form form;
	struct list_query query;
};

static const char *proposed(struct screen *s)
{
	const char *today = day_iso(screen_session(s)->today, &s->keep);
	const char *home = text_empty(s->desk->home) ? "" : "~/";

	return arena_printf(&s->keep, "%sclew-caseload-%s.csv", home, today);
}

static enum status export_begin(struct screen *s)
{
	struct export_page *p = s->state;

	hand_out_query(&s->target, &s->keep, &p->query);
	form_begin(&p->form, export_form);
	form_set(&p->form, "path", proposed(s));
	return OK;
}

static void export_render(const struct screen *s, struct grid *g)
{
	struct export_page *p = s->state;
	int row = 0;

	grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
	         _("Hand out what the list shows, as a file"));
	row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_ATTENTION,
	                      export_warning(COLUMNS_PEOPLE));
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static void say_done(struct screen *s, const struct export_done *done, const char *typed)
{
	struct arena a = { 0 };
	const char *left_out = export_left_out(done, &a);

	desk_say(s->desk, _("%lld people, with names and numbers, are in %s.%s%s"),
	         (long long)done->people, typed, text_empty(left_out) ? "" : " ", left_out);
	arena_reset(&a);
}

static void missing(struct form *f, struct problems *problems, struct arena *a)
{
	static const struct {
		const char *field, *text;
	} needed[] = {
		{ "to_whom", _("Who gets it? It is on record for everybody in the file.") },
		{ "purpose", _("What for? Who has not agreed to it is left out.") },
		{ "path", _("A file needs a name.") },
	};

	for (size_t i = 0; i < COUNT_OF(needed); i++)
		if (str_trim(str_of(form_get(f, needed[i].field))).n == 0)
			problem_add(problems, a, needed[i].field, "%s", needed[i].text);
}

static enum outcome save(struct screen *s)
{
	struct export_page *p = s->state;
	struct problems problems = { 0 };
	struct export_options how = {
		.what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE, .list = &p->query
	};
	struct export_done done;
	const char *typed = arena_strdup(&s->keep, form_get(&p->form, "path"));
	enum status rc = E_INVALID;

	missing(&p->form, &problems, &s->keep);
	if (problems.n == 0) {
		how.to_whom = form_get(&p->form, "to_whom");
		how.purpose =
			(enum purpose)words_find(&purposes, str_of(form_get(&p->form, "purpose")));
		how.path = desk_path(s->desk, typed, &s->keep);
		rc = casework_export(screen_session(s), &how, NULL, &s->keep, &done);
		if (rc == E_EXISTS)
			problem_add(&problems, &s->keep, "path",
			            _("It is there, and was kept. Where else?"));
		else if (rc != OK)
			desk_say_fault(s->desk);
	}
	form_problems(&p->form, &problems);
	if (rc != OK)
		return REDRAW;
	say_done(s, &done, typed);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome export_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct export_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static const struct binding export_bindings[] = {
	{ "1-8", ACT_NONE, 0, "What for", "what for" },
	{ "Ctrl-S", ACT_NONE, 0, "Write the file", "write it" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back: nothing is written", "back" },
	{ 0 },
};

FORM_SCREEN(struct export_page);

const struct screen_ops export_form_screen = {
	.name = "export",
	.title = "Hand out a file",
	.state_size = sizeof(struct export_page),
	.bindings = export_bindings,
	.begin = export_begin,
	.render = export_render,
	.take = export_take,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
