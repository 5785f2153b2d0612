#include "identity.h"

#include "act.h"

#include "base/words.h"
#include "store/settings.h"
#include "store/store.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/random.h>

#define SETTING "identity"

static enum status make(struct session *s, const char *text)
{
	struct change c = { 0 };
	enum status rc;

	if (store_read_only(s->store))
		return session_fail(s, E_DENIED,
		                    _("This file has no number of its own yet, and is open for "
		                      "reading only. Nothing was written."));
	rc = change_begin(&c, s->store, s->account.id, s->now,
	                  _("the case file's own number, for what leaves under a lasting id"));
	c.kind = "export"; /* never taken back: what left under it stands elsewhere */
	if (rc == OK)
		rc = setting_put(&c, SETTING, text);
	return act_end(s, &c, rc);
}

enum status identity_of(struct session *s, struct arena *a, const char **ret)
{
	struct setting x;
	enum status rc = session_store(s, setting_get(s->store, SETTING, "", a, &x));
	uint64_t chance[2];
	const char *text;

	if (rc != OK)
		return rc;
	if (!text_empty(x.value)) {
		*ret = x.value;
		return OK;
	}
	if (getrandom(chance, sizeof(chance), 0) != (ssize_t)sizeof(chance))
		return session_fail(s, E_IO, _("This computer gives no random numbers: %s."),
		                    strerror(errno));
	text = arena_printf(a, "%016" PRIx64 "%016" PRIx64, chance[0], chance[1]);
	rc = make(s, text);
	if (rc == OK)
		*ret = text;
	return rc;
}
