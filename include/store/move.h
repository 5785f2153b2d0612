#ifndef STORE_MOVE_H
#define STORE_MOVE_H

#include "base/day.h"
#include "base/status.h"

#include <stdint.h>

struct store;

/*
 * Move a demonstration in time, so that what happened on the day from now happens on the day to.
 * History moves by whole weeks, so that visits stay on weekdays; what is still open (reminders,
 * messages, those not yet spoken to) moves by exactly as many days, so that it is as late as it was.
 * Its events are taken out: their chain is about days that never were. E_DENIED for a file that is
 * no demonstration.
 */
MUST_USE enum status store_move_days(struct store *st, day from, day to);

/*
 * The first person added from now on is that number, within a change, before there is anybody. A
 * service has a history: its pictures name people by references that are not its first ones.
 * E_DENIED as above.
 */
MUST_USE enum status store_number_people(struct store *st, int64_t first);

#endif
