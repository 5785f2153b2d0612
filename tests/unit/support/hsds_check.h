#ifndef SUPPORT_HSDS_CHECK_H
#define SUPPORT_HSDS_CHECK_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Holds a folder to HSDS 3.0.0 by the published tables (support/hsds-3.tsv): files, columns in their
 * order, what must be there, types, formats, words of a set, ids that are unique, references that lead
 * somewhere; CSV as RFC 4180 has it, in UTF-8; and datapackage.json, read as JSON, which says of the
 * files that are there what those tables say. Written against the tables alone, without a line of the
 * program's writer.
 */
struct hsds_complaints {
	size_t n;
	const char **at; /* "services.csv row 3 email: …" */
};

struct hsds_complaints hsds_check(const char *folder, struct arena *a);
/* Fails the test with the first of them. */
void hsds_assert_valid(const char *folder);

/* One file of it, taken apart. */
struct hsds_rows {
	size_t n;
	struct hsds_row {
		size_t n;
		const char **at;
	} * at;            /* the first is the header */
	const char *fault; /* NULL: it is whole */
};
struct hsds_rows hsds_read(const char *folder, const char *file, struct arena *a);
/* The cell of that row, from 1, under that heading; NULL: no such row or heading. */
const char *hsds_cell(const struct hsds_rows *rows, size_t row, const char *heading);
/* The whole of a file as text, NULL when it cannot be read. */
const char *hsds_file(const char *folder, const char *file, struct arena *a);

#endif
