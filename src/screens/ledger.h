#ifndef SCREENS_LEDGER_H
#define SCREENS_LEDGER_H

#include "casework/ledger.h"

/* What a digit of the ledger says: 1 is the first. SIGNPOST_CHANGED_MIND may be cancelled too. */
#define LEDGER_ANSWERS 9
struct ledger_answer {
	enum signpost_status status;
	const char *label;
};
extern const struct ledger_answer ledger_answers[LEDGER_ANSWERS];

#endif
