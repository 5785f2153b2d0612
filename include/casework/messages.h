#ifndef CASEWORK_MESSAGES_H
#define CASEWORK_MESSAGES_H

#include "casework/session.h"
#include "model/message.h"
#include "model/message_form.h"

/* A message or call note, as Today lists it. Strings belong to the arena it was asked for with. */
struct message_row {
	struct message message;
	const char *title;    /* "Note without a person, Mon 09:55", "Rahman, Amina, Sat 11:20" */
	const char *person;   /* "Carter, Jane 1981"; "" when it is put to nobody */
	const char *taken_by; /* "M Bell"; "" when it was the session's own account */
};

struct message_rows {
	size_t n;
	struct message_row *at;
};

/* What came of saving. said belongs to the arena it was asked for with. */
struct message_saved {
	struct message_id id; /* 0: it went straight into the person's record */
	const char *said;     /* "Saved as Note without a person, Mon 09:55." */
};

/*
 * Keep what was written before one knew whose it was, or a message for a worker. Somebody named and
 * no worker: a contact of theirs, *they rang us*, straight away. Nobody's record is opened. For
 * volunteers too. E_INVALID when there are no words.
 */
MUST_USE enum status casework_take_message(struct session *s, const struct new_message *m,
                                           struct arena *a, struct message_saved *ret);

/*
 * Put it to a person: it becomes a contact of theirs, *they rang us*, on the day it was taken, and
 * is done. E_CONFLICT when it is done already.
 */
MUST_USE enum status casework_put_message(struct session *s, struct message_id id,
                                          struct person_id person);

/* Done, with no trace in anybody's record. */
MUST_USE enum status casework_message_done(struct session *s, struct message_id id);

MUST_USE enum status casework_message(struct session *s, struct message_id id, struct arena *a,
                                      struct message_row *ret);

/* What is open for this account, then for whoever is on duty; each the longest waiting first. */
MUST_USE enum status casework_messages(struct session *s, struct arena *a,
                                       struct message_rows *ret);

#endif
