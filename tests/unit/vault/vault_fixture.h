#ifndef VAULT_FIXTURE_H
#define VAULT_FIXTURE_H

#include "test.h"

#include "base/file.h"
#include "beside.h"
#include "vault/keys.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A key file with one account, margaret, in a folder of its own; slots cost next to nothing. */
struct vault_fixture {
	char folder[32];
	char path[48];
	struct arena a;
	struct keys k;
	struct keyring ring;
	struct recovery paper;
};

#define CHEAP ((struct keys_cost){ .passes = 1, .kib = 8 })
#define RIGHT STR("three kind words")
#define WRONG STR("three blind mice")
#define START 1800000000

static const struct keys_account margaret = { "margaret", "Margaret Ellis" };
static const struct keys_account tom = { "tom", "Tom O'Neill" };

static inline int vault_fixture_open(void **state)
{
	struct vault_fixture *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	snprintf(f->folder, sizeof(f->folder), "/tmp/clew-vault-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->path, sizeof(f->path), "%s/c.clew", f->folder);
	f->k = (struct keys){ .path = f->path, .a = &f->a, .now = START, .cost = CHEAP };
	assert_int_equal(keys_create(&f->k, &margaret, RIGHT, &f->ring, &f->paper), OK);
	*state = f;
	return 0;
}

static inline int vault_fixture_done(void **state)
{
	struct vault_fixture *f = *state;
	DIR *dir = opendir(f->folder);
	struct dirent *entry;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	rmdir(f->folder);
	arena_reset(&f->a);
	free(f);
	return 0;
}

static inline void vault_fixture_read(struct vault_fixture *f, const char *suffix, struct buf *ret)
{
	assert_int_equal(file_read(beside(&f->k, suffix), 1 << 20, ret), OK);
}

static inline void vault_fixture_write(struct vault_fixture *f, const char *suffix, struct str text)
{
	assert_int_equal(beside_put(&f->k, beside(&f->k, suffix), text, true), OK);
}

#endif
