#ifndef CASEWORK_SHEET_H
#define CASEWORK_SHEET_H

#include "casework/session.h"
#include "model/sheet.h"

/* A sheet without a name: one service, to be given to anybody. Every role may, and the Desk. */
MUST_USE enum status casework_sheet(struct session *s, struct service_id id, struct arena *a,
                                    struct service_sheet *ret);
/* It was written or printed: on record, with nobody's name. */
MUST_USE enum status casework_sheet_given(struct session *s, const struct service_sheet *sheet);

#endif
