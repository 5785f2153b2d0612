#ifndef STORE_SERVICE_PART_ROWS_H
#define STORE_SERVICE_PART_ROWS_H

#include "row.h"

#include "model/service_lines.h"

/* How the rows of one kind are written. */
const struct kept *service_part_kept(enum service_part part);

#endif
