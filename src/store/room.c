#include "store/room.h"

#include "handle.h"
#include "stmt.h"

#include "base/words.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

enum status store_room_left(struct store *st, struct room *ret)
{
	const char *path = st->path;
	struct stat file;
	struct statvfs disk;

	if (text_empty(path)) {
		*ret = (struct room){ 0 };
		return OK;
	}
	if (stat(path, &file) != 0 || statvfs(path, &disk) != 0)
		return store_fail(st, E_IO, _("The disk cannot be looked at (%s)."),
		                  strerror(errno));
	*ret = (struct room){ .size = file.st_size,
		              .left = (int64_t)disk.f_bavail * (int64_t)disk.f_frsize };
	return OK;
}

enum status store_room(struct store *st)
{
	struct room room = { 0 };
	enum status rc = store_room_left(st, &room);

	if (rc == OK && room.left < room.size / 2 * 5)
		return store_fail(st, E_IO,
		                  _("There is not room enough on the disk: %lld MB are free, %lld "
		                    "MB may be needed. Nothing was changed."),
		                  (long long)(room.left >> 20),
		                  (long long)((room.size / 2 * 5) >> 20));
	return rc;
}
