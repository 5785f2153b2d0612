#include "base/str.h"

#include <limits.h>
#include <string.h>

struct str str_of(const char *s)
{
	return (struct str){ s ? s : "", s ? strlen(s) : 0 };
}

bool str_is(struct str s, const char *other)
{
	return str_equal(s, str_of(other));
}

bool str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

bool str_starts(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return s.n >= n && (n == 0 || memcmp(s.at, prefix, n) == 0);
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

struct str str_trim(struct str s)
{
	while (s.n > 0 && blank(s.at[0])) {
		s.at++;
		s.n--;
	}
	while (s.n > 0 && blank(s.at[s.n - 1]))
		s.n--;
	return s;
}

bool str_cut(struct str *rest, char sep, struct str *ret)
{
	const char *end;

	if (!rest->at)
		return false;
	end = rest->n > 0 ? memchr(rest->at, sep, rest->n) : NULL;
	if (!end) {
		*ret = *rest;
		*rest = (struct str){ NULL, 0 };
		return true;
	}
	*ret = (struct str){ rest->at, (size_t)(end - rest->at) };
	rest->n -= ret->n + 1;
	rest->at = end + 1;
	return true;
}

bool str_int(struct str s, long long *ret)
{
	bool minus = s.n > 1 && s.at[0] == '-';
	size_t i = minus ? 1 : 0;
	long long value = 0;

	if (s.n == 0)
		return false;
	for (; i < s.n; i++) {
		int digit = s.at[i] - '0';

		if (digit < 0 || digit > 9 || value > (LLONG_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*ret = minus ? -value : value;
	return true;
}

bool text_equal(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}
