#include "release_from.h"

#include "act.h"
#include "assessed.h"
#include "planned.h"
#include "sharing.h"

#include "base/words.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/contacts.h"
#include "store/contingencies.h"
#include "store/disclosures.h"
#include "store/goals.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"
#include "store/service_entries.h"
#include "store/services.h"
#include "store/settings.h"
#include "store/signposts.h"
#include "store/statutory.h"

#include <string.h>

static const char *first_word(const char *name, struct arena *a)
{
	struct str rest = str_of(name), first;

	return str_cut(&rest, ' ', &first) ? arena_str(a, first) : name;
}

static enum status read_account(struct session *s, struct account_id id, struct arena *a,
                                const char **ret)
{
	struct account who = s->account;
	enum status rc = id.n == 0 ? OK : account_get(s->store, id, a, &who);

	if (rc == OK)
		*ret = who.name;
	return rc;
}

/* Whose they are: the worker of their time with us, else whoever hands it out. */
static enum status read_referral(struct session *s, struct arena *a, struct release_from *from)
{
	enum status rc = referral_current(s->store, from->person.id, a, &from->referral);

	if (rc == E_NOT_FOUND) {
		from->referral = referral_blank;
		rc = OK;
	}
	if (rc == OK)
		rc = read_account(s, from->referral.worker, a, &from->worker_name);
	if (rc == OK)
		from->worker = first_word(from->worker_name, a);
	return rc;
}

/* The plan that was handed over before this one. */
static enum status read_replaced(struct session *s, struct arena *a, struct release_from *from)
{
	struct plan_list all;
	enum status rc = plans_of_person(s->store, from->person.id, a, &all);

	/* The newest first: the last that is newer is the one that took its place. */
	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (all.at[i].version > from->plan.version)
			from->replaced = day_valid(all.at[i].agreed_on) ? all.at[i].agreed_on
			                                                : all.at[i].made_on;
	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (all.at[i].version < from->plan.version && all.at[i].given_on != DAY_NONE) {
			from->replaces = all.at[i].agreed_on != DAY_NONE ? all.at[i].agreed_on
			                                                 : all.at[i].made_on;
			break;
		}
	return rc;
}

static enum status read_review(struct session *s, struct arena *a, struct release_from *from)
{
	struct plan_review_list all;
	enum status rc = plan_reviews_of_person(s->store, from->person.id, a, &all);

	if (rc == OK && all.n > 0)
		from->review = all.at[0];
	return rc;
}

static enum status read_action(struct session *s, const struct action *x, struct arena *a,
                               struct release_service *ret)
{
	struct signpost g;
	struct service v;
	enum status rc;

	if (!action_kind_is_service(x->kind) || x->signpost.n == 0) {
		rc = read_account(s, x->worker, a, &ret->who);
		if (rc == OK)
			ret->who = first_word(ret->who, a);
		return rc;
	}
	rc = signpost_get(s->store, x->signpost, a, &g);
	if (rc == OK)
		rc = service_get(s->store, g.service, a, &v);
	if (rc == OK)
		*ret = (struct release_service){ "", v.name, phone_shown(v.phone, a),
			                         g.kind == SIGNPOST_REFERRED, true };
	return rc;
}

static enum status read_plan(struct session *s, struct plan_id which, struct arena *a,
                             struct release_from *from)
{
	enum status rc = which.n != 0 ? plan_get(s->store, which, a, &from->plan)
	                              : plan_latest(s->store, from->person.id, a, &from->plan);

	if (rc == OK && from->plan.person.n != from->person.id.n)
		return session_fail(s, E_INVALID, _("That plan is somebody else's."));
	if (rc == E_NOT_FOUND && which.n != 0)
		return session_fail(s, rc, _("That version of the plan is not there any more."));
	if (rc == E_NOT_FOUND) {
		from->plan = plan_blank;
		return OK;
	}
	if (rc == OK)
		rc = goals_of_plan(s->store, from->plan.id, a, &from->goals);
	if (rc == OK)
		rc = actions_of_plan(s->store, from->plan.id, a, &from->actions);
	if (rc == OK)
		rc = contingencies_of_plan(s->store, from->plan.id, a, &from->worse);
	if (rc == OK)
		rc = read_replaced(s, a, from);
	if (rc == OK)
		rc = read_review(s, a, from);
	from->services = ARENA_ARRAY(a, from->actions.n, struct release_service);
	for (size_t i = 0; rc == OK && i < from->actions.n; i++)
		rc = read_action(s, &from->actions.at[i], a, &from->services[i]);
	return rc;
}

static enum status read_assessment(struct session *s, struct arena *a, struct release_from *from)
{
	enum status rc;

	from->assessment = assessment_blank;
	if (from->plan.assessment.n != 0)
		rc = assessment_get(s->store, from->plan.assessment, a, &from->assessment);
	else
		rc = assessed_last(s, from->person.id, a, &from->assessment);
	if (rc == E_NOT_FOUND)
		return OK;
	return rc != OK ? rc
	                : concerns_of_assessment(s->store, from->assessment.id, a, &from->concerns);
}

static enum status read_signposts(struct session *s, struct arena *a, struct release_from *from)
{
	struct signpost_list list = { 0 };
	enum status rc = signposts_of_person(s->store, from->person.id, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct release_signpost x = { .signpost = list.at[i] };

		rc = service_get(s->store, x.signpost.service, a, &x.service);
		if (rc == OK)
			rc = service_parts_get(s->store, x.signpost.service, a, &x.parts);
		if (rc == OK)
			*ARENA_PUSH(a, &from->signposts) = x;
		if (rc == E_NOT_FOUND)
			rc = OK;
	}
	return rc;
}

/* The newest time that it was offered, where they said yes. */
static enum status read_council(struct session *s, struct arena *a, struct release_from *from)
{
	struct statutory_screen_list list = { 0 };
	enum status rc = statutory_screens_of_person(s->store, from->person.id, a, &list);

	from->council = statutory_screen_blank;
	if (rc == OK && list.n > 0 && list.at[0].offer == COUNCIL_WANTED)
		from->council = list.at[0];
	return rc;
}

/* Who else has a copy: "Dr Smith, Leeds hospice". */
static enum status read_copies(struct session *s, struct arena *a, struct release_from *from)
{
	struct disclosure_list list = { 0 };
	enum status rc = disclosures_of_person(s->store, from->person.id, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct disclosure *d = &list.at[i];

		if (d->kind != DISCLOSURE_PAPER || text_equal(d->to_whom, SHARING_THEMSELVES) ||
		    (d->document != DOCUMENT_PLAN && d->document != DOCUMENT_NONE) ||
		    strstr(from->copies, d->to_whom))
			continue;
		from->copies = text_empty(from->copies)
		                       ? d->to_whom
		                       : arena_printf(a, _("%s, %s"), from->copies, d->to_whom);
	}
	return rc;
}

static enum status read_ours(struct session *s, struct arena *a, struct release_from *from)
{
	struct setting phone = { .value = "" }, hours = { .value = "" };
	enum status rc = setting_get(s->store, "service_phone", "", a, &phone);

	if (rc == OK)
		rc = setting_get(s->store, "service_hours", "", a, &hours);
	if (rc == OK)
		rc = safety_lines(s->service.nation, a, &from->safety);
	if (rc == E_NOT_FOUND)
		rc = OK;
	from->service = s->service.name;
	from->service_phone = phone.value;
	from->service_hours = hours.value;
	return rc;
}

static enum status read_safe(struct session *s, struct arena *a, struct release_from *from)
{
	struct safe_contact safe = safe_contact_blank;
	enum status rc = safe_contact_get(s->store, from->person.id, a, &safe);

	from->no_ring = safe.ring == SAID_NO;
	return rc == E_NOT_FOUND ? OK : rc;
}

enum status release_from_read(struct session *s, struct person_id person, struct plan_id plan,
                              struct arena *a, struct release_from *ret)
{
	struct release_from from = { .s = s,
		                     .replaces = DAY_NONE,
		                     .replaced = DAY_NONE,
		                     .copies = "",
		                     .wishes = wishes_blank,
		                     .today = s->today };
	enum status rc = person_get(s->store, person, a, &from.person);

	if (rc == OK)
		rc = read_safe(s, a, &from);
	if (rc == OK)
		rc = read_referral(s, a, &from);
	if (rc == OK)
		rc = read_plan(s, plan, a, &from);
	if (rc == OK)
		rc = read_assessment(s, a, &from);
	if (rc == OK)
		rc = read_signposts(s, a, &from);
	if (rc == OK)
		rc = read_copies(s, a, &from);
	if (rc == OK)
		rc = read_council(s, a, &from);
	if (rc == OK)
		rc = contacts_of_person(s->store, person, a, &from.contacts);
	if (rc == OK)
		rc = reminders_open_of_person(s->store, person, a, &from.reminders);
	if (rc == OK)
		rc = read_ours(s, a, &from);
	if (rc != OK)
		return rc;
	from.first = !text_empty(from.person.known_as)     ? from.person.known_as
	             : !text_empty(from.person.given_name) ? from.person.given_name
	                                                   : from.person.family_name;
	*ret = from;
	return OK;
}
