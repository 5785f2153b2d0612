#include "screens.h"

#include "casework/session.h"

struct visit visit_whom(struct session *s, struct person_id p)
{
	if (session_may(s, OP_OPEN_PERSON))
		return visit_person(&person_screen, p);
	if (session_may_about(s, OP_OPEN_CONTACT_DETAILS, p))
		return visit_person(&visit_screen, p);
	if (session_may_about(s, OP_SEE_LOOKS, p))
		return visit_looked(p);
	return (struct visit){ 0 };
}
