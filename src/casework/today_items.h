#ifndef CASEWORK_TODAY_ITEMS_H
#define CASEWORK_TODAY_ITEMS_H

#include "casework/cover.h"
#include "casework/today.h"
#include "model/caseload.h"

/* How Today is put together, for one worker after another. */
struct today_making {
	struct session *s;
	struct arena *a;
	struct account_id worker; /* whose; { 0 }: nobody's in particular */
	bool own;                 /* it is the session's own */
	const struct covering
		*covered;       /* whom the account covers for; NULL: its own, or nobody's */
	struct case_list cases; /* open ones of the worker */
	struct covering_list covering;
	struct today_items items;
	struct today_view view;
};

/* A blank row: no string NULL. */
struct today_item *today_add(struct today_making *m, enum today_section section,
                             enum today_kind kind);
/* Who it is about, with a year where two open people could be mistaken for each other. */
MUST_USE enum status today_name(struct today_making *m, struct person_id p, struct today_item *x);

MUST_USE enum status today_add_reminders(struct today_making *m);
MUST_USE enum status today_add_cases(struct today_making *m);
MUST_USE enum status today_add_messages(struct today_making *m);
MUST_USE enum status today_add_drafts(struct today_making *m);
MUST_USE enum status today_add_safety(struct today_making *m);
MUST_USE enum status today_add_answers(struct today_making *m); /* what waits for this account */
MUST_USE enum status today_add_services(struct today_making *m);

/* What colleagues left for this account, and what they left half done that cannot wait. */
MUST_USE enum status today_add_left(struct today_making *m);

/* FOR BEN: what is due about those that the account sees to while others are away. */
MUST_USE enum status today_add_covered(struct today_making *m);
/* Of the arranged Today: what those sections are called. */
void today_title_covers(struct today_making *m);
/* Everything that is due of one worker ({ 0 }: of nobody's in particular). */
MUST_USE enum status today_add_of(struct today_making *m, struct account_id worker);

/* How many rows the session's own Today has: those of casework_today(), without a look. */
MUST_USE enum status today_count(struct session *s, size_t *ret);

/*
 * "16 Nov", or "14 months" where the year would be missed: what goes into nine columns. on is a valid
 * day.
 */
const char *today_date(const struct today_making *m, day on);
/* "11:20", "Sat 11:20", "Fri", "16 Nov": when something came in. */
const char *today_came(const struct today_making *m, day on, int minute);

#endif
