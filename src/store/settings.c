#include "store/settings.h"

#include "stmt.h"

enum status setting_get(struct store *st, const char *name, const char *fallback, struct arena *a,
                        struct setting *ret)
{
	struct setting x = { name, 0, fallback };
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q, SQL("SELECT ver, value FROM setting WHERE name = :name"));
	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		x.ver = stmt_int(q, "ver");
		x.value = stmt_text(q, "value", a);
	}
	stmt_release(q);
	if (rc != OK)
		return rc;
	x.name = arena_strdup(a, x.name);
	x.value = arena_strdup(a, x.value);
	*ret = x;
	return OK;
}

enum status setting_number(struct store *st, const char *name, int64_t fallback, int64_t *ret)
{
	struct arena scratch = { 0 };
	struct setting x;
	long long n;
	enum status rc = setting_get(st, name, "", &scratch, &x);

	if (rc == OK)
		*ret = str_int(str_of(x.value), &n) ? n : fallback;
	arena_reset(&scratch);
	return rc;
}

enum status settings_version(struct store *st, int64_t *ret)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT (SELECT coalesce(sum(ver), 0) FROM setting)"
	                     " + (SELECT coalesce(sum(ver + length(body)), 0) FROM loaded_rules)"
	                     " + (SELECT coalesce(sum(ver + date), 0) FROM day_off) AS version"));
	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "version");
	stmt_release(q);
	return rc;
}

enum status setting_put(struct change *c, const char *name, const char *value)
{
	sqlite3_stmt *q;
	enum status rc;

	rc = stmt_borrow(c->st, &q,
	                 SQL("INSERT INTO setting (name, value) VALUES (:name, :value)"
	                     " ON CONFLICT (name) DO UPDATE SET value = :value, ver = ver + 1"));
	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	stmt_bind_str(q, ":value", str_of(value));
	return stmt_run(c->st, q);
}
