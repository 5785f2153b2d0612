/* D4: directories as others give them away, taken in again and again. */
#include "casework/import_services.h"

#include "base/progress.h"
#include "casework/checks.h"
#include "casework/directory.h"
#include "casework/export_package.h"
#include "casework/undo.h"
#include "dump.h"
#include "fixture.h"
#include "package_desk.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- everything in its place ---- */

static void import_package__puts_every_table_into_its_place(void **state)
{
	struct package_desk *d = *state;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(d->report.n_new, 40);
	assert_int_equal(d->report.problems.n, 0);
	assert_true(d->report.feed_is_new);
	assert_string_equal(d->report.read_as,
	                    "HSDS 3 package, 17 files, UTF-8, separated by commas");
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service"), 40);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM organisation"), 11);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM organisation"
	                                        " WHERE charity_number = '1000003'"),
	                 1);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE provider IS NULL"), 0);
	assert_int_equal(package_desk_number(d,
	                                     "SELECT count(*) FROM service_time WHERE opens = 600"
	                                     " AND closes = 750 AND every = 'week'"),
	                 40);
	assert_int_equal(package_desk_number(
				 d, "SELECT count(*) FROM service_cost WHERE amount IN (0, 200)"),
	                 40);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service_phone"), 40);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service_person"), 40);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service_tag"
	                                        " WHERE taxonomy = 'esdServiceType'"),
	                 80);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service_area"), 40);
	assert_true(package_desk_number(d, "SELECT count(*) FROM service_concern") > 20);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE place_name LIKE '%Hall%'"
	                               " AND accessibility = 'Wheelchair entrance'"
	                               " AND bring = 'Proof of address' AND min_age = 18"),
		40);
}

static void import_package__takes_their_check_for_their_word(void **state)
{
	struct package_desk *d = *state;

	package_desk_fill(d, 3, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(package_desk_number(
				 d, "SELECT count(*) FROM service WHERE last_checked IS NOT NULL"),
	                 0);
	assert_string_equal(
		package_desk_text(d, "SELECT source_note FROM service ORDER BY id LIMIT 1"),
		"Says checked on 1 Jan 2026 (their word).");
	assert_string_equal(package_desk_text(d, "SELECT source FROM service ORDER BY id LIMIT 1"),
	                    "Leeds directory");
}

/* ---- again and again ---- */

static void import_package__again_says_the_same_and_writes_nothing(void **state)
{
	struct package_desk *d = *state;
	int64_t events;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	events = package_desk_number(d, "SELECT count(*) FROM event");
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(d->report.n_same, 40);
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_same, 40);
	assert_int_equal(d->report.n_new + d->report.n_changed + d->report.n_gone, 0);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM event"), events);
}

static void import_package__changes_nothing_here_without_update(void **state)
{
	struct package_desk *d = *state;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	package_desk_fill(d, 40, PACKAGE_CHANGED | PACKAGE_SHRUNK);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(d->report.n_held, 4);
	assert_int_equal(d->report.n_gone, 2);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE url LIKE '%/new'"), 0);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE gone_on IS NOT NULL"),
		0);
}

static void import_package__keeps_what_was_changed_here(void **state)
{
	struct package_desk *d = *state;
	struct service_record r;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(
		casework_open_service(d->w->session, (struct service_id){ 1 }, &d->w->arena, &r),
		OK);
	r.entry.service.url = "https://ours.example";
	r.entry.service.staff_note = "Ask for Rosa";
	r.entry.service.phone = "0113 496 9999";
	assert_int_equal(casework_change_service(d->w->session, &r.entry), OK);
	package_desk_fill(d, 40, PACKAGE_CHANGED);
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_changed, 3);
	assert_int_equal(d->report.n_held, 1);
	assert_string_equal(package_desk_text(d, "SELECT url FROM service WHERE id = 1"),
	                    "https://ours.example");
	assert_string_equal(package_desk_text(d, "SELECT phone FROM service WHERE id = 1"),
	                    "0113 496 9999");
	assert_string_equal(package_desk_text(d, "SELECT staff_note FROM service WHERE id = 1"),
	                    "Ask for Rosa");
	assert_string_equal(package_desk_text(d, "SELECT url FROM service WHERE id = 11"),
	                    "https://service10.example/new");
	assert_true(package_desk_said(d, "", 2, "kept as it is here: url."));
	/* What the feed said last is known: nothing is said a second time. */
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_same, 40);
	assert_int_equal(d->report.problems.n, 0);
}

/* What was found out here is newer than what others write: when it was checked, and that it was vetted. */
static void import_package__leaves_our_check_and_vetting(void **state)
{
	static const char ours[] = "SELECT last_checked || ' ' || checked_how || ' ' || next_check"
				   " || ' ' || vetted || ' ' || vetted_on || ' ' || accreditation"
				   " FROM service WHERE id = 11";
	struct package_desk *d = *state;
	const char *was;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	store_sql(d->w->session->store,
	          "UPDATE service SET last_checked = 20778, checked_how = 'phoned',"
	          " next_check = 20960, vetted = 'yes', vetted_on = 20700,"
	          " accreditation = 'AQS, seen' WHERE id = 11");
	was = package_desk_text(d, ours);
	package_desk_fill(d, 40, PACKAGE_CHANGED);
	assert_int_equal(package_desk_update(d), OK);
	assert_string_equal(package_desk_text(d, "SELECT url FROM service WHERE id = 11"),
	                    "https://service10.example/new");
	assert_string_equal(package_desk_text(d, ours), was);
}

static void import_package__flags_what_is_gone_and_deletes_nothing(void **state)
{
	struct package_desk *d = *state;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	package_desk_fill(d, 40, PACKAGE_SHRUNK);
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_gone, 2);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE gone_on IS NOT NULL"),
		2);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service"), 40);
	assert_true(package_desk_said(d, "", 0, "not in Leeds directory any more"));
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_gone, 0);
	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_changed, 2);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM service WHERE gone_on IS NOT NULL"),
		0);
	assert_int_equal(
		package_desk_number(d, "SELECT count(*) FROM feed_entry WHERE gone_on IS NOT NULL"),
		0);
}

static void import_package__adds_changes_and_drops_what_hangs_on_a_service(void **state)
{
	struct package_desk *d = *state;

	package_desk_put(d, "services.csv",
	                 "id,organization_id,name,status\ns1,o1,Lunch club,active\n");
	package_desk_put(d, "organizations.csv", "id,name,description\no1,Trust,A\n");
	package_desk_put(d, "phones.csv",
	                 "id,service_id,number\np1,s1,0113 496 0001\np2,s1,0113 496 0002\n"
	                 "p3,s1,0113 496 0003\n");
	package_desk_put(d, "schedules.csv",
	                 "id,service_id,freq,byday,opens_at,closes_at\n"
	                 "t1,s1,WEEKLY,MO,09:00,10:00\n");
	assert_int_equal(package_desk_take(d), OK);
	store_sql(d->w->session->store,
	          "UPDATE service_phone SET words = 'Ours', ver = 2 WHERE external_id = 'p3'");
	package_desk_put(d, "phones.csv",
	                 "id,service_id,number\np1,s1,0113 496 0001\np3,s1,0113 496 0033\n"
	                 "p4,s1,0113 496 0004\n");
	package_desk_put(d, "schedules.csv",
	                 "id,service_id,freq,byday,opens_at,closes_at\n"
	                 "t1,s1,WEEKLY,TU,09:00,10:00\n");
	package_desk_put(d, "organizations.csv", "id,name,description\no1,New Trust,A\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_changed, 1);
	assert_string_equal(package_desk_text(d,
	                                      "SELECT group_concat(number) FROM (SELECT number FROM"
	                                      " service_phone ORDER BY external_id)"),
	                    "0113 496 0003,0113 496 0004");
	assert_string_equal(package_desk_text(d, "SELECT days FROM service_time"), "TU");
	assert_string_equal(package_desk_text(d, "SELECT name FROM organisation"), "New Trust");
	assert_true(package_desk_said(d, "", 2, "kept as it is here: numbers."));
	assert_true(package_desk_said(d, "", 2, "changed: opening times, numbers."));
}

static void import_package__tells_two_feeds_apart_that_have_one_id(void **state)
{
	struct package_desk *d = *state;

	package_desk_put(d, "services.csv", "id,name,status\n17,Lunch club,active\n");
	assert_int_equal(package_desk_take(d), OK);
	package_desk_put(d, "services.csv", "id,name,status\n17,Walking group,active\n");
	assert_int_equal(
		package_desk_bring(d, d->folder,
	                           (struct import_options){ .feed = "Bradford", .update = true }),
		OK);
	assert_int_equal(d->report.n_new, 1);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service"), 2);
	assert_int_equal(
		package_desk_bring(d, d->folder,
	                           (struct import_options){ .feed = "Bradford", .update = true }),
		OK);
	assert_int_equal(d->report.n_same, 1);
	package_desk_put(d, "services.csv", "id,name,status\n17,Lunch club,active\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_same, 1);
}

static void import_package__knows_what_was_here_by_name_and_postcode(void **state)
{
	struct package_desk *d = *state;

	store_sql(d->w->session->store, "INSERT INTO service (name, phone, staff_note) VALUES"
	                                " ('LUNCH club', '0113 496 0009', 'Ours')");
	package_desk_put(d, "services.csv",
	                 "id,name,status,url\ns1,Lunch Club,active,https://x.example\n"
	                 "s2,Lunch Club,active,\n");
	package_desk_put(d, "phones.csv", "id,service_id,number\np1,s1,0113 496 0001\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_changed, 1);
	assert_int_equal(d->report.n_new, 1);
	assert_string_equal(package_desk_text(d, "SELECT url FROM service WHERE id = 1"),
	                    "https://x.example");
	assert_string_equal(package_desk_text(d, "SELECT phone FROM service WHERE id = 1"),
	                    "0113 496 0009");
	assert_true(package_desk_said(d, "", 2, "kept as it is here: name, phone."));
}

static void import_package__that_closes_a_service_tells_whoever_waits(void **state)
{
	struct package_desk *d = *state;

	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	assert_int_equal(package_desk_take(d), OK);
	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,defunct\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_string_equal(package_desk_text(d, "SELECT status FROM service"), "closed");
	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_string_equal(package_desk_text(d, "SELECT status FROM service"), "active");
}

/* A directory that opens a service again does not know why nobody here is to be sent there. */
static void import_package__that_opens_a_service_takes_back_nothing_found_out_here(void **state)
{
	struct package_desk *d = *state;
	const struct service_trouble wrong = {
		.service = { 1 }, .kind = TROUBLE_OTHER, .until = DAY_NONE, .words = "Men only"
	};
	const struct check_answer answer = { .service = { 1 },
		                             .result = CHECK_DO_NOT_LIST,
		                             .how = CHECKED_PHONED,
		                             .words = "They asked for money",
		                             .next_on = DAY_NONE,
		                             .opens = DAY_NONE };
	struct check_done done;
	size_t told;

	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(casework_service_trouble(d->w->session, &wrong, &told), OK);
	assert_int_equal(casework_check_service(d->w->session, &answer, &done), OK);
	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,defunct\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_string_equal(package_desk_text(d, "SELECT status FROM service"), "closed");
	package_desk_put(d, "services.csv", "id,name,status\ns1,Lunch club,active\n");
	assert_int_equal(package_desk_update(d), OK);
	assert_string_equal(package_desk_text(d, "SELECT status FROM service"), "active");
	assert_int_equal(package_desk_number(d, "SELECT do_not_list FROM service"), 1);
	assert_string_equal(package_desk_text(d, "SELECT alert FROM service"), "Men only");
}

/* ---- and out again ---- */

/* What of every service goes out and comes in, in an order that is the same in two files. */
static const char *directory_of(struct workplace *w)
{
	return store_text(
		w->session->store,
		"SELECT group_concat(line, char(10)) FROM (SELECT s.name || '|' ||"
		" coalesce(s.description, '') || '|' || coalesce(o.name, '') || '|' ||"
		" coalesce(s.url, '') || '|' || coalesce(s.email, '') || '|' || coalesce(s.phone, '')"
		" || '|' || coalesce(s.place_name, '') || '|' || coalesce(s.address, '') || '|' ||"
		" coalesce(s.postcode, '') || '|' || coalesce(s.apply, '') || '|' ||"
		" coalesce(s.eligibility, '') || '|' || coalesce(s.bring, '') || '|' || s.status ||"
		" '|' || coalesce(s.min_age, '') || '|' ||"
		" (SELECT count(*) FROM service_time t WHERE t.service = s.id) || '|' ||"
		" (SELECT coalesce(group_concat(t.days || t.opens), '') FROM service_time t"
		"   WHERE t.service = s.id) || '|' ||"
		" (SELECT coalesce(sum(c.amount), '') FROM service_cost c WHERE c.service = s.id) ||"
		" '|' || (SELECT coalesce(group_concat(a.area), '') FROM service_area a"
		"   WHERE a.service = s.id) AS line"
		" FROM service s LEFT JOIN organisation o ON o.id = s.provider ORDER BY s.name)",
		&w->arena);
}

static void import_package__reads_again_what_clew_wrote(void **state)
{
	struct package_desk *d = *state;
	struct workplace *other = workplace_open();
	const struct import_options how = { .path = d->rejects, .feed = "Ours" };
	const struct export_package out = { .path = d->rejects, .people = true };
	struct export_package_done done;

	package_desk_fill(d, 30, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(casework_export_package(d->w->session, &out, NULL, &d->w->arena, &done),
	                 OK);
	assert_int_equal(
		casework_import_services(other->session, &how, NULL, &other->arena, &d->report),
		OK);
	assert_int_equal(d->report.n_new, 30);
	assert_int_equal(d->report.n_refused, 0);
	assert_string_equal(directory_of(d->w), directory_of(other));
	workplace_close(other);
}

/* ---- what is wrong in it ---- */

static void import_package__refuses_rows_and_never_what_is_beside_them(void **state)
{
	struct package_desk *d = *state;
	char path[160];

	package_desk_fill(d, 200,
	                  PACKAGE_BROKEN_KEYS | PACKAGE_DOUBLE_IDS | PACKAGE_HUGE_CELLS |
	                          PACKAGE_WRONG_WORDS | PACKAGE_ODD_COLUMNS);
	assert_int_equal(
		package_desk_bring(d, d->folder, (struct import_options){ .rejects = d->rejects }),
		E_PART);
	assert_int_equal(d->report.n_new, 178);
	assert_true(package_desk_said(d, "services.csv", 51, "64 KiB"));
	assert_true(package_desk_said(d, "phones.csv", 8, "No service here has that id."));
	assert_true(package_desk_said(d, "services.csv", 12, "A row above has this id"));
	assert_true(package_desk_said(d, "services.csv", 6, "Not a state we know"));
	assert_true(d->report.unknown.n > 10);
	assert_string_equal(d->report.rejects, d->rejects);
	snprintf(path, sizeof(path), "%s/services.csv", d->rejects);
	assert_int_equal(access(path, R_OK), 0);
	assert_int_equal(
		package_desk_bring(d, d->folder, (struct import_options){ .rejects = d->rejects }),
		E_EXISTS);
}

static void import_package__counts_the_same_in_a_dry_run(void **state)
{
	struct package_desk *d = *state;
	struct import_report dry;
	const char *before;

	package_desk_fill(d, 60, PACKAGE_BROKEN_KEYS | PACKAGE_WRONG_WORDS);
	before = store_dump(d->w->session->store, &d->w->arena);
	assert_int_equal(
		package_desk_bring(d, d->folder, (struct import_options){ .dry_run = true }),
		E_PART);
	dry = d->report;
	assert_string_equal(before, store_dump(d->w->session->store, &d->w->arena));
	assert_int_equal(package_desk_take(d), E_PART);
	assert_int_equal(dry.n_new, d->report.n_new);
	assert_int_equal(dry.n_refused, d->report.n_refused);
	assert_int_equal(dry.problems.n, d->report.problems.n);
}

static void import_package__reads_every_encoding_as_the_same(void **state)
{
	static const unsigned how[] = { PACKAGE_MARKED, PACKAGE_SEMICOLONS, PACKAGE_WIDE,
		                        PACKAGE_WESTERN, PACKAGE_ODD_COLUMNS };
	struct package_desk *d = *state;

	package_desk_fill(d, 30, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	for (size_t i = 0; i < sizeof(how) / sizeof(how[0]); i++) {
		package_desk_fill(d, 30, how[i]);
		assert_int_equal(package_desk_update(d), OK);
		assert_int_equal(d->report.n_same, 30);
	}
}

static bool stop(void *ctx, int64_t done, int64_t total)
{
	(void)ctx, (void)done, (void)total;
	return false;
}

static void import_package__that_is_stopped_has_changed_nothing(void **state)
{
	struct package_desk *d = *state;
	struct import_options how = { .path = d->folder };
	const struct progress at_once = { stop, NULL };

	package_desk_fill(d, 30, PACKAGE_WHOLE);
	assert_int_equal(
		casework_import_services(d->w->session, &how, &at_once, &d->w->arena, &d->report),
		E_STOPPED);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM service"), 0);
	assert_int_equal(package_desk_number(d, "SELECT count(*) FROM feed"), 0);
}

static void import_package__is_one_undo(void **state)
{
	struct package_desk *d = *state;
	const char *before = store_dump(d->w->session->store, &d->w->arena);

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_string_equal(before, store_dump(d->w->session->store, &d->w->arena));
}

static void import_package__is_one_undo__of_an_update_too(void **state)
{
	struct package_desk *d = *state;
	const char *before;

	package_desk_fill(d, 40, PACKAGE_WHOLE);
	assert_int_equal(package_desk_take(d), OK);
	before = store_dump(d->w->session->store, &d->w->arena);
	package_desk_fill(d, 60, PACKAGE_CHANGED | PACKAGE_SHRUNK);
	assert_int_equal(package_desk_update(d), OK);
	assert_int_equal(d->report.n_new, 19);
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_string_equal(before, store_dump(d->w->session->store, &d->w->arena));
}

int main(void)
{
#define WITH_DESK(test) \
	cmocka_unit_test_setup_teardown(test, package_desk_setup, package_desk_teardown)
	const struct CMUnitTest tests[] = {
		WITH_DESK(import_package__puts_every_table_into_its_place),
		WITH_DESK(import_package__takes_their_check_for_their_word),
		WITH_DESK(import_package__again_says_the_same_and_writes_nothing),
		WITH_DESK(import_package__changes_nothing_here_without_update),
		WITH_DESK(import_package__keeps_what_was_changed_here),
		WITH_DESK(import_package__leaves_our_check_and_vetting),
		WITH_DESK(import_package__flags_what_is_gone_and_deletes_nothing),
		WITH_DESK(import_package__adds_changes_and_drops_what_hangs_on_a_service),
		WITH_DESK(import_package__tells_two_feeds_apart_that_have_one_id),
		WITH_DESK(import_package__knows_what_was_here_by_name_and_postcode),
		WITH_DESK(import_package__that_closes_a_service_tells_whoever_waits),
		WITH_DESK(import_package__that_opens_a_service_takes_back_nothing_found_out_here),
		WITH_DESK(import_package__reads_again_what_clew_wrote),
		WITH_DESK(import_package__refuses_rows_and_never_what_is_beside_them),
		WITH_DESK(import_package__counts_the_same_in_a_dry_run),
		WITH_DESK(import_package__reads_every_encoding_as_the_same),
		WITH_DESK(import_package__that_is_stopped_has_changed_nothing),
		WITH_DESK(import_package__is_one_undo),
		WITH_DESK(import_package__is_one_undo__of_an_update_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
