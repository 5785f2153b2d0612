#ifndef EXCHANGE_CSV_WRITE_H
#define EXCHANGE_CSV_WRITE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct digest;
struct file_put;

/*
 * RFC 4180: cells between separators, rows ended by CRLF, quotes only where they are needed and
 * doubled inside. Cells are put one by one, by kind; nothing need be checked until csv_write_end().
 *
 * Text passes through the guard (csv_guard.h). Numbers, days and identifiers are written by calls
 * of their own, in a shape that a spreadsheet leaves alone and that needs no guard.
 */
enum csv_days { CSV_DAYS_ISO, CSV_DAYS_COUNCIL }; /* 2026-11-23 · 23/11/2026 */

struct csv_style {
	char separator; /* ',' ';' '\t'; 0 is ',' */
	enum csv_days days;
	bool mark; /* a byte order mark in front, for spreadsheets */
};

struct csv_writer;

/*
 * The writer and its buffer belong to a. What it writes to stays the caller's, who closes it when
 * csv_write_end() is OK and drops it when not.
 */
struct csv_writer *csv_write_put(struct file_put *to, struct csv_style style, struct arena *a);
struct csv_writer *csv_write_fd(int to, struct csv_style style, struct arena *a);

/* From here on what is written is added to d, which lasts until csv_write_end(). */
void csv_write_digest(struct csv_writer *w, struct digest *d);

void csv_put_empty(struct csv_writer *w);
void csv_put_text(struct csv_writer *w, struct str text);
/* A reference made by clew, CL-000123: nothing in it is looked for. */
void csv_put_ref(struct csv_writer *w, struct str ref);
void csv_put_int(struct csv_writer *w, int64_t n);
void csv_put_pence(struct csv_writer *w, int64_t pence); /* 1250 is 12.50 */
void csv_put_day(struct csv_writer *w, day d);           /* DAY_NONE is empty */
/* A day and a minute of it: "2026-11-23 14:30"; a negative minute is not known: the day alone. */
void csv_put_when(struct csv_writer *w, day d, int minute);
/*
 * An NHS, CHI or H&C number as 943 476 5919, and a telephone number as 07700 900123 (+44 and 0044
 * become 0). What does not have that shape is written as text.
 */
void csv_put_care_number(struct csv_writer *w, struct str digits);
void csv_put_phone(struct csv_writer *w, struct str phone);
void csv_end_row(struct csv_writer *w);

uint64_t csv_rows(const struct csv_writer *w); /* ended so far, the header included */

/* Everything is with the file. Returns OK, or the first failure there was: then it is not whole. */
MUST_USE enum status csv_write_end(struct csv_writer *w);

#endif
