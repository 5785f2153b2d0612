#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/str.h"

/*
 * The format of clew's own reference data: UTF-8 text, a row a line, fields between tabs, no quotes
 * or escapes; lines that begin with # are comments (source and date stand there); the first other
 * line is the header. Not for anything from outside: that is exchange's and libcsv's.
 *
 *	struct table t = table_of(embedded_file("concerns/clew-1.tsv"));
 *	while (table_next(&t))
 *		use(table_field(&t, "code"));
 */
#define TABLE_COLUMNS 24

struct table {
	struct str rest;
	struct str names[TABLE_COLUMNS];
	struct str fields[TABLE_COLUMNS];
	size_t columns;
	size_t line; /* of the row in hand, from 1 */
};

struct table table_of(struct str text);
bool table_next(struct table *t);
/* The field of that column, empty where the row is short. An unknown column is a bug: die(). */
struct str table_field(const struct table *t, const char *column);

#endif
