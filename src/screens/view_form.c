#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "views.h"

#include "base/words.h"
#include "casework/people.h"
#include "model/concerns.h"
#include "model/places.h"

#include <stdio.h>

/*
 * A view of the caseload, in words: id[0] which, 0 a new one, id[1] the list a new one begins with.
 * Answers with id[0] its list and id[1] which it is.
 */
struct view_form {
	struct form form;
	int64_t ver;
};

static enum status view_begin(struct screen *s)
{
	struct view_form *p = s->state;
	struct case_filter filter = case_filter_blank;
	struct view_shown kept = { .everybody = false };
	struct values v;
	enum status rc = casework_may(screen_session(s), OP_SAVE_VIEW);

	if (rc != OK)
		return rc;
	form_begin(&p->form, case_filter_fields(form_screen_workers(s), &s->keep));
	if (s->target.id[0] != 0) {
		if (!views_find(s, (struct saved_view_id){ s->target.id[0] }, &kept))
			return E_NOT_FOUND;
		filter = kept.filter;
		p->ver = kept.view.ver;
		form_set(&p->form, "name", kept.view.name);
	} else if (s->target.id[1] != 0) {
		filter.view = (enum case_view)s->target.id[1];
	}
	v = case_filter_values(&filter, &s->keep);
	form_fill(&p->form, &v);
	form_set(&p->form, "whose", kept.everybody ? "everybody" : "mine");
	form_hide(&p->form, "whose",
	          !(screen_session(s)->account.roles & ROLE_COORDINATOR) && !kept.everybody);
	return OK;
}

static void view_render(const struct screen *s, struct grid *g)
{
	struct view_form *p = s->state;

	grid_put(g, 0, 1, -1, LOOK_HEAD,
	         s->target.id[0] ? _("Change a view of the caseload")
	                         : _("A new view of the caseload"));
	grid_put(g, 1, 1, -1, LOOK_SECOND,
	         _("All that is filled in must be so; what is empty does not matter."));
	grid_rule(g, 2, 1, -1);
	form_put(&p->form, g, (struct rect){ 3, 1, g->rows - 3, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct view_form *p = s->state;
	const struct values v = form_values(&p->form, &s->keep);
	struct problems problems = { 0 };
	struct new_view x = { .id = { s->target.id[0] },
		              .ver = p->ver,
		              .name = values_get(&v, "name"),
		              .everybody = text_equal(values_get(&v, "whose"), "everybody") };
	struct saved_view_id id;

	form_missing(&p->form, &problems, &s->keep);
	case_filter_take(&v, &s->keep, &x.filter, &problems);
	form_problems(&p->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (casework_save_view(screen_session(s), &x, &id) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Saved. v shows it from now on: %s."), x.name);
	s->answer = (struct result){ .saved = true, .id = { x.filter.view, id.n } };
	return CLOSE;
}

/* What a few letters are taken for, beside them. */
static enum outcome changed(struct screen *s)
{
	struct view_form *p = s->state;
	struct arena a = { 0 };
	struct problems ignored = { 0 };
	struct case_filter f;
	const struct values v = form_values(&p->form, &a);

	case_filter_take(&v, &a, &f, &ignored);
	form_echo(&p->form, "area",
	          *f.council ? arena_printf(&a, "→ %s", council_name(f.council, &a)) : NULL);
	form_echo(&p->form, "concern",
	          *f.concern ? arena_printf(&a, "→ %s", concern_label(f.concern, &a)) : NULL);
	arena_reset(&a);
	return REDRAW;
}

static enum outcome view_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct view_form *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static bool view_keep(const struct screen *s, struct kept *ret)
{
	const struct view_form *p = s->state;
	const char *name = form_get(&p->form, "name");

	if (s->target.id[0] != 0)
		snprintf(ret->about, sizeof(ret->about), "%lld", (long long)s->target.id[0]);
	if (!*name)
		return false;
	snprintf(ret->title, sizeof(ret->title), _("The view “%s”, not saved"), name);
	form_keep(&p->form, &ret->body);
	form_screen_keep_ver(&ret->body, p->ver);
	return true;
}

static enum status view_resume(struct screen *s, struct str body)
{
	struct view_form *p = s->state;
	enum status rc = form_resume(&p->form, body);

	if (rc == OK)
		form_screen_take_ver(body, &p->ver);
	return rc;
}

static const struct binding view_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Keep it", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct view_form);

const struct screen_ops view_screen = {
	.name = "view",
	.title = "A view of the caseload",
	.state_size = sizeof(struct view_form),
	.bindings = view_bindings,
	.begin = view_begin,
	.render = view_render,
	.take = view_take,
	.typing = form_screen_typing,
	.keep = view_keep,
	.resume = view_resume,
	.end = form_screen_end,
};
