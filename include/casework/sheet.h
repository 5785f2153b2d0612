#ifndef CASEWORK_SHEET_H
#define CASEWORK_SHEET_H

#include "casework/session.h"
#include "model/sheet.h"

/* A sheet without a name: one service, to be given to anybody. Every role may, and the Desk. */
MUST_USE enum status casework_sheet(struct session *s, struct service_id id, struct arena *a,
                                    struct service_sheet *ret);
/* The same of several, in that order: what is gone meanwhile is left out. E_NOT_FOUND: all of them. */
MUST_USE enum status casework_shortlist(struct session *s, const struct service_id *ids, size_t n,
                                        struct arena *a, struct shortlist *ret);
MUST_USE enum status casework_shortlist_given(struct session *s, const struct shortlist *list);

/* It was written or printed: on record, with nobody's name. */
MUST_USE enum status casework_sheet_given(struct session *s, const struct service_sheet *sheet);

#endif
