#include "casework/access.h"

#include "act.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/access.h"
#include "store/people.h"
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

enum status casework_prove(struct session *s, struct str passphrase)
{
	struct arena a = { 0 };
	struct keys keys = { .path = store_path(s->store), .a = &a, .now = s->now };
	struct keyring ring = { 0 };
	enum status rc = casework_may(s, OP_PROVE);

	if (rc == OK && keys.path)
		rc = keys_open(&keys, s->account.login, passphrase, &ring);
	if (rc != OK && keys.fault)
		session_fail(s, rc, "%s", keys.fault);
	keyring_wipe(&ring);
	arena_reset(&a);
	if (rc == OK)
		s->proved_at = s->now;
	return rc;
}
