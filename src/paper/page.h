#ifndef PAPER_PAGE_H
#define PAPER_PAGE_H

#include "base/arena.h"
#include "base/buf.h"

/* What pages have in common. Everything that is put is made safe: no control or direction marks. */
#define PAGE_COLUMNS 78

/* Words broken into lines of at most PAGE_COLUMNS: the first begins with lead, the others under it. */
void page_put_wrapped(struct buf *out, const char *lead, const char *text, struct arena *a);

/* HTML: escaped text; an element around it. */
void page_put_escaped(struct buf *out, const char *text, struct arena *a);
void page_put_element(struct buf *out, const char *element, const char *text, struct arena *a);
/* All before the content of the body: no script, nothing fetched; 14 point, or 18 when large. */
void page_put_head(struct buf *out, const char *title, bool large, struct arena *a);

#endif
