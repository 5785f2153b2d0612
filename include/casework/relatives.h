#ifndef CASEWORK_RELATIVES_H
#define CASEWORK_RELATIVES_H

#include "casework/people.h"
#include "model/relation.h"

/*
 * The people round somebody: a name, or somebody with a record of their own. A link stands on both
 * records only where it is known that they know of the illness and of this service (care 7); with
 * whoever is kept apart, or is hidden from this account, there is none.
 */
struct relative {
	struct relation relation;
	bool theirs;           /* it stands on the other's record, and is changed there */
	struct person_id with; /* whose record Enter opens; 0: they have none */
	const char *name;      /* "Rosa Diaz" */
	const char *kind;      /* who they are to the person: "friend", "looks after her" */
	const char *says;      /* what else is known, as parts of a line; "" */
	const char *missing;   /* "not assessed as a carer", "no record of their own", "" */
	bool helps;            /* they look after the person */
	bool died;
};

struct relative_list {
	size_t n;
	struct relative *at; /* whom to ring in a crisis first, then as they were added */
};

/* Strings belong to a. */
MUST_USE enum status casework_relatives(struct session *s, struct person_id id, struct arena *a,
                                        struct relative_list *ret);

/*
 * Add one (id 0) or change it; with ended_on they are not round them any more. A partner who is new,
 * another or gone has it asked again what is safe. E_INVALID: nobody is named, or it is the person;
 * E_CONFLICT: one of the two is kept apart, or somebody else changed it meanwhile.
 */
MUST_USE enum status casework_save_relation(struct session *s, const struct relation *x,
                                            struct relation_id *ret);

/*
 * Who may be them already, before whoever looks after somebody is taken in: by name and phone, never
 * whom they look after.
 */
MUST_USE enum status casework_carer_like(struct session *s, struct relation_id relation,
                                         struct arena *a, struct duplicate_list *ret);

/*
 * Take in whoever looks after somebody as a person of their own: with a record, linked both ways, at
 * the stage of caring, and a time with us that the same worker has accepted. E_CONFLICT: they have a
 * record, do not look after them, or it is not known that they know of the illness and of us.
 */
MUST_USE enum status casework_take_in_carer(struct session *s, struct relation_id id,
                                            struct arena *a, struct received *ret);

#endif
