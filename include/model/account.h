#ifndef MODEL_ACCOUNT_H
#define MODEL_ACCOUNT_H

#include "base/day.h"
#include "model/ids.h"

#include <stdbool.h>

/* An account has a set of roles. */
#define ROLE_VOLUNTEER   1u
#define ROLE_LINK_WORKER 2u
#define ROLE_COORDINATOR 4u
#define ROLE_AUDITOR     8u
#define ROLE_DESK        16u /* nobody's: the Desk without a name, and never with another role */

/* The account that the Desk without a name works in. Nobody else can have the login. */
#define DESK_LOGIN "desk"

/* Somebody who signs in. Strings belong to whoever filled it in; "" where nothing is known. */
struct account {
	struct account_id id;
	int64_t ver;
	const char *login;
	const char *name;
	unsigned roles; /* ROLE_ bits, at least one */
	const char *phone;
	day vetted_on;
	int64_t code_until; /* UTC seconds; not 0: it signs in with a one-time code until then */
	struct account_id code_by; /* who issued the last code, or chose the passphrase for them */
	int64_t code_at;           /* UTC seconds; 0: never */
	int64_t disabled_at;       /* UTC seconds; 0: may sign in */
};

/* Roles that two people give. */
#define ROLES_TOGETHER (ROLE_COORDINATOR | ROLE_AUDITOR)

/* Nothing known: copy it to begin a new one. */
extern const struct account account_blank;

/*
 * For so long after somebody was let in by a code of another's, the two of them are not taken for two
 * people: whoever issues a code could sign in with it.
 */
#define ACCOUNT_OWN_AGAIN_SECONDS ((int64_t)7 * 24 * 60 * 60)
/* May that account stand for somebody else than by, at this instant? */
bool account_is_another(const struct account *x, struct account_id by, int64_t now);

struct account_list {
	size_t n;
	struct account *at;
};

/* A login as it is kept: without blanks at its ends, A to Z small. Belongs to a. */
const char *account_login(struct str typed, struct arena *a);

/* "coordinator and link worker". Belongs to a. */
const char *account_roles_text(unsigned roles, struct arena *a);

#endif
