#ifndef STORE_SAFETY_NOTES_H
#define STORE_SAFETY_NOTES_H

#include "model/safety_note.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status safety_note_add(struct change *c, const struct safety_note *x,
                                     struct safety_note_id *ret);
MUST_USE enum status safety_note_get(struct store *st, struct safety_note_id id, struct arena *a,
                                     struct safety_note *ret);
MUST_USE enum status safety_note_update(struct change *c, const struct safety_note *x);
MUST_USE enum status safety_notes_of_person(struct store *st, struct person_id p, struct arena *a,
                                            struct safety_note_list *ret);

/* All that are not done, the longest waiting first. */
MUST_USE enum status safety_notes_open(struct store *st, struct arena *a,
                                       struct safety_note_list *ret);

#endif
