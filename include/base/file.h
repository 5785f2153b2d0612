#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

/*
 * A file that is whole or absent. It is written under a temporary name in its own directory (mode
 * 0600 before the first byte, links not followed), synced, renamed into place, the directory
 * synced. file_put_close() puts it there; file_put_drop() leaves nothing behind. Both end f,
 * whatever comes of it.
 *
 * Refused: a link, folder, pipe or device of that name, and a folder reached through a link that is
 * neither root's nor the user's own.
 */
struct file_put;

enum file_put_how { FILE_KEEP_EXISTING, FILE_REPLACE };

/*
 * *fault, on failure, is one sentence that belongs to a: what happened, why, what to do.
 * E_EXISTS: there is such a file and it was kept. E_IO: anything else. file_put_write() has no
 * sentence: go on to file_put_close(), which then leaves nothing behind and says why.
 */
MUST_USE enum status file_put_open(const char *path, enum file_put_how how, struct arena *a,
                                   struct file_put **ret, const char **fault);
MUST_USE enum status file_put_write(struct file_put *f, struct str bytes);
MUST_USE enum status file_put_close(struct file_put *f, struct arena *a, const char **fault);
void file_put_drop(struct file_put *f); /* NULL is fine */

/*
 * A small regular file, whole, in place of what out held; links are followed. out is left alone on
 * E_NOT_FOUND, E_INVALID (no regular file, or larger than limit bytes) and E_IO.
 */
MUST_USE enum status file_read(const char *path, size_t limit, struct buf *out);

/*
 * The folder that path lies in, and those above it that are missing, for this user alone (0700).
 * E_IO and *fault, which belongs to a.
 */
MUST_USE enum status folder_make(const char *path, struct arena *a, const char **fault);

#endif
