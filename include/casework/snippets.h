#ifndef CASEWORK_SNIPPETS_H
#define CASEWORK_SNIPPETS_H

#include "casework/session.h"
#include "model/snippet.h"

/*
 * Words that are written often: one's own, everybody's, and those that come with clew, in that order.
 * Everything in *ret belongs to a.
 */
MUST_USE enum status casework_snippets(struct session *s, struct arena *a,
                                       struct snippet_list *ret);

/*
 * Keep some of one's own: x->id 0 is a new one; whose it is is filled in. E_INVALID without a name or
 * words, or when either is too long; E_CONFLICT when it was changed or taken away meanwhile.
 */
MUST_USE enum status casework_keep_snippet(struct session *s, const struct snippet *x);
/* The same for everybody: those that are for all, a coordinator alone. */
MUST_USE enum status casework_share_snippet(struct session *s, const struct snippet *x);

/* Take one of one's own away. E_DENIED for anybody else's. */
MUST_USE enum status casework_drop_snippet(struct session *s, struct snippet_id id);
MUST_USE enum status casework_drop_shared_snippet(struct session *s, struct snippet_id id);

#endif
