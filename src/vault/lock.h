#ifndef VAULT_LOCK_H
#define VAULT_LOCK_H

#include <stdbool.h>

/*
 * Open a small file and hold it alone (flock), waiting for whoever has it. Files of ours are
 * replaced by renaming, so that the file locked is looked up again until it is the one that stands
 * under the name. Closing the descriptor lets go.
 *
 * Returns the descriptor, or -1 and errno. make: create it, empty, 0600, when it is not there.
 */
int lock_open(const char *path, bool make);

#endif
