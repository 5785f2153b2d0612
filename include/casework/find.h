#ifndef CASEWORK_FIND_H
#define CASEWORK_FIND_H

#include "casework/session.h"
#include "model/ids.h"

/* A person or a service that a text finds. Strings belong to the arena it was asked for with. */
struct hit {
	struct person_id person;   /* 0: it is a service */
	struct service_id service; /* 0: it is a person */
	const char *name;          /* "Carter, Jane “Janie” 1981"; the service's name */
	const char *ref;           /* "CL-000412", "" */
	/*
	 * "active, in treatment"; "closed"; of a service who runs it and how old its check is; for volunteers
	 * the town and the worker alone
	 */
	const char *where;
	const char *worker; /* login of whose case it is, "" */
	const char *safe;   /* "! text first", "" */
};

struct hits {
	size_t n;
	struct hit *at;   /* people first, those with an open case before the others */
	bool more;        /* there are others: type more */
	bool sounds_so;   /* the people only sound like it */
	const char *hint; /* why there is nothing, a sentence; "" */
};

/* Letters that a volunteer types before anybody is shown whose whole name it is not; rows they get. */
#define FIND_VOLUNTEER_LETTERS 4
#define FIND_VOLUNTEER_ROWS    20

/*
 * People and services with any part of any name, number, phone or postcode; at most limit of each.
 * Volunteers: a whole name or from four letters on, and nobody who is kept apart or restricted.
 */
MUST_USE enum status casework_find(struct session *s, const char *text, size_t limit,
                                   struct arena *a, struct hits *ret);

/*
 * What was searched for is on record when the typing settles: with the next act, or after two seconds.
 * Where nothing more is typed, say so before the hits are shown.
 */
MUST_USE enum status casework_find_settled(struct session *s);

#endif
