#include "store/store.h"

#include "chain.h"
#include "handle.h"
#include "image.h"
#include "migrate.h"
#include "names.h"
#include "pragmas.h"
#include "queue.h"
#include "service_index.h"
#include "stmt.h"

#include "base/die.h"
#include "base/file.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct store *open_stores;

struct store *stores_open(void)
{
	return open_stores;
}

static struct store *store_new(const char *path, const struct key *key, enum store_mode mode)
{
	struct store *st = calloc(1, sizeof(*st));

	if (!st)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	if (path)
		st->path = arena_strdup(&st->arena, path);
	if (key)
		st->key = *key;
	st->mode = mode;
	st->wait_ms = QUEUE_WAIT_MS;
	st->commit_ms = QUEUE_WAIT_MS;
	st->lock_fd = -1;
	st->leave = LEAVE_FREE; /* until it is open */
	st->next = open_stores;
	open_stores = st;
	return st;
}

void store_close(struct store *st)
{
	if (!st)
		return;
	stmts_done(st);
	if (st->db && sqlite3_close(st->db) != SQLITE_OK)
		die("the file is closed with a statement still open");
	images_free(st->images);
	queue_close(st);
	for (struct store **at = &open_stores; *at; at = &(*at)->next) {
		if (*at == st) {
			*at = st->next;
			break;
		}
	}
	names_forget(st);
	services_forget(st);
	arena_reset(&st->arena);
	buf_done(&st->fault);
	explicit_bzero(st, sizeof(*st));
	free(st);
}

static enum status engine_open(struct store *st, const char *name)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE |
	            SQLITE_OPEN_NOMUTEX;
	int rc;

	flags |= st->mode == STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (!st->path)
		flags = (flags & ~SQLITE_OPEN_NOFOLLOW) | SQLITE_OPEN_MEMORY;
	rc = sqlite3_open_v2(name, &st->db, flags, NULL);
	if (rc == (SQLITE_CANTOPEN | (6 << 8)))
		return store_fail(st, E_IO, _("%s is a link. Name the file itself."), name);
	if (rc != SQLITE_OK)
		return store_fail_engine(st, rc);
	st->images = images_new(st); /* before any statement is prepared */
	return pragmas_apply(st);
}

static enum status ready(struct store *st)
{
	enum status rc = pragmas_check(st);

	st->leave = LEAVE_NONE;
	return rc;
}

/* ---- creating ---- */

/* SQLite is given a file that is there, empty and private, so that nobody can look in meanwhile. */
static enum status make_file(struct store *st, const char *path)
{
	int fd = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0600);

	if (fd >= 0) {
		close(fd);
		return OK;
	}
	if (errno == EEXIST)
		return store_fail(st, E_EXISTS, _("%s is there already, and was left as it is."),
		                  path);
	return store_fail(st, E_IO, _("%s cannot be made (%s)."), path, strerror(errno));
}

static enum status fill(struct store *st, const char *name, enum store_kind kind)
{
	enum status rc = engine_open(st, name);

	if (rc == OK)
		rc = pragmas_geometry(st);
	if (rc == OK)
		rc = schema_create(st, kind);
	return rc == OK ? ready(st) : rc;
}

enum status store_create(const char *path, const struct key *key, bool practice, struct store **ret)
{
	struct store *st = store_new(path, key, STORE_WRITE);
	struct arena a = { 0 };
	const char *fault;
	enum status rc = folder_make(path, &a, &fault);

	*ret = st;
	if (rc != OK)
		store_fail(st, rc, "%s", fault);
	else
		rc = make_file(st, path);
	arena_reset(&a);
	if (rc != OK)
		return rc;
	rc = fill(st, path, practice ? STORE_PRACTICE : STORE_CASE);
	if (rc != OK)
		unlink(path); /* ours, made just now, with nothing in it */
	return rc;
}

enum status store_open_memory(const struct key *key, struct store **ret)
{
	*ret = store_new(NULL, key, STORE_WRITE);
	return fill(*ret, ":memory:", STORE_DEMO);
}

/* ---- opening ---- */

static enum status look_at_file(struct store *st, const char *path)
{
	struct stat s;

	if (lstat(path, &s) != 0)
		return errno == ENOENT || errno == ENOTDIR
		               ? store_fail(st, E_NOT_FOUND, _("There is no file %s."), path)
		               : store_fail(st, E_IO, _("%s cannot be opened (%s)."), path,
		                            strerror(errno));
	if (S_ISDIR(s.st_mode))
		return store_fail(st, E_DAMAGED, _("%s is a folder, not a case file."), path);
	if (S_ISLNK(s.st_mode))
		return store_fail(st, E_IO, _("%s is a link. Name the file itself."), path);
	if (!S_ISREG(s.st_mode))
		return store_fail(st, E_DAMAGED, _("%s is not a case file of clew."), path);
	if (s.st_size == 0)
		return store_fail(st, E_DAMAGED,
		                  _("%s is empty: there is nothing in it to open. Restore the last "
		                    "backup, or make a new file with clew init."),
		                  path);
	return OK;
}

/* Roles mean nothing in a file that every account of the computer can read or write. */
static enum status look_who_else(struct store *st, const char *path)
{
	struct stat s;

	if (lstat(path, &s) == 0 && (s.st_mode & S_IRWXO) == 0)
		return OK;
	return store_fail(st, E_DENIED,
	                  _("Everybody on this computer can get at %s. Nothing was opened: "
	                    "chmod 600 closes it to others."),
	                  path);
}

enum status store_open(const char *path, const struct key *key, enum store_mode mode,
                       struct store **ret)
{
	struct store *st = store_new(path, key, mode);
	enum status rc = look_at_file(st, path);

	*ret = st;
	if (rc == OK)
		rc = engine_open(st, path);
	if (rc == OK)
		rc = schema_update(st);
	if (rc == OK)
		rc = ready(st);
	if (rc == OK)
		rc = chain_check_key(st);
	return rc == OK ? look_who_else(st, path) : rc;
}

enum status store_open_image(struct str image, const struct key *key, struct store **ret)
{
	struct store *st = store_new(NULL, key, STORE_WRITE);
	unsigned char *copy;
	enum status rc = engine_open(st, ":memory:");
	int code;

	*ret = st;
	if (rc != OK)
		return rc;
	copy = sqlite3_malloc64(image.n + 1);
	if (!copy)
		return store_fail_engine(st, SQLITE_NOMEM);
	memcpy(copy, image.at, image.n);
	code = sqlite3_deserialize(st->db, "main", copy, (sqlite3_int64)image.n,
	                           (sqlite3_int64)image.n,
	                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
	if (code != SQLITE_OK)
		return store_fail_engine(st, code);
	rc = pragmas_apply(st); /* the image is another database: its pragmas start anew */
	if (rc == OK)
		rc = schema_update(st);
	return rc == OK ? ready(st) : rc;
}

enum status store_image(struct store *st, struct buf *ret)
{
	sqlite3_int64 n = 0;
	unsigned char *bytes = sqlite3_serialize(st->db, "main", &n, 0);

	if (!bytes)
		return store_fail_engine(st, SQLITE_NOMEM);
	buf_clear(ret);
	buf_add(ret, (struct str){ (const char *)bytes, (size_t)n });
	sqlite3_free(bytes);
	return OK;
}

const char *store_path(const struct store *st)
{
	return st->path;
}

bool store_read_only(const struct store *st)
{
	return st->mode == STORE_READ_ONLY;
}

enum store_kind store_kind(const struct store *st)
{
	return st->kind;
}

bool store_practice(const struct store *st)
{
	return st->kind != STORE_CASE;
}
