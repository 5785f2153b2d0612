#ifndef MODEL_SNIPPET_H
#define MODEL_SNIPPET_H

#include "base/arena.h"
#include "base/day.h"
#include "model/ids.h"

/* Words that are written often, kept under a short name. Strings belong to whoever filled it in. */
#define SNIPPET_NAME_MOST  40
#define SNIPPET_WORDS_MOST 4000

struct snippet {
	struct snippet_id id; /* 0: one of clew's own */
	int64_t ver;
	struct account_id account; /* whose; 0: everybody's */
	const char *name;
	const char *
		outcome; /* of clew's own: the stored word of the contact it is meant for; "" any */
	const char *words; /* with {name}, {day}, {worker}, {time} to be filled in */
};
extern const struct snippet snippet_blank;

struct snippet_list {
	size_t n;
	struct snippet *at;
};

/* What is filled in. name "": nobody yet; then {name} is left out with the blank before it. */
struct snippet_about {
	const char *name;
	const char *worker;
	day today;
	int minute;
};

/* The words with all of that filled in; what stands in other braces is left as it is. Belongs to a. */
const char *snippet_filled(const char *words, const struct snippet_about *about, struct arena *a);

/* Those that come with clew (data/words/snippets.tsv). Strings belong to a. */
void snippets_shipped(struct arena *a, struct snippet_list *ret);

/* How well the letters fit its name or words, the smallest best; < 0: not at all. */
int snippet_fit(const struct snippet *x, const char *typed, struct arena *a);

#endif
