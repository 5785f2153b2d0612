#ifndef BASE_FOLDER_PUT_H
#define BASE_FOLDER_PUT_H

#include "base/file.h"

/*
 * A folder of files that is whole or absent, as file_put is for one file. It is made under a temporary
 * name beside where it shall be (mode 0700), filled, synced and renamed as one.
 * folder_put_close() puts it there; folder_put_drop() leaves nothing behind. Both end f.
 *
 * With FILE_REPLACE a folder of that name gives way, if there is nothing in it but files whose names
 * end in .csv or .json: what else somebody keeps there is never thrown away.
 */
struct folder_put;

/* As file_put_open(): *fault belongs to a. E_EXISTS: there is such a folder and it was kept. */
MUST_USE enum status folder_put_open(const char *path, enum file_put_how how, struct arena *a,
                                     struct folder_put **ret, const char **fault);

/* Where a file of that name is to be written (file_put_open()) until the folder is closed. */
const char *folder_put_path(const struct folder_put *f, const char *name, struct arena *a);

MUST_USE enum status folder_put_close(struct folder_put *f, struct arena *a, const char **fault);
void folder_put_drop(struct folder_put *f); /* NULL is fine */

#endif
