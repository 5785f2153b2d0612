#ifndef MODEL_LIST_READ_H
#define MODEL_LIST_READ_H

#include "model/list_file.h"

/* The reading of a list file, shared by its parts: list_file.c, list_concerns.c, list_measure.c. */

#define LIST_CELLS 16

/* Of a cell. */
#define LIST_NEEDED    1u
#define LIST_LONG      2u /* up to LIST_LONG_MOST characters */
#define LIST_CODE      4u /* small letters, digits, - _ and . */
#define LIST_LONG_MOST 4000

struct list_column {
	const char *name;
	unsigned flags;
};

struct list_read;

/* A table of the file begins with a line whose first cell is the name of its first column. */
struct list_table {
	enum list_kind kind;               /* of the files that have it */
	const struct list_column *columns; /* ends in { 0 } */
	void (*row)(struct list_read *r);
};

struct concern_items {
	size_t n;
	struct concern_item *at;
};

struct concern_domains {
	size_t n;
	struct concern_domain *at;
};

struct measure_items {
	size_t n;
	struct measure_item *at;
};

struct measure_bands {
	size_t n;
	struct measure_band *at;
};

struct measure_steps {
	size_t n;
	struct measure_step *at;
};

struct list_read {
	struct arena *a;
	struct list_faults *faults;
	size_t line; /* in hand, from 1 */
	size_t cells;
	struct str cell[LIST_CELLS];
	const struct list_table *table; /* whose rows these are; NULL: the head */
	size_t place[LIST_CELLS];       /* of each column of it: the cell from 1, 0 there is none */
	size_t rows;

	struct list_head *head;
	struct concern_items items;
	struct concern_domains domains;
	struct measure measure; /* what the head says of it */
	struct measure_items questions;
	struct measure_bands bands;
	struct measure_steps steps;
	size_t band_line, step_line; /* where the last of them stood */
};

extern const struct list_table list_concern_table, list_item_table, list_band_table,
	list_step_table;

/* What is wrong with the cell of that column in the line in hand; NULL: with the line. */
void list_fault(struct list_read *r, const char *column, const char *fmt, ...) PRINTF_LIKE(3, 4);
void list_fault_cell(struct list_read *r, size_t cell, const char *column, const char *text);

/* The cell of a column in the line in hand, trimmed; empty when the line or the table lacks it. */
struct str list_cell(const struct list_read *r, const char *column);
const char *list_text(const struct list_read *r, const char *column);
/* A whole number in those bounds; false with its fault. */
bool list_number(struct list_read *r, const char *column, int least, int most, int *ret);
/* Hundredths from "7", "24.11". */
bool list_hundredths(struct str text, int *ret);

/* What can be said only when all lines were read. */
void list_concerns_end(struct list_read *r);
void list_measure_end(struct list_read *r);

#endif
