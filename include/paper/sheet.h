#ifndef PAPER_SHEET_H
#define PAPER_SHEET_H

#include "base/buf.h"
#include "model/sheet.h"

/* A service sheet without a name, as plain text of at most 78 columns. */
void sheet_text(const struct service_sheet *d, struct buf *out);
/* The same as one HTML page that prints on A4: 14 point, or 18 when large. */
void sheet_html(const struct service_sheet *d, bool large, struct buf *out);

#endif
