#include "cli.h"

#include "base/clock.h"
#include "base/progress.h"
#include "base/words.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define FIRST_MS 700 /* what is done sooner needs no telling */
#define EVERY_MS 200

static volatile sig_atomic_t interrupted;

static struct {
	const char *what;
	int64_t began, drawn; /* ms; drawn 0: not yet */
} line;

/* The second Ctrl-C is the terminal's own. */
static void take_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

static void draw(int64_t done, int64_t total, int64_t ms)
{
	int64_t rate = ms > 0 ? done * 1000 / ms : 0;

	fprintf(stderr, "\r%s: ", line.what);
	if (total > 0)
		fprintf(stderr, _("%d%%, %lld of %lld"), (int)(done * 100 / total), (long long)done,
		        (long long)total);
	else
		fprintf(stderr, "%lld", (long long)done);
	fprintf(stderr, _(", %lld a second"), (long long)rate);
	if (total > done && rate > 0)
		fprintf(stderr, _(", %lld s left"), (long long)((total - done) / rate + 1));
	fputs("\033[K", stderr);
}

static bool tick(void *ctx, int64_t done, int64_t total)
{
	int64_t now = clock_boot_ms();

	(void)ctx;
	if (interrupted)
		return false;
	if (now - line.began < FIRST_MS || now - line.drawn < EVERY_MS || !isatty(STDERR_FILENO))
		return true;
	line.drawn = now;
	draw(done, total, now - line.began);
	return true;
}

const struct progress *cli_progress(const char *what)
{
	static const struct progress progress = { .tick = tick };
	struct sigaction action = { .sa_handler = take_interrupt, .sa_flags = (int)SA_RESETHAND };

	line.what = what;
	line.began = clock_boot_ms();
	line.drawn = 0;
	interrupted = 0;
	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	return &progress;
}

void cli_progress_done(void)
{
	if (line.drawn != 0)
		fputs("\r\033[K", stderr);
	line.drawn = 0;
}
