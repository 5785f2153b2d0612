#ifndef BASE_WORD_H
#define BASE_WORD_H

#include "base/attr.h"
#include "base/str.h"

/*
 * Enums whose values are stored as words. One X-macro a set gives symbol, stored word and label:
 *
 *	#define REFERRAL_STATES(X)                                        \
 *		X(REFERRAL_RECEIVED, "received", "received")              \
 *		X(REFERRAL_ACCEPTED, "accepted", "accepted")
 *	enum referral_state { REFERRAL_STATE_NONE, REFERRAL_STATES(WORD_ENUM) };
 *	extern const struct words referral_states;          in the header
 *	const struct words referral_states = WORDS("referral state", REFERRAL_STATES);   in the .c
 *
 * 0 is always *none* (SQL NULL). Stored words never change once released; labels may.
 */
struct word {
	int value;
	const char *word;
	const char *label;
};

struct words {
	const char *name; /* of the set, for error sentences */
	const struct word *at;
	size_t n;
};

#define WORD_ENUM(symbol, word, label) symbol,
#define WORD_ROW(symbol, word, label)  { symbol, word, label },
#define WORDS(name, table)                                                                     \
	{                                                                                      \
		name, (const struct word[]){ table(WORD_ROW) },                                \
			sizeof((const struct word[]){ table(WORD_ROW) }) / sizeof(struct word) \
	}

const char *words_word(const struct words *w, int value);  /* stored word; NULL for 0 */
const char *words_label(const struct words *w, int value); /* "" for 0 */
/* By stored word, or by label without regard to case; 0 when it is neither. */
int words_find(const struct words *w, struct str text);

/* Yes, no, and not asked, which is never taken for yes. SQL 1, 0 and NULL. */
enum asked { NOT_ASKED, SAID_YES, SAID_NO };

#endif
