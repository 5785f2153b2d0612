#ifndef EXCHANGE_CSV_DECODE_H
#define EXCHANGE_CSV_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Encodings, piece by piece: a piece may end in the middle of a character. All zero is the start. */

struct utf8_check {
	unsigned left;     /* bytes still to come of the character in hand */
	unsigned had;      /* bytes of it so far; after a failure, how far before it began */
	unsigned char low; /* what the next of them may be */
	unsigned char high;
	uint64_t good; /* whole characters of more than one byte so far */
};

/* *used: n, or, when false, the byte that is no UTF-8. The check may be taken up behind it. */
bool utf8_check(struct utf8_check *u, const unsigned char *at, size_t n, size_t *used);

/* UTF-8 for bytes of Windows-1252; out has room for 3 n. False at a byte that has no character. */
bool windows_1252_decode(const unsigned char *at, size_t n, size_t *used, char *out, size_t *out_n);
bool windows_1252_undefined(unsigned char byte);

struct utf16_decode {
	bool big;
	unsigned high; /* surrogate waiting for its other half; 0: none */
};

/* UTF-8 for n bytes (n even) of UTF-16; out has room for 2 n. False at half a surrogate pair. */
bool utf16_decode(struct utf16_decode *d, const unsigned char *at, size_t n, size_t *used,
                  char *out, size_t *out_n);

#endif
