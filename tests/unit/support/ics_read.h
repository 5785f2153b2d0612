#ifndef SUPPORT_ICS_READ_H
#define SUPPORT_ICS_READ_H

#include "base/arena.h"
#include "base/str.h"

/*
 * A strict reader of RFC 5545, for what we write: lines end in CR LF and have at most 75 octets, none of
 * them control characters; each unfolded line is UTF-8, a name, parameters and a value; parts end in the
 * order in which they began; what an event and a calendar must have is there once; days and times exist;
 * a zone that is named is described. Text is unescaped.
 */
struct ics_entry {
	const char *uid, *stamp, *start, *parameters, *duration, *sequence, *status, *summary,
		*class, *transparent; /* NULL: not there */
};

struct ics_entries {
	size_t n;
	struct ics_entry *at;
	const char *fault; /* NULL: it keeps to the rules; belongs to a */
};

struct ics_entries ics_read(struct str text, struct arena *a);

#endif
