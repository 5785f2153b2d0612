#ifndef EXCHANGE_PACKAGE_TABLES_H
#define EXCHANGE_PACKAGE_TABLES_H

#include "base/arena.h"
#include "base/buf.h"
#include "exchange/package_write.h"

#define PACKAGE_TABLES 24
#define PACKAGE_FIELDS 28

enum package_kind {
	KIND_TEXT,
	KIND_PLAIN, /* of a shape that no spreadsheet takes for a formula */
};

struct package_field {
	const char *name, *type, *format, *among, *reference;
	bool needed;
	enum package_kind kind;
};

struct package_table {
	const char *name, *file;
	size_t n;
	struct package_field field[PACKAGE_FIELDS];
};

struct package_tables {
	size_t n;
	struct package_table *at;
};

/* Everything belongs to a. */
struct package_tables package_tables_read(struct arena *a);

/* datapackage.json for those tables that have rows[i] > 0. */
void package_json(const struct package_tables *t, const int64_t *rows,
                  const struct package_about *about, struct buf *out);

#endif
