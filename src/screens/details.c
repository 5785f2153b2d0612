#include "desk.h"
#include "echo.h"
#include "form_screen.h"
#include "likely.h"
#include "merging.h"
#include "parts.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/op.h"
#include "casework/people.h"
#include "casework/points.h"
#include "casework/relatives.h"

#include <stdio.h>

/*
 * Change what is kept of a person, part by part. visit: id[0] the person, text the field or the part
 * to begin at. The draft holds only what was changed, so that what somebody else saved meanwhile stays theirs.
 */
struct details_page {
	struct form form;
	struct merging merging;
	struct person_strip strip;
	struct person_details was; /* as it was read last; strings in s->keep */
	struct person_details now; /* as it was stored, and what is strange about it, */
	struct problems strange;   /* for what is said; both in s->keep */
	struct likely likely;
};

static const struct binding details_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "PgDn", ACT_PAGE_DOWN, 0, "Next part of the record; PgUp the one before", "next part" },
	{ "Esc", ACT_BACK, 0, "Back; what was changed is kept", "back, kept" },
	{ 0 },
};

/* "3, 1 struck out": how many stand behind Enter. */
static const char *points_text(const struct contact_point_list *list, struct arena *a)
{
	size_t struck = 0;

	for (size_t i = 0; i < list->n; i++)
		struck += list->at[i].struck_on != DAY_NONE;
	return struck ? arena_printf(a, _("%zu, %zu struck out"), list->n, struck)
	              : arena_printf(a, "%zu", list->n);
}

static void echo_points(struct screen *s, struct arena *a)
{
	struct details_page *p = s->state;
	struct contact_point_list list = { 0 };

	if (casework_points(screen_session(s), p->strip.id, a, &list) != OK)
		list.n = 0;
	form_echo(&p->form, "points", list.n > 0 ? points_text(&list, a) : NULL);
}

/* "Rosa Diaz, Margaret Carter": who stands behind it. */
static void echo_people(struct screen *s, struct arena *a)
{
	struct details_page *p = s->state;
	struct relative_list list;
	const char *text = NULL;

	if (casework_relatives(screen_session(s), p->strip.id, a, &list) != OK)
		list.n = 0;
	for (size_t i = 0; i < list.n; i++)
		text = arena_printf(a, "%s%s%s, %s", text ? text : "", text ? " · " : "",
		                    list.at[i].name, list.at[i].kind);
	form_echo(&p->form, "people", text);
}

static void echo(struct screen *s)
{
	struct details_page *p = s->state;
	const struct form_from from = session_form_from(screen_session(s));
	struct arena a = { 0 };

	echo_values(&p->form, &from, &a);
	arena_reset(&a);
}

/* What stands behind the fields that open something. */
static void echo_opened(struct screen *s)
{
	struct arena a = { 0 };

	echo_points(s, &a);
	echo_people(s, &a);
	arena_reset(&a);
}

/* Whom the record looks like as it is written now, once something that says who it is was changed. */
static void look_for_likely(struct screen *s)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	struct person_details now = p->was;
	struct problems ignored = { 0 };
	struct arena a = { 0 };
	struct values v = form_values(&p->form, &a);

	likely_none(&p->likely);
	person_take(&v, &from, &a, &now, &ignored);
	if (casework_now_like(session, &p->was, &now, &p->likely.told, &p->likely.hits) != OK)
		desk_say_fault(s->desk);
	likely_found(&p->likely);
	arena_reset(&a);
}

static void begin_form(struct screen *s, struct event_id mark)
{
	struct details_page *p = s->state;
	const struct field *fields = person_fields(&s->keep);
	struct values values = person_values(&p->was, &s->keep);
	const struct merging_from from = {
		fields,
		{ .person = p->strip.id },
		arena_printf(&s->keep, "%s · %s · %s", p->strip.name, p->strip.born, p->strip.ref),
	};

	merging_begin(&p->merging, &from, mark, &values);
	form_begin(&p->form, fields);
	form_by_parts(&p->form);
	form_fill(&p->form, &values);
	for (const struct field *f = fields; s->target.text && (f->name || f->label); f++) {
		if (text_equal(f->name, s->target.text))
			form_focus(&p->form, f->name);
		else if (f->kind == FIELD_HEADING && text_equal(f->label, s->target.text))
			form_go_part(&p->form, f);
	}
	echo(s);
	echo_opened(s);
}

static enum status details_begin(struct screen *s)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	struct person_id id = { s->target.id[0] };
	struct event_id mark = { 0 };
	enum status rc = casework_may_about(session, OP_CHANGE_PERSON, id);

	if (rc == OK)
		rc = casework_strip(session, id, &s->keep, &p->strip);
	if (rc == OK)
		rc = casework_mark(session, &mark);
	if (rc == OK)
		rc = casework_details(session, id, &s->keep, &p->was);
	if (rc == OK)
		begin_form(s, mark);
	return rc;
}

static const struct likely_words likely_words = {
	.head = _("THE SAME PERSON?"),
	.enter = _("↓ to look"),
	.keys = _("Enter looks, Esc goes on here"),
	.unnamed = _("Save anyway; tell the coordinator."),
};

static void details_render(const struct screen *s, struct grid *g)
{
	struct details_page *p = s->state;
	int row = strip_put(g, _("Details"), &p->strip, NULL);
	struct arena a = { 0 };
	struct values v = form_values(&p->form, &a);
	int below = likely_put(&p->likely, g, &likely_words);

	row = parts_put(&p->form, &v, g, row);
	arena_reset(&a);
	form_put(&p->form, g, (struct rect){ row, 1, g->rows - row - below, g->columns - 2 });
	likely_cursor(&p->likely, g);
}

/* ---- keeping ---- */

static bool details_keep(const struct screen *s, struct kept *ret)
{
	const struct details_page *p = s->state;

	ret->subject = p->strip.id.n;
	snprintf(ret->about, sizeof(ret->about), "%s", p->strip.ref);
	snprintf(ret->title, sizeof(ret->title), _("Details of %s, not saved"),
	         p->strip.short_name);
	return merging_keep(&p->merging, &p->form, &ret->body);
}

static enum status details_resume(struct screen *s, struct str body)
{
	struct details_page *p = s->state;
	enum status rc = merging_resume(&p->merging, &p->form, body);

	if (rc == OK) {
		echo(s);
		look_for_likely(s);
	}
	return rc;
}

/* ---- saving ---- */

static bool safety_changed(const struct person_details *was, const struct person_details *now)
{
	const struct safe_contact *x = &was->safe, *y = &now->safe;

	return x->ring != y->ring || x->voicemail != y->voicemail || x->text != y->text ||
	       x->email != y->email || x->post != y->post || x->visit != y->visit ||
	       x->partner_told != y->partner_told || x->danger != y->danger ||
	       x->text_first != y->text_first || x->other_may_answer != y->other_may_answer;
}

static enum status store(struct screen *s)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	const struct values v = form_values(&p->form, &s->keep);
	struct problems problems = { 0 };

	p->now = p->was;
	person_take(&v, &from, &s->keep, &p->now, &problems);
	form_problems(&p->form, &problems);
	p->strange = problems;
	if (problems_stop(&problems))
		return E_STOPPED;
	return casework_change_details(session, &p->now);
}

static enum status read_again(struct screen *s, struct values *ret)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_details(session, p->strip.id, &s->keep, &p->was);

	if (rc == OK)
		rc = casework_strip(session, p->strip.id, &s->keep, &p->strip);
	if (rc == OK)
		*ret = person_values(&p->was, &s->keep);
	return rc;
}

/* Of what was changed just now, the first that looks strange: "Where it is: that does not go …". */
static const char *strange_text(const struct details_page *p, const struct person_details *was,
                                struct arena *a)
{
	struct values before = person_values(was, a), after = person_values(&p->now, a);

	for (size_t i = 0; i < p->strange.n; i++) {
		const struct problem *x = &p->strange.at[i];

		if (text_equal(values_get(&before, x->field), values_get(&after, x->field)))
			continue;
		for (const struct field *f = p->form.fields; f->name || f->label; f++)
			if (text_equal(f->name, x->field))
				return arena_printf(a, "%s: %s", f->label, x->text);
	}
	return NULL;
}

static bool reached_elsewhere(const struct person_details *was, const struct person_details *now)
{
	return now->safe.set_on != DAY_NONE &&
	       (!text_equal(was->person.address, now->person.address) ||
	        !text_equal(was->person.postcode, now->person.postcode) ||
	        !text_equal(was->phones[0].value, now->phones[0].value) ||
	        !text_equal(was->phones[1].value, now->phones[1].value) ||
	        !text_equal(was->email.value, now->email.value));
}

static void say_saved(struct screen *s, const struct person_details *was)
{
	const struct details_page *p = s->state;
	struct arena a = { 0 };
	const char *theirs = merging_saved(&p->merging, &a), *strange = strange_text(p, was, &a);

	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else if (safety_changed(was, &p->now))
		desk_say(s->desk, _("Saved. What is safe was set today, by you."));
	else if (strange)
		desk_say(s->desk, _("Saved. %s"), strange);
	else if (reached_elsewhere(was, &p->now))
		desk_say(
			s->desk,
			_("Saved. Is what was safe still safe there? Their line says to ask again."));
	else
		desk_say(s->desk, _("Saved: %s."), p->strip.short_name);
	arena_reset(&a);
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_again };
	struct details_page *p = s->state;

	switch (merging_save(s, &p->form, &p->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		desk_say(s->desk,
		         _("%s is not in the file any more: it was taken back. What you typed "
		           "is kept; n takes them in anew."),
		         p->strip.short_name);
		return REDRAW;
	case MERGED_NOT:
		return REDRAW;
	}
	say_saved(s, &p->was);
	s->answer = (struct result){ .saved = true, .id = { p->strip.id.n } };
	return CLOSE;
}

/* Nothing was typed here: what was changed elsewhere shows at once. */
static void begin_again(struct screen *s)
{
	struct details_page *p = s->state;
	const struct field *focused = form_focused(&p->form);
	struct event_id mark = { 0 };
	struct values values;

	if (casework_mark(screen_session(s), &mark) != OK || read_again(s, &values) != OK)
		return;
	merging_done(&p->merging);
	form_done(&p->form);
	begin_form(s, mark);
	if (focused)
		form_focus(&p->form, focused->name);
}

static bool changed_here(const struct details_page *p)
{
	struct buf draft = { 0 };
	bool changed = merging_keep(&p->merging, &p->form, &draft);

	buf_done(&draft);
	return changed;
}

static void details_came_back(struct screen *s, const struct result *r)
{
	struct details_page *p = s->state;

	if (r->from == &points_screen || r->from == &relatives_screen) {
		if (!changed_here(p))
			begin_again(s);
		echo_opened(s);
		return;
	}
	if (merging_chosen(s, &p->form, &p->merging, r))
		echo(s);
}

static void details_end(struct screen *s)
{
	struct details_page *p = s->state;

	merging_done(&p->merging);
	form_done(&p->form);
	likely_none(&p->likely);
}

static enum outcome value_changed(struct screen *s)
{
	const struct details_page *p = s->state;

	echo(s);
	if (likely_field(p->form.changed))
		look_for_likely(s);
	return REDRAW;
}

/* Where the people and the numbers of a person are; what is typed here waits meanwhile. */
static enum outcome opens(struct screen *s)
{
	const struct details_page *p = s->state;
	bool people = text_equal(p->form.changed->name, "people");

	s->go = visit_person(people ? &relatives_screen : &points_screen, p->strip.id);
	return OPEN;
}

static enum outcome details_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save,
		                                .changed = value_changed,
		                                .opens = opens };
	struct details_page *p = s->state;

	if (p->likely.in)
		return act == ACT_SAVE ? save(s) : likely_take(&p->likely, s, in);
	if (likely_enter(&p->likely, form_focused(&p->form), in))
		return REDRAW;
	return form_screen_take(s, &p->form, in, &how);
}

static bool details_typing(const struct screen *s)
{
	const struct details_page *p = s->state;

	return !p->likely.in && form_typing(&p->form);
}

/* Whom ! and the other keys about somebody are about. */
static int64_t details_subject(const struct screen *s)
{
	const struct details_page *p = s->state;

	return p->likely.in ? likely_chosen(&p->likely).n : form_screen_subject(s);
}

FORM_SCREEN(struct details_page);

const struct screen_ops details_screen = {
	.name = "details",
	.title = "Details",
	.state_size = sizeof(struct details_page),
	.bindings = details_bindings,
	.begin = details_begin,
	.render = details_render,
	.take = details_take,
	.typing = details_typing,
	.keep = details_keep,
	.resume = details_resume,
	.subject = details_subject,
	.came_back = details_came_back,
	.end = details_end,
};
