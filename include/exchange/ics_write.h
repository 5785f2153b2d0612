#ifndef EXCHANGE_ICS_WRITE_H
#define EXCHANGE_ICS_WRITE_H

#include "base/buf.h"
#include "base/day.h"

/*
 * A calendar as RFC 5545 has it, for any calendar program to take in: CRLF, lines folded at 75 octets
 * and never inside a character, text escaped. Times are local in the United Kingdom, with both clock
 * changes told in the file. Every entry is private, and shows nobody as busy.
 *
 *	ics_begin(&out, "Reminders");
 *	ics_put(&out, &event);
 *	ics_end(&out);
 */
struct ics_event {
	const char *uid; /* the same for the same thing in every file */
	int64_t now_at;  /* when this is written, UTC seconds */
	day on;
	int minute;     /* local; MINUTE_NONE: that day, any time */
	int sequence;   /* how often it was changed: of two the higher counts */
	bool cancelled; /* it is not to be done any more */
	const char *summary;
};

void ics_begin(struct buf *out, const char *name);
void ics_put(struct buf *out, const struct ics_event *x);
void ics_end(struct buf *out);

#endif
