#ifndef CASEWORK_MERGE_H
#define CASEWORK_MERGE_H

#include "casework/session.h"
#include "casework/strip.h"
#include "casework/times.h"

/*
 * One person with two records: side by side, then one of them stays and everything of the other moves to
 * it. The other stays as "merged": its reference leads on. One undo brings both back. Strings belong to
 * the arena they were asked for with.
 */
enum merge_side { MERGE_LEFT, MERGE_RIGHT };
#define MERGE_SIDES 2

/* Something that both say, and not alike. Parts that go together (an address) are one. */
struct merge_choice {
	const char *name;              /* of its first field */
	const char *label;             /* "Postcode" */
	const char *text[MERGE_SIDES]; /* as people say it */
	enum merge_side chosen; /* what is proposed: what was changed last, and of what is safe
	                                * the more careful */
};

/* What each has: "3 contacts" against "1". */
struct merge_count {
	const char *label;
	size_t n[MERGE_SIDES];
};

struct merge_view {
	struct person_strip strip[MERGE_SIDES];
	const char *why_not;   /* these two are never one record; "" */
	enum merge_side stays; /* proposed: the older record */
	struct {
		size_t n;
		struct merge_choice *at;
	} choices;
	const char *filled; /* what only one of them says, which is kept: "Postcode, GP practice" */
	struct {
		size_t n;
		struct merge_count *at;
	} has;
	bool both_open; /* each has an open time with us: one of them closes */
	struct time_row open[MERGE_SIDES];
	bool two_numbers; /* two care numbers: it takes the reference, typed */
};

/* E_CONFLICT: one of them was merged before, or they are the same record. */
MUST_USE enum status casework_merge_view(struct session *s, struct person_id left,
                                         struct person_id right, struct arena *a,
                                         struct merge_view *ret);

struct merge_how {
	struct person_id left, right;
	enum merge_side stays;
	const enum merge_side *chosen; /* of each choice, in their order */
	size_t chosen_n;
	enum merge_side open; /* both open: whose goes on */
	const char *typed;    /* two numbers: the reference of the record that stays */
};

/*
 * All of it, in one change. *said is one sentence. E_INVALID: the reference was not typed; E_CONFLICT:
 * these two are never one, or one of them has changed since; E_DENIED.
 */
MUST_USE enum status casework_merge(struct session *s, const struct merge_how *how, struct arena *a,
                                    const char **said);

/* Likely other records of p, the surest first: nobody who is kept apart or restricted. */
struct duplicate_list;
MUST_USE enum status casework_same_as(struct session *s, struct person_id p, struct arena *a,
                                      struct duplicate_list *ret);

#endif
