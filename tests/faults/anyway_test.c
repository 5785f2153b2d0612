/*
 * T37: whoever opens a restricted record anyway is killed at any moment. Leave without the alert that
 * a coordinator looks at, or without its place in the record of changes, is never found afterwards.
 */
#include "test.h"

#include "dice.h"
#include "fixture.h"
#include "saving.h"

#include "casework/access.h"
#include "casework/reviews.h"
#include "store/store.h"
#include "store/verify.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define AT_MOST_US  15000
#define NOT_FOREVER 60000 /* ms for a worker to come up */

static const struct person_id jane = { 1 };

static char folder[64], path[96];

static void remove_all(void)
{
	static const char *const beside[] = { "", "-journal", ".lock", ".heads" };

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		char name[128];

		snprintf(name, sizeof(name), "%s%s", path, beside[i]);
		unlink(name);
	}
}

static int setup(void **state)
{
	(void)state;
	/* What a killed process wrote is the system's already: no need to wait for a disk. */
	snprintf(folder, sizeof(folder), "%s/clew-anyway-XXXXXX",
	         access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/case.db", folder);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	remove_all();
	rmdir(folder);
	return 0;
}

/* Jane is restricted and nobody is named; Ann is the coordinator who looks. */
static void make(void)
{
	struct session *s;

	saving_make(path);
	assert_int_equal(saving_open(path, &s), OK);
	store_sql(s->store, "UPDATE person SET restricted = 1;"
	                    "INSERT INTO account (login, name, roles) VALUES ('ann', 'Ann', 4)");
	casework_sign_out(s);
}

/* Leave after leave, an hour apart, a byte each; the first byte says that it is up. */
static void work(int acks)
{
	struct session *s;

	if (saving_open(path, &s) != OK || write(acks, "u", 1) != 1)
		_exit(1);
	for (;;) {
		s->now += ACCESS_ANYWAY_SECONDS;
		s->proved_at = s->now;
		if (casework_open_anyway(s, jane, ACCESS_DANGER, "she may have fallen") != OK ||
		    write(acks, "g", 1) != 1)
			_exit(1);
	}
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

/* How many were acknowledged before it was killed. */
static int kill_at_some_moment(struct dice *dice)
{
	struct timespec some = { .tv_nsec = (long)dice_below(dice, AT_MOST_US) * 1000 };
	struct pollfd up = { .events = POLLIN };
	int acks[2], how;
	char byte = 0;
	pid_t worker;

	assert_int_equal(pipe(acks), 0);
	worker = fork();
	assert_true(worker >= 0);
	if (worker == 0) {
		close(acks[0]);
		work(acks[1]);
	}
	close(acks[1]);
	up.fd = acks[0];
	assert_int_equal(poll(&up, 1, NOT_FOREVER), 1);
	assert_int_equal(read(acks[0], &byte, 1), 1);
	assert_int_equal(byte, 'u');
	ppoll(NULL, 0, &some, NULL);
	assert_int_equal(kill(worker, SIGKILL), 0);
	assert_int_equal(waitpid(worker, &how, 0), worker);
	assert_true(WIFSIGNALED(how));
	return count_left(acks[0]);
}

/* Every leave is on Ann's list, and in the record of changes with its row. */
static int64_t check(void)
{
	struct opened_list alerts = { 0 };
	struct events_checked checked;
	struct session *s;
	int64_t granted;

	assert_int_equal(saving_open(path, &s), OK);
	assert_int_equal(store_check(s->store, NULL, &checked), OK);
	granted = store_int(s->store, "SELECT count(*) FROM access WHERE kind = 'anyway'");
	assert_int_equal(store_int(s->store, "SELECT count(*) FROM access x WHERE EXISTS"
	                                     " (SELECT 1 FROM event_row r JOIN event e"
	                                     "  ON e.id = r.event WHERE r.tbl = 'access'"
	                                     "  AND r.pk = CAST(x.id AS TEXT)"
	                                     "  AND e.kind = 'access' AND e.person = x.person"
	                                     "  AND e.account = x.account)"),
	                 granted);
	assert_int_equal(store_int(s->store, "SELECT count(*) FROM event"
	                                     " WHERE what LIKE 'opened anyway%'"),
	                 granted);
	s->account = (struct account){ .id = { 2 }, .name = "Ann", .roles = 4 };
	assert_int_equal(casework_opened_anyway(s, &s->arena, &alerts), OK);
	assert_int_equal(alerts.n, granted);
	for (size_t i = 0; i < alerts.n; i++)
		assert_false(alerts.at[i].mine);
	casework_sign_out(s);
	return granted;
}

static void anyway__killed_at_any_moment__never_leaves_leave_without_alert(void **state)
{
	struct dice dice = dice_begin("anyway");
	int trials = fault_rounds(40);
	int64_t total = 0;

	(void)state;
	for (int i = 0; i < trials; i++) {
		int acknowledged;
		int64_t granted;

		remove_all();
		make();
		acknowledged = kill_at_some_moment(&dice);
		granted = check();
		assert_in_range(granted, acknowledged, acknowledged + 1);
		total += granted;
	}
	print_message("# %d killed, %d leaves, each with its alert\n", trials, (int)total);
	assert_true(total > 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			anyway__killed_at_any_moment__never_leaves_leave_without_alert, setup,
			teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
