#ifndef CASEWORK_MONEY_H
#define CASEWORK_MONEY_H

#include "casework/session.h"
#include "model/list_query.h"
#include "model/money.h"

/*
 * Money as it was read and then changed, or new (id 0): then concern says which one it answers ("": none
 * of the list), and an action in the plan goes with it; where nobody was assessed yet it stands alone.
 * Only a new one changes the plan: how far it has come, and what came of it, is followed up in the
 * plan that holds. Awarded or ended, its action is done; refused, it is to be asked again within two
 * weeks, for there is a time limit; a day to look again makes a reminder.
 *
 * *ret is as it was stored; its strings belong to a. E_CONFLICT: somebody changed it since.
 */
struct money_entry {
	struct money money;
	const char *concern;
};
MUST_USE enum status casework_put_money(struct session *s, const struct money_entry *x,
                                        struct arena *a, struct money *ret);

/*
 * What the people of a list gained that was decided since the first of April, in pence. All of one
 * worker's open cases, or everybody's, are added up by the file itself; of any other list everybody in
 * it is asked about, one by one. Who is restricted counts only for their own worker.
 */
MUST_USE enum status casework_money_gained(struct session *s, const struct list_query *query,
                                           int64_t *ret);
/* That first of April. */
day money_year_begins(day today);

#endif
