#include "rows.h"

#include "base/embedded.h"

#include <string.h>

static int str_order(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n > 0 ? memcmp(a.at, b.at, n) : 0;

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static struct str line_around(const char *low, const char *high, const char *at)
{
	const char *end = memchr(at, '\n', (size_t)(high - at));

	while (at > low && at[-1] != '\n')
		at--;
	if (!end)
		end = high;
	return (struct str){ at, (size_t)(end - at) };
}

bool row_find(const char *file, struct str key, struct table *ret)
{
	struct table t = table_of(embedded_file(file));
	const char *low = t.rest.at, *high;

	if (!low)
		return false;
	high = low + t.rest.n;
	while (low < high) {
		struct str line = line_around(low, high, low + (high - low) / 2);
		struct str rest = line, first = line;
		int order;

		(void)str_cut(&rest, '\t', &first);
		order = str_order(key, first);
		if (order == 0) {
			t.rest = line;
			if (!table_next(&t))
				return false;
			*ret = t;
			return true;
		}
		if (order < 0)
			high = line.at;
		else
			low = line.at + line.n + 1;
	}
	return false;
}

int row_thousandths(struct str text)
{
	bool minus = text.n > 0 && text.at[0] == '-';
	int value = 0, missing = 3; /* decimals still to come */
	bool point = false;

	for (size_t i = minus; i < text.n && missing > 0; i++) {
		char c = text.at[i];

		if (c == '.' && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || value > 1000000)
			return 0;
		value = value * 10 + (c - '0');
		missing -= point;
	}
	while (missing-- > 0)
		value *= 10;
	return minus ? -value : value;
}
