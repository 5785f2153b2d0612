#ifndef MODEL_SIGNPOST_FORM_H
#define MODEL_SIGNPOST_FORM_H

#include "base/field.h"
#include "model/disclosure.h"
#include "model/safe_contact.h"
#include "model/signpost.h"
#include "model/when.h"

/* Telling somebody about a service, or referring them to it. */
struct new_signpost {
	struct person_id person;
	struct service_id service;
	const char *concern; /* code, or "" */
	enum signpost_kind kind;
	day check_on;            /* when to ask whether it helped; DAY_NONE: never */
	unsigned send;           /* referred: LEAVES_BIT() of what leaves */
	enum consent_how agreed; /* referred: how they said yes just now; none: a yes that stands */
	const char *note;
};

/* how, check_on, note. What leaves when they are referred is ticked by itself (LEAVES). */
#define SIGNPOST_FIELDS 3 /* without the row that ends the table */
extern const struct field signpost_form[SIGNPOST_FIELDS + 1];

/* What was typed; person, service, concern, send and agreed are the caller's. Problems are by field. */
void signpost_fill(struct new_signpost *x, const struct values *v, const struct when_from *from,
                   struct arena *a, struct problems *problems);

/*
 * How to reach a person safely, as it is said to a service that will: "Text first. Do not leave
 * messages. Do not write.". Only what a stranger needs: never why, or whom else it concerns. Not
 * asked is no. Belongs to a.
 */
const char *safe_to_pass_on(const struct safe_contact *c, struct arena *a);

#endif
