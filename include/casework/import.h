#ifndef CASEWORK_IMPORT_H
#define CASEWORK_IMPORT_H

#include "casework/session.h"

struct progress;

/*
 * What every import has in common. One import is one change: it is there whole or not at all. A dry
 * run is the same run, rolled back: it says what the run would, and changes nothing.
 */
struct import_options {
	const char *path;
	bool dry_run;
	bool update; /* what is in the file wins over what is here */
	/* Where refused rows go, a file that is not there yet; NULL: nowhere. */
	const char *rejects;

	/*
	 * Headings that clew does not know by itself: "Their heading=family_name,Area=postcode". With
	 * a name they are kept under it, in the same change as the rows; a name alone takes what was
	 * kept, and passes over headings that this file does not have. NULL: none.
	 */
	const char *columns;
	const char *mapping;

	/* Services: which directory this is, so that it can be taken in again; NULL: by its name. */
	const char *feed;
};

/* What is to be said of one cell, or of a whole row. */
struct import_problem {
	const char *file;   /* of a folder; "": there is one file only */
	uint64_t line;      /* of the file, from 1 */
	const char *column; /* its name, "" for the row */
	const char *value;  /* as it stood in the file */
	const char *reason; /* a sentence */
	bool refused;       /* the row was not taken; else it was, and this is worth knowing */
};

struct import_problems {
	size_t n;
	struct import_problem *at;
};

struct import_texts {
	size_t n;
	const char **at;
};

#define IMPORT_PROBLEMS 2000 /* listed; what is beyond is only counted */

/* What came of it. Everything belongs to the arena that was passed. */
struct import_report {
	int64_t n_new, n_changed, n_same;
	int64_t n_held; /* differ from what is here, which stays: only --update would change them */
	int64_t n_refused;
	struct import_problems problems; /* in the order of their lines */
	int64_t n_more;                  /* problems that are not listed */
	struct import_texts unknown;     /* headings that mean nothing here and were left out */
	struct import_texts categories;  /* of services: what no concern is known for */
	const char *read_as;             /* "Windows-1252, separated by semicolons" */
	const char *rejects; /* the file the refused rows are in, NULL: none was written */
	const char *mapping; /* what the columns were kept under, NULL: nothing new was kept */

	/* Of a directory that is taken in again and again. */
	const char *feed; /* its name, NULL: it is none */
	bool feed_is_new; /* it was not taken in before */
	int64_t n_gone;   /* services that it had and has no more */
	int64_t n_told; /* people whose workers were told that a service closed, or is open again */
	struct import_texts not_kept; /* "funding.csv: 12 rows": there is no place for them here */
};

/*
 * Imports return OK; E_PART when some rows were refused and E_INVALID when all were, or when the
 * file cannot be used at all (then the session has a sentence, and *ret was not set); E_STOPPED;
 * E_EXISTS for rejects that are there already; E_DENIED, E_BUSY, E_IO, E_NOT_FOUND, E_STORE. But for
 * OK and E_PART nothing was changed.
 */

#endif
