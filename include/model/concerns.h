#ifndef MODEL_CONCERNS_H
#define MODEL_CONCERNS_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "model/list_head.h"

/*
 * A list of concerns that an assessment walks through: data/concerns/NAME.tsv, or one that the
 * service loaded (model/list_file.h). Lists are versioned and an assessment keeps the name of its
 * own; codes never change once released.
 *
 * Services are coded by clew's own list, the newest; concerns of other lists say which of its
 * concerns they are like.
 */
#define CONCERNS_NEWEST "clew-1"
#define CONCERNS_CARERS "carer-1"

struct concern_item {
	const char *code;     /* "practical.money" */
	const char *domain;   /* code of the domain: "practical" */
	const char *label;    /* "Money, bills or debt" */
	const char *plain;    /* what it covers, in plain words */
	const char *ask_when; /* when an answer needs a person now (model/red.h); "" never */
	const char *ask;      /* the sentence then said */
	const char *like;     /* the code of clew's own list that services are found by; "" none */
	size_t place;         /* in the list, from 0 */

	/* Folded once, for matching. */
	const char *folded_label, *folded_plain;
	size_t aliases;
	const char *const *alias;
};

struct concern_domain {
	const char *code;    /* "practical" */
	const char *label;   /* "Practical" */
	size_t first, count; /* its items: they stand together */
};

struct concern_set {
	const char *name; /* "clew-1" */
	const struct list_head *head;
	size_t n;
	struct concern_item *at; /* in the order they are asked */
	size_t domains;
	struct concern_domain *domain;
};

/* A choice of items of one set: they belong to the set, the array to the arena it came from. */
struct concern_pick {
	size_t n;
	const struct concern_item **at;
};

/* One that clew brings with it. Everything in *ret belongs to a. E_NOT_FOUND: there is none of that name. */
MUST_USE enum status concern_set_load(const char *name, struct arena *a, struct concern_set *ret);

/* The item under that code; NULL when there is none. */
const struct concern_item *concern_find(const struct concern_set *set, const char *code);

/*
 * The label of a code in the lists that clew brings with it, the code itself when it is in none.
 * Belongs to a. Where there is a session ask session_concern_label(): it knows what was loaded too.
 */
const char *concern_label(const char *code, struct arena *a);

/*
 * What somebody who types these letters means, likeliest first: labels that begin with them, labels
 * with a word that does, then plain words that do. Equals keep the order of the list. Case and
 * accents do not count. Nothing typed matches nothing.
 */
struct concern_pick concern_match(const struct concern_set *set, const char *text, struct arena *a);

/*
 * The concerns a service under this category of a council's directory can help with ("Debt advice",
 * "Carers support groups"): a code, a label or an alias that is the whole category, else the longest
 * aliases of two words or more that stand in it. n is 0 when the category is not recognised.
 */
struct concern_pick concern_from_category(const struct concern_set *set, const char *text,
                                          struct arena *a);

#endif
