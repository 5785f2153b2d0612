#include "model/places.h"

#include <string.h>

/* Letters that never stand there, of the postcode grammar. */
static const char not_first[] = "QVX", not_second[] = "IJZ", not_inward[] = "CIKMOV";
static const char third_of_one[] = "ABCDEFGHJKMPSTUW", fourth_of_two[] = "ABEHMNPRVWXY";

static bool letter(char c, const char *without)
{
	return c >= 'A' && c <= 'Z' && !strchr(without, c);
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A9, A99, A9A, AA9, AA99, AA9A. */
static bool outcode_valid(const char *s, size_t n)
{
	size_t letters = n > 1 && letter(s[1], not_second) ? 2 : 1;
	const char *last = letters == 2 ? fourth_of_two : third_of_one;

	if (n == 3 && memcmp(s, "GIR", 3) == 0)
		return true;
	if (n < letters + 1 || n > letters + 2 || !letter(s[0], not_first) || !digit(s[letters]))
		return false;
	return n == letters + 1 || digit(s[n - 1]) || strchr(last, s[n - 1]);
}

static bool inward_valid(const char *s)
{
	return digit(s[0]) && letter(s[1], not_inward) && letter(s[2], not_inward);
}

/* Upper case without blanks into out (8 bytes); its length, or 0 when it cannot be a postcode. */
static size_t squeeze(const char *text, char out[8])
{
	size_t n = 0;

	for (; text && *text; text++) {
		char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;

		if (c == ' ' || c == '\t')
			continue;
		if ((!digit(c) && !letter(c, "")) || n == 7)
			return 0;
		out[n++] = c;
	}
	out[n] = '\0';
	return n;
}

const char *postcode_normalise(const char *text, struct arena *a)
{
	char s[8];
	size_t n = squeeze(text, s);

	if (n < 5 || !outcode_valid(s, n - 3) || !inward_valid(s + n - 3))
		return NULL;
	return arena_printf(a, "%.*s %s", (int)n - 3, s, s + n - 3);
}

bool postcode_valid(const char *text)
{
	char s[8];
	size_t n = squeeze(text, s);

	return n >= 5 && outcode_valid(s, n - 3) && inward_valid(s + n - 3);
}

const char *outcode_of(const char *text, struct arena *a)
{
	char s[8];
	size_t n = squeeze(text, s);

	if (n >= 5 && outcode_valid(s, n - 3) && inward_valid(s + n - 3))
		return arena_str(a, (struct str){ s, n - 3 });
	return n >= 2 && outcode_valid(s, n) ? arena_strdup(a, s) : NULL;
}
