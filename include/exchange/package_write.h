#ifndef EXCHANGE_PACKAGE_WRITE_H
#define EXCHANGE_PACKAGE_WRITE_H

#include "base/arena.h"
#include "base/file.h"

#include <stdint.h>

/*
 * A tabular data package: a folder with a CSV file a table and datapackage.json, which says what is in
 * them. The tables are those of HSDS 3.0.0 (data/packages/hsds-3.tsv). A file begins with its first
 * row, so that only tables that have any are there; what refers to a table that is not there says so
 * nowhere.
 *
 *	package_row(p, "service");
 *	package_put(p, "id", id);
 *	package_put(p, "name", name);
 *	package_end_row(p);
 *
 * Fields that are not put are empty. Text passes through the guard of csv_write.h; identifiers, days,
 * times and addresses of the web have a shape that needs none, which is the caller's to see to. A row
 * without what its table needs, an unknown field, or an id that was there before, is a bug: it ends
 * the program.
 */
struct package;

struct package_about {
	const char *name; /* small letters and hyphens */
	const char *title, *description;
};

#define PACKAGE_HASH_ROOM 65

/* As folder_put_open(). */
MUST_USE enum status package_open(const char *path, enum file_put_how how, struct arena *a,
                                  struct package **ret, const char **fault);

void package_row(struct package *p, const char *table);
void package_put(struct package *p, const char *field, const char *text); /* copied; NULL: empty */
void package_put_int(struct package *p, const char *field, int64_t n);
void package_end_row(struct package *p);

/* Has that table a row of that id? */
bool package_has(const struct package *p, const char *table, const char *id);
int64_t package_rows(const struct package *p, const char *table);

/*
 * Every file is whole: then its hash, BLAKE2b over the names and hashes of the files in order, is in
 * hash, and package_close() puts the folder in its place. What fails, fails with a sentence in *fault
 * (belongs to a), and package_drop() leaves nothing behind. package_close() ends p, whatever comes of
 * it.
 */
MUST_USE enum status package_finish(struct package *p, const struct package_about *about,
                                    struct arena *a, char hash[PACKAGE_HASH_ROOM],
                                    const char **fault);
MUST_USE enum status package_close(struct package *p, struct arena *a, const char **fault);
void package_drop(struct package *p); /* NULL is fine */

#endif
