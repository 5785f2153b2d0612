#ifndef CASEWORK_OP_H
#define CASEWORK_OP_H

#include "base/status.h"

#include <stdbool.h>

/*
 * What somebody may do, as data. Each public casework_*() names exactly one of these, and is
 * refused to a role that is not in its row. Roles are a set: having any of them is enough.
 * Source: the table "Roles and permissions" of the design's trust model and care rules 1, 8, 37.
 *
 * X(symbol, roles, "what it is, after *may not*")
 * V volunteer, L link worker, C coordinator, A auditor.
 */
#define CASEWORK_OPS(X, V, L, C, A)                                              \
	X(OP_FIND_PEOPLE, V | L | C, "search for people")                        \
	X(OP_OPEN_PERSON, L | C, "open a person's record")                       \
	X(OP_OPEN_CONTACT_DETAILS, V | L | C, "see how somebody may be reached") \
	X(OP_RECEIVE_REFERRAL, V | L | C, "take in a referral")                  \
	X(OP_CHANGE_PERSON, L | C, "change a person's details")                  \
	X(OP_RECORD_CONTACT, V | L | C, "record a contact")                      \
	X(OP_CLOSE_REFERRAL, L | C, "close somebody's time with us")             \
	X(OP_SAY_WHAT_HAPPENED, L | C, "record what has happened")               \
	X(OP_WORRY_ABOUT_SAFETY, V | L | C | A, "pass on a worry about safety")  \
	X(OP_HANDLE_SAFETY, V | L | C | A, "answer a worry about safety")        \
	X(OP_TAKE_MESSAGE, V | L | C, "take a message")                          \
	X(OP_ASSESS, L | C, "assess")                                            \
	X(OP_PLAN, L | C, "make a plan")                                         \
	X(OP_PRINT_PLAN, L | C, "hand out a plan")                               \
	X(OP_SEE_SERVICES, V | L | C | A, "look at the directory")               \
	X(OP_CHANGE_SERVICE, V | L | C, "change an entry of the directory")      \
	X(OP_SIGNPOST, V | L | C, "tell somebody about a service")               \
	X(OP_REFER, L | C, "refer somebody to a service")                        \
	X(OP_NOTE_UNMET_NEED, L | C, "record that nothing fits")                 \
	X(OP_SEE_REMINDERS, V | L | C, "see reminders")                          \
	X(OP_REMIND, V | L | C, "set or complete a reminder")                    \
	X(OP_SEE_TODAY, V | L | C, "see Today")                                  \
	X(OP_SEE_CASELOAD, L | C, "see a caseload")                              \
	X(OP_MOVE_CASES, L | C, "hand over people")                              \
	X(OP_IMPORT_PEOPLE, C, "import people")                                  \
	X(OP_IMPORT_SERVICES, C, "import services")                              \
	X(OP_EXPORT, L | C, "export")                                            \
	X(OP_UNDO, V | L | C, "undo")                                            \
	X(OP_KEEP_DRAFT, V | L | C | A, "keep a draft")                          \
	X(OP_THROW_AWAY_DRAFT, V | L | C | A, "throw away what is unfinished")   \
	X(OP_SEE_ACCOUNTS, V | L | C | A, "see who works here")                  \
	X(OP_CHECK, V | L | C | A, "check the file")

#define OP_SYMBOL(symbol, roles, what) symbol,
enum op { CASEWORK_OPS(OP_SYMBOL, , , , ) OP_COUNT };

struct session;

/* OK, or E_DENIED with its sentence in the session. */
MUST_USE enum status casework_may(struct session *s, enum op op);
/* The same without a sentence: for offering only what will be allowed. */
bool session_may(const struct session *s, enum op op);

#endif
