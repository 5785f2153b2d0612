#include "store/service_like.h"

#include "stmt.h"

// clang-format off
#define COUNTED \
	"SELECT count(*) AS used, coalesce(sum(x.helped IN ('yes','partly','no')), 0) AS known," \
	" coalesce(sum(x.helped IN ('yes','partly')), 0) AS helped" \
	" FROM signpost x JOIN person p ON p.id = x.person" \
	" WHERE x.service = :service AND x.concern = :concern "
// clang-format on

static enum status borrow(struct store *st, const struct service_like *who, sqlite3_stmt **q)
{
	enum status rc;

	if (!text_empty(who->cancer_group)) {
		rc = stmt_borrow(st, q, SQL(COUNTED "AND p.cancer_group = :cancer_group"));
		if (rc == OK)
			stmt_bind_text(*q, ":cancer_group", who->cancer_group);
		return rc;
	}
	if (who->born_from == DAY_NONE)
		return stmt_borrow(st, q, SQL(COUNTED));
	rc = stmt_borrow(st, q, SQL(COUNTED "AND p.born_on BETWEEN :from AND :to"));
	if (rc == OK) {
		stmt_bind_day(*q, ":from", who->born_from);
		stmt_bind_day(*q, ":to", who->born_to);
	}
	return rc;
}

enum status service_like_use(struct store *st, const struct service_like *who,
                             struct service_use *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = borrow(st, who, &q);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":service", who->service.n);
	stmt_bind_text(q, ":concern", who->concern);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = (struct service_use){ .used = (int)stmt_int(q, "used"),
			                     .known = (int)stmt_int(q, "known"),
			                     .helped = (int)stmt_int(q, "helped") };
	stmt_release(q);
	return rc;
}
