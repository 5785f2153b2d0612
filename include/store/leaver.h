#ifndef STORE_LEAVER_H
#define STORE_LEAVER_H

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "model/ids.h"

#include <stddef.h>
#include <stdint.h>

struct store;

/* What hangs on an account, in numbers. */
struct leaver_counts {
	size_t people; /* open cases */
	size_t reminders, messages, drafts;
	size_t away;   /* covers for it that are not ended */
	size_t covers; /* not ended, in which it sees to somebody */
	size_t named;  /* restricted records */
};
MUST_USE enum status leaver_count(struct store *st, struct account_id who,
                                  struct leaver_counts *ret);

/* What it exported and printed since an instant, the newest first; strings belong to a. */
struct leaver_sent {
	int64_t at;
	const char *what;
};
struct leaver_sent_list {
	size_t n;
	struct leaver_sent *at;
};
MUST_USE enum status leaver_sent_since(struct store *st, struct account_id who, int64_t from,
                                       struct arena *a, struct leaver_sent_list *ret);

#endif
