#include "service_pool.h"

#include "handle.h"

#include "base/text.h"

#include <string.h>

/* Of the description what stands under a list. */
// clang-format off
#define LISTING_COLUMNS \
	"s.id, s.name, (SELECT name FROM organisation WHERE id = s.provider) AS organisation," \
	" substr(s.description, 1, 600) AS description, s.attendance," \
	" s.access, s.min_age, s.max_age, s.cost, s.wait_weeks, s.phone, s.url, s.postcode, s.status," \
	" s.closed_until, s.ring_first, s.last_checked, s.checked_how, s.do_not_list, s.source," \
	" s.gone_on," \
	" (SELECT group_concat(area, ';') FROM service_area WHERE service = s.id) AS areas," \
	" u.used, u.known, u.helped, u.waiting "
// clang-format on

static int number_or(sqlite3_stmt *q, const char *column, int none)
{
	return stmt_null(q, column) ? none : (int)stmt_int(q, column);
}

static void read_service(sqlite3_stmt *q, struct arena *a, struct service *x)
{
	*x = service_blank;
	x->id.n = stmt_int(q, "id");
	x->name = stmt_text(q, "name", a);
	x->description = stmt_text(q, "description", a);
	x->attendance = stmt_text(q, "attendance", a);
	x->access = stmt_text(q, "access", a);
	x->min_age = number_or(q, "min_age", service_blank.min_age);
	x->max_age = number_or(q, "max_age", service_blank.max_age);
	x->cost = stmt_text(q, "cost", a);
	x->wait_weeks = number_or(q, "wait_weeks", service_blank.wait_weeks);
	x->phone = stmt_text(q, "phone", a);
	x->url = stmt_text(q, "url", a);
	x->postcode = stmt_text(q, "postcode", a);
	x->status = (enum service_status)stmt_word(q, "status", &service_statuses);
	x->closed_until = stmt_day(q, "closed_until");
	x->ring_first = stmt_int(q, "ring_first") != 0;
	x->last_checked = stmt_day(q, "last_checked");
	x->checked_how = (enum check_way)stmt_word(q, "checked_how", &check_ways);
	x->do_not_list = stmt_int(q, "do_not_list") != 0;
	x->source = stmt_text(q, "source", a);
	x->gone_on = stmt_day(q, "gone_on");
}

static void read_listing(sqlite3_stmt *q, struct arena *a, struct listing *x)
{
	read_service(q, a, &x->service);
	x->organisation = stmt_text(q, "organisation", a);
	x->areas = stmt_text(q, "areas", a);
	x->use.used = (int)stmt_int(q, "used");
	x->use.known = (int)stmt_int(q, "known");
	x->use.helped = (int)stmt_int(q, "helped");
	x->use.waiting = (int)stmt_int(q, "waiting");
	x->miles = MILES_UNKNOWN;
}

static enum status read_row(struct store *st, struct service_id id, struct arena *a,
                            struct listing *ret)
{
	struct listing x = { 0 };
	sqlite3_stmt *q;
	bool row = false;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT " LISTING_COLUMNS
	                        "FROM service s LEFT JOIN service_use u ON u.service = s.id"
	                        " WHERE s.id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		read_listing(q, a, &x);
	if (rc == OK)
		rc = stmt_finish(st, q);
	else
		stmt_release(q);
	if (rc == OK)
		*ret = x;
	return rc;
}

/* ---- rows that were read, while nothing at all is written ---- */

static void rows_forget(struct services_held *held, size_t n)
{
	arena_reset(&held->rows);
	memset(held->row, 0, n * sizeof(held->row[0]));
	held->rows_n = 0;
}

enum status service_rows_ready(struct store *st, const struct service_index *index)
{
	struct services_held *held = index->held;
	int64_t own = sqlite3_total_changes64(st->db), others;
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q, SQL("PRAGMA data_version"));

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	others = rc == OK && row ? stmt_int(q, "data_version") : -1;
	stmt_release(q);
	if (own != held->own || others != held->others || held->rows_n > ROWS_HELD)
		rows_forget(held, index->n);
	held->own = own;
	held->others = others;
	return rc;
}

static void copy(const char **text, struct arena *a)
{
	if (**text)
		*text = arena_strdup(a, *text);
}

static struct listing copied(const struct listing *row, struct arena *a)
{
	struct listing x = *row;
	const char **const texts[] = {
		&x.service.name,   &x.service.description, &x.service.access, &x.service.attendance,
		&x.service.cost,   &x.service.phone,       &x.service.url,    &x.service.postcode,
		&x.service.source, &x.organisation,        &x.areas
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		copy(texts[i], a);
	return x;
}

enum status service_listing(struct store *st, const struct service_index *index, size_t at,
                            struct arena *a, struct listing *ret)
{
	struct services_held *held = index->held;
	enum status rc = OK;

	if (!held->row[at]) {
		struct listing x;

		rc = read_row(st, index->at[at].id, &held->rows, &x);
		if (rc != OK || x.service.id.n == 0)
			return rc;
		held->row[at] = ARENA_NEW(&held->rows, struct listing);
		*held->row[at] = x;
		held->rows_n++;
	}
	*ret = copied(held->row[at], a);
	return rc;
}
