#include "model/holidays.h"

#include "base/embedded.h"
#include "base/table.h"
#include "model/day_off.h"

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
	const struct holiday *first = NULL;

	for (size_t i = 0; h && i < h->n && !first; i++)
		if (!h->at[i].own)
			first = &h->at[i];
	return first && day_to_date(d).year >= day_to_date(first->on).year &&
	       day_to_date(d).year <= holidays_until(h);
}

int holidays_until(const struct holidays *h)
{
	int year = 0;

	for (size_t i = 0; h && i < h->n; i++)
		if (!h->at[i].own)
			year = day_to_date(h->at[i].on).year;
	return year;
}

void holidays_with(const struct holidays *h, const struct day_off_list *off, struct arena *a,
                   struct holidays *ret)
{
	struct holidays all = { .nation = h->nation };
	size_t i = 0, j = 0;

	while (i < h->n || j < off->n) {
		struct holiday *one = ARENA_PUSH(a, &all);

		if (j == off->n || (i < h->n && h->at[i].on <= off->at[j].date)) {
			j += j < off->n && off->at[j].date == h->at[i].on;
			*one = h->at[i++];
		} else {
			*one = (struct holiday){ off->at[j].date, off->at[j].name, true };
			j++;
		}
	}
	*ret = all;
}
