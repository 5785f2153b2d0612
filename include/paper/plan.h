#ifndef PAPER_PLAN_H
#define PAPER_PLAN_H

#include "base/buf.h"
#include "model/plan_document.h"

/* The sentences that are on, as plain text of at most 78 columns. */
void plan_paper_text(const struct plan_document *d, struct buf *out);

/*
 * The same as one HTML page that needs nothing else, prints on A4, and has no script: 14 point, or 18
 * when large.
 */
void plan_paper_html(const struct plan_document *d, bool large, struct buf *out);

#endif
