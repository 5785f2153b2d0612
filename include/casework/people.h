#ifndef CASEWORK_PEOPLE_H
#define CASEWORK_PEOPLE_H

#include "casework/session.h"
#include "model/referral_form.h"

/*
 * Taking people in, and what is kept of them. Every string in an answer belongs to the arena it was
 * asked for with.
 */

/* What a form reckons from: the session's day, holidays and settings. */
struct form_from session_form_from(const struct session *s);

/*
 * Somebody who may be who is being entered. Nobody who is kept apart or restricted ever is one.
 * Volunteers are told only how many there are.
 */
struct duplicate {
	struct person_id id;
	const char *name; /* "Carter, Jane “Janie”" */
	const char *born; /* "12 Mar 1981", "" */
	const char *ref;
	const char *why;   /* "same number", "same phone", "same name and birth date" … */
	const char *state; /* "active", "closed", "died", "" */
};

struct duplicate_list {
	size_t n;
	struct duplicate *at;
	size_t unnamed; /* matches that this account may not be told of by name */
};

/*
 * Likely duplicates of what is known so far: the same care number, the same phone, the same folded
 * name (surname and first letter) with no other birth date, a name that sounds so with the same
 * birth date, the same birth date with the same postcode. The surest first, at most 5.
 */
MUST_USE enum status casework_duplicates(struct session *s, const struct person_details *so_far,
                                         struct arena *a, struct duplicate_list *ret);

/*
 * Those whom a record that is being changed looks like now, and did not as it was read: nobody whose
 * record it is, nobody while it is kept apart.
 */
MUST_USE enum status casework_now_like(struct session *s, const struct person_details *was,
                                       const struct person_details *now, struct arena *a,
                                       struct duplicate_list *ret);

struct received {
	struct person_id person;
	struct referral_id referral;
	const char *name; /* "Carter, Jane 1981" */
	const char *ref;  /* "CL-000431" */
	day first_contact_by;
	const char *worker; /* name of whoever took it on, "" */
};

/*
 * Take a referral in: the person, what is safe, their numbers and the referral, in one change. With
 * a worker it is accepted, else received. When a volunteer takes in somebody who may be here
 * already, the coordinators find a message. E_CONFLICT: the person has an open referral; E_INVALID:
 * no such worker, or no name or source.
 */
MUST_USE enum status casework_receive_referral(struct session *s, const struct new_referral *in,
                                               struct arena *a, struct received *ret);

/* The record as its form has it: two phones that are not struck out, one e-mail address. */
MUST_USE enum status casework_details(struct session *s, struct person_id id, struct arena *a,
                                      struct person_details *ret);

/*
 * Save what the form changed, in one change; what is as it was is not written. A number that was
 * emptied is struck out. E_CONFLICT when somebody else changed a part of it meanwhile: nothing is
 * saved. When nothing differs nothing is written.
 */
MUST_USE enum status casework_change_details(struct session *s, const struct person_details *d);

/* What is safe when reaching them, alone: set today, by this account. */
MUST_USE enum status casework_set_safe_contact(struct session *s, const struct safe_contact *safe);

/* Those who may take people on: link workers and coordinators who can sign in, by name. */
MUST_USE enum status casework_workers(struct session *s, struct arena *a, struct account_list *ret);

#endif
