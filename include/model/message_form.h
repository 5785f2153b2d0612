#ifndef MODEL_MESSAGE_FORM_H
#define MODEL_MESSAGE_FORM_H

#include "base/field.h"
#include "model/message.h"

/*
 * The call note: words first, who it is about last. The words of *for* are those who work here: the
 * screen gives the field its choices, values are account ids.
 */
extern const struct field message_fields[];
#define MESSAGE_FIELDS 6 /* without the row that ends the table */

/* A note or message to be kept. Strings belong to whoever filled it in. */
struct new_message {
	const char *words; /* never empty */
	const char *from_whom, *phone, *hours;
	struct account_id for_account; /* 0: for nobody; then it is a call note */
	struct person_id person;       /* 0: nobody yet */
};

/* Has it no words? White space is none. */
bool new_message_empty(const struct new_message *m);

/* who is a reference here ("CL-000412"); names are the caller's to look up. Strings belong to v. */
void message_from_values(const struct values *v, struct arena *a, struct problems *problems,
                         struct new_message *ret);

#endif
