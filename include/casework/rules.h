#ifndef CASEWORK_RULES_H
#define CASEWORK_RULES_H

#include "casework/session.h"
#include "model/rule_file.h"

/*
 * The rules that hold here: what follows from what, and when. clew's own, or the service's in place of
 * them: clew-rules(5). All return OK, E_DENIED, E_INVALID, E_NOT_FOUND, E_BUSY or E_STORE;
 * session_fault() has the sentence. Whoever changes them changes what is made and proposed from then on;
 * reminders that are there already stay as they are.
 */
struct rule_row {
	enum rule_file file;
	size_t rules;          /* how many hold */
	bool loaded;           /* the service's own */
	bool strange;          /* its own cannot be read by this clew: clew's hold */
	day loaded_on;         /* DAY_NONE: never */
	const char *loaded_by; /* a login; "" */
	struct str body;       /* of what holds */
};

struct rule_rows {
	size_t n;
	struct rule_row *at;
};

/* Every file, in the order of enum rule_file. */
MUST_USE enum status casework_rules(struct session *s, struct arena *a, struct rule_rows *ret);

/*
 * In place of what holds. *ret: which file it is, told by its columns. E_INVALID with faults (n > 0)
 * when it is not in order: nothing was changed then.
 */
MUST_USE enum status casework_load_rules(struct session *s, struct str body, struct arena *a,
                                         struct rule_faults *faults, enum rule_file *ret);

/* clew's own hold again. E_NOT_FOUND when they do already. */
MUST_USE enum status casework_drop_rules(struct session *s, enum rule_file file);

#endif
