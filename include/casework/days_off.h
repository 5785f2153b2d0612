#ifndef CASEWORK_DAYS_OFF_H
#define CASEWORK_DAYS_OFF_H

#include "casework/reminders.h"
#include "casework/session.h"
#include "model/day_off.h"

/*
 * Days off that the nation's calendar does not have: a one-off holiday, a day the service is shut. They
 * count as holidays do, everywhere. All return OK, E_DENIED, E_INVALID, E_NOT_FOUND, E_EXISTS, E_BUSY or
 * E_STORE; session_fault() has the sentence.
 */

/* The service's own, by day. */
MUST_USE enum status casework_days_off(struct session *s, struct arena *a,
                                       struct day_off_list *ret);

/*
 * A day without a name, that has gone, or is none is E_INVALID; one that is a holiday or day off already
 * E_EXISTS. What is due on it stays where it is: casework_due_on_day() lists that.
 */
MUST_USE enum status casework_add_day_off(struct session *s, day on, const char *name);
MUST_USE enum status casework_drop_day_off(struct session *s, day on);

/*
 * Everybody's open reminders that fall on that day, by time. What casework_move_off() leaves where it is
 * has row->reminder.to_person or a time: somebody was promised it, and is asked first.
 */
MUST_USE enum status casework_due_on_day(struct session *s, day on, struct arena *a,
                                         struct agenda *ret);
bool reminder_is_promised(const struct reminder *r);

/*
 * All of those but the promised ones to the next working day, in one change. *to: which day; *moved: how
 * many. E_INVALID when that day is a working day.
 */
MUST_USE enum status casework_move_off(struct session *s, day on, day *to, size_t *moved);

#endif
