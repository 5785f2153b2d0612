#include "crash_vfs.h"

#include "test.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SECTOR 512
#define FILES  8

/* Bytes, and which sectors of them were written since the last sync. */
struct image {
	uint8_t *at;
	size_t n, room;
};

struct disk_file {
	char name[256]; /* "" is free */
	bool there;     /* as it is seen now */
	bool was_there; /* as it is settled */
	struct image now, settled;
	uint8_t *dirty; /* one a sector of now */
	size_t dirty_room;
};

struct open_file {
	sqlite3_file base;
	struct disk_file *file;
	bool synced_folder;
};

static struct disk_file disk[FILES], kept[FILES];
static struct crash_disk kind = { SECTOR, true };
static long ops, ops_left = -1;
static bool dead;
static sqlite3_vfs *real;
static sqlite3_vfs crash;

/* Every operation that reaches the disk: false once the power is gone. */
static bool power(void)
{
	if (dead)
		return false;
	ops++;
	if (ops_left >= 0 && ops_left-- == 0)
		dead = true;
	return !dead;
}

static void grow(void **at, size_t *room, size_t n)
{
	size_t more = n < 4096 ? 4096 : n * 2;

	if (n <= *room)
		return;
	*at = realloc(*at, more);
	assert_non_null(*at);
	memset((uint8_t *)*at + *room, 0, more - *room);
	*room = more;
}

static void image_size(struct image *im, size_t n)
{
	void *at = im->at;

	grow(&at, &im->room, n);
	im->at = at;
	if (n > im->n)
		memset(im->at + im->n, 0, n - im->n);
	im->n = n;
}

static void image_copy(struct image *to, const struct image *from)
{
	to->n = 0;
	image_size(to, from->n);
	if (from->n > 0)
		memcpy(to->at, from->at, from->n);
}

static void mark(struct disk_file *f, size_t from, size_t to)
{
	void *at = f->dirty;

	grow(&at, &f->dirty_room, to / SECTOR + 1);
	f->dirty = at;
	for (size_t i = from / SECTOR; i * SECTOR < to; i++)
		f->dirty[i] = 1;
}

static void clean(struct disk_file *f)
{
	if (f->dirty_room > 0)
		memset(f->dirty, 0, f->dirty_room);
}

static void settle(struct disk_file *f)
{
	image_copy(&f->settled, &f->now);
	clean(f);
}

/* ---- one file ---- */

static int file_close(sqlite3_file *base)
{
	(void)base;
	return SQLITE_OK;
}

static struct disk_file *of(sqlite3_file *base)
{
	return ((struct open_file *)base)->file;
}

static int file_read(sqlite3_file *base, void *to, int n, sqlite3_int64 from)
{
	const struct image *im = &of(base)->now;
	size_t at = (size_t)from, want = (size_t)n, have = at < im->n ? im->n - at : 0;

	if (dead)
		return SQLITE_IOERR_READ;
	if (have > want)
		have = want;
	if (have > 0)
		memcpy(to, im->at + at, have);
	memset((uint8_t *)to + have, 0, want - have);
	return have == want ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int file_write(sqlite3_file *base, const void *from, int n, sqlite3_int64 to)
{
	struct disk_file *f = of(base);
	size_t at = (size_t)to, end = at + (size_t)n;
	bool gone = dead, on = power();

	if (gone)
		return SQLITE_IOERR_WRITE;
	if (end > f->now.n)
		image_size(&f->now, end);
	memcpy(f->now.at + at, from, (size_t)n);
	mark(f, at, end);
	return on ? SQLITE_OK : SQLITE_IOERR_WRITE; /* the power went in it: there, or not */
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 n)
{
	bool gone = dead, on = power();

	if (!gone)
		image_size(&of(base)->now, (size_t)n);
	return on ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

static int file_sync(sqlite3_file *base, int flags)
{
	(void)flags;
	if (!power())
		return SQLITE_IOERR_FSYNC;
	settle(of(base));
	of(base)->was_there = true;
	return SQLITE_OK;
}

static int file_size(sqlite3_file *base, sqlite3_int64 *ret)
{
	*ret = (sqlite3_int64)of(base)->now.n;
	return dead ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

static int file_lock(sqlite3_file *base, int level)
{
	(void)base;
	(void)level;
	return SQLITE_OK;
}

static int file_reserved(sqlite3_file *base, int *ret)
{
	(void)base;
	*ret = 0;
	return SQLITE_OK;
}

static int file_control(sqlite3_file *base, int op, void *arg)
{
	(void)base;
	if (op != SQLITE_FCNTL_MMAP_SIZE)
		return SQLITE_NOTFOUND;
	*(sqlite3_int64 *)arg = 0;
	return SQLITE_OK;
}

static int file_sector(sqlite3_file *base)
{
	(void)base;
	return kind.sector;
}

static int file_traits(sqlite3_file *base)
{
	(void)base;
	return kind.safe_overwrite ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_lock,
	.xCheckReservedLock = file_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

/* ---- the folder ---- */

static struct disk_file *find(const char *name, bool make)
{
	struct disk_file *unused = NULL;

	for (size_t i = 0; i < FILES; i++) {
		if (strcmp(disk[i].name, name) == 0)
			return &disk[i];
		if (!disk[i].name[0] && !unused)
			unused = &disk[i];
	}
	if (!make)
		return NULL;
	assert_non_null(unused);
	assert_true(strlen(name) < sizeof(unused->name));
	memcpy(unused->name, name, strlen(name) + 1);
	return unused;
}

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *ret)
{
	struct open_file *o = (struct open_file *)base;
	struct disk_file *f;

	(void)vfs;
	*o = (struct open_file){ 0 };
	assert_non_null(name); /* nothing of ours goes to a temporary file */
	f = find(name, (flags & SQLITE_OPEN_MAIN_DB) || (flags & SQLITE_OPEN_CREATE));
	if (!f || dead ||
	    (!f->there && !(flags & SQLITE_OPEN_CREATE) && !(flags & SQLITE_OPEN_MAIN_DB)))
		return SQLITE_CANTOPEN;
	if (!f->there) {
		if (!power())
			return SQLITE_CANTOPEN;
		f->there = true;
		image_size(&f->now, 0);
		clean(f);
	}
	o->file = f;
	o->base.pMethods = &methods;
	if (ret)
		*ret = flags;
	return SQLITE_OK;
}

static int disk_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	struct disk_file *f = find(name, false);

	(void)vfs;
	if (!power())
		return SQLITE_IOERR_DELETE;
	if (!f || !f->there)
		return SQLITE_IOERR_DELETE_NOENT;
	f->there = false;
	if (sync_folder)
		f->was_there = false;
	return SQLITE_OK;
}

static int disk_access(sqlite3_vfs *vfs, const char *name, int flags, int *ret)
{
	const struct disk_file *f = find(name, false);

	(void)vfs;
	*ret = f && f->there && (flags != SQLITE_ACCESS_EXISTS || f->now.n > 0);
	return dead ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

static int disk_name(sqlite3_vfs *vfs, const char *name, int n, char *ret)
{
	(void)vfs;
	sqlite3_snprintf(n, ret, "%s", name);
	return SQLITE_OK;
}

static int disk_random(sqlite3_vfs *vfs, int n, char *ret)
{
	(void)vfs;
	return real->xRandomness(real, n, ret);
}

static int disk_sleep(sqlite3_vfs *vfs, int us)
{
	(void)vfs;
	return real->xSleep(real, us);
}

static int disk_time(sqlite3_vfs *vfs, double *ret)
{
	(void)vfs;
	return real->xCurrentTime(real, ret);
}

void crash_install(void)
{
	real = sqlite3_vfs_find(NULL);
	crash = (sqlite3_vfs){
		.iVersion = 1,
		.szOsFile = (int)sizeof(struct open_file),
		.mxPathname = 255,
		.zName = "crash",
		.xOpen = disk_open,
		.xDelete = disk_delete,
		.xAccess = disk_access,
		.xFullPathname = disk_name,
		.xRandomness = disk_random,
		.xSleep = disk_sleep,
		.xCurrentTime = disk_time,
	};
	assert_int_equal(sqlite3_vfs_register(&crash, 1), SQLITE_OK);
}

static void forget(struct disk_file *files)
{
	for (size_t i = 0; i < FILES; i++) {
		free(files[i].now.at);
		free(files[i].settled.at);
		free(files[i].dirty);
		files[i] = (struct disk_file){ 0 };
	}
}

void crash_remove(void)
{
	sqlite3_vfs_unregister(&crash);
	sqlite3_vfs_register(real, 1);
	forget(disk);
	forget(kept);
}

void crash_is(struct crash_disk k)
{
	kind = k;
}

static void copy_all(struct disk_file *to, const struct disk_file *from)
{
	for (size_t i = 0; i < FILES; i++) {
		memcpy(to[i].name, from[i].name, sizeof(to[i].name));
		to[i].there = from[i].there;
		to[i].was_there = from[i].was_there;
		image_copy(&to[i].now, &from[i].now);
		image_copy(&to[i].settled, &from[i].settled);
		clean(&to[i]);
	}
}

void crash_keep(void)
{
	for (size_t i = 0; i < FILES; i++) {
		settle(&disk[i]);
		disk[i].was_there = disk[i].there;
	}
	copy_all(kept, disk);
}

void crash_restore(void)
{
	copy_all(disk, kept);
	dead = false;
	ops_left = -1;
}

void crash_after(long n)
{
	ops = 0;
	ops_left = n;
}

long crash_ops(void)
{
	return ops;
}

bool crash_happened(void)
{
	return dead;
}

/* ---- what is left ---- */

static void spoil(struct dice *dice, uint8_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		at[i] = (uint8_t)dice_roll(dice);
}

/* The size as it was, as it is, or at some sector between. */
static size_t left_size(const struct disk_file *f, struct dice *dice)
{
	size_t was = f->settled.n, is = f->now.n;

	switch (dice_below(dice, 3)) {
	case 0:
		return was;
	case 1:
		return is;
	default:
		break;
	}
	return is > was ? was + dice_below(dice, (uint32_t)((is - was) / SECTOR) + 1) * SECTOR : is;
}

static void settle_by_chance(struct disk_file *f, struct dice *dice)
{
	size_t n = left_size(f, dice);

	if (f->there != f->was_there)
		f->there = dice_below(dice, 2);
	/* Cut, then not cut after all: what was there before the cut is there again. */
	image_size(&f->settled, n);
	for (size_t at = 0; at < n && at < f->now.n; at += SECTOR) {
		size_t end = at + SECTOR < f->now.n ? at + SECTOR : f->now.n;
		uint32_t luck = dice_below(dice, 100);

		if (end > n)
			end = n;
		if (at / SECTOR >= f->dirty_room || !f->dirty[at / SECTOR] || luck < 48)
			continue;
		if (luck < 97)
			memcpy(f->settled.at + at, f->now.at + at, end - at);
		else
			spoil(dice, f->settled.at + at, end - at);
	}
	image_copy(&f->now, &f->settled);
	f->was_there = f->there;
	clean(f);
}

void crash_power_on(struct dice *dice)
{
	for (size_t i = 0; i < FILES; i++)
		if (disk[i].name[0])
			settle_by_chance(&disk[i], dice);
	dead = false;
	ops_left = -1;
}
