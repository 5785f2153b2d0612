#include "proposed_entry.h"

#include "entry_in.h"
#include "trouble_in.h"

#include "base/words.h"
#include "model/service_changes.h"
#include "store/service_entries.h"

#include <stdlib.h>

/* As it stands now; a new one where no id is given. */
static enum status read_entry(struct session *s, const struct values *body, struct arena *a,
                              struct service_entry *ret)
{
	struct service_id id = { strtoll(values_get(body, "service"), NULL, 10) };
	struct service_entry x = { .service = service_blank, .organisation = "" };
	enum status rc = OK;

	if (id.n != 0) {
		rc = service_entry_get(s->store, id, a, &x);
		if (rc == OK)
			rc = service_parts_get(s->store, id, a, &x.parts);
		if (rc == E_NOT_FOUND)
			return session_fail(s, E_CONFLICT,
			                    _("That entry is not in the directory any more."));
	}
	if (rc == OK)
		*ret = x;
	return session_store(s, rc);
}

static enum status fill(struct session *s, const struct values *body, struct arena *a,
                        struct service_entry *x)
{
	struct problems problems = { 0 };

	service_take_proposed(x, body, s->today, a, &problems);
	for (size_t i = 0; i < problems.n; i++)
		if (!problems.at[i].warning)
			return session_fail(s, E_INVALID, "%s", problems.at[i].text);
	return OK;
}

enum status proposed_entry_check(struct session *s, struct person_id person,
                                 const struct values *body, struct arena *a, const char **what)
{
	struct service_entry now = { 0 }, was;
	enum status rc = read_entry(s, body, a, &now);

	(void)person;
	if (rc != OK)
		return rc;
	was = now;
	rc = fill(s, body, a, &now);
	if (rc != OK)
		return rc;
	*what = was.service.id.n == 0 ? arena_printf(a, _("a new service: %s"),
	                                             service_proposed_text(&was, body, a))
	                              : arena_printf(a, _("change %s: %s"), was.service.name,
	                                             service_proposed_text(&was, body, a));
	return OK;
}

enum status proposed_entry_run(struct session *s, struct change *c, struct person_id person,
                               const struct values *body, struct arena *a)
{
	struct service_entry x = { 0 };
	enum status rc = read_entry(s, body, a, &x);

	(void)person;
	if (rc == OK && trouble_proposed(body))
		return session_store(s, trouble_agreed_in(s, c, &x.service, body, a));
	if (rc == OK)
		rc = fill(s, body, a, &x);
	if (rc != OK)
		return rc;
	if (x.service.id.n != 0)
		return session_store(s, entry_change_in(s, c, &x));
	x.service.source = _("proposed at the Desk");
	return session_store(s, entry_add_in(s, c, &x));
}

enum status proposed_entry_refuse(struct session *s, struct change *c, const struct values *body,
                                  struct arena *a)
{
	struct service_entry x = { 0 };
	enum status rc = trouble_proposed(body) ? read_entry(s, body, a, &x) : OK;

	/* Meanwhile taken out of the directory: then nothing is left to put right. */
	if (rc == E_CONFLICT || !trouble_proposed(body))
		return OK;
	return rc == OK ? session_store(s, trouble_refused_in(s, c, &x.service, body, a)) : rc;
}
