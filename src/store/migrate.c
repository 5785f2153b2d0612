#include "migrate.h"

#include "handle.h"
#include "stmt.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "schema/"

/* The file with that number; at is NULL when there is none. */
static struct str script(int number)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *e = &embedded_table[i];
		struct str name = str_of(e->name), digits;
		long long n;

		if (!str_starts(name, FOLDER))
			continue;
		name = (struct str){ name.at + strlen(FOLDER), name.n - strlen(FOLDER) };
		if (str_cut(&name, '-', &digits) && str_int(digits, &n) && n == number)
			return (struct str){ e->at, (size_t)(e->end - e->at) };
	}
	return (struct str){ NULL, 0 };
}

int schema_newest(void)
{
	int n = 0;

	while (script(n + 1).at)
		n++;
	return n;
}

static enum status number(struct store *st, const char *sql, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = sqlite3_column_int64(q, 0);
	stmt_release(q);
	return rc;
}

/* Each script ends by setting user_version to its own number. */
static enum status run_script(struct store *st, int n)
{
	struct str sql = script(n);
	int64_t version = 0;
	char *text;
	enum status rc;

	if (!sql.at)
		die("there is no schema %d", n);
	text = strndup(sql.at, sql.n);
	if (!text)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	rc = store_exec(st, text);
	free(text);
	if (rc == OK)
		rc = number(st, "PRAGMA user_version", &version);
	if (rc == OK && version != n)
		die("schema %d does not say that it is", n);
	return rc;
}

enum status schema_references(struct store *st)
{
	struct arena a = { 0 };
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, SQL("PRAGMA foreign_key_check"));

	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		rc = store_fail(st, E_DAMAGED,
		                _("The file is damaged: a row of \"%s\" belongs to something that "
		                  "is not there. Restore the last backup."),
		                stmt_text(q, "table", &a));
	stmt_release(q);
	arena_reset(&a);
	return rc;
}

/* From the version it has to the newest, in one transaction that is or is not. */
static enum status upgrade(struct store *st, const char *first)
{
	int64_t from = 0;
	enum status rc = store_exec(st, "BEGIN EXCLUSIVE");

	if (rc != OK)
		return rc;
	rc = number(st, "PRAGMA user_version", &from); /* another program may have been first */
	if (rc == OK && first)
		rc = store_exec(st, first);
	for (int n = (int)from + 1; rc == OK && n <= schema_newest(); n++)
		rc = run_script(st, n);
	if (rc == OK && from > 0)
		rc = schema_references(st);
	if (rc == OK)
		rc = store_exec(st, "COMMIT");
	if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	return rc;
}

static const char *const kinds[] = {
	[STORE_CASE] = "PRAGMA application_id = 0x636c6577",
	[STORE_PRACTICE] = "PRAGMA application_id = 0x636c6570",
	[STORE_DEMO] = "PRAGMA application_id = 0x636c6564",
};

enum status schema_create(struct store *st, enum store_kind kind)
{
	st->kind = kind;
	return upgrade(st, kinds[kind]);
}

/* ---- the copy set aside ---- */

static const char *aside_name(struct store *st)
{
	return arena_printf(&st->arena, "%s.before-upgrade", st->path);
}

enum status schema_set_aside(struct store *st)
{
	const char *name = aside_name(st);
	sqlite3_stmt *q;
	enum status rc;
	int fd;

	unlink(name); /* of an upgrade that did not come to an end; the file itself is as it was */
	fd = open(name, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0600);
	if (fd < 0)
		return store_fail(st, E_IO,
		                  _("%s cannot be made (%s), and without a copy the file is not "
		                    "brought up to date. Nothing was changed."),
		                  name, strerror(errno));
	close(fd);
	rc = stmt_borrow(st, &q, SQL("VACUUM INTO :file"));
	if (rc == OK) {
		stmt_bind_text(q, ":file", name);
		rc = stmt_run(st, q);
	}
	if (rc != OK)
		unlink(name);
	return rc;
}

/* ---- what kind of file is it ---- */

static enum status learn_kind(struct store *st, int64_t *version)
{
	int64_t id = 0, count = 0;
	enum status rc = number(st, SQL("SELECT count(*) FROM sqlite_schema"), &count);

	if (rc == OK)
		rc = number(st, "PRAGMA application_id", &id);
	if (rc == OK)
		rc = number(st, "PRAGMA user_version", version);
	if (rc != OK)
		return rc;
	if (count == 0)
		return store_fail(st, E_DAMAGED,
		                  _("%s is empty: there is nothing in it to open. Restore the last "
		                    "backup, or make a new file with clew init."),
		                  st->path ? st->path : "This");
	if (id != CASE_ID && id != PRACTICE_ID && id != DEMO_ID)
		return store_fail(
			st, E_DAMAGED,
			_("%s is not a case file of clew: another program made it. It was "
		          "left as it is."),
			st->path ? st->path : "This");
	st->kind = id == CASE_ID ? STORE_CASE : id == PRACTICE_ID ? STORE_PRACTICE : STORE_DEMO;
	return OK;
}

enum status schema_update(struct store *st)
{
	int64_t version = 0;
	enum status rc = learn_kind(st, &version);

	if (rc != OK)
		return rc;
	if (version > schema_newest() || version < 1)
		return store_fail(
			st, E_DAMAGED,
			_("This file was made by a newer clew. Nothing was changed; bring "
		          "this computer's clew up to date."));
	if (version == schema_newest()) {
		if (st->path && st->mode == STORE_WRITE)
			unlink(aside_name(st));
		return OK;
	}
	if (st->mode == STORE_READ_ONLY)
		return store_fail(st, E_DENIED,
		                  _("This file was made by an older clew and must be brought up to "
		                    "date before it is read. Open it for writing once."));
	if (st->path)
		rc = schema_set_aside(st);
	return rc == OK ? upgrade(st, NULL) : rc;
}
