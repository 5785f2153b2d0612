/*
 * Makes the demonstration file: clew-demo FOLDER FILE reads the tables of data/demo/ and writes a
 * case file of invented people, as it stands on the Monday DEMO_DAY. The same tables give the same
 * file, byte for byte but for the salts of its events.
 */
#include "demo.h"

#include "base/clock.h"
#include "base/die.h"
#include "base/file.h"
#include "model/relation.h"
#include "store/accounts.h"
#include "store/move.h"
#include "store/relations.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdio.h>

#define JANE 412 /* her reference in the pictures: CL-000412 */

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
		{ "service_phone", "0113 496 0100" },
		{ "service_hours", "Monday to Friday, 9 to 5" },
		{ "demo_day", "20780" }, /* DEMO_DAY */
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
		{ "tomasz", "Tomasz Nowak", ROLE_LINK_WORKER },
		{ "grace", "Grace Adeyemi", ROLE_LINK_WORKER },
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

/* The tables, which must outlive what is made of them. */
static struct str read_table(struct demo *d, const char *folder, const char *name)
{
	struct buf text = { 0 };
	struct str ret = { 0 };

	DO(d, file_read(arena_printf(d->a, "%s/%s.tsv", folder, name), 1 << 20, &text));
	ret = (struct str){ arena_str(d->a, buf_str(&text)), text.n };
	buf_done(&text);
	if (d->rc != OK)
		fprintf(stderr, "clew-demo: %s/%s.tsv cannot be read.\n", folder, name);
	return ret;
}

static void read_tables(struct demo *d, const char *folder)
{
	d->names = read_table(d, folder, "names");
	d->streets = read_table(d, folder, "streets");
	d->cancers = read_table(d, folder, "cancers");
	d->concerns = read_table(d, folder, "concerns");
	d->words = read_table(d, folder, "words");
	DO(d, concern_set_load(CONCERNS_NEWEST, d->a, &d->set));
}

/*
 * Those who came to us for their own sake look after somebody who did too. Written once: it stands on
 * both records.
 */
static void put_carers(struct demo *d, const struct life *lives, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const struct life *carer = &lives[i], *other = &lives[i - 1];
		struct relation x = relation_blank;
		struct relation_id id;

		if (carer->standing != STAND_CARER || other->standing == STAND_STORY)
			continue;
		x.knows_illness = x.knows_service = SAID_YES;
		x.person = other->person.id;
		x.other = carer->person.id;
		x.kind = RELATION_CARED_FOR_BY;
		DO(d, relation_add(d->c, &x, &id));
	}
}

static void put_everybody(struct demo *d)
{
	struct life *lives;
	size_t n = plan_lives(d, &lives), jane = 0;

	while (jane < n && lives[jane].story != story_jane)
		jane++;
	DO(d, store_number_people(d->st, JANE - (int64_t)jane));
	choose_restricted(d, lives, n);
	for (size_t i = 0; d->rc == OK && i < n; i++) {
		if (lives[i].story)
			lives[i].story(d, &lives[i]);
		else
			put_journey(d, &lives[i]);
	}
	put_carers(d, lives, n);
	put_rest_of_signposts(d, lives, n);
	put_notes(d);
	put_together(d, lives, n);
}

static enum status fill(struct store *st, const char *folder, struct arena *a)
{
	struct change c;
	struct demo d = { .st = st, .c = &c, .a = a, .seed = 20780 };
	enum status rc = change_begin(&c, st, (struct account_id){ 0 }, 0, "made");

	if (rc != OK)
		return rc;
	c.kind = "import"; /* of its rows only the keys are kept */
	read_tables(&d, folder);
	DO(&d, put_settings(&c));
	DO(&d, put_accounts(&c));
	DO(&d, accounts_all(st, a, &d.accounts));
	if (d.rc == OK)
		put_directory(&d, read_table(&d, folder, "services"));
	if (d.rc == OK)
		put_directory_parts(&d, read_table(&d, folder, "service-parts"));
	if (d.rc == OK)
		put_everybody(&d);
	return change_end(&c, d.rc);
}

static enum status write_image(struct store *st, const char *path)
{
	struct arena a = { 0 };
	struct buf image = { 0 };
	struct file_put *f = NULL;
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
	struct arena a = { 0 };
	enum status rc;

	if (argc != 3) {
		fputs("usage: clew-demo FOLDER FILE\n", stderr);
		return 2;
	}
	rc = store_open_memory(&key, &st);
	if (rc == OK)
		rc = fill(st, argv[1], &a);
	if (rc != OK)
		fprintf(stderr, "clew-demo: %s\n", store_fault(st));
	else
		rc = write_image(st, argv[2]);
	store_close(st);
	arena_reset(&a);
	return status_exit(rc);
}
