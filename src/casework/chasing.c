#include "chasing.h"

#include "base/words.h"
#include "model/phone.h"
#include "model/workdays.h"
#include "store/services.h"
#include "store/signpost_steps.h"

/* The sentence of the first way, when none is safe. */
static const char *why_no_asking(const struct session *s, const struct reach *r, struct arena *a)
{
	static const enum channel ways[] = { CHANNEL_RING, CHANNEL_TEXT, CHANNEL_EMAIL,
		                             CHANNEL_POST };
	const char *stopped = reach_stopped_text(r, a), *why = "";
	day on = day_next_working(s->today, &s->holidays);

	if (!text_empty(stopped))
		return stopped;
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const char *refusal = reach_refusal(r, ways[i], on, a);

		if (!refusal)
			return "";
		if (text_empty(why))
			why = refusal;
	}
	return why;
}

static struct chase_from from_of(const struct session *s, const struct chasing *x)
{
	const struct service *v = &x->service;

	return (struct chase_from){
		.rules = s->rules.try_again,
		.signpost = &x->signpost,
		.steps = &x->steps,
		.service = v->name,
		.pronouns = x->reach.person.pronouns,
		.has_phone = !text_empty(v->phone),
		.has_post = !text_empty(v->email) || !text_empty(v->address),
		.consent = x->sharing.allowed,
		.may_ask_person = text_empty(x->no_asking),
		.first_days = s->service.check_back_days,
		.today = s->today,
		.holidays = &s->holidays,
	};
}

enum status chasing_read(struct session *s, const struct signpost *x, struct arena *a,
                         struct chasing *ret)
{
	struct chasing c = { .signpost = *x };
	struct share_with with = { PURPOSE_REFER, x->service, "" };
	struct chase_from from;
	enum status rc = service_get(s->store, x->service, a, &c.service);

	if (rc == OK)
		rc = signpost_steps_of(s->store, x->id, a, &c.steps);
	if (rc != OK)
		return session_store(s, rc);
	with.to_whom = c.service.name;
	rc = sharing_read(s, x->person, &with, a, &c.sharing);
	if (rc == OK)
		rc = reach_get(s, x->person, a, &c.reach);
	if (rc != OK)
		return rc;
	c.no_asking = why_no_asking(s, &c.reach, a);
	c.chased = chase_count(&c.steps);
	from = from_of(s, &c);
	chase_next(&from, a, &c.next);
	*ret = c;
	return OK;
}

/* "Citizens Advice, referred 2 Sep; asked twice, no answer (rule service.ask)." */
static const char *why_text(const struct session *s, const struct chasing *x, struct arena *a)
{
	const struct signpost *g = &x->signpost;
	const char *asked = chased_text(&x->chased, a);

	return arena_printf(a, _("%s, %s %s; %s (rule %s)."), x->service.name,
	                    g->kind == SIGNPOST_REFERRED ? _("referred")
	                    : g->kind == SIGNPOST_TOLD   ? _("told")
	                                               : words_label(&signpost_kinds, (int)g->kind),
	                    day_short(g->given_on, s->today, a),
	                    !text_empty(asked) ? asked
	                    : g->status == SIGNPOST_GIVEN || g->status == SIGNPOST_SENT
	                            ? _("nothing known since")
	                            : arena_printf(a, _("%s since %s"),
	                                           words_label(&signpost_statuses, (int)g->status),
	                                           day_short(g->status_on, s->today, a)),
	                    chase_rule(x->next.step));
}

bool chasing_reminder(struct session *s, const struct chasing *x, day on, struct arena *a,
                      struct reminder *ret)
{
	struct reminder r = reminder_blank;
	const struct referral *referral = &x->reach.referral;
	bool asks_service = x->next.step == CHASE_ASK || x->next.step == CHASE_WRITE;

	if (x->next.step == CHASE_NONE || reach_stopped(&x->reach))
		return false;
	r.person = x->signpost.person;
	r.worker = referral->worker.n != 0 ? referral->worker : s->account.id;
	r.kind = REMINDER_CHECK_BACK;
	r.what = x->next.what;
	r.due_on = r.first_due_on = on == DAY_NONE ? x->next.on : on;
	r.signpost = x->signpost.id;
	r.service = x->signpost.service;
	r.rule = chase_rule(x->next.step);
	r.why = why_text(s, x, a);
	if (asks_service) {
		r.promised_by = x->service.name;
		r.promised_phone = phone_shown(x->service.phone, a);
	}
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	*ret = r;
	return true;
}
