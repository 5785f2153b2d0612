#ifndef SUPPORT_CRASH_VFS_H
#define SUPPORT_CRASH_VFS_H

#include "dice.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A disk in memory that can lose its power. While installed it is SQLite's own idea of a file
 * system: whatever the store opens lies here (beside it, a file of that name must be there for those
 * who look without SQLite).
 *
 * What is not synced when the power goes is kept or lost, sector by sector of 512 bytes, or, rarely,
 * neither; a size, and a file that was made or removed, may be as before or as after. Syncing a file
 * settles it and, as on Linux, that it is there; removing settles with the folder alone.
 */
void crash_install(void);
void crash_remove(void); /* forgets everything */

struct crash_disk {
	int sector;          /* what the disk says its sectors are: 512, 4096 */
	bool safe_overwrite; /* it says that bytes beside those written are safe */
};
void crash_is(struct crash_disk disk);

void crash_keep(void);    /* everything as it is now, to come back to */
void crash_restore(void); /* come back to it, with power on */

void crash_after(long ops); /* the power goes at that operation from now; < 0: never */
long crash_ops(void);       /* since then */
bool crash_happened(void);
void crash_power_on(struct dice *dice); /* settle what was lost; then all goes on */

#endif
