#ifndef EXCHANGE_CSV_REJECTS_H
#define EXCHANGE_CSV_REJECTS_H

#include "exchange/csv_read.h"

struct file_put;

/*
 * The rows an import refused, as a file that can be mended and imported: the columns of the source
 * as they stood there, then line and reason. A source that is such a file itself does not get
 * them twice. Its separator is that of the source; text is guarded (csv_guard.h).
 */
struct csv_rejects;

/* Belongs to a; to stays the caller's. */
struct csv_rejects *csv_rejects_open(struct file_put *to, const struct csv_reader *source,
                                     struct arena *a);
void csv_reject(struct csv_rejects *x, const struct csv_row *row, struct str reason);
MUST_USE enum status csv_rejects_end(struct csv_rejects *x); /* as csv_write_end() */

/* Do these header cells end in line and reason, as such a file's do? */
bool csv_rejects_header(const struct csv_row *header);

#endif
