#ifndef MODEL_WHEN_H
#define MODEL_WHEN_H

#include "base/clock.h"
#include "model/holidays.h"

/* Which way a day without a year, or a day of the week, is meant. */
enum when_way {
	WHEN_AHEAD, /* reminders, appointments: on or after today */
	WHEN_BACK,  /* what has happened: on or before today */
};

struct when_from {
	day today;
	const struct holidays *holidays; /* NULL: only weekends are known */
	enum when_way way;
};

struct when {
	day on;
	int minute;       /* of the day, or MINUTE_NONE */
	bool after;       /* "mon after 17": from that minute on */
	day working;      /* on itself, or the next working day to offer instead (WHEN_AHEAD) */
	const char *note; /* a sentence worth showing beside the day, or "". Belongs to a. */
};

/*
 * Days as people type them: today, tomorrow, fri, next fri, last fri, fri week, +2w, +3d, +1m,
 * in 6 weeks, 3 days ago, 30/11, 30/11/26, 30 nov, Mon 30 Nov 2026, 2026-11-30; and a time behind
 * it: fri 9:30, mon 2pm, mon after 17. A time alone is today's. A day of the week is never today;
 * "next fri" is Friday of next week.
 *
 * E_INVALID: cannot be understood, or could mean two things; *fault is then one sentence that says
 * so and what to type. It belongs to a.
 */
MUST_USE enum status when_parse(const char *text, const struct when_from *from, struct arena *a,
                                struct when *ret, const char **fault);

/*
 * Birth dates: 12/3/81, 12 Mar 1981, 12.03.1981, 1981-03-12, 120381, 12031981. No words; two-digit
 * years are always in the past. E_INVALID and *fault as above; also for days to come, and for more
 * than 120 years ago.
 */
MUST_USE enum status birth_parse(const char *text, day today, struct arena *a, day *ret,
                                 const char **fault);

/*
 * A day in somebody's file: 2026-11-30, 3/4/81 (the day first), 03-Apr-1981, 12 March 1981, each
 * also with a midnight that spreadsheets put behind it. Two-digit years are the latest that is not
 * ahead of today (WHEN_BACK), or of this century (WHEN_AHEAD). False when it is none of them.
 */
bool csv_day_parse(struct str text, day today, enum when_way way, day *ret);

#endif
