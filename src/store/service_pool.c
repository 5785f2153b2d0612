#include "service_pool.h"

#include "handle.h"

#include "base/text.h"
#include "model/none.h"

#include <string.h>

/* ---- what can be asked of a table: which services ---- */

/* The service is the first column: columns are read by place, as there may be thousands of rows. */
struct asked_of {
	const char *sql, *name, *text;
	int64_t number; /* when there is no text */
};

typedef void each(struct service_pool *pool, size_t at, sqlite3_stmt *q, int value);

static enum status for_each(struct store *st, struct service_pool *pool, const struct asked_of *x,
                            each *take, int value)
{
	sqlite3_stmt *q;
	size_t at = 0;
	bool row;
	enum status rc = stmt_borrow(st, &q, x->sql);

	if (rc != OK)
		return rc;
	if (x->text)
		stmt_bind_text(q, x->name, x->text);
	else
		stmt_bind_int(q, x->name, x->number);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		int64_t id = sqlite3_column_int64(q, 0);

		at = services_from(pool->index, at, (struct service_id){ id });
		if (at < pool->index->n)
			take(pool, at, q, value);
	}
	stmt_release(q);
	return rc;
}

static void take_found(struct service_pool *pool, size_t at, sqlite3_stmt *q, int value)
{
	(void)q;
	pool->found[at] = (uint8_t)value;
}

static void take_near(struct service_pool *pool, size_t at, sqlite3_stmt *q, int value)
{
	(void)q;
	if (pool->near[at] < value)
		pool->near[at] = (int8_t)value;
}

static void take_favourite(struct service_pool *pool, size_t at, sqlite3_stmt *q, int value)
{
	(void)q;
	(void)value;
	pool->favourite[at] = true;
}

static void take_like(struct service_pool *pool, size_t at, sqlite3_stmt *q, int value)
{
	(void)value;
	pool->like[at] = (struct service_use){ .used = (int)sqlite3_column_int64(q, 1),
		                               .known = (int)sqlite3_column_int64(q, 2),
		                               .helped = (int)sqlite3_column_int64(q, 3) };
}

static enum status find_like(struct store *st, const char *concern, struct service_pool *pool,
                             struct arena *a)
{
	const struct asked_of x = { SQL("SELECT service, used, known, helped FROM"
		                        " service_concern_use WHERE concern = :concern"),
		                    ":concern", concern, 0 };

	pool->like = ARENA_ARRAY(a, pool->index->n + 1, struct service_use);
	return for_each(st, pool, &x, take_like, 0);
}

static enum status find_text(struct store *st, const struct service_search *how,
                             struct service_pool *pool, struct arena *a)
{
	const struct asked_of x = { SQL("SELECT service FROM service_concern WHERE code = :code"),
		                    ":code", how->concern, 0 };
	enum status rc = OK;

	if (text_empty(how->concern))
		memset(pool->found, 1, pool->index->n);
	else
		rc = for_each(st, pool, &x, take_found, 1);
	return rc == OK ? words_narrow(st, how->text, pool, a) : rc;
}

/* ---- areas ---- */

static enum status serves(struct store *st, struct service_pool *pool, const char *area, int near)
{
	const struct asked_of x = { SQL("SELECT service FROM service_area WHERE area = :area"),
		                    ":area", area, 0 };

	return for_each(st, pool, &x, take_near, near);
}

static enum status find_near(struct store *st, const struct service_search *how,
                             const struct area_path *path, struct service_pool *pool)
{
	enum status rc = OK;

	for (size_t i = 0; path->n > 0 && i < pool->index->n; i++)
		pool->near[i] = pool->index->at[i].area_said ? NEAR_NOT : 0;
	for (size_t i = 0; rc == OK && i < path->n; i++)
		rc = serves(st, pool, path->at[i], area_near(path, i));
	for (size_t i = 0; rc == OK && path->n > 0 && i < how->beside.n; i++)
		rc = serves(st, pool, how->beside.at[i], 2);
	return rc;
}

static enum status find_favourites(struct store *st, struct account_id whose,
                                   struct service_pool *pool)
{
	const struct asked_of x = { SQL("SELECT service FROM favourite WHERE account = :account"),
		                    ":account", NULL, whose.n };

	return whose.n == 0 ? OK : for_each(st, pool, &x, take_favourite, 0);
}

enum status service_pool(struct store *st, const struct service_search *how, struct arena *a,
                         struct service_pool *ret)
{
	struct service_pool pool = { .missing = "", .instead = "" };
	const struct area_path *path = how->who ? &how->who->path : &how->path;
	enum status rc = services_read(st, &pool.index);

	if (rc != OK)
		return rc;
	pool.found = ARENA_ARRAY(a, pool.index->n + 1, uint8_t);
	pool.near = ARENA_ARRAY(a, pool.index->n + 1, int8_t);
	pool.favourite = ARENA_ARRAY(a, pool.index->n + 1, bool);
	rc = find_text(st, how, &pool, a);
	if (rc == OK)
		rc = find_near(st, how, path, &pool);
	if (rc == OK)
		rc = find_favourites(st, how->whose, &pool);
	if (rc == OK && !text_empty(how->concern))
		rc = find_like(st, how->concern, &pool, a);
	if (rc == OK)
		*ret = pool;
	return rc;
}

static bool speaks(const struct service_index *index, const char *language, size_t at)
{
	for (size_t i = 0; i < index->languages; i++)
		if (text_equal(index->language[i], language))
			return (index->speaks[at] >> i & 1) != 0;
	return false;
}

bool pool_wants(const struct service_pool *pool, const struct service_search *how, size_t at)
{
	const struct gist *g = &pool->index->at[at];

	if (!pool->found[at] || (g->offers & how->offers) != how->offers)
		return false;
	if (how->favourites && !pool->favourite[at])
		return false;
	if (how->age > 0 && ((g->min_age >= 0 && how->age < g->min_age) ||
	                     (g->max_age >= 0 && how->age > g->max_age)))
		return false;
	if (!how->who && pool->near[at] < 0)
		return false;
	return text_empty(how->language) || speaks(pool->index, how->language, at);
}
