#ifndef CASEWORK_AUDIT_H
#define CASEWORK_AUDIT_H

#include "casework/session.h"
#include "model/event.h"

/*
 * Who did what, in words. Everything that is read belongs to the arena it was asked for with, and
 * comes the newest first. What names people or says what was written is not for an auditor, who sees
 * references and kinds; somebody with another role as well sees what that role may.
 */
struct log_row {
	struct event_id id; /* of the newest, when several are put together */
	enum event_kind kind;
	struct person_id person; /* 0: about nobody, or many */
	day on;
	const char *day;   /* "Sat 21 Nov" */
	const char *time;  /* "11:20" */
	const char *who;   /* "Ben Ojo"; "clew" when nobody was signed in */
	const char *roles; /* "link worker", as they were then; "" */
	const char *about; /* "Carter, Jane 1981", "CL-000412", "" */
	const char *what;  /* "opened it 3 times", "contact with Carter, Jane 1981, no answer" */
	const char *why;   /* why they might: "they rang", "covering"; "" for their own worker */
	int times;         /* how many are put together */
};

struct log_page {
	size_t n;
	struct log_row *at;
	struct event_id next; /* what the next page begins behind; 0: that was all */
};

/*
 * A person's: who opened, changed, printed, sent out; looks of one account on one day are one row.
 * The first page (before 0) is a look itself, on record before it is shown.
 */
struct log_from {
	struct event_id before; /* 0: the newest */
	size_t limit;           /* events, before they are put together */
};
MUST_USE enum status casework_looks_at(struct session *s, struct person_id person,
                                       struct log_from from, struct arena *a, struct log_page *ret);

/* What this account did and opened: everybody may see their own. */
MUST_USE enum status casework_own_log(struct session *s, struct log_from from, struct arena *a,
                                      struct log_page *ret);

/* All of it. since DAY_NONE: from the first day. */
struct log_filter {
	struct account_id account; /* 0: whoever */
	enum event_kind kind;      /* NONE: any */
	day since;
};
MUST_USE enum status casework_log(struct session *s, const struct log_filter *f,
                                  struct log_from from, struct arena *a, struct log_page *ret);

/* Whoever opened more people in the last day than the setting looks_a_day says. */
struct busy_reader {
	const char *who;
	int people;
};
struct busy_readers {
	size_t n;
	struct busy_reader *at;
};
MUST_USE enum status casework_busy_readers(struct session *s, struct arena *a,
                                           struct busy_readers *ret);

#endif
