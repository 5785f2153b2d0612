#ifndef CASEWORK_SERVICE_CELLS_H
#define CASEWORK_SERVICE_CELLS_H

#include "casework/import.h"
#include "model/concerns.h"
#include "model/service_form.h"

/* What the cells of a directory are read with. */
struct service_cells {
	day today;
	struct concern_set concerns;
	struct import_texts categories; /* not recognised, each once */
	struct arena *a;                /* owns those */
};

/* What there is to say of a cell: refused or worth a note; NULL: nothing. Sentences. */
struct service_said {
	const char *refused, *note;
};

/*
 * Columns are places in columns_of(COLUMNS_SERVICES). Read one that is not empty, nor "-", into ret;
 * strings belong to a.
 */
struct service_said service_cell_read(struct service_cells *cells, size_t column, const char *text,
                                      struct arena *a, struct service_entry *ret);

/* Do both say the same there? And take over what from says. */
bool service_cell_equal(size_t column, const struct service_entry *x,
                        const struct service_entry *y);
void service_cell_copy(size_t column, struct service_entry *to, const struct service_entry *from);

#endif
