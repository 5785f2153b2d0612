#include "store/statutory.h"

#include "row.h"

#define ROW struct statutory_screen
// clang-format off
#define SCREEN_COLUMNS(X) \
	X(person, AS_ID) X(kind, AS_WORD(statutory_kinds)) X(assessment, AS_ID) X(on_day, AS_DAY) \
	X(arises, AS_ASKED) X(health, AS_ASKED) X(alone, AS_ASKED) X(wellbeing, AS_ASKED) \
	X(indicated, AS_FLAG) X(offer, AS_WORD(statutory_offers)) X(offer_why, AS_TEXT) \
	X(again_on, AS_DAY) X(sent_to, AS_TEXT) X(note, AS_TEXT) X(by_account, AS_ID)
// clang-format on
#define SELECT_SCREEN SELECT_WITH_ID("statutory_screen", SCREEN_COLUMNS)

static const struct column screen_columns[] = { COLUMNS_WITH_ID(SCREEN_COLUMNS) };
static const struct kept screens = KEPT("statutory_screen", screen_columns, SCREEN_COLUMNS);
#undef ROW

enum status statutory_screen_add(struct change *c, const struct statutory_screen *x,
                                 struct statutory_screen_id *ret)
{
	return row_add(c, &screens, x, &ret->n);
}

enum status statutory_screen_get(struct store *st, struct statutory_screen_id id, struct arena *a,
                                 struct statutory_screen *ret)
{
	return row_get(st, &screens, id.n, a, ret);
}

enum status statutory_screen_update(struct change *c, const struct statutory_screen *x)
{
	return row_update(c, &screens, x);
}

enum status statutory_screens_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct statutory_screen_list *ret)
{
	struct row_query by = { SQL(SELECT_SCREEN
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &screens, by, a, ret);
}

#define ROW struct statutory_answer
// clang-format off
#define ANSWER_KEY(X) X(screen, AS_ID) X(code, AS_TEXT)
#define ANSWER_COLUMNS(X) X(person, AS_ID) X(answer, AS_WORD(manages_words)) X(note, AS_TEXT)
#define SELECT_ANSWER SELECT_WITH_KEY("statutory_answer", ANSWER_KEY, ANSWER_COLUMNS)
// clang-format on

static const struct column answer_columns[] = { COLUMNS_WITH_KEY(ANSWER_KEY, ANSWER_COLUMNS) };
static const struct kept answers =
	KEPT_PUT("statutory_answer", answer_columns, ANSWER_KEY, "screen, code", ANSWER_COLUMNS);
#undef ROW

enum status statutory_answer_put(struct change *c, const struct statutory_answer *x)
{
	return row_put(c, &answers, x);
}

enum status statutory_answers_of(struct store *st, struct statutory_screen_id id, struct arena *a,
                                 struct statutory_answer_list *ret)
{
	struct row_query by = { SQL(SELECT_ANSWER "WHERE screen = :screen ORDER BY code"),
		                ":screen", id.n };

	return rows_of(st, &answers, by, a, ret);
}
