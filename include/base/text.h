#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

/*
 * One character from the front of s (n > 0): its code point, and how many bytes it takes in *len.
 * An invalid byte gives TEXT_INVALID + the byte, *len 1, so nothing is ever skipped.
 */
#define TEXT_INVALID 0x110000u
char32_t text_decode(struct str s, size_t *len);
size_t text_encode(char32_t c, char out[4]); /* bytes written, 0 when c is not a scalar value */
bool text_valid(struct str s, size_t *bad);  /* UTF-8, no NUL; *bad: offset of the first offence */

/*
 * One cell of the screen: a base character of width 1 or 2 on which utf8proc and wcwidth agree (a
 * spacing mark, as in Hindi, is a base of width 1) and at most two combining marks, or the visible escape of anything else: control, direction and
 * invisible characters, invalid bytes and surplus marks become <U+202E> or <9B>. This is the one
 * function through which untrusted text reaches a grid, a pipe, an error sentence or a paper.
 *
 * Returns false when *rest is used up; else takes one piece off its front: bytes are n <= 24 bytes
 * of safe UTF-8 in ret, width its columns (an escape is one piece with the width of its text).
 */
struct text_cell {
	char at[28];
	uint8_t n;
	uint8_t width;
};
bool text_next_cell(struct str *rest, struct text_cell *ret);

/* Columns that s takes when shown through text_next_cell(). */
size_t text_width(struct str s);

/* All of s made safe, on one line (newline, CR LF and tab become a space). Belongs to a. */
const char *text_safe(struct str s, struct arena *a);

/*
 * The folded key by which people are found: lower case, accents and other marks taken off, ligatures
 * and compatibility forms opened (ß ss, æ ae, ø o, ł l), apostrophes dropped, hyphens, full stops and
 * white space one single space, trimmed. Invalid bytes, controls and invisible characters are
 * dropped. Folding twice changes nothing more. Belongs to a.
 */
const char *text_fold(struct str s, struct arena *a);

/* In capitals, as heads are written; invalid bytes are dropped. Belongs to a. */
const char *text_upper(struct str s, struct arena *a);

/* As a sentence begins: the first character in capitals, all else as it is. Belongs to a. */
const char *text_capital(const char *s, struct arena *a);

/* Decimal digits only, in order. Belongs to a. */
const char *text_digits(struct str s, struct arena *a);

/* Does needle, already folded, stand in haystack when that is folded? Empty needles do. */
bool text_holds(struct str haystack, const char *needle);

#endif
