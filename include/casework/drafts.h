#ifndef CASEWORK_DRAFTS_H
#define CASEWORK_DRAFTS_H

#include "casework/session.h"
#include "model/draft.h"

/*
 * What is half done. A draft belongs to its author, never expires, and is on their Today from the
 * next minute. One per account, form and thing it is about.
 */
MUST_USE enum status casework_keep_draft(struct session *s, const struct draft *d);
/* E_NOT_FOUND when there is none. Strings belong to a. */
MUST_USE enum status casework_draft(struct session *s, const char *form, const char *about,
                                    struct arena *a, struct draft *ret);
/* All of the account's own, newest first. */
MUST_USE enum status casework_drafts(struct session *s, struct arena *a, struct draft_list *ret);
/* Of what was saved or left empty: nothing is lost, and nothing is put on record. */
MUST_USE enum status casework_drop_draft(struct session *s, const char *form, const char *about);
/* The author wants it no more: on record that they threw it away, not what was in it. E_NOT_FOUND. */
MUST_USE enum status casework_throw_away_draft(struct session *s, const char *form,
                                               const char *about);

#endif
