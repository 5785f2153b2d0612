#ifndef SCREENS_LOAD_H
#define SCREENS_LOAD_H

#include "base/arena.h"
#include "model/ids.h"
#include "ui/form.h"
#include "ui/screen.h"

/*
 * Beside a day as it is chosen: how it reads and what else is on it, "Fri 4 Dec · 6 others that day";
 * where it is full, that Ctrl-N takes a lighter one near by. NULL: nothing is typed, or it is no day.
 * worker: whose day; { 0 }: one's own. Belongs to a.
 */
const char *load_echo(struct screen *s, struct account_id worker, const char *typed,
                      struct arena *a);

/* Ctrl-N: the lighter day stands in that field of the form; true when the key was that. */
bool load_take(struct screen *s, struct form *f, const char *field, struct account_id worker,
               const struct input *in);

#endif
