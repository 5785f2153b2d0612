#ifndef STORE_KEYS_H
#define STORE_KEYS_H

#include "stmt.h"

#include "model/ids.h"
#include "model/person.h"

/*
 * The keys by which a person is found, all folded and sorted: for every word of their names a key
 * that begins with it, the care number, the postcode without its blank, the digits of their phones
 * and their e-mail addresses.
 */
struct key_list {
	size_t n;
	const char **at;
};

/* Both belong to a. */
MUST_USE enum status keys_wanted(struct store *st, const struct person *p, struct arena *a,
                                 struct key_list *ret);
MUST_USE enum status keys_stored(struct store *st, struct person_id p, struct arena *a,
                                 struct key_list *ret);

/* Folded, family name first: how lists are sorted. Belongs to a. */
const char *sort_name(const struct person *p, struct arena *a);

/* The name a key begins with; false for keys that are no name: numbers, postcodes, addresses. */
bool key_token(const char *key, struct arena *a, const char **ret);

/* Those of x that are not in y; both sorted. */
struct key_list keys_without(const struct key_list *x, const struct key_list *y, struct arena *a);
/* The names that keys begin with, sorted, each once. */
struct key_list keys_tokens(const struct key_list *keys, struct arena *a);

/* What the numbers among keys are found by from within, sorted, each once: see number_part. */
struct key_list keys_parts(const struct key_list *keys, struct arena *a);

#endif
