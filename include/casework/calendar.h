#ifndef CASEWORK_CALENDAR_H
#define CASEWORK_CALENDAR_H

#include "casework/session.h"
#include "model/consent.h"

/*
 * Reminders as iCalendar, for the calendar somebody looks at anyway. Each keeps its UID, so that a
 * calendar that took it in before moves it when it was moved here; those that were done or dropped in
 * the last 60 days are there as cancelled.
 *
 * What stands in it: what kind of thing is to be done, on which day. A calendar is copied to telephones
 * and servers, so a reference is as good as a name there: neither is in it unless it is asked for, with
 * who gets it and what for. Words that somebody wrote about a person never are, nor what is safe.
 */
struct calendar_options {
	struct account_id worker; /* { 0 }: the session's own */
	const char *path;         /* a file; NULL: fd */
	bool replace;             /* an existing file; else it is kept */
	int fd;
	const char *to_whom;  /* with names: who gets it */
	enum purpose purpose; /* and what for */
};

struct calendar_done {
	int64_t open, ended;
	int64_t named;    /* people who are named in it */
	int64_t left_out; /* people whose entries stand without a name: they have not agreed */
};

/*
 * Recorded before anything is written. E_EXISTS: a file of that name was kept; E_DENIED, also on a file
 * open for reading only; E_IO, E_BUSY, E_STORE. With names also E_INVALID: to whom, or what for, is not
 * said, or it goes without names; E_CONFLICT: somebody took it back meanwhile.
 */
MUST_USE enum status casework_calendar(struct session *s, const struct calendar_options *o,
                                       struct arena *a, struct calendar_done *ret);
/* Who it is about: "Carter, Jane 1981, CL-000412". For whoever may export, with a fresh passphrase. */
MUST_USE enum status casework_calendar_named(struct session *s, const struct calendar_options *o,
                                             struct arena *a, struct calendar_done *ret);

#endif
