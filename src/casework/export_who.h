#ifndef CASEWORK_EXPORT_WHO_H
#define CASEWORK_EXPORT_WHO_H

#include "sharing.h"

#include "base/buf.h"
#include "casework/export.h"

/*
 * Whose rows leave in a file, and whose stay because they have not agreed or said no: a bit a person,
 * for there may be a hundred thousand and several rows each.
 */
struct export_who {
	bool asked; /* the table is about people */
	struct share_with with;
	struct answered answered;
	struct buf in, out; /* bits by id */
	int64_t people, left_out;
	int64_t last; /* the person asked about before: rows come in their order */
	bool last_may;
};

/*
 * E_INVALID: to whom or what for is not said, or what for is without names and the file has them.
 * Answers belong to a.
 */
MUST_USE enum status export_who_begin(struct session *s, const struct export_options *o,
                                      struct arena *a, struct export_who *ret);
void export_who_done(struct export_who *w);

/* May a row about that person leave? Both answers are counted once a person. 0: about nobody. */
bool export_who_may(struct export_who *w, int64_t person);

/*
 * Within the change that records the export: the disclosure, and who was in the file. E_CONFLICT: somebody
 * in the file took it back while it was made.
 */
MUST_USE enum status export_who_in(struct session *s, struct change *c, struct export_who *w,
                                   struct disclosure *x, struct arena *a);

#endif
