#include "person.h"

#include "desk.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "model/moved.h"
#include "model/when.h"
#include "ui/keys.h"

#include <string.h>

/* The timeline's own keys: v which entries, / words or a day in them. */

static const struct menu_item kinds[] = {
	{ _("Everything"), NULL, NULL },
	{ _("Contacts"), _("calls, messages, what was tried"), NULL },
	{ _("Assessments"), NULL, NULL },
	{ _("Plan"), NULL, NULL },
	{ _("Services"), _("told, referred, nothing fits"), NULL },
	{ _("Where they are"), _("what has happened, time with us"), NULL },
	{ _("Given and sent"), _("papers, what left"), NULL },
	{ _("Written by the same"), _("as the entry under the cursor"), NULL },
	{ _("This time with us"), _("since they were last referred"), NULL },
	{ 0 },
};

static struct list_view *list_of(struct person_page *p)
{
	return &p->list[TAB_TIMELINE];
}

/* What is shown has changed: the cursor stays on its entry where that is still there. */
static void choose_again(struct screen *s)
{
	struct person_page *p = s->state;
	const struct timeline *t = &p->timeline;
	struct view_row was = { 0 };
	bool any = list_of(p)->at < t->shown.n;

	if (any)
		was = t->shown.at[list_of(p)->at];
	timeline_choose(&p->timeline, &p->view, &s->arena);
	list_resize(list_of(p), t->shown.n);
	list_of(p)->at = 0;
	for (size_t i = 0; any && i < t->shown.n; i++)
		if (t->shown.at[i].whole == was.whole)
			list_of(p)->at = i;
}

/* Whoever looks through it looks through all of it. */
static enum outcome look_again(struct screen *s)
{
	struct person_page *p = s->state;

	if (p->view.more && !p->whole) {
		p->whole = true;
		return RELOAD;
	}
	choose_again(s);
	return REDRAW;
}

static enum outcome take_menu(struct screen *s, const struct input *in)
{
	struct person_page *p = s->state;
	struct timeline *t = &p->timeline;

	switch (menu_take(&t->menu, in)) {
	case MENU_STAY:
		return STAY;
	case MENU_MOVED:
		return REDRAW;
	case MENU_LEFT:
		t->choosing = false;
		return REDRAW;
	case MENU_CHOSEN:
		break;
	}
	t->choosing = false;
	t->kind = (enum timeline_kind)t->menu.at;
	if (t->kind == TIMELINE_BY && list_of(p)->at < t->shown.n)
		t->by = t->shown.at[list_of(p)->at].by;
	return look_again(s);
}

/* "3 oct": to that day, when no entry says so. */
static enum outcome go_to_day(struct screen *s)
{
	struct person_page *p = s->state;
	struct timeline *t = &p->timeline;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_BACK };
	struct arena a = { 0 };
	struct when when;
	const char *fault;
	bool day_typed = t->shown.n == 0 && !line_empty(&t->find) &&
	                 when_parse(line_text(&t->find), &from, &a, &when, &fault) == OK;
	size_t at;

	t->finding = false;
	if (!day_typed) {
		arena_reset(&a);
		return REDRAW;
	}
	line_set(&t->find, "");
	timeline_choose(t, &p->view, &s->arena);
	list_resize(list_of(p), t->shown.n);
	at = timeline_row_of(t, when.on);
	list_of(p)->at = at < t->shown.n || at == 0 ? at : at - 1;
	desk_say(s->desk,
	         at < t->shown.n ? _("%s, or the last before it.")
	                         : _("Nothing is as old as %s. This is the oldest."),
	         day_short(when.on, session->today, &a));
	arena_reset(&a);
	return REDRAW;
}

static enum outcome take_find(struct screen *s, const struct input *in)
{
	struct person_page *p = s->state;
	struct timeline *t = &p->timeline;

	if (key_matches("Esc", in)) {
		line_set(&t->find, "");
		t->finding = false;
		return look_again(s);
	}
	if (key_matches("Enter", in))
		return go_to_day(s);
	if (key_matches("Down", in)) {
		t->finding = false;
		return REDRAW;
	}
	switch (line_take(&t->find, in)) {
	case LINE_PASS:
		return PASS;
	case LINE_MOVED:
	case LINE_FULL:
		return REDRAW;
	case LINE_CHANGED:
		return look_again(s);
	}
	return PASS;
}

static enum outcome begin_find(struct screen *s)
{
	struct person_page *p = s->state;

	p->timeline.finding = true;
	return p->view.more && !p->whole ? look_again(s) : REDRAW;
}

static enum moved_noun noun_of(enum view_sort sort)
{
	switch (sort) {
	case SORT_CONTACT:
		return MOVED_CONTACT;
	case SORT_MESSAGE:
		return MOVED_MESSAGE;
	case SORT_SAFETY:
		return MOVED_SAFETY;
	case SORT_SERVICE:
		return MOVED_SIGNPOST;
	case SORT_NONE:
	case SORT_STEP:
	case SORT_ASSESSMENT:
	case SORT_PLAN:
	case SORT_WENT_ON:
	case SORT_UNMET:
	case SORT_STAGE:
	case SORT_LEFT:
	case SORT_WISHES:
	case SORT_MOVED:
		break;
	}
	return MOVED_NOUN_NONE;
}

enum outcome person_move_entry(struct screen *s)
{
	struct person_page *p = s->state;
	const struct view_row_list *rows = &p->timeline.shown;
	size_t at = list_of(p)->at;
	const struct view_row *x = at < rows->n ? &rows->at[at] : NULL;
	enum moved_noun noun = x && x->id != 0 ? noun_of(x->sort) : MOVED_NOUN_NONE;

	if (!x || noun == MOVED_NOUN_NONE) {
		desk_say(s->desk,
		         _("Contacts, messages, safety notes and words of a service are moved; "
		           "this is not."));
		return REDRAW;
	}
	p->entry = false;
	s->go = visit_person(&move_entry_screen, p->view.person.id);
	s->go.id[1] = (int64_t)noun;
	s->go.id[2] = x->id;
	s->go.text = x->sort == SORT_SAFETY ? _("safety note") : x->what;
	return OPEN;
}

enum outcome person_take_timeline(struct screen *s, enum act act, const struct input *in)
{
	struct person_page *p = s->state;
	struct timeline *t = &p->timeline;

	if (t->choosing)
		return take_menu(s, in);
	if (t->finding)
		return take_find(s, in);
	if (act == ACT_FIND)
		return begin_find(s);
	if (act == ACT_WHOSE)
		return person_move_entry(s);
	if (act == ACT_VIEWS) {
		menu_ask(&t->menu, _("Which entries"), kinds);
		t->menu.at = (size_t)t->kind;
		t->choosing = true;
		return REDRAW;
	}
	/* Esc shows all again before it leaves. */
	if (key_matches("Esc", in) && (!line_empty(&t->find) || t->kind != TIMELINE_ALL)) {
		line_set(&t->find, "");
		t->kind = TIMELINE_ALL;
		return look_again(s);
	}
	return PASS;
}

/* Which entries these are, or what is looked for; only while it is not simply all. */
int person_put_timeline_head(const struct person_page *p, struct grid *g, int row)
{
	/* NOLINTNEXTLINE(performance-no-int-to-ptr): the line remembers which of it is in sight. */
	struct timeline *t = (struct timeline *)(uintptr_t)&p->timeline;
	struct arena a = { 0 };
	int column = 1;

	if (t->kind == TIMELINE_ALL && !t->finding && line_empty(&t->find))
		return row;
	if (t->kind != TIMELINE_ALL)
		column = grid_put(g, row, column, -1, LOOK_STRONG, timeline_said(t, &p->view, &a)) +
		         3;
	if (t->finding || !line_empty(&t->find)) {
		column = grid_put(g, row, column, -1, LOOK_STRONG, "/");
		line_put(&t->find, g, row, column, g->columns - column - 16, t->finding);
		if (!line_empty(&t->find))
			grid_put_right(g, row, g->columns - 1, 14, LOOK_SECOND,
			               t->shown.n == 1
			                       ? _("1 entry")
			                       : arena_printf(&a, _("%zu entries"), t->shown.n));
	}
	arena_reset(&a);
	return row + 1;
}

/* The words that are looked for stand out in the row. */
void person_put_found(const struct person_page *p, struct grid *g, int row, int column,
                      const char *what)
{
	struct arena a = { 0 };
	const char *folded = text_fold(str_trim(str_of(line_text(&p->timeline.find))), &a);
	size_t from, to;

	if (*folded && timeline_span(what, folded, &from, &to)) {
		int before = (int)text_width((struct str){ what, from });

		grid_put(g, row, column + before, -1, LOOK_ACCENT,
		         arena_printf(&a, "%.*s", (int)(to - from), what + from));
	}
	arena_reset(&a);
}

const char *person_timeline_empty(const struct person_page *p)
{
	if (p->view.timeline.n == 0)
		return _("Nothing is written down yet. c opens a contact before you ring.");
	return line_empty(&p->timeline.find)
	               ? _("No entry of that kind. v shows others, Esc all.")
	               : _("No entry says that. Enter goes to it when it is a day; Esc shows all.");
}
