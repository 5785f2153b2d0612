#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/snippets.h"
#include "ui/list.h"

#include <stdio.h>

/* Words that are written often: one's own, everybody's, clew's. Enter changes one, or keeps a new one. */
struct snippets_state {
	struct snippet_list list;
	struct list_view view; /* the first row is a new one */
};

static const struct snippet *chosen(const struct snippets_state *v)
{
	return v->view.at > 0 && v->view.at <= v->list.n ? &v->list.at[v->view.at - 1] : NULL;
}

static const char *whose_text(const struct screen *s, const struct snippet *x)
{
	if (x->id.n == 0)
		return _("clew's");
	return x->account.n == screen_session(s)->account.id.n ? _("yours") : _("everybody's");
}

static enum status snippets_load(struct screen *s)
{
	struct snippets_state *v = s->state;
	enum status rc = casework_snippets(screen_session(s), &s->arena, &v->list);

	if (rc == OK)
		list_resize(&v->view, v->list.n + 1);
	return rc;
}

static void snippets_render(const struct screen *s, struct grid *g)
{
	struct snippets_state *v = s->state;
	struct list_window w;
	int row = 0;

	grid_put(g, row++, 1, -1, LOOK_HEAD, _("Words written often"));
	grid_put(
		g, row++, 1, -1, LOOK_SECOND,
		_("Ctrl-O puts them into any note. {name}, {worker}, {day}, {time} are filled in."));
	grid_rule(g, row++, 1, -1);
	w = list_window(&v->view, g->rows - row);
	for (size_t i = 0; i < w.shown; i++, row++) {
		size_t at = w.first + i;

		if (at == 0) {
			grid_put(g, row, GRID_TEXT, -1, LOOK_PLAIN, _("New words: Enter"));
		} else {
			const struct snippet *x = &v->list.at[at - 1];

			grid_put(g, row, GRID_TEXT, 20, LOOK_STRONG, x->name);
			grid_put(g, row, GRID_TEXT + 21, 11, LOOK_SECOND, whose_text(s, x));
			grid_put(g, row, GRID_TEXT + 33, -1, LOOK_PLAIN, x->words);
		}
		if (at == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
}

static void snippets_came_back(struct screen *s, const struct result *r)
{
	const struct snippets_state *v = s->state;
	const struct snippet *x = chosen(v);
	enum status rc;

	if (r->from || !r->saved || r->id[0] != 'y' || !x)
		return;
	rc = x->account.n != 0 ? casework_drop_snippet(screen_session(s), x->id)
	                       : casework_drop_shared_snippet(screen_session(s), x->id);
	if (rc != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Taken away; u brings it back."));
	desk_reload(s->desk);
}

static enum outcome ask_drop(struct screen *s)
{
	const struct snippet *x = chosen(s->state);
	struct prompt p = { 0 };

	if (!x || x->id.n == 0) {
		desk_say(s->desk, _("What comes with clew stays. Your own can be taken away."));
		return REDRAW;
	}
	prompt_ask(&p, arena_printf(&s->keep, _("Take “%s” away?"), x->name), "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome snippets_take(struct screen *s, enum act act, const struct input *in)
{
	struct snippets_state *v = s->state;
	const struct snippet *x = chosen(v);

	(void)in;
	if (act == ACT_OPEN) {
		/* One of clew's, or of everybody's, becomes one's own when it is changed. */
		s->go = visit_to(&snippet_form_screen);
		s->go.id[0] = x ? x->id.n : 0;
		s->go.text = x && x->id.n == 0 ? x->name : "";
		return OPEN;
	}
	if (act == ACT_DONE)
		return ask_drop(s);
	return list_take(&v->view, act) ? REDRAW : PASS;
}

static const struct binding snippets_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "Change them, or keep new ones", "change" },
	{ "d", ACT_DONE, NEEDS_WRITE, "Take them away; it asks first", "take away" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops snippets_screen = {
	.name = "snippets",
	.title = "Words written often",
	.state_size = sizeof(struct snippets_state),
	.bindings = snippets_bindings,
	.load = snippets_load,
	.render = snippets_render,
	.take = snippets_take,
	.came_back = snippets_came_back,
};

/* ---- one of them ---- */

/* id[0] which; 0: of clew's own, by its name in text, else a new one. */
struct snippet_form {
	struct form form;
	struct snippet snippet;
	bool filled;
};

static const struct field fields[] = {
	{ "name", _("Name"), FIELD_TEXT, NULL, FIELD_NEEDED, _("A few letters to find them by."),
	  40 },
	{ "words", _("Words"), FIELD_NOTE, NULL, FIELD_NEEDED,
	  _("{name}, {worker}, {day} and {time} are filled in where they stand."), 0 },
	{ "everybody", _("For everybody?"), FIELD_ASKED, NULL, 0,
	  _("y when everybody who works here is to have them."), 0 },
	{ 0 },
};

static const struct snippet *find(const struct snippet_list *list, const struct visit *v)
{
	for (size_t i = 0; i < list->n; i++)
		if (v->id[0] != 0 ? list->at[i].id.n == v->id[0]
		                  : list->at[i].id.n == 0 && text_equal(list->at[i].name, v->text))
			return &list->at[i];
	return NULL;
}

static enum status form_load(struct screen *s)
{
	struct snippet_form *v = s->state;
	struct session *session = screen_session(s);
	const struct snippet *found;
	struct snippet_list list;
	enum status rc = casework_snippets(session, &s->keep, &list);

	if (rc != OK || v->filled)
		return rc;
	v->filled = true;
	v->snippet = snippet_blank;
	form_hide(&v->form, "everybody", !session_may(session, OP_SHARE_SNIPPETS));
	found = find(&list, &s->target);
	if (!found)
		return OK;
	v->snippet = *found;
	form_set(&v->form, "name", v->snippet.name);
	form_set(&v->form, "words", v->snippet.words);
	if (v->snippet.id.n != 0 && v->snippet.account.n == 0 &&
	    session_may(session, OP_SHARE_SNIPPETS))
		form_set(&v->form, "everybody", "yes");
	return OK;
}

static enum status form_begin_it(struct screen *s)
{
	struct snippet_form *v = s->state;

	form_begin(&v->form, fields);
	return OK;
}

static void form_render(const struct screen *s, struct grid *g)
{
	struct snippet_form *v = s->state;

	grid_put(g, 0, 1, -1, LOOK_HEAD, _("Words written often"));
	grid_rule(g, 1, 1, -1);
	form_put(&v->form, g, (struct rect){ 2, 1, g->rows - 2, g->columns - 2 });
}

static enum outcome save(struct screen *s)
{
	struct snippet_form *v = s->state;
	struct session *session = screen_session(s);
	struct snippet x = v->snippet;
	bool everybody = text_equal(form_get(&v->form, "everybody"), "yes");
	enum status rc;

	x.name = form_get(&v->form, "name");
	x.words = form_get(&v->form, "words");
	/* What is not theirs to change becomes another of their own. */
	if (everybody ? x.account.n != 0 : x.account.n != session->account.id.n)
		x.id.n = 0;
	rc = everybody ? casework_share_snippet(session, &x) : casework_keep_snippet(session, &x);
	if (rc != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, everybody ? _("Saved for everybody. Ctrl-O puts them into a note.")
	                            : _("Saved. Ctrl-O puts them into a note."));
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome form_take_it(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct snippet_form *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool form_keep_it(const struct screen *s, struct kept *ret)
{
	const struct snippet_form *v = s->state;

	snprintf(ret->about, sizeof(ret->about), "words %lld %s", (long long)s->target.id[0],
	         s->target.text ? s->target.text : "");
	if (!v->filled || (text_equal(form_get(&v->form, "name"), v->snippet.name) &&
	                   text_equal(form_get(&v->form, "words"), v->snippet.words)))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("words written often, begun"));
	form_keep(&v->form, &ret->body);
	form_screen_keep_ver(&ret->body, v->snippet.ver);
	return true;
}

static enum status form_resume_it(struct screen *s, struct str body)
{
	struct snippet_form *v = s->state;
	enum status rc = form_resume(&v->form, body);

	if (rc == OK)
		form_screen_take_ver(body, &v->snippet.ver);
	return rc;
}

static const struct binding form_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save", "save" },
	{ "Esc", ACT_BACK, 0, "Back; what you wrote is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct snippet_form);

const struct screen_ops snippet_form_screen = {
	.name = "snippet-form",
	.title = "Words written often",
	.state_size = sizeof(struct snippet_form),
	.bindings = form_bindings,
	.begin = form_begin_it,
	.load = form_load,
	.render = form_render,
	.take = form_take_it,
	.typing = form_screen_typing,
	.keep = form_keep_it,
	.resume = form_resume_it,
	.end = form_screen_end,
};
