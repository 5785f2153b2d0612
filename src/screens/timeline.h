#ifndef SCREENS_TIMELINE_H
#define SCREENS_TIMELINE_H

#include "casework/person_view.h"
#include "ui/line.h"
#include "ui/prompt.h"
#include "ui/screen.h"

/*
 * Which entries of the timeline are shown, and what is looked for in them. v chooses the kind; / looks
 * for words in whole entries, whatever their accents, or goes to a day.
 */
enum timeline_kind {
	TIMELINE_ALL,
	TIMELINE_CONTACTS,
	TIMELINE_ASSESSMENTS,
	TIMELINE_PLAN,
	TIMELINE_SERVICES,
	TIMELINE_STAGE,
	TIMELINE_GIVEN,
	TIMELINE_BY,  /* written by whoever wrote the one under the cursor */
	TIMELINE_NOW, /* this time with us */
	TIMELINE_KINDS,
};

struct timeline {
	enum timeline_kind kind;
	struct account_id by; /* TIMELINE_BY */
	struct line find;
	bool finding;
	bool choosing;
	struct menu menu;
	struct view_row_list shown; /* of the view's; what is found in the fold stands in what */
};

/* Fills t->shown from the timeline of v; strings belong to a. */
void timeline_choose(struct timeline *t, const struct person_view *v, struct arena *a);

/* "contacts", "looking for “rent”"; "" for everything. Belongs to a. */
const char *timeline_said(const struct timeline *t, const struct person_view *v, struct arena *a);

/* The first shown row on or before that day; t->shown.n when there is none. */
size_t timeline_row_of(const struct timeline *t, day on);

/*
 * Where in text the words stand, whatever accents and case either has: bytes *from up to *to. False
 * when they do not. folded is text_fold() of them.
 */
bool timeline_span(const char *text, const char *folded, size_t *from, size_t *to);

void timeline_done(struct timeline *t);

#endif
