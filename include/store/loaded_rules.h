#ifndef STORE_LOADED_RULES_H
#define STORE_LOADED_RULES_H

#include "model/loaded_rules.h"
#include "store/kept.h"

/* A row of that name is made or replaced. */
MUST_USE enum status loaded_rules_put(struct change *c, const struct loaded_rules *x);
/* Nothing happens when there is none. */
MUST_USE enum status loaded_rules_remove(struct change *c, enum rule_file name);
/* All of them, with their bodies, in the order of enum rule_file's words. */
MUST_USE enum status loaded_rules_all(struct store *st, struct arena *a,
                                      struct loaded_rules_list *ret);

#endif
