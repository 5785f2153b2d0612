#include "store/loaded_rules.h"

#include "row.h"

#define ROW struct loaded_rules
// clang-format off
#define LOADED_RULES_KEY(X) X(name, AS_WORD(rule_files))
#define LOADED_RULES_COLUMNS(X) X(body, AS_TEXT) X(loaded_on, AS_DAY) X(loaded_by, AS_ID)
#define SELECT_LOADED_RULES SELECT_WITH_KEY("loaded_rules", LOADED_RULES_KEY, LOADED_RULES_COLUMNS)
// clang-format on

static const struct column columns[] = { COLUMNS_WITH_KEY(LOADED_RULES_KEY, LOADED_RULES_COLUMNS) };
static const struct kept loaded_rules =
	KEPT_PUT("loaded_rules", columns, LOADED_RULES_KEY, "name", LOADED_RULES_COLUMNS);
#undef ROW

enum status loaded_rules_put(struct change *c, const struct loaded_rules *x)
{
	return row_put(c, &loaded_rules, x);
}

enum status loaded_rules_remove(struct change *c, enum rule_file name)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, SQL("DELETE FROM loaded_rules WHERE name = :name"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", words_word(&rule_files, (int)name));
	return stmt_run(c->st, q);
}

enum status loaded_rules_all(struct store *st, struct arena *a, struct loaded_rules_list *ret)
{
	return rows_all(st, &loaded_rules, SQL(SELECT_LOADED_RULES "ORDER BY name"), a, ret);
}
