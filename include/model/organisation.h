#ifndef MODEL_ORGANISATION_H
#define MODEL_ORGANISATION_H

#include "model/ids.h"

#include <stddef.h>

/* Who runs services. */
struct organisation {
	struct organisation_id id;
	int64_t ver;
	const char *external_id; /* the id it came with; no two are the same */
	const char *name;        /* never empty */
	const char *other_name;
	const char *description;
	const char *phone;
	const char *email;
	const char *url;
	const char *legal_status;
	const char *
		charity_number; /* of its register: England and Wales, Scotland or Northern Ireland */
	const char *company_number;
};

/* Nothing known: copy it to begin a new one. */
extern const struct organisation organisation_blank;

struct organisation_list {
	size_t n;
	struct organisation *at;
};

#endif
