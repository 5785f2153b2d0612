#ifndef EXCHANGE_CSV_SNIFF_H
#define EXCHANGE_CSV_SNIFF_H

#include "exchange/csv_read.h"

/*
 * Which separator a text that begins with a header has. *skip is the length of a first line
 * "sep=;" as spreadsheets write it, else 0. False when it is not clear: *a and *b are the two
 * that it may be.
 */
bool csv_sniff(struct str head, const struct csv_options *options, char *ret, size_t *skip,
               char doubt[2]);

const char *csv_separator_name(char separator); /* "commas" */

#endif
