#ifndef MODEL_COVER_H
#define MODEL_COVER_H

#include "base/day.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Somebody is away, and others see to their people until they are back; the people stay theirs.
 * Source: care rule 39. Strings belong to whoever filled it in.
 */
struct cover {
	int64_t id, ver;
	struct account_id away;
	struct account_id
		by_account; /* who sees to everybody that cover_person gives to nobody else */
	day from_on;
	day back_on;        /* DAY_NONE: still away */
	const char *reason; /* "" */
	struct account_id started_by;
};
extern const struct cover cover_blank;

struct cover_list {
	size_t n;
	struct cover *at;
};

/* In force on that day: begun, and they are not back. */
bool cover_holds(const struct cover *c, day today);

/* Of a cover that was spread over several: who sees to whom. */
struct cover_person {
	struct person_id person;
	struct account_id by_account;
};

struct cover_people {
	size_t n;
	struct cover_person *at; /* by person */
};

/* Who sees to p under c: pure. people must be in the order of their ids, as the store gives them. */
struct account_id cover_sees_to(const struct cover *c, const struct cover_people *people,
                                struct person_id p);

/* One who could take some on, and how much they have. */
struct cover_load {
	struct account_id account;
	int cases;
};

/*
 * Spread n people evenly by load: the next always goes to whoever has least, the first of them where
 * several do. loads is used up: cases is what each has at the end. ret has room for n.
 */
void cover_spread(const struct person_id *people, size_t n, struct cover_load *loads,
                  size_t loads_n, struct cover_person *ret);

#endif
