/*
 * T56: the verifier itself is right. A second one in another language, written from clew-file(5)
 * alone, says the same of chains as chance makes them, whole and tampered with.
 */
#include "test.h"

#include "chain_made.h"
#include "dice.h"
#include "fixture.h"

#include "store/verify.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHAINS       200
#define MOST_EVENTS  60
#define CHAINS_A_RUN 20

struct bench {
	char folder[64];
	struct dice dice;
};

struct one {
	struct key key;
	char hex[2 * KEY_BYTES + 1];
	char path[96];
	enum status rc;
	struct events_checked seen;
};

static int setup(void **state)
{
	static struct bench b;

	snprintf(b.folder, sizeof(b.folder), "%s/clew-second-XXXXXX",
	         access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	assert_non_null(mkdtemp(b.folder));
	b.dice = dice_begin("second verifier");
	*state = &b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	return rmdir(b->folder);
}

static void tamper(struct bench *b, struct store *st, int events)
{
	static const char *const doings[] = {
		"UPDATE event SET at = at + 1 WHERE id = %d",
		"UPDATE event SET what = what || 'x' WHERE id = %d",
		"UPDATE event SET roles = coalesce(roles, 0) + 1 WHERE id = %d",
		"UPDATE event SET session = 0 WHERE id = %d",
		"UPDATE event SET kind = 'checkpoint' WHERE id = %d",
		"UPDATE event SET link = zeroblob(32) WHERE id = %d",
		"UPDATE event SET id = 999 WHERE id = %d",
		"DELETE FROM event WHERE id = %d",
		"DELETE FROM event WHERE id >= %d",
		"DELETE FROM event_row WHERE event = %d",
		"UPDATE event_row SET event = 999 WHERE event = %d",
		"UPDATE event_row SET event = -1 WHERE event = %d",
		"UPDATE event_row SET body = coalesce(body, '') || 'x' WHERE event = %d",
		"UPDATE event_row SET salt = NULL WHERE event = %d",
		"UPDATE event_row SET digest = zeroblob(32) WHERE event = %d",
		"UPDATE event_row SET pk = pk || char(0) WHERE event = %d",
		"UPDATE sqlite_sequence SET seq = seq + %d WHERE name = 'event'",
	};
	char sql[160];
	const char *doing = doings[dice_below(&b->dice, COUNT_OF(doings))];
	const char *number = strstr(doing, "%d");

	snprintf(sql, sizeof(sql), "%.*s%u%s", (int)(number - doing), doing,
	         dice_below(&b->dice, (uint32_t)events) + 1, number + 2);
	store_sql(st, sql);
}

static void make(struct bench *b, struct one *x, int n)
{
	int events = (int)dice_below(&b->dice, MOST_EVENTS) + 1;
	struct store *st;

	for (size_t i = 0; i < KEY_BYTES; i++) {
		x->key.bytes[i] = (uint8_t)dice_roll(&b->dice);
		snprintf(x->hex + 2 * i, 3, "%02x", x->key.bytes[i]);
	}
	snprintf(x->path, sizeof(x->path), "%s/%d.db", b->folder, n);
	assert_int_equal(store_create(x->path, &x->key, false, &st), OK);
	store_sql(st, "INSERT INTO account (id, login, name, roles) VALUES (1, 'ruth', 'Ruth', 6)");
	chain_make(st, &b->dice, events);
	if (dice_below(&b->dice, 3) > 0)
		tamper(b, st, events);
	x->rc = store_check_events(st, NULL, &x->seen);
	store_close(st);
}

static void take_away(const struct one *x)
{
	static const char *const beside[] = { "", "-journal", ".lock" };
	char path[128];

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		snprintf(path, sizeof(path), "%s%s", x->path, beside[i]);
		unlink(path);
	}
}

/* What the other one says, a line each. */
static FILE *ask(struct bench *b, struct one *all, size_t n)
{
	char python[] = "python3", script[] = CLEW_SOURCE_DIR "/tests/audit/verify.py", out[96];
	char *argv[2 * CHAINS_A_RUN + 3] = { python, script };
	posix_spawn_file_actions_t actions;
	pid_t child;
	int how;
	FILE *f;

	for (size_t i = 0; i < n; i++) {
		argv[2 + 2 * i] = all[i].hex;
		argv[3 + 2 * i] = all[i].path;
	}
	snprintf(out, sizeof(out), "%s/said", b->folder);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out, O_WRONLY | O_CREAT, 0600);
	assert_int_equal(posix_spawnp(&child, python, &actions, NULL, argv, environ), 0);
	posix_spawn_file_actions_destroy(&actions);
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFEXITED(how) && WEXITSTATUS(how) == 0);
	f = fopen(out, "r");
	assert_non_null(f);
	unlink(out);
	return f;
}

static void expect(const struct one *x, const char *said)
{
	char want[160], head[DIGEST_HEX_ROOM];

	digest_hex(x->seen.head, head);
	if (x->rc == OK)
		snprintf(want, sizeof(want), "whole %lld %lld %lld %s\n", (long long)x->seen.events,
		         (long long)x->seen.rows, (long long)x->seen.erased, head);
	else
		snprintf(want, sizeof(want), "bad %lld\n", (long long)x->seen.first_bad.n);
	if (strcmp(want, said) != 0 && (x->rc == OK || strcmp(said, "bad stray\n") != 0))
		fail_msg("one says %s, the other %s", want, said);
}

static bool python_is_there(void)
{
	return access("/usr/bin/python3", X_OK) == 0 || access("/usr/local/bin/python3", X_OK) == 0;
}

static void verifiers__two_of_them__say_the_same(void **state)
{
	struct bench *b = *state;
	int chains = fault_rounds(CHAINS), whole = 0;

	if (!python_is_there()) {
		print_message("# not run: the second verifier needs python3\n");
		skip();
	}
	for (int done = 0; done < chains; done += CHAINS_A_RUN) {
		struct one all[CHAINS_A_RUN];
		char line[200];
		FILE *said;

		for (int i = 0; i < CHAINS_A_RUN; i++)
			make(b, &all[i], i);
		said = ask(b, all, CHAINS_A_RUN);
		for (int i = 0; i < CHAINS_A_RUN; i++) {
			assert_non_null(fgets(line, sizeof(line), said));
			expect(&all[i], line);
			whole += all[i].rc == OK;
			take_away(&all[i]);
		}
		fclose(said);
	}
	print_message("# %d chains, %d of them whole: both verifiers agree\n", chains, whole);
	assert_in_range(whole, chains / 10, chains - chains / 10);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(verifiers__two_of_them__say_the_same),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
