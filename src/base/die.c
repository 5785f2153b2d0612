#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*restore_terminal)(void);

void die_callback(void (*restore)(void))
{
	restore_terminal = restore;
}

void die(const char *fmt, ...)
{
	void (*restore)(void) = restore_terminal;
	va_list args;

	restore_terminal = NULL; /* a second failure in there must not come back here */
	if (restore)
		restore();
	va_start(args, fmt);
	fputs("clew: ", stderr);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	abort();
}
