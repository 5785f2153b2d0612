#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/attr.h"

/*
 * For broken invariants and lack of memory only. Runs the callback (which restores the terminal and
 * keeps drafts), prints "clew: sentence" on stderr and aborts.
 */
NORETURN void die(const char *fmt, ...) PRINTF_LIKE(1, 2);
void die_callback(void (*restore)(void));

#endif
