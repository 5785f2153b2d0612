#include "door.h"

#include "test.h"

#include "base/clock.h"
#include "model/account.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/settings.h"
#include "store/store.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct keys_cost cheap = { .passes = 1, .kib = 8 };

static const struct {
	const char *login, *name;
	unsigned roles;
} people[] = {
	{ "priya", "Priya Shah", ROLE_COORDINATOR | ROLE_LINK_WORKER },
	{ "ann", "Ann Reid", ROLE_COORDINATOR },
	{ "ben", "Ben Ojo", ROLE_LINK_WORKER },
	{ "mary", "Mary Bell", ROLE_VOLUNTEER },
};

static struct str own(struct door *d, const char *login)
{
	return str_of(arena_printf(&d->arena, "%s has three words", login));
}

static void make_slots(struct door *d, struct keyring *ring)
{
	struct keys k = { .path = d->path, .a = &d->arena, .now = clock_now(), .cost = cheap };
	struct recovery paper;

	for (size_t i = 0; i < COUNT_OF(people); i++) {
		const struct keys_account who = { people[i].login, people[i].name };
		struct str pass = own(d, who.login);

		if (i == 0)
			assert_int_equal(keys_create(&k, &who, pass, ring, &paper), OK);
		else
			assert_int_equal(keys_add_account(&k, ring, &who, pass), OK);
	}
	memcpy(d->recovery, paper.text, sizeof(d->recovery));
	recovery_wipe(&paper);
}

static void make_rows(struct door *d, const struct keyring *ring)
{
	struct store *st = NULL;
	struct change c;

	assert_int_equal(store_create(d->path, &ring->at[0], false, &st), OK);
	assert_int_equal(
		change_begin(&c, st, (struct account_id){ 0 }, clock_now(), "made the case file"),
		OK);
	for (size_t i = 0; i < COUNT_OF(people); i++) {
		struct account x = account_blank;
		struct account_id id;

		x.login = people[i].login;
		x.name = people[i].name;
		x.roles = people[i].roles;
		assert_int_equal(account_add(&c, &x, &id), OK);
	}
	assert_int_equal(setting_put(&c, "service", "Riverside"), OK);
	assert_int_equal(setting_put(&c, "nation", "england"), OK);
	assert_int_equal(change_end(&c, OK), OK);
	store_close(st);
}

struct door *door_open(void)
{
	struct door *d = calloc(1, sizeof(*d));
	struct keyring ring;

	assert_non_null(d);
	snprintf(d->folder, sizeof(d->folder), "/tmp/clew-door-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	snprintf(d->path, sizeof(d->path), "%s/c.clew", d->folder);
	make_slots(d, &ring);
	make_rows(d, &ring);
	keyring_wipe(&ring);
	return d;
}

void door_close(struct door *d)
{
	DIR *dir = opendir(d->folder);
	struct dirent *entry;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	rmdir(d->folder);
	arena_reset(&d->arena);
	free(d);
}

int door_setup(void **state)
{
	*state = door_open();
	return 0;
}

int door_teardown(void **state)
{
	door_close(*state);
	return 0;
}

enum status door_try(struct door *d, const char *login, const char *passphrase,
                     struct session **ret)
{
	struct sign_in how = { .path = d->path,
		               .login = login,
		               .passphrase = passphrase ? str_of(passphrase) : own(d, login),
		               .place = "a test" };
	enum status rc = casework_sign_in(&how, ret);

	(*ret)->cost = &cheap;
	return rc;
}

struct session *door_in(struct door *d, const char *login)
{
	struct session *s = NULL;

	if (door_try(d, login, NULL, &s) != OK)
		fail_msg("%s", session_fault(s));
	return s;
}

struct account_row door_row(struct door *d, struct session *s, const char *login)
{
	struct account_rows rows;

	assert_int_equal(casework_accounts(s, &d->arena, &rows), OK);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.at[i].account.login, login) == 0)
			return rows.at[i];
	fail_msg("no account %s", login);
	return rows.at[0];
}

struct account_id door_id(struct door *d, struct session *s, const char *login)
{
	return door_row(d, s, login).account.id;
}
