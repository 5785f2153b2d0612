#include "desk.h"
#include "form_screen.h"
#include "merging.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/find.h"
#include "casework/op.h"
#include "casework/relatives.h"
#include "model/relation_form.h"
#include "ui/keys.h"
#include "ui/list.h"

#include <stdio.h>
#include <string.h>

/*
 * Somebody round a person. visit: id[0] the person, id[1] the relation, 0 a new one. From three letters
 * of a name on, those who have a record stand below: ↓ to one and Enter links the two.
 */
struct relation_page {
	struct form form;
	struct merging merging;
	struct person_strip strip;
	struct relation was, now; /* strings in s->keep */
	struct person_id other;   /* who was chosen; 0: a name alone */
	struct hits hits;         /* in told */
	struct list_view list;
	bool in_hits;
	struct arena told;
};

#define LETTERS   3 /* of a name before it is looked for */
#define HITS_MOST 4

static bool is_new(const struct screen *s)
{
	return s->target.id[1] == 0;
}

static enum status read_relation(struct screen *s, struct values *ret)
{
	struct relation_page *p = s->state;
	struct relative_list all;
	enum status rc = casework_relatives(screen_session(s),
	                                    (struct person_id){ s->target.id[0] }, &s->keep, &all);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < all.n; i++) {
		if (all.at[i].theirs || all.at[i].relation.id.n != s->target.id[1])
			continue;
		p->was = all.at[i].relation;
		p->other = p->was.other;
		*ret = relation_values(&p->was, &s->keep);
		if (p->other.n != 0)
			values_set(ret, &s->keep, "name", all.at[i].name);
		return OK;
	}
	return E_NOT_FOUND;
}

static void echo(struct relation_page *p)
{
	char text[64];
	struct arena a = { 0 };

	snprintf(text, sizeof(text), _("%s, their record"), person_ref(p->other, &a));
	form_echo(&p->form, "name", p->other.n != 0 ? text : NULL);
	arena_reset(&a);
}

static enum status relation_begin(struct screen *s)
{
	struct relation_page *p = s->state;
	struct session *session = screen_session(s);
	struct person_id id = { s->target.id[0] };
	struct event_id mark = { 0 };
	struct values values;
	enum status rc = casework_may_about(session, OP_CHANGE_PERSON, id);

	if (rc == OK)
		rc = casework_strip(session, id, &s->keep, &p->strip);
	if (rc == OK)
		rc = casework_mark(session, &mark);
	p->was = relation_blank;
	p->was.person = id;
	values = relation_values(&p->was, &s->keep);
	if (rc == OK && !is_new(s))
		rc = read_relation(s, &values);
	if (rc != OK)
		return rc;
	merging_begin(&p->merging,
	              &(struct merging_from){ relation_fields, { .person = id }, p->strip.name },
	              mark, &values);
	form_begin(&p->form, relation_fields);
	form_fill(&p->form, &values);
	echo(p);
	return OK;
}

/* ---- who has a record ---- */

static void drop_strangers(struct relation_page *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->hits.n; i++)
		if (p->hits.at[i].person.n != 0 && p->hits.at[i].person.n != p->strip.id.n)
			p->hits.at[kept++] = p->hits.at[i];
	p->hits.n = kept;
}

static void look_for_hits(struct screen *s)
{
	struct relation_page *p = s->state;
	const char *name = form_get(&p->form, "name");

	arena_reset(&p->told);
	p->hits = (struct hits){ 0 };
	if (strlen(name) >= LETTERS && p->other.n == 0) {
		if (casework_find(screen_session(s), name, HITS_MOST, &p->told, &p->hits) != OK)
			desk_say_fault(s->desk);
		drop_strangers(p);
	}
	list_resize(&p->list, p->hits.n);
}

static enum outcome choose(struct screen *s)
{
	struct relation_page *p = s->state;
	const struct hit *x = &p->hits.at[p->list.at];

	p->other = x->person;
	form_set(&p->form, "name", x->name);
	p->in_hits = false;
	if (casework_find_settled(screen_session(s)) != OK)
		desk_say_fault(s->desk);
	look_for_hits(s);
	echo(p);
	form_focus(&p->form, "kind");
	return REDRAW;
}

static void put_hits(struct relation_page *p, struct grid *g, int row)
{
	char count[24];

	if (p->hits.n == 0)
		return;
	snprintf(count, sizeof(count), "%zu", p->hits.n);
	grid_head_note(g, row, _("HAVE A RECORD"), p->in_hits ? NULL : _("↓ to link one"), count);
	for (size_t i = 0; i < p->hits.n; i++) {
		const struct hit *x = &p->hits.at[i];
		int at = row + 1 + (int)i;
		int column = grid_put(g, at, GRID_TEXT, 34, LOOK_STRONG, x->name);

		grid_printf(g, at, column, LOOK_SECOND, " · %s · %s", x->ref, x->where);
		if (p->in_hits && i == p->list.at)
			grid_select(g, at);
	}
}

static void relation_render(const struct screen *s, struct grid *g)
{
	struct relation_page *p = s->state;
	int row = strip_put(g, _("Round them"), &p->strip, NULL);
	int below = p->hits.n > 0 ? (int)p->hits.n + 1 : 0;

	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, 1, g->rows - row - below, g->columns - 2 });
	put_hits(p, g, g->rows - below);
}

/* ---- keeping ---- */

#define OTHER ".other"

static bool relation_keep(const struct screen *s, struct kept *ret)
{
	const struct relation_page *p = s->state;
	char other[24];

	ret->subject = p->strip.id.n;
	snprintf(ret->about, sizeof(ret->about), "%lld %lld", (long long)s->target.id[0],
	         (long long)s->target.id[1]);
	snprintf(ret->title, sizeof(ret->title), _("Somebody round %s, not saved"),
	         p->strip.short_name);
	if (!merging_keep(&p->merging, &p->form, &ret->body))
		return false;
	snprintf(other, sizeof(other), "%lld", (long long)p->other.n);
	form_keep_line(&ret->body, OTHER, other);
	return true;
}

static enum status relation_resume(struct screen *s, struct str body)
{
	struct relation_page *p = s->state;
	const char *other = form_kept_line(body, OTHER, &s->keep);
	enum status rc = merging_resume(&p->merging, &p->form, body);
	long long n = 0;

	if (rc == OK && other && str_int(str_of(other), &n))
		p->other.n = n;
	if (rc == OK)
		echo(p);
	return rc;
}

/* ---- saving ---- */

static enum status store(struct screen *s)
{
	struct relation_page *p = s->state;
	struct session *session = screen_session(s);
	struct values v = form_values(&p->form, &s->keep);
	struct problems problems = { 0 };
	struct relation_id id;

	p->now = p->was;
	p->now.other = p->other;
	relation_take(&v, session->today, &s->keep, &p->now, &problems);
	if (p->other.n != 0)
		p->now.name = ""; /* it stands on their record */
	form_problems(&p->form, &problems);
	return problems_stop(&problems) ? E_STOPPED : casework_save_relation(session, &p->now, &id);
}

static enum merged store_new(struct screen *s)
{
	enum status rc = store(s);

	if (rc != OK && rc != E_STOPPED)
		desk_say_fault(s->desk);
	return rc == OK ? MERGED : MERGED_NOT;
}

static void say_saved(struct screen *s)
{
	struct relation_page *p = s->state;
	const char *name = form_get(&p->form, "name");
	bool knows = p->now.knows_illness == SAID_YES && p->now.knows_service == SAID_YES;
	const char *theirs = is_new(s) ? NULL : merging_saved(&p->merging, &s->keep);

	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else if (p->other.n != 0)
		desk_say(s->desk,
		         knows ? _("Saved: %s. The link stands on both records.")
		               : _("Saved: %s. Nothing of it stands on their record."),
		         name);
	else
		desk_say(s->desk, _("Saved: %s."), name);
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_relation };
	struct relation_page *p = s->state;

	switch (is_new(s) ? store_new(s) : merging_save(s, &p->form, &p->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		desk_say(s->desk, _("This was taken off the record meanwhile. n adds them anew."));
		return REDRAW;
	case MERGED_NOT:
		return REDRAW;
	}
	say_saved(s);
	s->answer = (struct result){ .saved = true, .id = { p->strip.id.n } };
	return CLOSE;
}

static void relation_came_back(struct screen *s, const struct result *r)
{
	struct relation_page *p = s->state;

	merging_chosen(s, &p->form, &p->merging, r);
}

static void relation_end(struct screen *s)
{
	struct relation_page *p = s->state;

	merging_done(&p->merging);
	form_done(&p->form);
	arena_reset(&p->told);
}

/* ---- keys ---- */

static enum outcome value_changed(struct screen *s)
{
	struct relation_page *p = s->state;

	if (text_equal(p->form.changed->name, "name")) {
		p->other = (struct person_id){ 0 }; /* another name is somebody else */
		look_for_hits(s);
		echo(p);
	}
	return REDRAW;
}

static enum outcome take_hits(struct screen *s, const struct input *in)
{
	struct relation_page *p = s->state;

	if (key_matches("Enter", in))
		return choose(s);
	if (key_matches("Down", in) || (key_matches("Up", in) && p->list.at > 0))
		list_take(&p->list, key_matches("Down", in) ? ACT_DOWN : ACT_UP);
	else if (key_matches("Up", in) || key_matches("Esc", in) || key_matches("Tab", in))
		p->in_hits = false;
	else
		return PASS;
	return REDRAW;
}

static enum outcome relation_take_input(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = value_changed };
	struct relation_page *p = s->state;
	const struct field *field = form_focused(&p->form);

	if (p->in_hits)
		return act == ACT_SAVE ? save(s) : take_hits(s, in);
	if (p->hits.n > 0 && key_matches("Down", in) && field && text_equal(field->name, "name")) {
		p->in_hits = true;
		return REDRAW;
	}
	return form_screen_take(s, &p->form, in, &how);
}

static bool relation_typing(const struct screen *s)
{
	const struct relation_page *p = s->state;

	return !p->in_hits && form_typing(&p->form);
}

static const struct binding relation_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

const struct screen_ops relation_screen = {
	.name = "relation",
	.title = "Somebody round them",
	.state_size = sizeof(struct relation_page),
	.bindings = relation_bindings,
	.begin = relation_begin,
	.render = relation_render,
	.take = relation_take_input,
	.typing = relation_typing,
	.keep = relation_keep,
	.resume = relation_resume,
	.subject = form_screen_subject,
	.came_back = relation_came_back,
	.end = relation_end,
};
