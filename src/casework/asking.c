#include "asking.h"

#include "store/safe_contacts.h"

#include <string.h>

enum status ask_safe_again_in(struct change *c, struct session *s, struct person_id person,
                              const char *because)
{
	struct arena a = { 0 };
	struct safe_contact safe;
	enum status rc = safe_contact_get(s->store, person, &a, &safe);

	/* Where nothing was asked yet, the line says so already. */
	if (rc == OK && safe.set_on != DAY_NONE && !strstr(safe.ask_because, because)) {
		safe.ask_because = *safe.ask_because
		                           ? arena_printf(&a, "%s, %s", safe.ask_because, because)
		                           : because;
		rc = safe_contact_put(c, &safe);
	}
	arena_reset(&a);
	return rc;
}
