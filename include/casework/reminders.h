#ifndef CASEWORK_REMINDERS_H
#define CASEWORK_REMINDERS_H

#include "casework/session.h"
#include "model/reminder.h"
#include "model/signpost.h"

/*
 * What is to be done by a day. All return OK, E_DENIED, E_NOT_FOUND, E_CONFLICT (somebody changed it
 * since, or it is done already), E_INVALID, E_BUSY or E_STORE; session_fault() has the sentence.
 */

/*
 * Set one. r begins as a copy of reminder_blank; what and due_on are needed. worker 0 is whoever is
 * on duty; who made it, when, and that it is open are filled in here. E_INVALID: nothing in what, or
 * no such day; or the person died or asked us to stop, when it would have us reach them.
 */
MUST_USE enum status casework_remind(struct session *s, const struct reminder *r,
                                     struct reminder_id *ret);

/*
 * It is done. helped is for a check-back on a signpost, which is then brought up to date: yes,
 * partly and no end it; not known sets another check-back. What comes again is set again in the same
 * change. The day of either comes in *again (DAY_NONE otherwise).
 */
struct reminder_outcome {
	const char *words; /* what came of it; may be empty */
	enum helped helped;
};
MUST_USE enum status casework_complete_reminder(struct session *s, struct reminder_id id,
                                                const struct reminder_outcome *how, day *again);

/*
 * Another day. A reason is needed from the second time on: E_INVALID without. E_CONFLICT when it is no
 * longer as it was shown: a day that somebody else has set meanwhile stands.
 */
struct reminder_move {
	int64_t ver; /* of the reminder that was shown */
	day on;
	int minute; /* or MINUTE_NONE */
	const char *reason;
};
MUST_USE enum status casework_move_reminder(struct session *s, struct reminder_id id,
                                            const struct reminder_move *to);

/*
 * Another day for many that can wait, as one change: all of them, or none when one was changed since it
 * was shown (E_CONFLICT) or may not be moved. E_INVALID: the day is not after today, or no reason.
 */
struct reminder_ref {
	struct reminder_id id;
	int64_t ver; /* as it was shown */
};
struct reminders_move {
	const struct reminder_ref *at;
	size_t n;
	day on;
	const char *reason;
};
MUST_USE enum status casework_move_reminders(struct session *s, const struct reminders_move *what);

/* Not to be done after all. A reason is needed. */
MUST_USE enum status casework_drop_reminder(struct session *s, struct reminder_id id,
                                            const char *reason);

/* Agreed with the person not to be in touch until that day; whose: "her wish", "". */
MUST_USE enum status casework_agree_quiet(struct session *s, struct person_id id, day until,
                                          const char *whose);

/* One with what is shown beside it. Strings belong to a. */
struct agenda_row {
	struct reminder reminder;
	const char *name;   /* "Carter, Jane", with a year where it is needed; the service's; "" */
	const char *called; /* the same with the year whenever it is known: to ask about them */
	const char *worker; /* login, "" for whoever is on duty */
	bool hidden; /* restricted to others: the name is the reference, and no words stand */
};

struct agenda {
	size_t n;
	struct agenda_row *at;
};

/*
 * All open ones, the longest overdue first. worker { 0 }: everybody's; one's own come with those that
 * one sees to while colleagues are away.
 */
MUST_USE enum status casework_agenda(struct session *s, struct account_id worker, struct arena *a,
                                     struct agenda *ret);
/* Only those of colleagues who are away, that one sees to. */
MUST_USE enum status casework_agenda_covered(struct session *s, struct arena *a,
                                             struct agenda *ret);
MUST_USE enum status casework_reminder(struct session *s, struct reminder_id id, struct arena *a,
                                       struct agenda_row *ret);

#endif
