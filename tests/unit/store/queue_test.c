#include "queue.h"

#include "handle.h"
#include "stmt.h"

#include "store/change.h"
#include "store/verify.h"

#include "fixture.h"
#include "test.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define KILLS 50
static const struct account_id ruth = { 1 };
static const int64_t now = INT64_C(1795424400);

/* A file of its own, and a child that is told and tells by pipes. */
struct two {
	struct arena arena;
	char *folder;
	const char *file;
	struct store *store;
	pid_t child;
	int from_child;
};

static int two_setup(void **state)
{
	struct two *t = calloc(1, sizeof(*t));

	assert_non_null(t);
	setenv("TZ", "UTC", 1);
	tzset();
	t->folder = arena_strdup(&t->arena, "/tmp/clew-test-XXXXXX");
	assert_non_null(mkdtemp(t->folder));
	t->file = arena_printf(&t->arena, "%s/case.db", t->folder);
	assert_int_equal(store_create(t->file, NULL, false, &t->store), OK);
	store_sql(t->store, "INSERT INTO account (id, login, name, roles)"
	                    " VALUES (1, 'ruth', 'Ruth Ansah', 6)");
	store_close(t->store); /* never fork with an open connection */
	t->store = NULL;
	*state = t;
	return 0;
}

static int two_teardown(void **state)
{
	static const char *const ends[] = { "", "-journal", ".lock" };
	struct two *t = *state;

	store_close(t->store);
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		remove(arena_printf(&t->arena, "%s%s", t->file, ends[i]));
	rmdir(t->folder);
	arena_reset(&t->arena);
	free(t);
	return 0;
}

static void start(struct two *t, void (*work)(struct store *, int))
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	t->child = fork();
	assert_true(t->child >= 0);
	if (t->child == 0) {
		struct store *st;

		close(ends[0]);
		if (store_open(t->file, NULL, STORE_WRITE, &st) == OK)
			work(st, ends[1]);
		_exit(1);
	}
	close(ends[1]);
	t->from_child = ends[0];
}

static void end(struct two *t)
{
	assert_int_equal(kill(t->child, SIGKILL), 0);
	assert_int_equal(waitpid(t->child, NULL, 0), t->child);
	close(t->from_child);
}

static enum status save(struct store *st, int64_t n)
{
	struct change c;
	sqlite3_stmt *q = NULL;
	enum status rc = change_begin(&c, st, ruth, now, "contact with Carter, Jane 1981");

	if (rc == OK)
		rc = stmt_borrow(st, &q, SQL("INSERT INTO setting (name, value) VALUES (:n, :n)"));
	if (rc == OK) {
		stmt_bind_int(q, ":n", n);
		rc = stmt_run(st, q);
	}
	return change_end(&c, rc);
}

static void tell(int fd, int64_t n)
{
	if (write(fd, &n, sizeof(n)) != (ssize_t)sizeof(n))
		_exit(2);
}

static int64_t hear(struct two *t)
{
	int64_t n = -1;

	return read(t->from_child, &n, sizeof(n)) == (ssize_t)sizeof(n) ? n : -1;
}

static void hold(struct store *st, int fd)
{
	struct change c;

	if (change_begin(&c, st, ruth, now, "contact with Carter, Jane 1981") == OK)
		tell(fd, 1);
	for (;;)
		pause();
}

static void queue__names_who_holds_it_and_since_when_not_what_for(void **state)
{
	struct two *t = *state;

	start(t, hold);
	assert_int_equal(hear(t), 1);
	assert_int_equal(store_open(t->file, NULL, STORE_WRITE, &t->store), OK);
	t->store->wait_ms = 10;
	assert_int_equal(save(t->store, 1), E_BUSY);
	assert_string_equal(store_fault(t->store),
	                    "Ruth Ansah is saving just now (since 09:00)."
	                    " Nothing of yours was changed; try again in a moment.");
	end(t);
	assert_int_equal(save(t->store, 1), OK); /* the kernel gives up a dead holder's lock */
	assert_int_equal(store_int(t->store, "SELECT count(*) FROM setting"), 1);
}

static void queue__is_not_waited_in_for_reading(void **state)
{
	struct two *t = *state;

	start(t, hold);
	assert_int_equal(hear(t), 1);
	assert_int_equal(store_open(t->file, NULL, STORE_READ_ONLY, &t->store), OK);
	assert_int_equal(store_int(t->store, "SELECT count(*) FROM account"), 1);
	assert_int_equal(save(t->store, 1), E_DENIED);
	end(t);
}

static void save_on(struct store *st, int fd)
{
	for (int64_t n = store_int(st, "SELECT count(*) FROM setting") + 1;; n++) {
		if (save(st, n) != OK)
			_exit(3);
		tell(fd, n);
	}
}

/* What was said to be saved is there, whenever the saving program is killed. */
static void change__survives__when_the_program_is_killed(void **state)
{
	struct two *t = *state;

	for (int i = 0; i < KILLS; i++) {
		struct events_checked found;
		int64_t said = 0, n, there;

		start(t, save_on);
		for (int k = 0; k < i % 3 + 1; k++)
			said = hear(t);
		for (int k = 0; k < i % 11; k++)
			sched_yield();
		kill(t->child, SIGKILL);
		while ((n = hear(t)) > 0)
			said = n;
		assert_int_equal(waitpid(t->child, NULL, 0), t->child);
		close(t->from_child);

		if (store_open(t->file, NULL, STORE_WRITE, &t->store) != OK ||
		    store_check(t->store, NULL, &found) != OK)
			fail_msg("%s", store_fault(t->store));
		there = store_int(t->store, "SELECT count(*) FROM setting");
		assert_true(said > 0 && (there == said || there == said + 1));
		assert_int_equal(found.events, there);
		store_close(t->store);
		t->store = NULL;
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, two_setup, two_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(queue__names_who_holds_it_and_since_when_not_what_for),
		TEST(queue__is_not_waited_in_for_reading),
		TEST(change__survives__when_the_program_is_killed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
