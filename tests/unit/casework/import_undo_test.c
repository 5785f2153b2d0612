/* G7, T22: one import is one undo. */
#include "casework/directory.h"
#include "casework/undo.h"

#include "base/buf.h"
#include "called.h"
#include "casework/contacts.h"
#include "casework/import_people.h"
#include "casework/import_services.h"
#include "dump.h"
#include "fixture.h"
#include "session.h"
#include "store/derive.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS 200

struct desk {
	struct workplace *w;
	char path[64];
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));
	int fd;

	assert_non_null(d);
	d->w = workplace_open();
	snprintf(d->path, sizeof(d->path), "/tmp/clew-undo-XXXXXX");
	fd = mkstemp(d->path);
	assert_true(fd >= 0);
	close(fd);
	*state = d;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *d = *state;

	unlink(d->path);
	workplace_close(d->w);
	free(d);
	return 0;
}

static int64_t number(struct desk *d, const char *sql)
{
	return store_int(d->w->session->store, sql);
}

/* ---- files ---- */

static void put(struct desk *d, const char *text)
{
	FILE *f = fopen(d->path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void put_people(struct desk *d)
{
	struct buf b = { 0 };

	buf_puts(&b, "family_name,given_name,date_of_birth,phone,email,safe_text\r\n");
	for (int i = 0; i < ROWS; i++)
		buf_printf(&b, "Name%d,Jo,%d/%d/1970,07700 900%03d,jo%d@example.org,yes\r\n", i,
		           i % 28 + 1, i % 12 + 1, i, i);
	put(d, buf_text(&b));
	buf_done(&b);
}

static void bring_people(struct desk *d, bool update)
{
	struct import_options how = { .path = d->path, .update = update };
	struct import_report p;

	assert_int_equal(casework_import_people(d->w->session, &how, NULL, &d->w->arena, &p), OK);
}

static void bring_services(struct desk *d, bool update)
{
	struct import_options how = { .path = d->path, .update = update };
	struct import_report p;

	assert_int_equal(casework_import_services(d->w->session, &how, NULL, &d->w->arena, &p), OK);
}

/* ---- what is in the file ---- */

static const char *dump(struct desk *d)
{
	return store_dump(d->w->session->store, &d->w->arena);
}

static const char *offered(struct desk *d)
{
	const char *what = "";

	if (casework_undo_peek(d->w->session, &d->w->arena, &what) != OK)
		fail_msg("%s", session_fault(d->w->session));
	return what;
}

static const char *refused(struct desk *d)
{
	const char *what = "";

	assert_int_equal(casework_undo_peek(d->w->session, &d->w->arena, &what), E_CONFLICT);
	assert_int_equal(casework_undo(d->w->session), E_CONFLICT);
	return session_fault(d->w->session);
}

static void assert_as(struct desk *d, const char *before)
{
	const char *wrong = NULL;

	assert_string_equal(dump(d), before);
	assert_int_equal(store_recount(d->w->session->store, &d->w->arena, &wrong), OK);
	assert_null(wrong);
}

/* ---- cases ---- */

static void undo__takes_people_of_an_import_back(void **state)
{
	struct desk *d = *state;
	const char *before, *what;

	called_jane(d->w);
	before = dump(d);
	put_people(d);
	bring_people(d, false);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), ROWS + 1);
	what = offered(d);
	assert_non_null(strstr(what, "import of people from clew-undo-"));
	assert_non_null(strstr(what, ", 200 new"));
	assert_null(strstr(what, "changed"));
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_as(d, before);
	assert_string_equal(refused(d),
	                    "An import that was taken back comes again by importing its file.");
	assert_as(d, before);
	bring_people(d, false);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), ROWS + 1);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_as(d, before);
}

/* What was changed goes back, a number that was added goes, and nobody is found by it any more. */
static void undo__takes_what_an_import_changed_back(void **state)
{
	struct desk *d = *state;
	const char *before;

	called_jane(d->w);
	before = dump(d);
	put(d, "family_name,given_name,date_of_birth,phone,email,stage,reason\r\n"
	       "Carter,Jane,12/03/1981,07700 900999,jane@example.org,follow_up,Money\r\n"
	       "New,Ned,1/1/1960,07700 900777,,,\r\n");
	bring_people(d, true);
	assert_int_equal(number(d, "SELECT count(*) FROM find_key WHERE key LIKE '07700900999%'"),
	                 1);
	assert_non_null(strstr(offered(d), ", 1 new, 1 changed"));
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_as(d, before);
}

static void undo__leaves_an_import__after_somebody_rang(void **state)
{
	struct desk *d = *state;
	struct new_contact x = new_contact_blank;
	struct contact_saved saved;
	const char *with, *why;

	put_people(d);
	bring_people(d, false);
	workplace_as(d->w, "ben");
	x.person.n = number(d, "SELECT id FROM person WHERE family_name = 'Name7'");
	x.outcome = CONTACT_THEY_RANG;
	if (casework_record_contact(d->w->session, &x, &d->w->arena, &saved) != OK)
		fail_msg("%s", session_fault(d->w->session));
	with = dump(d);
	workplace_as(d->w, "priya");
	why = refused(d);
	assert_non_null(strstr(why, "Nothing was taken back: Name7, Jo was changed since. "
	                            "09:00, Ben Ojo: contact with Name7, Jo 1970"));
	assert_as(d, with);
	workplace_as(d->w, "ben");
	assert_int_equal(casework_undo(d->w->session), OK);
	workplace_as(d->w, "priya");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(number(d, "SELECT count(*) FROM person"), 0);
}

#define SERVICES "id,name,organisation,concerns,areas,phone,postcode\r\n"

static void undo__takes_services_of_an_import_back(void **state)
{
	struct desk *d = *state;
	const char *empty = dump(d), *before;

	put(d,
	    SERVICES "a1,Bookworms,Library,Money and benefits,E08000035,0113 496 0000,LS1 1AA\r\n"
	             "a2,Walkers,Park,Getting around,E08000035;E08000032,,LS2 2BB\r\n");
	bring_services(d, false);
	before = dump(d);
	put(d, SERVICES "a1,Bookworms,Library,Getting around,E08000032,0113 496 0001,LS1 1AA\r\n"
	                "a3,Swimmers,Pool,Getting around,,,LS3 3CC\r\n");
	bring_services(d, true);
	assert_int_equal(number(d, "SELECT count(*) FROM service_text"), 3);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_as(d, before);
	put(d, SERVICES "a4,Singers,Choir,Money and benefits,,,LS4 4DD\r\n");
	bring_services(d, false);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_as(d, before);
	assert_string_not_equal(before, empty);
}

/* An organisation that an entry made later names stays, and so does what it is called. */
static void undo__leaves_an_organisation__that_others_name(void **state)
{
	struct desk *d = *state;
	struct service_entry x = { .service = service_blank, .organisation = "LIBRARY" };
	struct service_id id;

	put(d,
	    SERVICES "a1,Bookworms,Library,Money and benefits,E08000035,0113 496 0000,LS1 1AA\r\n"
	             "a2,Walkers,library,Getting around,E08000035,,LS2 2BB\r\n");
	bring_services(d, false);
	assert_int_equal(number(d, "SELECT count(*) FROM organisation"), 1);
	x.service.name = "Rhyme time";
	assert_int_equal(casework_add_service(d->w->session, &x, &id), OK);
	assert_int_equal(number(d, "SELECT count(*) FROM organisation"), 1);
	x.organisation = "Lantern Trust";
	assert_int_equal(casework_add_service(d->w->session, &x, &id), OK);
	workplace_as(d->w, "ben");
	assert_int_equal(casework_add_service(d->w->session, &x, &id), OK);
	workplace_as(d->w, "priya");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(
		number(d, "SELECT count(*) FROM organisation WHERE name = 'Lantern Trust'"), 1);
	workplace_as(d->w, "ben");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(number(d, "SELECT count(*) FROM service WHERE name = 'Rhyme time'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		CASE(undo__takes_people_of_an_import_back),
		CASE(undo__takes_what_an_import_changed_back),
		CASE(undo__leaves_an_import__after_somebody_rang),
		CASE(undo__takes_services_of_an_import_back),
		CASE(undo__leaves_an_organisation__that_others_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
