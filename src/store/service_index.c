#include "service_index.h"

#include "handle.h"
#include "service_pool.h"

#include "model/none.h"

#include <string.h>

void services_forget(struct store *st)
{
	if (st->services)
		arena_reset(&st->services->held->rows);
	st->services = NULL;
	arena_reset(&st->services_arena);
}

size_t services_at(const struct service_index *index, struct service_id id)
{
	size_t low = 0, high = index->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (index->at[middle].id.n < id.n)
			low = middle + 1;
		else
			high = middle;
	}
	return low < index->n && index->at[low].id.n == id.n ? low : index->n;
}

size_t services_from(const struct service_index *index, size_t at, struct service_id id)
{
	for (size_t end = at + 8; at < index->n && at < end; at++)
		if (index->at[at].id.n == id.n)
			return at;
	return services_at(index, id);
}

static enum status number_of(struct store *st, const char *sql, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = row ? stmt_int(q, "n") : 0;
	stmt_release(q);
	return rc;
}

static uint64_t language_bit(struct service_index *x, struct str one, struct arena *a)
{
	for (size_t i = 0; i < x->languages; i++)
		if (str_is(one, x->language[i]))
			return UINT64_C(1) << i;
	if (x->languages == LANGUAGES_MOST)
		return 0;
	x->language[x->languages] = arena_str(a, one);
	return UINT64_C(1) << x->languages++;
}

static uint64_t speaks(struct service_index *x, struct str languages, struct arena *a)
{
	struct str one;
	uint64_t bits = 0;

	while (str_cut(&languages, ';', &one))
		if (one.n > 0)
			bits |= language_bit(x, one, a);
	return bits;
}

static int16_t age_or_none(sqlite3_stmt *q, const char *column)
{
	return (int16_t)(stmt_null(q, column) ? NUMBER_NONE : stmt_int(q, column));
}

static void read_gist(sqlite3_stmt *q, struct gist *g)
{
	unsigned flags = (unsigned)stmt_int(q, "flags");

	g->id.n = stmt_int(q, "service");
	g->offers = (uint16_t)stmt_int(q, "offers");
	g->do_not_list = (flags & GIST_NOT_LISTED) != 0;
	g->members = (flags & GIST_MEMBERS) != 0;
	g->go_there = (flags & GIST_GO_THERE) != 0;
	g->anywhere = (flags & GIST_ANYWHERE) != 0;
	g->area_said = (flags & GIST_AREA_SAID) != 0;
	g->status = (uint8_t)stmt_word(q, "status", &service_statuses);
	g->closed_until = stmt_day(q, "closed_until");
	g->min_age = age_or_none(q, "min_age");
	g->max_age = age_or_none(q, "max_age");
	g->checked = stmt_day(q, "checked");
	g->use.used = (int)stmt_int(q, "used");
	g->use.known = (int)stmt_int(q, "known");
	g->use.helped = (int)stmt_int(q, "helped");
	g->use.waiting = (int)stmt_int(q, "waiting");
}

static enum status read_gists(struct store *st, struct service_index *x, size_t room,
                              struct arena *a)
{
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT g.service, g.offers, g.flags, g.status, g.closed_until, g.min_age,"
	            " g.max_age, g.checked, u.used, u.known, u.helped, u.waiting, g.languages"
	            " FROM service_gist g LEFT JOIN service_use u ON u.service = g.service"
	            " ORDER BY g.service"));

	if (rc != OK)
		return rc;
	while (x->n < room && (rc = stmt_step(st, q, &row)) == OK && row) {
		read_gist(q, &x->at[x->n]);
		x->speaks[x->n] = speaks(x, stmt_str(q, "languages"), a);
		x->n++;
	}
	stmt_release(q);
	return rc;
}

static enum status read_names(struct store *st, struct service_index *x)
{
	sqlite3_stmt *q;
	uint32_t n = 0;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT service FROM service_gist INDEXED BY"
	                                 " service_gist_by_name ORDER BY sort_name, service"));

	if (rc != OK)
		return rc;
	while (n < x->n && (rc = stmt_step(st, q, &row)) == OK && row) {
		size_t at = services_at(x, (struct service_id){ stmt_int(q, "service") });

		if (at == x->n)
			continue;
		x->by_name[n] = (uint32_t)at;
		x->rank[at] = n++;
	}
	stmt_release(q);
	return rc;
}

static enum status read_where(struct store *st, struct service_index *x, size_t room)
{
	sqlite3_stmt *q;
	size_t at = 0;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT service, latitude, longitude FROM service_where"
	                                 " WHERE latitude IS NOT NULL ORDER BY service, outcode"));

	if (rc != OK)
		return rc;
	while (x->where_n < room && (rc = stmt_step(st, q, &row)) == OK && row) {
		int64_t id = stmt_int(q, "service");

		while (at < x->n && x->at[at].id.n < id)
			x->first[++at] = (uint32_t)x->where_n;
		if (at == x->n || x->at[at].id.n != id)
			continue;
		x->where[x->where_n++] = (struct place){ (int)stmt_int(q, "latitude"),
			                                 (int)stmt_int(q, "longitude") };
	}
	while (at < x->n)
		x->first[++at] = (uint32_t)x->where_n;
	stmt_release(q);
	return rc;
}

static enum status load(struct store *st, struct service_index *x)
{
	struct arena *a = &st->services_arena;
	int64_t room = 0, places = 0;
	enum status rc = number_of(st, SQL("SELECT count(*) AS n FROM service_gist"), &room);

	if (rc == OK)
		rc = number_of(st, SQL("SELECT count(*) AS n FROM service_where"), &places);
	if (rc != OK)
		return rc;
	x->at = ARENA_ARRAY(a, (size_t)room + 1, struct gist);
	x->by_name = ARENA_ARRAY(a, (size_t)room + 1, uint32_t);
	x->rank = ARENA_ARRAY(a, (size_t)room + 1, uint32_t);
	x->speaks = ARENA_ARRAY(a, (size_t)room + 1, uint64_t);
	x->first = ARENA_ARRAY(a, (size_t)room + 2, uint32_t);
	x->where = ARENA_ARRAY(a, (size_t)places + 1, struct place);
	x->held = ARENA_NEW(a, struct services_held);
	x->held->row = ARENA_ARRAY(a, (size_t)room + 1, struct listing *);
	for (size_t i = 0; i < WORDS_HELD; i++)
		x->held->word[i].tier = ARENA_ARRAY(a, (size_t)room + 1, uint8_t);
	rc = read_gists(st, x, (size_t)room, a);
	if (rc == OK)
		rc = read_names(st, x);
	return rc == OK ? read_where(st, x, (size_t)places) : rc;
}

enum status services_read(struct store *st, const struct service_index **ret)
{
	int64_t stamp = 0;
	enum status rc = number_of(st, SQL("SELECT n FROM service_stamp"), &stamp);

	if (rc == OK && st->services && st->services->stamp != stamp)
		services_forget(st);
	if (rc == OK && !st->services) {
		struct service_index *x = ARENA_NEW(&st->services_arena, struct service_index);

		x->stamp = stamp;
		rc = words_rank_ready(st);
		if (rc == OK)
			rc = load(st, x);
		if (rc != OK) {
			services_forget(st);
			return rc;
		}
		st->services = x;
	}
	if (rc == OK)
		*ret = st->services;
	return rc;
}
