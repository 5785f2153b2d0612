#ifndef CASEWORK_LEAVER_H
#define CASEWORK_LEAVER_H

#include "casework/session.h"

/*
 * What an account would leave behind when it is closed: nothing that waits on somebody may be left
 * with nobody. Strings belong to the arena they were asked for with.
 */
#define LEAVER_LINES(X)                                    \
	X(LEAVER_PEOPLE, "People who are still theirs")    \
	X(LEAVER_REMINDERS, "Reminders still open")        \
	X(LEAVER_MESSAGES, "Messages nobody has answered") \
	X(LEAVER_DRAFTS, "Begun and not ended")            \
	X(LEAVER_AWAY, "Away, and others cover")           \
	X(LEAVER_COVERS, "Covers for colleagues")          \
	X(LEAVER_NAMED, "Named for restricted records")    \
	X(LEAVER_SENT, "Files and pages in 90 days")       \
	X(LEAVER_SEEN, "Last signed in")                   \
	X(LEAVER_KEY, "Key to the file")
enum leaver_what {
#define X(symbol, label) symbol,
	LEAVER_LINES(X)
#undef X
		LEAVER_COUNT
};
const char *leaver_label(enum leaver_what what);

struct leaver_line {
	size_t n;
	const char *text; /* "12", "Fri 20 Nov 17:02", "still there" */
	bool stops;       /* the account is not to be closed before it is seen to */
};

struct leaver {
	struct account account;
	struct leaver_line line[LEAVER_COUNT];
	bool clean; /* nothing stops it */
	struct {
		size_t n;
		struct person_id *at;
	} people; /* open ones that are theirs, to hand over */
	struct {
		size_t n;
		const char **at; /* "Mon 16 Nov 10:04  export of people, 52 rows, people.csv" */
	} sent;                  /* the newest first */
};

/* A coordinator, with a fresh passphrase as for accounts. E_NOT_FOUND. */
MUST_USE enum status casework_leaver(struct session *s, struct account_id id, struct arena *a,
                                     struct leaver *ret);

/* The same as text, for the command. Belongs to a. */
const char *leaver_text(const struct leaver *l, struct arena *a);

#endif
