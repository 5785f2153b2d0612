#include "store/heads.h"

#include "stmt.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADS_LIMIT   ((size_t)4 << 20)   /* bytes that are read */
#define HEADS_LONG    ((off_t)256 * 1024) /* bytes from which on only the last of each day is kept */
#define SECONDS_A_DAY 86400

static bool head_parse(struct str line, struct head *ret)
{
	struct head head;
	struct str part;
	long long n;

	if (!str_cut(&line, ' ', &part) || !str_int(part, &n) || n < 1)
		return false;
	head.id.n = n;
	if (!str_cut(&line, ' ', &part) || !str_int(part, &n))
		return false;
	head.at = n;
	if (!str_cut(&line, ' ', &part) || !digest_parse(part, head.link))
		return false;
	*ret = head;
	return true;
}

void heads_parse(struct str text, struct arena *a, struct head_list *ret, size_t *unread)
{
	struct head_list list = { 0 };
	struct head head;
	struct str line;
	size_t bad = 0;

	while (str_cut(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || *line.at == '#')
			continue;
		if (head_parse(line, &head))
			*ARENA_PUSH(a, &list) = head;
		else
			bad++;
	}
	*ret = list;
	if (unread)
		*unread = bad;
}

static const char *heads_path(struct store *st, struct arena *a)
{
	return arena_printf(a, "%s.heads", store_path(st));
}

enum status heads_read(struct store *st, struct arena *a, struct head_list *ret)
{
	struct buf text = { 0 };
	enum status rc = E_NOT_FOUND;

	if (store_path(st))
		rc = file_read(heads_path(st, a), HEADS_LIMIT, &text);
	if (rc == OK)
		heads_parse(buf_str(&text), a, ret, NULL);
	buf_done(&text);
	if (rc == E_NOT_FOUND) {
		*ret = (struct head_list){ 0 };
		return OK;
	}
	return rc == OK ? OK
	                : store_fail(st, E_IO, _("%s could not be read: is it a file of yours?"),
	                             heads_path(st, a));
}

static void head_put(struct buf *b, const struct head *head)
{
	char hex[DIGEST_HEX_ROOM];

	digest_hex(head->link, hex);
	buf_printf(b, "%lld %lld %s\n", (long long)head->id.n, (long long)head->at, hex);
}

static enum status not_noted(struct store *st, struct arena *a, int error)
{
	return store_fail(st, E_IO, _("The end of the record was not noted in %s: %s."),
	                  heads_path(st, a), strerror(error));
}

/* One write: what another process adds at the same moment stands before it or behind it. */
static int append(int fd, struct str line)
{
	struct stat is;
	ssize_t n;

	if (fstat(fd, &is) != 0)
		return errno;
	if (!S_ISREG(is.st_mode))
		return EINVAL;
	if (fchmod(fd, 0600) != 0)
		return errno;
	do
		n = write(fd, line.at, line.n);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return errno;
	if ((size_t)n != line.n)
		return ENOSPC;
	return fdatasync(fd) == 0 ? 0 : errno;
}

/* A line that was cut short by a loss of power must not take the next one with it. */
static bool ends_in_a_line(const char *path)
{
	struct buf text = { 0 };
	bool ends = file_read(path, HEADS_LIMIT, &text) != OK || text.n == 0 ||
	            text.at[text.n - 1] == '\n';

	buf_done(&text);
	return ends;
}

static enum status add_line(struct store *st, const struct head *head, struct arena *a)
{
	const char *path = heads_path(st, a);
	struct buf line = { 0 };
	int fd, error;

	if (!ends_in_a_line(path))
		buf_putc(&line, '\n');
	head_put(&line, head);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	error = fd < 0 ? errno : append(fd, buf_str(&line));
	if (fd >= 0)
		close(fd);
	buf_done(&line);
	return error == 0 ? OK : not_noted(st, a, error);
}

/* The last of each day, by UTC. */
static enum status shorten(struct store *st, const struct head_list *heads, struct arena *a)
{
	const char *path = heads_path(st, a), *fault = "";
	struct buf text = { 0 };
	struct file_put *put;
	enum status rc = file_put_open(path, FILE_REPLACE, a, &put, &fault);

	if (rc != OK)
		return store_fail(st, rc, "%s", fault);
	for (size_t i = 0; i < heads->n; i++)
		if (i + 1 == heads->n ||
		    heads->at[i].at / SECONDS_A_DAY != heads->at[i + 1].at / SECONDS_A_DAY)
			head_put(&text, &heads->at[i]);
	rc = file_put_write(put, buf_str(&text));
	if (rc == OK)
		rc = file_put_close(put, a, &fault);
	else
		file_put_drop(put);
	buf_done(&text);
	return rc == OK ? OK : store_fail(st, rc, "%s", fault);
}

enum status heads_note(struct store *st, const struct head *head)
{
	struct arena a = { 0 };
	struct head_list heads = { 0 };
	struct stat is;
	enum status rc = OK;

	if (!store_path(st) || store_read_only(st) || head->id.n == 0)
		return OK;
	rc = heads_read(st, &a, &heads);
	if (rc == OK && heads.n > 0 && heads.at[heads.n - 1].id.n == head->id.n) {
		arena_reset(&a);
		return OK;
	}
	if (rc == OK && stat(heads_path(st, &a), &is) == 0 && is.st_size > HEADS_LONG)
		rc = shorten(st, &heads, &a);
	if (rc == OK)
		rc = add_line(st, head, &a);
	arena_reset(&a);
	return rc;
}
