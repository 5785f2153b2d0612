#include "ui/form.h"

#include "base/die.h"
#include "base/words.h"
#include "form_parts.h"

#include <string.h>

void form_begin(struct form *f, const struct field *fields)
{
	*f = (struct form){ .fields = fields };
	while (fields[f->n].name || fields[f->n].label)
		f->n++;
	f->at = ARENA_ARRAY(&f->arena, f->n, struct form_entry);
	for (size_t i = 0; i < f->n; i++) {
		f->at[i].field = &fields[i];
		f->at[i].line.note = fields[i].kind == FIELD_NOTE;
	}
	f->focus = 0;
	if (f->n > 0 && fields[0].kind == FIELD_HEADING)
		form_step(f, true);
}

void form_done(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		line_done(&f->at[i].line);
	buf_done(&f->find);
	arena_reset(&f->arena);
	arena_reset(&f->told);
	*f = (struct form){ 0 };
}

bool form_can_focus(const struct form *f, size_t i)
{
	return i < f->n && !f->at[i].hidden && f->at[i].field->kind != FIELD_HEADING;
}

bool form_step(struct form *f, bool down)
{
	size_t i = f->focus;

	while (down ? i + 1 < f->n : i > 0) {
		i = down ? i + 1 : i - 1;
		if (form_can_focus(f, i)) {
			f->focus = i;
			buf_clear(&f->find);
			return true;
		}
	}
	return false;
}

const struct field *form_focused(const struct form *f)
{
	return form_can_focus(f, f->focus) ? f->at[f->focus].field : NULL;
}

bool form_typing(const struct form *f)
{
	const struct field *field = form_focused(f);

	return field && field->kind != FIELD_CHOICE && field->kind != FIELD_ASKED &&
	       field->kind != FIELD_OPENS;
}

static struct form_entry *find(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].field->name && strcmp(f->at[i].field->name, name) == 0)
			return &f->at[i];
	return NULL;
}

static struct form_entry *entry(const struct form *f, const char *name)
{
	struct form_entry *found = find(f, name);

	if (!found)
		die("a form has no field \"%s\"", name);
	return found;
}

const char *form_get(const struct form *f, const char *name)
{
	return line_text(&entry(f, name)->line);
}

void form_set(struct form *f, const char *name, const char *text)
{
	line_set(&entry(f, name)->line, text);
}

void form_focus(struct form *f, const char *name)
{
	size_t i = (size_t)(entry(f, name) - f->at);

	if (form_can_focus(f, i)) {
		f->focus = i;
		buf_clear(&f->find);
	}
}

void form_hide(struct form *f, const char *name, bool hidden)
{
	entry(f, name)->hidden = hidden;
	if (!form_focused(f) && !form_step(f, true))
		form_step(f, false);
}

void form_label(struct form *f, const char *name, const char *label)
{
	entry(f, name)->label = label;
}

void form_echo(struct form *f, const char *name, const char *text)
{
	entry(f, name)->echo = text_empty(text) ? NULL : arena_strdup(&f->told, text);
}

struct line *form_line(struct form *f, const char *name)
{
	return &entry(f, name)->line;
}

const char *entry_label(const struct form_entry *e)
{
	return e->label ? e->label : e->field->label;
}

struct values form_values(const struct form *f, struct arena *a)
{
	struct values v = { 0 };

	for (size_t i = 0; i < f->n; i++)
		if (form_can_focus(f, i) && field_has_value(f->at[i].field))
			values_set(&v, a, f->at[i].field->name, line_text(&f->at[i].line));
	return v;
}

void form_fill(struct form *f, const struct values *v)
{
	for (size_t i = 0; i < v->n; i++) {
		struct form_entry *e = find(f, v->at[i].name);

		if (e)
			line_set(&e->line, v->at[i].text);
	}
}

void form_missing(const struct form *f, struct problems *p, struct arena *a)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct form_entry *e = &f->at[i];

		if (form_can_focus(f, i) && (e->field->flags & FIELD_NEEDED) &&
		    line_empty(&e->line))
			problem_add(p, a, e->field->name, _("%s is needed."), entry_label(e));
	}
}

/* The first that stops, else the first at all. */
static const char *first_bad(const struct form *f, const struct problems *p)
{
	const char *warned = NULL;

	for (size_t i = 0; i < f->n; i++) {
		for (size_t j = 0; form_can_focus(f, i) && j < p->n; j++) {
			if (!text_equal(p->at[j].field, f->at[i].field->name))
				continue;
			if (!p->at[j].warning)
				return f->at[i].field->name;
			if (!warned)
				warned = f->at[i].field->name;
		}
	}
	return warned;
}

void form_problems(struct form *f, const struct problems *p)
{
	struct arena told = { 0 };
	const char *bad;

	f->problems = (struct problems){ 0 };
	for (size_t i = 0; i < p->n; i++)
		*ARENA_PUSH(&told, &f->problems) = (struct problem){
			arena_strdup(&told, p->at[i].field),
			arena_strdup(&told, p->at[i].text),
			p->at[i].warning,
		};
	for (size_t i = 0; i < f->n; i++)
		if (f->at[i].echo)
			f->at[i].echo = arena_strdup(&told, f->at[i].echo);
	arena_reset(&f->told);
	f->told = told;
	bad = first_bad(f, &f->problems);
	if (bad)
		form_focus(f, bad);
}

void form_mended(struct form *f, const char *field)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->problems.n; i++)
		if (!text_equal(f->problems.at[i].field, field))
			f->problems.at[kept++] = f->problems.at[i];
	f->problems.n = kept;
}
