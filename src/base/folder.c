#include "folder.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_FOLLOWED 40 /* as many as the kernel does */

void path_split(const char *path, struct str *folder, struct str *name)
{
	struct str all = str_of(path);
	size_t cut = all.n;

	while (cut > 0 && all.at[cut - 1] != '/')
		cut--;
	*folder = (struct str){ all.at, cut };
	*name = (struct str){ all.at + cut, all.n - cut };
}

struct walk {
	struct arena arena;
	struct str rest; /* still to go */
	int at;          /* the folder reached, O_PATH */
	int links;
};

static int go_to(struct walk *w, int fd)
{
	if (fd < 0)
		return -1;
	if (w->at >= 0)
		close(w->at);
	w->at = fd;
	return 0;
}

static int from_where(struct walk *w)
{
	const char *start = w->rest.n > 0 && w->rest.at[0] == '/' ? "/" : ".";

	return go_to(w, open(start, O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/* The rest of the way leads through the link's target. */
static int follow(struct walk *w, int link, const struct stat *st)
{
	char target[PATH_MAX];
	ssize_t n;

	if ((st->st_uid != 0 && st->st_uid != geteuid()) || ++w->links > LINKS_FOLLOWED) {
		errno = ELOOP;
		return -1;
	}
	n = readlinkat(link, "", target, sizeof(target));
	if (n <= 0 || (size_t)n == sizeof(target)) {
		errno = n < 0 ? errno : ENAMETOOLONG;
		return -1;
	}
	w->rest = str_of(arena_printf(&w->arena, "%.*s/%.*s", (int)n, target, (int)w->rest.n,
	                              w->rest.n > 0 ? w->rest.at : ""));
	return target[0] == '/' ? from_where(w) : 0;
}

static int step(struct walk *w, struct str part)
{
	int fd = openat(w->at, arena_str(&w->arena, part), O_PATH | O_NOFOLLOW | O_CLOEXEC);
	struct stat st = { 0 };
	int rc = -1, error;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			return go_to(w, fd);
		errno = ENOTDIR;
		if (S_ISLNK(st.st_mode))
			rc = follow(w, fd, &st);
	}
	error = errno;
	close(fd);
	errno = error;
	return rc;
}

int folder_open(struct str path)
{
	struct walk w = { .rest = path, .at = -1 };
	struct str part;
	int rc, fd = -1, error;

	rc = path.n < PATH_MAX ? from_where(&w) : -1;
	if (path.n >= PATH_MAX)
		errno = ENAMETOOLONG;
	while (rc == 0 && str_cut(&w.rest, '/', &part))
		if (part.n > 0)
			rc = step(&w, part);
	if (rc == 0)
		fd = openat(w.at, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	error = errno;
	if (w.at >= 0)
		close(w.at);
	arena_reset(&w.arena);
	errno = error;
	return fd;
}

enum status folder_make(const char *path, struct arena *a, const char **fault)
{
	char *folder = arena_strdup(a, path);

	if (folder[0] == '\0')
		return OK;
	for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
			*fault = arena_printf(a, _("The folder %s cannot be made (%s)."), folder,
			                      strerror(errno));
			return E_IO;
		}
		*slash = '/';
	}
	return OK;
}
