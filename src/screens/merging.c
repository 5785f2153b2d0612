#include "merging.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>

/* Somebody else may save between reading and storing, again and again: then a person decides. */
#define TRIES 4

static struct values copy(const struct values *v, struct arena *a)
{
	struct values x = { 0 };

	for (size_t i = 0; i < v->n; i++)
		values_set(&x, a, v->at[i].name, v->at[i].text);
	return x;
}

void merging_begin(struct merging *m, const struct merging_from *from, struct event_id mark,
                   const struct values *values)
{
	m->fields = from->fields;
	m->about = from->about;
	m->title = arena_strdup(&m->arena, from->title);
	m->mark = mark;
	m->base = copy(values, &m->arena);
	m->theirs = copy(values, &m->arena);
	m->who = "";
}

void merging_done(struct merging *m)
{
	arena_reset(&m->arena);
	*m = (struct merging){ 0 };
}

/* ---- saving ---- */

/* Also of the fields that are hidden: they are nobody's change. */
static struct values typed(const struct merging *m, const struct form *f, struct arena *a)
{
	struct values v = { 0 };

	for (const struct field *x = m->fields; x->name || x->label; x++)
		if (field_has_value(x))
			values_set(&v, a, x->name, form_get(f, x->name));
	return v;
}

/* What is theirs alone comes into the form. True when something is left to be asked. */
static bool take_theirs(struct merging *m, struct form *f)
{
	struct values mine = typed(m, f, &m->arena);

	m->merge = merge_values(m->fields, &m->base, &mine, &m->theirs, &m->arena);
	for (size_t i = 0; i < m->merge.theirs.n; i++) {
		const struct merge_field *x = &m->merge.theirs.at[i];

		form_set(f, x->field->name, x->theirs);
		values_set(&m->base, &m->arena, x->field->name, x->theirs);
		*ARENA_PUSH(&m->arena, &m->taken) = *x;
	}
	m->chosen = arena_alloc(&m->arena, m->merge.clashes.n + 1);
	return m->merge.clashes.n > 0;
}

static enum status read_again(struct screen *s, struct merging *m, const struct merging_how *how)
{
	struct session *session = screen_session(s);
	struct values theirs = { 0 };
	struct event_id mark = m->mark;
	enum status rc = casework_changed_by(session, &m->about, m->mark, &m->arena, &m->who);

	if (rc == OK)
		rc = casework_mark(session, &mark);
	if (rc == OK)
		rc = how->read(s, &theirs);
	if (rc != OK)
		return rc;
	m->mark = mark;
	m->theirs = copy(&theirs, &m->arena);
	return OK;
}

enum merged merging_save(struct screen *s, struct form *f, struct merging *m,
                         const struct merging_how *how)
{
	enum status rc = OK;

	for (int i = 0; i < TRIES; i++) {
		if (i > 0)
			rc = read_again(s, m, how);
		if (rc != OK)
			break;
		if (take_theirs(m, f)) {
			s->desk->merging = m;
			s->go = visit_to(&conflict_screen);
			return MERGED_ASKS;
		}
		rc = how->store(s);
		if (rc == OK)
			return MERGED;
		if (rc != E_CONFLICT)
			break;
	}
	if (rc == E_NOT_FOUND)
		return MERGED_GONE;
	if (rc != E_STOPPED)
		desk_say_fault(s->desk);
	return MERGED_NOT;
}

const char *merging_saved(const struct merging *m, struct arena *a)
{
	struct str rest = str_of(m->who), name;

	if (m->taken.n == 0)
		return NULL;
	return arena_printf(a, _("Saved, and what %s changed stands: %s."),
	                    *m->who && str_cut(&rest, ',', &name) ? arena_str(a, name)
	                                                          : _("somebody else"),
	                    merge_labels(&m->taken, a));
}

/* ---- what was asked ---- */

bool merging_chosen(struct screen *s, struct form *f, struct merging *m, const struct result *r)
{
	if (r->from != &conflict_screen)
		return false;
	s->desk->merging = NULL;
	if (!r->saved) {
		desk_say(s->desk,
		         _("Nothing was saved. What you typed stands; Ctrl-S asks again."));
		return true;
	}
	for (size_t i = 0; i < m->merge.clashes.n; i++) {
		const struct merge_clash *x = &m->merge.clashes.at[i];

		for (size_t j = 0; m->chosen[i] == '2' && j < x->in.n; j++)
			form_set(f, x->in.at[j].field->name, x->in.at[j].theirs);
		for (size_t j = 0; j < x->n; j++)
			values_set(&m->base, &m->arena, x->first[j].name,
			           values_get(&m->theirs, x->first[j].name));
	}
	desk_say(s->desk, _("It stands as you chose. Ctrl-S saves it."));
	return true;
}

/* ---- keeping ---- */

#define WAS ".was."

bool merging_keep(const struct merging *m, const struct form *f, struct buf *draft)
{
	const struct field *focused = form_focused(f);
	struct arena a = { 0 };
	bool any = false;

	if (focused)
		form_keep_line(draft, ".focus", focused->name);
	for (const struct field *x = m->fields; x->name || x->label; x++) {
		const char *was = field_has_value(x) ? values_get(&m->base, x->name) : NULL;

		if (!was || text_equal(was, form_get(f, x->name)))
			continue;
		form_keep_line(draft, x->name, form_get(f, x->name));
		form_keep_line(draft, arena_printf(&a, WAS "%s", x->name), was);
		any = true;
	}
	arena_reset(&a);
	return any;
}

enum status merging_resume(struct merging *m, struct form *f, struct str draft)
{
	enum status rc = form_resume(f, draft);

	for (const struct field *x = m->fields; rc == OK && (x->name || x->label); x++) {
		const char *was;

		if (!field_has_value(x))
			continue;
		was = form_kept_line(draft, arena_printf(&m->arena, WAS "%s", x->name), &m->arena);
		if (was)
			values_set(&m->base, &m->arena, x->name, was);
	}
	return rc;
}
