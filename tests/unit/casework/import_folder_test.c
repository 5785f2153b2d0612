/* Folders that were made by no friend: what stands in for a file of a package. */
#include "casework/import_services.h"

#include "fixture.h"
#include "package_desk.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void refused_with(struct package_desk *d, const char *words)
{
	assert_int_not_equal(package_desk_take(d), OK);
	assert_non_null(strstr(session_fault(d->w->session), words));
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM service"), 0);
}

static void import_package__follows_no_link_and_waits_for_no_pipe(void **state)
{
	struct package_desk *d = *state;
	char path[160];

	package_desk_put(d, "services.csv", "id,name,status\n1,Lunch club,active\n");
	snprintf(path, sizeof(path), "%s/phones.csv", d->folder);
	assert_int_equal(symlink("/etc/passwd", path), 0);
	refused_with(d, "phones.csv is a link");
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	refused_with(d, "phones.csv is no regular file");
	unlink(path);
	assert_int_equal(mkdir(path, 0700), 0);
	refused_with(d, "phones.csv is no regular file");
	rmdir(path);
	package_desk_put(d, "datapackage.json",
	                 "{\"resources\":[{\"name\":\"phones\",\"path\":\"../../etc/passwd\"}]}");
	refused_with(d, "which is not in the folder itself");
}

static void import_package__goes_by_datapackage_json(void **state)
{
	struct package_desk *d = *state;

	package_desk_put(d, "what.csv", "id,name,status\n1,Lunch club,active\n");
	refused_with(d, "no services.csv");
	package_desk_put(d, "datapackage.json",
	                 "{\"resources\":[{\"name\":\"services\",\"path\":\"what.csv\"}]}");
	assert_int_equal(package_desk_take(d), OK);
	assert_int_equal(d->report.n_new, 1);
	package_desk_put(d, "datapackage.json", "{\"resources\":[{\"name\":");
	assert_int_not_equal(package_desk_take(d), OK);
}

int main(void)
{
#define WITH_DESK(test) \
	cmocka_unit_test_setup_teardown(test, package_desk_setup, package_desk_teardown)
	const struct CMUnitTest tests[] = {
		WITH_DESK(import_package__follows_no_link_and_waits_for_no_pipe),
		WITH_DESK(import_package__goes_by_datapackage_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
