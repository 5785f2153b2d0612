#ifndef MODEL_SIGNPOST_FORM_H
#define MODEL_SIGNPOST_FORM_H

#include "base/field.h"
#include "model/safe_contact.h"
#include "model/signpost.h"
#include "model/when.h"

/* Telling somebody about a service, or referring them to it. */
struct new_signpost {
	struct person_id person;
	struct service_id service;
	const char *concern; /* code, or "" */
	enum signpost_kind kind;
	day check_on;          /* when to ask whether it helped; DAY_NONE: never */
	const char *consent;   /* what they agreed to, in words; needed when referred */
	const char *what_sent; /* needed when referred */
	const char *pass_on;   /* how to reach them safely, as it was passed on; "" not */
	const char *note;
};

/* how, check_on, note; referred also: consent, what_sent, pass_on (yes, no). */
extern const struct field signpost_form[];

/*
 * What was typed; person, service and concern are the caller's. pass_on is the sentence that is
 * passed on when that field says yes. Problems are by field.
 */
void signpost_fill(struct new_signpost *x, const struct values *v, const struct when_from *from,
                   struct arena *a, struct problems *problems);

/*
 * How to reach a person safely, as it is said to a service that will: "Text first. Do not leave
 * messages. Do not write.". Only what a stranger needs: never why, or whom else it concerns. Not
 * asked is no. Belongs to a.
 */
const char *safe_to_pass_on(const struct safe_contact *c, struct arena *a);

#endif
