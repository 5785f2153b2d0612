#include "desk.h"
#include "echo.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/op.h"
#include "casework/people.h"

#include <stdio.h>

/*
 * Change what is kept of a person. visit: id[0] the person, text the field to begin at. The draft
 * holds only what was changed, so that what somebody else saved meanwhile stays theirs.
 */
struct details_page {
	struct form form;
	struct person_strip strip;
	struct person_details was; /* as it was read; strings in s->keep */
	struct values shown;       /* what the form began with */
};

static const struct binding details_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was changed is kept", "back, kept" },
	{ 0 },
};

static void echo(struct screen *s)
{
	struct details_page *p = s->state;
	const struct form_from from = session_form_from(screen_session(s));
	struct arena a = { 0 };

	echo_values(&p->form, &from, &a);
	arena_reset(&a);
}

static void begin_form(struct screen *s)
{
	struct details_page *p = s->state;
	const struct field *fields = person_fields(&s->keep);

	p->shown = person_values(&p->was, &s->keep);
	form_begin(&p->form, fields);
	form_fill(&p->form, &p->shown);
	for (const struct field *f = fields; s->target.text && (f->name || f->label); f++)
		if (text_equal(f->name, s->target.text))
			form_focus(&p->form, f->name);
	echo(s);
}

static enum status details_begin(struct screen *s)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	struct person_id id = { s->target.id[0] };
	enum status rc = casework_may(session, OP_CHANGE_PERSON);

	if (rc == OK)
		rc = casework_strip(session, id, &s->keep, &p->strip);
	if (rc == OK)
		rc = casework_details(session, id, &s->keep, &p->was);
	if (rc == OK)
		begin_form(s);
	return rc;
}

static void details_render(const struct screen *s, struct grid *g)
{
	struct details_page *p = s->state;
	int row = strip_put(g, _("Details"), &p->strip, NULL);

	form_put(&p->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

/* ---- keeping ---- */

static bool is_changed(const struct details_page *p, struct str line)
{
	struct str name;
	struct arena a = { 0 };
	bool changed = false;

	/* Lines that are no field (where the cursor was) go with the draft. */
	if (str_cut(&line, '=', &name)) {
		const char *field = arena_str(&a, name);

		changed = *field == '.' ||
		          !text_equal(values_get(&p->shown, field), form_get(&p->form, field));
	}
	arena_reset(&a);
	return changed;
}

/* What was emptied is a change too, and no line of a form's draft. */
static size_t keep_emptied(const struct details_page *p, struct buf *draft)
{
	size_t n = 0;

	for (size_t i = 0; i < p->shown.n; i++) {
		const char *name = p->shown.at[i].name;

		if (!*p->shown.at[i].text || *form_get(&p->form, name))
			continue;
		buf_printf(draft, "%s=\n", name);
		n++;
	}
	return n;
}

static bool details_keep(const struct screen *s, struct kept *ret)
{
	const struct details_page *p = s->state;
	struct buf all = { 0 };
	struct str rest, line;
	size_t changed = 0;

	ret->subject = p->strip.id.n;
	snprintf(ret->about, sizeof(ret->about), "%s", p->strip.ref);
	snprintf(ret->title, sizeof(ret->title), _("Details of %s, not saved"),
	         p->strip.short_name);
	form_keep(&p->form, &all);
	rest = buf_str(&all);
	while (str_cut(&rest, '\n', &line)) {
		if (line.n == 0 || !is_changed(p, line))
			continue;
		changed += line.at[0] != '.';
		buf_add(&ret->body, line);
		buf_putc(&ret->body, '\n');
	}
	buf_done(&all);
	return keep_emptied(p, &ret->body) + changed > 0;
}

static enum status details_resume(struct screen *s, struct str body)
{
	struct details_page *p = s->state;
	enum status rc = form_resume(&p->form, body);

	if (rc == OK)
		echo(s);
	return rc;
}

/* ---- saving ---- */

static bool safety_changed(const struct details_page *p, const struct person_details *now)
{
	const struct safe_contact *x = &p->was.safe, *y = &now->safe;

	return x->ring != y->ring || x->voicemail != y->voicemail || x->text != y->text ||
	       x->email != y->email || x->post != y->post || x->visit != y->visit ||
	       x->partner_told != y->partner_told || x->danger != y->danger ||
	       x->text_first != y->text_first || x->other_may_answer != y->other_may_answer;
}

/* A partner, an address or a number that changed: what was safe may not be any more (care 4). */
static bool worth_asking_again(const struct details_page *p, const struct person_details *now)
{
	return !text_equal(p->was.person.address, now->person.address) ||
	       !text_equal(p->was.phones[0].value, now->phones[0].value);
}

/* Saved by somebody else meanwhile: what they changed is shown, with one's own changes on it. */
static void show_again(struct screen *s)
{
	struct details_page *p = s->state;
	struct kept kept = { 0 };
	struct person_details fresh;

	if (casework_details(screen_session(s), p->strip.id, &s->keep, &fresh) != OK ||
	    casework_strip(screen_session(s), p->strip.id, &s->keep, &p->strip) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	details_keep(s, &kept);
	p->was = fresh;
	form_done(&p->form);
	begin_form(s);
	if (details_resume(s, buf_str(&kept.body)) == OK)
		desk_say(s->desk, _("Somebody else changed this record meanwhile. It stands here "
		                    "with your changes: look it over, then Ctrl-S."));
	buf_done(&kept.body);
}

static enum outcome save_in(struct screen *s, struct arena *a)
{
	struct details_page *p = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	const struct values v = form_values(&p->form, a);
	struct person_details now = p->was;
	struct problems problems = { 0 };
	enum status rc;

	person_take(&v, &from, a, &now, &problems);
	form_problems(&p->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	rc = casework_change_details(session, &now);
	if (rc == E_CONFLICT) {
		show_again(s);
		return REDRAW;
	}
	if (rc != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	if (safety_changed(p, &now))
		desk_say(s->desk, _("Saved. What is safe was set today, by you."));
	else if (worth_asking_again(p, &now))
		desk_say(s->desk, _("Saved. Is what was safe still safe there? e asks again."));
	else
		desk_say(s->desk, _("Saved: %s."), p->strip.short_name);
	s->answer = (struct result){ .saved = true, .id = { p->strip.id.n } };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	enum outcome outcome = save_in(s, &a);

	arena_reset(&a);
	return outcome;
}

static enum outcome value_changed(struct screen *s)
{
	echo(s);
	return REDRAW;
}

static enum outcome details_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = value_changed };
	struct details_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
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
	.typing = form_screen_typing,
	.keep = details_keep,
	.resume = details_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
