#ifndef PACKAGE_MADE_H
#define PACKAGE_MADE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Directories for tests and measures: HSDS 3 tabular packages of any size with every table filled, the
 * same from the same seed; and what goes wrong in such folders.
 */
enum package_break {
	PACKAGE_WHOLE = 0,
	PACKAGE_BROKEN_KEYS = 1, /* every 7th link of a table names nothing */
	PACKAGE_DOUBLE_IDS = 2,  /* every 11th row has the id of the one above it */
	PACKAGE_ODD_COLUMNS = 4, /* a column that nobody knows in each table */
	PACKAGE_WRONG_WORDS = 8, /* states, days and amounts that are none */
	PACKAGE_HUGE_CELLS = 16, /* every 50th description has a million bytes */
	PACKAGE_MARKED = 32,     /* a byte order mark, and LF alone */
	PACKAGE_SEMICOLONS = 64, /* between cells */
	PACKAGE_WIDE = 128,      /* UTF-16 */
	PACKAGE_WESTERN = 256,   /* Windows-1252 */
	PACKAGE_CHANGED = 512,   /* every 10th service says something new */
	PACKAGE_SHRUNK = 1024,   /* every 20th service is not there */
};

struct package_made {
	const char *folder; /* made, with datapackage.json */
	size_t services;
	uint64_t seed;
	unsigned how;
};

/* Ends the program when it cannot be written. Returns how many rows there are in all. */
size_t package_make(const struct package_made *what);
/* The folder and every file in it. */
void package_unmake(const char *folder);

#endif
