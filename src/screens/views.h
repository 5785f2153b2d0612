#ifndef SCREENS_VIEWS_H
#define SCREENS_VIEWS_H

#include "casework/views.h"
#include "ui/screen.h"

/* "Mine", "Everyone": one of the shipped lists, at the head of the caseload. */
const char *views_label(enum case_view view);

/* A view that is kept; its strings go to s->keep. False, and said, when it is not there any more. */
bool views_find(struct screen *s, struct saved_view_id id, struct view_shown *ret);

#endif
