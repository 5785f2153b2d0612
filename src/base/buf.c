#include "base/buf.h"

#include "base/die.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buf *b, size_t more)
{
	size_t room = b->room ? b->room : 64;
	char *at;

	if (more > SIZE_MAX / 4 - b->n)
		die("text of %zu bytes is more than this machine can hold", more);
	while (room < b->n + more + 1)
		room *= 2;
	if (room == b->room)
		return;
	at = realloc(b->at, room);
	if (!at)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	b->at = at;
	b->room = room;
}

void buf_done(struct buf *b)
{
	free(b->at);
	*b = (struct buf){ 0 };
}

void buf_wipe(struct buf *b)
{
	if (b->at)
		explicit_bzero(b->at, b->room);
	buf_done(b);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->at)
		b->at[0] = '\0';
}

void buf_insert(struct buf *b, size_t at, struct str s)
{
	assert(at <= b->n);
	reserve(b, s.n);
	memmove(b->at + at + s.n, b->at + at, b->n - at);
	if (s.n > 0)
		memcpy(b->at + at, s.at, s.n);
	b->n += s.n;
	b->at[b->n] = '\0';
}

void buf_remove(struct buf *b, size_t at, size_t n)
{
	assert(at <= b->n && n <= b->n - at);
	if (n == 0)
		return;
	memmove(b->at + at, b->at + at + n, b->n - at - n);
	b->n -= n;
	b->at[b->n] = '\0';
}

void buf_add(struct buf *b, struct str s)
{
	buf_insert(b, b->n, s);
}

void buf_puts(struct buf *b, const char *s)
{
	buf_add(b, str_of(s));
}

void buf_putc(struct buf *b, char c)
{
	reserve(b, 1);
	b->at[b->n++] = c;
	b->at[b->n] = '\0';
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		die("a format that cannot be printed: %s", fmt);
	reserve(b, (size_t)n);
	vsnprintf(b->at + b->n, (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

const char *buf_text(const struct buf *b)
{
	return b->at ? b->at : "";
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ buf_text(b), b->n };
}
