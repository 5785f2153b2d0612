/*
 * T01: a process is killed at any moment of saving. Whatever it had acknowledged is there, the one
 * that it was at is there whole or not at all, and the file is sound.
 */
#include "test.h"

#include "dice.h"
#include "saving.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define AT_MOST_US  25000 /* of saving before it is killed */
#define START_AGAIN 40    /* trials on one file */
#define NOT_FOREVER 60000 /* ms for a worker to come up */

struct bench {
	char folder[64], path[96];
	struct dice dice;
	int saved; /* contacts that are in the file */
};

static void remove_beside(const struct bench *b, const char *suffix)
{
	char name[128];

	snprintf(name, sizeof(name), "%s%s", b->path, suffix);
	unlink(name);
}

static void remove_all(const struct bench *b)
{
	remove_beside(b, "");
	remove_beside(b, "-journal");
	remove_beside(b, ".lock");
	remove_beside(b, ".heads");
}

static int setup(void **state)
{
	struct bench *b = calloc(1, sizeof(*b));

	assert_non_null(b);
	/* What a killed process wrote is the system's already: no need to wait for a disk. */
	snprintf(b->folder, sizeof(b->folder), "%s/clew-kill-XXXXXX",
	         access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(b->folder));
	snprintf(b->path, sizeof(b->path), "%s/case.db", b->folder);
	b->dice = dice_begin("kill");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	remove_all(b);
	rmdir(b->folder);
	free(b);
	return 0;
}

/* Saves and acknowledges, a byte each, until it is killed. The first byte says that it is up. */
static void work(const struct bench *b, int acks)
{
	struct session *s;

	if (saving_open(b->path, &s) != OK || write(acks, "u", 1) != 1)
		_exit(1);
	for (int n = b->saved + 1;; n++)
		if (saving_one(s, n) != OK || write(acks, "s", 1) != 1)
			_exit(1);
}

static void wait_until_up(int acks)
{
	struct pollfd up = { .fd = acks, .events = POLLIN };
	char byte = 0;

	assert_int_equal(poll(&up, 1, NOT_FOREVER), 1);
	assert_int_equal(read(acks, &byte, 1), 1);
	assert_int_equal(byte, 'u');
}

/* Somewhere in the saving: that is what is tested, not how long it takes. */
static void let_it_save(struct bench *b)
{
	uint32_t us = dice_below(&b->dice, AT_MOST_US);
	struct timespec some = { .tv_nsec = (long)us * 1000 };

	ppoll(NULL, 0, &some, NULL);
}

static int count_left(int acks)
{
	char bytes[4096];
	int n = 0;
	ssize_t got;

	while ((got = read(acks, bytes, sizeof(bytes))) > 0)
		n += (int)got;
	close(acks);
	return n;
}

/* How many saves were acknowledged. */
static int kill_at_some_moment(struct bench *b)
{
	int acks[2], how;
	pid_t worker;

	assert_int_equal(pipe(acks), 0);
	worker = fork();
	assert_true(worker >= 0);
	if (worker == 0) {
		close(acks[0]);
		work(b, acks[1]);
	}
	close(acks[1]);
	wait_until_up(acks[0]);
	let_it_save(b);
	assert_int_equal(kill(worker, SIGKILL), 0);
	assert_int_equal(waitpid(worker, &how, 0), worker);
	assert_true(WIFSIGNALED(how));
	return count_left(acks[0]);
}

static void check(struct bench *b, int acknowledged)
{
	struct arena a = { 0 };
	struct session *s;
	const char *wrong;
	int found = 0;

	assert_int_equal(saving_open(b->path, &s), OK);
	wrong = saving_check(s, &a, &found);
	if (wrong)
		fail_msg("%s", wrong);
	assert_in_range(found, b->saved + acknowledged, b->saved + acknowledged + 1);
	b->saved = found;
	casework_sign_out(s);
	arena_reset(&a);
}

static void save__killed_at_any_moment__loses_nothing_acknowledged(void **state)
{
	struct bench *b = *state;
	int trials = fault_rounds_of(500, 50), acknowledged = 0;

	for (int i = 0; i < trials; i++) {
		int now;

		if (i % START_AGAIN == 0) {
			remove_all(b);
			saving_make(b->path);
			b->saved = 0;
		}
		now = kill_at_some_moment(b);
		check(b, now);
		acknowledged += now;
	}
	print_message("# %d workers killed, %d saves acknowledged, none lost\n", trials,
	              acknowledged);
	assert_true(acknowledged > 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			save__killed_at_any_moment__loses_nothing_acknowledged, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
