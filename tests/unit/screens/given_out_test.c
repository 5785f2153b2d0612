/*
 * x in the directory and on the reminders: the directory as a package, reminders as a calendar, from the
 * key to the file.
 */
#include "test.h"

#include "carter.h"
#include "hsds_check.h"
#include "ics_read.h"
#include "leeds.h"
#include "screens.h"
#include "stage.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct outing {
	struct workplace *w;
	struct stage *st;
	char folder[64];
};

static int set_up(void **state)
{
	struct outing *o = calloc(1, sizeof(*o));

	o->w = workplace_open();
	leeds_fill(o->w);
	carter_add(o->w);
	o->w->session->proved_at = o->w->session->now;
	snprintf(o->folder, sizeof(o->folder), "/tmp/clew-given-XXXXXX");
	assert_non_null(mkdtemp(o->folder));
	*state = o;
	return 0;
}

static const char *in_folder(struct outing *o, const char *name)
{
	return arena_printf(&o->w->arena, "%s/%s", o->folder, name);
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
	struct outing *o = *state;

	empty(in_folder(o, "directory"));
	empty(o->folder);
	stage_close(o->st);
	workplace_close(o->w);
	free(o);
	return 0;
}

static void begin(struct outing *o, const struct screen_ops *where)
{
	o->st = stage_open(o->w, &(struct visit){ .where = where });
}

/* In place of what was proposed. */
static void type_path(struct outing *o, const char *name)
{
	stage_keys(o->st, "Ctrl-U");
	stage_type(o->st, in_folder(o, name));
}

static void directory__x_2__writes_the_whole_of_it(void **state)
{
	struct outing *o = *state;

	begin(o, &directory_screen);
	stage_keys(o->st, "x");
	stage_golden(o->st, "directory-out");
	stage_keys(o->st, "2");
	stage_golden(o->st, "package-form");
	type_path(o, "directory");
	stage_keys(o->st, "Ctrl-S");
	stage_shows(o->st, "services are in");
	assert_string_equal(stage_place(o->st), "directory");
	hsds_assert_valid(in_folder(o, "directory"));
	stage_keys(o->st, "x 2");
	type_path(o, "directory");
	stage_keys(o->st, "Ctrl-S");
	stage_shows(o->st, "It is there, and was kept. Where else?");
}

/* Whoever may not export gives sheets away: they are not asked which. */
static void directory__x__of_a_volunteer__is_a_sheet(void **state)
{
	struct outing *o = *state;

	workplace_as(o->w, "mary");
	begin(o, &directory_screen);
	stage_keys(o->st, "x");
	assert_string_equal(stage_place(o->st), "sheet");
}

static struct ics_entries calendar(struct outing *o)
{
	const char *text = hsds_file(o->folder, "mine.ics", &o->w->arena);

	assert_non_null(text);
	return ics_read(str_of(text), &o->w->arena);
}

static void reminders__x__writes_a_calendar_without_names(void **state)
{
	struct outing *o = *state;

	begin(o, &reminders_screen);
	stage_keys(o->st, "x");
	stage_golden(o->st, "calendar-form");
	type_path(o, "mine.ics");
	stage_keys(o->st, "Ctrl-S");
	stage_shows(o->st, "without names.");
	assert_null(calendar(o).fault);
	assert_true(calendar(o).n > 0);
	assert_null(strstr(hsds_file(o->folder, "mine.ics", &o->w->arena), "Carter"));
}

static void reminders__x__with_names__asks_what_for(void **state)
{
	struct outing *o = *state;

	begin(o, &reminders_screen);
	stage_keys(o->st, "x");
	type_path(o, "mine.ics");
	stage_keys(o->st, "Tab");
	stage_type(o->st, "My own telephone");
	stage_keys(o->st, "Ctrl-S");
	stage_shows(o->st, "What for?");
	assert_int_equal(access(in_folder(o, "mine.ics"), F_OK), -1);
	stage_keys(o->st, "1 Ctrl-S");
	stage_shows(o->st, "are in");
	assert_string_equal(stage_place(o->st), "reminders");
	assert_null(calendar(o).fault);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(directory__x_2__writes_the_whole_of_it),
		TEST(directory__x__of_a_volunteer__is_a_sheet),
		TEST(reminders__x__writes_a_calendar_without_names),
		TEST(reminders__x__with_names__asks_what_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
