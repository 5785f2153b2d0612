#ifndef CASEWORK_SHIFT_H
#define CASEWORK_SHIFT_H

#include "casework/session.h"
#include "casework/strip.h"
#include "model/access.h"

/*
 * A volunteer's list for the day: whom somebody put there, who is here to see a worker, and whom
 * they took in. What is on it ends at midnight, and with it the right to open those people.
 */
struct shift_row {
	struct person_id person;
	const char *name; /* "Carter, Jane 1981" */
	const char *why;  /* "here 11:20", "you took them in", "on your list: lifts, 14:00" */
};
struct shift_rows {
	size_t n;
	struct shift_row *at; /* in the order in which they came */
};

/* The session's own list for today. Strings belong to a. */
MUST_USE enum status casework_shift(struct session *s, struct arena *a, struct shift_rows *ret);

/* Volunteers who can sign in, by name: whose list somebody may be put on. */
MUST_USE enum status casework_volunteers(struct session *s, struct arena *a,
                                         struct account_list *ret);

/*
 * Put a person on a volunteer's list for a day, today or later, with a word on what for. *said
 * belongs to a. E_INVALID: no such volunteer, or a day that is past; E_CONFLICT: the record is
 * restricted or kept apart, and is nobody's to see at a desk.
 */
struct new_shift {
	struct person_id person;
	const char *login;
	day on;
	const char *what;
};
MUST_USE enum status casework_give_shift(struct session *s, const struct new_shift *x,
                                         struct arena *a, const char **said);

/* ---- here to see a worker ---- */

struct visitor {
	const char *family_name, *given_name;
	day born_on;
};

struct met {
	struct person_id person; /* 0: no match, whatever the reason */
	const char *said;
};

/*
 * Somebody is here, and says who they are. Only when name and birth date are those of one person,
 * who is neither kept apart nor restricted, they are put on the session's list for today and their
 * worker finds it in Called for you. In every other case the answer is the same sentence. That it was
 * asked is on record, not the name. E_INVALID: a name or the birth date is missing.
 */
MUST_USE enum status casework_meet_visitor(struct session *s, const struct visitor *v,
                                           struct arena *a, struct met *ret);

/* ---- what a volunteer sees of somebody on their list ---- */

struct visit_view {
	struct person_strip strip;
	const char *say;        /* what may be said if somebody else answers, "" */
	const char *hours;      /* when they may be reached, "" */
	const char *speaks_for; /* who may be spoken to, and about what, "" */
	const char *address, *postcode;
	const char *phones; /* "0113 496 0123 home; 07700 900123", without those never to be used */
	const char *worker; /* "Priya Shah", "nobody yet" */
	const char *plan;   /* today's plan in one line: "14:00 with Priya Shah", "nothing today" */
};

/* It is a look at their record. Strings belong to a. */
MUST_USE enum status casework_visit(struct session *s, struct person_id person, struct arena *a,
                                    struct visit_view *ret);

/*
 * Mend where somebody lives and is rung: what is empty stays as it is. The number before is struck
 * out only by a worker, who finds in Called for you what was mended, to be looked at. *said belongs
 * to a. E_INVALID: nothing is different, or it is no postcode or phone number.
 */
struct mend {
	struct person_id person;
	const char *address, *postcode, *phone;
};
MUST_USE enum status casework_mend(struct session *s, const struct mend *m, struct arena *a,
                                   const char **said);

#endif
