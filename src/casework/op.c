#include "casework/op.h"

#include "casework/session.h"

struct permission {
	unsigned roles;
	const char *what;
};

#define OP_ROW(symbol, roles, what) [symbol] = { roles, what },
static const struct permission permissions[OP_COUNT] = { CASEWORK_OPS(
	OP_ROW, ROLE_VOLUNTEER, ROLE_LINK_WORKER, ROLE_COORDINATOR, ROLE_AUDITOR) };

bool session_may(const struct session *s, enum op op)
{
	return (s->account.roles & permissions[op].roles) != 0;
}

enum status casework_may(struct session *s, enum op op)
{
	if (session_may(s, op))
		return OK;
	return session_fail(s, E_DENIED, "%s may not %s. Ask a coordinator.", s->account.name,
	                    permissions[op].what);
}
