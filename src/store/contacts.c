#include "store/contacts.h"

#include "row.h"

#define ROW struct contact
// clang-format off
#define CONTACT_COLUMNS(X) \
	X(person, AS_ID) X(referral, AS_ID) X(on_day, AS_DAY) X(at_minute, AS_NUMBER) \
	X(outcome, AS_WORD(contact_outcomes)) X(direction, AS_WORD(contact_directions)) \
	X(mode, AS_WORD(contact_modes)) X(reached, AS_WORD(contact_reaches)) \
	X(who_with, AS_TEXT) X(minutes, AS_NUMBER) X(note, AS_TEXT) X(by_account, AS_ID) \
	X(moved_from, AS_ID)
// clang-format on
#define SELECT_CONTACT SELECT_WITH_ID("contact", CONTACT_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(CONTACT_COLUMNS) };
static const struct kept contacts = KEPT("contact", columns, CONTACT_COLUMNS);

enum status contact_add(struct change *c, const struct contact *x, struct contact_id *ret)
{
	return row_add(c, &contacts, x, &ret->n);
}

enum status contact_get(struct store *st, struct contact_id id, struct arena *a,
                        struct contact *ret)
{
	return row_get(st, &contacts, id.n, a, ret);
}

enum status contact_update(struct change *c, const struct contact *x)
{
	return row_update(c, &contacts, x);
}

enum status contacts_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct contact_list *ret)
{
	struct row_query by = {
		SQL(SELECT_CONTACT
		    "WHERE person = :person ORDER BY on_day DESC, at_minute DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &contacts, by, a, ret);
}

#define TEXT_OF(x)    #x
#define AS_TEXT_OF(x) TEXT_OF(x)

enum status contacts_lately(struct store *st, struct person_id p, struct arena *a,
                            struct contact_list *ret)
{
	struct row_query by = { SQL(SELECT_CONTACT "WHERE person = :person"
		                                   " ORDER BY on_day DESC, at_minute DESC, id DESC"
		                                   " LIMIT " AS_TEXT_OF(CONTACTS_LATELY)),
		                ":person", p.n };

	return rows_of(st, &contacts, by, a, ret);
}
