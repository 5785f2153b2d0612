#include "casework/assess.h"

#include "act.h"
#include "assessed.h"
#include "measuring.h"
#include "reach.h"
#include "reminders_of.h"
#include "sharing.h"

#include "base/words.h"
#include "model/assess_form.h"
#include "model/contact.h"
#include "model/list_for.h"
#include "model/none.h"
#include "model/red.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/contacts.h"
#include "store/draft.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

#define ASK_AGAIN_RULE "assessment-again" /* of the reminder to offer it again */

static bool is_done(const struct assessment *x)
{
	return x->status != ASSESSMENT_BEGUN && x->agreed_keep != SAID_NO;
}

static const struct assessment_past *past_by(const struct assessment_start *start, const char *list)
{
	for (size_t i = 0; i < start->past.n; i++)
		if (text_equal(start->past.at[i].assessment.list, list))
			return &start->past.at[i];
	return NULL;
}

/* One by another list counts where that list has some of the same concerns. */
static const struct assessment_past *past_of_same(const struct assessment_start *start)
{
	for (size_t i = 0; i < start->past.n; i++)
		for (size_t j = 0; j < start->past.at[i].was.n; j++)
			if (concern_find(&start->set, start->past.at[i].was.at[j].code))
				return &start->past.at[i];
	return NULL;
}

void assessment_start_before(struct assessment_start *start)
{
	const struct assessment_past *past = past_by(start, start->set.name);

	if (!past)
		past = past_of_same(start);
	start->before = past ? past->assessment : assessment_blank;
	start->was = past ? past->was : (struct concern_list){ 0 };
	start->header.previous = start->before.id;
}

static enum status read_past(struct session *s, struct person_id person, struct arena *a,
                             struct assessment_start *start)
{
	struct assessment_list all;
	enum status rc = assessments_of_person(s->store, person, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		const struct assessment *x = &all.at[i];
		struct assessment_past *past;

		if (x->id.n > start->newest.n)
			start->newest = x->id;
		if (!is_done(x) || past_by(start, x->list))
			continue;
		past = ARENA_PUSH(a, &start->past);
		past->assessment = *x;
		rc = concerns_of_assessment(s->store, x->id, a, &past->was);
	}
	return rc;
}

static struct assessment proposed_header(const struct session *s, const struct person *p)
{
	struct assessment x = assessment_blank;

	x.person = p->id;
	x.list = concern_list_for(p->stage, &s->service.lists);
	x.status = ASSESSMENT_BEGUN;
	x.offered = OFFER_SAID_YES;
	x.on_day = s->today;
	x.at_minute = s->minute;
	x.mode = ASSESSMENT_BY_PHONE;
	x.pathway_point = pathway_point_at(p->stage);
	x.staff_role = s->service.staff_role;
	return x;
}

/* By which list and measures they are asked. */
static enum status read_lists(struct session *s, const char *list, const struct person *p,
                              struct arena *a, struct assessment_start *start)
{
	const struct concern_set *set;
	enum status rc = session_concerns(
		s, *list ? list : concern_list_for(p->stage, &s->service.lists), &set);

	if (rc != OK)
		return rc;
	start->set = *set;
	rc = session_lists_offered(s, LIST_CONCERNS, a, &start->lists);
	if (rc == OK)
		rc = session_measures(s, a, &start->measures);
	return rc;
}

/* What any of them begins with: who it is about, the list ("": by their stage), who answers for safety. */
static enum status begin_in(struct session *s, struct person_id person, const char *list,
                            struct arena *a, struct assessment_start *start, struct person *p)
{
	enum status rc = casework_strip(s, person, a, &start->strip);

	if (rc != OK)
		return rc;
	rc = session_store(s, person_get(s->store, person, a, p));
	if (rc == OK)
		rc = read_lists(s, list, p, a, start);
	if (rc != OK)
		return rc;
	start->lead = text_empty(s->service.lead.name) ? "" : s->service.lead.name;
	start->lead_phone = text_empty(s->service.lead.phone) ? "" : s->service.lead.phone;
	start->in_treatment = person_in_treatment(p, s->today);
	return OK;
}

enum status casework_begin_assessment(struct session *s, struct person_id person, struct arena *a,
                                      struct assessment_start *ret)
{
	struct assessment_start start = { .before = assessment_blank };
	struct person p;
	enum status rc = act_read(s, OP_ASSESS, person);

	if (rc == OK)
		rc = begin_in(s, person, "", a, &start, &p);
	if (rc == OK)
		rc = session_store(s, read_past(s, person, a, &start));
	if (rc == OK)
		rc = measured_last(s, person, &start.measures, a, &start.measured_before);
	if (rc != OK)
		return rc;
	start.header = proposed_header(s, &p);
	assessment_start_before(&start);
	*ret = start;
	return OK;
}

/* What came before it when it was made, whatever came since. */
static enum status read_corrected(struct session *s, struct arena *a,
                                  struct assessment_start *start)
{
	const struct assessment *x = &start->header;
	enum status rc = assessed_said(s, x, a, &start->now);

	if (rc == OK)
		rc = session_store(s, red_answers_of_assessment(s->store, x->id, a, &start->reds));
	if (rc == OK)
		rc = measured_then(s, x, a, start);
	if (rc != OK || x->previous.n == 0)
		return rc;
	rc = session_store(s, assessment_get(s->store, x->previous, a, &start->before));
	if (rc == OK)
		rc = session_store(s,
		                   concerns_of_assessment(s->store, x->previous, a, &start->was));
	return rc;
}

enum status casework_begin_correction(struct session *s, struct assessment_id id, struct arena *a,
                                      struct assessment_start *ret)
{
	struct assessment_start start = { .before = assessment_blank };
	struct person p;
	enum status rc = casework_may(s, OP_ASSESS);

	if (rc == OK)
		rc = session_store(s, assessment_get(s->store, id, a, &start.header));
	if (rc == OK)
		rc = act_read(s, OP_ASSESS, start.header.person);
	if (rc == OK)
		rc = assessed_may_correct(s, &start.header, a);
	if (rc == OK)
		rc = begin_in(s, start.header.person, start.header.list, a, &start, &p);
	if (rc == OK)
		rc = read_corrected(s, a, &start);
	if (rc == OK)
		*ret = start;
	return rc;
}

static const struct red_answer *reply_to(const struct red_answer_list *reds, const char *code)
{
	for (size_t i = 0; i < reds->n; i++)
		if (text_equal(reds->at[i].code, code))
			return &reds->at[i];
	return NULL;
}

static enum status check_reply(struct session *s, const struct red_answer_list *reds,
                               const char *code, const char *label)
{
	const struct red_answer *r = reply_to(reds, code);

	if (!r || r->reply == RED_REPLY_NONE)
		return session_fail(s, E_INVALID,
		                    _("%s needs a person today: 1 asked, no  2 asked, yes  3 not "
		                      "asked. Everything is kept as it is."),
		                    label);
	if (r->reply == RED_NOT_ASKED && (text_empty(r->why) || text_empty(r->who_will)))
		return session_fail(
			s, E_INVALID,
			_("%s was not asked: say why, and who will today. Nothing is lost."),
			label);
	return OK;
}

/* Every answer that needs a person has one of three replies, whoever asks. */
static enum status check_reds(struct session *s, const struct new_assessment *n,
                              const struct person *p)
{
	bool in_treatment = person_in_treatment(p, s->today);
	const struct concern_set *set;
	enum status rc = session_concerns(s, n->header.list, &set);

	if (rc == OK && overall_is_red(n->header.overall))
		rc = check_reply(s, &n->reds, RED_OVERALL_CODE, _("Overall"));
	for (size_t i = 0; rc == OK && i < n->concerns.n; i++) {
		const struct concern *c = &n->concerns.at[i];
		const struct concern_item *item = concern_find(set, c->code);

		if (!item)
			return session_fail(s, E_INVALID, _("%s is not in the list of concerns."),
			                    c->code);
		if (concern_is_red(item, c->answer, c->score, in_treatment))
			rc = check_reply(s, &n->reds, c->code, item->label);
	}
	return rc;
}

static bool is_offered_only(const struct new_assessment *n)
{
	return n->header.offered != OFFER_SAID_YES;
}

static enum status check(struct session *s, const struct new_assessment *n, const struct person *p)
{
	enum status rc;

	if (n->header.on_day > s->today)
		return session_fail(s, E_INVALID,
		                    _("The day of the assessment is ahead. "
		                      "Change it with e; nothing is lost."));
	if (p->died_on != DAY_NONE && n->header.on_day > p->died_on)
		return session_fail(s, E_INVALID,
		                    _("That day is after they died. Change it with e."));
	if (n->header.offered == OFFER_UNDECIDED && n->header.again_on <= s->today)
		return session_fail(s, E_INVALID, _("Say when to ask again: a day ahead."));
	if (n->header.id.n == 0 && !is_offered_only(n) && n->header.agreed_keep == NOT_ASKED)
		return session_fail(s, E_INVALID, _("Ask first whether it may be kept: y or n."));
	rc = measuring_check(s, &n->measured);
	return rc == OK ? check_reds(s, n, p) : rc;
}

/* Was it done, or offered, in a conversation with them? */
static bool reaches(const struct assessment *x)
{
	return x->mode != ASSESSMENT_ON_PAPER && x->mode != ASSESSMENT_MODE_NONE &&
	       x->offered != OFFER_NOT_MADE;
}

static enum contact_mode contact_mode_of(enum assessment_mode mode)
{
	switch (mode) {
	case ASSESSMENT_BY_VIDEO:
		return CONTACT_BY_VIDEO;
	case ASSESSMENT_IN_PERSON:
		return CONTACT_IN_PERSON;
	case ASSESSMENT_HOME_VISIT:
		return CONTACT_HOME_VISIT;
	case ASSESSMENT_MODE_NONE:
	case ASSESSMENT_BY_PHONE:
	case ASSESSMENT_ON_PAPER:
		break;
	}
	return CONTACT_BY_PHONE;
}

static enum status add_call(struct session *s, struct change *c, const struct new_assessment *n,
                            const struct referral *r, struct arena *a, struct contact_id *ret)
{
	struct contact x = contact_blank;
	struct reach reach;
	const char *why;
	enum status rc;
	bool met =
		n->header.mode == ASSESSMENT_IN_PERSON || n->header.mode == ASSESSMENT_HOME_VISIT;

	x.person = n->header.person;
	x.referral = r->id;
	x.on_day = n->header.on_day;
	x.at_minute = n->header.at_minute;
	x.outcome = met ? CONTACT_FACE_TO_FACE : CONTACT_SPOKE;
	x.direction = CONTACT_OUT;
	x.mode = contact_mode_of(n->header.mode);
	x.reached = REACHED_YES;
	x.who_with = n->header.present;
	x.minutes = n->minutes;
	x.note = n->note;
	x.by_account = s->account.id;
	/* The call is a contact like any other, and so are the rules for it. */
	rc = reach_get(s, x.person, a, &reach);
	if (rc != OK)
		return rc;
	why = reach_contact_refusal(&reach, &x, a);
	return why ? session_fail(s, E_DENIED, "%s", why) : contact_add(c, &x, ret);
}

/* They were spoken with: their time with us has begun. */
static enum status begin_time(struct change *c, const struct new_assessment *n,
                              const struct referral *was)
{
	struct referral r = *was;

	if (r.state == REFERRAL_ACCEPTED) {
		r.state = REFERRAL_ACTIVE;
		r.state_on = n->header.on_day;
	}
	if (r.first_contact_on == DAY_NONE)
		r.first_contact_on = n->header.on_day;
	if (r.state == was->state && r.first_contact_on == was->first_contact_on)
		return OK;
	return referral_update(c, &r);
}

/* Whoever would not be assessed was spoken with all the same; their review still waits. */
static bool is_done_with(const struct reminder *r, const struct new_assessment *n)
{
	enum reminder_kind kind = r->kind;

	if (kind == REMINDER_ASK_AGAIN)
		return text_equal(r->rule, ASK_AGAIN_RULE) && n->header.offered != OFFER_NOT_MADE;
	if (kind == REMINDER_REVIEW_DUE)
		return !is_offered_only(n);
	return (kind == REMINDER_FIRST_CONTACT || kind == REMINDER_TRY_AGAIN) &&
	       reaches(&n->header);
}

/* The day to offer it again, in place of one that was set before. */
static enum status ask_again(struct session *s, struct change *c, const struct assessment *x)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	if (x->offered != OFFER_UNDECIDED)
		return OK;
	r.person = x->person;
	r.worker = s->account.id;
	r.referral = x->referral;
	r.kind = REMINDER_ASK_AGAIN;
	r.what = _("Offer an assessment again");
	r.due_on = r.first_due_on = x->again_on;
	r.rule = ASK_AGAIN_RULE;
	r.why = text_empty(x->offer_because) ? _("They said not now") : x->offer_because;
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return reminder_add(c, &r, &id);
}

static enum status end_reminders(struct session *s, struct change *c,
                                 const struct new_assessment *n, struct arena *a)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(s->store, n->header.person, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder r = open.at[i];

		if (!is_done_with(&r, n))
			continue;
		rc = reminder_done_in(s, c, &r,
		                      is_offered_only(n)    ? _("Spoken with, not assessed")
		                      : reaches(&n->header) ? _("Spoken with and assessed")
		                                            : _("Assessed on paper"));
	}
	return rc;
}

static enum status log_call(struct session *s, struct change *c, const struct new_assessment *n,
                            struct assessment *x, struct arena *a)
{
	struct referral r = referral_blank;
	enum status rc = referral_current(s->store, x->person, a, &r);
	bool referred = rc == OK && referral_open(r.state);

	if (rc == E_NOT_FOUND)
		rc = OK;
	if (rc == OK && referred)
		x->referral = r.id;
	if (!referred)
		r.id.n = 0;
	if (rc == OK && reaches(x))
		rc = add_call(s, c, n, &r, a, &x->contact);
	if (rc == OK && reaches(x) && referred)
		rc = begin_time(c, n, &r);
	if (rc == OK)
		rc = end_reminders(s, c, n, a);
	return rc;
}

static enum consent_how consent_how_of(enum assessment_mode mode)
{
	switch (mode) {
	case ASSESSMENT_IN_PERSON:
	case ASSESSMENT_HOME_VISIT:
		return CONSENT_SAID;
	case ASSESSMENT_ON_PAPER:
		return CONSENT_ON_PAPER;
	case ASSESSMENT_MODE_NONE:
	case ASSESSMENT_BY_PHONE:
	case ASSESSMENT_BY_VIDEO:
		break;
	}
	return CONSENT_BY_PHONE;
}

/* What they answered to "to keep it" and "to share it" counts from here on wherever it matters. */
static enum status agree_in(struct session *s, struct change *c, const struct assessment *x,
                            struct arena *a)
{
	const struct {
		enum asked answer;
		enum purpose purpose;
		const char *words;
	} asked[] = { { x->agreed_keep, PURPOSE_KEEP, assess_keep_words },
		      { x->agreed_share, PURPOSE_REFER, assess_share_words } };
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(asked); i++) {
		struct new_consent y = new_consent_blank;
		struct consent_id id;
		const char *told;

		if (asked[i].answer == NOT_ASKED)
			continue;
		y.person = x->person;
		y.with.purpose = asked[i].purpose;
		y.answer = asked[i].answer == SAID_YES ? CONSENT_YES : CONSENT_NO;
		y.how = consent_how_of(x->mode);
		y.on_day = x->on_day;
		y.assessment = x->id;
		y.words = asked[i].words;
		rc = consent_in(s, c, &y, a, &id, &told);
	}
	return rc;
}

static enum status complete_in(struct session *s, struct change *c, const struct new_assessment *n,
                               struct arena *a, struct assessment_id *ret)
{
	struct assessment x = n->header;
	bool kept = !is_offered_only(n) && x.agreed_keep == SAID_YES;
	enum status rc = log_call(s, c, n, &x, a);

	x.by_account = s->account.id;
	x.status = kept ? ASSESSMENT_DONE : ASSESSMENT_BEGUN;
	x.done_on = !kept ? DAY_NONE : x.mode == ASSESSMENT_ON_PAPER ? x.on_day : s->today;
	x.typed_on = x.mode == ASSESSMENT_ON_PAPER ? s->today : DAY_NONE;
	if (!kept)
		x.overall = NUMBER_NONE;
	if (rc == OK)
		rc = assessment_add(c, &x, ret);
	x.id = *ret;
	if (rc == OK && !is_offered_only(n))
		rc = agree_in(s, c, &x, a);
	if (rc == OK)
		rc = kept ? assessed_put(s, c, n, *ret, a) : assessed_put_reds(c, n, *ret);
	if (rc == OK)
		rc = ask_again(s, c, &x);
	if (rc == OK)
		rc = draft_drop(s->store, s->account.id, ASSESSMENT_FORM, person_ref(x.person, a));
	return rc;
}

enum status casework_complete_assessment(struct session *s, const struct new_assessment *n,
                                         struct assessment_id *ret)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct assessment_id id = { 0 };
	struct person p;
	enum status rc = casework_may_about(s, OP_ASSESS, n->header.person);

	if (rc != OK)
		return rc;
	rc = session_store(s, person_get(s->store, n->header.person, &a, &p));
	if (rc == OK)
		rc = check(s, n, &p);
	if (rc == OK) {
		rc = act_begin(s, OP_ASSESS, &c, p.id,
		               arena_printf(&a,
		                            n->header.id.n == 0
		                                    ? _("assessment of %s")
		                                    : _("correction of the assessment of %s"),
		                            act_name(&p, &a)));
		if (rc == OK && n->header.id.n != 0) {
			rc = assessed_correct_in(s, &c, n, &a);
			id = n->header.id;
		} else if (rc == OK) {
			rc = complete_in(s, &c, n, &a, &id);
		}
		rc = act_end(s, &c, rc);
	}
	if (rc == OK)
		*ret = id;
	arena_reset(&a);
	return rc;
}

enum status casework_assessments(struct session *s, struct person_id person, struct arena *a,
                                 struct assessment_list *ret)
{
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, person);

	return rc == OK ? session_store(s, assessments_of_person(s->store, person, a, ret)) : rc;
}
