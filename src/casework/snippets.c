#include "casework/snippets.h"

#include "act.h"

#include "base/text.h"
#include "base/words.h"
#include "store/snippets.h"

#include <string.h>

static void add_all(struct arena *a, struct snippet_list *to, const struct snippet_list *from)
{
	for (size_t i = 0; i < from->n; i++)
		*ARENA_PUSH(a, to) = from->at[i];
}

enum status casework_snippets(struct session *s, struct arena *a, struct snippet_list *ret)
{
	struct snippet_list all = { 0 }, own = { 0 }, shared = { 0 }, shipped;
	enum status rc = casework_may(s, OP_SNIPPETS);

	if (rc == OK)
		rc = snippets_of(s->store, s->account.id, a, &own);
	if (rc == OK)
		rc = snippets_of(s->store, (struct account_id){ 0 }, a, &shared);
	if (rc != OK)
		return session_store(s, rc);
	snippets_shipped(a, &shipped);
	add_all(a, &all, &own);
	add_all(a, &all, &shared);
	add_all(a, &all, &shipped);
	*ret = all;
	return OK;
}

static enum status check(struct session *s, const struct snippet *x)
{
	if (text_empty(x->name) || text_empty(x->words))
		return session_fail(s, E_INVALID, _("It needs a name, and the words."));
	if (text_width(str_of(x->name)) > SNIPPET_NAME_MOST)
		return session_fail(s, E_INVALID, _("The name is %d letters at most."),
		                    SNIPPET_NAME_MOST);
	if (strlen(x->words) > SNIPPET_WORDS_MOST)
		return session_fail(s, E_INVALID, _("The words are %d letters at most."),
		                    SNIPPET_WORDS_MOST);
	return OK;
}

/* Still there, and theirs to change. */
static enum status get_theirs(struct session *s, struct snippet_id id, struct account_id whose,
                              struct arena *a, struct snippet *ret)
{
	enum status rc = snippet_get(s->store, id, a, ret);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_CONFLICT, _("Those words are not kept any more."));
	if (rc == OK && ret->account.n != whose.n)
		return session_fail(s, E_DENIED, _("Those words are somebody else's to change."));
	return session_store(s, rc);
}

static enum status keep(struct session *s, enum op op, const struct snippet *x,
                        struct account_id whose)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct snippet was, new = *x;
	struct snippet_id id;
	enum status rc = check(s, x);

	new.account = whose;
	if (rc == OK && x->id.n != 0)
		rc = get_theirs(s, x->id, whose, &a, &was);
	if (rc == OK) {
		rc = act_begin(s, op, &c, (struct person_id){ 0 },
		               arena_printf(&a, _("words kept as “%s”"), x->name));
		if (rc == OK)
			rc = x->id.n != 0 ? snippet_update(&c, &new) : snippet_add(&c, &new, &id);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_keep_snippet(struct session *s, const struct snippet *x)
{
	enum status rc = casework_may(s, OP_SNIPPETS);

	return rc == OK ? keep(s, OP_SNIPPETS, x, s->account.id) : rc;
}

enum status casework_share_snippet(struct session *s, const struct snippet *x)
{
	enum status rc = casework_may(s, OP_SHARE_SNIPPETS);

	return rc == OK ? keep(s, OP_SHARE_SNIPPETS, x, (struct account_id){ 0 }) : rc;
}

static enum status drop(struct session *s, enum op op, struct snippet_id id,
                        struct account_id whose)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct snippet was;
	enum status rc = get_theirs(s, id, whose, &a, &was);

	if (rc == OK) {
		rc = act_begin(s, op, &c, (struct person_id){ 0 },
		               arena_printf(&a, _("words taken away: “%s”"), was.name));
		if (rc == OK)
			rc = snippet_remove(&c, id);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_drop_snippet(struct session *s, struct snippet_id id)
{
	enum status rc = casework_may(s, OP_SNIPPETS);

	return rc == OK ? drop(s, OP_SNIPPETS, id, s->account.id) : rc;
}

enum status casework_drop_shared_snippet(struct session *s, struct snippet_id id)
{
	enum status rc = casework_may(s, OP_SHARE_SNIPPETS);

	return rc == OK ? drop(s, OP_SHARE_SNIPPETS, id, (struct account_id){ 0 }) : rc;
}
