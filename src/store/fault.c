#include "base/words.h"
#include "handle.h"
#include "stmt.h"

#include <stdarg.h>
#include <stdio.h>

const char *store_fault(const struct store *st)
{
	return buf_text(&st->fault);
}

enum status store_fail(struct store *st, enum status rc, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt,
	          args); /* the arguments may point into the old sentence */
	va_end(args);
	buf_clear(&st->fault);
	buf_puts(&st->fault, text);
	return rc;
}

static enum status constraint(struct store *st, int rc)
{
	const char *said = sqlite3_errmsg(st->db);

	if (rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY ||
	    rc == SQLITE_CONSTRAINT_ROWID)
		return store_fail(st, E_EXISTS,
		                  _("There is one already (%s). Nothing was changed."), said);
	if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		return store_fail(
			st, E_CONFLICT,
			_("Something else in the file belongs to it. Nothing was changed."));
	return store_fail(st, E_INVALID,
	                  _("This cannot be kept as it is (%s). Nothing was changed."), said);
}

static enum status plain(struct store *st, int rc)
{
	const char *said = sqlite3_errmsg(st->db);

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return store_fail(st, E_BUSY,
		                  _("Somebody else is using the file just now. Nothing was "
		                    "changed; try again in a moment."));
	case SQLITE_CONSTRAINT:
		return constraint(st, rc);
	case SQLITE_FULL:
		return store_fail(
			st, E_STORE,
			_("The disk is full. Nothing of this was saved, and what was saved "
		          "before is safe. Make room, then save again."));
	case SQLITE_NOMEM:
		return store_fail(
			st, E_STORE,
			_("There is not enough memory. Nothing of this was saved, and what "
		          "was saved before is safe. Close other programs and try again."));
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return store_fail(
			st, E_STORE,
			_("The file cannot be written to. Nothing was changed; ask whoever "
		          "looks after this computer."));
	case SQLITE_CORRUPT:
		return store_fail(st, E_DAMAGED,
		                  _("The file is damaged (%s). Run clew check; the last backup has "
		                    "what was saved until then."),
		                  said);
	case SQLITE_NOTADB:
		return store_fail(st, E_DAMAGED, _("This is not a case file of clew."));
	case SQLITE_TOOBIG:
		return store_fail(st, E_INVALID,
		                  _("This text is too long to be kept. Nothing was changed."));
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		return store_fail(
			st, E_STORE,
			_("The disk did not do as it was asked (%s). Nothing of this was "
		          "saved; try again, and tell whoever looks after this computer."),
			said);
	default:
		return store_fail(st, E_STORE,
		                  _("The file could not be used (%s, %d). Nothing was "
		                    "changed."),
		                  said, rc);
	}
}

enum status store_fail_engine(struct store *st, int rc)
{
	enum status status = plain(st, rc);

	if ((st->leave == LEAVE_CHANGE || st->leave == LEAVE_JOT) && sqlite3_get_autocommit(st->db))
		st->lost = true;
	return status;
}

enum status store_exec(struct store *st, const char *sql)
{
	int rc = sqlite3_exec(st->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? OK : store_fail_engine(st, rc);
}
