#include "sharing.h"

#include "act.h"

#include "base/buf.h"
#include "base/words.h"
#include "model/person.h"
#include "store/accounts.h"
#include "store/consents.h"
#include "store/disclosures.h"
#include "store/people.h"
#include "store/settings.h"

#include <stdlib.h>

#define FIRST_NOTICE "1"

/* ---- where somebody stands ---- */

enum status sharing_read(struct session *s, struct person_id person, const struct share_with *with,
                         struct arena *a, struct sharing *ret)
{
	struct sharing x = { 0 };
	struct purpose_rule_list rules;
	enum status rc;

	if (with->purpose == PURPOSE_NONE)
		return session_fail(s, E_INVALID, _("What is it for? Nothing left."));
	rc = purpose_rules(s->store, a, &rules);
	if (rc == OK)
		rc = consents_of_person(s->store, person, a, &x.answers);
	if (rc != OK)
		return session_store(s, rc);
	x.rule = rules.at[with->purpose - 1];
	x.found = consent_find(&x.answers, with, s->today);
	x.allowed = purpose_allows(&x.rule, x.found.state);
	*ret = x;
	return OK;
}

enum status sharing_state(struct session *s, const struct sharing *x, struct arena *a,
                          const char **ret)
{
	const struct consent *c = x->found.by;
	struct account who = { .name = "" };
	enum status rc;

	if (!c) {
		*ret = x->rule.consent ? _("not asked") : _("needs no yes; a no counts");
		return OK;
	}
	rc = account_get(s->store, c->by_account, a, &who);
	if (rc != OK)
		return session_store(s, rc);
	*ret = arena_printf(a, "%s %s %s, %s", words_label(&consent_answers, (int)c->answer),
	                    day_plain(c->on_day, s->today, a),
	                    words_label(&consent_hows, (int)c->how), who.name);
	if (x->found.state == CONSENT_EXPIRED)
		*ret = arena_printf(a, _("%s; held until %s"), *ret,
		                    day_plain(c->until_on, s->today, a));
	return OK;
}

static const char *refusal_of(const struct session *s, const struct sharing *x, const char *what,
                              struct arena *a)
{
	const struct consent *c = x->found.by;
	const char *on = c ? day_plain(c->on_day, s->today, a) : "";

	switch (x->found.state) {
	case CONSENT_REFUSED:
		return arena_printf(a, _("said no on %s: %s"), on, what);
	case CONSENT_TAKEN_BACK:
		return arena_printf(a, _("took back on %s: %s"), on, what);
	case CONSENT_EXPIRED:
		return arena_printf(a, _("has to be asked again, for the yes of %s is over: %s"),
		                    on, what);
	case CONSENT_NOT_ASKED:
	case CONSENT_STANDS:
		break;
	}
	return arena_printf(a, _("has not been asked: %s"), what);
}

const char *sharing_refusal(const struct session *s, const struct sharing *x,
                            const struct share_with *with, const char *name, struct arena *a)
{
	const char *what = words_label(&purposes, (int)with->purpose);

	if (!text_empty(with->to_whom))
		what = arena_printf(a, "%s, %s", what, with->to_whom);
	return arena_printf(a, _("%s %s. Nothing left, nothing was saved."), name,
	                    refusal_of(s, x, what, a));
}

enum status sharing_notice_version(struct session *s, struct arena *a, const char **ret)
{
	struct setting x;
	enum status rc = setting_get(s->store, "notice_version", FIRST_NOTICE, a, &x);

	if (rc == OK)
		*ret = x.value;
	return session_store(s, rc);
}

/* ---- what leaves ---- */

static enum status refuse(struct session *s, const struct sharing *x, const struct disclosure *d,
                          struct arena *a)
{
	const struct share_with with = { d->purpose, d->service, d->to_whom };
	struct person p;
	enum status rc = person_get(s->store, d->person, a, &p);

	if (rc != OK)
		return session_store(s, rc);
	return session_fail(s, E_CONFLICT, "%s", sharing_refusal(s, x, &with, act_name(&p, a), a));
}

static void stamp(const struct session *s, struct disclosure *x)
{
	x->on_day = s->today;
	x->at_minute = s->minute;
	x->by_account = s->account.id;
}

enum status disclosure_in(struct session *s, struct change *c, struct disclosure *x,
                          struct arena *a, struct disclosed *ret)
{
	const struct share_with with = { x->purpose, x->service, x->to_whom };
	bool own = x->purpose == PURPOSE_KEEP && text_equal(x->to_whom, SHARING_THEMSELVES);
	struct disclosed done = { .consent = "" };
	struct sharing sharing = { 0 };
	enum status rc = sharing_read(s, x->person, &with, a, &sharing);

	if (rc == OK && !own && !sharing.allowed)
		rc = refuse(s, &sharing, x, a);
	if (rc != OK)
		return rc;
	stamp(s, x);
	x->basis = own ? _("their own copy") : purpose_basis(&sharing.rule, a);
	if (!own && sharing.rule.consent) {
		x->consent = sharing.found.by->id;
		rc = sharing_state(s, &sharing, a, &done.consent);
	}
	if (rc == OK)
		rc = session_store(s, disclosure_add(c, x, &done.id));
	if (rc == OK)
		*ret = done;
	return rc;
}

static const char *runs_text(const struct id_runs *people, struct arena *a)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = 0; i < people->n; i++) {
		const struct id_run *r = &people->at[i];

		if (r->last > r->first)
			buf_printf(&out, "%lld-%lld\n", (long long)r->first, (long long)r->last);
		else
			buf_printf(&out, "%lld\n", (long long)r->first);
	}
	text = arena_strdup(a, buf_text(&out));
	buf_done(&out);
	return text;
}

static int64_t people_count(const struct id_runs *people)
{
	int64_t n = 0;

	for (size_t i = 0; i < people->n; i++)
		n += people->at[i].last - people->at[i].first + 1;
	return n;
}

enum status disclosures_in(struct session *s, struct change *c, struct disclosure *x,
                           const struct id_runs *people, struct arena *a)
{
	struct purpose_rule_list rules;
	struct disclosure_id id = { 0 };
	enum status rc = purpose_rules(s->store, a, &rules);

	if (rc != OK)
		return session_store(s, rc);
	stamp(s, x);
	x->basis = purpose_basis(&rules.at[x->purpose - 1], a);
	x->people = people_count(people);
	x->who = runs_text(people, a);
	rc = disclosure_add(c, x, &id);
	if (rc == OK)
		rc = disclosure_runs_add(c, id, people);
	return session_store(s, rc);
}

/* ---- who answered ---- */

struct counting {
	const struct session *s;
	const struct share_with *with;
	struct arena *a;
	struct answered found;
};

static enum status count_one(void *about, struct person_id p, const struct consent_list *list)
{
	struct counting *x = about;
	enum consent_state state = consent_find(list, x->with, x->s->today).state;
	bool said_no = state == CONSENT_REFUSED || state == CONSENT_TAKEN_BACK;
	struct {
		size_t n;
		int64_t *at;
	} ids = { x->found.n, x->found.at };

	if (x->found.yes ? state != CONSENT_STANDS : !said_no)
		return OK;
	*ARENA_PUSH(x->a, &ids) = p.n;
	x->found.n = ids.n;
	x->found.at = ids.at;
	return OK;
}

enum status sharing_answered(struct session *s, const struct share_with *with, struct arena *a,
                             struct answered *ret)
{
	struct counting x = { .s = s, .with = with, .a = a };
	struct purpose_rule_list rules;
	enum status rc = purpose_rules(s->store, a, &rules);

	if (rc == OK) {
		x.found.yes = rules.at[with->purpose - 1].consent;
		rc = consents_of_purpose(s->store, with->purpose, count_one, &x);
	}
	if (rc == OK)
		*ret = x.found;
	return session_store(s, rc);
}

static int by_number(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

bool sharing_may(const struct answered *x, int64_t person)
{
	bool listed = x->n > 0 && bsearch(&person, x->at, x->n, sizeof(*x->at), by_number) != NULL;

	return listed == x->yes;
}
