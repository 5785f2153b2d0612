/* Folders that were made by no friend: what stands in for a file of a package. */
#include "casework/import_services.h"

#include "fixture.h"
#include "package_made.h"
#include "session.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct desk {
	struct workplace *w;
	char folder[64];
	struct import_report report;
};

static int set_up(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));

	assert_non_null(d);
	d->w = workplace_open();
	snprintf(d->folder, sizeof(d->folder), "/tmp/clew-package-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	*state = d;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *d = *state;

	package_unmake(d->folder);
	workplace_close(d->w);
	free(d);
	return 0;
}

static void put(struct desk *d, const char *name, const char *text)
{
	char path[160];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", d->folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static enum status take(struct desk *d)
{
	struct import_options how = { .path = d->folder, .feed = "Leeds directory" };

	d->report = (struct import_report){ 0 };
	return casework_import_services(d->w->session, &how, NULL, &d->w->arena, &d->report);
}

static void refused_with(struct desk *d, const char *words)
{
	assert_int_not_equal(take(d), OK);
	assert_non_null(strstr(session_fault(d->w->session), words));
	assert_int_equal(store_int(d->w->session->store, "SELECT count(*) FROM service"), 0);
}

static void import_package__follows_no_link_and_waits_for_no_pipe(void **state)
{
	struct desk *d = *state;
	char path[160];

	put(d, "services.csv", "id,name,status\n1,Lunch club,active\n");
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
	put(d, "datapackage.json",
	    "{\"resources\":[{\"name\":\"phones\",\"path\":\"../../etc/passwd\"}]}");
	refused_with(d, "which is not in the folder itself");
}

static void import_package__goes_by_datapackage_json(void **state)
{
	struct desk *d = *state;

	put(d, "what.csv", "id,name,status\n1,Lunch club,active\n");
	refused_with(d, "no services.csv");
	put(d, "datapackage.json",
	    "{\"resources\":[{\"name\":\"services\",\"path\":\"what.csv\"}]}");
	assert_int_equal(take(d), OK);
	assert_int_equal(d->report.n_new, 1);
	put(d, "datapackage.json", "{\"resources\":[{\"name\":");
	assert_int_not_equal(take(d), OK);
}

int main(void)
{
#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		WITH_DESK(import_package__follows_no_link_and_waits_for_no_pipe),
		WITH_DESK(import_package__goes_by_datapackage_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
