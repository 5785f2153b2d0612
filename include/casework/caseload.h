#ifndef CASEWORK_CASELOAD_H
#define CASEWORK_CASELOAD_H

#include "base/progress.h"
#include "casework/session.h"
#include "model/caseload.h"
#include "model/list_query.h"

/* A row of the caseload as it is shown. Strings belong to the arena it was asked for with. */
struct case_shown {
	struct case_row row;
	const char *name;    /* "Carter, Jane 1981": the year where somebody else could be meant */
	const char *worker;  /* login, "" when nobody has them yet */
	const char *concern; /* label of what weighs most, "" */
	const char *area;    /* name of the council, "" */
	bool hidden;         /* restricted to others: nothing else of theirs is said */
};

struct cases {
	size_t n;
	struct case_shown *at;
	bool more; /* the page is full: there may be others behind */
};

/*
 * A page of a list: at most limit rows that come behind after (NULL: from the beginning). The next
 * page begins behind the last row of this one, however the file has changed meanwhile.
 */
MUST_USE enum status casework_cases(struct session *s, const struct list_query *query,
                                    const struct case_row *after, size_t limit, struct arena *a,
                                    struct cases *ret);

/* How many open cases somebody has; { 0 }: everybody together. */
MUST_USE enum status casework_case_count(struct session *s, struct account_id worker, size_t *ret);

/* Everybody in a list, in its order, however long it is: who is marked by "all". */
struct person_ids {
	size_t n;
	struct person_id *at;
};
MUST_USE enum status casework_case_ids(struct session *s, const struct list_query *query,
                                       struct arena *a, struct person_ids *ret);

/* Who was left as they were by an act on many, each with why. Strings belong to a. */
struct left_out {
	size_t n;
	struct left_one {
		struct person_id person;
		const char *who; /* "Hughes, Margaret 1953", or the reference alone */
		const char *why; /* a sentence */
	} * at;
	struct arena *a;
};

/*
 * Hand people over to another worker, with their open reminders, as one change. A reason is needed.
 * Link workers hand over their own cases and take those that nobody has; coordinators anybody's.
 * E_INVALID, nothing changed: no reason, no such worker (they must be a link worker or coordinator
 * who may sign in), nobody with an open case. *moved: how many people.
 */
struct hand_over {
	const struct person_id *people;
	size_t n;
	const char *login;
	const char *reason;
	struct left_out *left; /* who may not be moved is left out; NULL: then nobody is moved */
	const struct progress *progress; /* NULL: nobody waits. E_STOPPED: nothing was changed */
};
MUST_USE enum status casework_hand_over(struct session *s, const struct hand_over *what,
                                        size_t *moved);

/*
 * How many of them are to be kept apart from somebody of that worker's, as far as a surname, a home or
 * a number says so: to be asked about before they share a worker (care 7). reason is not needed.
 */
MUST_USE enum status casework_hand_over_apart(struct session *s, const struct hand_over *what,
                                              size_t *ret);

/*
 * The same reminder for each of many people, as one change: for whoever has them, else for whoever sets
 * it. Who may not be reminded of is left out, as above. E_INVALID: no words, a day that has gone, or
 * nobody is left. *set: how many.
 */
struct remind_many {
	const struct person_id *people;
	size_t n;
	const char *what;
	day due_on;
	struct left_out *left; /* never NULL */
	const struct progress *progress;
};
MUST_USE enum status casework_remind_many(struct session *s, const struct remind_many *what,
                                          size_t *set);

/* "2 were left as they are: Hughes, Margaret 1953 (…)."; "" when nobody was. Belongs to a. */
const char *left_out_text(const struct left_out *left, struct arena *a);

#endif
