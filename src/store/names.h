#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "stmt.h"

/*
 * The names that there are, the commonest first, kept in memory while the file is open: each key
 * that is typed looks through all of them. A hundred thousand people have about 20,000 names (half
 * a megabyte), four million 118,000 (4 MB).
 */
struct names;

struct name_list {
	size_t n;
	const char **at;
};

/* *ret lasts until something is written. */
MUST_USE enum status names_read(struct store *st, const struct names **ret);
/* They are not what they were. */
void names_forget(struct store *st);

/* At most that many, the commonest first: with the word within them, behind their first letter … */
struct name_list names_with(const struct names *names, struct str word, size_t most,
                            struct arena *a);
/* … and that sound like the word. The lists belong to a, the names to names. */
struct name_list names_sounding(const struct names *names, const char *word, size_t most,
                                struct arena *a);

#endif
