#include "casework/session.h"

#include "store/store.h"

#include <stdarg.h>
#include <stdio.h>

const char *session_fault(const struct session *s)
{
	return s->fault;
}

enum status session_fail(struct session *s, enum status rc, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(s->fault, sizeof(s->fault), fmt, args);
	va_end(args);
	s->demand = (struct demand){ 0 };
	return rc;
}

void session_take_fault(struct session *s, enum status rc)
{
	if (rc == E_DENIED && s->demand.permit != PERMIT_FREELY)
		return; /* refused by casework: the store was not asked */
	s->demand = (struct demand){ 0 };
	if (rc == OK)
		s->fault[0] = '\0';
	else
		snprintf(s->fault, sizeof(s->fault), "%s", store_fault(s->store));
}

bool session_read_only(const struct session *s)
{
	return store_read_only(s->store);
}

enum status session_set_today(struct session *s, day today)
{
	if (!s->demo && !store_read_only(s->store) && !store_practice(s->store))
		return session_fail(
			s, E_INVALID,
			"--today works on the demonstration, on practice files and with "
			"--read-only. Nothing was opened.");
	s->fixed_today = true;
	s->today = today;
	return OK;
}
