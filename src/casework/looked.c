#include "looked.h"

#include "base/words.h"
#include "store/change.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

#define SAME_LOOK_SECONDS ((int64_t)15 * 60)
#define SETTLED_SECONDS   2

static enum status note(struct session *s, const char *kind, const char *what,
                        struct person_id person, const char *via)
{
	const struct note_event e = { .kind = kind,
		                      .who = s->account.id,
		                      .at = s->now,
		                      .what = what,
		                      .person = person,
		                      .via = via };

	return store_read_only(s->store) ? OK : session_store(s, change_note(s->store, &e));
}

/* Was that said lately? It is from now on. */
static bool said_lately(struct session *s, const char *what)
{
	struct looked *l = &s->looked;

	for (size_t i = 0; i < LOOKED_RECENT; i++)
		if (strncmp(l->recent[i].what, what, sizeof(l->recent[i].what) - 1) == 0 &&
		    s->now >= l->recent[i].at && s->now - l->recent[i].at < SAME_LOOK_SECONDS)
			return true;
	return false;
}

static void say_lately(struct session *s, const char *what)
{
	struct looked *l = &s->looked;

	snprintf(l->recent[l->next].what, sizeof(l->recent[l->next].what), "%s", what);
	l->recent[l->next].at = s->now;
	l->next = (l->next + 1) % LOOKED_RECENT;
}

enum status looked_settle(struct session *s)
{
	struct looked *l = &s->looked;
	struct arena a = { 0 };
	enum status rc;

	if (l->searched.text[0] == '\0')
		return OK;
	rc = note(s, "look",
	          arena_printf(&a,
	                       l->searched.people == 1 ? _("looked for somebody, %zu shown: “%s”")
	                                               : _("looked for people, %zu shown: “%s”"),
	                       l->searched.people, l->searched.text),
	          (struct person_id){ 0 }, NULL);
	arena_reset(&a);
	if (rc == OK)
		l->searched.text[0] = '\0';
	return rc;
}

/* Is one of them how the other begins? Then it is still being typed. */
static bool same_search(const char *x, const char *y)
{
	size_t n = strlen(x), m = strlen(y);

	return strncmp(x, y, n < m ? n : m) == 0;
}

enum status looked_for(struct session *s, const char *text, size_t people)
{
	struct looked *l = &s->looked;
	enum status rc = same_search(l->searched.text, text) ? OK : looked_settle(s);

	if (rc != OK || people == 0)
		return rc;
	snprintf(l->searched.text, sizeof(l->searched.text), "%s", text);
	l->searched.people = people;
	l->searched.at = s->now;
	return OK;
}

void looked_tick(struct session *s)
{
	enum status rc = OK;

	if (s->looked.searched.text[0] != '\0' && s->now - s->looked.searched.at >= SETTLED_SECONDS)
		rc = looked_settle(s);
	(void)rc; /* it waits for the next act, which says so if that fails too */
}

enum status looked_at_list(struct session *s, const char *what)
{
	enum status rc = looked_settle(s);

	if (rc != OK || said_lately(s, what))
		return rc;
	rc = note(s, "look", what, (struct person_id){ 0 }, NULL);
	if (rc == OK)
		say_lately(s, what);
	return rc;
}

static const char *look_words(enum op op)
{
	static const struct {
		enum op op;
		const char *what;
	} looks[] = {
		{ OP_OPEN_CONTACT_DETAILS, _("looked up how to reach them") },
		{ OP_ASSESS, _("opened an assessment") },
		{ OP_PRINT_PLAN, _("looked at the plan to hand out") },
		{ OP_SEE_LOOKS, _("looked up who looked") },
		{ OP_SEE_LOG, _("looked at the record of changes") },
		{ OP_HANDLE_SAFETY, _("opened a safety note") },
	};

	for (size_t i = 0; i < COUNT_OF(looks); i++)
		if (looks[i].op == op)
			return looks[i].what;
	return _("opened");
}

enum status looked_at_person(struct session *s, enum op op, struct person_id person,
                             const char *via)
{
	bool log = op == OP_SEE_LOOKS || op == OP_SEE_LOG; /* shown again as it is paged through */
	enum status rc = looked_settle(s);
	char what[80];

	snprintf(what, sizeof(what), "%s: %lld", op_what(op), (long long)person.n);
	if (rc != OK || (log && said_lately(s, what)))
		return rc;
	rc = note(s, "look", look_words(op), person, via);
	if (rc == OK && log)
		say_lately(s, what);
	return rc;
}

void looked_refused(struct session *s, enum permit permit, enum op op, struct person_id person)
{
	bool carries = op == OP_EXPORT || op == OP_IMPORT_PEOPLE || op == OP_IMPORT_SERVICES;
	struct arena a = { 0 };
	const char *what;
	enum status rc = OK;

	if ((permit != PERMIT_DENIED && permit != PERMIT_ANYWAY) || (person.n == 0 && !carries) ||
	    store_changing(s->store))
		return;
	what = arena_printf(&a, "%s: %lld", op_what(op), (long long)person.n);
	if (!said_lately(s, what)) {
		rc = note(s, "denied", op_what(op), person, NULL);
		say_lately(s, what);
	}
	(void)rc; /* refused it stays, on record or not */
	arena_reset(&a);
}
