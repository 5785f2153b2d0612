#include "tries.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/words.h"
#include "beside.h"
#include "lock.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#define FREE_TRIES  5
#define FORGOTTEN   3600
#define STRANGERS   200
#define EVERYBODY   "*" /* stands for each login without a line of its own */
#define TRIES_LIMIT ((size_t)256 * 1024)

struct tries_line {
	char login[LOGIN_ROOM];
	long long count; /* what the wait goes by */
	long long at;
	long long missed; /* wrong ones since the last right one */
};

struct tries {
	size_t n;
	struct tries_line *at;
};

/* Seconds between guess number count and the next. */
static int64_t tries_wait(long long count)
{
	if (count < FREE_TRIES)
		return 0;
	if (count >= TRIES_PER_SPAN)
		return TRIES_SPAN;
	return (int64_t)5 << (count - FREE_TRIES);
}

static bool line_parse(struct str line, struct tries_line *ret)
{
	struct str login, count, at;

	if (!str_cut(&line, ' ', &login) || !str_cut(&line, ' ', &count) ||
	    !str_cut(&line, ' ', &at) || login.n == 0 || login.n >= LOGIN_ROOM ||
	    !str_int(count, &ret->count) || !str_int(at, &ret->at) || !str_int(line, &ret->missed))
		return false;
	memset(ret->login, 0, sizeof(ret->login));
	memcpy(ret->login, login.at, login.n);
	return ret->count >= 0 && ret->at >= 0 && ret->missed >= 0;
}

static bool tries_parse(struct str text, struct arena *a, struct tries *ret)
{
	struct tries t = { 0 };
	struct str line;

	if (text.n > 0 && text.at[text.n - 1] != '\n')
		return false;
	while (text.n > 0 && str_cut(&text, '\n', &line)) {
		struct tries_line one;

		if (!line_parse(line, &one))
			return false;
		*ARENA_PUSH(a, &t) = one;
	}
	*ret = t;
	return true;
}

static struct tries_line *tries_find(const struct tries *t, const char *login)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->at[i].login, login) == 0)
			return &t->at[i];
	return NULL;
}

static bool line_stranger(const struct tries_line *line, const struct keyfile *f)
{
	return strcmp(line->login, EVERYBODY) != 0 && !keyfile_slot(f, line->login);
}

/* Does it still say anything? What an account missed stands until somebody signs in to it. */
static bool line_lives(const struct tries_line *line, int64_t now, const struct keyfile *f)
{
	bool everybody = strcmp(line->login, EVERYBODY) == 0;

	if (line->missed > 0 && !everybody && !line_stranger(line, f))
		return true;
	return line->count > 0 && now - line->at <= (everybody ? TRIES_SPAN : FORGOTTEN);
}

/* In the order of the last guess, the oldest first; of strangers only the last so many. */
static void tries_print(const struct tries *t, int64_t now, const struct keyfile *f,
                        struct buf *out)
{
	size_t strangers = 0, i;

	for (i = 0; i < t->n; i++)
		if (line_lives(&t->at[i], now, f) && line_stranger(&t->at[i], f))
			strangers++;
	for (i = 0; i < t->n; i++) {
		const struct tries_line *line = &t->at[i];

		if (!line_lives(line, now, f))
			continue;
		if (line_stranger(line, f) && strangers-- > STRANGERS)
			continue;
		buf_printf(out, "%s %lld %lld %lld\n", line->login, line->count, line->at,
		           line->missed);
	}
}

static enum status tries_put(struct keys *k, const char *path, const struct tries *t,
                             const struct keyfile *f)
{
	struct buf out = { 0 };
	enum status rc;

	tries_print(t, k->now, f, &out);
	rc = beside_put(k, path, buf_str(&out), true);
	buf_done(&out);
	return rc;
}

/* Held until the descriptor in *fd is closed. E_DAMAGED: held, and cannot be read. */
static enum status tries_hold(struct keys *k, const char *path, struct tries *ret, int *fd)
{
	struct buf text = { 0 };
	enum status rc;

	*fd = lock_open(path, true);
	if (*fd < 0)
		return FAULT(
			k, E_IO,
			_("The guess could not be counted in %s (%s), so it was not looked at. "
		          "Mend that, then sign in."),
			path, strerror(errno));
	rc = file_read(path, TRIES_LIMIT, &text);
	if (rc == OK && !tries_parse(buf_str(&text), k->a, ret))
		rc = E_DAMAGED;
	buf_done(&text);
	return rc == OK ? OK : E_DAMAGED;
}

static enum status tries_refuse(struct keys *k, int64_t wait)
{
	k->wait = (int)wait;
	if (wait >= 120)
		return FAULT(k, E_BUSY,
		             _("There were too many wrong tries. Please wait %d minutes."),
		             (int)((wait + 59) / 60));
	if (wait == 1)
		return FAULT(k, E_BUSY,
		             _("There were too many wrong tries. Please wait a second."));
	return FAULT(k, E_BUSY, _("There were too many wrong tries. Please wait %d seconds."),
	             (int)wait);
}

/* Seconds until the next guess is due; the line is mended when the clock went back or it is long ago. */
static int64_t line_wait(struct tries_line *line, int64_t now)
{
	int64_t wait;

	if (line->at > now + TRIES_SPAN)
		line->at = now;
	if (now - line->at > FORGOTTEN)
		line->count = 0;
	wait = tries_wait(line->count);
	return wait > 0 ? line->at + wait - now : 0;
}

/* The line of a login to be counted on, taken out of t. */
static struct tries_line tries_take(struct tries *t, const char *login)
{
	struct tries_line *own = tries_find(t, login);
	struct tries_line *start = own ? own : tries_find(t, EVERYBODY);
	struct tries_line line = { 0 };

	if (start)
		line = *start;
	if (own)
		own->count = own->missed = 0;
	memset(line.login, 0, sizeof(line.login));
	memcpy(line.login, login, strnlen(login, LOGIN_ROOM - 1));
	return line;
}

enum status tries_count(struct keys *k, const struct keyfile *f, const char *login)
{
	const char *path = beside(k, ".tries");
	struct tries t = { 0 };
	struct tries_line line;
	int64_t wait, before;
	enum status rc;
	int fd;

	rc = tries_hold(k, path, &t, &fd);
	if (rc == E_IO)
		return rc;
	if (rc == E_DAMAGED)
		*ARENA_PUSH(k->a, &t) = (struct tries_line){ EVERYBODY, TRIES_PER_SPAN, k->now, 0 };
	line = tries_take(&t, login);
	before = line.at;
	k->missed = line.missed > INT_MAX ? INT_MAX : (int)line.missed;
	k->missed_at = line.at;
	wait = line_wait(&line, k->now);
	if (wait <= 0) {
		line.count++;
		line.missed++;
		line.at = k->now > line.at ? k->now : line.at;
	}
	*ARENA_PUSH(k->a, &t) = line;
	if (wait <= 0 || rc == E_DAMAGED || line.at != before)
		rc = tries_put(k, path, &t, f);
	close(fd);
	if (rc == OK && wait > 0)
		rc = tries_refuse(k, wait);
	return rc;
}

enum status tries_forget(struct keys *k, const struct keyfile *f, const char *login,
                         enum forget forget)
{
	const char *path = beside(k, ".tries");
	struct tries t = { 0 };
	struct tries_line *line;
	enum status rc;
	int fd;

	rc = tries_hold(k, path, &t, &fd);
	if (rc == E_IO)
		return rc;
	line = tries_find(&t, login);
	rc = OK;
	if (line) {
		line->count = 0;
		if (forget == FORGET_ALL)
			line->missed = 0;
		rc = tries_put(k, path, &t, f);
	}
	close(fd);
	return rc;
}
