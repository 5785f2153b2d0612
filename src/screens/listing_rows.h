#ifndef SCREENS_LISTING_ROWS_H
#define SCREENS_LISTING_ROWS_H

#include "model/listing.h"
#include "ui/grid.h"
#include "ui/line.h"
#include "ui/list.h"

/*
 * Services as rows: name, how to get in, wait, helped, checked; the same in the directory and in the
 * picker. Columns keep their places from the right margin, so that the name has what room there is.
 */
void listing_heads_put(struct grid *g, int row);
/* The same where the rows say how far they are in place of how often they helped. */
void listing_far_head_put(struct grid *g, int row);
void listing_far_put(struct grid *g, int row, const struct listing *x, struct arena *a);
/* Marked for a list, or one of one's favourites: a sign before the name. */
void listing_sign_put(struct grid *g, int row, const struct listing *x, bool is_marked);
/* The same where the rows say why they do not fit. */
void listing_why_head_put(struct grid *g, int row);
/* why: in place of how to get in, when it does not fit or is closed; NULL: it does. */
void listing_put(struct grid *g, int row, const struct listing *x, const char *why, day today,
                 struct arena *a);

/*
 * Under the list: "Citizens Advice Leeds: debt, benefits and housing advice. Free. About 2 miles.",
 * and where there is room how well it is known to help, how it is reached, when it was checked.
 * rows: at most so many. postcode: of whoever asks, "".
 */
void listing_preview_put(struct grid *g, int row, int rows, const struct listing *x,
                         const char *postcode, day today);

/* m: keep it as a favourite, or do not: the question, and what its answer does. */
void listing_favourite_ask(struct screen *s, const struct listing *x);
void listing_favourite_answered(struct screen *s, const struct listing *x, const struct result *r);

/* "/rent" at the left of the heads; the cursor there while it is typed. */
void listing_filter_put(struct grid *g, int row, struct line *filter, bool typing);

/* What came of an input while the filter is typed. */
enum filter_did { FILTER_PASS, FILTER_MOVED, FILTER_CHANGED, FILTER_LEFT };
enum filter_did listing_filter_take(struct line *filter, const struct input *in);

#endif
