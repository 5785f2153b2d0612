#include "store/concerns.h"

#include "row.h"

static enum status part_remove(struct change *c, const char *sql, struct assessment_id id,
                               const char *code)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":assessment", id.n);
	stmt_bind_text(q, ":code", code);
	return stmt_run(c->st, q);
}

#define ROW struct concern
// clang-format off
#define CONCERN_KEY(X) X(assessment, AS_ID) X(code, AS_TEXT)
#define CONCERN_COLUMNS(X) \
	X(person, AS_ID) X(score, AS_NUMBER) X(answer, AS_WORD(concern_answers)) \
	X(matters, AS_NUMBER) X(own_words, AS_TEXT) X(level, AS_WORD(need_levels)) \
	X(previous_score, AS_NUMBER)
#define SELECT_CONCERN SELECT_WITH_KEY("concern", CONCERN_KEY, CONCERN_COLUMNS)
// clang-format on

static const struct column concern_columns[] = { COLUMNS_WITH_KEY(CONCERN_KEY, CONCERN_COLUMNS) };
static const struct kept concerns =
	KEPT_PUT("concern", concern_columns, CONCERN_KEY, "assessment, code", CONCERN_COLUMNS);
#undef ROW

enum status concern_put(struct change *c, const struct concern *x)
{
	return row_put(c, &concerns, x);
}

enum status concern_remove(struct change *c, struct assessment_id id, const char *code)
{
	return part_remove(
		c, SQL("DELETE FROM concern WHERE assessment = :assessment AND code = :code"), id,
		code);
}

enum status concerns_of_assessment(struct store *st, struct assessment_id id, struct arena *a,
                                   struct concern_list *ret)
{
	struct row_query by = { SQL(SELECT_CONCERN "WHERE assessment = :assessment ORDER BY code"),
		                ":assessment", id.n };

	return rows_of(st, &concerns, by, a, ret);
}

enum status concerns_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct concern_list *ret)
{
	struct row_query by = { SQL(SELECT_CONCERN
		                    "WHERE person = :person ORDER BY assessment, code"),
		                ":person", p.n };

	return rows_of(st, &concerns, by, a, ret);
}

#define ROW struct domain_nothing
// clang-format off
#define DOMAIN_NOTHING_KEY(X) X(assessment, AS_ID) X(domain, AS_TEXT)
#define DOMAIN_NOTHING_COLUMNS(X) X(person, AS_ID)
#define SELECT_DOMAIN_NOTHING \
	SELECT_WITH_KEY("domain_nothing", DOMAIN_NOTHING_KEY, DOMAIN_NOTHING_COLUMNS)
// clang-format on

static const struct column domain_nothing_columns[] = { COLUMNS_WITH_KEY(DOMAIN_NOTHING_KEY,
	                                                                 DOMAIN_NOTHING_COLUMNS) };
static const struct kept domain_nothings =
	KEPT_PUT("domain_nothing", domain_nothing_columns, DOMAIN_NOTHING_KEY, "assessment, domain",
                 DOMAIN_NOTHING_COLUMNS);
#undef ROW

enum status domain_nothing_put(struct change *c, const struct domain_nothing *x)
{
	return row_put(c, &domain_nothings, x);
}

enum status domain_nothing_remove(struct change *c, struct assessment_id id, const char *domain)
{
	return part_remove(
		c,
		SQL("DELETE FROM domain_nothing WHERE assessment = :assessment AND domain = :code"),
		id, domain);
}

enum status domain_nothings_of_assessment(struct store *st, struct assessment_id id,
                                          struct arena *a, struct domain_nothing_list *ret)
{
	struct row_query by = { SQL(SELECT_DOMAIN_NOTHING
		                    "WHERE assessment = :assessment ORDER BY domain"),
		                ":assessment", id.n };

	return rows_of(st, &domain_nothings, by, a, ret);
}

#define ROW struct red_answer
// clang-format off
#define RED_ANSWER_KEY(X) X(assessment, AS_ID) X(code, AS_TEXT)
#define RED_ANSWER_COLUMNS(X) \
	X(person, AS_ID) X(reply, AS_WORD(red_replies)) X(why, AS_TEXT) \
	X(who_will, AS_TEXT) X(safety_note, AS_ID)
#define SELECT_RED_ANSWER \
	SELECT_WITH_KEY("red_answer", RED_ANSWER_KEY, RED_ANSWER_COLUMNS)
// clang-format on

static const struct column red_answer_columns[] = { COLUMNS_WITH_KEY(RED_ANSWER_KEY,
	                                                             RED_ANSWER_COLUMNS) };
static const struct kept red_answers = KEPT_PUT("red_answer", red_answer_columns, RED_ANSWER_KEY,
                                                "assessment, code", RED_ANSWER_COLUMNS);
#undef ROW

enum status red_answer_put(struct change *c, const struct red_answer *x)
{
	return row_put(c, &red_answers, x);
}

enum status red_answer_remove(struct change *c, struct assessment_id id, const char *code)
{
	return part_remove(
		c, SQL("DELETE FROM red_answer WHERE assessment = :assessment AND code = :code"),
		id, code);
}

enum status red_answers_of_assessment(struct store *st, struct assessment_id id, struct arena *a,
                                      struct red_answer_list *ret)
{
	struct row_query by = { SQL(SELECT_RED_ANSWER
		                    "WHERE assessment = :assessment ORDER BY code"),
		                ":assessment", id.n };

	return rows_of(st, &red_answers, by, a, ret);
}
