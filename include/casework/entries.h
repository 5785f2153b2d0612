#ifndef CASEWORK_ENTRIES_H
#define CASEWORK_ENTRIES_H

#include "casework/session.h"
#include "model/organisation.h"
#include "model/service_check.h"
#include "model/service_form.h"

/*
 * What staff tell each other of a service, and how its entry came to say what it says. Nothing of this
 * is handed out, and volunteers do not see it.
 */
struct entry_note {
	struct service_note_id id;
	const char *words;
	const char *when; /* "Mon 16 Nov" */
	const char *who;
	bool removable; /* by this account: its author, or a coordinator */
};
struct entry_note_list {
	size_t n;
	struct entry_note *at; /* the newest first */
};

/* Another service of the same organisation. */
struct entry_name {
	struct service_id id;
	const char *name;
};
struct entry_name_list {
	size_t n;
	struct entry_name *at;
};

/* E_INVALID: empty, or longer than SERVICE_NOTE_MOST. */
MUST_USE enum status casework_note_on_service(struct session *s, struct service_id id,
                                              const char *words);
/* E_DENIED: neither its author nor a coordinator; E_NOT_FOUND: gone. */
MUST_USE enum status casework_take_note_off(struct session *s, struct service_id id,
                                            struct service_note_id note);

/* One thing of an entry that was changed: "Phone", what it said, what it says; "" nothing. */
struct entry_difference {
	const char *label, *before, *after;
};
struct entry_change {
	const char *when; /* "Mon 16 Nov 09:06" */
	const char *who;  /* "Ben Ojo"; "clew" */
	const char *what; /* "change of Citizens Advice Leeds" */
	size_t n;
	struct entry_difference *at;
};
struct entry_history {
	size_t n;
	struct entry_change *at; /* the newest first */
	bool more;
};
#define ENTRY_CHANGES_SHOWN 60
MUST_USE enum status casework_entry_history(struct session *s, struct service_id id,
                                            struct arena *a, struct entry_history *ret);

#endif
