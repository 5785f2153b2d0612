#include "store/loaded_lists.h"

#include "row.h"

#define ROW struct loaded_list
// clang-format off
#define LOADED_LIST_KEY(X) X(name, AS_TEXT)
#define LOADED_LIST_COLUMNS(X) \
	X(kind, AS_WORD(list_kinds)) X(title, AS_TEXT) X(licence, AS_TEXT) X(source, AS_TEXT) \
	X(body, AS_TEXT) X(offered, AS_FLAG) X(loaded_on, AS_DAY) X(loaded_by, AS_ID)
#define SELECT_LOADED_LIST SELECT_WITH_KEY("loaded_list", LOADED_LIST_KEY, LOADED_LIST_COLUMNS)
// clang-format on

static const struct column columns[] = { COLUMNS_WITH_KEY(LOADED_LIST_KEY, LOADED_LIST_COLUMNS) };
static const struct kept loaded_lists =
	KEPT_PUT("loaded_list", columns, LOADED_LIST_KEY, "name", LOADED_LIST_COLUMNS);
#undef ROW

enum status loaded_list_put(struct change *c, const struct loaded_list *x)
{
	return row_put(c, &loaded_lists, x);
}

enum status loaded_list_get(struct store *st, const char *name, struct arena *a,
                            struct loaded_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL(SELECT_LOADED_LIST "WHERE name = :name"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	return row_first(st, q, &loaded_lists, a, ret);
}

enum status loaded_lists_all(struct store *st, struct arena *a, struct loaded_list_list *ret)
{
	return rows_all(st, &loaded_lists,
	                SQL("SELECT ver, name, kind, title, licence, source, NULL AS body, offered,"
	                    " loaded_on, loaded_by FROM loaded_list ORDER BY name"),
	                a, ret);
}

static enum status count(struct store *st, const char *sql, const char *name, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "n");
	stmt_release(q);
	return rc;
}

enum status list_used(struct store *st, const char *name, int64_t *ret)
{
	return count(st,
	             SQL("SELECT (SELECT count(*) FROM assessment WHERE list = :name)"
	                 " + (SELECT count(*) FROM measured WHERE measure = :name) AS n"),
	             name, ret);
}

enum status list_needed(struct store *st, const char *name, bool *ret)
{
	int64_t used = 0, set = 0;
	enum status rc = list_used(st, name, &used);

	if (rc == OK)
		rc = count(st,
		           SQL("SELECT count(*) AS n FROM setting WHERE"
		               " name IN ('list_people', 'list_carers', 'measures') AND"
		               " instr(' ' || value || ' ', ' ' || :name || ' ') > 0"),
		           name, &set);
	if (rc == OK)
		*ret = used + set > 0;
	return rc;
}
