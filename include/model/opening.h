#ifndef MODEL_OPENING_H
#define MODEL_OPENING_H

#include "base/str.h"
#include "model/holidays.h"
#include "model/service_parts.h"

/*
 * When a service is open, in words both ways: what opening_text() shows, opening_parse() reads again
 * as the same. Days go by the calendar and minutes by the local clock, so clock changes need no care.
 *
 *	Mon Wed 9:30–16:00 · weekdays 9am to 5pm · every other Tue 14:00–15:30 · Sat
 *	first and third Fri of the month 10:00–12:00 · last Thu of the month · 15th of the month
 *	Tue 10:00–12:00 from 4 Jan 2027 until 31 Mar 2027 (term time only)
 *
 * The place is whoever's reads the line. False: *why is a sentence that says what was not understood;
 * it belongs to a.
 */
bool opening_parse(struct str line, day today, struct arena *a, struct service_time *ret,
                   const char **why);
const char *opening_text(const struct service_time *x, struct arena *a);

/*
 * The whole of what an entry says in one line of words ("Mon-Fri 9.30am-4pm; Sat 10-12"), n 0 where
 * any of it is not understood: then only a person can tell. Belongs to a.
 */
struct service_time_list opening_read(const char *hours, day today, struct arena *a);

/*
 * "open now until 16:00", "opens 13:00", "opens tomorrow 9:30", "opens Mon 9:30", "open today"; ""
 * where that cannot be told. On a bank holiday: "usually open now until 16:00; it is Boxing Day, ring
 * first". What is every other week, and not said since when, is left out.
 */
struct opening_now {
	day today;
	int minute; /* of the day */
	const struct holidays *holidays;
};
const char *opening_now(const struct service_time_list *times, const struct opening_now *now,
                        struct arena *a);

#endif
