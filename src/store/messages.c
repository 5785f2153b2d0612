#include "store/messages.h"

#include "row.h"

#define ROW struct message
// clang-format off
#define MESSAGE_COLUMNS(X) \
	X(person, AS_ID) X(for_account, AS_ID) X(kind, AS_WORD(message_kinds)) \
	X(from_whom, AS_TEXT) X(phone, AS_TEXT) X(hours, AS_TEXT) X(words, AS_TEXT) \
	X(taken_by, AS_ID) X(taken_on, AS_DAY) X(taken_minute, AS_NUMBER) \
	X(done_on, AS_DAY)
// clang-format on
#define SELECT_MESSAGE SELECT_WITH_ID("message", MESSAGE_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(MESSAGE_COLUMNS) };
static const struct kept messages = KEPT("message", columns, MESSAGE_COLUMNS);

enum status message_add(struct change *c, const struct message *x, struct message_id *ret)
{
	return row_add(c, &messages, x, &ret->n);
}

enum status message_get(struct store *st, struct message_id id, struct arena *a,
                        struct message *ret)
{
	return row_get(st, &messages, id.n, a, ret);
}

enum status message_update(struct change *c, const struct message *x)
{
	return row_update(c, &messages, x);
}

enum status messages_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct message_list *ret)
{
	struct row_query by = {
		SQL(SELECT_MESSAGE
		    "WHERE person = :person ORDER BY taken_on DESC, taken_minute DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &messages, by, a, ret);
}

enum status messages_open(struct store *st, struct account_id account, struct arena *a,
                          struct message_list *ret)
{
	struct row_query by = {
		SQL(SELECT_MESSAGE
		    "WHERE for_account IS :account AND done_on IS NULL ORDER BY taken_on, taken_minute, id"),
		":account", account.n
	};

	return rows_of(st, &messages, by, a, ret);
}
