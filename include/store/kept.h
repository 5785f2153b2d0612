#ifndef STORE_KEPT_H
#define STORE_KEPT_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"
#include "store/change.h"
#include "store/store.h"

/*
 * What holds for every kept noun; the headers of the nouns say only what is different.
 *
 *	rc = contact_add(&c, &x, &id);              a new row; x.id and x.ver are not looked at
 *	rc = contact_get(st, id, a, &x);            the row as it is now
 *	rc = contact_update(&c, &x);                every column of x, if its ver is still the row's
 *	rc = contacts_of_person(st, p, a, &list);   all of one person, the newest first
 *
 * A new one begins as a copy of its blank (reminder_blank): in an all-zero struct every day is in
 * 1970, not missing. Writers need a change; whether somebody may write is casework's to decide, not theirs. In what is
 * written, NULL and "" are the same: nothing. In what is read, every string belongs to a, is never
 * NULL, and lasts until a is reset; a list's n is 0 when there is nothing. On failure *ret is left
 * alone.
 *
 * All return OK, E_STORE or E_DAMAGED (a stored word that clew does not know). get also returns
 * E_NOT_FOUND. update returns E_CONFLICT when the row was changed or removed since x was read: read
 * it again; on OK the row's ver is one more than x's. store_fault() has the sentence.
 */

#endif
