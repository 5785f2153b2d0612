#ifndef MODEL_LIST_FILE_H
#define MODEL_LIST_FILE_H

#include "base/day.h"
#include "base/status.h"
#include "base/word.h"
#include "model/concerns.h"
#include "model/measure.h"

/*
 * The format of lists of concerns and of measures: clew-list(5). The lists of data/concerns/ and
 * data/measures/ are such files, and so are those that a service loads for what it is licensed to
 * use. Reading is strict and tells every fault with its line, its cell and why.
 */
#define LIST_FORMAT     1
#define LIST_BYTES_MOST 262144
#define LIST_ROWS_MOST  300
#define LIST_LABEL_MOST 200 /* characters; most other cells too */
#define LIST_FAULTS     100 /* told of one file; what is more is counted */

/* One list: of concerns or a measure, by head->kind. */
struct list_file {
	const struct list_head *head;
	struct concern_set concerns;
	struct measure measure;
};

struct list_fault {
	size_t line, cell;  /* from 1; cell 0: the whole line */
	const char *column; /* its name, "" when it has none */
	const char *text;   /* why, without its place: "is needed" */
};

struct list_faults {
	size_t n;
	struct list_fault *at;
	size_t more; /* beyond LIST_FAULTS */
};

/*
 * Read one. E_INVALID: faults, of which there is then one or more, says all that is wrong, in the
 * order of the lines, and *ret is left alone. Strings and faults belong to a.
 */
MUST_USE enum status list_read(struct str body, struct arena *a, struct list_file *ret,
                               struct list_faults *faults);

/* "line 12, cell 3 (label): is needed". Belongs to a. */
const char *list_fault_text(const struct list_fault *fault, struct arena *a);

/* What clew brings with it: the names, "carer-1", in the order of the files. */
struct list_names {
	size_t n;
	const char **at;
};
void list_names_built_in(enum list_kind kind, struct arena *a, struct list_names *ret);

/* The file of one of them; at is NULL when clew brings none of that name. */
struct str list_built_in(const char *name, struct arena *a);

/* "ours" of "ours-2": lists of one family may share codes. Points into name. */
struct str list_family(const char *name);

#endif
