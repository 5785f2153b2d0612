#include "test.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A printer of paper that is kept: what comes in whole lies in "printed". */
struct tray {
	char folder[32], program[64], printed[64];
};

static void tray_make(struct tray *t, const char *last_line)
{
	FILE *f;

	snprintf(t->folder, sizeof(t->folder), "/tmp/clew-printer-XXXXXX");
	assert_non_null(mkdtemp(t->folder));
	snprintf(t->program, sizeof(t->program), "%s/lp", t->folder);
	snprintf(t->printed, sizeof(t->printed), "%s/printed", t->folder);
	f = fopen(t->program, "w");
	assert_non_null(f);
	fprintf(f, "#!/bin/sh\ncat >%s/in && mv %s/in %s\n%s\n", t->folder, t->folder, t->printed,
	        last_line);
	fclose(f);
	assert_int_equal(chmod(t->program, 0700), 0);
}

static void tray_clear(struct tray *t)
{
	char in[64];

	snprintf(in, sizeof(in), "%s/in", t->folder);
	unlink(in);
	unlink(t->printed);
	unlink(t->program);
	assert_int_equal(rmdir(t->folder), 0);
}

static void printer__takes_a_page_whole(void **state)
{
	struct tray t;
	struct arena a = { 0 };
	struct printer *p;
	struct buf got = { 0 };
	const char *fault = "";

	(void)state;
	tray_make(&t, "");
	assert_true(printer_there(t.program));
	assert_int_equal(printer_open(t.program, &a, &p, &fault), OK);
	assert_int_equal(printer_write(p, STR("Your plan\n")), OK);
	assert_int_equal(printer_close(p, &a, &fault), OK);
	assert_int_equal(file_read(t.printed, 100, &got), OK);
	assert_string_equal(buf_text(&got), "Your plan\n");
	buf_done(&got);
	tray_clear(&t);
	arena_reset(&a);
}

/* What was not put on record is not printed. */
static void printer__prints_nothing_that_was_dropped(void **state)
{
	struct tray t;
	struct arena a = { 0 };
	struct printer *p;
	const char *fault = "";

	(void)state;
	tray_make(&t, "");
	assert_int_equal(printer_open(t.program, &a, &p, &fault), OK);
	assert_int_equal(printer_write(p, STR("Your plan\n")), OK);
	printer_drop(p);
	assert_int_not_equal(access(t.printed, F_OK), 0);
	tray_clear(&t);
	arena_reset(&a);
}

static void printer__says_when_it_did_not_take_it(void **state)
{
	struct tray t;
	struct arena a = { 0 };
	struct printer *p;
	const char *fault = "";

	(void)state;
	tray_make(&t, "exit 1");
	assert_int_equal(printer_open(t.program, &a, &p, &fault), OK);
	assert_int_equal(printer_close(p, &a, &fault), E_IO);
	assert_string_equal(fault,
	                    "Nothing was printed: the printer did not take it. Write it to a "
	                    "file instead.");
	assert_int_equal(printer_open("/nowhere/lp", &a, &p, &fault), E_IO);
	assert_false(printer_there("/nowhere/lp"));
	tray_clear(&t);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printer__takes_a_page_whole),
		cmocka_unit_test(printer__prints_nothing_that_was_dropped),
		cmocka_unit_test(printer__says_when_it_did_not_take_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
