#include "desk.h"
#include "echo.h"
#include "form_screen.h"
#include "likely.h"
#include "screens.h"
#include "strip.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/op.h"
#include "casework/people.h"
#include "model/none.h"
#include "model/safe.h"
#include "model/when.h"

#include <stdio.h>

/*
 * A referral by phone (care 27): one page in the order in which callers speak, likely duplicates in
 * a strip below. visit: id[0] a person who was with us before, 0 for somebody new.
 */
struct referral_page {
	struct form form;
	struct person_strip strip; /* of somebody who was with us before */
	struct likely likely;
	bool council_mine; /* typed, not proposed */
	bool due_mine;
};

static const struct binding referral_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save; the rest can wait", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

/* ---- beside the values ---- */

static void echo_all(struct screen *s, struct arena *a)
{
	struct referral_page *p = s->state;
	const struct form_from from = session_form_from(screen_session(s));

	echo_values(&p->form, &from, a);
	if (!p->council_mine)
		form_echo(&p->form, "council_area",
		          *form_get(&p->form, "council_area") ? _("proposed") : NULL);
	else
		form_echo(&p->form, "council_area", NULL);
}

/* ---- who may be here already ---- */

static enum status look_for_hits(struct screen *s)
{
	struct referral_page *p = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	struct person_details so_far = person_details_blank();
	struct arena a = { 0 };
	struct problems ignored = { 0 };
	struct values v = form_values(&p->form, &a);
	enum status rc;

	likely_none(&p->likely);
	person_take(&v, &from, &a, &so_far, &ignored);
	rc = p->strip.id.n != 0
	             ? OK
	             : casework_duplicates(session, &so_far, &p->likely.told, &p->likely.hits);
	likely_found(&p->likely);
	arena_reset(&a);
	return rc;
}

/* ---- opening, keeping ---- */

static void hide_person(struct form *f)
{
	static const char *const asked[] = { "ringing",        "referrer", "return_phone",
		                             "knows_referral", "reason",   "urgency",
		                             "referred_on",    "worker",   "first_contact_by" };

	for (size_t i = 0; i < f->n; i++) {
		bool keep = false;

		for (size_t j = 0; j < COUNT_OF(asked); j++)
			keep = keep || text_equal(f->at[i].field->name, asked[j]);
		f->at[i].hidden = !keep;
	}
}

/* A volunteer's is cut down: who it is, how to reach them and what is safe; no illness in words. */
static void hide_from_volunteer(struct form *f)
{
	static const char *const not_asked[] = {
		"nhs_number",  "reason",       "urgency",         "lives_alone",
		"work",        "cancer_group", "stage",           "knows_cancer",
		"referred_on", "worker",       "first_contact_by"
	};

	for (size_t i = 0; i < COUNT_OF(not_asked); i++)
		form_hide(f, not_asked[i], true);
}

static void propose(struct screen *s, struct arena *a)
{
	struct referral_page *p = s->state;
	const struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);

	form_set(&p->form, "urgency", "usual");
	form_set(&p->form, "referred_on", _("today"));
	form_set(&p->form, "first_contact_by", day_birth(first_contact_due(from.today, &from), a));
	if (session_may(session, OP_OPEN_PERSON))
		form_set(&p->form, "worker", session->account.login);
}

static enum status referral_begin(struct screen *s)
{
	struct referral_page *p = s->state;
	struct person_id id = { s->target.id[0] };
	struct arena a = { 0 };
	enum status rc = casework_may(screen_session(s), OP_RECEIVE_REFERRAL);

	if (rc == OK && id.n != 0)
		rc = casework_strip(screen_session(s), id, &s->keep, &p->strip);
	if (rc != OK)
		return rc;
	form_begin(&p->form, referral_fields(form_screen_workers(s), &s->keep));
	if (id.n != 0)
		hide_person(&p->form);
	if (!session_may(screen_session(s), OP_OPEN_PERSON))
		hide_from_volunteer(&p->form);
	propose(s, &a);
	echo_all(s, &a);
	arena_reset(&a);
	return OK;
}

static void referral_end(struct screen *s)
{
	struct referral_page *p = s->state;

	form_done(&p->form);
	likely_none(&p->likely);
}

static bool anything_typed(const struct form *f)
{
	static const char *const names[] = { "ringing",    "referrer",    "return_phone",
		                             "given_name", "family_name", "phone",
		                             "nhs_number", "reason" };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (*form_get(f, names[i]))
			return true;
	return false;
}

static bool referral_keep(const struct screen *s, struct kept *ret)
{
	const struct referral_page *p = s->state;
	const char *family = form_get(&p->form, "family_name");
	const char *given = form_get(&p->form, "given_name");

	ret->subject = p->strip.id.n;
	if (p->strip.id.n != 0)
		snprintf(ret->about, sizeof(ret->about), "%s", p->strip.ref);
	else if (s->target.id[1] != 0) /* another one while the first is unfinished */
		snprintf(ret->about, sizeof(ret->about), "new %lld", (long long)s->target.id[1]);
	if (!anything_typed(&p->form))
		return false;
	if (p->strip.id.n != 0)
		snprintf(ret->title, sizeof(ret->title), _("Referral of %s, not saved"),
		         p->strip.short_name);
	else if (*family)
		snprintf(ret->title, sizeof(ret->title), _("Referral of %s%s%s, not saved"), family,
		         *given ? ", " : "", given);
	else
		snprintf(ret->title, sizeof(ret->title), "%s", _("Referral begun, no name yet"));
	form_keep(&p->form, &ret->body);
	if (!*form_get(&p->form, "worker")) /* nobody yet, and not whoever opens it again */
		buf_puts(&ret->body, "worker=\n");
	return true;
}

static enum status referral_resume(struct screen *s, struct str body)
{
	struct referral_page *p = s->state;
	struct arena a = { 0 };
	enum status rc = form_resume(&p->form, body);

	p->council_mine = *form_get(&p->form, "council_area") != '\0';
	p->due_mine = true;
	if (rc == OK) {
		echo_all(s, &a);
		rc = look_for_hits(s);
	}
	arena_reset(&a);
	return rc;
}

/* ---- showing ---- */

static const struct likely_words likely_words = {
	.head = _("HERE ALREADY?"),
	.enter = _("↓ to look"),
	.keys = _("Enter looks, = it is them"),
	.unnamed = _("Save anyway; the coordinator is told."),
};

static void referral_render(const struct screen *s, struct grid *g)
{
	struct referral_page *p = s->state;
	int row = 1, below;

	if (p->strip.id.n != 0) {
		row = strip_put(g, _("Referral"), &p->strip, NULL);
	} else {
		grid_put(g, 0, 1, -1, LOOK_HEAD, _("New referral"));
		grid_put_right(g, 0, g->columns - 1, -1, LOOK_SECOND,
		               _("* needed · Ctrl-S saves once there is a name"));
	}
	below = likely_put(&p->likely, g, &likely_words);
	form_put(&p->form, g, (struct rect){ row, 1, g->rows - row - below, g->columns - 2 });
	likely_cursor(&p->likely, g);
}

/* ---- saving ---- */

static void say_saved(struct screen *s, const struct new_referral *in, const struct received *r,
                      struct arena *a)
{
	const struct session *session = screen_session(s);
	const struct safe_person about =
		safe_person_of(&in->about.person, in->referral.knows_referral);
	const char *by = day_short(r->first_contact_by, session->today, a);
	bool mine = text_equal(r->worker, session->account.name);
	bool ring = in->person.n != 0 || safe_allows(&in->about.safe, &about, CHANNEL_RING);
	const char *who = mine ? _("you") : text_empty(r->worker) ? _("nobody yet") : r->worker;

	if (!session_may(session, OP_OPEN_PERSON))
		desk_say(s->desk, _("Saved %s. A worker rings them by %s.%s"), r->ref, by,
		         ((struct referral_page *)s->state)->likely.hits.unnamed > 0
		                 ? _(" The coordinator is told.")
		                 : "");
	else if (mine && ring)
		desk_say(s->desk, _("Saved %s. First contact by %s, %s. c rings %s now."), r->ref,
		         by, who,
		         in->person.n != 0 ? _("them") : person_them(&in->about.person, a));
	else
		desk_say(s->desk, _("Saved %s. First contact by %s, %s."), r->ref, by, who);
}

static enum outcome save_in(struct screen *s, struct arena *a)
{
	struct referral_page *p = s->state;
	struct session *session = screen_session(s);
	const struct form_from from = session_form_from(session);
	const struct values v = form_values(&p->form, a);
	struct new_referral in = { .person = p->strip.id };
	struct problems problems = { 0 };
	struct received r;

	referral_from_values(&v, &from, a, &in, &problems);
	form_problems(&p->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (casework_receive_referral(session, &in, a, &r) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	say_saved(s, &in, &r, a);
	s->answer = (struct result){ .saved = true, .id = { r.person.n } };
	s->go = visit_person(session_may(session, OP_OPEN_PERSON) ? &person_screen : &visit_screen,
	                     r.person);
	return REPLACE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	enum outcome outcome = save_in(s, &a);

	arena_reset(&a);
	return outcome;
}

/* ---- keys ---- */

/* What follows from a value that was changed. */
static void follow_change(struct screen *s, struct arena *a)
{
	struct referral_page *p = s->state;
	const struct form_from from = session_form_from(screen_session(s));
	const struct when_from back = { from.today, from.holidays, WHEN_BACK };
	const char *name = p->form.changed->name, *fault;
	struct when when;

	if (text_equal(name, "council_area"))
		p->council_mine = *form_get(&p->form, name) != '\0';
	else if (text_equal(name, "first_contact_by"))
		p->due_mine = true;
	else if (text_equal(name, "postcode") && !p->council_mine)
		form_set(&p->form, "council_area",
		         council_proposed(form_get(&p->form, "postcode"), a));
	else if (text_equal(name, "referred_on") && !p->due_mine &&
	         when_parse(form_get(&p->form, name), &back, a, &when, &fault) == OK)
		form_set(&p->form, "first_contact_by",
		         day_birth(first_contact_due(when.on, &from), a));
	else if (text_equal(name, "ringing")) {
		bool self = text_equal(source_of_ringing(form_get(&p->form, name), a), "self");

		form_hide(&p->form, "referrer", self);
		form_hide(&p->form, "return_phone", self);
	}
}

static enum outcome changed(struct screen *s)
{
	struct referral_page *p = s->state;
	struct arena a = { 0 };

	follow_change(s, &a);
	echo_all(s, &a);
	if (likely_field(p->form.changed) && look_for_hits(s) != OK)
		desk_say_fault(s->desk);
	arena_reset(&a);
	return REDRAW;
}

/* It is them: a new time with us of somebody who has a record; what was typed about it stays. */
static enum outcome same_person(struct screen *s)
{
	struct referral_page *p = s->state;
	const struct duplicate *hit = &p->likely.hits.at[p->likely.list.at];

	if (casework_strip(screen_session(s), hit->id, &s->keep, &p->strip) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_drop_kept(s->desk, s);
	s->target.id[0] = p->strip.id.n;
	hide_person(&p->form);
	form_focus(&p->form, "ringing");
	desk_say(s->desk, _("A new time with %s. What you wrote about the referral stays."),
	         p->strip.short_name);
	likely_none(&p->likely);
	return REDRAW;
}

static enum outcome take_likely(struct screen *s, const struct input *in)
{
	struct referral_page *p = s->state;

	return likely_same(&p->likely, in) ? same_person(s) : likely_take(&p->likely, s, in);
}

static enum outcome referral_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct referral_page *p = s->state;

	if (p->likely.in)
		return act == ACT_SAVE ? save(s) : take_likely(s, in);
	if (likely_enter(&p->likely, form_focused(&p->form), in))
		return REDRAW;
	return form_screen_take(s, &p->form, in, &how);
}

static bool referral_typing(const struct screen *s)
{
	const struct referral_page *p = s->state;

	return !p->likely.in && form_typing(&p->form);
}

/* Whom ! is about: only somebody who has a record. */
static int64_t referral_subject(const struct screen *s)
{
	const struct referral_page *p = s->state;

	return p->likely.in ? likely_chosen(&p->likely).n : p->strip.id.n;
}

const struct screen_ops referral_screen = {
	.name = "referral",
	.title = "New referral",
	.state_size = sizeof(struct referral_page),
	.bindings = referral_bindings,
	.conversation = true,
	.begin = referral_begin,
	.render = referral_render,
	.take = referral_take,
	.typing = referral_typing,
	.keep = referral_keep,
	.resume = referral_resume,
	.subject = referral_subject,
	.end = referral_end,
};
