#include "desk_progress.h"

#include "base/clock.h"
#include "base/words.h"

#define FIRST_MS 300 /* what is done sooner needs no telling */
#define EVERY_MS 150

/* Keys that are pressed meanwhile would be meant for what comes after: they are let go. */
static bool stopped(struct desk *d)
{
	struct input in;

	for (int i = 0; i < 64; i++) {
		if (d->term->next(d->term, 0, &in) != OK || in.kind == INPUT_TICK)
			return false;
		if (in.kind == INPUT_HANGUP ||
		    (in.kind == INPUT_KEY && text_equal(in.key, "Ctrl-C")))
			return true;
	}
	return false;
}

static bool tick(void *ctx, int64_t done, int64_t total)
{
	struct desk_progress *p = ctx;
	int64_t now = clock_boot_ms();

	if (now - p->began_ms < FIRST_MS || now - p->drawn_ms < EVERY_MS)
		return true;
	if (p->drawn_ms != 0)
		p->desk->message_n--; /* each in the place of the one before */
	p->drawn_ms = now;
	if (total > 0)
		desk_say(p->desk, _("%s: %lld of %lld. Ctrl-C stops it, and changes nothing."),
		         p->what, (long long)done, (long long)total);
	else
		desk_say(p->desk, _("%s: %lld. Ctrl-C stops it, and changes nothing."), p->what,
		         (long long)done);
	desk_paint(p->desk);
	return !stopped(p->desk);
}

struct progress desk_progress(struct desk_progress *p, struct desk *d, const char *what)
{
	*p = (struct desk_progress){ .desk = d, .what = what, .began_ms = clock_boot_ms() };
	return (struct progress){ d->term ? tick : NULL, p };
}
