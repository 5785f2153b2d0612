#include "store/service_search.h"

#include "service_tokens.h"
#include "stmt.h"

#include "base/buf.h"
#include "base/text.h"

#define WORDS_MOST 8

// clang-format off
#define LISTING_COLUMNS \
	"s.id, s.name, s.description, s.attendance, s.access, s.min_age, s.max_age," \
	" s.cost, s.wait_weeks, s.phone, s.url, s.postcode, s.status, s.closed_until, s.ring_first," \
	" s.last_checked, s.checked_how, s.do_not_list, s.source," \
	" (SELECT name FROM organisation WHERE id = s.provider) AS organisation," \
	" (SELECT group_concat(area, ';') FROM service_area WHERE service = s.id) AS areas," \
	" u.used, u.known, u.helped, u.waiting "
#define MATCHING \
	"FROM service_text t JOIN service s ON s.id = t.rowid" \
	" LEFT JOIN service_use u ON u.service = s.id WHERE service_text MATCH :match "
#define THEIR_ROWS \
	" JOIN service s ON s.id = first.id LEFT JOIN service_use u ON u.service = s.id "
// clang-format on

/* Each word as a beginning: "rent"* "arr"*. */
static size_t add_words(struct buf *match, const char *text, struct arena *a)
{
	struct str rest = str_of(text_fold(str_of(text), a)), word;
	size_t n = 0;

	while (n < WORDS_MOST && str_cut(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		buf_puts(match, n++ == 0 ? "{name organisation description} : (\"" : " AND \"");
		for (size_t i = 0; i < word.n; i++)
			buf_putc(match, word.at[i] == '"' ? ' ' : word.at[i]);
		buf_puts(match, "\"*");
	}
	if (n > 0)
		buf_puts(match, ")");
	return n;
}

static void add_area(struct buf *match, const struct area_path *path, struct arena *a)
{
	buf_printf(match, "tokens : (%s", AREA_NOT_SAID);
	for (size_t i = 0; i < path->n; i++)
		buf_printf(match, " OR %s", area_token(path->at[i], a));
	buf_puts(match, ")");
}

/* The words of the search as FTS5 reads them; "" when nothing is asked for. Belongs to a. */
static const char *match_of(const struct service_search *how, struct arena *a)
{
	struct buf match = { 0 };
	const char *text;

	if (!text_empty(how->concern))
		buf_printf(&match, "tokens : %s", concern_token(how->concern, a));
	if (how->path.n > 0) {
		if (match.n > 0)
			buf_puts(&match, " AND ");
		add_area(&match, &how->path, a);
	}
	if (text_fold(str_of(how->text), a)[0] != '\0') {
		if (match.n > 0)
			buf_puts(&match, " AND ");
		add_words(&match, how->text, a);
	}
	text = arena_strdup(a, buf_text(&match));
	buf_done(&match);
	return text;
}

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
}

static enum status read_all(struct store *st, sqlite3_stmt *q, struct arena *a,
                            struct listing_list *ret)
{
	struct listing_list list = { 0 };
	enum status rc;
	bool row;

	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct listing *x = ARENA_PUSH(a, &list);

		read_service(q, a, &x->service);
		x->organisation = stmt_text(q, "organisation", a);
		x->areas = stmt_text(q, "areas", a);
		x->use.used = (int)stmt_int(q, "used");
		x->use.known = (int)stmt_int(q, "known");
		x->use.helped = (int)stmt_int(q, "helped");
		x->use.waiting = (int)stmt_int(q, "waiting");
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

static enum status borrow(struct store *st, const struct service_search *how, bool matching,
                          sqlite3_stmt **q)
{
	if (how->order == SERVICES_TO_CHECK) {
		return stmt_borrow(
			st, q,
			SQL("SELECT " LISTING_COLUMNS
		            "FROM service_use u JOIN service s ON s.id = u.service"
		            " WHERE (s.last_checked IS NULL OR s.last_checked < :before)"
		            "   AND s.status <> 'closed' AND s.do_not_list = 0"
		            " ORDER BY u.waiting DESC, u.used DESC, s.name LIMIT :limit"));
	}
	if (!matching)
		return stmt_borrow(st, q,
		                   SQL("SELECT " LISTING_COLUMNS
		                       "FROM service s LEFT JOIN service_use u ON u.service = s.id"
		                       " ORDER BY s.name, s.id LIMIT :limit"));
	if (how->order == SERVICES_ANYHOW)
		return stmt_borrow(st, q, SQL("SELECT " LISTING_COLUMNS MATCHING "LIMIT :limit"));
	/* Which ones first, their columns after: a short word matches thousands. */
	if (text_empty(how->text)) {
		return stmt_borrow(
			st, q,
			SQL("SELECT " LISTING_COLUMNS "FROM (SELECT s.id FROM service_text t"
		            "   JOIN service s ON s.id = t.rowid WHERE service_text MATCH :match"
		            "   ORDER BY s.name, s.id LIMIT :limit) first" THEIR_ROWS
		            "ORDER BY s.name, s.id"));
	}
	return stmt_borrow(st, q,
	                   SQL("SELECT " LISTING_COLUMNS "FROM (SELECT rowid AS id,"
	                       "   bm25(service_text, 8.0, 4.0, 1.0, 0.0) AS far"
	                       "   FROM service_text WHERE service_text MATCH :match"
	                       "   ORDER BY far LIMIT :limit) first" THEIR_ROWS
	                       "ORDER BY first.far, s.name"));
}

enum status services_search(struct store *st, const struct service_search *how, struct arena *a,
                            struct listing_list *ret)
{
	const char *match = match_of(how, a);
	sqlite3_stmt *q;
	enum status rc = borrow(st, how, match[0] != '\0', &q);

	if (rc != OK)
		return rc;
	if (how->order == SERVICES_TO_CHECK)
		stmt_bind_day(q, ":before", how->checked_before);
	else if (match[0] != '\0')
		stmt_bind_text(q, ":match", match);
	stmt_bind_int(q, ":limit", (int64_t)how->limit);
	return read_all(st, q, a, ret);
}

enum status services_count(struct store *st, const struct service_search *how, size_t *ret)
{
	struct arena a = { 0 };
	const char *match = match_of(how, &a);
	sqlite3_stmt *q;
	enum status rc;
	bool row = false;

	if (match[0] != '\0')
		rc = stmt_borrow(
			st, &q,
			SQL("SELECT count(*) AS n FROM service_text WHERE service_text MATCH :match"));
	else
		rc = stmt_borrow(st, &q, SQL("SELECT count(*) AS n FROM service"));
	if (rc == OK) {
		if (match[0] != '\0')
			stmt_bind_text(q, ":match", match);
		rc = stmt_step(st, q, &row);
		if (rc == OK)
			*ret = row ? (size_t)stmt_int(q, "n") : 0;
		stmt_release(q);
	}
	arena_reset(&a);
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
