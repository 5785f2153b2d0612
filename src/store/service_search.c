#include "store/service_search.h"

#include "service_pool.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- in which order ---- */

#define FAR_ANYWHERE 100000
#define FAR_UNKNOWN  200000

static int miles_to(const struct service_index *index, size_t at, const struct place *from)
{
	const struct gist *g = &index->at[at];
	int best = MILES_UNKNOWN;

	for (size_t i = index->first[at]; from && g->go_there && i < index->first[at + 1]; i++) {
		int miles = miles_between(*from, index->where[i]);

		if (best < 0 || miles < best)
			best = miles;
	}
	return best < 0 && g->anywhere ? MILES_ANYWHERE : best;
}

static int far_of(const struct service_pool *pool, const struct service_search *how, size_t at)
{
	int miles = miles_to(pool->index, at, how->near);

	if (miles == MILES_UNKNOWN)
		return FAR_UNKNOWN;
	return miles == MILES_ANYWHERE ? FAR_ANYWHERE : miles;
}

static int helped_of(const struct gist *g)
{
	if (g->use.known == 0)
		return 1000000;
	return 500000 - 100000 * (g->use.helped + 1) / (g->use.known + 2);
}

static int best_of(const struct service_pool *pool, const struct service_search *how, size_t at)
{
	const struct gist *g = &pool->index->at[at];
	bool stale = g->checked == DAY_NONE || how->today - g->checked > SERVICE_STALE_DAYS;

	if (how->who)
		return 4 * GIST_TIER - gist_score(g, pool->like ? &pool->like[at] : NULL,
		                                  pool->near[at], how->today);
	return text_empty(how->text) ? 0 : 2 * pool->found[at] + stale;
}

/* Lower first. */
static int order_of(const struct service_pool *pool, const struct service_search *how, size_t at)
{
	const struct gist *g = &pool->index->at[at];

	if (how->rest)
		return 0;
	switch (how->order) {
	case SERVICES_BEST:
		return best_of(pool, how, at);
	case SERVICES_NEAREST:
		return far_of(pool, how, at);
	case SERVICES_FRESHEST:
		return g->checked == DAY_NONE ? INT32_MAX : how->today - g->checked + 100000;
	case SERVICES_HELPED:
		return helped_of(g);
	case SERVICES_BY_NAME:
	case SERVICE_ORDERS_N:
		break;
	}
	return 0;
}

/* The first `room` of what is put in: a heap with the last of them on top. */
struct best {
	uint64_t *at;
	size_t n, room;
};

static void sink(struct best *b, size_t i)
{
	for (;;) {
		size_t low = 2 * i + 1;
		uint64_t held = b->at[i];

		if (low + 1 < b->n && b->at[low + 1] > b->at[low])
			low++;
		if (low >= b->n || b->at[low] <= held)
			return;
		b->at[i] = b->at[low];
		b->at[low] = held;
		i = low;
	}
}

static void best_put(struct best *b, uint64_t key)
{
	size_t i = b->n;

	if (b->n == b->room) {
		if (b->room > 0 && key < b->at[0]) {
			b->at[0] = key;
			sink(b, 0);
		}
		return;
	}
	b->at[b->n++] = key;
	for (; i > 0 && b->at[(i - 1) / 2] < key; i = (i - 1) / 2) {
		b->at[i] = b->at[(i - 1) / 2];
		b->at[(i - 1) / 2] = key;
	}
}

static int by_key(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return *a < *b ? -1 : *a > *b;
}

/* ---- searching ---- */

static bool fits(const struct service_pool *pool, const struct service_search *how, size_t at)
{
	return !how->who || gist_fit(&pool->index->at[at], pool->near[at], how->who) == FITS;
}

static enum status read_one(struct store *st, const struct service_pool *pool,
                            const struct service_search *how, size_t at, struct arena *a,
                            struct listing_list *list)
{
	struct listing x = { 0 };
	enum status rc = service_listing(st, pool->index, at, a, &x);

	if (rc != OK || x.service.id.n == 0)
		return rc;
	x.miles = miles_to(pool->index, at, how->near);
	x.favourite = pool->favourite[at];
	if (pool->like)
		x.like = pool->like[at];
	*ARENA_PUSH(a, list) = x;
	return OK;
}

static enum status read_best(struct store *st, const struct service_pool *pool,
                             const struct service_search *how, struct best *best, struct arena *a,
                             struct listing_list *list)
{
	enum status rc = service_rows_ready(st, pool->index);

	if (best->n > 1)
		qsort(best->at, best->n, sizeof(best->at[0]), by_key);
	for (size_t i = 0; rc == OK && i < best->n; i++)
		rc = read_one(st, pool, how,
		              pool->index->by_name[(uint32_t)(best->at[i] & UINT32_MAX)], a, list);
	return rc;
}

enum status services_search(struct store *st, const struct service_search *how, struct arena *a,
                            struct service_found *ret)
{
	struct arena scratch = { 0 };
	struct service_pool pool;
	struct service_found found = { 0 };
	struct best best = { .room = how->limit };
	enum status rc = service_pool(st, how, &scratch, &pool);

	if (rc != OK)
		goto done;
	best.at = ARENA_ARRAY(&scratch, how->limit + 1, uint64_t);
	for (size_t i = 0; i < pool.index->n; i++) {
		bool fit;

		if (!pool_wants(&pool, how, i))
			continue;
		fit = fits(&pool, how, i);
		found.n += fit;
		found.rest_n += !fit;
		if (fit != how->rest)
			best_put(&best,
			         (uint64_t)order_of(&pool, how, i) << 32 | pool.index->rank[i]);
	}
	rc = read_best(st, &pool, how, &best, a, &found.list);
	found.missing = arena_strdup(a, pool.missing);
	found.instead = arena_strdup(a, pool.instead);
	if (rc == OK)
		*ret = found;
done:
	arena_reset(&scratch);
	return rc;
}

/* ---- how many would be left ---- */

static void count_languages(const struct service_index *index, const size_t *counts,
                            struct arena *a, struct service_tally *ret)
{
	for (size_t i = 0; i < index->languages; i++) {
		size_t at = ret->languages;

		while (at > 0 && ret->language[at - 1].n < counts[i])
			at--;
		if (counts[i] == 0 || at == TALLY_LANGUAGES)
			continue;
		if (ret->languages < TALLY_LANGUAGES)
			ret->languages++;
		for (size_t j = ret->languages - 1; j > at; j--)
			ret->language[j] = ret->language[j - 1];
		ret->language[at].name = arena_strdup(a, index->language[i]);
		ret->language[at].n = counts[i];
	}
}

enum status services_tally(struct store *st, const struct service_search *how, struct arena *a,
                           struct service_tally *ret)
{
	struct arena scratch = { 0 };
	struct service_pool pool;
	struct service_tally tally = { 0 };
	size_t languages[LANGUAGES_MOST] = { 0 };
	enum status rc = service_pool(st, how, &scratch, &pool);

	for (size_t i = 0; rc == OK && i < pool.index->n; i++) {
		if (!pool_wants(&pool, how, i))
			continue;
		if (!fits(&pool, how, i)) {
			tally.rest_n++;
			continue;
		}
		tally.n++;
		tally.favourites += pool.favourite[i];
		for (unsigned k = 1; k < OFFERS_END; k++)
			tally.offers[k] += (pool.index->at[i].offers & OFFER_BIT(k)) != 0;
		for (uint64_t k = 0, left = pool.index->speaks[i]; left; k++, left >>= 1)
			languages[k] += left & 1;
	}
	if (rc == OK) {
		count_languages(pool.index, languages, a, &tally);
		*ret = tally;
	}
	arena_reset(&scratch);
	return rc;
}

enum status service_use_get(struct store *st, struct service_id id, struct service_use *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT used, known, helped, waiting FROM service_use"
	                                 " WHERE service = :service"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", id.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = (struct service_use){ 0 };
	if (rc == OK && row)
		*ret = (struct service_use){ (int)stmt_int(q, "used"), (int)stmt_int(q, "known"),
			                     (int)stmt_int(q, "helped"),
			                     (int)stmt_int(q, "waiting") };
	stmt_release(q);
	return rc;
}
