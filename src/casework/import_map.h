#ifndef CASEWORK_IMPORT_MAP_H
#define CASEWORK_IMPORT_MAP_H

#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct import_run;

/* Which column a heading is, as the user said. */
struct import_mapping {
	size_t n;
	struct mapped_heading {
		struct str heading;
		int column;
	} * at;
	const char *setting; /* "map:NAME", where it is kept; NULL: nowhere */
	const char *kept;    /* what is kept there, "" nothing */
};

/* Out of the options and the file, before the file is read. E_INVALID, E_NOT_FOUND. */
MUST_USE enum status import_map_load(struct import_run *r);
bool import_map_knows(const struct import_mapping *m, struct str heading);
/* Puts it over the columns that were made out. E_INVALID when the file has no such heading. */
MUST_USE enum status import_map_apply(struct import_run *r);
/* Keeps what --columns said under its name, within the import's change. */
MUST_USE enum status import_map_save(struct import_run *r);

/* "Name of cat, Age": the first row as it stands. */
const char *import_headings(struct import_run *r);

#endif
