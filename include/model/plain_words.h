#ifndef MODEL_PLAIN_WORDS_H
#define MODEL_PLAIN_WORDS_H

#include "base/arena.h"

#include <stdint.h>

/*
 * Numbers as plain words, to be read out, written down and compared: n words of ten bits each, the
 * highest bits of the first byte first; bytes has at least (10 * n + 7) / 8. "amber finch river".
 * Belongs to a.
 */
#define PLAIN_WORD_BITS 10
const char *plain_words(const uint8_t *bytes, size_t n, struct arena *a);

#endif
