#include "store/safety_notes.h"

#include "row.h"

#define ROW struct safety_note
// clang-format off
#define SAFETY_NOTE_COLUMNS(X) \
	X(person, AS_ID) X(about, AS_WORD(safety_abouts)) X(who, AS_TEXT) \
	X(words, AS_TEXT) X(did, AS_TEXT) X(told_when, AS_TEXT) X(told_said, AS_TEXT) \
	X(without_consent_because, AS_TEXT) X(raised_by, AS_ID) X(raised_on, AS_DAY) \
	X(raised_minute, AS_NUMBER) X(seen_on, AS_DAY) X(seen_by, AS_ID) X(done, AS_TEXT) \
	X(done_on, AS_DAY)
// clang-format on
#define SELECT_SAFETY_NOTE SELECT_WITH_ID("safety_note", SAFETY_NOTE_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(SAFETY_NOTE_COLUMNS) };
static const struct kept safety_notes = KEPT("safety_note", columns, SAFETY_NOTE_COLUMNS);

enum status safety_note_add(struct change *c, const struct safety_note *x,
                            struct safety_note_id *ret)
{
	return row_add(c, &safety_notes, x, &ret->n);
}

enum status safety_note_get(struct store *st, struct safety_note_id id, struct arena *a,
                            struct safety_note *ret)
{
	return row_get(st, &safety_notes, id.n, a, ret);
}

enum status safety_note_update(struct change *c, const struct safety_note *x)
{
	return row_update(c, &safety_notes, x);
}

enum status safety_notes_of_person(struct store *st, struct person_id p, struct arena *a,
                                   struct safety_note_list *ret)
{
	struct row_query by = {
		SQL(SELECT_SAFETY_NOTE
		    "WHERE person = :person ORDER BY raised_on DESC, raised_minute DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &safety_notes, by, a, ret);
}

enum status safety_notes_open(struct store *st, struct arena *a, struct safety_note_list *ret)
{
	return rows_all(st, &safety_notes,
	                SQL(SELECT_SAFETY_NOTE
	                    "WHERE done_on IS NULL ORDER BY raised_on, raised_minute, id"),
	                a, ret);
}
