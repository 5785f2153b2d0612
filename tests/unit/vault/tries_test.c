#include "vault_fixture.h"

#include "tries.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

static enum status guess(struct vault_fixture *f, const char *login, int64_t at, struct str words)
{
	struct keyring ring;

	f->k.now = at;
	return keys_open(&f->k, login, words, &ring);
}

/* Guesses taken when one is made every second from START on, for so long. */
static int guesses_taken(struct vault_fixture *f, const char *login, int seconds)
{
	int taken = 0;

	for (int s = 0; s < seconds; s++) {
		enum status rc = guess(f, login, START + s, WRONG);

		taken += rc == E_DENIED;
		assert_true(rc == E_DENIED || rc == E_BUSY);
	}
	return taken;
}

static void tries__take_ten_at_most_in_any_five_minutes(void **state)
{
	struct vault_fixture *f = *state;
	int64_t taken[400];
	size_t n = 0;

	for (int s = 0; s < 3000; s++)
		if (guess(f, "margaret", START + s, WRONG) == E_DENIED)
			taken[n++] = s;
	assert_true(n > TRIES_PER_SPAN);
	for (size_t i = 0; i + TRIES_PER_SPAN < n; i++)
		assert_true(taken[i + TRIES_PER_SPAN] - taken[i] >= TRIES_SPAN);
}

static void tries__treat_unknown_logins_alike(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(guesses_taken(f, "margaret", 300), guesses_taken(f, "nobody", 300));
}

static void tries__say_how_long_to_wait_and_then_let_in(void **state)
{
	struct vault_fixture *f = *state;
	enum status rc = OK;

	for (int i = 0; i < 5; i++)
		assert_int_equal(guess(f, "margaret", START, WRONG), E_DENIED);
	rc = guess(f, "margaret", START, RIGHT);
	assert_int_equal(rc, E_BUSY);
	assert_int_equal(f->k.wait, 5);
	assert_non_null(strstr(f->k.fault, "5 seconds"));
	assert_int_equal(guess(f, "margaret", START + 4, RIGHT), E_BUSY);
	assert_int_equal(f->k.wait, 1);
	assert_int_equal(guess(f, "margaret", START + 5, RIGHT), OK);
	for (int i = 0; i < 5; i++)
		assert_int_equal(guess(f, "margaret", START + 6, WRONG), E_DENIED);
}

static void tries__of_one_login_are_not_anothers(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(keys_add_account(&f->k, &f->ring, &tom, RIGHT), OK);
	guesses_taken(f, "margaret", 100);
	assert_int_equal(guess(f, "margaret", START + 100, RIGHT), E_BUSY);
	assert_int_equal(guess(f, "tom", START + 100, RIGHT), OK);
	assert_int_equal(keys_forgive(&f->k, "margaret"), OK);
	assert_int_equal(guess(f, "margaret", START + 100, RIGHT), OK);
}

static void tries__cannot_be_reset_by_turning_the_clock_back(void **state)
{
	struct vault_fixture *f = *state;

	guesses_taken(f, "margaret", 300); /* the tenth after 159 seconds */
	assert_int_equal(guess(f, "margaret", START, RIGHT), E_BUSY);
	assert_int_equal(guess(f, "margaret", START + 301, RIGHT), E_BUSY);
	for (int64_t back = 1; back < 1000000000; back *= 10)
		assert_int_equal(guess(f, "margaret", START + 299 - back, RIGHT), E_BUSY);
	assert_in_range(f->k.wait, 1, 2 * TRIES_SPAN);
	assert_int_equal(guess(f, "margaret", f->k.now + f->k.wait, RIGHT), OK);
}

static void tries__stand_at_the_longest_wait_when_the_count_is_damaged(void **state)
{
	struct vault_fixture *f = *state;

	vault_fixture_write(f, ".tries", STR("margaret 3 18 3"));
	assert_int_equal(guess(f, "margaret", START, RIGHT), E_BUSY);
	assert_int_equal(f->k.wait, TRIES_SPAN);
	assert_int_equal(guess(f, "nobody", START + 1, RIGHT), E_BUSY);
	assert_int_equal(guess(f, "margaret", START + TRIES_SPAN, RIGHT), OK);
}

static void tries__are_not_looked_at_when_they_cannot_be_counted(void **state)
{
	struct vault_fixture *f = *state;

	assert_int_equal(symlink("/nowhere", beside(&f->k, ".tries")), 0);
	assert_int_equal(guess(f, "margaret", START, RIGHT), E_IO);
	assert_non_null(strstr(f->k.fault, "could not be counted"));
}

static void tries__of_strangers_do_not_fill_the_disk(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 };
	char login[24];

	assert_int_equal(guess(f, "margaret", START, WRONG), E_DENIED);
	for (int i = 0; i < 260; i++) {
		snprintf(login, sizeof(login), "stranger%d", i);
		assert_int_equal(guess(f, login, START, WRONG), E_DENIED);
	}
	vault_fixture_read(f, ".tries", &text);
	assert_true(text.n < 8192);
	assert_non_null(strstr(buf_text(&text), "margaret 1 "));
	assert_null(strstr(buf_text(&text), "stranger59 "));
	assert_non_null(strstr(buf_text(&text), "stranger60 "));
	assert_non_null(strstr(buf_text(&text), "stranger259 "));
	buf_done(&text);
}

#define GUESSES 200

/* 16 processes, 200 wrong guesses each, over five minutes of the clock: T39. */
static void tries__of_many_processes_are_one_count(void **state)
{
	struct vault_fixture *f = *state;
	int taken = 0, status;
	pid_t pids[16];

	for (size_t i = 0; i < COUNT_OF(pids); i++) {
		pids[i] = fork();
		if (pids[i] == 0) {
			int mine = 0;

			for (int n = 0; n < GUESSES; n++)
				mine += guess(f, "margaret", START + n * 3 / 2, WRONG) == E_DENIED;
			_exit(mine);
		}
	}
	for (size_t i = 0; i < COUNT_OF(pids); i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_true(WIFEXITED(status));
		taken += WEXITSTATUS(status);
	}
	print_message("# T39: %zu processes, %d guesses each, %d looked at\n", COUNT_OF(pids),
	              GUESSES, taken);
	assert_in_range(taken, 5, TRIES_PER_SPAN);
}

static bool tries_hold_one(struct vault_fixture *f)
{
	struct buf text = { 0 };
	bool there = file_read(beside(&f->k, ".tries"), 1 << 20, &text) == OK &&
	             strcmp(buf_text(&text), "margaret 1 1800000000 1\n") == 0;

	buf_done(&text);
	return there;
}

/* Killed while the passphrase is still being looked at, which costs a third of a second here. */
static void tries__are_counted_before_anything_is_looked_at(void **state)
{
	struct vault_fixture *f = *state;
	int status;
	pid_t pid;

	f->k.cost = KEYS_COST;
	assert_int_equal(keys_change_passphrase(&f->k, &f->ring, "margaret", RIGHT), OK);
	pid = fork();
	if (pid == 0)
		_exit(guess(f, "margaret", START, WRONG) == E_DENIED ? 0 : 1);
	while (!tries_hold_one(f) && waitpid(pid, &status, WNOHANG) == 0)
		;
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_true(tries_hold_one(f));
}

/* ---- T45: an unknown login looks and takes as a wrong passphrase does ---- */

#define TIMINGS 200

static int64_t processor_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int64_t guess_ns(struct vault_fixture *f, const char *login, int64_t at)
{
	int64_t before = processor_ns();

	assert_int_equal(guess(f, login, at, WRONG), E_DENIED);
	return processor_ns() - before;
}

static int by_size(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return (a > b) - (a < b);
}

static void tries__of_an_unknown_login_take_as_long(void **state)
{
	struct vault_fixture *f = *state;
	int64_t known[TIMINGS], unknown[TIMINGS], at = START;
	double ratio;

	f->k.cost = (struct keys_cost){ .passes = 1, .kib = 4096 };
	assert_int_equal(keys_change_passphrase(&f->k, &f->ring, "margaret", RIGHT), OK);
	for (int i = 0; i < TIMINGS; i++) {
		at += 3601; /* nobody waits */
		known[i] = guess_ns(f, "margaret", at);
		unknown[i] = guess_ns(f, "nobody", at);
	}
	qsort(known, TIMINGS, sizeof(*known), by_size);
	qsort(unknown, TIMINGS, sizeof(*unknown), by_size);
	ratio = (double)unknown[TIMINGS / 2] / (double)known[TIMINGS / 2];
	print_message("# T45: %d timings, medians %lld and %lld us\n", TIMINGS,
	              (long long)known[TIMINGS / 2] / 1000, (long long)unknown[TIMINGS / 2] / 1000);
	assert_true(ratio > 0.95 && ratio < 1.05);
}

static void tries__of_an_unknown_login_read_the_same(void **state)
{
	struct vault_fixture *f = *state;

	for (int i = 0; i < 12; i++) {
		enum status known = guess(f, "margaret", START + i, WRONG);
		const char *fault = f->k.fault;
		int wait = f->k.wait;

		assert_int_equal(guess(f, "nobody", START + i, WRONG), known);
		assert_string_equal(f->k.fault, fault);
		assert_int_equal(f->k.wait, wait);
	}
}

/* What was missed since the last right one: through the hour after which no wait is left, once. */
static void tries__that_were_missed_are_told_once(void **state)
{
	struct vault_fixture *f = *state;

	for (int i = 0; i < 3; i++)
		assert_int_equal(guess(f, "margaret", START + i, WRONG), E_DENIED);
	assert_int_equal(guess(f, "margaret", START + 2 * 86400, WRONG), E_DENIED);
	assert_int_equal(guess(f, "margaret", START + 4 * 86400, RIGHT), OK);
	assert_int_equal(f->k.missed, 4);
	assert_int_equal(f->k.missed_at, START + 2 * 86400);
	assert_int_equal(guess(f, "margaret", START + 4 * 86400, RIGHT), OK);
	assert_int_equal(f->k.missed, 0);
}

static void tries__forgiven_are_told_of_all_the_same(void **state)
{
	struct vault_fixture *f = *state;

	for (int i = 0; i < 5; i++)
		assert_int_equal(guess(f, "margaret", START, WRONG), E_DENIED);
	assert_int_equal(guess(f, "margaret", START, RIGHT), E_BUSY);
	assert_int_equal(keys_forgive(&f->k, "margaret"), OK);
	assert_int_equal(guess(f, "margaret", START, RIGHT), OK);
	assert_int_equal(f->k.missed, 5);
}

#define WITH_KEYS(test) \
	cmocka_unit_test_setup_teardown(test, vault_fixture_open, vault_fixture_done)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_KEYS(tries__take_ten_at_most_in_any_five_minutes),
		WITH_KEYS(tries__treat_unknown_logins_alike),
		WITH_KEYS(tries__say_how_long_to_wait_and_then_let_in),
		WITH_KEYS(tries__of_one_login_are_not_anothers),
		WITH_KEYS(tries__cannot_be_reset_by_turning_the_clock_back),
		WITH_KEYS(tries__stand_at_the_longest_wait_when_the_count_is_damaged),
		WITH_KEYS(tries__are_not_looked_at_when_they_cannot_be_counted),
		WITH_KEYS(tries__of_strangers_do_not_fill_the_disk),
		WITH_KEYS(tries__of_an_unknown_login_take_as_long),
		WITH_KEYS(tries__of_an_unknown_login_read_the_same),
		WITH_KEYS(tries__that_were_missed_are_told_once),
		WITH_KEYS(tries__forgiven_are_told_of_all_the_same),
		WITH_KEYS(tries__of_many_processes_are_one_count),
		WITH_KEYS(tries__are_counted_before_anything_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
