#ifndef SUPPORT_CHAIN_MADE_H
#define SUPPORT_CHAIN_MADE_H

#include "dice.h"

#include "store/store.h"

/*
 * A record of changes as chance will have it: looks, changes of one row and of several, deletions,
 * undos by number, imports that keep keys alone, rows that were erased since; with texts from
 * everywhere. The store is new and has no events.
 */
void chain_make(struct store *st, struct dice *d, int events);

/* Texts that try to be more than text; count in *n. */
const char *const *chain_texts(size_t *n);

#endif
