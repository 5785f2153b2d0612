#ifndef SCREENS_OPEN_REMINDER_H
#define SCREENS_OPEN_REMINDER_H

#include "desk.h"

#include "model/reminder.h"

/*
 * Enter on a reminder, from Today and among the reminders: whom or which service it is about; where
 * a service is gone, the picker already on the concern it was for; where it is asked how a
 * signpost went, its ledger; behind the last try, the next step
 * of the ladder.
 */
enum outcome open_reminder(struct screen *s, const struct reminder *r);

/*
 * s on one that a service was given for: the picker on the concern it was for. PASS: nothing was given,
 * and s means what it means everywhere.
 */
enum outcome open_picker_again(struct screen *s, const struct reminder *r);

#endif
