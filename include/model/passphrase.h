#ifndef MODEL_PASSPHRASE_H
#define MODEL_PASSPHRASE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Which passphrases will do: twelve characters, or three words of three letters; none of those that
 * are guessed first (data/words/passphrases.tsv), none that is its own few characters over and over, or
 * the login, name or service with nothing much beside. Source: the design's trust model, row 10.
 */
#define PASSPHRASE_LEAST 12

struct passphrase_of {
	const char *login, *name, *service; /* NULL: not known */
};

/* Why it will not do, as a sentence; NULL: it will. Nothing of it is kept but in a. */
const char *passphrase_problem(struct str typed, const struct passphrase_of *whose);

#endif
