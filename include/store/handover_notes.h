#ifndef STORE_HANDOVER_NOTES_H
#define STORE_HANDOVER_NOTES_H

#include "model/handover_note.h"
#include "store/kept.h"

/* Notes left for whoever comes next. As store/kept.h says. */
MUST_USE enum status handover_note_add(struct change *c, const struct handover_note *x,
                                       int64_t *ret);
MUST_USE enum status handover_note_get(struct store *st, int64_t id, struct arena *a,
                                       struct handover_note *ret);
MUST_USE enum status handover_note_update(struct change *c, const struct handover_note *x);

/* All that are not closed and that who has not read, the oldest first. */
MUST_USE enum status handover_notes_open(struct store *st, struct account_id who, struct arena *a,
                                         struct handover_note_list *ret);
/* What an account left last, at most limit, the newest first. */
MUST_USE enum status handover_notes_left_by(struct store *st, struct account_id who, int limit,
                                            struct arena *a, struct handover_note_list *ret);

/* A second time changes nothing. */
MUST_USE enum status handover_read_put(struct change *c, int64_t note, struct account_id who);

/* Who read it first, and how many did. account 0: nobody yet. */
struct handover_readers {
	struct account_id first;
	int64_t read_at; /* UTC seconds */
	int n;
};
MUST_USE enum status handover_readers(struct store *st, int64_t note, struct handover_readers *ret);

#endif
