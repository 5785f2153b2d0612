#ifndef CASEWORK_HEADS_H
#define CASEWORK_HEADS_H

#include "casework/session.h"

struct progress;

/*
 * Is the record of changes whole? The chain shows what was altered, taken out or put in between. That
 * its end was cut off, or an older file put back, shows only against an end that was noted before:
 * FILE.heads beside the file has one of each day and sign-out, a backup, an export or a slip of paper
 * has one elsewhere. Strings belong to the arena they were asked for with.
 */
struct noted_head {
	struct event_id id; /* 0: there is no event yet */
	int64_t at;
	const char *when;  /* "Fri 20 Nov 17:30" */
	const char *words; /* "amber finch river otter maple gate": 60 bits of the link */
	const char *hex;   /* the whole link */
};

struct noted_heads {
	size_t n;
	struct noted_head *at; /* the oldest first */
};

/* The end as it is now. */
MUST_USE enum status casework_head(struct session *s, struct arena *a, struct noted_head *ret);
/* Those that stand in FILE.heads. */
MUST_USE enum status casework_heads(struct session *s, struct arena *a, struct noted_heads *ret);

/* An event of its own, whose link is noted beside the file, to be written down elsewhere too. */
MUST_USE enum status casework_take_checkpoint(struct session *s, struct arena *a,
                                              struct noted_head *ret);

/*
 * Quickly, at a sign-in: are the noted ends still there? says is a sentence either way, "" while
 * nothing was noted.
 */
struct heads_seen {
	bool agree;
	const char *says;
};
MUST_USE enum status casework_heads_seen(struct session *s, struct arena *a,
                                         struct heads_seen *ret);

/*
 * The whole chain, and the ends that were noted: those beside the file, and those in the file at
 * against (NULL: none), a copy of FILE.heads or lines of that form.
 */
struct verified {
	bool whole;
	int64_t events, rows, erased;
	struct event_id first_bad; /* 0: the chain itself is whole */
	const char *says;          /* what is wrong, or that it is whole */
	const char *exposed;       /* what no noted end vouches for */
	struct noted_head head;    /* the end, when the chain is whole */
};
MUST_USE enum status casework_verify(struct session *s, const char *against,
                                     const struct progress *progress, struct arena *a,
                                     struct verified *ret);

#endif
