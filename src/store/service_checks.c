#include "store/service_checks.h"

#include "row.h"

#define ROW struct service_check
// clang-format off
#define CHECK_COLUMNS(X) \
	X(service, AS_ID) X(on_day, AS_DAY) X(at_minute, AS_NUMBER) X(how, AS_WORD(check_ways)) \
	X(result, AS_WORD(check_results)) X(words, AS_TEXT) X(next_on, AS_DAY) X(by_account, AS_ID)
#define NOTE_COLUMNS(X) \
	X(service, AS_ID) X(words, AS_TEXT) X(on_day, AS_DAY) X(by_account, AS_ID)
// clang-format on
static const struct column check_columns[] = { COLUMNS_WITH_ID(CHECK_COLUMNS) };
static const struct kept checks = KEPT("service_check", check_columns, CHECK_COLUMNS);
#undef ROW
#define ROW struct service_note
static const struct column note_columns[] = { COLUMNS_WITH_ID(NOTE_COLUMNS) };
static const struct kept notes = KEPT("service_note", note_columns, NOTE_COLUMNS);
#undef ROW

enum status service_check_add(struct change *c, const struct service_check *x,
                              struct service_check_id *ret)
{
	return row_add(c, &checks, x, &ret->n);
}

enum status service_checks_of(struct store *st, struct service_id service, struct arena *a,
                              struct service_check_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID(
			"service_check",
			CHECK_COLUMNS) "WHERE service = :service ORDER BY on_day DESC, id DESC"),
		":service", service.n
	};

	return rows_of(st, &checks, by, a, ret);
}

enum status service_note_add(struct change *c, const struct service_note *x,
                             struct service_note_id *ret)
{
	return row_add(c, &notes, x, &ret->n);
}

enum status service_note_update(struct change *c, const struct service_note *x)
{
	return row_update(c, &notes, x);
}

enum status service_note_remove(struct change *c, struct service_note_id id)
{
	return row_remove(c, SQL("DELETE FROM service_note WHERE id = :id"), id.n);
}

enum status service_notes_of(struct store *st, struct service_id service, struct arena *a,
                             struct service_note_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID(
			"service_note",
			NOTE_COLUMNS) "WHERE service = :service ORDER BY on_day DESC, id DESC"),
		":service", service.n
	};

	return rows_of(st, &notes, by, a, ret);
}
