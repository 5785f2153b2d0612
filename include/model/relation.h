#ifndef MODEL_RELATION_H
#define MODEL_RELATION_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define RELATION_KINDS(X)                                           \
	X(RELATION_CARER_OF, "carer_of", "looks after")             \
	X(RELATION_CARED_FOR_BY, "cared_for_by", "looked after by") \
	X(RELATION_PARTNER, "partner", "partner")                   \
	X(RELATION_CHILD, "child", "child")                         \
	X(RELATION_PARENT, "parent", "parent")                      \
	X(RELATION_FRIEND, "friend", "friend")                      \
	X(RELATION_NEXT_OF_KIN, "next_of_kin", "next of kin")       \
	X(RELATION_OTHER, "other", "other")
enum relation_kind { RELATION_KIND_NONE, RELATION_KINDS(WORD_ENUM) };
extern const struct words relation_kinds;

/* By what right somebody speaks or decides for a person. */
#define POWERS(X)                                                                       \
	X(POWER_LPA_HEALTH, "lpa_health", "lasting power of attorney, health and care") \
	X(POWER_LPA_MONEY, "lpa_money", "lasting power of attorney, money")             \
	X(POWER_DEPUTY, "deputy", "deputy or guardian by a court")                      \
	X(POWER_APPOINTEE, "appointee", "appointee for benefits")                       \
	X(POWER_ADVOCATE, "advocate", "advocate")                                       \
	X(POWER_PARENT, "parent_or_guardian", "parent or guardian")
enum power { POWER_NONE, POWERS(WORD_ENUM) };
extern const struct words powers;

/*
 * Somebody round a person: one who has a record here (other), or a name. Where it is not known that
 * they know of the illness and of this service, the link shows on one side only.
 */
struct relation {
	struct relation_id id;
	int64_t ver;
	struct person_id person;
	struct person_id other; /* 0: no record here */
	const char *name;
	enum relation_kind kind; /* what person is to them: carer_of, or who they are to person */
	const char *phone;
	enum asked knows_illness;
	enum asked knows_service;
	const char *speaks_about; /* what they may be spoken to about; "": nothing */
	enum power power;
	day power_seen_on;   /* the paper that says so was seen */
	int crisis;          /* whom to ring first in a crisis: 1..9, or NUMBER_NONE */
	enum asked at_night; /* and whether at night */
	day ended_on;        /* not round them any more; DAY_NONE: they are */
};

/* Nothing known: copy it to begin a new one. */
extern const struct relation relation_blank;

struct relation_list {
	size_t n;
	struct relation *at;
};

/* Is it written there already, with whoever has that record? */
bool relation_with(const struct relation_list *list, struct person_id other);

#endif
