#ifndef STORE_SETTINGS_H
#define STORE_SETTINGS_H

#include "model/setting.h"
#include "store/kept.h"

/* The setting of that name; when it was never set, fallback with ver 0. No E_NOT_FOUND. */
MUST_USE enum status setting_get(struct store *st, const char *name, const char *fallback,
                                 struct arena *a, struct setting *ret);

/* The same where a whole number is wanted; a value that is none counts as never set. */
MUST_USE enum status setting_number(struct store *st, const char *name, int64_t fallback,
                                    int64_t *ret);

/* Another number whenever any of them was set. */
MUST_USE enum status settings_version(struct store *st, int64_t *ret);

/* Set it, whatever it was. value is not NULL and may be empty. */
MUST_USE enum status setting_put(struct change *c, const char *name, const char *value);

#endif
