#ifndef CASEWORK_EXPORT_H
#define CASEWORK_EXPORT_H

#include "casework/session.h"
#include "model/columns.h"
#include "model/consent.h"

struct list_query;
struct progress;

/*
 * A table as CSV (clew-csv(5)): the columns of model/columns.h, so that what leaves comes in again
 * without a difference. Who is who is only in people; everything else carries references. People who
 * are restricted leave with a coordinator only, safety notes never.
 */
struct export_options {
	enum column_table what;
	day from, to;       /* first and last, DAY_NONE: no end; of the day each row is of */
	const char *worker; /* login: their people; NULL or "": everybody's */
	bool mark;          /* a byte order mark in front, for spreadsheets */
	const char *path;   /* a file; NULL: fd */
	bool replace;       /* an existing file; else it is kept */
	int fd;
	const struct list_query *list; /* only the people of that list; NULL: as above */
	const char *to_whom;           /* who gets it; needed but for services */
	enum purpose purpose;          /* what for; the same */
};

struct export_done {
	int64_t rows;     /* without the header */
	int64_t people;   /* whose details are in it */
	int64_t left_out; /* whose are not, for they have not agreed, or said no */
	const char *hash; /* BLAKE2b of the bytes, 64 digits; belongs to the arena */
};

/*
 * Nothing leaves before it is recorded: who, when, what, to whom, how many rows, and the file's hash,
 * and with it for each person that their details were in it. People who have not agreed where they
 * must, or who said no, are left out and counted. Whoever is no coordinator exports their own people.
 *
 * E_INVALID: to whom, or what for, is not said. E_CONFLICT: somebody took it back meanwhile.
 * E_EXISTS: a file of that name was kept; E_NOT_FOUND: no such worker; E_DENIED, also on a file open
 * for reading only; E_STOPPED; E_IO, E_BUSY, E_STORE.
 */
MUST_USE enum status casework_export(struct session *s, const struct export_options *options,
                                     const struct progress *progress, struct arena *a,
                                     struct export_done *ret);

/* "This file has names, numbers and people's own words. …"; "" where it does not. */
const char *export_warning(enum column_table what);
/* "14 people are not in it: they have not agreed."; "" when nobody was left out. Belongs to a. */
const char *export_left_out(const struct export_done *done, struct arena *a);

#endif
