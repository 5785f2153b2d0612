/* D4: directories of other shapes, and how they are told apart. */
#include "casework/import_services.h"

#include "base/buf.h"
#include "fixture.h"
#include "package_desk.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* ---- other shapes ---- */

static void import_package__takes_the_older_uk_shape(void **state)
{
	struct package_desk *d = *state;

	package_desk_put(
		d, "service.csv",
		"id,organization_id,name,description,status,attending_type,attending_access,"
		"assured_date\ns1,o1,Lunch club,Soup,active,home visit,drop-in,2026-05-01\n");
	package_desk_put(d, "organization.csv", "id,name,description\no1,Trust,A\n");
	package_desk_put(d, "eligibility.csv",
	                 "id,service_id,eligibility,minimum_age,maximum_age\n"
	                 "e1,s1,Carers,18,25\n");
	package_desk_put(
		d, "regular_schedule.csv",
		"id,service_id,service_at_location_id,opens_at,closes_at,freq,interval,byday\n"
		"r1,s1,,09:00:00,12:00:00,MONTHLY,1,1MO\n");
	package_desk_put(
		d, "holiday_schedule.csv",
		"id,service_id,closed,start_date,end_date\nh1,s1,true,2026-12-24,2027-01-02\n");
	package_desk_put(d, "taxonomy.csv", "id,name,vocabulary\nt1,Debt advice,esdServiceType\n");
	package_desk_put(d, "service_taxonomy.csv", "id,service_id,taxonomy_id\nx1,s1,t1\n");
	package_desk_put(d, "link_taxonomy.csv",
	                 "id,link_type,link_id,taxonomy_id\nl1,service,s1,t1\n"
	                 "l2,cost_option,c9,t1\n");
	assert_int_equal(package_desk_take(d), OK);
	assert_non_null(strstr(d->report.read_as, "Open Referral UK 1"));
	assert_int_equal(d->report.problems.n, 0);
	assert_string_equal(
		package_desk_text(d, "SELECT eligibility || min_age || max_age || attendance ||"
	                             " access FROM service"),
		"Carers1825home_visitdrop-in");
	assert_string_equal(package_desk_text(d, "SELECT hours FROM service"),
	                    "closed 24 Dec 2026 to 2 Jan 2027");
	assert_string_equal(package_desk_text(d, "SELECT every || days FROM service_time"),
	                    "month1MO");
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service_tag"), 2);
	assert_string_equal(package_desk_text(d, "SELECT code FROM service_concern"),
	                    "practical.money");
}

#define COUNCIL_HEAD                                                                             \
	"import_id,import_id_reference,name,description,organisation,url,approved,visible_from," \
	"visible_to,visible,needs_referral,min_age,max_age,service_taxonomies,contact_name,"     \
	"contact_title,contact_visible,contact_email,contact_phone,location_name,"               \
	"location_address_1,location_city,location_postcode,mask_exact_address,"                 \
	"location_accessibilities,free,cost_option,cost_amount,cost_type,temporarily_closed,"    \
	"schedules_opens_at,schedules_closes_at,scheduled_weekday,suitabilities,labels\n"

static void import_package__takes_a_councils_file_with_its_further_rows(void **state)
{
	struct package_desk *d = *state;
	char path[160];

	snprintf(path, sizeof(path), "%s/leeds.csv", d->folder);
	package_desk_put_at(
		path, COUNCIL_HEAD
		"1,,Lunch club,Soup,Trust,,TRUE,,,TRUE,TRUE,18,,Debt advice; Basket weaving,Ann,"
		"Manager,TRUE,a@x.example,0113 496 0001,Hall,1 High St,Leeds,LS1 3AD,FALSE,"
		"Hearing loop,FALSE,Adults,2.50,a session,FALSE,09:00:00,12:00:00,monday,"
		"Older people,x\n"
		"2,1,,,,,,,,,,,,,Bob,Cook,FALSE,b@x.example,0113 496 0002,,,,,,,,,,,,,,,,\n"
		"3,1,,,,,,,,,,,,,,,,,,Chapel,2 Low St,Leeds,LS2 3AD,TRUE,,,,,,,,,,,\n"
		"4,1,,,,,,,,,,,,,,,,,,Barn,3 Low St,Leeds,LS3 3AD,FALSE,,,,,,,,,,,\n"
		"5,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,10:00:00,11:00:00,tuesday,,\n"
		"6,,Hidden club,,,,TRUE,,,FALSE,,,,,,,,,,,,,,,,,,,,,,,,,\n"
		"7,,Old club,,,,TRUE,,2020-01-01,TRUE,,,,,,,,,,,,,,,,,,,,,,,,,\n"
		"8,9,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,wednesday,,\n"
		"10,6,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,wednesday,,\n");
	assert_int_equal(package_desk_bring(d, path, (struct import_options){ 0 }), E_PART);
	assert_int_equal(d->report.n_new, 1);
	assert_int_equal(d->report.n_refused, 1);
	assert_true(package_desk_said(d, "leeds.csv", 9, "No service here has that id."));
	assert_true(package_desk_said(d, "leeds.csv", 7, "does not show it"));
	assert_string_equal(
		package_desk_text(d, "SELECT access || phone || postcode || accessibility ||"
	                             " eligibility FROM service"),
		"referral0113 496 0001LS1 3ADHearing loopOlder people");
	assert_string_equal(package_desk_text(d, "SELECT group_concat(name) FROM service_person"),
	                    "Ann,Bob");
	assert_string_equal(package_desk_text(d, "SELECT group_concat(name) FROM service_place"),
	                    "Barn");
	assert_string_equal(package_desk_text(d, "SELECT group_concat(days) FROM service_time"),
	                    "MO,TU");
	assert_int_equal(package_desk_number(d, "SELECT amount FROM service_cost"), 250);
	assert_string_equal(d->report.categories.at[0], "Basket weaving");
	assert_int_equal(package_desk_bring(d, path, (struct import_options){ .update = true }),
	                 E_PART);
	assert_int_equal(d->report.n_same, 1);
	unlink(path);
}

static void import_package__recognises_a_folder_and_a_councils_file(void **state)
{
	struct package_desk *d = *state;
	struct import_options how = { .path = d->folder };

	package_desk_fill(d, 2, PACKAGE_WHOLE);
	assert_int_equal(
		casework_import_services(d->w->session, &how, NULL, &d->w->arena, &d->report), OK);
	assert_string_equal(d->report.feed, strrchr(d->folder, '/') + 1);
}

static void put_numbers(struct package_desk *d, size_t n, const char *last)
{
	struct buf all = { 0 };

	buf_puts(&all, "id,service_id,number\n");
	for (size_t i = 1; i < n; i++)
		buf_printf(&all, "n%zu,s1,0113 %07zu\n", i, i);
	buf_printf(&all, "n%zu,s1,%s\n", n, last);
	package_desk_put(d, "phones.csv", buf_text(&all));
	buf_done(&all);
}

/* A directory gone wrong hangs all its numbers on one service: nobody waits for minutes. */
static void import_package__of_much_on_one_service_takes_no_longer_for_each(void **state)
{
	struct package_desk *d = *state;
	clock_t before = clock();

	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	put_numbers(d, 40000, "0113 496 0001");
	assert_int_equal(package_desk_take(d), OK);
	put_numbers(d, 40000, "0113 496 0002");
	assert_int_equal(
		package_desk_bring(d, d->folder, (struct import_options){ .update = true }), OK);
	assert_int_equal(d->report.n_changed, 1);
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM service_phone"
	                                                 " WHERE number = '0113 496 0002'"),
	                 1);
	assert_true(clock() - before < 8 * CLOCKS_PER_SEC);
}

/* The club has moved: where it was is not shown beside where it is. */
static void import_package__drops_a_place_with_the_times_that_went_with_it(void **state)
{
	struct package_desk *d = *state;
	const char *n = "SELECT count(*) FROM service_place";

	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	package_desk_put(d, "locations.csv", "id,name\nl0,Office\nl1,Old hall\nl2,New hall\n");
	package_desk_put(d, "service_at_locations.csv",
	                 "id,service_id,location_id\na0,s1,l0\na1,s1,l1\n");
	package_desk_put(d, "schedules.csv",
	                 "id,service_at_location_id,freq,byday,opens_at,closes_at\n"
	                 "t1,a1,WEEKLY,MO,10:00,12:00\n");
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(store_int(d->w->session->store, n), 1);
	package_desk_put(d, "service_at_locations.csv",
	                 "id,service_id,location_id\na0,s1,l0\na2,s1,l2\n");
	package_desk_put(d, "schedules.csv",
	                 "id,service_at_location_id,freq,byday,opens_at,closes_at\n"
	                 "t2,a2,WEEKLY,MO,10:00,12:00\n");
	assert_int_equal(
		package_desk_bring(d, d->folder, (struct import_options){ .update = true }), OK);
	assert_int_equal(store_int(d->w->session->store, n), 1);
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM service_time"), 1);
}

static void import_package__needs_a_coordinator(void **state)
{
	struct package_desk *d = *state;

	package_desk_fill(d, 2, PACKAGE_WHOLE);
	workplace_as(d->w, "ben");
	assert_int_equal(package_desk_take(d), E_DENIED);
}

int main(void)
{
#define WITH_DESK(test) \
	cmocka_unit_test_setup_teardown(test, package_desk_setup, package_desk_teardown)
	const struct CMUnitTest tests[] = {
		WITH_DESK(import_package__takes_the_older_uk_shape),
		WITH_DESK(import_package__takes_a_councils_file_with_its_further_rows),
		WITH_DESK(import_package__recognises_a_folder_and_a_councils_file),
		WITH_DESK(import_package__of_much_on_one_service_takes_no_longer_for_each),
		WITH_DESK(import_package__drops_a_place_with_the_times_that_went_with_it),
		WITH_DESK(import_package__needs_a_coordinator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
