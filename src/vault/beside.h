#ifndef VAULT_BESIDE_H
#define VAULT_BESIDE_H

#include "base/status.h"
#include "base/str.h"
#include "vault/keys.h"

/* The path of a file beside the case file: suffix ".keys". Belongs to k->a. */
const char *beside(const struct keys *k, const char *suffix);

/* Keep the sentence, hand back the status. */
#define FAULT(k, rc, ...) ((k)->fault = arena_printf((k)->a, __VA_ARGS__), (rc))

/* Put text whole under that name, in the place of what is there or not. E_EXISTS, E_IO. */
MUST_USE enum status beside_put(struct keys *k, const char *path, struct str text, bool replace);

#endif
