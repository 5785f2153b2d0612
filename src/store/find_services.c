#include "store/find.h"

#include "stmt.h"

#include "base/text.h"

#include <string.h>

/* Every word of the text as a beginning: "citi"* "adv"*. Folding has left no quotes in it. */
static const char *match_of(const char *text, struct arena *a)
{
	struct str rest = str_of(text_fold(str_of(text), a)), word;
	const char *match = "";

	while (str_cut(&rest, ' ', &word)) {
		const char *plain = arena_str(a, word);

		if (word.n > 0 && !strpbrk(plain, "\""))
			match = arena_printf(a, "%s\"%s\"* ", match, plain);
	}
	return match;
}

enum status services_find(struct store *st, const char *text, size_t limit, struct arena *a,
                          struct found_services *ret)
{
	struct found_services list = { 0 };
	const char *match = match_of(text, a);
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	if (match[0] == '\0') {
		*ret = list;
		return OK;
	}
	rc = stmt_borrow(st, &q,
	                 SQL("SELECT s.id, s.name, o.name AS organisation, s.phone,"
	                     "       s.last_checked, s.gone_on, s.ring_first, s.source"
	                     "  FROM service_text t JOIN service s ON s.id = t.rowid"
	                     "  LEFT JOIN organisation o ON o.id = s.provider"
	                     " WHERE service_text MATCH :match AND s.do_not_list = 0"
	                     " ORDER BY bm25(service_text, 8.0, 4.0, 2.0, 1.0) LIMIT :limit"));
	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":match", match);
	stmt_bind_int(q, ":limit", (int64_t)limit);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct found_service *s = ARENA_PUSH(a, &list);

		s->id.n = stmt_int(q, "id");
		s->name = stmt_text(q, "name", a);
		s->organisation = stmt_text(q, "organisation", a);
		s->phone = stmt_text(q, "phone", a);
		s->last_checked = stmt_day(q, "last_checked");
		s->gone_on = stmt_day(q, "gone_on");
		s->ring_first = stmt_int(q, "ring_first") != 0;
		s->source = stmt_text(q, "source", a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
