#include "queue.h"

#include "handle.h"
#include "stmt.h"

#include "base/clock.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define NAP_MAX_MS 20
#define EAGER_MS   300 /* who has waited so long goes in past whoever stands at the door */
#define NOTE_BYTES 400

static enum status lock_open(struct store *st)
{
	struct arena a = { 0 };
	const char *name = arena_printf(&a, "%s.lock", st->path);

	st->lock_fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	arena_reset(&a);
	if (st->lock_fd >= 0)
		return OK;
	return store_fail(st, E_IO, _("%s.lock cannot be opened (%s). Nothing was changed."),
	                  st->path, strerror(errno));
}

static void nap(long ms)
{
	struct timespec t = { .tv_nsec = ms * 1000000 };

	clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL);
}

/* The note is two lines: name, UTC seconds. It may be half written, or stale: it is told as it
 * stands, or not at all. */
static enum status busy(struct store *st)
{
	char note[NOTE_BYTES + 1] = { 0 };
	ssize_t n = pread(st->lock_fd, note, NOTE_BYTES, 0);
	struct str rest = { note, n > 0 ? (size_t)n : 0 }, name, line;
	struct arena a = { 0 };
	long long at;

	if (n > 0 && str_cut(&rest, '\n', &name) && str_cut(&rest, '\n', &line) &&
	    str_int(line, &at) && name.n > 0) {
		store_fail(st, E_BUSY,
		           _("%.*s is saving just now (since %s). Nothing of yours was "
		             "changed; try again in a moment."),
		           (int)name.n, name.at, minute_text(clock_minute(at), &a));
	} else {
		store_fail(st, E_BUSY,
		           _("Somebody else is saving just now. Nothing of yours was changed; "
		             "try again in a moment."));
	}
	arena_reset(&a);
	return E_BUSY;
}

/*
 * One of those who wait stands at the door, and whoever has just saved cannot go in again before
 * them. False: somebody stands there. Where the file system has no such locks nobody need.
 */
static bool stand_at_door(struct store *st)
{
	struct flock door = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };

	return fcntl(st->lock_fd, F_OFD_SETLK, &door) == 0 ||
	       (errno != EAGAIN && errno != EACCES && errno != EINTR);
}

static void leave_door(struct store *st)
{
	struct flock door = { .l_type = F_UNLCK, .l_whence = SEEK_SET, .l_len = 1 };

	fcntl(st->lock_fd, F_OFD_SETLK, &door);
}

/* Whoever stands at the door may have been stopped there: nobody waits for them for long. */
static enum status wait_for_turn(struct store *st)
{
	long waited = 0, ms = NAP_MAX_MS;
	bool at_door = false;

	for (;;) {
		at_door = at_door || stand_at_door(st);
		if (at_door || waited >= EAGER_MS) {
			if (flock(st->lock_fd, LOCK_EX | LOCK_NB) == 0)
				return OK;
			if (errno != EWOULDBLOCK && errno != EINTR)
				return store_fail(
					st, E_IO,
					_("%s.lock cannot be locked (%s). Nothing was changed."),
					st->path, strerror(errno));
		}
		if (waited >= st->wait_ms)
			return busy(st);
		ms = at_door ? 1 : ms > 1 ? ms - 1 : 1; /* who came first looks more often */
		nap(ms);
		waited += ms;
	}
}

enum status queue_enter(struct store *st)
{
	enum status rc;

	if (!st->path)
		return OK;
	if (st->lock_fd < 0 && lock_open(st) != OK)
		return E_IO;
	rc = wait_for_turn(st);
	leave_door(st);
	return rc;
}

static void put_line(struct buf *b, const char *text)
{
	for (; text && *text && b->n < NOTE_BYTES - 40; text++)
		buf_putc(b, (unsigned char)*text < ' ' ? ' ' : *text);
	buf_putc(b, '\n');
}

/* Only for who waits to read: when it cannot be written, the lock is held all the same. */
void queue_sign(struct store *st, const char *name, int64_t at)
{
	struct buf note = { 0 };

	if (!st->path)
		return;
	put_line(&note, name);
	buf_printf(&note, "%lld\n", (long long)at);
	if (pwrite(st->lock_fd, note.at, note.n, 0) == (ssize_t)note.n)
		(void)!ftruncate(st->lock_fd, (off_t)note.n);
	buf_done(&note);
}

void queue_leave(struct store *st)
{
	if (!st->path || st->lock_fd < 0)
		return;
	(void)!ftruncate(st->lock_fd, 0);
	flock(st->lock_fd, LOCK_UN);
}

void queue_close(struct store *st)
{
	if (st->lock_fd >= 0)
		close(st->lock_fd);
	st->lock_fd = -1;
}
