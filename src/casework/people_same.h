#ifndef CASEWORK_PEOPLE_SAME_H
#define CASEWORK_PEOPLE_SAME_H

#include "people_cells.h"

/*
 * Who of those on file is meant by a row. *ret is 0 for somebody new. E_CONFLICT: it cannot be told,
 * and *why is a sentence for the row, *column the cell it is about or NULL. Others are the store's.
 */
MUST_USE enum status people_same(struct session *s, const struct people_record *row,
                                 struct arena *a, struct person_id *ret, const char **column,
                                 const char **why);

#endif
