#ifndef CASEWORK_DRAFTS_H
#define CASEWORK_DRAFTS_H

#include "casework/session.h"

/*
 * What is half done. A draft belongs to its author, never expires, and is on their Today from the
 * next minute (care.md 13). One per account, form and thing it is about.
 */
struct draft {
	const char *form;  /* screen: "assessment" */
	const char *about; /* "CL-000412", "" */
	struct person_id person;
	const char *title; /* "Assessment begun, 9 raised, not ended" */
	const char *body;
	int64_t kept_at;
};

struct draft_list {
	size_t n;
	struct draft *at;
};

MUST_USE enum status casework_keep_draft(struct session *s, const struct draft *d);
/* E_NOT_FOUND when there is none. Strings belong to a. */
MUST_USE enum status casework_draft(struct session *s, const char *form, const char *about,
                                    struct arena *a, struct draft *ret);
/* All of the account's own, newest first. */
MUST_USE enum status casework_drafts(struct session *s, struct arena *a, struct draft_list *ret);
MUST_USE enum status casework_drop_draft(struct session *s, const char *form, const char *about);

#endif
