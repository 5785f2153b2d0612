#include "assessed.h"
#include "measuring.h"

#include "act.h"

#include "base/words.h"
#include "store/accounts.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/draft.h"
#include "store/people.h"
#include "store/plans.h"

const char *assessed_about(struct person_id person, struct assessment_id id, struct arena *a)
{
	return arena_printf(a, "%s %lld", person_ref(person, a), (long long)id.n);
}

enum status assessed_said(struct session *s, const struct assessment *x, struct arena *a,
                          struct assess_said *ret)
{
	struct assess_said said = { .overall = x->overall };
	enum status rc =
		session_store(s, concerns_of_assessment(s->store, x->id, a, &said.concerns));

	if (rc == OK)
		rc = session_store(
			s, domain_nothings_of_assessment(s->store, x->id, a, &said.nothings));
	if (rc == OK)
		*ret = said;
	return rc;
}

/* ---- what stands in it ---- */

static const struct concern *find(const struct concern_list *list, const char *code)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return &list->at[i];
	return NULL;
}

/* A row that says the same already is left alone: what is on record is what was changed. */
static bool same(const struct concern *x, const struct concern *y)
{
	return x->answer == y->answer && x->score == y->score && x->matters == y->matters &&
	       text_equal(x->own_words, y->own_words) && x->previous_score == y->previous_score;
}

static enum status put_concerns(struct change *c, const struct new_assessment *n,
                                struct assessment_id id, const struct concern_list *were)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < were->n; i++)
		if (!find(&n->concerns, were->at[i].code))
			rc = concern_remove(c, id, were->at[i].code);
	for (size_t i = 0; rc == OK && i < n->concerns.n; i++) {
		struct concern x = n->concerns.at[i];
		const struct concern *was = find(were, x.code);

		x.assessment = id;
		x.person = n->header.person;
		if (was && same(was, &x))
			continue;
		if (was)
			x.level = was->level;
		rc = concern_put(c, &x);
	}
	return rc;
}

static bool says_nothing(const struct domain_nothing_list *list, const char *domain)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].domain, domain))
			return true;
	return false;
}

static enum status put_nothings(struct change *c, const struct new_assessment *n,
                                struct assessment_id id, const struct domain_nothing_list *were)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < were->n; i++)
		if (!says_nothing(&n->nothings, were->at[i].domain))
			rc = domain_nothing_remove(c, id, were->at[i].domain);
	for (size_t i = 0; rc == OK && i < n->nothings.n; i++) {
		struct domain_nothing x = n->nothings.at[i];

		x.assessment = id;
		x.person = n->header.person;
		if (!says_nothing(were, x.domain))
			rc = domain_nothing_put(c, &x);
	}
	return rc;
}

enum status assessed_put_reds(struct change *c, const struct new_assessment *n,
                              struct assessment_id id)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < n->reds.n; i++) {
		struct red_answer x = n->reds.at[i];

		x.assessment = id;
		x.person = n->header.person;
		rc = red_answer_put(c, &x);
	}
	return rc;
}

enum status assessed_put(struct session *s, struct change *c, const struct new_assessment *n,
                         struct assessment_id id, struct arena *a)
{
	const struct assessment x = { .id = id, .overall = n->header.overall };
	struct assess_said were;
	enum status rc = assessed_said(s, &x, a, &were);

	if (rc == OK)
		rc = put_concerns(c, n, id, &were.concerns);
	if (rc == OK)
		rc = put_nothings(c, n, id, &were.nothings);
	if (rc == OK)
		rc = measuring_put(s, c, n, id, a);
	return rc == OK ? assessed_put_reds(c, n, id) : rc;
}

/* ---- who may ---- */

static enum status closed(struct session *s, const struct assessment *x, struct arena *a)
{
	return session_fail(s, E_INVALID,
	                    _("That assessment was closed for good on %s. Unlock it with a reason "
	                      "first; nothing was changed."),
	                    day_plain(x->locked_on, s->today, a));
}

enum status assessed_open(struct session *s, struct assessment_id id, struct arena *a)
{
	struct assessment x;
	enum status rc = session_store(s, assessment_get(s->store, id, a, &x));

	return rc == OK && x.status == ASSESSMENT_LOCKED ? closed(s, &x, a) : rc;
}

enum status assessed_may_correct(struct session *s, const struct assessment *x, struct arena *a)
{
	struct account by;

	if (assessment_may_correct(x, s->account.id, s->today))
		return OK;
	if (x->status == ASSESSMENT_LOCKED)
		return closed(s, x, a);
	if (x->status == ASSESSMENT_BEGUN)
		return session_fail(s, E_INVALID,
		                    _("No answers were kept of that one: there is nothing to "
		                      "correct."));
	if (account_get(s->store, x->by_account, a, &by) != OK)
		by.name = _("somebody");
	return session_fail(s, E_INVALID,
	                    _("%s ended that assessment on %s. Unlock it with a reason first; "
	                      "nothing was changed."),
	                    by.name,
	                    day_plain(day_valid(x->done_on) ? x->done_on : x->on_day, s->today, a));
}

/* ---- correcting it ---- */

/* Of the header, what is said of the conversation; who did it, and when it was ended, stays. */
static struct assessment corrected(const struct session *s, const struct assessment *was,
                                   const struct new_assessment *n)
{
	struct assessment x = *was;

	x.ver = n->header.ver;
	x.on_day = n->header.on_day;
	x.at_minute = n->header.at_minute;
	x.pathway_point = n->header.pathway_point;
	x.occasion = n->header.occasion;
	x.mode = n->header.mode;
	x.assisted = n->header.assisted;
	x.present = n->header.present;
	x.staff_role = n->header.staff_role;
	x.overall = n->header.overall;
	if (!text_empty(x.unlocked_because) && !day_valid(x.locked_on))
		x.locked_on = s->today;
	return x;
}

enum status assessed_correct_in(struct session *s, struct change *c, const struct new_assessment *n,
                                struct arena *a)
{
	struct assessment was, x;
	enum status rc = assessment_get(s->store, n->header.id, a, &was);

	if (rc == OK && was.person.n != n->header.person.n)
		return session_fail(s, E_INVALID, _("That is somebody else's assessment."));
	if (rc == OK && was.ver != n->header.ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed that assessment meanwhile. Yours is "
		                      "kept as it is: look at theirs first."));
	if (rc == OK)
		rc = assessed_may_correct(s, &was, a);
	if (rc != OK)
		return rc;
	x = corrected(s, &was, n);
	rc = assessment_update(c, &x);
	if (rc == OK)
		rc = assessed_put(s, c, n, x.id, a);
	if (rc == OK)
		rc = draft_drop(s->store, s->account.id, ASSESSMENT_FORM,
		                assessed_about(x.person, x.id, a));
	return rc;
}

/* ---- closing and opening it ---- */

static enum status plan_was_agreed(struct session *s, const struct assessment *x, struct arena *a,
                                   bool *ret)
{
	struct plan_list plans;
	enum status rc = plans_of_person(s->store, x->person, a, &plans);

	*ret = false;
	for (size_t i = 0; rc == OK && i < plans.n; i++)
		*ret |= plans.at[i].assessment.n == x->id.n && day_valid(plans.at[i].agreed_on);
	return rc;
}

static enum status unlock_in(struct session *s, struct change *c, struct assessment *x,
                             const char *because, struct arena *a)
{
	bool agreed;
	enum status rc = plan_was_agreed(s, x, a, &agreed);

	if (rc != OK)
		return rc;
	if (x->status == ASSESSMENT_LOCKED)
		x->status = agreed ? ASSESSMENT_PLAN_AGREED : ASSESSMENT_DONE;
	x->locked_on = DAY_NONE;
	x->unlocked_because = because;
	return assessment_update(c, x);
}

static enum status lock_in(struct session *s, struct change *c, struct assessment *x)
{
	x->status = ASSESSMENT_LOCKED;
	x->locked_on = s->today;
	return assessment_update(c, x);
}

/* because NULL: closed; else opened again, and why. */
static enum status turn(struct session *s, struct assessment_id id, const char *because)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct assessment x;
	struct person p;
	enum status rc = session_store(s, assessment_get(s->store, id, &a, &x));

	if (rc == OK)
		rc = casework_may_about(s, OP_ASSESS, x.person);
	if (rc == OK && x.status == ASSESSMENT_BEGUN)
		rc = session_fail(s, E_INVALID,
		                  _("That one was only offered: there is nothing in "
		                    "it to close."));
	if (rc == OK && !because && x.status == ASSESSMENT_LOCKED)
		rc = closed(s, &x, &a);
	if (rc == OK)
		rc = session_store(s, person_get(s->store, x.person, &a, &p));
	if (rc == OK) {
		rc = act_begin(s, OP_ASSESS, &c, x.person,
		               because ? arena_printf(&a, _("assessment of %s unlocked: %s"),
		                                      act_name(&p, &a), because)
		                       : arena_printf(&a, _("assessment of %s closed for good"),
		                                      act_name(&p, &a)));
		if (rc == OK)
			rc = because ? unlock_in(s, &c, &x, because, &a) : lock_in(s, &c, &x);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_lock_assessment(struct session *s, struct assessment_id id)
{
	enum status rc = casework_may(s, OP_ASSESS);

	return rc == OK ? turn(s, id, NULL) : rc;
}

enum status casework_unlock_assessment(struct session *s, struct assessment_id id,
                                       const char *because)
{
	enum status rc = casework_may(s, OP_ASSESS);

	if (rc == OK && str_trim(str_of(because)).n == 0)
		rc = session_fail(s, E_INVALID, _("Say why it is unlocked. It stays as it is."));
	return rc == OK ? turn(s, id, because) : rc;
}
