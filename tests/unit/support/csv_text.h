#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include "exchange/csv_read.h"

/* A descriptor of a regular file, in memory, with those bytes; the caller closes it. */
int csv_text_fd(struct str bytes);

/* All that came of reading those bytes as CSV, copied into a. */
struct csv_got {
	enum status rc; /* of opening, else of reading on */
	const char *fault;
	uint64_t fault_line;
	enum csv_encoding encoding;
	char separator;
	struct csv_row header;
	size_t n; /* rows, also when rc is a failure */
	struct csv_row *at;
};

struct csv_got csv_read_text(struct str bytes, const struct csv_options *options, struct arena *a);

/*
 * CSV of n people who do not exist, in the columns that clew exports, to an open descriptor; the
 * same for the same n. What measures the writer and the reader is made of these.
 */
MUST_USE enum status csv_write_people(int fd, size_t n);

#endif
