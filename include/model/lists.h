#ifndef MODEL_LISTS_H
#define MODEL_LISTS_H

#include "base/arena.h"
#include "base/status.h"
#include "base/word.h"

/*
 * Lists to choose from that are data (data/words/NAME.tsv): cancer-groups, sources, referrers,
 * close-reasons, ethnicities. Codes are what is stored and never change once released.
 */
struct choice {
	const char *code;
	const char *label;
	const char *more; /* ICD-10 blocks, the source of a referrer, the NHS code; else "" */
};

struct choice_list {
	size_t n;
	struct choice *at; /* in the order they are offered */
};

/* Everything in *ret belongs to a. E_NOT_FOUND: there is no such list. */
MUST_USE enum status choice_list_load(const char *name, struct arena *a, struct choice_list *ret);

/* By code, or by label without regard to case and accents; NULL when it is neither. */
const struct choice *choice_find(const struct choice_list *list, const char *text, struct arena *a);

/* The label of a code; the code itself when it is not in the list. Belongs to a. */
const char *choice_label(const char *list, const char *code, struct arena *a);

/* The same list for a form's field: values are 1 to n, words the codes. Belongs to a. */
const struct words *choice_words(const char *name, const struct choice_list *list, struct arena *a);

#endif
