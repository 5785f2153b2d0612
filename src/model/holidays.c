#include "model/holidays.h"

#include "base/embedded.h"
#include "base/table.h"

enum status holidays_load(enum nation nation, struct arena *a, struct holidays *ret)
{
	const char *word = words_word(&nations, (int)nation);
	struct holidays h = { .nation = nation };
	struct table t;

	if (!word)
		return E_NOT_FOUND;
	t = table_of(embedded_file(arena_printf(a, "holidays/%s.tsv", word)));
	while (table_next(&t)) {
		struct holiday *one = ARENA_PUSH(a, &h);

		if (!day_parse_iso(table_field(&t, "on"), &one->on))
			return E_DAMAGED;
		one->name = arena_str(a, table_field(&t, "name"));
	}
	*ret = h;
	return OK;
}

const char *holiday_name(const struct holidays *h, day d)
{
	for (size_t i = 0; h && i < h->n; i++)
		if (h->at[i].on == d)
			return h->at[i].name;
	return NULL;
}

bool holidays_cover(const struct holidays *h, day d)
{
	if (!h || h->n == 0)
		return false;
	return day_to_date(d).year >= day_to_date(h->at[0].on).year &&
	       day_to_date(d).year <= day_to_date(h->at[h->n - 1].on).year;
}
