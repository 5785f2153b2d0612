#include "store/safe_contacts.h"

#include "row.h"

#define ROW struct safe_contact
// clang-format off
#define SAFE_CONTACT_KEY(X) X(person, AS_ID)
#define SAFE_CONTACT_COLUMNS(X) \
	X(ring, AS_ASKED) X(other_may_answer, AS_ASKED) X(voicemail, AS_ASKED) \
	X(text, AS_ASKED) X(email, AS_ASKED) X(post, AS_ASKED) X(visit, AS_ASKED) \
	X(visit_in_two, AS_FLAG) X(text_first, AS_FLAG) X(partner_told, AS_ASKED) \
	X(withhold_number, AS_FLAG) X(hours, AS_TEXT) X(say, AS_TEXT) \
	X(code_word, AS_TEXT) X(speaks_for, AS_TEXT) X(note, AS_TEXT) X(danger, AS_FLAG) \
	X(set_on, AS_DAY) X(set_by, AS_ID) X(ask_because, AS_TEXT)
// clang-format on
#define SELECT_SAFE SELECT_WITH_KEY("safe_contact", SAFE_CONTACT_KEY, SAFE_CONTACT_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_KEY(SAFE_CONTACT_KEY, SAFE_CONTACT_COLUMNS) };
static const struct kept safe_contacts = {
	.table = "safe_contact",
	.size = sizeof(ROW),
	.columns = columns,
	.n = COUNT_OF(columns),
	.own = 1,
	.insert = SQL(INSERT_WITH_KEY("safe_contact", SAFE_CONTACT_KEY,
	                              SAFE_CONTACT_COLUMNS) "ON CONFLICT DO NOTHING"),
	.update = SQL("UPDATE safe_contact " SET_COLUMNS(
		SAFE_CONTACT_COLUMNS) " WHERE person = :person AND ver = :ver"),
};

enum status safe_contact_get(struct store *st, struct person_id p, struct arena *a,
                             struct safe_contact *ret)
{
	struct row_query by = { SQL(SELECT_SAFE "WHERE person = :person"), ":person", p.n };
	struct {
		size_t n;
		struct safe_contact *at;
	} found;
	enum status rc = rows_of(st, &safe_contacts, by, a, &found);

	if (rc != OK)
		return rc;
	if (found.n > 0)
		*ret = found.at[0];
	else
		*ret = safe_contact_blank;
	ret->person = p;
	return OK;
}

enum status safe_contact_put(struct change *c, const struct safe_contact *x)
{
	enum status rc;

	if (x->ver != 0)
		return row_update(c, &safe_contacts, x);
	rc = row_put(c, &safe_contacts, x);
	if (rc == OK && stmt_changed(c->st) == 0)
		rc = row_conflict(c->st, &safe_contacts);
	return rc;
}
