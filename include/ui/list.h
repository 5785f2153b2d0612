#ifndef UI_LIST_H
#define UI_LIST_H

#include "ui/act.h"
#include "ui/grid.h"
#include "ui/screen.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Which row of n is chosen, and which stand on the screen. All zero is an empty list. The screen
 * owns the rows; a list only counts them.
 */
struct list_view {
	size_t n;
	size_t at;   /* the chosen row; 0 when there is none */
	size_t top;  /* the first row that is shown */
	size_t page; /* rows that were last shown, for PgUp and PgDn */
};

/* What of a list stands on the screen: rows first .. first + shown - 1. */
struct list_window {
	size_t first, shown;
	size_t above, below; /* rows that do not fit */
	int rows;            /* screen rows it takes, the line "9 more ↓" with it */
};

/* Move by UP DOWN PAGE_UP PAGE_DOWN HOME END; false when the act is none of them. */
bool list_take(struct list_view *v, enum act act);
/* The wheel: as that many steps. */
void list_wheel(struct list_view *v, int steps);

/*
 * After a load: n rows now, id of each by id(rows, i), was the id that was chosen. It stays chosen,
 * in the same place on the screen; if it is gone, the row that took its place is.
 */
void list_reload(struct list_view *v, size_t n, int64_t (*id)(const void *rows, size_t i),
                 const void *rows, int64_t was);
/* n rows, the choice kept within them. */
void list_resize(struct list_view *v, size_t n);

/*
 * The window of a list that has at most room rows on the screen. When not all fit, the last row is
 * left for list_more(). The chosen row is always in it.
 */
struct list_window list_window(struct list_view *v, int room);
/* "9 more ↓", "2 above ↑ · 9 more ↓"; nothing when all is shown. */
void list_more(struct grid *g, int row, int column, const struct list_window *w);
/* The row of the list shown on screen row at_row, the window starting at row; false when none. */
bool list_hit(const struct list_window *w, int row, int at_row, size_t *ret);

/* Moving about in a list, for key tables; needs: NEEDS_ROW where a list can be empty, else 0. */
// clang-format off
#define LIST_BINDINGS(needs) \
	{ "Up", ACT_UP, (needs) | NEEDS_HIDDEN, "Up", NULL }, \
	{ "k", ACT_UP, (needs) | NEEDS_HIDDEN, "Up", NULL }, \
	{ "Down", ACT_DOWN, (needs) | NEEDS_HIDDEN, "Down", NULL }, \
	{ "j", ACT_DOWN, (needs) | NEEDS_HIDDEN, "Down", NULL }, \
	{ "PgUp", ACT_PAGE_UP, (needs) | NEEDS_HIDDEN, "A page up", NULL }, \
	{ "PgDn", ACT_PAGE_DOWN, (needs) | NEEDS_HIDDEN, "A page down", NULL }, \
	{ "Home", ACT_HOME, (needs) | NEEDS_HIDDEN, "The first", NULL }, \
	{ "End", ACT_END, (needs) | NEEDS_HIDDEN, "The last", NULL }
// clang-format on

#endif
