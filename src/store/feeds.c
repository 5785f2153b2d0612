#include "store/feeds.h"

#include "row.h"

#define ROW struct feed
// clang-format off
#define FEED_COLUMNS(X) \
	X(name, AS_TEXT) X(shape, AS_WORD(feed_shapes)) X(licence, AS_TEXT) \
	X(taken_on, AS_DAY) X(taken_by, AS_ID)
// clang-format on
#define SELECT_FEED SELECT_WITH_ID("feed", FEED_COLUMNS)

static const struct column feed_columns[] = { COLUMNS_WITH_ID(FEED_COLUMNS) };
static const struct kept feeds = KEPT("feed", feed_columns, FEED_COLUMNS);
#undef ROW

#define ROW struct feed_entry
// clang-format off
#define ENTRY_KEY(X) X(feed, AS_ID) X(external_id, AS_TEXT)
#define ENTRY_COLUMNS(X) \
	X(service, AS_ID) X(organisation, AS_ID) X(body, AS_TEXT) X(seen_on, AS_DAY) \
	X(gone_on, AS_DAY)
// clang-format on
#define SELECT_ENTRY SELECT_WITH_KEY("feed_entry", ENTRY_KEY, ENTRY_COLUMNS)

static const struct column entry_columns[] = { COLUMNS_WITH_KEY(ENTRY_KEY, ENTRY_COLUMNS) };
/* One that is new: what may update a row has the engine ready itself for many. */
static const struct kept new_entries = {
	.table = "feed_entry",
	.size = sizeof(ROW),
	.columns = entry_columns,
	.n = COUNT_OF(entry_columns),
	.own = 1,
	.insert = SQL(INSERT_WITH_KEY("feed_entry", ENTRY_KEY, ENTRY_COLUMNS)),
};
static const struct kept entries =
	KEPT_PUT("feed_entry", entry_columns, ENTRY_KEY, "feed, external_id", ENTRY_COLUMNS);

enum status feed_add(struct change *c, const struct feed *x, struct feed_id *ret)
{
	return row_add(c, &feeds, x, &ret->n);
}

enum status feed_get(struct store *st, struct feed_id id, struct arena *a, struct feed *ret)
{
	return row_get(st, &feeds, id.n, a, ret);
}

enum status feed_update(struct change *c, const struct feed *x)
{
	return row_update(c, &feeds, x);
}

enum status feed_by_name(struct store *st, const char *name, struct arena *a, struct feed *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL(SELECT_FEED "WHERE name = :name"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	return row_first(st, q, &feeds, a, ret);
}

enum status feeds_all(struct store *st, struct arena *a, struct feed_list *ret)
{
	return rows_all(st, &feeds, SQL(SELECT_FEED "ORDER BY name"), a, ret);
}

enum status feed_entry_add(struct change *c, const struct feed_entry *x)
{
	return row_put(c, &new_entries, x);
}

enum status feed_entry_put(struct change *c, const struct feed_entry *x)
{
	return row_put(c, &entries, x);
}

enum status feed_entry_get(struct store *st, struct feed_id feed, const char *external_id,
                           struct arena *a, struct feed_entry *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q, SQL(SELECT_ENTRY "WHERE feed = :feed AND external_id = :external_id"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":feed", feed.n);
	stmt_bind_text(q, ":external_id", external_id);
	return row_first(st, q, &entries, a, ret);
}

enum status feed_entries_of(struct store *st, struct service_id service, struct arena *a,
                            struct feed_entry_list *ret)
{
	struct row_query by = { SQL(SELECT_ENTRY "WHERE service = :service ORDER BY feed"),
		                ":service", service.n };

	return rows_of(st, &entries, by, a, ret);
}

enum status feed_keys_of(struct store *st, struct feed_id feed, struct arena *a,
                         struct feed_keys *ret)
{
	struct feed_keys list = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT external_id, gone_on IS NOT NULL AS gone"
	                                 " FROM feed_entry WHERE feed = :feed"
	                                 " ORDER BY external_id"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":feed", feed.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct feed_key *key = ARENA_PUSH(a, &list);

		key->external_id = stmt_text(q, "external_id", a);
		key->gone = stmt_int(q, "gone") != 0;
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status feeds_having(struct store *st, struct service_id service, size_t *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT count(*) AS n FROM feed_entry"
	                                 " WHERE service = :service AND gone_on IS NULL"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":service", service.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = row ? (size_t)stmt_int(q, "n") : 0;
	stmt_release(q);
	return rc;
}

enum status services_of_no_feed(struct store *st, struct arena *a, struct services_alone *ret)
{
	struct services_alone list = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT id, name, postcode, external_id FROM service s"
	                                 " WHERE NOT EXISTS (SELECT 1 FROM feed_entry e"
	                                 "  WHERE e.service = s.id) ORDER BY id"));
	bool row;

	if (rc != OK)
		return rc;
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct service_alone *x = ARENA_PUSH(a, &list);

		x->id.n = stmt_int(q, "id");
		x->name = stmt_text(q, "name", a);
		x->postcode = stmt_text(q, "postcode", a);
		x->external_id = stmt_text(q, "external_id", a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

/* JSON is read by the engine's own functions: what is not well formed has no resources. */
enum status resources_read(struct store *st, const char *json, struct arena *a,
                           struct resource_list *ret)
{
	struct resource_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT json_extract(value, '$.name') AS name,"
	            " json_extract(value, '$.path') AS path"
	            " FROM json_each(iif(json_valid(:json), :json, '{}'), '$.resources')"
	            " WHERE type = 'object' AND json_type(value, '$.path') = 'text'"
	            " LIMIT 200"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":json", str_of(json));
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct resource *r = ARENA_PUSH(a, &list);

		r->name = stmt_text(q, "name", a);
		r->path = stmt_text(q, "path", a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
