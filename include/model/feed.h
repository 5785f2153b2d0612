#ifndef MODEL_FEED_H
#define MODEL_FEED_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#include <stddef.h>

#define FEED_SHAPES(X)                                              \
	X(FEED_HSDS, "hsds", "Open Referral package (HSDS 3)")      \
	X(FEED_ORUK_1, "oruk_1", "Open Referral UK package, older") \
	X(FEED_COUNCIL, "council", "a council's list in one file")  \
	X(FEED_CLEW, "clew", "clew's own columns")
enum feed_shape { FEED_SHAPE_NONE, FEED_SHAPES(WORD_ENUM) };
extern const struct words feed_shapes;

/* A directory that is taken in from time to time. */
struct feed {
	struct feed_id id;
	int64_t ver;
	const char *name; /* "Leeds directory": no two are the same */
	enum feed_shape shape;
	const char *licence;
	day taken_on; /* when it last said something new */
	struct account_id taken_by;
};
extern const struct feed feed_blank;
struct feed_list {
	size_t n;
	struct feed *at;
};

/*
 * What a directory says of a service, or of an organisation: what differs here from what it said was
 * changed here, and stays. external_id is the id it has there; of an organisation with
 * "organisation/" in front.
 */
struct feed_entry {
	int64_t ver;
	struct feed_id feed;
	const char *external_id;
	struct service_id service; /* one of the two is 0 */
	struct organisation_id organisation;
	const char *body; /* lines of a name, a tab and a value */
	day seen_on;      /* when it last said something new */
	day gone_on;      /* since when it is not there any more */
};
extern const struct feed_entry feed_entry_blank;
struct feed_entry_list {
	size_t n;
	struct feed_entry *at;
};

#endif
