#include "signals.h"

#include "base/attr.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const struct {
	int signal;
	char byte;
} told[] = {
	{ SIGWINCH, 'w' }, { SIGTSTP, 't' }, { SIGCONT, 'c' },
	{ SIGHUP, 'h' },   { SIGTERM, 'h' }, { SIGINT, 'h' },
};

static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };

/* What handlers read must not live on a stack. */
static int ends[2] = { -1, -1 };
static struct sigaction before[COUNT_OF(told)];
static char restore_text[256];
static size_t restore_n;
static struct termios restore_tty;
static bool crash_set;

static void handle(int signal)
{
	int saved = errno;
	char byte = 'h';

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (told[i].signal == signal)
			byte = told[i].byte;
	if (write(ends[1], &byte, 1) < 0)
		errno = saved; /* a full pipe has news enough */
	errno = saved;
}

static void handle_crash(int signal)
{
	if (crash_set) {
		crash_set = false;
		if (write(STDOUT_FILENO, restore_text, restore_n) > 0)
			tcsetattr(STDIN_FILENO, TCSANOW, &restore_tty);
	}
	raise(signal);
}

bool signals_open(void)
{
	struct sigaction act = { .sa_handler = handle, .sa_flags = SA_RESTART };

	if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
		return false;
	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < COUNT_OF(told); i++)
		sigaction(told[i].signal, &act, &before[i]);
	return true;
}

void signals_close(void)
{
	crash_set = false;
	if (ends[0] < 0)
		return;
	for (size_t i = 0; i < COUNT_OF(told); i++)
		sigaction(told[i].signal, &before[i], NULL);
	close(ends[0]);
	close(ends[1]);
	ends[0] = ends[1] = -1;
}

int signals_fd(void)
{
	return ends[0];
}

char signals_take(void)
{
	char byte;

	return read(ends[0], &byte, 1) == 1 ? byte : '\0';
}

void signals_stop(void)
{
	struct sigaction usual = { .sa_handler = SIG_DFL }, ours;

	sigemptyset(&usual.sa_mask);
	sigaction(SIGTSTP, &usual, &ours);
	kill(0, SIGTSTP); /* the whole job, as the terminal's own Ctrl-Z does */
	sigaction(SIGTSTP, &ours, NULL);
}

void signals_crash(const char *restore, int n, const struct termios *as_it_was)
{
	struct sigaction act = { .sa_handler = handle_crash, .sa_flags = (int)SA_RESETHAND }, now;

	sigemptyset(&act.sa_mask);
	restore_n = (size_t)n < sizeof(restore_text) ? (size_t)n : sizeof(restore_text);
	memcpy(restore_text, restore, restore_n);
	restore_tty = *as_it_was;
	crash_set = true;
	for (size_t i = 0; i < COUNT_OF(crashes); i++)
		if (sigaction(crashes[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
			sigaction(crashes[i], &act, NULL);
}
