#ifndef STORE_LOADED_LISTS_H
#define STORE_LOADED_LISTS_H

#include "model/loaded_list.h"
#include "store/kept.h"

/* A row of that name is made or replaced; casework replaces only whether it is offered. */
MUST_USE enum status loaded_list_put(struct change *c, const struct loaded_list *x);
/* With its body. E_NOT_FOUND. */
MUST_USE enum status loaded_list_get(struct store *st, const char *name, struct arena *a,
                                     struct loaded_list *ret);
/* All of them, without their bodies, by name. */
MUST_USE enum status loaded_lists_all(struct store *st, struct arena *a,
                                      struct loaded_list_list *ret);

/* How many assessments were asked by that list, or how often that measure was taken. */
MUST_USE enum status list_used(struct store *st, const char *name, int64_t *ret);
/* Was anything answered by it, or is it what people are asked by? Then it must not go. */
MUST_USE enum status list_needed(struct store *st, const char *name, bool *ret);

#endif
