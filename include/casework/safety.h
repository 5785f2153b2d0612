#ifndef CASEWORK_SAFETY_H
#define CASEWORK_SAFETY_H

#include "casework/session.h"
#include "model/safety_note.h"

/*
 * Worried about somebody's safety. Whoever works here may pass on a worry. What it says
 * is for whoever raised it, the safety lead, the deputy and coordinators; it is never printed, never
 * exported, and on the timeline only the two words "safety note".
 */

/*
 * Pass one on. Of n only person, about, who, words, did, told_when, told_said and
 * without_consent_because are looked at. E_INVALID with what is missing in *problems (belongs to a).
 */
MUST_USE enum status casework_worry_about_safety(struct session *s, const struct safety_note *n,
                                                 struct arena *a, struct problems *problems,
                                                 struct safety_note_id *ret);

/* One of them as a list shows it. Strings belong to the arena it was asked for with. */
struct safety_item {
	struct safety_note_id id;
	struct person_id person; /* 0: no record here, or not for this account */
	const char *when;        /* "09:06", "Fri 20 Nov 14:10" */
	const char *who;         /* "Carter, Jane 1981", as it was written, or "somebody" */
	const char *what;  /* "hurt or frightened"; "a worry about safety" to who may not read it */
	const char *state; /* "Ann Reid has seen it", "not seen yet" */
	bool seen;
	bool late;     /* not seen for two hours */
	bool readable; /* may be opened by this account */
};

struct safety_item_list {
	size_t n;
	struct safety_item *at;
};

/* The open ones that this account may read, the longest waiting first. */
MUST_USE enum status casework_safety_notes(struct session *s, struct arena *a,
                                           struct safety_item_list *ret);

/*
 * What stands above all else on this account's Today: of the lead and the deputy every open one, of
 * others those they raised; those that nobody has seen for two hours on every link worker's and
 * coordinator's.
 */
MUST_USE enum status casework_safety_today(struct session *s, struct arena *a,
                                           struct safety_item_list *ret);

/* All of one. Reading it is on record. E_DENIED: not for this account. Strings belong to a. */
struct safety_record {
	struct safety_note note;
	struct safety_item item;
	const char *raised; /* "Mon 23 Nov 09:06, Priya Shah" */
	const char *seen;   /* "Mon 23 Nov, Ann Reid"; "" */
	const char *done;   /* "Mon 23 Nov: rang her GP"; "" */
	bool answerable;    /* this account may write *seen* and what was done */
};
MUST_USE enum status casework_safety_note(struct session *s, struct safety_note_id id,
                                          struct arena *a, struct safety_record *ret);

/*
 * Write that it was seen; write what was done, which ends it. By the safety lead or the deputy, never
 * by whoever raised it: E_DENIED. E_CONFLICT: it was seen, or ended, before. E_INVALID: no words.
 */
MUST_USE enum status casework_safety_seen(struct session *s, struct safety_note_id id);
MUST_USE enum status casework_safety_done(struct session *s, struct safety_note_id id,
                                          const char *done);

#endif
