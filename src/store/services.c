#include "store/services.h"

#include "row.h"
#include "service_tokens.h"

#define ROW struct service
// clang-format off
#define SERVICE_COLUMNS(X) \
	X(external_id, AS_TEXT) X(provider, AS_ID) X(name, AS_TEXT) X(description, AS_TEXT) \
	X(attendance, AS_TEXT) X(access, AS_TEXT) \
	X(min_age, AS_NUMBER) X(max_age, AS_NUMBER) X(cost, AS_TEXT) \
	X(wait_weeks, AS_NUMBER) X(phone, AS_TEXT) X(email, AS_TEXT) X(url, AS_TEXT) \
	X(address, AS_TEXT) X(postcode, AS_TEXT) X(hours, AS_TEXT) X(languages, AS_TEXT) \
	X(accessibility, AS_TEXT) X(other_name, AS_TEXT) X(eligibility, AS_TEXT) \
	X(apply, AS_TEXT) X(bring, AS_TEXT) X(interpreters, AS_TEXT) X(place_name, AS_TEXT) \
	X(transport, AS_TEXT) X(accreditation, AS_TEXT) X(vetted, AS_WORD(vettings)) \
	X(vetted_on, AS_DAY) X(vetted_until, AS_DAY) X(vetted_by, AS_ID) X(staff_note, AS_TEXT) X(alert, AS_TEXT) \
	X(status, AS_WORD(service_statuses)) X(closed_until, AS_DAY) X(source, AS_TEXT) \
	X(source_note, AS_TEXT) X(ring_first, AS_FLAG) X(last_checked, AS_DAY) \
	X(checked_how, AS_WORD(check_ways)) X(checked_by, AS_ID) X(next_check, AS_DAY) \
	X(check_tries, AS_NUMBER) X(edited_on, AS_DAY) X(gone_on, AS_DAY) X(do_not_list, AS_FLAG)
// clang-format on
#define SELECT_SERVICE SELECT_WITH_ID("service", SERVICE_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(SERVICE_COLUMNS) };
static const struct kept services = KEPT("service", columns, SERVICE_COLUMNS);

enum status service_add(struct change *c, const struct service *x, struct service_id *ret)
{
	return row_add(c, &services, x, &ret->n);
}

enum status service_get(struct store *st, struct service_id id, struct arena *a,
                        struct service *ret)
{
	return row_get(st, &services, id.n, a, ret);
}

enum status service_update(struct change *c, const struct service *x)
{
	enum status rc = row_update(c, &services, x);

	return rc == OK ? derive_gist(c, x->id) : rc;
}

enum status service_by_external_id(struct store *st, const char *external_id, struct arena *a,
                                   struct service *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q, SQL(SELECT_SERVICE "WHERE external_id = :external_id"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":external_id", external_id);
	return row_first(st, q, &services, a, ret);
}

enum status service_ids_after(struct store *st, struct service_id after, size_t limit,
                              struct arena *a, struct service_id_list *ret)
{
	struct service_id_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT id FROM service WHERE id > :after ORDER BY id LIMIT :limit"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":after", after.n);
	stmt_bind_int(q, ":limit", (int64_t)limit);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		ARENA_PUSH(a, &list)->n = stmt_int(q, "id");
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
