#include "demo.h"

#include "base/die.h"
#include "base/embedded.h"
#include "model/workdays.h"

/* splitmix64 */
static uint64_t next(struct demo *d)
{
	uint64_t z = d->seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int draw(struct demo *d, int from, int to)
{
	if (to <= from)
		return from;
	return from + (int)(next(d) % (uint64_t)(to - from + 1));
}

bool draw_of_100(struct demo *d, int chance)
{
	return draw(d, 0, 99) < chance;
}

const char *draw_part(struct demo *d, struct str list)
{
	struct str rest = list, part = { 0 };
	int n = 0, chosen;

	while (str_cut(&rest, ';', &part))
		n++;
	chosen = draw(d, 0, n - 1);
	rest = list;
	part = (struct str){ 0 };
	for (int i = 0; i <= chosen && str_cut(&rest, ';', &part); i++)
		;
	return arena_str(d->a, part);
}

static int weight_of(const struct table *t)
{
	long long n;

	return str_int(table_field(t, "weight"), &n) ? (int)n : 0;
}

void draw_row(struct demo *d, struct str text, struct table *t)
{
	int all = 0, at;

	*t = table_of(text);
	while (table_next(t))
		all += weight_of(t);
	at = draw(d, 0, all - 1);
	*t = table_of(text);
	while (table_next(t) && at >= weight_of(t))
		at -= weight_of(t);
}

const char *draw_words(struct demo *d, const char *key)
{
	struct table t = table_of(d->words);
	int n = 0, chosen;

	while (table_next(&t))
		n += str_is(table_field(&t, "key"), key);
	if (n == 0)
		die("data/demo/words.tsv has nothing for a key that the demonstration needs");
	chosen = draw(d, 0, n - 1);
	t = table_of(d->words);
	while (table_next(&t))
		if (str_is(table_field(&t, "key"), key) && chosen-- == 0)
			break;
	return arena_str(d->a, table_field(&t, "text"));
}

/* Never a day to come that was not asked for: back from a weekend when to is its end. */
day draw_working_day(struct demo *d, day from, day to)
{
	day on = (day)draw(d, from, to);

	while (!day_is_working(on, NULL) && on > from)
		on--;
	while (!day_is_working(on, NULL))
		on++;
	return on;
}

bool list_has(struct str list, const char *part)
{
	struct str one;

	while (str_cut(&list, ';', &one))
		if (str_is(one, part))
			return true;
	return false;
}
