#include "model/fit.h"

#include "base/words.h"

#include <stdlib.h>
#include <string.h>

/* How near an area is that serves the person: 3 the council, 2 its county or region, 1 its nation, 0
 * the whole country; -1 it does not serve them. */
static int nearness(struct str area, const struct area_path *path)
{
	for (size_t i = 0; i < path->n; i++) {
		if (!str_is(area, path->at[i]))
			continue;
		if (i == 0)
			return 3;
		return i + 2 < path->n ? 2 : (int)(path->n - 1 - i);
	}
	return -1;
}

static int nearest(const struct listing *x, const struct area_path *path)
{
	struct str rest = str_of(x->areas), one;
	int best = rest.n == 0 ? 0 : -1;

	while (str_cut(&rest, ';', &one)) {
		int near = nearness(one, path);

		if (near > best)
			best = near;
	}
	return best;
}

static bool members_only(const char *access)
{
	return text_equal(access, "membership");
}

enum misfit listing_fit(const struct listing *x, const struct fit_for *who)
{
	const struct service *s = &x->service;

	if (s->do_not_list)
		return MISFIT_NOT_LISTED;
	if (s->status == SERVICE_CLOSED)
		return MISFIT_CLOSED;
	if (s->status == SERVICE_CLOSED_UNTIL && !listing_open(s, who->today))
		return MISFIT_CLOSED_UNTIL;
	if (who->path.n > 0 && nearest(x, &who->path) < 0)
		return MISFIT_AREA;
	if (who->age >= 0 && s->min_age >= 0 && who->age < s->min_age)
		return MISFIT_TOO_YOUNG;
	if (who->age >= 0 && s->max_age >= 0 && who->age > s->max_age)
		return MISFIT_TOO_OLD;
	if (members_only(s->access))
		return MISFIT_MEMBERS;
	return s->status == SERVICE_FULL ? MISFIT_FULL : FITS;
}

static const char *areas_text(const char *areas, struct arena *a)
{
	struct str rest = str_of(areas), one;
	const char *text = "";
	size_t n = 0;

	while (str_cut(&rest, ';', &one)) {
		const char *name = area_name(arena_str(a, one), a);

		if (++n <= 3)
			text = n == 1 ? name : arena_printf(a, "%s, %s", text, name);
	}
	return n > 3 ? arena_printf(a, _("%s and %zu more"), text, n - 3) : text;
}

const char *misfit_text(enum misfit why, const struct listing *x, day today, struct arena *a)
{
	switch (why) {
	case FITS:
		return "";
	case MISFIT_NOT_LISTED:
	case MISFIT_CLOSED:
	case MISFIT_CLOSED_UNTIL:
	case MISFIT_FULL:
		return listing_closed(&x->service, today, a);
	case MISFIT_AREA:
		return arena_printf(a, _("serves %s"), areas_text(x->areas, a));
	case MISFIT_TOO_YOUNG:
		return arena_printf(a, _("from %d years"), x->service.min_age);
	case MISFIT_TOO_OLD:
		return arena_printf(a, _("up to %d years"), x->service.max_age);
	case MISFIT_MEMBERS:
		return _("members only");
	}
	return "";
}

static int freshness_points(const struct service *s, day today)
{
	static const struct {
		int days, points;
	} steps[] = { { 31, 40 }, { 92, 30 }, { 183, 20 }, { SERVICE_STALE_DAYS, 10 } };

	for (size_t i = 0; s->last_checked != DAY_NONE && i < COUNT_OF(steps); i++)
		if (today - s->last_checked <= steps[i].days)
			return steps[i].points;
	return 0;
}

/* Few answers say little: one of one stands below thirty of thirty-two. */
static int helped_points(const struct service_use *use)
{
	return 30 * (use->helped + 1) / (use->known + 2);
}

#define TIER 1000

static int score(const struct listing *x, const struct fit_for *who)
{
	static const int near_points[] = { 0, 2, 6, 12 };
	const struct service *s = &x->service;
	int near = nearest(x, &who->path);
	int points = freshness_points(s, who->today) + helped_points(&x->use);

	points += near_points[near > 0 ? near : 0];
	if (s->last_checked != DAY_NONE)
		points += service_stale(s, who->today) ? TIER : 2 * TIER;
	return points;
}

struct ranked {
	int score;
	const struct listing *listing;
};

static int compare(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;
	int by_name;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	by_name = strcmp(a->listing->service.name, b->listing->service.name);
	return by_name != 0 ? by_name : (a->listing > b->listing) - (a->listing < b->listing);
}

void listings_rank(struct listing_list *list, const struct fit_for *who)
{
	struct arena a = { 0 };
	struct ranked *order = ARENA_ARRAY(&a, list->n, struct ranked);
	struct listing *rows = ARENA_ARRAY(&a, list->n, struct listing);

	for (size_t i = 0; i < list->n; i++)
		order[i] = (struct ranked){ score(&list->at[i], who), &list->at[i] };
	if (list->n > 1)
		qsort(order, list->n, sizeof(order[0]), compare);
	for (size_t i = 0; i < list->n; i++)
		rows[i] = *order[i].listing;
	for (size_t i = 0; i < list->n; i++)
		list->at[i] = rows[i];
	arena_reset(&a);
}

const char *listing_why(const struct listing *x, const struct fit_for *who, struct arena *a)
{
	const char *fresh = listing_freshness(&x->service, who->today, a);

	return arena_printf(a, _("Serves %s; %s. %s"),
	                    x->areas[0] == '\0' ? _("wherever it can (not said)")
	                                        : areas_text(x->areas, a),
	                    fresh, listing_use(&x->use, a));
}
