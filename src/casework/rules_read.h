#ifndef CASEWORK_RULES_READ_H
#define CASEWORK_RULES_READ_H

#include "casework/session.h"

/*
 * The rules and days off that hold here, into s->rules and s->holidays, where the nation's holidays
 * stand already. With the settings; again whenever they may have changed.
 */
MUST_USE enum status session_read_rules(struct session *s);
/* After one's own change of them: the nation's holidays and all. */
MUST_USE enum status session_read_rules_again(struct session *s);

#endif
