#include "desk.h"
#include "effect_put.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/happened.h"
#include "casework/people.h"
#include "casework/strip.h"
#include "model/places.h"
#include "model/when.h"

#include <stdio.h>
#include <string.h>

/*
 * What has happened: one digit or letter, a short form, then the list of what it will change. Ctrl-S
 * shows the list, Ctrl-S again does it.
 */
struct happened_state {
	struct form form;
	struct person_strip strip;
	bool previewing;
	struct effect_list effects; /* belong to s->arena */
	size_t top;                 /* the first effect that is shown */
};

static enum happening_kind kind_of(const struct form *f)
{
	return (enum happening_kind)words_find(&happening_kinds, str_of(form_get(f, "kind")));
}

static void show_fields(struct form *f)
{
	enum happening_kind kind = kind_of(f);

	for (const struct field *field = f->fields; field->name; field++)
		form_hide(f, field->name, !happening_asks(kind, field->name));
}

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status happened_begin(struct screen *s)
{
	struct happened_state *v = s->state;
	enum status rc = casework_strip(screen_session(s), person_of(s), &s->keep, &v->strip);

	if (rc != OK)
		return rc;
	form_begin(&v->form, happening_fields(*v->strip.died != '\0', &s->keep));
	show_fields(&v->form);
	return OK;
}

static enum status happened_load(struct screen *s)
{
	struct happened_state *v = s->state;

	v->previewing = false;
	v->effects = (struct effect_list){ 0 };
	return casework_strip(screen_session(s), person_of(s), &s->arena, &v->strip);
}

static void put_preview(const struct happened_state *v, struct grid *g, int row)
{
	size_t i = v->top;
	char more[48];

	grid_put(g, row, 1, -1, LOOK_STRONG,
	         _("This is what it will change. Nothing is written yet."));
	grid_rule(g, ++row, 1, -1);
	row++;
	grid_cursor(g, row, 9);
	for (; i < v->effects.n && row < g->rows - 3; i++)
		row = effect_put(&v->effects.at[i], g, row, 3);
	if (i < v->effects.n) {
		snprintf(more, sizeof(more), _("%zu more ↓"), v->effects.n - i);
		grid_put(g, g->rows - 2, 9, -1, LOOK_SECOND, more);
	}
	grid_put(g, g->rows - 1, 1, -1, LOOK_SECOND,
	         _("Ctrl-S does all of it at once; u afterwards takes all of it back."));
}

static void happened_render(const struct screen *s, struct grid *g)
{
	struct happened_state *v = s->state;
	int row = strip_put(g, _("What has happened"), &v->strip, NULL) + 1;

	if (v->previewing) {
		grid_put(g, row++, 1, -1, LOOK_HEAD,
		         words_label(&happening_kinds, (int)kind_of(&v->form)));
		put_preview(v, g, row);
		return;
	}
	form_put(&v->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

/* The day as it is understood, beside the field. */
static void echo_day(struct screen *s, const char *field, enum when_way way)
{
	struct happened_state *v = s->state;
	const struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, way };
	struct arena a = { 0 };
	const char *text = form_get(&v->form, field), *fault;
	struct when when;

	if (when_parse(text, &from, &a, &when, &fault) == OK)
		form_echo(&v->form, field,
		          arena_printf(&a, "→ %s", day_short(when.on, session->today, &a)));
	else
		form_echo(&v->form, field, NULL);
	arena_reset(&a);
}

/* The council follows from the postcode until it is typed over. */
static void propose_council(struct screen *s)
{
	struct happened_state *v = s->state;
	struct arena a = { 0 };
	struct council_list near =
		councils_near(outcode_of(form_get(&v->form, "postcode"), &a), 1, &a);

	if (near.n == 1)
		form_set(&v->form, "council", near.at[0].name);
	arena_reset(&a);
}

static enum outcome value_changed(struct screen *s)
{
	struct happened_state *v = s->state;
	const char *name = v->form.changed->name;

	if (strcmp(name, "kind") == 0)
		show_fields(&v->form);
	else if (strcmp(name, "on") == 0)
		echo_day(s, name, WHEN_BACK);
	else if (strcmp(name, "ends_on") == 0)
		echo_day(s, name, WHEN_AHEAD);
	else if (strcmp(name, "postcode") == 0)
		propose_council(s);
	return REDRAW;
}

static struct new_happening take_values(struct screen *s, struct arena *a,
                                        struct problems *problems)
{
	struct happened_state *v = s->state;
	struct session *session = screen_session(s);
	struct values values = form_values(&v->form, a);
	struct new_happening h;

	happening_from_values(&values, session->today, &session->holidays, a, problems, &h);
	new_happening_problems(&h, session->today, a, problems);
	h.person = person_of(s);
	return h;
}

static enum outcome preview(struct screen *s)
{
	struct happened_state *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct new_happening h = take_values(s, &a, &problems);

	form_problems(&v->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_happened_preview(screen_session(s), &h, &s->arena, &v->effects) ==
		    OK) {
			v->previewing = true;
			v->top = 0;
		} else {
			desk_say_fault(s->desk);
		}
	}
	arena_reset(&a);
	return REDRAW;
}

static enum outcome record(struct screen *s)
{
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct new_happening h = take_values(s, &a, &problems);
	const char *said;
	enum outcome outcome = REDRAW;

	if (casework_record_happening(screen_session(s), &h, &a, &said) == OK) {
		desk_say(s->desk, "%s", said);
		s->answer = (struct result){ .saved = true, .id = { h.person.n, h.kind } };
		outcome = CLOSE;
	} else {
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome take_preview(struct screen *s, enum act act)
{
	struct happened_state *v = s->state;

	if (act == ACT_SAVE)
		return record(s);
	if (act == ACT_BACK)
		v->previewing = false;
	else if (act == ACT_DOWN && v->top + 1 < v->effects.n)
		v->top++;
	else if (act == ACT_UP && v->top > 0)
		v->top--;
	else
		return PASS;
	return REDRAW;
}

/* The letters that say it, beside the digits: d died, e ended, b began, r back again, … */
static const char *kind_by_letter(const struct field *kinds, const struct input *in)
{
	static const struct {
		char letter;
		enum happening_kind kind;
	} letters[] = {
		{ 'b', HAPPENED_TREATMENT_BEGAN }, { 'e', HAPPENED_TREATMENT_ENDED },
		{ 'r', HAPPENED_RECURRENCE },      { 'p', HAPPENED_END_OF_LIFE },
		{ 'i', HAPPENED_HOSPITAL },        { 'o', HAPPENED_HOME },
		{ 'm', HAPPENED_MOVED },           { 'd', HAPPENED_DIED },
		{ 'n', HAPPENED_ALIVE },
	};

	for (size_t i = 0; in->kind == INPUT_TEXT && i < COUNT_OF(letters); i++)
		if ((in->ch | 0x20) == (char32_t)letters[i].letter)
			return words_word(kinds->words, (int)letters[i].kind);
	return NULL;
}

static enum outcome happened_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = preview, .changed = value_changed };
	struct happened_state *v = s->state;
	const struct field *focused = form_focused(&v->form);
	const char *kind = NULL;

	if (v->previewing)
		return take_preview(s, act);
	if (focused && strcmp(focused->name, "kind") == 0)
		kind = kind_by_letter(focused, in);
	if (kind) {
		form_set(&v->form, "kind", kind);
		show_fields(&v->form);
		return REDRAW;
	}
	return form_screen_take(s, &v->form, in, &how);
}

static bool happened_typing(const struct screen *s)
{
	const struct happened_state *v = s->state;

	return !v->previewing && form_typing(&v->form);
}

static bool happened_keep(const struct screen *s, struct kept *ret)
{
	const struct happened_state *v = s->state;
	struct arena a = { 0 };
	enum happening_kind kind = kind_of(&v->form);

	snprintf(ret->about, sizeof(ret->about), "%s", person_ref(person_of(s), &a));
	ret->subject = s->target.id[0];
	snprintf(ret->title, sizeof(ret->title), _("What has happened to %s, not saved"),
	         v->strip.short_name);
	arena_reset(&a);
	if (kind != HAPPENING_KIND_NONE)
		form_keep(&v->form, &ret->body);
	return kind != HAPPENING_KIND_NONE;
}

static enum status happened_resume(struct screen *s, struct str draft)
{
	struct happened_state *v = s->state;
	enum status rc = form_resume(&v->form, draft);

	show_fields(&v->form);
	echo_day(s, "on", WHEN_BACK);
	echo_day(s, "ends_on", WHEN_AHEAD);
	return rc;
}

static const struct binding happened_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Show what it will change; again: do it",
	  "what it changes, then do it" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "The part above", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "The part below", NULL },
	{ "Tab", ACT_NONE, NEEDS_HIDDEN, "The next part", NULL },
	{ "Esc", ACT_BACK, 0, "Back; what is written is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct happened_state);

const struct screen_ops happened_screen = {
	.name = "happened",
	.title = "What has happened",
	.state_size = sizeof(struct happened_state),
	.bindings = happened_bindings,
	.conversation = true,
	.begin = happened_begin,
	.load = happened_load,
	.render = happened_render,
	.take = happened_take,
	.typing = happened_typing,
	.keep = happened_keep,
	.resume = happened_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
