#include "casework/check.h"

#include "act.h"

#include "base/str.h"
#include "base/words.h"
#include "store/about.h"
#include "store/derive.h"
#include "store/heads.h"
#include "store/room.h"
#include "store/store.h"
#include "store/verify.h"
#include "vault/keys.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct checking {
	struct session *s;
	const struct progress *progress;
	struct arena *a;
	struct store_about about;
	struct check_report report;
};

static void tell(struct checking *c, enum check_result result, const char *what, const char *fmt,
                 ...) PRINTF_LIKE(4, 5);

static void tell(struct checking *c, enum check_result result, const char *what, const char *fmt,
                 ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (result == CHECK_WRONG)
		c->report.wrong++;
	*ARENA_PUSH(c->a, &c->report) = (struct check_line){ .result = result,
		                                             .what = what,
		                                             .says = arena_strdup(c->a, text) };
}

/* What is damaged is a line; what could not be looked at ends the check. */
static enum status damage(struct checking *c, enum status rc, const char *what)
{
	if (rc != E_DAMAGED)
		return session_store(c->s, rc);
	tell(c, CHECK_WRONG, what, "%s", store_fault(c->s->store));
	return OK;
}

static enum status check_pages(struct checking *c)
{
	enum status rc = store_check_pages(c->s->store);

	if (rc == OK)
		tell(c, CHECK_WELL, "pages", _("Every page is sound."));
	return damage(c, rc, "pages");
}

static enum status check_references(struct checking *c)
{
	enum status rc = store_check_references(c->s->store);

	if (rc == OK)
		tell(c, CHECK_WELL, "references", _("Every row refers to rows that are there."));
	return damage(c, rc, "references");
}

static enum status check_events(struct checking *c)
{
	struct events_checked seen;
	char head[DIGEST_HEX_ROOM];
	enum status rc = store_check_events(c->s->store, c->progress, &seen);

	if (rc == OK) {
		digest_hex(seen.head, head);
		tell(c, CHECK_WELL, "events",
		     _("%lld %s and %lld %s, the chain is whole. Its end: %.16s"),
		     (long long)seen.events, seen.events == 1 ? _("event") : _("events"),
		     (long long)seen.rows, seen.rows == 1 ? _("row") : _("rows"), head);
	}
	return damage(c, rc, "events");
}

/* The ends that were noted beside the file, and whether they are still there. */
static enum status check_heads(struct checking *c)
{
	struct head_list heads;
	uint8_t link[DIGEST_BYTES];
	enum status rc = session_store(c->s, heads_read(c->s->store, c->a, &heads));
	size_t gone = 0;

	for (size_t i = 0; rc == OK && i < heads.n; i++) {
		enum status there = event_link(c->s->store, heads.at[i].id, link);

		if (there != OK && there != E_NOT_FOUND)
			return session_store(c->s, there);
		gone += there != OK || !digest_equal(link, heads.at[i].link);
	}
	if (rc != OK || text_empty(c->about.path))
		return rc;
	if (gone > 0)
		tell(c, CHECK_WRONG, "heads",
		     _("%zu of the %zu ends noted of the chain are not there any more: clew audit "
		       "verify says which."),
		     gone, heads.n);
	else
		tell(c, heads.n > 0 ? CHECK_WELL : CHECK_NOTE, "heads",
		     heads.n > 0 ? _("All %zu ends noted of the chain are there.")
		                 : _("No end of the chain was noted yet (%zu)."),
		     heads.n);
	return OK;
}

static enum status check_lists(struct checking *c)
{
	const char *wrong = NULL;
	enum status rc = store_recount(c->s->store, c->a, &wrong);

	if (rc != OK)
		return damage(c, rc, "lists");
	if (wrong)
		tell(c, CHECK_WRONG, "lists", "%s", wrong);
	else
		tell(c, CHECK_WELL, "lists", _("Caseload and search agree with the records."));
	return OK;
}

static enum status check_engine(struct checking *c)
{
	const struct store_about *b = &c->about;
	bool memory = text_equal(b->path, "");
	bool right = b->foreign_keys && b->secure_delete && text_equal(b->synchronous, "extra") &&
	             text_equal(b->journal, memory ? "memory" : "truncate");

	tell(c, right ? CHECK_WELL : CHECK_WRONG, "engine",
	     _("SQLite %s, journal %s, synchronous %s, foreign keys %s, deleted is overwritten: %s."),
	     b->engine, b->journal, b->synchronous, b->foreign_keys ? _("on") : _("off"),
	     b->secure_delete ? _("yes") : _("no"));
	return OK;
}

/* Nobody else may read it, nobody else may write it. */
static void check_private(struct checking *c, const char *what, const char *path, mode_t forbidden)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		tell(c, CHECK_WRONG, what, _("%s is not there."), path);
	else if (st.st_uid != geteuid())
		tell(c, CHECK_WRONG, what, _("%s belongs to another account of this machine."),
		     path);
	else if (st.st_mode & forbidden)
		tell(c, CHECK_WRONG, what, _("%s can be %s by others (%03o): chmod go= %s"), path,
		     forbidden & 044 ? _("read") : _("written"), (unsigned)(st.st_mode & 0777),
		     path);
	else
		tell(c, CHECK_WELL, what,
		     forbidden & 044 ? _("%s is yours alone (%03o).")
		                     : _("Only you may write in %s (%03o)."),
		     path, (unsigned)(st.st_mode & 0777));
}

static const char *folder_of(struct checking *c)
{
	const char *slash = strrchr(c->about.path, '/');

	if (!slash)
		return ".";
	if (slash == c->about.path)
		return "/";
	return arena_str(c->a, (struct str){ c->about.path, (size_t)(slash - c->about.path) });
}

static enum status check_keys(struct checking *c)
{
	struct keys keys = { .path = c->about.path, .a = c->a };
	struct keys_account_list list;

	if (keys_list(&keys, &list) != OK)
		tell(c, CHECK_WRONG, "keys", "%s", keys.fault);
	else
		tell(c, CHECK_WELL, "keys", _("The key file opens the file for %zu %s."), list.n,
		     list.n == 1 ? _("account") : _("accounts"));
	return OK;
}

static enum status check_disk(struct checking *c)
{
	struct room room;
	enum status rc = store_room_left(c->s->store, &room);

	if (rc != OK)
		return session_store(c->s, rc);
	tell(c, room.left < room.size / 2 * 5 ? CHECK_WRONG : CHECK_WELL, "disk",
	     _("The file has %lld MB, and %lld MB are free beside it."),
	     (long long)((room.size + (1 << 20) - 1) >> 20), (long long)(room.left >> 20));
	return OK;
}

static enum status check_file(struct checking *c)
{
	enum status rc;

	if (text_empty(c->about.path)) {
		tell(c, CHECK_NOTE, "file", _("This file is in memory only, and goes with it."));
		return OK;
	}
	check_private(c, "file", c->about.path, 077);
	check_private(c, "file", arena_printf(c->a, "%s.keys", c->about.path), 077);
	check_private(c, "folder", folder_of(c), 022);
	rc = check_keys(c);
	if (rc == OK)
		rc = check_disk(c);
	tell(c, CHECK_NOTE, "disk",
	     _("Passphrases guard this program, not the disk: keep the disk encrypted."));
	return rc;
}

static enum status check_safety(struct checking *c)
{
	const struct safety_person *lead = &c->s->service.lead, *deputy = &c->s->service.deputy;
	bool named = !text_empty(lead->name) && !text_empty(lead->phone) &&
	             !text_empty(deputy->name) && !text_empty(deputy->phone);

	tell(c, named ? CHECK_WELL : CHECK_WRONG, "safety",
	     named ? _("%s answers for safety, else %s.")
	           : _("A safety lead and a deputy need a name and a number: %s, %s."),
	     lead->name, deputy->name);
	return OK;
}

enum status casework_check(struct session *s, const struct progress *progress, struct arena *a,
                           struct check_report *ret)
{
	enum status (*const steps[])(
		struct checking *) = { check_pages, check_references, check_events, check_heads,
		                       check_lists, check_engine,     check_file,   check_safety };
	struct checking c = { .s = s, .progress = progress, .a = a };
	enum status rc = casework_may(s, OP_CHECK);

	if (rc == OK)
		rc = session_store(s, store_about(s->store, a, &c.about));
	for (size_t i = 0; rc == OK && i < COUNT_OF(steps); i++)
		rc = steps[i](&c);
	if (rc == OK)
		*ret = c.report;
	return rc;
}
