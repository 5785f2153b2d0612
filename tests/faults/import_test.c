/* T22: an import is killed at any moment. Its rows are all there or none, and the file is sound. */
#include "test.h"

#include "dice.h"
#include "fixture.h"
#include "saving.h"

#include "casework/import_people.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROWS        500
#define NOT_FOREVER 60000 /* ms for an import to come up */

struct bench {
	char folder[64], path[96], rows[96];
	struct dice dice;
	uint32_t whole_us; /* what an import takes when it is let be */
};

static void remove_beside(const struct bench *b, const char *suffix)
{
	char name[128];

	snprintf(name, sizeof(name), "%s%s", b->path, suffix);
	unlink(name);
}

static void begin_anew(const struct bench *b)
{
	remove_beside(b, "");
	remove_beside(b, "-journal");
	remove_beside(b, ".lock");
	remove_beside(b, ".heads");
}

static void write_rows(const char *path)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs("family_name,given_name,date_of_birth,phone\r\n", f);
	for (int i = 0; i < ROWS; i++)
		fprintf(f, "Name%d,Jo,%d/%d/1970,07700 900%03d\r\n", i, i % 28 + 1, i % 12 + 1, i);
	fclose(f);
}

static int setup(void **state)
{
	struct bench *b = calloc(1, sizeof(*b));

	assert_non_null(b);
	snprintf(b->folder, sizeof(b->folder), "%s/clew-import-XXXXXX",
	         access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(b->folder));
	snprintf(b->path, sizeof(b->path), "%s/case.db", b->folder);
	snprintf(b->rows, sizeof(b->rows), "%s/rows.csv", b->folder);
	write_rows(b->rows);
	b->dice = dice_begin("import");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	begin_anew(b);
	unlink(b->rows);
	rmdir(b->folder);
	free(b);
	return 0;
}

/* Tells that it begins and that it has ended, a byte each. */
static void work(const struct bench *b, int tell)
{
	struct import_options how = { .path = b->rows };
	struct import_report report;
	struct arena a = { 0 };
	struct session *s;

	if (saving_open(b->path, &s) != OK || write(tell, "u", 1) != 1 ||
	    casework_import_people(s, &how, NULL, &a, &report) != OK || write(tell, "e", 1) != 1)
		_exit(1);
	for (;;)
		pause();
}

static void wait_for(int told, char what)
{
	struct pollfd ready = { .fd = told, .events = POLLIN };
	char byte = 0;

	assert_int_equal(poll(&ready, 1, NOT_FOREVER), 1);
	assert_int_equal(read(told, &byte, 1), 1);
	assert_int_equal(byte, what);
}

/* True when the import had ended before it was killed. after: microseconds; 0: let it end. */
static bool kill_after(struct bench *b, uint32_t after)
{
	struct timespec some = { after / 1000000, (long)(after % 1000000) * 1000 }, from, to;
	int ends[2], how;
	char byte;
	bool ended;
	pid_t worker;

	assert_int_equal(pipe(ends), 0);
	worker = fork();
	assert_true(worker >= 0);
	if (worker == 0) {
		close(ends[0]);
		work(b, ends[1]);
	}
	close(ends[1]);
	wait_for(ends[0], 'u');
	clock_gettime(CLOCK_MONOTONIC, &from);
	if (after > 0)
		ppoll(NULL, 0, &some, NULL);
	else
		wait_for(ends[0], 'e');
	clock_gettime(CLOCK_MONOTONIC, &to);
	assert_int_equal(kill(worker, SIGKILL), 0);
	assert_int_equal(waitpid(worker, &how, 0), worker);
	assert_true(WIFSIGNALED(how));
	ended = after == 0 || read(ends[0], &byte, 1) == 1;
	close(ends[0]);
	b->whole_us = after > 0 ? b->whole_us
	                        : (uint32_t)((to.tv_sec - from.tv_sec) * 1000000 +
	                                     (to.tv_nsec - from.tv_nsec) / 1000);
	return ended;
}

/* How many rows of the file are in. */
static int64_t rows_there(struct bench *b)
{
	struct arena a = { 0 };
	struct session *s;
	const char *wrong;
	int64_t n;
	int contacts = 0;

	assert_int_equal(saving_open(b->path, &s), OK);
	wrong = saving_check(s, &a, &contacts);
	if (wrong)
		fail_msg("%s", wrong);
	n = store_int(s->store, "SELECT count(*) FROM person WHERE family_name LIKE 'Name%'");
	casework_sign_out(s);
	arena_reset(&a);
	return n;
}

static void import__killed_at_any_moment__is_whole_or_not_there(void **state)
{
	struct bench *b = *state;
	int trials = fault_rounds(30), whole = 0;

	saving_make(b->path);
	assert_true(kill_after(b, 0));
	assert_int_equal(rows_there(b), ROWS);
	for (int i = 0; i < trials; i++) {
		int64_t n;
		bool ended;

		begin_anew(b);
		saving_make(b->path);
		ended = kill_after(b, 1 + dice_below(&b->dice, b->whole_us + b->whole_us / 10));
		n = rows_there(b);
		assert_true(n == ROWS || (n == 0 && !ended));
		whole += n == ROWS;
	}
	print_message("# %d imports killed, %d of them whole, none in part\n", trials, whole);
	assert_true(whole < trials);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(import__killed_at_any_moment__is_whole_or_not_there,
		                                setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
