#ifndef CASEWORK_COVER_H
#define CASEWORK_COVER_H

#include "casework/session.h"
#include "model/cover.h"

/*
 * Somebody is away and others see to their people until they are back. The people stay theirs; the
 * right to open them goes with the cover and ends with it. Strings belong to the arena they were
 * asked for with. Source: care rule 39.
 */

/* One of those who can have cases, with their load. */
struct staff_row {
	struct account account;
	size_t cases;       /* open ones of their own */
	size_t covered;     /* open ones they see to for others today */
	bool away;          /* a cover is arranged: it may begin later */
	struct cover cover; /* when away */
	const char *state;  /* "away since Mon 16 Nov, Priya Shah covers", "covers for Ben", "" */
};

struct staff {
	size_t n;
	struct staff_row *at; /* by name */
};

MUST_USE enum status casework_staff(struct session *s, struct arena *a, struct staff *ret);

/* A cover to begin. */
struct new_cover {
	struct account_id away;
	struct account_id by; /* { 0 }: spread evenly over the link workers who are there */
	day from;             /* today, or at most COVER_AHEAD days later */
};
#define COVER_AHEAD 31

/*
 * Arrange it, as one change; *said is what was stored and what follows. A coordinator for anybody, a
 * link worker for themselves; for a colleague only when no coordinator has signed in for a working
 * day, and then every coordinator finds a note. Whoever covers finds one too. What the one who goes
 * away covered themselves goes to the new cover with it.
 *
 * E_INVALID: no such account, or they cannot have cases; from is past, or too far; nobody else is
 * there. E_CONFLICT: they are away already, or the one to cover is. E_DENIED.
 */
MUST_USE enum status casework_start_cover(struct session *s, const struct new_cover *what,
                                          struct arena *a, const char **said);

/*
 * They are back: by themselves, whoever covers, or a coordinator. What was done meanwhile is what
 * they find in casework/handover.h. E_NOT_FOUND: they are not away.
 */
MUST_USE enum status casework_end_cover(struct session *s, struct account_id away, struct arena *a,
                                        const char **said);

/* "FOR BEN": what the account covers today, each with the name of who is away. */
struct covering {
	struct cover cover;
	struct account away;
	struct cover_people people; /* of a spread one: who sees to whom */
};

struct covering_list {
	size_t n;
	struct covering *at;
};

MUST_USE enum status casework_covering(struct session *s, struct arena *a,
                                       struct covering_list *ret);
/* Does the account see to p under it? People of nobody in particular are the main one's: { 0 }. */
bool covering_has(const struct session *s, const struct covering *c, struct person_id p);

#endif
