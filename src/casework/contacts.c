#include "casework/contacts.h"

#include "act.h"
#include "reach.h"
#include "speaking.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/safe.h"
#include "store/accounts.h"
#include "store/reminders.h"

#include <string.h>

static const char *called_them(const struct person *p, bool subject)
{
	struct arena a = { 0 };
	const char *pronouns = text_fold(str_of(p->pronouns), &a);
	const char *word = subject ? _("they") : _("them");

	if (strncmp(pronouns, "she", 3) == 0)
		word = subject ? _("she") : _("her");
	else if (strncmp(pronouns, "he", 2) == 0)
		word = subject ? _("he") : _("him");
	arena_reset(&a);
	return word;
}

static const char *why_no_use(const struct contact_point *p, day today, struct arena *a)
{
	if (p->never_use)
		return _("NEVER USE");
	if (p->struck_on != DAY_NONE)
		return arena_printf(a, _("wrong, %s"), day_plain(p->struck_on, today, a));
	return "";
}

static void list_numbers(const struct reach *r, day today, struct arena *a,
                         struct contact_numbers *ret)
{
	*ret = (struct contact_numbers){ 0 };
	for (size_t i = 0; i < r->points.n; i++) {
		const struct contact_point *p = &r->points.at[i];

		*ARENA_PUSH(a, ret) = (struct contact_number){
			.id = p->id,
			.kind = p->kind,
			.label = text_empty(p->label)
			                 ? words_label(&contact_point_kinds, (int)p->kind)
			                 : p->label,
			.shown = p->kind == CONTACT_POINT_PHONE ? phone_shown(p->value, a)
			                                        : p->value,
			.whose = p->whose,
			.no = why_no_use(p, today, a),
		};
	}
}

static const char *spoken_text(const struct reach *r, struct arena *a)
{
	for (size_t i = 0; i < r->contacts.n; i++) {
		const struct contact *c = &r->contacts.at[i];
		const char *mode = words_label(&contact_modes, (int)c->mode);

		if (!contact_is_reached(c))
			continue;
		if (c->minutes == NUMBER_NONE)
			return arena_printf(a, "%s, %s", day_short(c->on_day, r->words.today, a),
			                    mode);
		return arena_printf(a, _("%s, %s, %d min"), day_short(c->on_day, r->words.today, a),
		                    mode, c->minutes);
	}
	return "";
}

/*
 * What to say to somebody who may not know that they were referred, or what they have (care 12): the
 * support service, not the charity or the illness. "" when they know, or were spoken to before.
 */
static const char *first_words(const struct reach *r, const struct session *s, struct arena *a)
{
	if (text_empty(safe_knows_line(&r->about)) || reach_stopped(r) ||
	    !text_empty(r->safe.say) || !text_empty(spoken_text(r, a)))
		return "";
	return arena_printf(a, _("“%s, from the support service. Is now a good time?”"),
	                    s->account.name);
}

/* The contacts as they will be once this try is among them. */
static struct contact_list with_try(const struct session *s, const struct contact_list *before,
                                    enum contact_mode mode, struct arena *a)
{
	struct contact_list list = { before->n + 1, ARENA_ARRAY(a, before->n + 1, struct contact) };

	list.at[0] = contact_blank;
	list.at[0].on_day = s->today;
	list.at[0].at_minute = s->minute;
	list.at[0].outcome = mode == CONTACT_BY_LETTER ? CONTACT_TEXT_OR_EMAIL : CONTACT_NO_ANSWER;
	list.at[0].direction = CONTACT_OUT;
	list.at[0].mode = mode;
	list.at[0].reached = contact_reached_by(list.at[0].outcome);
	for (size_t i = 0; i < before->n; i++)
		list.at[i + 1] = before->at[i];
	return list;
}

static void propose(const struct session *s, const struct reach *r, struct arena *a,
                    struct contact_view *v)
{
	struct contact_list tried = with_try(s, &r->contacts, CONTACT_BY_PHONE, a);
	struct contact_list written = with_try(s, &r->contacts, CONTACT_BY_LETTER, a);
	const struct contact_point *first = reach_number(r, (struct contact_point_id){ 0 });
	bool other = first && reach_number(r, first->id);

	v->tries = ladder_tries(&r->contacts);
	reach_ladder(s, r, &tried, first != NULL, a, &v->next);
	reach_ladder(s, r, &tried, other, a, &v->next_wrong);
	reach_ladder(s, r, &written, first != NULL, a, &v->next_letter);
}

static enum status find_worker(struct session *s, const struct reach *r, struct arena *a,
                               struct contact_view *v)
{
	struct account worker;
	enum status rc;

	v->worker = r->referral.worker.n != 0 ? r->referral.worker : s->account.id;
	v->worker_name = "";
	if (v->worker.n == s->account.id.n)
		return OK;
	rc = account_get(s->store, v->worker, a, &worker);
	if (rc == OK)
		v->worker_name = worker.name;
	return session_store(s, rc);
}

static bool ladder_is_over(const struct session *s, const struct reach *r, struct arena *a)
{
	bool number = reach_number(r, (struct contact_point_id){ 0 }) != NULL;
	struct ladder now;

	reach_ladder(s, r, &r->contacts, number, a, &now);
	return r->asked_referrer || now.step == LADDER_CLOSE;
}

enum status casework_contact_view(struct session *s, struct person_id person, struct arena *a,
                                  struct contact_view *ret)
{
	struct contact_view v = { 0 };
	struct reach r;
	enum status rc = act_read(s, OP_OPEN_CONTACT_DETAILS, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = reach_get(s, person, a, &r);
	if (rc == OK)
		rc = find_worker(s, &r, a, &v);
	if (rc == OK)
		rc = session_store(s, speaks_for_text(s, person, &r.safe, a, &v.speaks_for));
	if (rc != OK)
		return rc;
	if (text_empty(v.speaks_for))
		v.speaks_for = _("nobody");
	list_numbers(&r, s->today, a, &v.numbers);
	v.them = called_them(&r.person, false);
	v.they = called_them(&r.person, true);
	v.died = r.about.died;
	v.stopped = reach_stopped_text(&r, a);
	v.say = r.safe.say;
	v.code_word = r.safe.code_word;
	v.tried = reach_tried(&r, a);
	v.first_words = first_words(&r, s, a);
	v.last_spoken = spoken_text(&r, a);
	v.no_ring = reach_refusal(&r, CHANNEL_RING, s->today, a);
	v.no_message = reach_refusal(&r, CHANNEL_VOICEMAIL, s->today, a);
	v.no_text = reach_refusal(&r, CHANNEL_TEXT, s->today, a);
	v.no_email = reach_refusal(&r, CHANNEL_EMAIL, s->today, a);
	v.no_post = reach_refusal(&r, CHANNEL_POST, s->today, a);
	v.no_other = reach_refusal(&r, CHANNEL_OTHER_MAY_ANSWER, s->today, a);
	v.may_close = ladder_is_over(s, &r, a) &&
	              referral_may_become(r.referral.state, REFERRAL_UNABLE_TO_CONTACT);
	propose(s, &r, a, &v);
	*ret = v;
	return OK;
}

enum status casework_day_load(struct session *s, struct account_id worker, day on,
                              struct day_load *ret)
{
	int at[4 * LOAD_NEAR + 1] = { 0 }; /* a working day in two at least, but at Christmas */
	struct day_counts counts = { on - 2 * LOAD_NEAR, COUNT_OF(at), at };
	enum status rc = casework_may(s, OP_SEE_REMINDERS);

	if (rc == OK)
		rc = session_store(
			s, reminders_count(s->store, worker, counts.from, COUNT_OF(at), at));
	if (rc == OK)
		*ret = day_load_of(on, &counts, s->service.day_full, s->today, &s->holidays);
	return rc;
}
