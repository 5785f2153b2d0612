#ifndef CASEWORK_OP_H
#define CASEWORK_OP_H

#include "base/status.h"
#include "model/access.h"
#include "model/ids.h"

#include <stdbool.h>

/*
 * Who may do what, as data: operation × role × how the account stands to the person. Each public
 * casework_*() names exactly one of these operations. Roles are a set: the best answer of any of
 * them counts. Source: the table "Roles and permissions" of the design's trust model, and care rules
 * 1, 8, 15, 37.
 *
 * A cell is four letters: of one's own people (and of what is about nobody), of those given to one
 * for a time, of a colleague's, of a restricted record.
 *
 *	y  may
 *	q  with a reason, one key (setting team: open makes it y, closed makes it g)
 *	g  opened anyway: a reason in words and the passphrase, for an hour, and a coordinator is told
 *	f  with a fresh passphrase
 *	d  when a second person agrees, both with a fresh passphrase
 *	p  may only propose it to somebody who may
 *	-  may not
 *
 * A volunteer's cell may have a fifth letter: what may be done at the Desk without a name (ROLE_DESK).
 * Where it has none, nobody may without one.
 *
 * X(symbol, volunteer, link worker, coordinator, auditor, "what it is, after *may not*")
 */
#define MAY_NOT      "----"
#define MAY          "yyyy"
#define MAY_NAMELESS "yyyyy"
#define MAY_GIVEN    "yy--" /* their own, and whom they were given today */
#define MAY_TEAM     "yyqg" /* a colleague's with a reason, a restricted one anyway */
#define MAY_ANYBODY  "yyyg" /* everybody's but the restricted */
#define MAY_FRESH    "ffff"
#define MAY_TOGETHER "dddd"
#define MAY_PROPOSE  "pppp"

// clang-format off
#define CASEWORK_OPS(X) \
	/* people */ \
	X(OP_FIND_PEOPLE, MAY, MAY, MAY, MAY_NOT, "search for people") \
	X(OP_OPEN_PERSON, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "open a person's record") \
	X(OP_OPEN_CONTACT_DETAILS, MAY_GIVEN, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "see how somebody may be reached") \
	X(OP_RECEIVE_REFERRAL, MAY_GIVEN, MAY, MAY, MAY_NOT, "take in a referral") \
	X(OP_CHANGE_PERSON, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "change a person's details") \
	X(OP_MERGE, MAY_NOT, "yy--", "fff-", MAY_NOT, "make one record of two") \
	X(OP_MOVE_ENTRY, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "move an entry to another record") \
	X(OP_SEE_WISHES, MAY_NOT, "yy--", MAY_TEAM, MAY_NOT, "see what somebody wishes") \
	X(OP_SET_WISHES, MAY_NOT, "yy--", MAY_TEAM, MAY_NOT, "write down what somebody wishes") \
	X(OP_SNIPPETS, MAY, MAY, MAY, MAY_NOT, "keep words that are written often") \
	X(OP_SHARE_SNIPPETS, MAY_NOT, MAY_NOT, MAY, MAY_NOT, "keep such words for everybody") \
	X(OP_RECORD_CONTACT, MAY_GIVEN, MAY_TEAM, MAY_TEAM, MAY_NOT, "record a contact") \
	X(OP_CLOSE_REFERRAL, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "close somebody's time with us") \
	X(OP_CHANGE_TIME, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "change somebody's time with us") \
	X(OP_SAY_WHAT_HAPPENED, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "record what has happened") \
	X(OP_WORRY_ABOUT_SAFETY, MAY_NAMELESS, MAY, MAY, MAY, "pass on a worry about safety") \
	X(OP_HANDLE_SAFETY, MAY, MAY, MAY, MAY, "answer a worry about safety") \
	X(OP_TAKE_MESSAGE, MAY_NAMELESS, MAY, MAY, MAY, "take a message") \
	/* assessment, plan */ \
	X(OP_ASSESS, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "assess") \
	X(OP_PLAN, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "make a plan") \
	X(OP_PRINT_PLAN, MAY_NOT, MAY_TEAM, "ffqg", MAY_NOT, "hand out a paper of somebody's") \
	/* what they agree to, and what leaves */ \
	X(OP_RECORD_CONSENT, MAY_NOT, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "record what somebody agrees to") \
	X(OP_SEE_PURPOSES, MAY_NOT, MAY, MAY, MAY, "see why details are used") \
	X(OP_SETTLE_PURPOSES, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "settle why details are used") \
	/* services */ \
	X(OP_SEE_SERVICES, MAY_NAMELESS, MAY, MAY, MAY, "look at the directory") \
	X(OP_KEEP_FAVOURITE, MAY, MAY, MAY, MAY_NOT, "keep a favourite of the directory") \
	X(OP_CHANGE_SERVICE, MAY, MAY, MAY, MAY_NOT, "say what is wrong with an entry of the directory") \
	X(OP_EDIT_SERVICE, MAY_PROPOSE, MAY, MAY, MAY_NOT, "write an entry of the directory") \
	X(OP_NOTE_ON_SERVICE, MAY_NOT, MAY, MAY, MAY_NOT, "write a note on a service") \
	X(OP_SEE_ENTRY_HISTORY, MAY_NOT, MAY, MAY, MAY_NOT, "see who changed an entry of the directory") \
	X(OP_SIGNPOST, MAY_GIVEN, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "tell somebody about a service") \
	X(OP_REFER, MAY_NOT, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "refer somebody to a service") \
	X(OP_NOTE_UNMET_NEED, MAY_NOT, MAY_TEAM, MAY_TEAM, MAY_NOT, "record that nothing fits") \
	X(OP_PRINT_SHEET, MAY_NAMELESS, MAY, MAY, MAY, "print a sheet without a name") \
	/* the desk */ \
	X(OP_ENQUIRE, MAY_NAMELESS, MAY, MAY, MAY_NOT, "note an enquiry") \
	X(OP_MEET_VISITOR, MAY, MAY, MAY, MAY_NOT, "see who is here for a worker") \
	X(OP_SEE_SHIFT, MAY, MAY, MAY, MAY_NOT, "see a list for the day") \
	X(OP_GIVE_SHIFT, MAY_NOT, "yy--", MAY_ANYBODY, MAY_NOT, "put somebody on a list for the day") \
	X(OP_MEND_REACH, MAY_GIVEN, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "mend an address or a number") \
	X(OP_OPEN_DESK, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "put on the Desk without a name") \
	/* time */ \
	X(OP_SEE_REMINDERS, MAY, MAY, MAY, MAY_NOT, "see reminders") \
	X(OP_REMIND, MAY_GIVEN, MAY_TEAM, MAY_ANYBODY, MAY_NOT, "set or complete a reminder") \
	X(OP_SEE_TODAY, MAY, MAY, MAY, MAY, "see Today") \
	X(OP_SEE_CASELOAD, MAY_NOT, MAY, MAY, MAY_NOT, "see a caseload") \
	X(OP_SAVE_VIEW, MAY_NOT, MAY, MAY, MAY_NOT, "keep a view of the caseload") \
	X(OP_MOVE_CASES, MAY_NOT, "yy--", MAY, MAY_NOT, "hand over people") \
	X(OP_COVER, MAY_NOT, MAY, MAY, MAY_NOT, "arrange who covers for whom") \
	X(OP_SEE_SINCE, MAY, MAY, MAY, MAY, "see what changed since they were last here") \
	X(OP_LEAVE_NOTE, MAY, MAY, MAY, MAY, "leave a note") \
	X(OP_READ_UNFINISHED, MAY_NOT, "yy--", MAY_ANYBODY, MAY_NOT, "read what a colleague left unfinished") \
	X(OP_SEE_LEAVER, MAY_NOT, MAY_NOT, MAY, MAY_NOT, "see what an account leaves behind") \
	/* in and out */ \
	X(OP_IMPORT_PEOPLE, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "import people") \
	X(OP_IMPORT_SERVICES, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "import services") \
	X(OP_EXPORT, MAY_NOT, MAY_FRESH, MAY_FRESH, MAY_NOT, "export") \
	/* one's own work */ \
	X(OP_UNDO, MAY, MAY, MAY, MAY, "undo") \
	X(OP_KEEP_DRAFT, MAY_NAMELESS, MAY, MAY, MAY, "keep a draft") \
	X(OP_THROW_AWAY_DRAFT, MAY, MAY, MAY, MAY, "throw away what is unfinished") \
	X(OP_BE_HERE, MAY, MAY, MAY, MAY, "be seen at work") \
	X(OP_SEE_WHO_CHANGED, MAY, MAY, MAY, MAY, "see who changed what one has open") \
	/* who may, and who did */ \
	X(OP_SEE_ACCOUNTS, MAY_NAMELESS, MAY, MAY, MAY, "see who works here") \
	X(OP_LIST_ACCOUNTS, MAY_NOT, MAY_NOT, MAY, MAY, "see the accounts") \
	X(OP_ACCOUNTS, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "change accounts") \
	X(OP_GIVE_ROLE, MAY_NOT, MAY_NOT, MAY_TOGETHER, MAY_NOT, "make somebody coordinator or auditor") \
	X(OP_CHANGE_PASSPHRASE, MAY_FRESH, MAY_FRESH, MAY_FRESH, MAY_FRESH, "change their passphrase") \
	X(OP_GIVE_REASON, MAY_NOT, "yyy-", "yyy-", MAY_NOT, "open a colleague's person with a reason") \
	X(OP_OPEN_ANYWAY, MAY_NOT, MAY_FRESH, MAY_FRESH, MAY_NOT, "open a restricted record") \
	X(OP_REVIEW_ANYWAY, MAY_NOT, MAY_NOT, MAY, MAY, "look at what was opened anyway") \
	X(OP_RESTRICT, MAY_PROPOSE, "yy--", MAY, MAY_NOT, "restrict a record") \
	X(OP_UNRESTRICT, MAY_NOT, "ff--", "fffd", MAY_NOT, "lift a restriction") \
	X(OP_SEE_NAMED, MAY_GIVEN, "yy--", MAY, MAY, "see who is named for a restricted record") \
	X(OP_NAME, MAY_NOT, "ff--", MAY_FRESH, MAY_NOT, "change who is named for a restricted record") \
	X(OP_ASK_APPROVAL, MAY, MAY, MAY, MAY_NOT, "ask for somebody to agree") \
	X(OP_SEE_APPROVALS, MAY, MAY, MAY, MAY, "see what waits for somebody to agree") \
	X(OP_ANSWER_APPROVAL, MAY_NOT, MAY_FRESH, MAY_FRESH, MAY_FRESH, "answer what somebody asked for") \
	X(OP_PROVE, MAY, MAY, MAY, MAY, "give the passphrase again") \
	X(OP_SEE_LOOKS, MAY_NOT, "yy--", MAY, MAY, "see who looked") \
	X(OP_SEE_OWN_LOG, MAY, MAY, MAY, MAY, "see what they did themselves") \
	X(OP_SEE_LOG, MAY_NOT, MAY_NOT, MAY, MAY, "see the record of changes") \
	X(OP_SEE_HEADS, MAY_NOT, MAY_NOT, MAY, MAY, "see the end of the record of changes") \
	X(OP_TAKE_CHECKPOINT, MAY_NOT, MAY_NOT, MAY, MAY, "note the end of the record of changes") \
	X(OP_VERIFY, MAY_NOT, MAY_NOT, MAY, MAY, "check the record of changes") \
	X(OP_LOCK, MAY, MAY, MAY, MAY, "lock") \
	X(OP_SEE_SETTINGS, MAY_NOT, MAY, MAY, MAY, "see the settings") \
	X(OP_SETTINGS, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "change the settings") \
	X(OP_SEE_LISTS, MAY_NOT, MAY, MAY, MAY, "see the lists people are assessed by") \
	X(OP_LOAD_LIST, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "change the lists people are assessed by") \
	X(OP_SEE_RULES, MAY_NOT, MAY, MAY, MAY, "see the rules that hold here") \
	X(OP_LOAD_RULES, MAY_NOT, MAY_NOT, MAY_FRESH, MAY_NOT, "change the rules that hold here") \
	X(OP_SEE_DAYS_OFF, MAY_NOT, MAY, MAY, MAY, "see the days off") \
	X(OP_DAYS_OFF, MAY_NOT, MAY_NOT, MAY, MAY_NOT, "change the days off") \
	X(OP_CHECK, MAY, MAY, MAY, MAY, "check the file")
// clang-format on

#define OP_SYMBOL(symbol, volunteer, link_worker, coordinator, auditor, what) symbol,
enum op { CASEWORK_OPS(OP_SYMBOL) OP_COUNT };

/* What a cell means, the freest first: of several roles the lowest counts. */
enum permit {
	PERMIT_FREELY,
	PERMIT_WITH_REASON,
	PERMIT_WITH_PROOF,
	PERMIT_ANYWAY,
	PERMIT_TOGETHER,
	PERMIT_TO_PROPOSE,
	PERMIT_DENIED,
};

/* setting team: what opening a colleague's person takes. */
enum team { TEAM_REASON, TEAM_OPEN, TEAM_CLOSED };

/* The table, pure: roles as ROLE_ bits. */
enum permit op_permit(enum op op, unsigned roles, enum standing standing, enum team team);
/* "open a person's record" */
const char *op_what(enum op op);
/* "OP_OPEN_PERSON" as it is kept in an approval: "open_person". The string is static. */
const char *op_word(enum op op);

/*
 * What stood in the way of the last act that was refused, for a screen to ask for and then try again.
 * It stands as long as the sentence of the refusal: until the next casework_may*() or failure.
 */
struct demand {
	enum permit
		permit; /* WITH_REASON, WITH_PROOF, ANYWAY, TOGETHER or TO_PROPOSE; FREELY: nothing */
	enum op op;
	struct person_id person;
};

struct session;

/*
 * OK, or E_DENIED with its sentence in the session, and in s->demand what would make it possible. A
 * fresh passphrase is looked for here; a second person is not: acts that take two are asked for by
 * casework/approvals.h.
 */
MUST_USE enum status casework_may(struct session *s, enum op op);
/* The same for a person's record: how the account stands to them is looked up. E_STORE, E_NOT_FOUND. */
MUST_USE enum status casework_may_about(struct session *s, enum op op, struct person_id person);

/* Whether a role may at all, whatever else it takes: for offering only what will be allowed. */
bool session_may(const struct session *s, enum op op);
/* The same for one person: false when no reason, proof or second person would help. */
bool session_may_about(struct session *s, enum op op, struct person_id person);

#endif
