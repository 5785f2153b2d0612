#include "store/measures.h"

#include "row.h"

#define ROW struct measured
// clang-format off
#define MEASURED_COLUMNS(X) \
	X(person, AS_ID) X(measure, AS_TEXT) X(on_day, AS_DAY) X(assessment, AS_ID) \
	X(by_account, AS_ID)
// clang-format on
#define SELECT_MEASURED SELECT_WITH_ID("measured", MEASURED_COLUMNS)

static const struct column measured_columns[] = { COLUMNS_WITH_ID(MEASURED_COLUMNS) };
static const struct kept taken = KEPT("measured", measured_columns, MEASURED_COLUMNS);
#undef ROW

enum status measured_add(struct change *c, const struct measured *x, struct measured_id *ret)
{
	return row_add(c, &taken, x, &ret->n);
}

enum status measured_update(struct change *c, const struct measured *x)
{
	return row_update(c, &taken, x);
}

enum status measured_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct measured_list *ret)
{
	struct row_query by = { SQL(SELECT_MEASURED
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &taken, by, a, ret);
}

enum status measured_of_assessment(struct store *st, struct assessment_id id, struct arena *a,
                                   struct measured_list *ret)
{
	struct row_query by = { SQL(SELECT_MEASURED "WHERE assessment = :assessment ORDER BY id"),
		                ":assessment", id.n };

	return rows_of(st, &taken, by, a, ret);
}

enum status measured_before(struct store *st, const struct measured *x, struct arena *a,
                            struct measured *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL(SELECT_MEASURED
	                        "WHERE person = :person AND measure = :measure AND (:id IS NULL OR"
	                        " (on_day, id) < (SELECT on_day, id FROM measured WHERE id = :id))"
	                        " ORDER BY on_day DESC, id DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":person", x->person.n);
	stmt_bind_text(q, ":measure", x->measure);
	stmt_bind_id(q, ":id", x->id.n);
	return row_first(st, q, &taken, a, ret);
}

#define ROW struct measure_answer
// clang-format off
#define ANSWER_KEY(X) X(measured, AS_ID) X(item, AS_TEXT)
#define ANSWER_COLUMNS(X) \
	X(person, AS_ID) X(answer, AS_WORD(concern_answers)) X(value, AS_NUMBER) X(words, AS_TEXT)
#define SELECT_ANSWER SELECT_WITH_KEY("measure_answer", ANSWER_KEY, ANSWER_COLUMNS)
// clang-format on

static const struct column answer_columns[] = { COLUMNS_WITH_KEY(ANSWER_KEY, ANSWER_COLUMNS) };
static const struct kept answers =
	KEPT_PUT("measure_answer", answer_columns, ANSWER_KEY, "measured, item", ANSWER_COLUMNS);
#undef ROW

enum status measure_answer_put(struct change *c, const struct measure_answer *x)
{
	return row_put(c, &answers, x);
}

enum status measure_answer_remove(struct change *c, struct measured_id id, const char *item)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		c->st, &q,
		SQL("DELETE FROM measure_answer WHERE measured = :measured AND item = :item"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":measured", id.n);
	stmt_bind_text(q, ":item", item);
	return stmt_run(c->st, q);
}

enum status measure_answers_of(struct store *st, struct measured_id id, struct arena *a,
                               struct measure_answer_list *ret)
{
	struct row_query by = { SQL(SELECT_ANSWER "WHERE measured = :measured ORDER BY item"),
		                ":measured", id.n };

	return rows_of(st, &answers, by, a, ret);
}
