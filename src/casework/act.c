#include "act.h"

#include "looked.h"
#include "open.h"
#include "standing.h"

#include "base/words.h"
#include "model/person.h"
#include "store/derive.h"
#include "store/store.h"

/*
 * A change begins with its turn. While it waited, the account may have been closed or changed: then it
 * is left, so that its right is asked again (and a refusal put on record) outside of it.
 */
static enum status begin(struct session *s, struct change *c, const char *what, bool *again)
{
	int64_t ver = s->account.ver, settings = s->settings_version;
	enum status rc = session_store(s, change_begin(c, s->store, s->account.id, s->now, what));

	*again = false;
	if (rc != OK)
		return rc;
	session_refresh(s);
	*again = s->account.ver != ver || s->settings_version != settings;
	if (!*again)
		return OK;
	rc = change_end(c, E_CONFLICT);
	*c = (struct change){ 0 };
	return rc;
}

enum status act_begin(struct session *s, enum op op, struct change *c, struct person_id person,
                      const char *what)
{
	enum via via = VIA_NONE;
	bool again = true;
	enum status rc = OK;

	*c = (struct change){ 0 };
	while (again) {
		rc = standing_may(s, op, person, &via);
		if (rc != OK)
			return rc;
		if (store_read_only(s->store))
			return session_fail(
				s, E_DENIED,
				"The file is open for reading only. Nothing was changed.");
		rc = begin(s, c, what, &again);
	}
	c->person = person;
	c->via = words_word(&vias, (int)via);
	return rc;
}

enum status act_ended(struct session *s, struct change *c, enum status rc)
{
	enum status ended;

	if (!c->st) /* it never began: the sentence is there already */
		return rc;
	if (rc == OK && c->person.n != 0)
		rc = derive_person(c, c->person);
	ended = change_end(c, rc);
	s->counts_moved = s->counts_moved || ended == OK;
	/* A rule's own sentence stands; an engine's is the store's. */
	if (ended == rc && rc != OK && s->fault[0] != '\0')
		return rc;
	return session_store(s, ended);
}

enum status act_read(struct session *s, enum op op, struct person_id person)
{
	enum via via = VIA_NONE;
	enum status rc = standing_may(s, op, person, &via);

	if (rc != OK || store_read_only(s->store))
		return rc;
	return looked_at_person(s, op, person, words_word(&vias, (int)via));
}

const char *act_name(const struct person *p, struct arena *a)
{
	if (p->born_on == DAY_NONE)
		return person_name(p, a);
	return arena_printf(a, "%s %d", person_name(p, a), day_to_date(p->born_on).year);
}

const char *act_name_hidden(const struct session *s, struct person_id person, struct arena *a)
{
	if (!session_may(s, OP_OPEN_PERSON))
		return _("somebody who is kept apart");
	return arena_printf(a, _("restricted, %s"), person_ref(person, a));
}

const char *act_name_seen(struct session *s, const struct person *p, struct arena *a)
{
	if (standing_hides(s, p->id, p->restricted, p->keep_apart))
		return act_name_hidden(s, p->id, a);
	return act_name(p, a);
}
