#include "casework/happened.h"

#include "act.h"
#include "consequences.h"

#include "base/words.h"
#include "store/people.h"

#include <string.h>

static enum status check(struct session *s, const struct new_happening *h, struct arena *a)
{
	struct problems problems = { 0 };

	new_happening_problems(h, s->today, a, &problems);
	if (problems_stop(&problems))
		return session_fail(s, E_INVALID, "%s", problems.at[0].text);
	return OK;
}

enum status casework_happened_preview(struct session *s, const struct new_happening *h,
                                      struct arena *a, struct effect_list *ret)
{
	struct consequences k;
	enum status rc = casework_may_about(s, OP_SAY_WHAT_HAPPENED, h->person);

	if (rc == OK)
		rc = check(s, h, a);
	if (rc == OK)
		rc = consequences_find(s, h, a, &k);
	if (rc == OK)
		*ret = k.effects;
	return rc;
}

static enum status what_of(struct session *s, const struct new_happening *h, struct arena *a,
                           const char **name, const char **what)
{
	struct person p;
	enum status rc = session_store(s, person_get(s->store, h->person, a, &p));

	if (rc != OK)
		return rc;
	*name = act_name(&p, a);
	*what = arena_printf(a, "%s, %s", words_label(&happening_kinds, (int)h->kind), *name);
	return OK;
}

static const char *said_of(const struct session *s, const struct consequences *k, const char *name,
                           struct arena *a)
{
	const struct reminder *next = k->make.n > 0 ? &k->make.at[0] : NULL;

	for (size_t i = 1; i < k->make.n; i++)
		if (k->make.at[i].due_on < next->due_on)
			next = &k->make.at[i];
	if (!next)
		return arena_printf(a, _("Saved: %s, %s. u takes it all back."), name,
		                    words_label(&happening_kinds, (int)k->happening.kind));
	return arena_printf(a, _("Saved: %s, %s. %s: %s%s u takes it all back."), name,
	                    words_label(&happening_kinds, (int)k->happening.kind),
	                    day_short(next->due_on, s->today, a), next->what,
	                    strchr(next->what, '?') ? "" : ".");
}

enum status casework_record_happening(struct session *s, const struct new_happening *h,
                                      struct arena *a, const char **said)
{
	struct consequences k;
	struct change c = { 0 };
	const char *name = "", *what = "";
	enum status rc = casework_may_about(s, OP_SAY_WHAT_HAPPENED, h->person);

	if (rc == OK)
		rc = check(s, h, a);
	if (rc == OK)
		rc = what_of(s, h, a, &name, &what);
	if (rc != OK)
		return rc;
	/* Found within the change: what is written is what stands in the file at that moment. */
	rc = act_begin(s, OP_SAY_WHAT_HAPPENED, &c, h->person, what);
	if (rc == OK)
		rc = consequences_find(s, h, a, &k);
	if (rc == OK)
		rc = consequences_write(&c, &k);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = said_of(s, &k, name, a);
	return rc;
}
