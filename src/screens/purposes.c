#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/consent.h"
#include "casework/op.h"
#include "model/none.h"
#include "ui/list.h"

#include <stdio.h>

/*
 * Why details are used at all: purpose by purpose whether people must agree, for how long, and in
 * which words they are asked; and the version of the privacy notice. The coordinator settles it.
 */
#define SHORT_COLUMN 46

struct purposes_state {
	struct purposes_view view;
	struct list_view list; /* the purposes, then the notice */
};

static enum status purposes_load(struct screen *s)
{
	struct purposes_state *v = s->state;
	enum status rc = casework_purposes(screen_session(s), &s->arena, &v->view);

	if (rc == OK)
		list_resize(&v->list, v->view.rules.n + 1);
	return rc;
}

static const char *short_text(const struct purpose_rule *r, struct arena *a)
{
	const char *text = r->consent ? _("they must agree") : _("a no counts");

	if (r->consent && r->months != NUMBER_NONE)
		text = arena_printf(a, _("%s, %d months"), text, r->months);
	return r->ver != 0 ? arena_printf(a, _("%s · settled"), text) : text;
}

static const struct purpose_rule *chosen(const struct purposes_state *v)
{
	return v->list.at < v->view.rules.n ? &v->view.rules.at[v->list.at] : NULL;
}

static void put_whole(const struct purposes_state *v, struct grid *g, int row)
{
	const struct purpose_rule *r = chosen(v);
	struct arena a = { 0 };

	grid_rule(g, row++, GRID_MARGIN, -1);
	if (!r) {
		grid_put_lines(
			g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_SECOND,
			_("A new version is given to everybody again: their record says so."));
		return;
	}
	row += grid_put_lines(g, row, GRID_MARGIN, 4, g->columns - 2, LOOK_WORDS,
	                      arena_printf(&a, "“%s”", consent_words(r->words, _("them"), &a)));
	grid_printf(g, row++, GRID_MARGIN, LOOK_PLAIN, _("Basis: %s · words, version %d"),
	            purpose_basis(r, &a), r->wording);
	if (!text_empty(r->policy))
		grid_printf(g, row, GRID_MARGIN, LOOK_SECOND, _("Policy: %s"), r->policy);
	arena_reset(&a);
}

static void purposes_render(const struct screen *s, struct grid *g)
{
	const struct purposes_state *v = s->state;
	struct arena a = { 0 };
	int row = 2;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_PLAIN, _("What people's details are used for"));
	for (size_t i = 0; i < v->view.rules.n; i++, row++) {
		const struct purpose_rule *r = &v->view.rules.at[i];

		grid_printf(g, row, GRID_TEXT, LOOK_STRONG, "%zu  %s", i + 1,
		            words_label(&purposes, (int)r->purpose));
		grid_put(g, row, SHORT_COLUMN, -1, LOOK_SECOND, short_text(r, &a));
		if (i == v->list.at)
			grid_select(g, row);
	}
	grid_printf(g, row, GRID_TEXT, LOOK_STRONG, _("%zu  the privacy notice"),
	            v->view.rules.n + 1);
	grid_printf(g, row, SHORT_COLUMN, LOOK_SECOND, _("version %s"), v->view.notice_version);
	if (v->list.at == v->view.rules.n)
		grid_select(g, row);
	put_whole(v, g, row + 2);
	arena_reset(&a);
}

static enum outcome open_row(struct screen *s)
{
	struct purposes_state *v = s->state;
	struct prompt p = { 0 };

	if (!session_may(screen_session(s), OP_SETTLE_PURPOSES)) {
		desk_say(s->desk, _("A coordinator settles this. It can be read here."));
		return REDRAW;
	}
	if (chosen(v)) {
		s->go = (struct visit){ .where = &purpose_screen, .id = { chosen(v)->purpose } };
		return OPEN;
	}
	prompt_ask(&p, _("Which version is it now? Everybody is due for it again:"), NULL);
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome purposes_take(struct screen *s, enum act act, const struct input *in)
{
	struct purposes_state *v = s->state;

	if (list_take(&v->list, act))
		return REDRAW;
	if (act == ACT_DIGIT) {
		v->list.at = (size_t)(in->ch - U'1');
		return open_row(s);
	}
	return act == ACT_OPEN ? open_row(s) : PASS;
}

static void purposes_came_back(struct screen *s, const struct result *r)
{
	if (r->from || !r->saved || text_empty(r->text))
		return;
	if (casework_set_notice_version(screen_session(s), r->text) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Saved. Everybody is due for version %s."), r->text);
	desk_reload(s->desk);
}

/* clang-format off */
static const struct binding purposes_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Settle it: words, whether they must agree, the basis", "settle it" },
	{ "1-9", ACT_DIGIT, NEEDS_HIDDEN, "Settle that one", NULL },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
/* clang-format on */

const struct screen_ops purposes_screen = {
	.name = "purposes",
	.title = "What details are used for",
	.state_size = sizeof(struct purposes_state),
	.bindings = purposes_bindings,
	.load = purposes_load,
	.render = purposes_render,
	.take = purposes_take,
	.came_back = purposes_came_back,
};

/* ---- one of them: id[0] purpose ---- */

struct purpose_page {
	struct form form;
	struct purpose_rule rule; /* as it was read; strings in s->keep */
};

static enum status purpose_begin(struct screen *s)
{
	struct purpose_page *p = s->state;
	struct purposes_view view;
	struct values values;
	enum status rc = casework_purposes(screen_session(s), &s->keep, &view);

	if (rc != OK)
		return rc;
	p->rule = view.rules.at[s->target.id[0] - 1];
	values = purpose_values(&p->rule, &s->keep);
	form_begin(&p->form, purpose_form);
	form_fill(&p->form, &values);
	return OK;
}

static void purpose_render(const struct screen *s, struct grid *g)
{
	struct purpose_page *p = s->state;

	grid_printf(g, 0, GRID_MARGIN, LOOK_STRONG, _("What for: %s"),
	            words_label(&purposes, (int)p->rule.purpose));
	grid_rule(g, 1, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ 2, GRID_MARGIN, g->rows - 2, g->columns - 2 });
}

static enum outcome purpose_save(struct screen *s)
{
	struct purpose_page *p = s->state;
	struct purpose_rule rule = p->rule;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&p->form, &a);
	enum outcome outcome = REDRAW;

	purpose_fill(&rule, &values, &a, &problems);
	form_problems(&p->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_settle_purpose(screen_session(s), &rule) != OK) {
			desk_say_fault(s->desk);
		} else {
			desk_say(s->desk,
			         _("Saved. It counts from the next screen on, for everybody."));
			s->answer = (struct result){ .saved = true };
			outcome = CLOSE;
		}
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome purpose_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = purpose_save };
	struct purpose_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static const struct binding purpose_bindings[] = {
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back: it stays as it is", "back" },
	{ 0 },
};

FORM_SCREEN(struct purpose_page);

const struct screen_ops purpose_screen = {
	.name = "purpose",
	.title = "What details are used for: one of them",
	.state_size = sizeof(struct purpose_page),
	.bindings = purpose_bindings,
	.begin = purpose_begin,
	.render = purpose_render,
	.take = purpose_take,
	.typing = form_screen_typing,
	.end = form_screen_end,
};
