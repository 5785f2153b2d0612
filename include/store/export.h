#ifndef STORE_EXPORT_H
#define STORE_EXPORT_H

#include "base/day.h"
#include "base/str.h"
#include "model/columns.h"
#include "model/person.h"
#include "model/safe_contact.h"
#include "store/store.h"

/*
 * The rows of a table as they leave in a file, streamed, in the order of ids (what is of people: by
 * person). Safety notes, what is kept for staff, numbers that are struck out or
 * never to be used, and assessments that are not ended are not among them.
 */
enum export_kind {
	EXPORT_TEXT, /* also every stored word */
	EXPORT_NUMBER,
	EXPORT_PENCE,
	EXPORT_DAY,
	EXPORT_WHEN,   /* a day, and the row's minute */
	EXPORT_ASKED,  /* 1, 0, NULL */
	EXPORT_REF,    /* a person's id */
	EXPORT_CARE,   /* ten digits */
	EXPORT_PHONES, /* "; " between several */
	EXPORT_SAFETY, /* empty: to be made of the row's safe and person */
};

struct export_cell {
	enum export_kind kind;
	bool null;
	int64_t n;
	struct str text; /* until the next row */
};

struct export_row {
	size_t n;                     /* as many as columns_of() has */
	const struct export_cell *at; /* in the order of columns_of() */
	int minute;                   /* of EXPORT_WHEN, or MINUTE_NONE */
	/* Of people only: what is to be minded with their numbers, for EXPORT_SAFETY. */
	const struct safe_contact *safe;
	const struct person *person;
};

struct export_what {
	enum column_table table;
	day from, to;             /* first and last, DAY_NONE: no end */
	struct account_id worker; /* whose people; 0: everybody's */
	bool restricted;          /* people who are restricted too */
};

/*
 * Call visit for each row; it stops when that is not OK, with what it returned. OK, E_STORE and
 * what visit returns. Within a reading (store/change.h).
 */
typedef enum status (*export_visit)(void *about, const struct export_row *row);
MUST_USE enum status export_rows(struct store *st, const struct export_what *what,
                                 export_visit visit, void *about);

#endif
