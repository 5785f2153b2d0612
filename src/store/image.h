#ifndef STORE_IMAGE_H
#define STORE_IMAGE_H

#include "register.h"

#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;
struct arena;

/*
 * Row images: what a change did to the rows of KEPT tables, taken by SQLite's preupdate hook.
 *
 * A body is lines, one a column, of fields between tabs:
 *
 *	insert   column TAB new         every column that is not NULL
 *	update   column TAB old TAB new only columns that differ
 *	delete   column TAB old         every column that was not NULL
 *
 * A value is a decimal number, or ' and text with tab, newline and backslash as \t \n \\, or . for
 * NULL. The key of a row is its columns joined by /. In an import an inserted row leaves its key
 * alone, and so does a row that goes while a change keeps keys alone; at the end all keys of a table
 * become one row with the key * (images_gather()).
 */
struct image {
	const struct table_entry *table;
	const char *kind; /* "insert", "update", "delete" */
	const char *key;
	const char *body; /* NULL: the key alone was kept */
	int64_t person;   /* 0: about nobody */
};

struct images *images_new(struct store *st);
void images_free(struct images *im);

MUST_USE enum status images_begin(struct images *im); /* learns the tables' columns, once */
void images_end(struct images *im);                   /* forgets the images */

size_t images_count(const struct images *im); /* those gathered, or with a body */
/* Before a statement; and when it failed: its rows are not there. */
struct images_mark {
	size_t whole, bare;
};
struct images_mark images_mark(struct images *im);
void images_cut(struct images *im, struct images_mark mark);
MUST_USE enum status images_fault(struct images *im);
void images_gather(struct images *im, const char *file_hash);
const struct image *images_at(const struct images *im, size_t i);

/* The column of that name in the table, as the file spells it; NULL when it has none. */
const char *images_column(const struct images *im, const struct table_entry *t, struct str name);
/* The table's i'th column; NULL past the last. images_begin() must have come first. */
const char *images_column_at(const struct images *im, const struct table_entry *t, int i);

/* A field of a body as it was stored. Text belongs to a. False when it is none. */
struct image_value {
	enum { IMAGE_NULL, IMAGE_INT, IMAGE_TEXT } kind;
	int64_t n;
	const char *text;
};
bool image_value_read(struct str field, struct arena *a, struct image_value *ret);

#endif
