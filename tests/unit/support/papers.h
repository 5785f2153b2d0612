#ifndef SUPPORT_PAPERS_H
#define SUPPORT_PAPERS_H

#include "base/buf.h"
#include "casework/release.h"

#include "session.h"

/* Every paper about a person, in the order they are offered. */
#define PAPER_KINDS 10
extern const struct paper_kind {
	const char *name;
	struct paper_wanted wanted;
	bool theirs; /* read by the person themselves */
} paper_kinds[PAPER_KINDS];

struct act {
	struct workplace *w;
	struct store *db;
	struct person_id person;
	struct release r;
	struct buf page;
	const char *said; /* what follows from its having left */
};

/* Jane with something for each of them, to whom post is safe and whose paper nobody else sees. */
struct act papers_of_jane(void **state);

enum status release(struct act *x, const struct paper_wanted *wanted);
enum status released(struct act *x);
/* As it would stand on paper; lasts until the next one. */
const char *page(struct act *x, bool html);
void must_release(struct act *x, const struct paper_kind *k);

#endif
