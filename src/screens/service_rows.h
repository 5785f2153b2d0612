#ifndef SCREENS_SERVICE_ROWS_H
#define SCREENS_SERVICE_ROWS_H

#include "casework/approvals.h"
#include "casework/directory.h"
#include "ui/grid.h"

/* One entry as rows of label and text, what matters first before what one reads later. */
enum service_row_kind {
	SERVICE_FACT,
	SERVICE_HEAD,     /* label only */
	SERVICE_NOTE,     /* id: the note's */
	SERVICE_OTHER,    /* id: another service's */
	SERVICE_PROPOSAL, /* id: the approval's that waits */
};

struct service_row {
	enum service_row_kind kind;
	const char *label, *text;
	enum look look;
	int64_t id;
};

struct service_rows {
	size_t n;
	struct service_row *at;
};

/* proposals: what waits for a second person, of whatever it is; NULL: none. */
struct service_rows service_rows_of(const struct service_record *r,
                                    const struct approval_rows *proposals, day today,
                                    struct arena *a);

#endif
