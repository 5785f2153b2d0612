#ifndef STORE_MONEY_H
#define STORE_MONEY_H

#include "model/money.h"
#include "store/kept.h"

/* As store/kept.h says. Whoever writes one sets worth to what money_worth() says. */
MUST_USE enum status money_add(struct change *c, const struct money *x, struct money_id *ret);
MUST_USE enum status money_get(struct store *st, struct money_id id, struct arena *a,
                               struct money *ret);
MUST_USE enum status money_update(struct change *c, const struct money *x);
MUST_USE enum status money_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct money_list *ret);
/* One without an action is E_NOT_FOUND. */
MUST_USE enum status money_of_action(struct store *st, struct action_id action, struct arena *a,
                                     struct money *ret);

/* What the people of open cases gained that was decided from that day on, in pence. */
struct money_of {
	struct account_id worker; /* theirs; 0: everybody's */
	bool restricted;          /* who is restricted counts, too */
	day from;
};
MUST_USE enum status money_gained_by_cases(struct store *st, const struct money_of *of,
                                           int64_t *ret);
/* The same of one person, whatever their case. */
MUST_USE enum status money_gained_by_person(struct store *st, struct person_id p, day from,
                                            int64_t *ret);

#endif
