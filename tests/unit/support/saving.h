#ifndef SUPPORT_SAVING_H
#define SUPPORT_SAVING_H

#include "base/arena.h"
#include "base/status.h"
#include "casework/session.h"

/*
 * A case file in which one worker saves one contact after another, each with its number, as the
 * screens do: what is there afterwards can be held against what was acknowledged.
 */
void saving_make(const char *path); /* the file, one person in it, closed again */

/* Whatever comes of it; *ret is to be signed out of in any case. */
MUST_USE enum status saving_open(const char *path, struct session **ret);

/* Contact number n. OK: it is saved, and stays. */
MUST_USE enum status saving_one(struct session *s, int n);

/*
 * Is the file whole (pages, references, the chain of events), is what was counted what is there,
 * and are the contacts 1 to *ret there and no others? NULL when all is well, else what is wrong,
 * which belongs to a.
 */
const char *saving_check(struct session *s, struct arena *a, int *ret);

#endif
