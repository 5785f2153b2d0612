#ifndef SCREENS_ADMIN_H
#define SCREENS_ADMIN_H

#include "casework/op.h"
#include "ui/screen.h"

/*
 * What is looked after now and then, behind g a: a row a line of admin_rows[], chosen by digit. A row
 * stands there for whoever may do its op at all.
 */
struct admin_row {
	const char *label, *hint;
	const struct screen_ops *where;
	enum op op;
	/* How many wait for whoever is at it, shown beside the row; NULL: nothing ever waits. */
	enum status (*waiting)(struct session *s, size_t *ret);
};

extern const struct admin_row admin_rows[];
extern const size_t admin_row_count;

#endif
