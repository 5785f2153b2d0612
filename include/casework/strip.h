#ifndef CASEWORK_STRIP_H
#define CASEWORK_STRIP_H

#include "casework/session.h"

/*
 * The identity strip: how every form, prompt and print dialogue about a person begins.
 * Strings belong to the arena they were asked for with; none is NULL.
 */
struct person_strip {
	struct person_id id;
	const char *name;       /* "Carter, Jane “Janie”" */
	const char *short_name; /* "Carter, Jane 1981": for messages and one-line questions */
	const char *called;     /* "Janie": as one speaks to them */
	const char *born;       /* "12 Mar 1981", "" */
	int age;                /* NUMBER_NONE: not known */
	const char *ref;        /* "CL-000412" */
	const char *died;       /* "died 18 Nov", "" */
	const char *number;     /* "NHS 999 400 4123", "" */
	const char *safe;       /* "! text first · no voicemail": what is safe, composed; "" when
	                         everything was asked and nothing is to be minded */
	bool danger;            /* its line must be left with Enter before a number is shown */
	const char *safe_set;   /* "set 3 Oct, P Shah", "" */
	const char *phone;      /* the best number that may be rung, spaced; "" */
	const char *whose;      /* "hers alone", "" */
	const char *language;   /* "Urdu, interpreter", "" when neither matters to a call */
};

MUST_USE enum status casework_strip(struct session *s, struct person_id id, struct arena *a,
                                    struct person_strip *ret);

#endif
