#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int flock_wait(int fd)
{
	int rc;

	do {
		rc = flock(fd, LOCK_EX);
	} while (rc != 0 && errno == EINTR);
	return rc;
}

int lock_open(const char *path, bool make)
{
	int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (make ? O_CREAT : 0);

	for (;;) {
		struct stat held, named;
		int fd = open(path, flags, 0600);

		if (fd < 0)
			return -1;
		if (flock_wait(fd) != 0 || fstat(fd, &held) != 0) {
			int why = errno;

			close(fd);
			errno = why;
			return -1;
		}
		if (lstat(path, &named) == 0 && named.st_ino == held.st_ino &&
		    named.st_dev == held.st_dev)
			return fd;
		close(fd);
	}
}
