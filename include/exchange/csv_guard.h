#ifndef EXCHANGE_CSV_GUARD_H
#define EXCHANGE_CSV_GUARD_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Text that a spreadsheet would run as a formula gets an apostrophe in front; import takes it off.
 * Risky is what, after any byte order marks, control characters and spaces, begins with one of
 * = + - @ | %. So that nothing is lost, text that really begins with apostrophes and then such a
 * thing gets one more: csv_unguard() of a guarded text is always the text.
 */
bool csv_risky(struct str text); /* would csv_put_text() put an apostrophe in front? */

/* Without the guard; text that has none comes back as it is. A piece of the same bytes. */
struct str csv_unguard(struct str text);

#endif
