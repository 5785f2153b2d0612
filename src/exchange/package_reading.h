#ifndef EXCHANGE_PACKAGE_READING_H
#define EXCHANGE_PACKAGE_READING_H

#include "package_ids.h"
#include "package_spec.h"

#include "base/buf.h"
#include "exchange/csv_read.h"
#include "exchange/package_read.h"

struct csv_rejects;
struct file_put;

/* A row that is held. owner and link: package_row_key(), 0 none. */
struct package_row {
	uint32_t owner, link;
	uint32_t line;
	uint32_t self;     /* its number, where its table is something */
	const char *cells; /* what is behind the links, one after the other, each ended by NUL */
};

/* A file of the folder, and what of it is held: sorted by owner, then as they came. */
struct package_file {
	enum package_table table;
	const char *name; /* "phones.csv", safe to show; NULL: there is none */
	int fd;
	size_t n;
	struct package_row *at; /* in room */
	struct buf room;
	size_t links;              /* the first column that is held */
	int map[PACKAGE_COLUMNS];  /* the cell of each column, -1 none */
	struct csv_reader *reader; /* while it is read */
	struct arena arena;        /* of the reader */
	struct csv_rejects *rejects;
	struct file_put *rejects_file;
};

/* What a text means, by number of the text: thousands of rows say the same few things. */
struct package_memo {
	struct package_ids ids;
	size_t n;
	struct code_list *at;
};

struct package_reader {
	struct package_options o;
	struct package_read_about about;
	struct arena *a;
	const char *fault;
	const char *path;
	struct package_file files[TABLE_COUNT];
	struct package_ids ids[KIND_COUNT];
	struct package_ids refused; /* services that were not taken */
	struct package_ids hidden;  /* services that the council does not show */
	struct package_organisations organisations;
	struct package_memo areas, categories;
	size_t held;              /* bytes */
	struct digest *digest;    /* of what is read, while it is */
	int64_t bytes, bytes_all; /* for progress */

	/* The services, as they are read the second time. */
	uint8_t *taken; /* a bit a row: it was not refused */
	size_t rows, row;
	struct package_entry entry;
	const struct csv_row *now;
	enum status stopped; /* with the fault */
	bool folder;
	bool flat;   /* one file of a council, or with clew's own columns */
	bool worthy; /* the row in hand */
};

enum status package_stop(struct package_reader *p, enum status rc, const char *why);

/* ---- package_files.c ---- */
MUST_USE enum status package_files_find(struct package_reader *p);
void package_files_close(struct package_reader *p);
MUST_USE enum status package_table_open(struct package_reader *p, struct package_file *f);
void package_table_close(struct package_file *f);

/* ---- package_rejects.c ---- */
struct package_wrong {
	int column; /* of the table; -1: the row */
	const char *value, *reason;
};
/* The row in hand of f cannot be taken, or only so far. */
void package_refuse(struct package_reader *p, struct package_file *f, const struct csv_row *row,
                    const struct package_wrong *w);
void package_note(struct package_reader *p, const struct package_file *f, uint64_t line,
                  const struct package_wrong *w);
MUST_USE enum status package_rejects_end(struct package_reader *p);
void package_rejects_drop(struct package_reader *p);

/* ---- package_load.c ---- */
MUST_USE enum status package_load(struct package_reader *p);
/* A cell of a row that is being read; trimmed, and without its guard. */
struct str package_now(const struct package_file *f, const struct csv_row *row, int column);
/* The id of a service's row. */
struct str package_service_id(const struct package_reader *p, const struct package_file *f,
                              const struct csv_row *row, struct arena *a);
/* A cell of a row that is held. */
const char *package_cell(const struct package_file *f, const struct package_row *row, int column);
uint32_t package_row_key(enum package_kind kind, uint32_t number);
/* The rows of f that belong to it; *n how many. */
const struct package_row *package_rows_of(const struct package_file *f, enum package_kind kind,
                                          uint32_t number, size_t *n);

/* ---- package_words.c: what is said in words ---- */
struct package_at { /* where it is said */
	const struct package_file *f;
	uint64_t line;
	int column;
};
/* The entry's concerns and areas; what is not known is listed once, or noted. */
void package_add_category(struct package_reader *p, const char *text, struct arena *a);
void package_add_area(struct package_reader *p, const struct package_at *at, const char *text,
                      struct arena *a);
void package_status(struct package_reader *p, const struct package_at *at, const char *text,
                    struct arena *a);
/* Text of one field: what is longer than can be is cut, and noted. */
const char *package_text(struct package_reader *p, const struct package_at *at, struct str text,
                         struct arena *a);
void package_ages(struct package_reader *p, const struct package_at *at, const char *from,
                  const char *to);
/* text behind list, with between in between; each once. */
const char *package_join(const char *list, const char *between, const char *text, struct arena *a);
void package_assured(struct package_reader *p, const char *text, struct arena *a);
void package_codes_sort(struct code_list *list);

/* ---- package_entry.c, package_flat.c: into p->entry ---- */
void package_entry_read(struct package_reader *p, uint32_t number, struct arena *a);
void package_flat_read(struct package_reader *p, uint32_t number, struct arena *a);
void package_organisations_make(struct package_reader *p);

/* ---- package_times.c ---- */
struct package_when {
	const char *id, *freq, *step, *days, *month_days, *opens, *closes, *from, *until, *words;
	size_t place;
};
/* A time of the entry, or words behind its hours where it has no days. False: nothing is said. */
bool package_add_time(struct package_reader *p, const struct package_when *w, struct arena *a);
void package_times_read(struct package_reader *p, enum package_kind kind, uint32_t number,
                        size_t place, struct arena *a);

#endif
