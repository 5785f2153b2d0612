#include "model/due_counts.h"

#include <inttypes.h>

#define HEAD "clew due counts 1"

void due_counts_write(const struct due_counts *x, struct buf *out)
{
	struct arena a = { 0 };

	buf_printf(out, HEAD "\nmade %" PRId64 "\n", x->made_at);
	for (size_t i = 0; i < x->n; i++)
		buf_printf(out, "%s %ld\n", day_iso(x->from + (day)i, &a), x->count[i]);
	arena_reset(&a);
}

static bool read_day(struct str line, day expected, long *ret)
{
	struct str rest = line, on;
	long long count;
	day d;

	if (!str_cut(&rest, ' ', &on) || !rest.at || !day_parse_iso(on, &d) || d != expected ||
	    !str_int(rest, &count) || count < 0 || count > INT32_MAX)
		return false;
	*ret = (long)count;
	return true;
}

static bool read_head(struct str *rest, int64_t *made)
{
	struct str line;
	long long n;

	if (!str_cut(rest, '\n', &line) || !str_is(line, HEAD) || !str_cut(rest, '\n', &line) ||
	    !str_starts(line, "made ") || !str_int((struct str){ line.at + 5, line.n - 5 }, &n))
		return false;
	*made = n;
	return true;
}

bool due_counts_read(struct str text, struct due_counts *ret)
{
	struct due_counts x = { 0 };
	struct str rest = text, line;

	if (text.n == 0 || text.at[text.n - 1] != '\n' || !read_head(&rest, &x.made_at))
		return false;
	for (; str_cut(&rest, '\n', &line) && line.n > 0; x.n++) {
		if (x.n == 0 &&
		    (line.n < 10 || !day_parse_iso((struct str){ line.at, 10 }, &x.from)))
			return false;
		if (x.n == DUE_COUNT_DAYS || !read_day(line, x.from + (day)x.n, &x.count[x.n]))
			return false;
	}
	if (x.n == 0)
		return false;
	*ret = x;
	return true;
}

bool due_counts_on(const struct due_counts *x, day on, long *ret)
{
	if (on < x->from || (size_t)(on - x->from) >= x->n)
		return false;
	*ret = x->count[on - x->from];
	return true;
}
