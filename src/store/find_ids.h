#ifndef STORE_FIND_IDS_H
#define STORE_FIND_IDS_H

#include "stmt.h"

#include "model/ids.h"

#define FIND_WORDS 6

/* Whom a text finds, in order, each once. */
struct finding {
	struct store *st;
	struct arena *a;
	size_t limit;
	bool for_volunteer;
	struct {
		size_t n;
		struct person_id *at;
	} found;
	bool more;
	const char *folded;
	size_t words;
	struct str word[FIND_WORDS];
};

/* As keys are kept; "Carter, Jane" is typed as it is read. */
const char *find_folded(const char *typed, struct arena *a);
/* Numbers are kept as digits and postcodes without their blank. "": there is no digit in it. */
const char *find_packed(const char *typed, const char *folded, struct arena *a);

bool finding_full(const struct finding *f);
void finding_add(struct finding *f, int64_t person);

/* find_rows.c: what a list shows of them, in that order; nobody whom a volunteer may not see. */
struct found_people;
MUST_USE enum status find_rows(struct finding *f, struct found_people *ret);

/* find_tokens.c: through the names that there are. */
MUST_USE enum status find_inside(struct finding *f);
MUST_USE enum status find_sounding(struct finding *f);
/* Everybody with a key that begins with the name, whole, and in whom all of the text's words stand. */
MUST_USE enum status find_named(struct finding *f, const char *token, bool all_words);

#endif
