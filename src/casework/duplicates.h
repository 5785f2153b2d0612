#ifndef CASEWORK_DUPLICATES_H
#define CASEWORK_DUPLICATES_H

#include "casework/people.h"

/*
 * Everybody who may be who is being entered, by name, whoever asks: for casework itself, which tells
 * a volunteer only how many there are, and a coordinator who.
 */
MUST_USE enum status duplicates_find(struct session *s, const struct person_details *so_far,
                                     struct arena *a, struct duplicate_list *ret);

/* What this account is told of them, and on record that it was looked for. */
MUST_USE enum status duplicates_told(struct session *s, const char *family_name,
                                     const struct duplicate_list *hits, struct duplicate_list *ret);

#endif
