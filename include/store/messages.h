#ifndef STORE_MESSAGES_H
#define STORE_MESSAGES_H

#include "model/message.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status message_add(struct change *c, const struct message *x, struct message_id *ret);
MUST_USE enum status message_get(struct store *st, struct message_id id, struct arena *a,
                                 struct message *ret);
MUST_USE enum status message_update(struct change *c, const struct message *x);
MUST_USE enum status messages_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct message_list *ret);

/*
 * Those for that account that are not done, the longest waiting first. { 0 }: those for nobody in
 * particular.
 */
MUST_USE enum status messages_open(struct store *st, struct account_id account, struct arena *a,
                                   struct message_list *ret);

#endif
