#include "casework/session.h"

#include "looked.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/change.h"
#include "store/store.h"

#define STEP_SECONDS 60 /* less than that is a clock being kept right */

/* "3 days", "2 h 05 min", "4 min". */
static const char *how_much(int64_t seconds, struct arena *a)
{
	long long minutes = (long long)(seconds < 0 ? -seconds : seconds) / 60;

	if (minutes >= INT64_C(2) * 24 * 60)
		return arena_printf(a, _("%lld days"), minutes / (INT64_C(24) * 60));
	if (minutes >= 60)
		return arena_printf(a, _("%lld h %02lld min"), minutes / 60, minutes % 60);
	return arena_printf(a, _("%lld min"), minutes);
}

const char *session_clock_text(const struct session *s, struct arena *a)
{
	if (s->clock_set == 0)
		return "";
	return arena_printf(
		a,
		s->clock_set < 0
			? _("The clock of this computer was put back by %s. It is on record.")
			: _("The clock of this computer was put on by %s. It is on record."),
		how_much(s->clock_set, a));
}

static void note_step(struct session *s, int64_t step)
{
	struct arena a = { 0 };
	const struct note_event e = {
		.kind = "clock",
		.who = s->account.id,
		.at = s->now,
		.what = arena_printf(&a,
		                     step < 0 ? _("the clock of the computer was put back by %s")
		                              : _("the clock of the computer was put on by %s"),
		                     how_much(step, &a)),
	};

	/* A full disk takes no note of it; work goes on all the same, and it is said. */
	if (s->store && !store_read_only(s->store) && change_note(s->store, &e) != OK)
		s->fault[0] = '\0';
	s->clock_set = step;
	arena_reset(&a);
}

void session_clock(struct session *s, int64_t now, int64_t boot_ms)
{
	int64_t step = now - s->now - (boot_ms - s->boot_ms) / 1000;
	bool running = s->boot_ms != 0 && s->account.id.n != 0;

	s->now = now;
	looked_tick(s);
	s->boot_ms = boot_ms;
	s->minute = clock_minute(now);
	if (!s->fixed_today)
		s->today = clock_day(now);
	if (running && (step >= STEP_SECONDS || step <= -STEP_SECONDS))
		note_step(s, step);
}
