/* What people are asked by: g a. */
#include "test.h"

#include "fixture.h"
#include "screens.h"
#include "stage.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD                                                                                     \
	"clew-list\t1\nname\tours-1\nkind\tconcerns\ntitle\tWhat we ask at St Anne's\nlicence\t" \
	"Ours alone\nsource\tThe day centre\ndate\t2026-11-22\nlanguage\ten\n"                   \
	"code\tdomain\tlabel\n"

static const char *write_list(const char *rows)
{
	static char path[] = "/tmp/clew-lists-XXXXXX";
	int fd;

	memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_true(write(fd, HEAD, strlen(HEAD)) > 0);
	assert_true(write(fd, rows, strlen(rows)) > 0);
	close(fd);
	return path;
}

static struct stage *open_lists(struct workplace *w)
{
	return stage_open(w, &(struct visit){ .where = &lists_screen });
}

static void ask_for(struct stage *st, const char *path)
{
	stage_keys(st, "End Enter");
	stage_type(st, path);
	stage_keys(st, "Enter");
}

static void lists__say_whose_they_are(void **state)
{
	struct stage *st = open_lists(*state);

	stage_shows(st, "people are asked");
	stage_shows(st, "Licence: MIT");
	stage_golden(st, "lists");
	stage_close(st);
}

static void lists__load_after_the_licence_was_shown(void **state)
{
	struct stage *st = open_lists(*state);
	const char *path = write_list("home.heat\tHome\tKeeping warm\n");

	ask_for(st, path);
	stage_shows(st, "Licence: Ours alone");
	stage_shows(st, "Has the service the right to use it");
	stage_keys(st, "n");
	stage_shows(st, "Not loaded.");
	ask_for(st, path);
	stage_keys(st, "y");
	stage_shows(st, "Loaded: ours-1.");
	stage_keys(st, "Home Down Down");
	stage_shows(st, "not used yet");
	stage_keys(st, "Enter 1");
	stage_shows(st, "people are asked by What we ask at St Anne's");
	stage_keys(st, "Enter 3");
	stage_shows(st, "Choose another first");
	stage_golden(st, "lists-loaded");
	stage_close(st);
	unlink(path);
}

static void lists__tell_what_is_wrong_with_a_file(void **state)
{
	struct stage *st = open_lists(*state);
	const char *path = write_list("heat\tHome\tKeeping warm\nhome.light\tHome\t\n");

	ask_for(st, path);
	stage_shows(st, "2 to mend in the file. Nothing was loaded.");
	stage_golden(st, "lists-faulty");
	ask_for(st, "/nowhere/list.tsv");
	stage_shows(st, "There is no file /nowhere/list.tsv.");
	stage_close(st);
	unlink(path);
}

static void lists__are_read_by_link_workers(void **state)
{
	struct stage *st;

	workplace_as(*state, "ben");
	st = open_lists(*state);
	stage_keys(st, "Enter");
	stage_shows(st, "A coordinator settles this.");
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(lists__say_whose_they_are),
		AT_WORK(lists__load_after_the_licence_was_shown),
		AT_WORK(lists__tell_what_is_wrong_with_a_file),
		AT_WORK(lists__are_read_by_link_workers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
