#include "store/services.h"

#include "stmt.h"

/* The two lists of codes that hang on a service differ in their table alone. */
struct codes_sql {
	const char *all, *remove, *add;
};

#define CODES(table, column)                                                             \
	{                                                                                \
		SQL("SELECT " column " AS code FROM " table                              \
		    " WHERE service = :service ORDER BY " column),                       \
			SQL("DELETE FROM " table " WHERE service = :service AND " column \
		            " = :code"),                                                 \
			SQL("INSERT INTO " table " (service, " column                    \
		            ") VALUES (:service, :code) ON CONFLICT DO NOTHING"),        \
	}

static const struct codes_sql concern_codes = CODES("service_concern", "code");
static const struct codes_sql area_codes = CODES("service_area", "area");

static enum status codes_read(struct store *st, const struct codes_sql *sql, struct service_id id,
                              struct arena *a, struct code_list *ret)
{
	struct code_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql->all);
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":service", id.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &list) = stmt_text(q, "code", a);
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

static bool code_in(const struct code_list *codes, const char *code)
{
	for (size_t i = 0; i < codes->n; i++)
		if (text_equal(codes->at[i], code))
			return true;
	return false;
}

/* Run sql for each code of from that is not in but. */
static enum status codes_run(struct change *c, const char *sql, struct service_id id,
                             const struct code_list *from, const struct code_list *but)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < from->n; i++) {
		sqlite3_stmt *q;

		if (code_in(but, from->at[i]))
			continue;
		rc = stmt_borrow(c->st, &q, sql);
		if (rc != OK)
			break;
		stmt_bind_id(q, ":service", id.n);
		stmt_bind_text(q, ":code", from->at[i]);
		rc = stmt_run(c->st, q);
	}
	return rc;
}

static enum status codes_put(struct change *c, const struct codes_sql *sql, struct service_id id,
                             const struct code_list *codes)
{
	struct arena scratch = { 0 };
	struct code_list old;
	enum status rc = codes_read(c->st, sql, id, &scratch, &old);

	if (rc == OK)
		rc = codes_run(c, sql->remove, id, &old, codes);
	if (rc == OK)
		rc = codes_run(c, sql->add, id, codes, &old);
	arena_reset(&scratch);
	return rc;
}

enum status service_concerns(struct store *st, struct service_id id, struct arena *a,
                             struct code_list *ret)
{
	return codes_read(st, &concern_codes, id, a, ret);
}

enum status service_areas(struct store *st, struct service_id id, struct arena *a,
                          struct code_list *ret)
{
	return codes_read(st, &area_codes, id, a, ret);
}

enum status service_concerns_put(struct change *c, struct service_id id,
                                 const struct code_list *codes)
{
	return codes_put(c, &concern_codes, id, codes);
}

enum status service_areas_put(struct change *c, struct service_id id, const struct code_list *codes)
{
	return codes_put(c, &area_codes, id, codes);
}
