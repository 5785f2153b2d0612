#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/attr.h"
#include "base/str.h"

#include <stddef.h>

/*
 * Memory that is given back all at once. Whoever passes an arena owns the result; nothing in it is
 * freed by hand. Running out of memory ends the program through die().
 *
 *	struct arena a = { 0 };     an empty arena is all zero
 *	...
 *	arena_reset(&a);            everything in it is gone (and ASan will say so)
 */
struct arena {
	struct arena_block *head;
};

void arena_reset(struct arena *a);
void arena_wipe(struct arena *a); /* the same, every byte zeroed first: for secrets */

/* n bytes, zeroed, aligned for anything. n may be 0. */
void *arena_alloc(struct arena *a, size_t n);
#define ARENA_NEW(a, type)      ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_alloc_array((a), (n), sizeof(type)))
void *arena_alloc_array(struct arena *a, size_t n, size_t size); /* n * size, checked */

/* Copies, ended by NUL. NULL gives "". */
char *arena_strdup(struct arena *a, const char *s);
char *arena_str(struct arena *a, struct str s);
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

/*
 * ARENA_PUSH(a, &list): one more zeroed element at the end of a list { size_t n; struct X *at; },
 * as a pointer. Room doubles; the element moves when the list grows, so do not keep the pointer
 * past the next push.
 */
#define ARENA_PUSH(a, list)                                                        \
	((list)->at = arena_grow((a), (list)->at, (list)->n, sizeof(*(list)->at)), \
	 &(list)->at[(list)->n++])
void *arena_grow(struct arena *a, void *at, size_t n, size_t size);

#endif
