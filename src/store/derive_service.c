#include "store/derive.h"

#include "service_tokens.h"
#include "stmt.h"

#include "store/organisations.h"
#include "store/services.h"

#include <ctype.h>

static const char *token(const char *begin, const char *code, const char *end, struct arena *a)
{
	char *text = arena_printf(a, "%s%s%s", begin, code, end);

	for (char *at = text; *at; at++)
		if (!isalnum((unsigned char)*at))
			*at = '0';
	return text;
}

const char *concern_token(const char *code, struct arena *a)
{
	return token("zc", code, "0", a);
}

const char *area_token(const char *code, struct arena *a)
{
	return token("za", code, "", a);
}

static const char *tokens_of(const struct code_list *concerns, const struct code_list *areas,
                             struct arena *a)
{
	const char *text = areas->n == 0 ? AREA_NOT_SAID : "";

	for (size_t i = 0; i < concerns->n; i++)
		text = arena_printf(a, "%s %s", text, concern_token(concerns->at[i], a));
	for (size_t i = 0; i < areas->n; i++)
		text = arena_printf(a, "%s %s", text, area_token(areas->at[i], a));
	return text;
}

static enum status forget(struct store *st, const char *sql, struct service_id id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", id.n);
	return stmt_run(st, q);
}

static enum status write_text(struct change *c, const struct service *x, struct arena *a)
{
	struct code_list concerns, areas;
	const char *organisation = "";
	sqlite3_stmt *q = NULL;
	enum status rc = service_concerns(c->st, x->id, a, &concerns);

	if (rc == OK)
		rc = organisation_name(c->st, x->provider, a, &organisation);
	if (rc == OK)
		rc = service_areas(c->st, x->id, a, &areas);
	if (rc == OK)
		rc = stmt_borrow(
			c->st, &q,
			SQL("INSERT INTO service_text (rowid, name, organisation, description,"
		            " tokens) VALUES (:service, :name, :organisation, :description,"
		            " :tokens)"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", x->id.n);
	stmt_bind_text(q, ":name", x->name);
	stmt_bind_text(q, ":organisation", organisation);
	stmt_bind_text(q, ":description", x->description);
	stmt_bind_text(q, ":tokens", tokens_of(&concerns, &areas, a));
	return stmt_run(c->st, q);
}

/* A row only for what was used. */
static enum status count_use(struct change *c, struct service_id id)
{
	enum status rc = forget(c->st, SQL("DELETE FROM service_use WHERE service = :service"), id);

	if (rc != OK)
		return rc;
	return forget(
		c->st,
		SQL("INSERT INTO service_use (service, used, known, helped, waiting)"
	            " SELECT service, count(*),"
	            "  coalesce(sum(helped IN ('yes','partly','no')), 0),"
	            "  coalesce(sum(helped IN ('yes','partly')), 0),"
	            "  sum(status IN ('given','sent','acknowledged','accepted','waiting','receiving'))"
	            " FROM signpost WHERE service = :service GROUP BY service"),
		id);
}

enum status derive_service(struct change *c, struct service_id id)
{
	struct arena a = { 0 };
	struct service x;
	enum status rc = service_get(c->st, id, &a, &x);
	bool gone = rc == E_NOT_FOUND;

	if (rc == OK || gone)
		rc = forget(c->st, SQL("DELETE FROM service_text WHERE rowid = :service"), id);
	if (rc == OK && !gone)
		rc = write_text(c, &x, &a);
	if (rc == OK)
		rc = count_use(c, id);
	arena_reset(&a);
	return rc;
}
