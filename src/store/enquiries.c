#include "store/enquiries.h"

#include "row.h"

#define ROW struct enquiry
// clang-format off
#define ENQUIRY_COLUMNS(X) \
	X(on_day, AS_DAY) X(at_minute, AS_NUMBER) X(gave, AS_WORD(enquiry_gifts)) \
	X(topic, AS_TEXT) X(area, AS_TEXT) X(minutes, AS_NUMBER) X(by_account, AS_ID)
// clang-format on
#define SELECT_ENQUIRY SELECT_WITH_ID("enquiry", ENQUIRY_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(ENQUIRY_COLUMNS) };
static const struct kept enquiries = KEPT("enquiry", columns, ENQUIRY_COLUMNS);

enum status enquiry_add(struct change *c, const struct enquiry *x, struct enquiry_id *ret)
{
	return row_add(c, &enquiries, x, &ret->n);
}

enum status enquiry_get(struct store *st, struct enquiry_id id, struct arena *a,
                        struct enquiry *ret)
{
	return row_get(st, &enquiries, id.n, a, ret);
}

enum status enquiry_update(struct change *c, const struct enquiry *x)
{
	return row_update(c, &enquiries, x);
}

enum status enquiry_service_add(struct change *c, struct enquiry_id id, struct service_id service)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO enquiry_service (enquiry, service)"
	                                 " VALUES (:enquiry, :service) ON CONFLICT DO NOTHING"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":enquiry", id.n);
	stmt_bind_int(q, ":service", service.n);
	return stmt_run(c->st, q);
}

enum status enquiries_since(struct store *st, day from, size_t limit, struct arena *a,
                            struct enquiry_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_ENQUIRY "WHERE on_day >= :from_day"
	                                                " ORDER BY on_day DESC, id DESC"
	                                                " LIMIT :most"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":from_day", from);
	stmt_bind_int(q, ":most", (int64_t)limit);
	return rows_read(st, q, &enquiries, a, ret);
}

enum status enquiry_services_text(struct store *st, struct enquiry_id id, struct arena *a,
                                  const char **ret)
{
	const char *text = "";
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT s.name FROM enquiry_service e"
	                                 "  JOIN service s ON s.id = e.service"
	                                 " WHERE e.enquiry = :enquiry ORDER BY s.id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":enquiry", id.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		text = arena_printf(a, "%s%s%s", text, *text ? "; " : "", stmt_text(q, "name", a));
	stmt_release(q);
	if (rc == OK)
		*ret = text;
	return rc;
}
