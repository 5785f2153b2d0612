#include "casework/export_package.h"

#include "base/progress.h"
#include "fixture.h"
#include "hsds_check.h"
#include "session.h"
#include "test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct desk {
	struct workplace *w;
	char folder[64];
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));

	d->w = workplace_open();
	snprintf(d->folder, sizeof(d->folder), "/tmp/clew-package-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	*state = d;
	return 0;
}

static const char *in_folder(struct desk *d, const char *name)
{
	return arena_printf(&d->w->arena, "%s/%s", d->folder, name);
}

static void empty(const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *e;

	while (folder && (e = readdir(folder)))
		if (e->d_name[0] != '.' || strlen(e->d_name) > 2)
			unlinkat(dirfd(folder), e->d_name, 0);
	if (folder)
		closedir(folder);
	rmdir(path);
}

static int tear_down(void **state)
{
	struct desk *d = *state;

	empty(in_folder(d, "a"));
	empty(in_folder(d, "b"));
	assert_int_equal(rmdir(d->folder), 0); /* nothing else was left there */
	workplace_close(d->w);
	free(d);
	return 0;
}

static void sql(struct desk *d, const char *text)
{
	store_sql(d->w->session->store, text);
}

static int64_t number(struct desk *d, const char *query)
{
	return store_int(d->w->session->store, query);
}

static enum status leave(struct desk *d, struct session *s, const char *name, bool people,
                         struct export_package_done *ret)
{
	const struct export_package o = { .path = in_folder(d, name), .people = people };

	return casework_export_package(s, &o, NULL, &d->w->arena, ret);
}

static void some_services(struct desk *d)
{
	sql(d,
	    "INSERT INTO organisation (id, name, url) VALUES (901, 'Leeds Advice', 'leeds.example')");
	sql(d,
	    "INSERT INTO service (id, provider, name, description, staff_note, phone, status,"
	    " last_checked, checked_by, do_not_list) VALUES"
	    " (901, 901, 'Debt advice', 'Debts', 'NEEDLE a staff note', '0113 496 0001', 'active',"
	    "  20700, 1, 0),"
	    " (902, 901, 'Not to be named', NULL, NULL, NULL, 'active', NULL, NULL, 1)");
	sql(d, "INSERT INTO service_note (service, words, on_day, by_account)"
	       " VALUES (901, 'NEEDLE a note', 20700, 1)");
	sql(d, "INSERT INTO service_check (service, on_day, how, result, words, by_account)"
	       " VALUES (901, 20700, 'phoned', 'changed', 'NEEDLE a check', 1)");
	sql(d, "INSERT INTO service_person (service, name, phone)"
	       " VALUES (901, 'NEEDLE Sandra', '0113 496 0002')");
	sql(d, "INSERT INTO service_time (service, every, days, opens, closes)"
	       " VALUES (901, 'week', 'MO;WE', 570, 960)");
	sql(d, "INSERT INTO service_cost (service, option, amount) VALUES (901, 'a session', 250)");
	sql(d, "INSERT INTO service_place (service, name, address, postcode)"
	       " VALUES (901, 'Otley', '1 Boroughgate, Otley', 'LS21 3AD')");
}

/* "" when no file of the package holds it. */
static const char *file_with(const char *folder, const char *needle, struct arena *a)
{
	DIR *at = opendir(folder);
	const struct dirent *e;
	const char *found = "";

	assert_non_null(at);
	while ((e = readdir(at))) {
		const char *text = e->d_name[0] == '.' ? NULL : hsds_file(folder, e->d_name, a);

		if (text && strstr(text, needle))
			found = arena_strdup(a, e->d_name);
	}
	closedir(at);
	return found;
}

static void package__what_is_in_the_directory__is_valid_and_whole(void **state)
{
	struct desk *d = *state;
	struct export_package_done done;
	struct hsds_rows rows;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &done), OK);
	hsds_assert_valid(in_folder(d, "a"));
	assert_int_equal(done.left_out, 1);
	rows = hsds_read(in_folder(d, "a"), "services.csv", &d->w->arena);
	assert_int_equal(rows.n, done.services + 1);
	rows = hsds_read(in_folder(d, "a"), "cost_options.csv", &d->w->arena);
	assert_string_equal(hsds_cell(&rows, 1, "amount"), "2.50");
	rows = hsds_read(in_folder(d, "a"), "organizations.csv", &d->w->arena);
	assert_string_equal(hsds_cell(&rows, 1, "website"), "https://leeds.example");
}

static void package__what_staff_told_each_other__stays_here(void **state)
{
	struct desk *d = *state;
	struct export_package_done done;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &done), OK);
	assert_string_equal(file_with(in_folder(d, "a"), "NEEDLE", &d->w->arena), "");
	assert_string_equal(file_with(in_folder(d, "a"), "Not to be named", &d->w->arena), "");
	assert_string_equal(file_with(in_folder(d, "a"), "priya", &d->w->arena), "");
	assert_string_equal(file_with(in_folder(d, "a"), "Priya", &d->w->arena), "");
}

static void package__whom_staff_ask_for__goes_only_when_asked(void **state)
{
	struct desk *d = *state;
	struct export_package_done done;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", true, &done), OK);
	hsds_assert_valid(in_folder(d, "a"));
	assert_string_equal(file_with(in_folder(d, "a"), "NEEDLE Sandra", &d->w->arena),
	                    "contacts.csv");
	assert_string_equal(file_with(in_folder(d, "a"), "NEEDLE a", &d->w->arena), "");
	assert_int_equal(number(d, "SELECT count(*) FROM event WHERE kind = 'export'"
	                           " AND what LIKE '%whom staff ask for%'"),
	                 1);
}

static void package__written_twice__is_the_same(void **state)
{
	struct desk *d = *state;
	struct export_package_done first, second;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &first), OK);
	assert_int_equal(leave(d, d->w->session, "b", false, &second), OK);
	assert_string_equal(first.hash, second.hash);
}

static void package__of_another_file__has_other_ids(void **state)
{
	struct desk *d = *state;
	struct export_package_done first, second;
	char hash[80]; /* longer than the workplace it is of */

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &first), OK);
	snprintf(hash, sizeof(hash), "%s", first.hash);
	workplace_close(d->w);
	d->w = workplace_open();
	some_services(d);
	assert_int_equal(leave(d, d->w->session, "b", false, &second), OK);
	assert_string_not_equal(hash, second.hash);
}

static void package__that_leaves__is_on_record_with_its_hash(void **state)
{
	struct desk *d = *state;
	struct export_package_done done;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &done), OK);
	assert_int_equal(number(d, arena_printf(&d->w->arena,
	                                        "SELECT count(*) FROM event WHERE kind = 'export'"
	                                        " AND instr(what, '%s')",
	                                        done.hash)),
	                 1);
	assert_int_equal(number(d, "SELECT count(*) FROM disclosure"), 0);
}

static bool stop(void *ctx, int64_t done, int64_t total)
{
	(void)ctx;
	(void)done;
	(void)total;
	return false;
}

static void package__that_is_stopped__leaves_nothing(void **state)
{
	struct desk *d = *state;
	const struct export_package o = { .path = in_folder(d, "a") };
	const struct progress progress = { .tick = stop };
	struct export_package_done done;

	some_services(d);
	assert_int_equal(casework_export_package(d->w->session, &o, &progress, &d->w->arena, &done),
	                 E_STOPPED);
	assert_int_equal(access(o.path, F_OK), -1);
	assert_int_equal(number(d, "SELECT count(*) FROM event WHERE what LIKE 'export of%'"), 0);
}

static void package__that_is_there__is_kept_unless_it_may_be_replaced(void **state)
{
	struct desk *d = *state;
	struct export_package o = { .path = in_folder(d, "a") };
	struct export_package_done done;

	some_services(d);
	assert_int_equal(leave(d, d->w->session, "a", false, &done), OK);
	assert_int_equal(leave(d, d->w->session, "a", false, &done), E_EXISTS);
	o.replace = true;
	assert_int_equal(casework_export_package(d->w->session, &o, NULL, &d->w->arena, &done), OK);
	hsds_assert_valid(in_folder(d, "a"));
}

/* The demonstration's directory, as a visitor would export it. */
static void package__of_the_demonstration__is_valid(void **state)
{
	struct desk *d = *state;
	struct session *demo = NULL;
	struct export_package_done done;

	assert_int_equal(casework_open_demo(NULL, 20780, true, &demo), OK);
	assert_int_equal(leave(d, demo, "a", true, &done), OK);
	casework_sign_out(demo);
	assert_true(done.services >= 60);
	hsds_assert_valid(in_folder(d, "a"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(package__what_is_in_the_directory__is_valid_and_whole),
		TEST(package__what_staff_told_each_other__stays_here),
		TEST(package__whom_staff_ask_for__goes_only_when_asked),
		TEST(package__written_twice__is_the_same),
		TEST(package__of_another_file__has_other_ids),
		TEST(package__that_leaves__is_on_record_with_its_hash),
		TEST(package__that_is_stopped__leaves_nothing),
		TEST(package__that_is_there__is_kept_unless_it_may_be_replaced),
		TEST(package__of_the_demonstration__is_valid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
