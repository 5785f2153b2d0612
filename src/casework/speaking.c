#include "speaking.h"

#include "round.h"

#include "base/text.h"
#include "base/words.h"
#include "store/people.h"
#include "store/relations.h"

/* NULL: not to be named, or there is nobody any more. */
static enum status named(struct session *s, const struct person *p, const struct relation *r,
                         struct arena *a, const char **ret)
{
	struct person other;
	enum status rc;

	*ret = text_empty(r->name) ? NULL : r->name;
	if (r->other.n == 0)
		return OK;
	rc = person_get(s->store, r->other, a, &other);
	if (rc == OK)
		*ret = person_died(&other) || relative_apart(s, p, &other)
		               ? NULL
		               : relative_name(&other, a);
	return rc;
}

static enum status add_one(struct session *s, const struct person *p, const struct relation *r,
                           struct arena *a, const char **text)
{
	const char *name;
	enum status rc;

	if (r->ended_on != DAY_NONE || text_empty(r->speaks_about))
		return OK;
	rc = named(s, p, r, a, &name);
	if (rc == OK && name)
		*text = arena_printf(a, _("%s%s%s, about %s"), *text, text_empty(*text) ? "" : "; ",
		                     name, r->speaks_about);
	return rc;
}

enum status speaks_for_text(struct session *s, struct person_id person,
                            const struct safe_contact *safe, struct arena *a, const char **ret)
{
	struct relation_list round;
	const char *text = "";
	struct person p;
	enum status rc;

	if (!text_empty(safe->speaks_for)) {
		*ret = safe->speaks_for;
		return OK;
	}
	rc = person_get(s->store, person, a, &p);
	if (rc == OK)
		rc = relations_of_person(s->store, person, a, &round);
	for (size_t i = 0; rc == OK && i < round.n; i++)
		rc = add_one(s, &p, &round.at[i], a, &text);
	if (rc == OK)
		*ret = text;
	return rc;
}
