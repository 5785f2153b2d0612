#include "bench.h"

#include "screens/run.h"
#include "term/curses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WORKED_OFF "\033]777;" /* what is said when all inputs were worked off and painted */

int run_screens(const char *path)
{
	struct curses_options look = { .sync = true };
	struct start start = { .session = open_file(path), .path = path, .home = "" };
	struct terminal *term = term_curses(&look);
	enum status rc = screens_run(&start, term);

	term_curses_free(term);
	return rc == OK ? 0 : 1;
}

static void paint_bare(char (*rows)[80], int n, int at)
{
	int top = at < LINES - 2 ? 0 : at - LINES + 3;

	erase();
	mvaddstr(0, 1, "bare list");
	for (int i = 0; i < LINES - 2 && top + i < n; i++) {
		if (top + i == at)
			attron(A_REVERSE);
		mvaddnstr(i + 1, 1, rows[top + i], COLS - 2);
		attroff(A_REVERSE);
	}
	mvaddstr(LINES - 1, 1, "q quit");
	move(at - top + 1, 1);
	refresh();
}

static void say_worked_off(int n)
{
	printf(WORKED_OFF "%d\a", n);
	fflush(stdout);
}

int run_bare(int n)
{
	char(*rows)[80] = calloc((size_t)n, sizeof(*rows));
	int at = 0, keys = 0;

	if (!rows)
		return 1;
	for (int i = 0; i < n; i++)
		snprintf(rows[i], sizeof(rows[i]), "Name %06d       due %2d days      in treatment",
		         i, i % 40);
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	paint_bare(rows, n, at);
	say_worked_off(keys);
	for (int c; (c = getch()) != 'q';) {
		at += (c == 'j' || c == KEY_DOWN) && at + 1 < n;
		paint_bare(rows, n, at);
		say_worked_off(++keys);
	}
	endwin();
	free(rows);
	return 0;
}

/* ---- looked at from outside ---- */

double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

double worked_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Reads until it is said once more; false when the program has ended. */
static bool wait_for_it(int fd)
{
	static const char said[] = WORKED_OFF;
	size_t matched = 0;
	char bytes[65536];
	ssize_t n;

	for (;;) {
		bool found = false;

		n = read(fd, bytes, sizeof(bytes));
		if (n <= 0)
			return false;
		for (ssize_t i = 0; i < n; i++) {
			matched = bytes[i] == said[matched] ? matched + 1 : bytes[i] == said[0];
			if (matched == sizeof(said) - 1) {
				found = true;
				matched = 0;
			}
		}
		if (found)
			return true;
	}
}

static void must_write(int fd, const char *text, size_t n)
{
	if (write(fd, text, n) != (ssize_t)n) {
		fputs("clew-bench: the program in the terminal does not take keys\n", stderr);
		exit(1);
	}
}

static void press(int fd, const char *key)
{
	must_write(fd, key, strlen(key));
	if (!wait_for_it(fd)) {
		fputs("clew-bench: the program in the terminal ended\n", stderr);
		exit(1);
	}
}

/* "\033OR a": each of them is worked off before the next. */
static void press_each(int fd, const char *keys)
{
	char all[64], *rest = all, *key;

	snprintf(all, sizeof(all), "%s", keys);
	while ((key = strsep(&rest, " ")))
		if (*key)
			press(fd, key);
}

void time_terminal(char *const argv[], const char *before, const char *key, int times,
                   struct terminal_run *ret)
{
	struct winsize size = { .ws_row = 40, .ws_col = 120 };
	double began = now_ms();
	struct rusage used;
	int fd, how;
	pid_t child = forkpty(&fd, NULL, NULL, &size);

	if (child < 0) {
		perror("clew-bench");
		exit(1);
	}
	if (child == 0) {
		setenv("TERM", "xterm-256color", 1);
		execv(argv[0], argv);
		_exit(127);
	}
	*ret = (struct terminal_run){ 0 };
	if (!wait_for_it(fd)) {
		fputs("clew-bench: nothing was painted\n", stderr);
		exit(1);
	}
	ret->painted = now_ms() - began;
	press_each(fd, before);
	for (int i = 0; i < times; i++) {
		double pressed = now_ms();

		press(fd, key);
		sample_add(&ret->keys, now_ms() - pressed);
	}
	kill(child, SIGKILL);
	close(fd);
	wait4(child, &how, 0, &used);
	ret->kib = used.ru_maxrss;
}

static double ms_of(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

double time_program(char *const argv[], const char *out, long *kib)
{
	struct rusage used;
	int how;
	pid_t child = fork();

	if (child == 0) {
		int fd = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);

		if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
			_exit(126);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (child < 0 || wait4(child, &how, 0, &used) != child || how != 0) {
		fprintf(stderr, "clew-bench: %s failed\n", argv[0]);
		exit(1);
	}
	*kib = used.ru_maxrss;
	return ms_of(used.ru_utime) + ms_of(used.ru_stime);
}
