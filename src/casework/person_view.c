#include "casework/person_view.h"

#include "act.h"
#include "viewing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/listing.h"
#include "model/lists.h"
#include "model/none.h"
#include "model/places.h"
#include "model/safe.h"
#include "model/urgent.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contact_points.h"
#include "store/money.h"
#include "store/people.h"
#include "store/people_merge.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"
#include "store/services.h"
#include "store/signposts.h"
#include "store/unmet_needs.h"

const char *viewing_account(const struct viewing *v, struct account_id id)
{
	for (size_t i = 0; i < v->accounts.n; i++)
		if (v->accounts.at[i].id.n == id.n)
			return v->accounts.at[i].name;
	return "";
}

enum status viewing_service(const struct viewing *v, struct service_id id, const char **ret)
{
	struct service x;
	enum status rc = service_get(v->s->store, id, v->a, &x);

	if (rc == OK)
		*ret = x.name;
	return rc;
}

const char *viewing_age(const struct viewing *v, struct service_id id)
{
	struct service x;

	if (id.n == 0 || service_get(v->s->store, id, v->a, &x) != OK)
		return "";
	return listing_open(&x, v->s->today) ? listing_freshness(&x, v->s->today, v->a)
	                                     : listing_closed(&x, v->s->today, v->a);
}

const char *viewing_join(const struct viewing *v, const char *x, const char *y)
{
	if (text_empty(x) || text_empty(y))
		return text_empty(x) ? y : x;
	return arena_printf(v->a, "%s · %s", x, y);
}

const char *viewing_when(const struct viewing *v, day on, int minute)
{
	const char *d = day_short(on, v->s->today, v->a);

	return minute == MINUTE_NONE ? d
	                             : arena_printf(v->a, "%s %s", d, minute_text(minute, v->a));
}

const char *viewing_day(const struct viewing *v, day on)
{
	return day_plain(on, v->s->today, v->a);
}

/* "radiotherapy ends Tue 24 Nov", "waiting for treatment", "in hospital since 3 Nov" */
static const char *stage_text(const struct viewing *v)
{
	const struct person *p = &v->view->person;
	const char *stage = words_label(&stages, (int)p->stage);

	if (person_died(p))
		return "";
	if (p->stage == STAGE_IN_TREATMENT && !text_empty(p->treatment))
		stage = p->treatment;
	if (day_valid(p->stage_ends_on) && p->stage == STAGE_IN_TREATMENT)
		stage = arena_printf(
			v->a, p->stage_ends_on < v->s->today ? _("%s ended %s") : _("%s ends %s"),
			stage, day_short(p->stage_ends_on, v->s->today, v->a));
	if (day_valid(p->in_hospital_since))
		stage = viewing_join(v, stage,
		                     arena_printf(v->a, _("in hospital since %s"),
		                                  viewing_day(v, p->in_hospital_since)));
	return stage;
}

static const char *place_text(const struct viewing *v)
{
	const struct person *p = &v->view->person;
	const char *council = *p->council ? area_name(p->council, v->a) : "";
	const char *outcode = outcode_of(p->postcode, v->a);

	if (!outcode)
		return council;
	return *council ? arena_printf(v->a, "%s %s", council, outcode) : outcode;
}

static const char *where_text(const struct viewing *v)
{
	const struct person *p = &v->view->person;
	const char *group =
		*p->cancer_group ? choice_label("cancer-groups", p->cancer_group, v->a) : "";
	const char *line = viewing_join(v, group, stage_text(v));

	if (!day_valid(p->treatment_began_on)) /* once it began, it is on Details */
		line = viewing_join(v, line, urgent_text(p, v->s->today, v->a));
	line = viewing_join(v, line, place_text(v));
	if (p->lives_alone == SAID_YES)
		line = viewing_join(v, line, _("lives alone"));
	return viewing_join(v, line, v->view->strip.language);
}

/* Why there is nothing to be done for them now. */
static const char *stopped_text(const struct viewing *v)
{
	const struct person_view *view = v->view;

	if (person_died(&view->person))
		return view->person.died_sure == SURE_REPORTED
		               ? _("Reported to have died, not confirmed. Ask their nurse today.")
		               : arena_printf(v->a, "D%s", view->strip.died + 1);
	if (day_valid(view->person.no_more_contact_on))
		return arena_printf(v->a, _("Asked us to stop on %s: no more contact."),
		                    viewing_day(v, view->person.no_more_contact_on));
	if (!view->referred || referral_open(view->referral.state))
		return "";
	return arena_printf(v->a, _("Not with us since %s: %s."),
	                    viewing_day(v, view->referral.state_on),
	                    text_empty(view->referral.outcome)
	                            ? words_label(&referral_states, (int)view->referral.state)
	                            : choice_label("close-reasons", view->referral.outcome, v->a));
}

static enum status read_record(struct viewing *v)
{
	struct person_view *view = v->view;
	struct store *st = v->s->store;
	enum status rc = person_get(st, v->id, v->a, &view->person);

	if (rc == OK)
		rc = safe_contact_get(st, v->id, v->a, &view->safe);
	if (rc == OK)
		rc = contact_points_of_person(st, v->id, v->a, &view->points);
	if (rc == OK)
		rc = accounts_all(st, v->a, &v->accounts);
	if (rc != OK)
		return rc;
	rc = referral_current(st, v->id, v->a, &view->referral);
	view->referred = rc == OK;
	return rc == E_NOT_FOUND ? OK : rc;
}

static enum status read_work(struct viewing *v)
{
	struct store *st = v->s->store;
	struct money_list money;
	enum status rc = assessments_of_person(st, v->id, v->a, &v->assessments);

	if (rc == OK)
		rc = plans_of_person(st, v->id, v->a, &v->plans);
	if (rc == OK)
		rc = actions_of_person(st, v->id, v->a, &v->actions);
	if (rc == OK)
		rc = signposts_of_person(st, v->id, v->a, &v->signposts);
	if (rc == OK)
		rc = unmet_needs_of_person(st, v->id, v->a, &v->unmet);
	if (rc == OK)
		rc = money_of_person(st, v->id, v->a, &money);
	if (rc == OK)
		v->view->money = money_sums_text(&money, v->a);
	return rc;
}

static void put_head(struct viewing *v)
{
	struct person_view *view = v->view;

	view->worker = view->referred ? viewing_account(v, view->referral.worker) : "";
	view->where = where_text(v);
	view->matters = view->person.matters;
	view->stopped = stopped_text(v);
	view->ask_again = safe_ask_again(&view->safe, v->s->today);
}

static enum status read_parts(struct viewing *v)
{
	enum status rc = read_record(v);

	if (rc == OK)
		rc = read_work(v);
	if (rc != OK)
		return rc;
	put_head(v);
	rc = view_timeline_read(v);
	if (rc == OK)
		rc = view_due_read(v);
	if (rc == OK)
		rc = view_concerns_read(v);
	if (rc == OK)
		rc = view_people_read(v);
	return rc;
}

static enum status read_view(struct session *s, struct person_id id, bool whole, struct arena *a,
                             struct person_view *ret)
{
	struct person_view view = { .assessed = "", .money = "", .spoken = "", .spoken_note = "" };
	struct viewing v = {
		.s = s, .a = a, .view = &view, .id = id, .whole = whole, .since = DAY_NONE
	};
	enum status rc = casework_strip(s, id, a, &view.strip);

	if (rc != OK)
		return rc;
	rc = session_store(s, read_parts(&v));
	/* Spoken with, if ever, before what was read: then all of it is. */
	if (rc == OK && view.more && !*view.spoken)
		return read_view(s, id, true, a, ret);
	if (rc == OK)
		*ret = view;
	return rc;
}

static enum status nobody(struct session *s, enum status rc, struct person_id id, struct arena *a)
{
	if (rc != E_NOT_FOUND)
		return rc;
	return session_fail(s, rc, _("There is no record %s here."), person_ref(id, a));
}

enum status casework_open_person(struct session *s, struct person_id id, struct arena *a,
                                 struct person_view *ret)
{
	enum status rc = casework_may(s, OP_OPEN_PERSON);

	if (rc != OK)
		return rc;
	rc = nobody(s, session_store(s, person_survivor(s->store, id, &id)), id, a);
	if (rc == OK)
		rc = act_read(s, OP_OPEN_PERSON, id);
	if (rc == OK)
		rc = read_view(s, id, false, a, ret);
	return rc;
}

enum status casework_reread_person(struct session *s, struct person_id id, struct arena *a,
                                   struct person_view *ret)
{
	enum status rc = nobody(s, session_store(s, person_survivor(s->store, id, &id)), id, a);

	if (rc == OK)
		rc = casework_may_about(s, OP_OPEN_PERSON, id);
	if (rc == OK)
		rc = nobody(s, read_view(s, id, false, a, ret), id, a);
	return rc;
}

enum status casework_whole_person(struct session *s, struct person_id id, struct arena *a,
                                  struct person_view *ret)
{
	enum status rc = nobody(s, session_store(s, person_survivor(s->store, id, &id)), id, a);

	if (rc == OK)
		rc = casework_may_about(s, OP_OPEN_PERSON, id);
	if (rc == OK)
		rc = nobody(s, read_view(s, id, true, a, ret), id, a);
	return rc;
}
