#include "base/arena.h"

#include "base/die.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES 8192u

struct arena_block {
	struct arena_block *next;
	size_t used, room;
	alignas(max_align_t) char bytes[];
};

void arena_reset(struct arena *a)
{
	while (a->head) {
		struct arena_block *next = a->head->next;

		free(a->head);
		a->head = next;
	}
}

void arena_wipe(struct arena *a)
{
	for (struct arena_block *b = a->head; b; b = b->next)
		explicit_bzero(b->bytes, b->room);
	arena_reset(a);
}

static struct arena_block *block_new(size_t n)
{
	size_t room = n > BLOCK_BYTES ? n : BLOCK_BYTES;
	struct arena_block *b = calloc(1, sizeof(*b) + room);

	if (!b)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	b->room = room;
	return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
	const size_t mask = alignof(max_align_t) - 1;
	struct arena_block *b = a->head;
	void *at;

	if (n > SIZE_MAX / 2)
		die("a request for %zu bytes of memory", n);
	n = (n + mask) & ~mask;
	if (!b || b->room - b->used < n) {
		b = block_new(n);
		b->next = a->head;
		a->head = b;
	}
	at = b->bytes + b->used;
	b->used += n;
	return at;
}

void *arena_alloc_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		die("a request for %zu times %zu bytes of memory", n, size);
	return arena_alloc(a, n * size);
}

char *arena_str(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.n + 1);

	if (s.n > 0)
		memcpy(copy, s.at, s.n);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_str(a, str_of(s));
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args, again;
	char *text;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n < 0)
		die("a format that cannot be printed: %s", fmt);
	text = arena_alloc(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

/* Lists hold a power of two, from 4 on: full exactly when n is one. */
void *arena_grow(struct arena *a, void *at, size_t n, size_t size)
{
	void *bigger;

	if (n != 0 && (n < 4 || (n & (n - 1)) != 0))
		return at;
	bigger = arena_alloc_array(a, n == 0 ? 4 : 2 * n, size);
	if (n > 0)
		memcpy(bigger, at, n * size);
	return bigger;
}
