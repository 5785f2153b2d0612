#ifndef SCREENS_COUNCIL_H
#define SCREENS_COUNCIL_H

#include "casework/statutory.h"
#include "ui/form.h"
#include "ui/list.h"
#include "ui/screen.h"

/* Whether to offer the council's assessment, while it is gone through. */
#define COUNCIL_MOST 16 /* things to manage in a list */

struct council_state {
	struct form form; /* what they say to the offer; first, for the parts of form screens */
	struct statutory_view view;
	struct list_view list; /* what is asked, then the other tests */
	enum statutory_as as;
	enum manages now[COUNCIL_MOST];
	enum asked tests[TEST_COUNT];
	bool ending; /* at what they say to it */
	bool began;
};

/* A row: one thing to manage, or a test. */
struct council_row {
	const struct statutory_row *item; /* NULL: a test */
	size_t at;                        /* its index in now, or in tests */
};
struct council_row council_row(const struct council_state *st, size_t i);
size_t council_rows(const struct statutory_list *list);
size_t council_answered(const struct council_state *st);

/* What was said so far, as it would be stored. Strings belong to a. */
struct new_statutory council_said(const struct council_state *st, struct arena *a);

/* council_draw.c */
void council_render(const struct screen *s, struct grid *g);

/* council_end.c: the offer */
void council_begin_end(struct screen *s);
enum outcome council_take_end(struct screen *s, const struct input *in);

/* council_keep.c */
bool council_keep(const struct screen *s, struct kept *ret);
enum status council_resume(struct screen *s, struct str body);

#endif
