#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/str.h"

/* "a/b/c" is the folder "a/b/" and the name "c"; "c" alone has the folder "". Views into path. */
void path_split(const char *path, struct str *folder, struct str *name);

/*
 * A descriptor of that folder ("" is the current one), for openat() and fsync(). It is walked part by
 * part, and a link on the way is followed only when it is root's or the user's own, as the kernel does
 * in /tmp: nobody else decides where a file goes. -1 and errno on failure, ELOOP for such a link.
 */
int folder_open(struct str path);

#endif
