#ifndef STORE_REGISTER_H
#define STORE_REGISTER_H

#include <stddef.h>

/*
 * Every table of the case file, and what it is. A test holds it against
 * sqlite_schema: a table that is not here, or a column that does not fit, fails the build.
 */
enum table_kind {
	TABLE_KEPT,    /* written by a change: history, undo, ver */
	TABLE_DERIVED, /* counted from KEPT rows in the same change */
	TABLE_LIVE,    /* a jot: no history */
	TABLE_LOG,     /* change_end() alone */
};

#define REGISTER_KEYS 3

struct table_entry {
	const char *name;
	enum table_kind kind;
	const char *person;             /* the column that holds whom the row is about, or NULL */
	const char *key[REGISTER_KEYS]; /* columns of the primary key */
	const char *noun;               /* in sentences: "the reminder" */
};

extern const struct table_entry register_tables[];
extern const size_t register_count;

const struct table_entry *register_find(const char *table); /* NULL: none of ours */

#endif
