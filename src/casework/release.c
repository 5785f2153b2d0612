#include "casework/release.h"

#include "act.h"
#include "answering.h"
#include "contact_in.h"
#include "release_words.h"
#include "sharing.h"

#include "base/words.h"
#include "store/disclosures.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/wishes.h"

/*
 * Whoever else gets one is somebody who helps them, and has a name: counting and keeping need nobody's
 * yes, and are no reason to hand a paper out.
 */
static enum status check_whose(struct session *s, const struct share_with *with)
{
	bool helps = with->purpose == PURPOSE_REFER || with->purpose == PURPOSE_CARE_TEAM ||
	             with->purpose == PURPOSE_FAMILY;

	if (text_empty(with->to_whom))
		return OK;
	if (text_equal(with->to_whom, SHARING_THEMSELVES))
		return session_fail(s, E_INVALID,
		                    _("Their own copy needs no name. Whose copy is it?"));
	return helps ? OK
	             : session_fail(s, E_INVALID,
	                            _("A paper about somebody goes to their GP or referrer, a "
	                              "carer or family, or a service. Nothing left."));
}

/*
 * Of somebody who died, nothing goes out but a letter that says so; and not even that while it is only
 * reported (care rule 9).
 */
static enum status check_alive(struct session *s, const struct person *p, enum document document)
{
	struct arena a = { 0 };

	if (!person_died(p) || (document == DOCUMENT_LETTER && p->died_sure != SURE_REPORTED))
		return OK;
	session_fail(s, E_CONFLICT, "%s", release_died_text(p, &a));
	arena_reset(&a);
	return E_CONFLICT;
}

/* ---- what would leave ---- */

static release_paper *paper_of(enum document document)
{
	switch (document) {
	case DOCUMENT_PLAN:
		return release_plan;
	case DOCUMENT_SUMMARY:
		return release_summary;
	case DOCUMENT_LETTER:
		return release_letter;
	case DOCUMENT_TRY_LETTER:
		return release_try_letter;
	case DOCUMENT_SLIP:
		return release_slip;
	case DOCUMENT_SERVICES:
		return release_services;
	case DOCUMENT_QUESTIONS:
		return release_questions;
	case DOCUMENT_ASSESSMENT:
		return release_assessment;
	case DOCUMENT_STATUTORY:
		return release_statutory;
	case DOCUMENT_NONE:
		break;
	}
	return NULL;
}

/* Small, at the end: the reference, and the service where its name does not tell. */
static const char *foot(const struct release_from *from, const struct release *r, struct arena *a)
{
	const char *name = release_service_name(from, r->paper.brief);

	return text_empty(name) ? r->strip.ref : arena_printf(a, "%s · %s", name, r->strip.ref);
}

static enum status make(struct session *s, const struct release_from *from, struct arena *a,
                        struct release *r)
{
	release_paper *paper = paper_of(r->wanted.document);

	if (!paper)
		return session_fail(s, E_INVALID, _("There is no such paper about a person."));
	r->paper.brief = text_empty(r->goes.to_whom) && r->seen != SAID_NO;
	r->paper.foot = foot(from, r, a);
	return paper(s, from, a, r);
}

/* Only when they ask for them, and only for who may read them: their own look is on record first. */
static enum status read_wishes(struct session *s, const struct paper_wanted *w, struct arena *a,
                               struct release_from *from)
{
	enum status rc;

	if (!w->wishes)
		return OK;
	if ((w->document != DOCUMENT_PLAN && w->document != DOCUMENT_SUMMARY) || from->copy)
		return session_fail(s, E_INVALID,
		                    _("Wishes stand on their own plan and summary alone."));
	if (from->replaced != DAY_NONE)
		return session_fail(
			s, E_INVALID,
			_("This plan is as it was then: what they wish now stands on the "
		          "newest."));
	if (from->person.paper_seen != SAID_NO)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else may see this paper: what they wish stays "
		                      "off it. w says who sees it."));
	rc = act_read(s, OP_SEE_WISHES, w->person);
	if (rc == OK)
		rc = session_store(s, wishes_get(s->store, w->person, a, &from->wishes));
	if (rc == OK && wishes_empty(&from->wishes))
		rc = session_fail(s, E_NOT_FOUND, _("Nothing is written down of what they wish."));
	return rc;
}

enum status casework_release_paper(struct session *s, const struct paper_wanted *w, struct arena *a,
                                   struct release *ret)
{
	struct release_from from;
	struct release r = { .wanted = *w, .goes = w->copy, .paper = paper_blank };
	enum status rc = act_read(s, OP_PRINT_PLAN, w->person);

	if (rc == OK)
		rc = check_whose(s, &w->copy);
	if (rc == OK)
		rc = casework_strip(s, w->person, a, &r.strip);
	if (rc == OK)
		rc = session_store(s, release_from_read(s, w->person, w->plan, a, &from));
	if (rc == OK)
		rc = check_alive(s, &from.person, w->document);
	if (rc != OK)
		return rc;
	from.copy = !text_empty(w->copy.to_whom);
	rc = read_wishes(s, w, a, &from);
	if (rc != OK)
		return rc;
	r.seen = from.person.paper_seen;
	r.paper.document = w->document;
	if (text_empty(r.goes.to_whom))
		r.goes = (struct share_with){ .purpose = PURPOSE_KEEP, .to_whom = "" };
	rc = make(s, &from, a, &r);
	if (rc == OK)
		*ret = r;
	return rc;
}

/* ---- it leaves ---- */

static enum status disclose_in(struct session *s, struct change *c, const struct release *r,
                               struct arena *a)
{
	bool own = text_empty(r->goes.to_whom);
	struct disclosure x = disclosure_blank;
	struct disclosed done;

	x.person = r->strip.id;
	x.kind = DISCLOSURE_PAPER;
	x.document = r->wanted.document;
	x.purpose = own ? PURPOSE_KEEP : r->goes.purpose;
	x.service = r->goes.service;
	x.to_whom = own ? SHARING_THEMSELVES : r->goes.to_whom;
	x.fields = paper_fields(&r->paper, a);
	return disclosure_in(s, c, &x, a, &done);
}

/* Their own copy of the plan: it is given, and nobody is reminded to give it. */
static enum status given_in(struct session *s, struct change *c, struct plan_id id, struct arena *a)
{
	struct plan plan;
	enum status rc = plan_get(s->store, id, a, &plan);

	if (rc == OK && plan.status == PLAN_SUPERSEDED)
		return OK; /* how it was: the one that holds is still to be given */
	if (rc == OK) {
		plan.given_on = s->today;
		rc = plan_update(c, &plan);
	}
	if (rc == OK)
		rc = answer_in(s, c, plan.person, DEED_PLAN_GIVEN, _("Given"));
	return rc;
}

/* The letter is a try: what follows from it is the ladder's. */
static enum status tried_in(struct session *s, struct change *c, struct person_id person,
                            struct arena *a, const char **said)
{
	struct new_contact x = new_contact_blank;
	struct contact_saved saved = { .said = "" };
	enum status rc;

	x.person = person;
	x.outcome = CONTACT_TEXT_OR_EMAIL;
	x.mode = CONTACT_BY_LETTER;
	x.note = _("Letter: we could not reach you");
	rc = contact_in(s, c, &x, a, &saved);
	*said = saved.said;
	return rc;
}

static enum status released_in(struct session *s, struct change *c, const struct release *r,
                               struct arena *a, const char **said)
{
	struct person p;
	enum status rc = check_whose(s, &r->goes);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, r->strip.id, a, &p));
	if (rc == OK) /* somebody may have written it down while the page stood open */
		rc = check_alive(s, &p, r->wanted.document);
	if (rc == OK)
		rc = disclose_in(s, c, r, a);
	if (rc == OK && r->wanted.document == DOCUMENT_PLAN && text_empty(r->goes.to_whom))
		rc = given_in(s, c, r->plan, a);
	if (rc == OK && r->wanted.document == DOCUMENT_TRY_LETTER)
		rc = tried_in(s, c, r->strip.id, a, said);
	return rc;
}

static const char *handed(const struct release *r, struct arena *a)
{
	const char *what = words_label(&documents, (int)r->wanted.document);

	if (text_empty(r->goes.to_whom))
		return arena_printf(a, _("%s handed to %s"), what, r->strip.short_name);
	return arena_printf(a, _("%s of %s handed to %s"), what, r->strip.short_name,
	                    r->goes.to_whom);
}

enum status casework_released_paper(struct session *s, const struct release *r, struct arena *a,
                                    const char **said)
{
	struct change c = { 0 };
	const char *follows = "";
	enum status rc = act_begin(s, OP_PRINT_PLAN, &c, r->strip.id, handed(r, a));

	if (rc == OK) {
		c.kind = "print";
		rc = released_in(s, &c, r, a, &follows);
	}
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = follows;
	return rc;
}

/* ---- who else may have or see it ---- */

enum status casework_may_copy_paper(struct session *s, struct person_id person,
                                    const struct share_with *with)
{
	struct arena a = { 0 };
	struct sharing sharing;
	struct person p;
	enum status rc = casework_may_about(s, OP_PRINT_PLAN, person);

	if (rc == OK)
		rc = check_whose(s, with);
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
