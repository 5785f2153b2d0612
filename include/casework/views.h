#ifndef CASEWORK_VIEWS_H
#define CASEWORK_VIEWS_H

#include "casework/session.h"
#include "model/case_filter.h"

/*
 * Ways of looking at the caseload that are kept under a name: an account's own, and everybody's, which a
 * coordinator keeps. Strings belong to the arena they were asked for with.
 */
struct view_shown {
	struct saved_view view;
	bool everybody;
	struct case_filter filter;
	struct account_id worker; /* of the filter: 0 where it says none, or nobody signs in so */
	const char *words;        /* "in treatment · nothing next" */
	const char *fault;        /* what of it cannot be used here, a sentence; "" */
};

struct views {
	size_t n;
	struct view_shown *at; /* one's own first, by name */
};
MUST_USE enum status casework_views(struct session *s, struct arena *a, struct views *ret);

/* id 0: a new one. ver as it was shown. */
struct new_view {
	struct saved_view_id id;
	int64_t ver;
	const char *name;
	bool everybody;
	struct case_filter filter;
};

/*
 * Keep it, or keep it changed. E_INVALID: no name, or one that is too long or taken already; E_DENIED:
 * everybody's are a coordinator's; E_CONFLICT: somebody changed it meanwhile. *ret: which it is now.
 */
MUST_USE enum status casework_save_view(struct session *s, const struct new_view *x,
                                        struct saved_view_id *ret);
MUST_USE enum status casework_delete_view(struct session *s, struct saved_view_id id);

#endif
