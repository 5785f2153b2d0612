#ifndef MODEL_DUE_COUNTS_H
#define MODEL_DUE_COUNTS_H

#include "base/buf.h"
#include "base/day.h"

#include <stdbool.h>

/*
 * How many things are due for one account, on the day they were counted and the days after it if nothing
 * is done meanwhile: what a prompt or a timer reads, which opens no case file. Numbers and days, nothing
 * else.
 */
#define DUE_COUNT_DAYS 8

struct due_counts {
	int64_t made_at; /* UTC seconds */
	day from;
	size_t n; /* days from then on */
	long count[DUE_COUNT_DAYS];
};

/* As a file: "clew due counts 1", when it was made, a day a line. */
void due_counts_write(const struct due_counts *x, struct buf *out);
/* false when the text is no such file, whole. */
bool due_counts_read(struct str text, struct due_counts *ret);
/* How many are due on that day; false when the file does not reach there, or begins later. */
bool due_counts_on(const struct due_counts *x, day on, long *ret);

#endif
