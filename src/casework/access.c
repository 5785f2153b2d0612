#include "casework/access.h"

#include "act.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/access_form.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/store.h"
#include "vault/keys.h"

/* Leave ends with the day it was given on. */
static int64_t midnight(const struct session *s)
{
	return s->now + (int64_t)(24 * 60 - s->minute) * 60;
}

enum status casework_give_reason(struct session *s, struct person_id person,
                                 enum access_reason reason)
{
	struct access x = access_blank;
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	int64_t id;
	enum status rc = casework_may_about(s, OP_GIVE_REASON, person);

	if (rc == OK && reason == ACCESS_REASON_NONE)
		rc = session_fail(s, E_INVALID, _("Say why you open the record."));
	if (rc == OK && s->service.team == TEAM_CLOSED)
		rc = session_fail(s, E_DENIED,
		                  _("Here a colleague's record opens only with a reason in words: "
		                    "a coordinator is told."));
	if (rc == OK)
		rc = session_store(s, person_get(s->store, person, &a, &p));
	if (rc != OK)
		goto done;
	x.person = person;
	x.account = s->account.id;
	x.kind = ACCESS_REASON;
	x.reason = reason;
	x.from_at = s->now;
	x.until_at = midnight(s);
	rc = act_begin(s, OP_GIVE_REASON, &c, person,
	               arena_printf(&a, _("%s, opened with a reason: %s"), act_name(&p, &a),
	                            words_label(&access_reasons, (int)reason)));
	c.kind = "access";
	if (rc == OK)
		rc = access_add(&c, &x, &id);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

/* ---- what may be shown before ---- */

static enum status worker_name(struct session *s, struct person_id person, struct arena *a,
                               const char **ret)
{
	struct referral r;
	struct account by;
	enum status rc = referral_current(s->store, person, a, &r);

	if (rc == E_NOT_FOUND || (rc == OK && r.worker.n == 0))
		return OK;
	if (rc == OK)
		rc = account_get(s->store, r.worker, a, &by);
	if (rc == OK)
		*ret = by.name;
	return rc;
}

enum status casework_glimpse(struct session *s, struct person_id person, struct arena *a,
                             struct glimpse *ret)
{
	struct glimpse g = { .ref = person_ref(person, a), .worker = "" };
	struct person p;
	enum status rc = casework_may(s, OP_FIND_PEOPLE);

	if (rc != OK)
		return rc;
	rc = person_get(s->store, person, a, &p);
	if (rc == OK && !p.restricted)
		rc = worker_name(s, person, a, &g.worker);
	if (rc != OK)
		return session_store(s, rc);
	g.restricted = p.restricted;
	g.name = p.restricted ? _("Restricted record") : act_name_seen(s, &p, a);
	*ret = g;
	return OK;
}

/* ---- opened anyway ---- */

static enum status check_anyway(struct session *s, enum access_reason reason, const char *words)
{
	if (reason != ACCESS_DANGER && reason != ACCESS_OTHER)
		return session_fail(s, E_INVALID,
		                    _("May somebody come to harm, or is it something else?"));
	if (!access_words_enough(words))
		return session_fail(s, E_INVALID, _("Say why in at least %d characters."),
		                    ACCESS_ANYWAY_LEAST);
	return OK;
}

/* The record must be one that only opens that way: leave for any other would only raise alarm. */
static enum status check_sealed(struct session *s, struct person_id person)
{
	enum standing standing;
	enum via via;
	enum status rc = standing_find(s, person, &standing, &via);

	if (rc == OK &&
	    op_permit(OP_OPEN_PERSON, s->account.roles, standing, s->service.team) != PERMIT_ANYWAY)
		rc = session_fail(s, E_CONFLICT, _("This record opens without that."));
	return rc;
}

enum status casework_open_anyway(struct session *s, struct person_id person,
                                 enum access_reason reason, const char *words)
{
	struct access x = access_blank;
	struct arena a = { 0 };
	struct change c = { 0 };
	int64_t id;
	enum status rc = casework_may_about(s, OP_OPEN_ANYWAY, person);

	if (rc == OK)
		rc = check_anyway(s, reason, words);
	if (rc == OK)
		rc = check_sealed(s, person);
	if (rc != OK)
		return rc;
	x.person = person;
	x.account = s->account.id;
	x.kind = ACCESS_ANYWAY;
	x.reason = reason;
	x.note = words;
	x.from_at = s->now;
	x.until_at = s->now + ACCESS_ANYWAY_SECONDS;
	rc = act_begin(
		s, OP_OPEN_ANYWAY, &c, person,
		arena_printf(&a, _("opened anyway, with a reason: %s"), person_ref(person, &a)));
	c.kind = "access";
	if (rc == OK)
		rc = access_add(&c, &x, &id);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- the passphrase again ---- */

enum status casework_prove(struct session *s, struct str passphrase)
{
	struct arena a = { 0 };
	struct keys keys = { .path = store_path(s->store), .a = &a, .now = s->now };
	struct keyring ring = { 0 };
	enum status rc = casework_may(s, OP_PROVE);

	if (rc == OK && keys.path && passphrase.n == 0) /* no wrong try: it is not counted */
		rc = session_fail(s, E_INVALID, _("Your passphrase is needed for this."));
	else if (rc == OK && keys.path)
		rc = keys_open(&keys, s->account.login, passphrase, &ring);
	if (rc == E_DENIED && keys.fault && keys.wait == 0)
		session_fail(s, rc, _("That is not your passphrase. Nothing was done."));
	else if (rc != OK && keys.fault)
		session_fail(s, rc, "%s", keys.fault);
	keyring_wipe(&ring);
	arena_reset(&a);
	if (rc == OK)
		s->proved_at = s->now;
	return rc;
}
