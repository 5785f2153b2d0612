#ifndef EXCHANGE_CSV_SOURCE_H
#define EXCHANGE_CSV_SOURCE_H

#include "base/arena.h"
#include "base/status.h"
#include "csv_decode.h"
#include "exchange/csv_read.h"

#include <stdbool.h>
#include <stdint.h>

#define CSV_WINDOW ((size_t)64 * 1024)

/*
 * The bytes of a CSV file as UTF-8, a window at a time. What comes out has no byte order mark, no
 * NUL and no invalid sequence.
 */
struct csv_source {
	int fd;
	bool own; /* fd is ours to close */
	bool mark;
	enum csv_encoding encoding;
	uint64_t size;
	uint64_t at; /* next byte of the file to read */
	struct utf8_check utf8;
	struct utf16_decode utf16;
	unsigned char *raw; /* CSV_WINDOW bytes */
	struct arena *a;
	const char *fault; /* "" when all is well; belongs to a */
	uint64_t fault_line;
};

/* All of csv_source, then ready for the first csv_source_read(). fd is used when path is NULL. */
MUST_USE enum status csv_source_open(struct csv_source *s, const char *path, int fd,
                                     enum csv_encoding asked, struct arena *a);

/* The next up to CSV_WINDOW bytes of text into out; *n is 0 at the end. E_INVALID or E_IO. */
MUST_USE enum status csv_source_read(struct csv_source *s, char *out, size_t *n);
void csv_source_close(struct csv_source *s);

#endif
