/*
 * Makes the demonstration file: clew-demo FOLDER FILE reads the tables of data/demo/ and writes a
 * case file of invented people, as it stands on the Monday DEMO_DAY. The same tables give the same
 * file, byte for byte but for the salts of its events.
 */
#include "base/file.h"
#include "model/account.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdio.h>

#define DEMO_DAY "20780" /* Monday 23 November 2026 */

static enum status put_settings(struct change *c)
{
	static const struct {
		const char *name, *value;
	} settings[] = {
		{ "service", "Leeds cancer link workers" },
		{ "nation", "england" },
		{ "shared", "no" },
		{ "safety_lead", "Ann Reid" },
		{ "safety_lead_phone", "0113 496 0111" },
		{ "safety_deputy", "Ben Ojo" },
		{ "safety_deputy_phone", "0113 496 0112" },
		{ "demo_day", DEMO_DAY },
	};
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(settings); i++)
		rc = setting_put(c, settings[i].name, settings[i].value);
	return rc;
}

static enum status put_accounts(struct change *c)
{
	static const struct {
		const char *login, *name;
		unsigned roles;
	} accounts[] = {
		{ "priya", "Priya Shah", ROLE_COORDINATOR | ROLE_LINK_WORKER },
		{ "ben", "Ben Ojo", ROLE_LINK_WORKER },
		{ "ann", "Ann Reid", ROLE_COORDINATOR },
		{ "mary", "Mary Bell", ROLE_VOLUNTEER },
	};
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(accounts); i++) {
		struct account x = account_blank;
		struct account_id id;

		x.login = accounts[i].login;
		x.name = accounts[i].name;
		x.roles = accounts[i].roles;
		rc = account_add(c, &x, &id);
	}
	return rc;
}

static enum status fill(struct store *st)
{
	struct change c;
	enum status rc = change_begin(&c, st, (struct account_id){ 0 }, 0, "made");

	if (rc != OK)
		return rc;
	rc = put_settings(&c);
	if (rc == OK)
		rc = put_accounts(&c);
	return change_end(&c, rc);
}

static enum status write_image(struct store *st, const char *path)
{
	struct arena a = { 0 };
	struct buf image = { 0 };
	struct file_put *f;
	const char *fault = "";
	enum status rc = store_image(st, &image);

	if (rc == OK)
		rc = file_put_open(path, FILE_REPLACE, &a, &f, &fault);
	if (rc == OK) {
		rc = file_put_write(f, buf_str(&image));
		if (file_put_close(f, &a, &fault) != OK)
			rc = E_IO;
	}
	if (rc != OK)
		fprintf(stderr, "clew-demo: %s\n", fault);
	buf_done(&image);
	arena_reset(&a);
	return rc;
}

int main(int argc, char **argv)
{
	static const struct key key = { { 'd', 'e', 'm', 'o' } };
	struct store *st = NULL;
	enum status rc;

	if (argc != 3) {
		fputs("usage: clew-demo FOLDER FILE\n", stderr);
		return 2;
	}
	rc = store_open_memory(&key, &st);
	if (rc == OK)
		rc = fill(st);
	if (rc != OK)
		fprintf(stderr, "clew-demo: %s\n", store_fault(st));
	else
		rc = write_image(st, argv[2]);
	store_close(st);
	return status_exit(rc);
}
