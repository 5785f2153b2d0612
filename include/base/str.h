#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/* A piece of somebody else's text: n bytes at at, not ended by NUL. Owns nothing. */
struct str {
	const char *at;
	size_t n;
};

#define STR(literal) ((struct str){ ("" literal ""), sizeof(literal) - 1 })

struct str str_of(const char *s); /* NULL is empty */
bool str_is(struct str s, const char *other);
bool str_equal(struct str a, struct str b);
bool str_starts(struct str s, const char *prefix);
struct str str_trim(struct str s); /* without blanks and tabs at both ends */

/*
 * Take the part of *rest before the next sep, and move *rest behind it. False when
 * *rest is used up (its at is then NULL). "a,,b" gives three parts, the middle empty.
 */
bool str_cut(struct str *rest, char sep, struct str *ret);

/* A whole decimal number and nothing else; false when it is not, or does not fit. */
bool str_int(struct str s, long long *ret);

/* C strings: NULL and "" are both empty. */
static inline bool text_empty(const char *s)
{
	return !s || !*s;
}
bool text_equal(const char *a, const char *b);

#endif
