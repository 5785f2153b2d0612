#include "demo.h"

#include "base/clock.h"
#include "model/workdays.h"
#include "store/happenings.h"

/* ---- where they are in treatment ---- */

struct step {
	enum stage stage;
	int after; /* days from diagnosis */
};
static const struct step steps[] = {
	{ STAGE_DIAGNOSED, 0 },     { STAGE_AWAITING_TREATMENT, 16 },
	{ STAGE_IN_TREATMENT, 44 }, { STAGE_TREATMENT_ENDED, 150 },
	{ STAGE_FOLLOW_UP, 215 },
};

static void put_happening(struct demo *d, const struct life *l, enum happening_kind kind, day on)
{
	struct happening x = happening_blank;
	struct happening_id id;

	if (on < l->received)
		return;
	x.person = l->person.id;
	x.kind = kind;
	x.on_day = on;
	x.recorded_on = on;
	x.sure = SURE;
	x.by_account = l->worker.n ? l->worker : account_named(d, "ann");
	DO(d, happening_add(d->c, &x, &id));
}

static void set_stage(struct demo *d, struct life *l, day as_of)
{
	struct person *p = &l->person;
	int late = draw(d, 0, 20);

	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		day since = p->diagnosed_on + steps[i].after + (i ? late : 0);

		if (since > as_of)
			break;
		p->stage = steps[i].stage;
		p->stage_since = since;
	}
	if (p->stage == STAGE_FOLLOW_UP && draw_of_100(d, 30)) {
		static const enum stage others[] = { STAGE_LIVING_WITH, STAGE_RECURRENCE,
			                             STAGE_LIVING_WITH };

		p->stage = others[draw(d, 0, 2)];
		p->stage_since += draw(d, 5, 30);
		if (p->stage_since > as_of)
			p->stage_since = as_of;
	}
	if (p->stage != STAGE_IN_TREATMENT)
		p->treatment = "";
	else if (draw_of_100(d, 70))
		p->stage_ends_on = DEMO_DAY + draw(d, 9, 70);
}

static void put_stages(struct demo *d, const struct life *l)
{
	const struct person *p = &l->person;
	int late = 0;

	if (p->diagnosed_on == DAY_NONE)
		return;
	if (p->stage == STAGE_IN_TREATMENT)
		put_happening(d, l, HAPPENED_TREATMENT_BEGAN, p->stage_since);
	if (p->stage == STAGE_TREATMENT_ENDED)
		put_happening(d, l, HAPPENED_TREATMENT_ENDED, p->stage_since);
	if (p->stage == STAGE_RECURRENCE)
		put_happening(d, l, HAPPENED_RECURRENCE, p->stage_since);
	if (p->stage == STAGE_FOLLOW_UP) {
		put_happening(d, l, HAPPENED_TREATMENT_BEGAN,
		              p->diagnosed_on + steps[2].after + late);
		put_happening(d, l, HAPPENED_TREATMENT_ENDED,
		              p->diagnosed_on + steps[3].after + late);
	}
}

/* ---- when they were last spoken to ---- */

static day last_spoken(struct demo *d, const struct life *l)
{
	switch (l->standing) {
	case STAND_CHANGE:
		return DEMO_DAY - draw(d, 12, 14);
	case STAND_QUIET:
		return DEMO_DAY - draw(d, 50, 96);
	case STAND_HELD:
	case STAND_HOSPITAL:
		return DEMO_DAY - draw(d, 15, 40);
	case STAND_CLOSED:
	case STAND_DIED:
		return l->received + draw(d, 70, 210);
	case STAND_WELL:
	case STAND_LATE:
	case STAND_TODAY:
	case STAND_NEW:
	case STAND_CARER:
	case STAND_UNREACHED:
	case STAND_SAID_NO:
	case STAND_STORY:
		break;
	}
	return DEMO_DAY - draw(d, 3, 13);
}

static bool is_over(const struct life *l)
{
	return l->standing == STAND_CLOSED || l->standing == STAND_DIED;
}

/* Talks from the first to the last, each with the reminder that asked for it. */
static void put_talks(struct demo *d, const struct life *l, day first)
{
	day on = first, before = l->received;

	for (bool last = false; d->rc == OK && !last; before = on) {
		struct reminder r;

		last = on >= l->spoken;
		if (last)
			on = l->spoken;
		put_talk(d, l, on, draw_words(d, before == l->received ? "first" : "spoke"));
		if (before != l->received) {
			r = reminder_due_on(REMINDER_FOLLOW_UP, draw_words(d, "future.follow_up"),
			                    on, before);
			r.state = REMINDER_DONE;
			r.done_on = on;
			r.outcome = draw_words(d, "done");
			put_reminder(d, l, r);
		}
		if (last)
			return;
		if (draw_of_100(d, 15))
			put_try(d, l, day_add_working(on, 6, NULL), 10 * 60 + 5 * draw(d, 0, 60));
		on = day_next_working(on + draw(d, 14, 34), NULL);
	}
}

/* ---- what is next ---- */

static void put_open(struct demo *d, const struct life *l, const char *when, day due)
{
	static const enum reminder_kind kinds[] = { REMINDER_FOLLOW_UP,  REMINDER_FOLLOW_UP,
		                                    REMINDER_ACTION_DUE, REMINDER_CHASE,
		                                    REMINDER_CHECK_BACK, REMINDER_REVIEW_DUE };
	bool late = text_equal(when, "late");
	enum reminder_kind kind = kinds[draw(d, 0, 5)];
	struct reminder r;

	if (!late && kind == REMINDER_CHECK_BACK)
		kind = REMINDER_FOLLOW_UP;
	r = reminder_due_on(kind,
	                    draw_words(d, arena_printf(d->a, "%s.%s", when,
	                                               words_word(&reminder_kinds, (int)kind))),
	                    due, l->spoken);
	if (kind == REMINDER_CHASE) {
		r.promised_by = draw_words(d, "promiser");
		r.promised_phone = arena_printf(d->a, "0113 496 0%d", draw(d, 440, 469));
	}
	r.to_person = kind == REMINDER_FOLLOW_UP && draw_of_100(d, 50);
	r.why = kind == REMINDER_CHECK_BACK ? "Told about a service, no word yet."
	        : kind == REMINDER_CHASE    ? "It was promised and has not come."
	        : r.to_person               ? "Promised when you last spoke."
	                                    : "Set when you last spoke.";
	put_reminder(d, l, r);
}

static void put_next(struct demo *d, const struct life *l)
{
	if (l->standing == STAND_LATE)
		put_open(d, l, "late", DEMO_DAY - draw(d, 1, 6));
	if (l->standing == STAND_TODAY)
		put_open(d, l, "late", DEMO_DAY);
	if (l->standing == STAND_WELL || l->standing == STAND_CARER ||
	    l->standing == STAND_HOSPITAL)
		put_open(d, l, "future", draw_working_day(d, DEMO_DAY + 8, DEMO_DAY + 33));
	if (l->standing != STAND_LATE && l->standing != STAND_TODAY)
		return;
	if (draw_of_100(d, 40))
		put_open(d, l, "future", draw_working_day(d, DEMO_DAY + 8, DEMO_DAY + 33));
}

/* ---- the time with us ---- */

static void set_state(struct demo *d, struct life *l, day first)
{
	struct referral *r = &l->referral;
	const struct person *p = &l->person;

	r->state = REFERRAL_ACTIVE;
	r->state_on = r->first_contact_on = first;
	if (l->standing == STAND_HELD) {
		r->state = REFERRAL_ON_HOLD;
		r->state_on = l->spoken;
		r->state_reason = "Asked for a pause.";
		r->hold_until = DEMO_DAY + draw(d, 10, 40);
	}
	if (!is_over(l))
		return;
	r->state = REFERRAL_CLOSED;
	r->closed_on = r->state_on =
		l->standing == STAND_DIED ? p->died_on : day_next_working(l->spoken + 7, NULL);
	r->state_reason = l->standing == STAND_DIED ? "died"
	                  : draw_of_100(d, 70)      ? "plan_done"
	                  : draw_of_100(d, 50)      ? "no_more_needed"
	                                            : "other_service";
	r->outcome =
		l->standing == STAND_DIED ? "Family told whom to ring." : draw_words(d, "outcome");
}

static void set_person(struct demo *d, struct life *l)
{
	struct person *p = &l->person;
	day as_of = l->standing == STAND_QUIET || is_over(l) ? l->spoken - 3 : DEMO_DAY - 1;

	if (l->standing == STAND_CARER) {
		p->stage = STAGE_CARING;
		p->stage_since = l->received - draw(d, 30, 200);
		return;
	}
	set_stage(d, l, as_of);
	if (l->standing == STAND_CHANGE) {
		p->stage = STAGE_TREATMENT_ENDED;
		p->stage_since = DEMO_DAY - draw(d, 3, 9);
		p->stage_ends_on = DAY_NONE;
	}
	if (l->standing == STAND_QUIET || is_over(l))
		p->stage_ends_on = DAY_NONE;
	if (l->standing == STAND_HOSPITAL)
		p->in_hospital_since = DEMO_DAY - draw(d, 2, 8);
	if (l->standing == STAND_DIED) {
		p->stage = STAGE_DIED;
		p->died_on = p->stage_since = l->spoken + draw(d, 4, 20);
		p->died_sure = SURE;
	}
}

static void set_referral(struct demo *d, struct life *l)
{
	static const char *const sources[] = { "specialist_nurse",
		                               "specialist_nurse",
		                               "gp",
		                               "ward",
		                               "self",
		                               "self",
		                               "family_or_friend",
		                               "hospital_team",
		                               "charity",
		                               "social_prescriber" };
	struct referral *r = &l->referral;

	r->source = sources[draw(d, 0, (int)COUNT_OF(sources) - 1)];
	if (!text_equal(r->source, "self") && !text_equal(r->source, "family_or_friend")) {
		r->referrer = draw_words(d, "referrer");
		r->return_to = r->referrer;
		r->return_phone = arena_printf(d->a, "0113 496 0%d", draw(d, 470, 499));
	}
	r->reason = draw_words(d, "reason");
	r->urgency = draw_of_100(d, 10)   ? URGENCY_FAST
	             : draw_of_100(d, 20) ? URGENCY_TWO_WEEKS
	                                  : URGENCY_USUAL;
	r->knows_referral = draw_of_100(d, 95) ? SAID_YES : NOT_ASKED;
	if (l->worker.n != 0)
		r->accepted_on = r->state_on = l->received + draw(d, 0, 1);
}

/* Never spoken to: new, not reached, or they said no. */
static void put_short(struct demo *d, struct life *l)
{
	struct referral *r = &l->referral;

	set_stage(d, l, l->received);
	l->person.stage_ends_on = DAY_NONE;
	r->state = l->worker.n ? REFERRAL_ACCEPTED : REFERRAL_RECEIVED;
	if (l->standing == STAND_UNREACHED) {
		r->state = REFERRAL_UNABLE_TO_CONTACT;
		r->state_on = r->closed_on = day_next_working(l->received + 30, NULL);
		r->state_reason = "unable_to_contact";
	} else if (l->standing == STAND_SAID_NO) {
		r->state = REFERRAL_DECLINED;
		r->state_on = r->closed_on = day_next_working(l->received + 4, NULL);
		r->state_reason = draw_of_100(d, 50) ? "said_no" : "not_now";
	}
	put_person(d, l);
	put_referral(d, l);
	put_safe(d, l);
	for (int i = 0; l->standing == STAND_UNREACHED && i < 3; i++)
		put_try(d, l, day_add_working(l->received, 2 + 4 * i, NULL), (10 + 3 * i) * 60);
	put_derived(d, l);
}

void put_journey(struct demo *d, struct life *l)
{
	day first;

	invent_person(d, l);
	set_referral(d, l);
	if (l->standing == STAND_NEW || l->standing == STAND_UNREACHED ||
	    l->standing == STAND_SAID_NO) {
		put_short(d, l);
		return;
	}
	first = day_add_working(l->received, draw(d, 1, 6), NULL);
	l->spoken = last_spoken(d, l);
	while (!day_is_working(l->spoken, NULL))
		l->spoken--;
	if (l->spoken < first)
		l->spoken = first;
	set_person(d, l);
	set_state(d, l, first);
	put_person(d, l);
	put_referral(d, l);
	put_safe(d, l);
	put_stages(d, l);
	if (draw_of_100(d, 25) && first > l->received + 1)
		put_try(d, l, day_next_working(l->received + 1, NULL), 11 * 60);
	put_talks(d, l, first);
	if (l->standing == STAND_CARER || !draw_of_100(d, 8))
		put_assessments(d, l,
		                day_add_working(first, draw(d, 0, 2), NULL) > l->spoken
		                        ? first
		                        : day_add_working(first, draw(d, 0, 2), NULL));
	put_next(d, l);
	put_derived(d, l);
}
