/*
 * P11: twenty at one file, flat out on the same ten people; with the queue and without it. And one
 * who was stopped in the middle of saving: how soon the others are told, and of whom.
 */
#include "bench.h"

#include "handle.h"

#include "base/str.h"
#include "casework/people.h"
#include "store/change.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WRITERS 20
#define PEOPLE  10
#define FOR_MS  10000
#define SLOWEST 20000 /* ms */

/* Of one writer, as it tells at the end. */
struct tally {
	uint32_t saved, refused, waited, unexplained;
	uint32_t took[SLOWEST + 1]; /* how many saves took that many milliseconds */
};

/* Whose people they are is not what is measured. */
static struct session *at_work(const char *path)
{
	struct session *s = open_file(path);

	s->service.team = TEAM_OPEN;
	return s;
}

static void no_memory(void)
{
	fputs("clew-bench: not enough memory\n", stderr);
	exit(1);
}

/* What a form does: read, change, save; read again where somebody else was first. */
static void edit(struct session *s, struct tally *t)
{
	struct person_id p = { 1 + (int64_t)(t->saved + (uint32_t)getpid()) % PEOPLE };
	double began = now_ms();

	for (;;) {
		struct arena a = { 0 };
		struct person_details d;
		enum status rc = casework_details(s, p, &a, &d);
		double took;

		if (rc == OK) {
			d.person.work =
				arena_printf(&a, "%lld by %d", strtoll(d.person.work, NULL, 10) + 1,
			                     (int)getpid());
			rc = casework_change_details(s, &d);
		}
		arena_reset(&a);
		took = now_ms() - began;
		if (rc == OK) {
			t->saved++;
			t->took[took < SLOWEST ? (int)took : SLOWEST]++;
			return;
		}
		t->refused += rc == E_CONFLICT;
		if (rc == E_BUSY && strstr(session_fault(s), "is saving just now")) {
			t->waited++;
		} else if (rc != E_CONFLICT) {
			if (t->unexplained++ == 0)
				fprintf(stderr, "clew-bench: %s\n", session_fault(s));
			return;
		}
	}
}

static void write_all(int fd, const void *at, size_t n)
{
	const char *rest = at;

	while (n > 0) {
		ssize_t done = write(fd, rest, n);

		if (done <= 0)
			_exit(1);
		rest += done;
		n -= (size_t)done;
	}
}

static void be_a_writer(const char *path, bool queue, int tell)
{
	struct tally *t = calloc(1, sizeof(*t));
	struct session *s = at_work(path);
	double until = now_ms() + FOR_MS;
	char own[32];

	if (!t)
		no_memory();
	if (!queue) {
		/* A lock that nobody else takes. */
		snprintf(own, sizeof(own), "/tmp/clew-bench-XXXXXX");
		s->store->lock_fd = mkstemp(own);
		unlink(own);
	}
	while (now_ms() < until)
		edit(s, t);
	casework_sign_out(s);
	write_all(tell, t, sizeof(*t));
	_exit(0);
}

static void add(struct tally *all, int from)
{
	struct tally *t = calloc(1, sizeof(*t));
	size_t n = 0;
	ssize_t got;

	if (!t)
		no_memory();
	while (n < sizeof(*t) && (got = read(from, (char *)t + n, sizeof(*t) - n)) > 0)
		n += (size_t)got;
	if (n != sizeof(*t)) {
		fputs("clew-bench: a writer did not come to its end\n", stderr);
		exit(1);
	}
	all->saved += t->saved;
	all->refused += t->refused;
	all->waited += t->waited;
	all->unexplained += t->unexplained;
	for (size_t i = 0; i <= SLOWEST; i++)
		all->took[i] += t->took[i];
	free(t);
}

static int share_of(const struct tally *t, double share)
{
	double sum = 0;

	for (int i = 0; i <= SLOWEST; i++) {
		sum += t->took[i];
		if (sum >= share * t->saved)
			return i;
	}
	return SLOWEST;
}

static long long counted(const char *path)
{
	struct session *s = at_work(path);
	long long n = 0;

	for (int i = 1; i <= PEOPLE; i++) {
		struct arena a = { 0 };
		struct person_details d;

		if (casework_details(s, (struct person_id){ i }, &a, &d) == OK)
			n += strtoll(d.person.work, NULL, 10);
		arena_reset(&a);
	}
	casework_sign_out(s);
	return n;
}

static void make_anew(const char *path)
{
	static const char *const beside[] = { "", "-journal", ".lock" };
	char name[600];

	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", path, beside[i]);
		unlink(name);
	}
	make_file(path, PEOPLE, 1);
}

void measure_crowd(const char *path, bool queue, struct crowd_run *ret)
{
	struct tally *all = calloc(1, sizeof(*all));
	int from[WRITERS][2];
	long long before;

	if (!all)
		no_memory();
	make_anew(path);
	before = counted(path);
	for (int i = 0; i < WRITERS; i++) {
		if (pipe(from[i]) != 0)
			exit(1);
		if (fork() == 0)
			be_a_writer(path, queue, from[i][1]);
		close(from[i][1]);
	}
	for (int i = 0; i < WRITERS; i++) {
		add(all, from[i][0]);
		close(from[i][0]);
		wait(NULL);
	}
	*ret = (struct crowd_run){
		.a_second = all->saved * 1000.0 / FOR_MS,
		.lost = (long long)all->saved - (counted(path) - before),
		.refused = all->refused,
		.waited = all->waited,
		.unexplained = all->unexplained,
		.median_ms = share_of(all, 0.5),
		.p99_ms = share_of(all, 0.99),
		.most_ms = share_of(all, 1),
	};
	free(all);
}

double measure_stopped(const char *path, char *told, size_t room)
{
	struct tally *t = calloc(1, sizeof(*t));
	struct session *s;
	struct arena a = { 0 };
	struct person_details d;
	double began, took;
	pid_t holder;
	int how;

	if (!t)
		no_memory();
	make_anew(path);
	holder = fork();
	if (holder == 0) {
		struct change c;

		s = at_work(path);
		if (change_begin(&c, s->store, s->account.id, s->now, "stopped") == OK)
			raise(SIGSTOP);
		_exit(change_end(&c, E_STOPPED) == E_STOPPED ? 0 : 1);
	}
	waitpid(holder, &how, WUNTRACED);
	s = at_work(path);
	began = now_ms();
	told[0] = '\0';
	if (casework_details(s, (struct person_id){ 1 }, &a, &d) == OK) {
		d.person.work = "more";
		if (casework_change_details(s, &d) == E_BUSY)
			snprintf(told, room, "%s", session_fault(s));
	}
	took = now_ms() - began;
	kill(holder, SIGCONT);
	waitpid(holder, &how, 0);
	casework_sign_out(s);
	arena_reset(&a);
	free(t);
	return took;
}
