#ifndef UI_WRAP_H
#define UI_WRAP_H

#include "base/text.h"

/*
 * One row of running text off the front of *rest: at most width (> 0) columns, broken behind a blank
 * where there is one. The blanks it was broken at stay at the end of the row and may stick out of the
 * width; the newline that ended it does not belong to it. False when *rest is used up. A newline at
 * the very end begins one more, empty row, so that a cursor may stand there.
 */
bool wrap_next(struct str *rest, size_t width, struct str *ret);

/* text_next_cell(), but newlines and tabs are one blank. */
bool wrap_cell(struct str *rest, struct text_cell *ret);

#endif
