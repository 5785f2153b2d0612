#ifndef PAPER_PAPER_H
#define PAPER_PAPER_H

#include "base/buf.h"
#include "model/paper.h"

/*
 * The lines of a paper that are on, for lp: at most 78 columns, pages of 62 lines parted by a form feed,
 * each with its number when there are several; a head never ends a page, and of a paragraph two lines at
 * least stand together. Everything is made safe: no control or direction mark is in it.
 */
void paper_text(const struct paper *p, struct buf *out);

/* The same to be read out or shown: at most that many columns, and no pages. */
void paper_lines(const struct paper *p, int columns, struct buf *out);

/*
 * The same as one HTML page that needs nothing else, prints on A4, and has no script: 14 point, or 18
 * when large; 11 for what one service writes to another. In high contrast it is bold black on white on paper, and light on black on a screen.
 */
struct paper_style {
	bool large, contrast;
};
void paper_html(const struct paper *p, struct paper_style how, struct buf *out);

#endif
