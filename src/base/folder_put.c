#include "base/folder_put.h"

#include "base/text.h"
#include "base/words.h"
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMP_TRIES 16

struct folder_put {
	int parent; /* everything happens in here, whatever becomes of the path meanwhile */
	enum file_put_how how;
	struct arena a;
	const char *path;   /* as it was asked for, without slashes at its end */
	const char *before; /* of path, all but its last part */
	const char *name;   /* its last part */
	char temp[32];      /* "" as long as there is none */
};

static enum status fail(struct arena *a, const char *path, const char *why, const char **fault)
{
	*fault = arena_printf(a, _("%s was not written: %s"), text_safe(str_of(path), a), why);
	return E_IO;
}

static enum status fail_errno(struct arena *a, const char *path, const char **fault)
{
	const char *why =
		arena_printf(a, _("%s. Choose another folder, or make room."), strerror(errno));

	return fail(a, path, why, fault);
}

static bool ours(const char *name)
{
	size_t n = strlen(name);

	return (n > 4 && text_equal(name + n - 4, ".csv")) ||
	       (n > 5 && text_equal(name + n - 5, ".json"));
}

/* Is there nothing in it but files as we write them? */
static bool only_ours(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *e;
	bool only = folder != NULL;

	if (!folder && fd >= 0)
		close(fd);
	while (only && (e = readdir(folder))) {
		struct stat st;

		if (text_equal(e->d_name, ".") || text_equal(e->d_name, ".."))
			continue;
		only = ours(e->d_name) &&
		       fstatat(dirfd(folder), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		       S_ISREG(st.st_mode);
	}
	if (folder)
		closedir(folder);
	return only;
}

/* A folder that holds files alone, and what is in it. */
static void remove_all(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *e;

	if (!folder && fd >= 0)
		close(fd);
	while (folder && (e = readdir(folder)))
		if (!text_equal(e->d_name, ".") && !text_equal(e->d_name, ".."))
			unlinkat(dirfd(folder), e->d_name, 0);
	if (folder)
		closedir(folder);
	unlinkat(parent, name, AT_REMOVEDIR);
}

/* Is the name free, or what stands there ours to replace? *there: a folder stands there. */
static enum status look(const struct folder_put *f, bool *there, struct arena *a,
                        const char **fault)
{
	struct stat st;

	*there = false;
	if (fstatat(f->parent, f->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? OK : fail_errno(a, f->path, fault);
	if (!S_ISDIR(st.st_mode))
		return fail(a, f->path,
		            _("there is something else of that name, and it was kept. Choose "
		              "another name."),
		            fault);
	*there = true;
	if (f->how == FILE_KEEP_EXISTING) {
		fail(a, f->path,
		     _("there is a folder of that name, and it was kept. Choose another name, or "
		       "say that it may be replaced."),
		     fault);
		return E_EXISTS;
	}
	if (!only_ours(f->parent, f->name))
		return fail(a, f->path,
		            _("the folder of that name holds other things than such files, and "
		              "was kept. Choose another name."),
		            fault);
	return OK;
}

static int temp_make(struct folder_put *f)
{
	char temp[sizeof(f->temp)];

	for (int i = 0; i < TEMP_TRIES; i++) {
		uint64_t chance;

		if (getrandom(&chance, sizeof(chance), 0) != (ssize_t)sizeof(chance))
			return -1;
		snprintf(temp, sizeof(temp), ".clew-%016" PRIx64, chance);
		if (mkdirat(f->parent, temp, 0700) == 0) {
			memcpy(f->temp, temp, sizeof(temp));
			return 0;
		}
		if (errno != EEXIST)
			return -1;
	}
	return -1;
}

static enum status start(struct folder_put *f, struct arena *a, const char **fault)
{
	struct str folder, name;
	enum status rc;
	bool there;

	path_split(f->path, &folder, &name);
	f->before = arena_str(&f->a, folder);
	f->name = arena_str(&f->a, name);
	if (text_empty(f->name) || text_equal(f->name, ".") || text_equal(f->name, ".."))
		return fail(a, f->path, _("that names no folder. Give a new folder's name."),
		            fault);
	f->parent = folder_open(folder);
	if (f->parent < 0)
		return fail_errno(a, f->path, fault);
	rc = look(f, &there, a, fault);
	if (rc == OK && temp_make(f) != 0)
		rc = fail_errno(a, f->path, fault);
	return rc;
}

enum status folder_put_open(const char *path, enum file_put_how how, struct arena *a,
                            struct folder_put **ret, const char **fault)
{
	struct folder_put *f = calloc(1, sizeof(*f));
	size_t n = strlen(path);
	enum status rc;

	if (!f)
		return fail(a, path, _("there is not memory enough."), fault);
	while (n > 1 && path[n - 1] == '/')
		n--;
	f->parent = -1;
	f->how = how;
	f->path = arena_str(&f->a, (struct str){ path, n });
	rc = start(f, a, fault);
	if (rc == OK)
		*ret = f;
	else
		folder_put_drop(f);
	return rc;
}

const char *folder_put_path(const struct folder_put *f, const char *name, struct arena *a)
{
	return arena_printf(a, "%s%s/%s", f->before, f->temp, name);
}

void folder_put_drop(struct folder_put *f)
{
	if (!f)
		return;
	if (f->temp[0])
		remove_all(f->parent, f->temp);
	if (f->parent >= 0)
		close(f->parent);
	arena_reset(&f->a);
	free(f);
}

static int sync_folder(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int rc = fd < 0 ? -1 : fsync(fd);

	if (rc != 0 && fd >= 0 && (errno == EINVAL || errno == ENOTSUP))
		rc = 0;
	if (fd >= 0)
		close(fd);
	return rc;
}

/* A file system that cannot rename without replacing: an empty folder alone is ever replaced by rename. */
static int rename_new(const struct folder_put *f)
{
	if (renameat2(f->parent, f->temp, f->parent, f->name, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	return renameat(f->parent, f->temp, f->parent, f->name);
}

/* The old folder goes under the temporary name, so that one of the two always stands there. */
static int rename_over(const struct folder_put *f)
{
	if (renameat2(f->parent, f->temp, f->parent, f->name, RENAME_EXCHANGE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	remove_all(f->parent, f->name);
	return renameat(f->parent, f->temp, f->parent, f->name);
}

enum status folder_put_close(struct folder_put *f, struct arena *a, const char **fault)
{
	bool there;
	enum status rc = look(f, &there, a, fault);

	if (rc == OK &&
	    (sync_folder(f->parent, f->temp) != 0 || (there ? rename_over(f) : rename_new(f)) != 0))
		rc = fail_errno(a, f->path, fault);
	else if (rc == OK && !there)
		f->temp[0] = '\0';
	if (rc == OK)
		sync_folder(f->parent, ".");
	folder_put_drop(f);
	return rc;
}
