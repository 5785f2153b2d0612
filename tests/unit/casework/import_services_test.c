#include "casework/import_services.h"

#include "casework/checks.h"
#include "casework/directory.h"
#include "fixture.h"
#include "session.h"
#include "store/service_search.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	snprintf(d->path, sizeof(d->path), "/tmp/clew-services-XXXXXX");
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

static void put(struct desk *d, const char *text)
{
	FILE *f = fopen(d->path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static enum status bring(struct desk *d, bool update, bool dry, struct import_report *ret)
{
	struct import_options how = { .path = d->path, .update = update, .dry_run = dry };

	return casework_import_services(d->w->session, &how, NULL, &d->w->arena, ret);
}

static int64_t number(struct desk *d, const char *sql)
{
	return store_int(d->w->session->store, sql);
}

static const char *text(struct desk *d, const char *sql)
{
	return store_text(d->w->session->store, sql, &d->w->arena);
}

#define COUNCIL                                                                                  \
	"import_id,name,description,organisation,url,needs_referral,min_age,service_taxonomies," \
	"contact_phone,location_postcode,temporarily_closed,areas,colour\r\n"                    \
	"7,Leeds Debt Help,\"Debts,\nand more\",Leeds City Council,https://x.example,true,18+,"  \
	"Debt advice; Basket weaving,0113 496 0199,ls1 3ad,false,Leeds,green\r\n"                \
	"8,Bradford Carers,,Bradford Council,,false,,Carers support groups,01632960001,,true,"   \
	"E08000032; Atlantis,red\r\n"

static void import_services__takes_a_councils_own_headings(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, COUNCIL);
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(p.n_new, 2);
	assert_string_equal(text(d, "SELECT access FROM service WHERE external_id = '7'"),
	                    "referral");
	assert_int_equal(number(d, "SELECT min_age FROM service WHERE external_id = '7'"), 18);
	assert_string_equal(text(d, "SELECT postcode FROM service WHERE external_id = '7'"),
	                    "LS1 3AD");
	assert_string_equal(text(d, "SELECT code FROM service_concern c JOIN service s"
	                            " ON s.id = c.service WHERE s.external_id = '7'"),
	                    "practical.money");
	assert_string_equal(text(d, "SELECT status FROM service WHERE external_id = '8'"),
	                    "closed_until");
	assert_string_equal(text(d, "SELECT area FROM service_area a JOIN service s"
	                            " ON s.id = a.service WHERE s.external_id = '8'"),
	                    "E08000032");
	assert_int_equal(p.categories.n, 1);
	assert_string_equal(p.categories.at[0], "Basket weaving");
	assert_int_equal(p.problems.n, 1);
	assert_string_equal(p.problems.at[0].column, "areas");
	assert_false(p.problems.at[0].refused);
	assert_int_equal(p.unknown.n, 1);
}

static void import_services__again_changes_nothing(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, COUNCIL);
	assert_int_equal(bring(d, false, true, &p), OK);
	assert_int_equal(p.n_new, 2);
	assert_int_equal(number(d, "SELECT count(*) FROM service"), 0);
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(bring(d, true, false, &p), OK);
	assert_int_equal(p.n_same, 2);
	assert_int_equal(p.n_new + p.n_changed + p.n_refused, 0);
}

static void import_services__leaves_what_was_found_out_here(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	struct service_record r;
	struct service_id id = { 1 };
	struct service_trouble t = { id, TROUBLE_CLOSED, DAY_NONE, "" };
	size_t told;

	put(d, "id,name,phone,last_checked,checked_how\r\n7,Leeds Debt Help,01134960199,"
	       "2026-01-05,web\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(casework_service_checked(d->w->session, id, CHECKED_PHONED), OK);
	assert_int_equal(casework_service_trouble(d->w->session, &t, &told), OK);
	store_sql(d->w->session->store, "UPDATE service SET staff_note = 'ask for Sue'");
	put(d, "id,name,phone,status,last_checked,checked_how\r\n7,Leeds Debt Help,"
	       "01134960200,active,2026-02-05,web\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(p.n_held, 1);
	assert_string_equal(text(d, "SELECT phone FROM service"), "01134960199");
	assert_int_equal(bring(d, true, false, &p), OK);
	assert_int_equal(p.n_changed, 1);
	assert_int_equal(casework_open_service(d->w->session, id, &d->w->arena, &r), OK);
	assert_string_equal(r.entry.service.phone, "01134960200");
	assert_int_equal(r.entry.service.last_checked, d->w->session->today);
	assert_int_equal(r.entry.service.checked_how, CHECKED_PHONED);
	assert_int_equal(r.entry.service.status, SERVICE_CLOSED);
	assert_string_equal(r.entry.service.staff_note, "ask for Sue");
}

static void import_services__knows_a_service_by_name_and_postcode(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, "name,postcode,phone\r\nThe Café,LS6 2AB,01134960111\r\nThe Café,LS1 3AD,"
	       "01134960112\r\n");
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(p.n_new, 2);
	put(d, "id,name,postcode\r\n55,THE CAFE,ls6 2ab\r\n");
	assert_int_equal(bring(d, true, false, &p), OK);
	assert_int_equal(p.n_changed, 1);
	assert_string_equal(text(d, "SELECT phone FROM service WHERE external_id = '55'"),
	                    "01134960111");
}

static void import_services__survives_a_hostile_file(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	struct buf long_name = { 0 };

	buf_puts(&long_name, "name,description,min_age,concerns\r\n");
	for (int i = 0; i < 400; i++)
		buf_puts(&long_name, "x");
	buf_puts(&long_name, ",d,1,money\r\n'=cmd|' /C calc'!A0,\"\x1b[2J\",-5,\"\"\"; DROP\"\r\n"
	                     ",no name,2,money\r\n\"zcpractical0money0\",za,old,zzz\r\n");
	put(d, buf_text(&long_name));
	buf_done(&long_name);
	assert_int_equal(bring(d, false, false, &p), E_PART);
	assert_int_equal(p.n_refused, 2);
	assert_int_equal(p.n_new, 2);
	assert_int_equal(number(d, "SELECT count(*) FROM service WHERE min_age IS NOT NULL"), 0);
	put(d, "name\r\n\"never ends\r\n");
	assert_int_equal(bring(d, false, false, &p), E_INVALID);
	assert_int_equal(number(d, "SELECT count(*) FROM service"), 2);
}

static void import_services__two_thousand_twice(void **state)
{
	struct desk *d = *state;
	struct import_report p;
	struct service_search how = { .text = "advice 1234", .limit = 10 };
	struct service_found found;
	FILE *f = fopen(d->path, "w");

	assert_non_null(f);
	fputs("import_id,name,service_taxonomies,areas,contact_phone\r\n", f);
	for (int i = 0; i < 2000; i++)
		fprintf(f, "S%d,Advice %d,%s,%s,01632 96%04d\r\n", i, i,
		        i % 3 == 0 ? "Debt advice" : "Counselling; Transport",
		        i % 2 == 0 ? "Leeds" : "Bradford", i % 1000);
	fclose(f);
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(p.n_new, 2000);
	assert_int_equal(number(d, "SELECT count(*) FROM event WHERE kind = 'import'"), 1);
	assert_int_equal(bring(d, false, false, &p), OK);
	assert_int_equal(p.n_same, 2000);
	assert_int_equal(services_search(d->w->session->store, &how, &d->w->arena, &found), OK);
	assert_int_equal(found.n, 1);
	assert_string_equal(found.list.at[0].service.name, "Advice 1234");
}

static void import_services__needs_a_coordinator(void **state)
{
	struct desk *d = *state;
	struct import_report p;

	put(d, COUNCIL);
	workplace_as(d->w, "ben");
	assert_int_equal(bring(d, false, false, &p), E_DENIED);
	assert_int_equal(number(d, "SELECT count(*) FROM service"), 0);
}

int main(void)
{
#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		WITH_DESK(import_services__takes_a_councils_own_headings),
		WITH_DESK(import_services__again_changes_nothing),
		WITH_DESK(import_services__leaves_what_was_found_out_here),
		WITH_DESK(import_services__knows_a_service_by_name_and_postcode),
		WITH_DESK(import_services__survives_a_hostile_file),
		WITH_DESK(import_services__two_thousand_twice),
		WITH_DESK(import_services__needs_a_coordinator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
