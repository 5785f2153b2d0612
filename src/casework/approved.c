#include "approved.h"

#include "accounts_in.h"
#include "proposed_entry.h"
#include "restricting.h"

#include "base/str.h"
#include "base/words.h"
#include "model/account.h"
#include "model/person.h"
#include "store/accounts.h"

#include <stdlib.h>
#include <string.h>

/* ---- records ---- */

static enum status check_person(struct session *s, struct person_id person, const char *what,
                                struct arena *a, const char **ret)
{
	if (person.n == 0)
		return session_fail(s, E_INVALID, _("Whose record?"));
	*ret = arena_printf(a, "%s %s", what, person_ref(person, a));
	return OK;
}

static enum status check_restrict(struct session *s, struct person_id person,
                                  const struct values *body, struct arena *a, const char **what)
{
	(void)body;
	return check_person(s, person, _("restrict the record"), a, what);
}

static enum status run_restrict(struct session *s, struct change *c, struct person_id person,
                                const struct values *body, struct arena *a)
{
	(void)body;
	(void)a;
	return restrict_in(s, c, person);
}

static enum status check_unrestrict(struct session *s, struct person_id person,
                                    const struct values *body, struct arena *a, const char **what)
{
	(void)body;
	return check_person(s, person, _("lift the restriction of"), a, what);
}

static enum status run_unrestrict(struct session *s, struct change *c, struct person_id person,
                                  const struct values *body, struct arena *a)
{
	(void)body;
	(void)a;
	return unrestrict_in(s, c, person);
}

/* ---- accounts ---- */

#define ROLES_ALL (ROLE_VOLUNTEER | ROLE_LINK_WORKER | ROLE_COORDINATOR | ROLE_AUDITOR)

/* The account and the roles it is to have; E_INVALID where the body does not say. */
static enum status whom(struct session *s, const struct values *body, struct arena *a,
                        struct account *x, unsigned *roles)
{
	const char *login = values_get(body, "login"), *number = values_get(body, "roles");
	char *end = NULL;
	long n = strtol(number, &end, 10);
	enum status rc = account_by_login(s->store, login, a, x);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_INVALID, _("Nobody here signs in as %s."), login);
	if (rc != OK)
		return session_store(s, rc);
	if (*end != '\0' || n < 1 || ((unsigned long)n & ~(unsigned long)ROLES_ALL) != 0)
		return session_fail(s, E_INVALID, _("Which roles is %s to have?"), x->name);
	if (x->disabled_at != 0)
		return session_fail(s, E_INVALID, _("The account of %s is closed."), x->name);
	*roles = (unsigned)n;
	return OK;
}

static enum status check_grant(struct session *s, struct person_id person,
                               const struct values *body, struct arena *a, const char **what)
{
	struct account x;
	unsigned roles = 0;
	enum status rc = whom(s, body, a, &x, &roles);

	(void)person;
	if (rc == OK)
		*what = arena_printf(a, _("make %s %s"), x.name, account_roles_text(roles, a));
	return rc;
}

static enum status run_grant(struct session *s, struct change *c, struct person_id person,
                             const struct values *body, struct arena *a)
{
	struct account x;
	unsigned roles = 0;
	enum status rc = whom(s, body, a, &x, &roles);

	(void)person;
	if (rc == OK && (x.roles & ~roles & ROLE_COORDINATOR))
		rc = account_not_last(s, x.id);
	if (rc != OK)
		return rc;
	x.roles = roles;
	return session_store(s, account_update(c, &x));
}

static const struct act_approved acts[] = {
	{ OP_RESTRICT, _("restrict"), _("restricted"), check_restrict, run_restrict, NULL },
	{ OP_UNRESTRICT, _("lift"), _("lifted"), check_unrestrict, run_unrestrict, NULL },
	{ OP_GIVE_ROLE, _("make"), _("made"), check_grant, run_grant, NULL },
	{ OP_EDIT_SERVICE, _("change"), _("changed"), proposed_entry_check, proposed_entry_run,
	  proposed_entry_refuse },
};

const struct act_approved *approved_find(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(acts); i++)
		if (text_equal(op_word(acts[i].op), word))
			return &acts[i];
	return NULL;
}

const char *approved_done(const struct approval *x, struct arena *a)
{
	const struct act_approved *act = approved_find(x->act);

	if (!act || !str_starts(str_of(x->what), act->asked))
		return x->what;
	return arena_printf(a, "%s%s", act->done, x->what + strlen(act->asked));
}
