#include "store/about.h"

#include "handle.h"
#include "stmt.h"

/* The one value of a pragma. */
static enum status ask(struct store *st, const char *sql, struct arena *a, const char **ret)
{
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		const unsigned char *text = sqlite3_column_text(q, 0);

		*ret = arena_strdup(a, (const char *)text);
	}
	stmt_release(q);
	return rc;
}

/* The engine counts this question among what writes, for asked otherwise it would. */
static enum status ask_journal(struct store *st, struct arena *a, const char **ret)
{
	enum leave leave = st->leave;
	enum status rc;

	st->leave = LEAVE_FREE;
	rc = ask(st, SQL("PRAGMA journal_mode"), a, ret);
	st->leave = leave;
	return rc;
}

static const char *synchronous_word(const char *n)
{
	static const char *const words[] = { "off", "normal", "full", "extra" };

	return n[0] >= '0' && n[0] <= '3' && n[1] == '\0' ? words[n[0] - '0'] : n;
}

enum status store_about(struct store *st, struct arena *a, struct store_about *ret)
{
	struct store_about about = { .path = arena_strdup(a, st->path),
		                     .engine = sqlite3_libversion(),
		                     .journal = "" };
	const char *synchronous = "", *foreign = "", *secure = "";
	enum status rc = ask_journal(st, a, &about.journal);

	if (rc == OK)
		rc = ask(st, SQL("PRAGMA synchronous"), a, &synchronous);
	if (rc == OK)
		rc = ask(st, SQL("PRAGMA foreign_keys"), a, &foreign);
	if (rc == OK)
		rc = ask(st, SQL("PRAGMA secure_delete"), a, &secure);
	if (rc != OK)
		return rc;
	about.synchronous = synchronous_word(synchronous);
	about.foreign_keys = text_equal(foreign, "1");
	about.secure_delete = text_equal(secure, "1");
	*ret = about;
	return OK;
}
