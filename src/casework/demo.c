#include "casework/demo.h"

#include "open.h"

#include "store/change.h"
#include "store/move.h"
#include "store/settings.h"
#include "store/store.h"

static const struct key demo_key = { { 'd', 'e', 'm', 'o' } };

static enum status move_to(struct session *s, day today)
{
	int64_t made_on;
	enum status rc = setting_number(s->store, "demo_day", today, &made_on);

	if (rc == OK)
		rc = store_move_days(s->store, (day)made_on, today);
	if (rc == OK)
		rc = change_note(s->store,
		                 &(struct note_event){ .kind = "look",
		                                       .at = s->now,
		                                       .what = "the demonstration was opened" });
	return session_store(s, rc);
}

enum status casework_open_demo(const char *login, day today, bool fixed, struct session **ret)
{
	struct session *s = session_new();
	enum status rc;

	*ret = s;
	s->demo = true;
	s->proved_at = s->now; /* it has no passphrase */
	rc = session_store(s, store_open_image(demo_image(), &demo_key, &s->store));
	if (rc == OK)
		rc = move_to(s, today);
	if (rc == OK)
		rc = session_begin(s, text_empty(login) ? DEMO_LOGIN : login);
	if (rc != OK)
		return rc;
	s->today = today;
	s->fixed_today = fixed;
	return OK;
}
