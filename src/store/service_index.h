#ifndef STORE_SERVICE_INDEX_H
#define STORE_SERVICE_INDEX_H

#include "model/gist.h"
#include "model/places.h"
#include "stmt.h"

/*
 * The directory in memory while the file is open: of each entry its gist, its place by name, which
 * languages it speaks and where it is. 20,000 entries take about 1.5 MB, and are read in about 15 ms
 * when one of them was changed; every key that is typed looks through them in well under one.
 */
#define LANGUAGES_MOST 64
#define WHERE_NONE     UINT32_MAX

#define SPELT_MOST    3  /* words that one that nothing has may stand for */
#define SPELT_LETTERS 24 /* of a word whose spelling is looked at */
#define WORDS_HELD    24

struct spelt {
	size_t n;
	struct {
		char word[SPELT_LETTERS + 1];
		int away, longer;
	} at[SPELT_MOST];
};

/* Where a word that was typed stands: typing on asks for the last word alone. */
struct service_word {
	char text[64]; /* "": none is held */
	struct spelt spelt;
	uint8_t *tier; /* of each entry, 0: not there; else 1 + the column */
};

#define ROWS_HELD 1000 /* more or less: about 1.5 KB each */

struct services_held {
	struct service_word word[WORDS_HELD];
	size_t next;
	struct listing **row; /* of each entry; NULL: not read */
	size_t rows_n;
	struct arena rows;
	int64_t own, others; /* what was written when they were read: by us, by others */
};

struct service_index {
	int64_t stamp;
	size_t n;
	struct gist *at;   /* by id */
	uint32_t *by_name; /* which stands at that place by name … */
	uint32_t *rank;    /* … and the place of each */
	uint64_t *speaks;  /* bits of languages[] */
	uint32_t *first;   /* of each in where[]; first[n] is its end */
	struct place *where;
	size_t where_n;
	size_t languages;
	const char *language[LANGUAGES_MOST]; /* folded */
	struct services_held *held;           /* of what was asked since */
};

/* In service_gist.flags. */
#define GIST_NOT_LISTED 1u
#define GIST_MEMBERS    2u
#define GIST_GO_THERE   4u
#define GIST_ANYWHERE   8u
#define GIST_AREA_SAID  16u

/* *ret lasts until something of the directory is written. */
MUST_USE enum status services_read(struct store *st, const struct service_index **ret);
/* They are not what they were. */
void services_forget(struct store *st);

/* Where the entry stands in the index; index->n when it is not in it. */
size_t services_at(const struct service_index *index, struct service_id id);
/* The same, quicker when it stands at or right behind `at`, as it does when ids are read in order. */
size_t services_from(const struct service_index *index, size_t at, struct service_id id);

#endif
