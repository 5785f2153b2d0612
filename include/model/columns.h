#ifndef MODEL_COLUMNS_H
#define MODEL_COLUMNS_H

#include "base/arena.h"
#include "base/str.h"
#include "base/word.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The columns of clew's tables in files: one name each, the same in and out, in the order in which
 * they are written. Names never change once released.
 */
#define COLUMN_TABLES(X)                                     \
	X(COLUMNS_PEOPLE, "people", "people")                \
	X(COLUMNS_REFERRALS, "referrals", "referrals")       \
	X(COLUMNS_CONTACTS, "contacts", "contacts")          \
	X(COLUMNS_CONCERNS, "concerns", "concerns")          \
	X(COLUMNS_ACTIONS, "actions", "actions")             \
	X(COLUMNS_SIGNPOSTS, "signposts", "signposts")       \
	X(COLUMNS_UNMET_NEEDS, "unmet-needs", "unmet needs") \
	X(COLUMNS_REMINDERS, "reminders", "reminders")       \
	X(COLUMNS_SERVICES, "services", "services")

enum column_table { COLUMNS_NONE, COLUMN_TABLES(WORD_ENUM) };
extern const struct words column_tables;

struct column {
	const char *name; /* "family_name" */
	bool needed;      /* must be there to import */
	const char *also; /* other names it goes by in the world, "surname|last name", or NULL */
};

struct columns {
	size_t n;
	const struct column *at;
};

/* The columns of that table, of static storage. COLUMNS_NONE has none. */
struct columns columns_of(enum column_table what);

/* The column of that very name; -1 when there is none. */
int column_named(enum column_table what, struct str name);

/*
 * The column that a heading means: its name or one of the others, whatever the case, blanks and
 * punctuation ("NHS No." is nhs_number); -1 when it is none we know.
 */
int column_meant(enum column_table what, struct str heading);

/*
 * Which cell of a file's rows holds which column. Headings that mean nothing to us, and those that
 * mean a column which another heading has already, are listed and left out, never guessed at. Of
 * two headings for one column its own name wins, else the first. Empty headings, and the line and
 * reason at the end of a file of refused rows, are passed over.
 */
struct heading_list {
	size_t n;
	struct heading {
		struct str text;
		size_t cell; /* from 0 */
	} * at;
};

struct column_map {
	enum column_table what;
	size_t n;  /* as many as columns_of(what) */
	int *cell; /* cell[i]: the cell, from 0, of column i; -1: not in the file */
	struct heading_list unknown;
	struct heading_list doubled;
	size_t missing_n; /* needed columns that are not there */
	const char **missing;
};

/* Belongs to a; the texts of headings are the caller's. The file can be used if missing_n is 0. */
struct column_map columns_map(enum column_table what, const struct str *headings, size_t n,
                              struct arena *a);

/*
 * Use that cell for that column, as the user said: takes it from wherever it was, and its heading
 * out of the lists.
 */
void column_map_set(struct column_map *map, int column, int cell);

#endif
