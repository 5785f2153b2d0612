#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/attr.h"
#include "base/str.h"

/*
 * Text that grows, on the heap. All zero is empty; at is NUL-ended once anything was added
 * (buf_text() is always safe). Running out of memory ends the program through die().
 */
struct buf {
	char *at;
	size_t n;    /* bytes in use, without the NUL */
	size_t room; /* bytes allocated */
};

void buf_done(struct buf *b);  /* frees; the buf is empty again */
void buf_clear(struct buf *b); /* empties, keeps the room */
void buf_wipe(struct buf *b);  /* zeroes every byte, then frees: for secrets */
void buf_add(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_insert(struct buf *b, size_t at, struct str s);
void buf_remove(struct buf *b, size_t at, size_t n);
const char *buf_text(const struct buf *b); /* "" when empty */
struct str buf_str(const struct buf *b);

#endif
