#include "model/fit.h"

#include "base/words.h"

#include <stdlib.h>
#include <string.h>

int area_near(const struct area_path *path, size_t step)
{
	if (step == 0)
		return 3;
	return step + 2 < path->n ? 2 : (int)(path->n - 1 - step);
}

static int nearness(struct str area, const struct area_path *path)
{
	for (size_t i = 0; i < path->n; i++)
		if (str_is(area, path->at[i]))
			return area_near(path, i);
	return NEAR_NOT;
}

static int nearest(const struct listing *x, const struct area_path *path)
{
	struct str rest = str_of(x->areas), one;
	int best = rest.n == 0 ? 0 : NEAR_NOT;

	while (str_cut(&rest, ';', &one)) {
		int near = nearness(one, path);

		if (near > best)
			best = near;
	}
	return best;
}

static bool shut(const struct gist *g, day today)
{
	return g->status == SERVICE_CLOSED_UNTIL &&
	       (g->closed_until == DAY_NONE || g->closed_until > today);
}

enum misfit gist_fit(const struct gist *g, int near, const struct fit_for *who)
{
	if (g->do_not_list)
		return MISFIT_NOT_LISTED;
	if (g->status == SERVICE_CLOSED)
		return MISFIT_CLOSED;
	if (shut(g, who->today))
		return MISFIT_CLOSED_UNTIL;
	if (who->path.n > 0 && near < 0)
		return MISFIT_AREA;
	if (who->age >= 0 && g->min_age >= 0 && who->age < g->min_age)
		return MISFIT_TOO_YOUNG;
	if (who->age >= 0 && g->max_age >= 0 && who->age > g->max_age)
		return MISFIT_TOO_OLD;
	if (g->members)
		return MISFIT_MEMBERS;
	return g->status == SERVICE_FULL ? MISFIT_FULL : FITS;
}

enum misfit listing_fit(const struct listing *x, const struct fit_for *who)
{
	struct gist g = gist_of(&x->service);

	return gist_fit(&g, nearest(x, &who->path), who);
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

static int freshness_points(day checked, day today)
{
	static const struct {
		int days, points;
	} steps[] = { { 31, 40 }, { 92, 30 }, { 183, 20 }, { SERVICE_STALE_DAYS, 10 } };

	for (size_t i = 0; checked != DAY_NONE && i < COUNT_OF(steps); i++)
		if (today - checked <= steps[i].days)
			return steps[i].points;
	return 0;
}

/* Few answers say little: one of one stands below thirty of thirty-two. */
static int helped_points(const struct service_use *use)
{
	return 30 * (use->helped + 1) / (use->known + 2);
}

int gist_score(const struct gist *g, const struct service_use *like, int near, day today)
{
	static const int near_points[] = { 0, 2, 6, 12 };
	bool enough = like && like->known >= LIKE_ENOUGH;
	int points = freshness_points(g->checked, today) + helped_points(enough ? like : &g->use);

	points += near_points[near > 0 ? near : 0];
	if (g->checked != DAY_NONE)
		points += today - g->checked > SERVICE_STALE_DAYS ? GIST_TIER : 2 * GIST_TIER;
	return points;
}

static int score(const struct listing *x, const struct fit_for *who)
{
	struct gist g = gist_of(&x->service);

	g.use = x->use;
	return gist_score(&g, NULL, nearest(x, &who->path), who->today);
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
