#include "casework/drafts.h"

#include "act.h"

#include "base/words.h"
#include "casework/op.h"
#include "store/draft.h"
#include "store/store.h"

/* A file that is only read keeps no drafts: what was typed stays on the screen. */
static enum status may_keep(struct session *s, enum op op)
{
	enum status rc = casework_may(s, op);

	if (rc == OK && store_read_only(s->store))
		return session_fail(s, E_DENIED, "The file is open for reading only: %s",
		                    "what you type here is not kept.");
	return rc;
}

/*
 * What is left half done at the Desk without a name is for the next who sits there to see never: it
 * is kept under the sign-in that it was written in, and a coordinator finds it.
 */
static const char *about_of(const struct session *s, const char *about, struct arena *a)
{
	return s->account.roles == ROLE_DESK
	               ? arena_printf(a, "%s@%lld", about, (long long)s->signed_in.n)
	               : about;
}

enum status casework_keep_draft(struct session *s, const struct draft *d)
{
	struct arena a = { 0 };
	struct draft draft = *d;
	enum status rc = may_keep(s, OP_KEEP_DRAFT);

	draft.about = about_of(s, d->about, &a);
	draft.kept_at = s->now;
	if (rc == OK)
		rc = session_store(s, draft_keep(s->store, s->account.id, &draft));
	arena_reset(&a);
	return rc;
}

enum status casework_draft(struct session *s, const char *form, const char *about, struct arena *a,
                           struct draft *ret)
{
	enum status rc = casework_may(s, OP_KEEP_DRAFT);

	if (rc != OK)
		return rc;
	rc = draft_get(s->store, s->account.id, form, about_of(s, about, a), a, ret);
	return rc == E_NOT_FOUND ? rc : session_store(s, rc);
}

enum status casework_drafts(struct session *s, struct arena *a, struct draft_list *ret)
{
	enum status rc = casework_may(s, OP_KEEP_DRAFT);

	return rc == OK ? session_store(s, draft_list(s->store, s->account.id, a, ret)) : rc;
}

enum status casework_drop_draft(struct session *s, const char *form, const char *about)
{
	struct arena a = { 0 };
	enum status rc = may_keep(s, OP_KEEP_DRAFT);

	if (rc == OK)
		rc = session_store(
			s, draft_drop(s->store, s->account.id, form, about_of(s, about, &a)));
	arena_reset(&a);
	return rc;
}

enum status casework_throw_away_draft(struct session *s, const char *form, const char *about)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct draft draft;
	enum status rc = casework_may(s, OP_THROW_AWAY_DRAFT);

	if (rc == OK)
		rc = session_store(s, draft_get(s->store, s->account.id, form, about, &a, &draft));
	if (rc == OK) {
		rc = act_begin(s, OP_THROW_AWAY_DRAFT, &c, draft.person,
		               arena_printf(&a, _("%s thrown away, unfinished"), form));
		if (rc == OK)
			rc = draft_drop(s->store, s->account.id, form, about);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
