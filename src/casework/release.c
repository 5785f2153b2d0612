#include "casework/release.h"

#include "act.h"
#include "release_words.h"
#include "sharing.h"

#include "base/words.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contingencies.h"
#include "store/disclosures.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/reminders.h"

#include <string.h>

static enum status read_replaced(struct session *s, const struct plan *plan, struct arena *a,
                                 day *ret)
{
	struct plan_list all;
	enum status rc = plans_of_person(s->store, plan->person, a, &all);

	*ret = DAY_NONE;
	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (all.at[i].version < plan->version && all.at[i].given_on != DAY_NONE) {
			*ret = all.at[i].agreed_on != DAY_NONE ? all.at[i].agreed_on
			                                       : all.at[i].made_on;
			break;
		}
	return rc;
}

static enum status read_all(struct session *s, struct person_id person, struct arena *a,
                            struct release_from *from)
{
	enum status rc = person_get(s->store, person, a, &from->person);

	if (rc == OK)
		rc = plan_latest(s->store, person, a, &from->plan);
	if (rc == E_NOT_FOUND)
		return session_fail(s, rc, _("There is no plan to hand out yet. p makes one."));
	if (rc == OK)
		rc = assessment_get(s->store, from->plan.assessment, a, &from->assessment);
	if (rc == OK)
		rc = actions_of_plan(s->store, from->plan.id, a, &from->actions);
	if (rc == OK)
		rc = contingencies_of_plan(s->store, from->plan.id, a, &from->worse);
	if (rc == OK)
		rc = release_words_read(s, a, from);
	return rc;
}

/* "Dr Smith and Leeds hospice have one too." */
static enum status read_copies(struct session *s, struct person_id person, struct arena *a,
                               const char **ret)
{
	struct disclosure_list list = { 0 };
	enum status rc = disclosures_of_person(s->store, person, a, &list);

	*ret = "";
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct disclosure *d = &list.at[i];

		if (d->kind != DISCLOSURE_PAPER || text_equal(d->to_whom, SHARING_THEMSELVES) ||
		    strstr(*ret, d->to_whom))
			continue;
		*ret = text_empty(*ret) ? d->to_whom
		                        : arena_printf(a, _("%s, %s"), *ret, d->to_whom);
	}
	return rc;
}

static void lacks(struct plan_release *r, struct arena *a, const char *sentence)
{
	struct {
		size_t n;
		const char **at;
	} list = { r->missing, r->lacks };

	*ARENA_PUSH(a, &list) = sentence;
	r->missing = list.n;
	r->lacks = list.at;
}

static void find_missing(const struct release_from *from, struct plan_release *r, struct arena *a)
{
	if (from->plan.status != PLAN_AGREED)
		lacks(r, a, _("They have not agreed to this plan yet."));
	if (text_empty(from->service_phone))
		lacks(r, a, _("It has no number to ring you on: clew init asks for it (--phone)."));
	if (from->worse.n == 0)
		lacks(r, a, _("Nothing is said of what to do if things get worse."));
}

enum status casework_release_plan(struct session *s, struct person_id person, struct arena *a,
                                  struct plan_release *ret)
{
	struct release_from from = { 0 };
	struct plan_release r = { .copy = { .purpose = PURPOSE_KEEP, .to_whom = "" } };
	enum status rc = act_read(s, OP_PRINT_PLAN, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &r.strip);
	if (rc != OK)
		return rc;
	s->fault[0] = '\0';
	rc = read_all(s, person, a, &from);
	if (rc == OK)
		rc = read_replaced(s, &from.plan, a, &r.document.replaces);
	if (rc == OK)
		rc = read_copies(s, person, a, &from.copies);
	if (rc != OK)
		return s->fault[0] != '\0' ? rc : session_store(s, rc);
	r.plan = from.plan;
	r.seen = from.person.paper_seen;
	r.document.brief = r.seen != SAID_NO;
	r.document.on = s->today;
	r.document.ref = r.strip.ref;
	r.document.service =
		r.document.brief || from.person.knows_cancer != KNOWS_YES ? "" : from.service;
	release_words_put(&from, &r.document, a);
	find_missing(&from, &r, a);
	*ret = r;
	return OK;
}

/* "plan: What matters to you; What happens next": the parts with a line that is ticked. */
static const char *parts_text(const struct plan_document *d, struct arena *a)
{
	const char *text = d->brief ? _("short plan") : _("plan");
	bool first = true, there[PLAN_PARTS] = { false };

	for (size_t i = 0; i < d->n; i++) {
		enum plan_part part = d->at[i].part;

		if (!d->at[i].on || there[part])
			continue;
		there[part] = true;
		text = arena_printf(a, "%s%s %s", text, first ? ":" : ";", plan_part_head(part));
		first = false;
	}
	return text;
}

static enum status disclose_in(struct session *s, struct change *c, const struct plan_release *r,
                               struct arena *a)
{
	bool own = text_empty(r->copy.to_whom);
	struct disclosure x = disclosure_blank;
	struct disclosed done;

	x.person = c->person; /* of the plan as it stands in the file */
	x.kind = DISCLOSURE_PAPER;
	x.purpose = own ? PURPOSE_KEEP : r->copy.purpose;
	x.service = r->copy.service;
	x.to_whom = own ? SHARING_THEMSELVES : r->copy.to_whom;
	x.fields = parts_text(&r->document, a);
	return disclosure_in(s, c, &x, a, &done);
}

static enum status given_in(struct session *s, struct change *c, struct plan plan, struct arena *a)
{
	struct reminder_list open;
	enum status rc;

	plan.given_on = s->today;
	rc = plan_update(c, &plan);
	if (rc == OK)
		rc = reminders_open_of_person(s->store, plan.person, a, &open);
	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder r = open.at[i];

		if (r.kind != REMINDER_PLAN_NOT_GIVEN)
			continue;
		r.state = REMINDER_DONE;
		r.done_on = s->today;
		r.outcome = _("Given");
		rc = reminder_update(c, &r);
	}
	return rc;
}

static enum status released_in(struct session *s, struct change *c, const struct plan_release *r,
                               const struct plan *plan, struct arena *a)
{
	enum status rc = disclose_in(s, c, r, a);

	return rc == OK && text_empty(r->copy.to_whom) ? given_in(s, c, *plan, a) : rc;
}

enum status casework_released_plan(struct session *s, const struct plan_release *r)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	bool own = text_empty(r->copy.to_whom);
	struct plan plan;
	enum status rc = session_store(s, plan_get(s->store, r->plan.id, &a, &plan));

	if (rc == OK) {
		s->fault[0] = '\0';
		rc = act_begin(s, OP_PRINT_PLAN, &c, plan.person,
		               own ? arena_printf(&a, _("plan handed to %s"), r->strip.short_name)
		                   : arena_printf(&a, _("plan of %s handed to %s"),
		                                  r->strip.short_name, r->copy.to_whom));
		if (rc == OK) {
			c.kind = "print";
			rc = released_in(s, &c, r, &plan, &a);
		}
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_may_copy_plan(struct session *s, struct person_id person,
                                   const struct share_with *with)
{
	struct arena a = { 0 };
	struct sharing sharing;
	struct person p;
	enum status rc = casework_may_about(s, OP_PRINT_PLAN, person);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, person, &a, &p));
	if (rc == OK)
		rc = sharing_read(s, person, with, &a, &sharing);
	if (rc == OK && !sharing.allowed)
		rc = session_fail(s, E_CONFLICT, "%s",
		                  sharing_refusal(s, &sharing, with, act_name(&p, &a), &a));
	arena_reset(&a);
	return rc;
}

enum status casework_set_paper_seen(struct session *s, struct person_id person, enum asked seen)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	enum status rc = session_store(s, person_get(s->store, person, &a, &p));

	if (rc == OK) {
		s->fault[0] = '\0';
		rc = act_begin(s, OP_PRINT_PLAN, &c, person,
		               arena_printf(&a, _("who sees the paper of %s"), act_name(&p, &a)));
		p.paper_seen = seen;
		if (rc == OK)
			rc = person_update(&c, &p);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
