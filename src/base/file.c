#include "base/file.h"

#include "base/text.h"
#include "base/words.h"
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define FLUSH_BYTES ((size_t)64 * 1024)
#define TEMP_TRIES  16

struct file_put {
	int folder; /* everything happens in here, whatever becomes of the path meanwhile */
	int fd;
	int error; /* errno of the first write that failed */
	enum file_put_how how;
	char *path; /* as it was asked for */
	char *name; /* its last part */
	char temp[32];
	struct buf waiting; /* not written yet */
};

static const char *not_written(struct arena *a, const char *path, const char *why)
{
	return arena_printf(a, _("%s was not written: %s"), text_safe(str_of(path), a), why);
}

static const char *what_to_do(int error)
{
	switch (error) {
	case ENOSPC:
	case EDQUOT:
		return _("Make room on the disk, or choose another folder.");
	case EACCES:
	case EPERM:
	case EROFS:
		return _("Choose a folder that you may write to.");
	case ENOENT:
	case ENOTDIR:
		return _("Choose a folder that is there.");
	case EFBIG:
		return _("Choose another folder or disk.");
	case ENAMETOOLONG:
		return _("Choose a shorter name.");
	default:
		return _("Try again, or choose another folder.");
	}
}

static const char *fault_of(struct arena *a, const char *path, int error)
{
	return not_written(a, path,
	                   arena_printf(a, _("%s. %s"), strerror(error), what_to_do(error)));
}

static char *copy(const char *s)
{
	struct buf b = { 0 };

	buf_puts(&b, s);
	return b.at;
}

void file_put_drop(struct file_put *f)
{
	if (!f)
		return;
	if (f->fd >= 0)
		close(f->fd);
	if (f->temp[0])
		unlinkat(f->folder, f->temp, 0);
	if (f->folder >= 0)
		close(f->folder);
	buf_wipe(&f->waiting);
	free(f->path);
	free(f->name);
	free(f);
}

/* Is the name free, or what stands there ours to replace? */
static enum status look(const struct file_put *f, struct arena *a, const char **fault)
{
	struct stat st;

	if (fstatat(f->folder, f->name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno == ENOENT)
			return OK;
		*fault = fault_of(a, f->path, errno);
		return E_IO;
	}
	if (S_ISLNK(st.st_mode)) {
		*fault = not_written(
			a, f->path,
			_("it is a link, which was not followed. Choose another name."));
		return E_IO;
	}
	if (!S_ISREG(st.st_mode)) {
		*fault = not_written(a, f->path,
		                     S_ISDIR(st.st_mode)
		                             ? _("it is a folder. Choose a name inside it.")
		                             : _("it is no ordinary file. Choose another name."));
		return E_IO;
	}
	if (f->how == FILE_KEEP_EXISTING) {
		*fault = not_written(a, f->path,
		                     _("there is a file of that name, and it was kept. "
		                       "Choose another name, or say that it may be replaced."));
		return E_EXISTS;
	}
	return OK;
}

static int temp_name(char *ret, size_t room)
{
	uint64_t chance;

	if (getrandom(&chance, sizeof(chance), 0) != (ssize_t)sizeof(chance))
		return -1;
	return snprintf(ret, room, ".clew-%016" PRIx64, chance) < (int)room ? 0 : -1;
}

/*
 * Private before the first byte, whatever the umask. A file system without modes of its own (a FAT
 * memory stick) answers its owner EPERM: there is nothing to set there.
 */
static int make_private(int fd)
{
	struct stat st;

	if (fchmod(fd, 0600) == 0)
		return 0;
	if (errno == EPERM && fstat(fd, &st) == 0 && st.st_uid == geteuid())
		return 0;
	return -1;
}

static int temp_open(struct file_put *f)
{
	char temp[sizeof(f->temp)];

	for (int i = 0; i < TEMP_TRIES; i++) {
		if (temp_name(temp, sizeof(temp)) != 0)
			return -1;
		f->fd = openat(f->folder, temp,
		               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (f->fd >= 0) {
			memcpy(f->temp, temp, sizeof(temp));
			return make_private(f->fd);
		}
		if (errno != EEXIST)
			return -1;
	}
	return -1;
}

static enum status start(struct file_put *f, struct arena *a, const char **fault)
{
	struct str folder, name;
	enum status rc;

	path_split(f->path, &folder, &name);
	f->name = copy(arena_str(a, name));
	if (text_empty(f->path) || text_empty(f->name) || text_equal(f->name, ".") ||
	    text_equal(f->name, "..")) {
		*fault = not_written(a, f->path, _("that names no file. Give a file name."));
		return E_IO;
	}
	f->folder = folder_open(folder);
	if (f->folder < 0 && errno == ELOOP) {
		*fault = not_written(a, f->path,
		                     _("its folder is reached through a link that belongs to "
		                       "somebody else. Give the folder itself."));
		return E_IO;
	}
	if (f->folder < 0) {
		*fault = fault_of(a, f->path, errno);
		return E_IO;
	}
	rc = look(f, a, fault);
	if (rc != OK)
		return rc;
	if (temp_open(f) != 0) {
		*fault = fault_of(a, f->path, errno);
		return E_IO;
	}
	return OK;
}

enum status file_put_open(const char *path, enum file_put_how how, struct arena *a,
                          struct file_put **ret, const char **fault)
{
	struct file_put *f = calloc(1, sizeof(*f));
	enum status rc;

	if (!f) {
		*fault = fault_of(a, path, ENOMEM);
		return E_IO;
	}
	*f = (struct file_put){ .folder = -1, .fd = -1, .how = how, .path = copy(path) };
	rc = start(f, a, fault);
	if (rc != OK) {
		file_put_drop(f);
		return rc;
	}
	*ret = f;
	return OK;
}

static void flush(struct file_put *f)
{
	struct str left = buf_str(&f->waiting);

	while (left.n > 0 && f->error == 0) {
		ssize_t n = write(f->fd, left.at, left.n);

		if (n < 0 && errno != EINTR)
			f->error = errno;
		if (n > 0) {
			left.at += n;
			left.n -= (size_t)n;
		}
	}
	buf_clear(&f->waiting);
}

enum status file_put_write(struct file_put *f, struct str bytes)
{
	while (bytes.n > 0 && f->error == 0) {
		size_t n = bytes.n < FLUSH_BYTES ? bytes.n : FLUSH_BYTES;

		buf_add(&f->waiting, (struct str){ bytes.at, n });
		bytes.at += n;
		bytes.n -= n;
		if (f->waiting.n >= FLUSH_BYTES)
			flush(f);
	}
	return f->error == 0 ? OK : E_IO;
}

/* Where the file system cannot rename without replacing, a link is as good: it never replaces. */
static int rename_keeping(struct file_put *f)
{
	if (renameat2(f->folder, f->temp, f->folder, f->name, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (linkat(f->folder, f->temp, f->folder, f->name, 0) != 0)
		return -1;
	return unlinkat(f->folder, f->temp, 0);
}

/* 0, or the errno of what went wrong. */
static int settle(struct file_put *f)
{
	int fd = f->fd, rc;

	flush(f);
	if (f->error != 0)
		return f->error;
	if (fsync(fd) != 0)
		return errno;
	f->fd = -1;
	if (close(fd) != 0)
		return errno;
	rc = f->how == FILE_KEEP_EXISTING ? rename_keeping(f)
	                                  : renameat(f->folder, f->temp, f->folder, f->name);
	if (rc != 0)
		return errno;
	f->temp[0] = '\0';
	return 0;
}

enum status file_put_close(struct file_put *f, struct arena *a, const char **fault)
{
	enum status rc = OK;
	int error;

	/* What came to stand there since: a link or a folder is no more replaced now than before. */
	rc = f->error == 0 ? look(f, a, fault) : OK;
	if (rc != OK)
		goto done;
	error = settle(f);
	if (error == EEXIST)
		rc = look(f, a, fault);
	if (rc == OK && error != 0) {
		*fault = fault_of(a, f->path, error);
		rc = E_IO;
	} else if (rc == OK && fsync(f->folder) != 0 && errno != EINVAL && errno != ENOTSUP) {
		*fault = arena_printf(a,
		                      _("%s was written, but the disk did not confirm it: %s. "
		                        "Look whether it is there before relying on it."),
		                      text_safe(str_of(f->path), a), strerror(errno));
		rc = E_IO;
	}
done:
	file_put_drop(f);
	return rc;
}

static enum status read_all(int fd, size_t limit, struct buf *b)
{
	char part[4096];
	enum status rc = OK;
	ssize_t n;

	do {
		n = read(fd, part, sizeof(part));
		if (n < 0 && errno != EINTR)
			rc = E_IO;
		if (n > 0)
			buf_add(b, (struct str){ part, (size_t)n });
		if (b->n > limit)
			rc = E_INVALID;
	} while (n != 0 && rc == OK);
	explicit_bzero(part, sizeof(part));
	return rc;
}

enum status file_read(const char *path, size_t limit, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct buf b = { 0 };
	enum status rc = E_INVALID;
	struct stat st;

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? E_NOT_FOUND : E_IO;
	if (fstat(fd, &st) != 0)
		rc = E_IO;
	else if (S_ISREG(st.st_mode))
		rc = read_all(fd, limit, &b);
	close(fd);
	if (rc != OK) {
		buf_wipe(&b);
		return rc;
	}
	buf_wipe(out);
	*out = b;
	return OK;
}
