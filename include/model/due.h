#ifndef MODEL_DUE_H
#define MODEL_DUE_H

#include "base/status.h"
#include "base/word.h"
#include "model/holidays.h"

/*
 * When things fall due. Every day that clew sets or proposes by itself is counted here, by the rules
 * of data/rules/due.tsv or the service's own in place of them: clew-rules(5). Pure: the day to count
 * from is given, the clock is never read. What is due at a time of day is due once the clock on the
 * wall has reached it: clock_at() says which instant that is when the clocks change.
 */
#define DUES(X)                                   \
	X(DUE_FIRST_CONTACT, "first_contact")     \
	X(DUE_CHECK_BACK, "check_back")           \
	X(DUE_AT_ONCE, "at_once")                 \
	X(DUE_ACTION, "action")                   \
	X(DUE_REVIEW, "review")                   \
	X(DUE_GIVE_PLAN, "give_plan")             \
	X(DUE_MONEY_CHASE, "money_chase")         \
	X(DUE_STATUTORY_ASK, "statutory_ask")     \
	X(DUE_STATUTORY_AGAIN, "statutory_again") \
	X(DUE_TELL_THEM, "tell_them")             \
	X(DUE_LETTER_ANSWER, "letter_answer")     \
	X(DUE_SERVICE_CHECK, "service_check")     \
	X(DUE_VETTING, "vetting")                 \
	X(DUE_RETENTION, "retention")             \
	X(DUE_CHANGE_BEHIND, "change_behind")     \
	X(DUE_CHANGE_AHEAD, "change_ahead")
#define DUE_ENUM(symbol, id) symbol,
enum due { DUE_NONE, DUES(DUE_ENUM) DUE_END };

#define DUE_COUNTS(X)                                                    \
	X(DUE_DAYS, "days", "days")                                      \
	X(DUE_ONTO_WORKING, "onto_working", "days, on to a working day") \
	X(DUE_WORKING, "working", "working days")                        \
	X(DUE_MONTHS, "months", "months")                                \
	X(DUE_YEARS, "years", "years")
enum due_count { DUE_COUNT_NONE, DUE_COUNTS(WORD_ENUM) };
extern const struct words due_counts;

#define DUE_AFTER_MOST 3660 /* of any count but years, of which it is 100 */

struct due_rule {
	int after;
	bool setting; /* the number is one of the service's settings */
	enum due_count count;
};

/*
 * So long after from. DUE_WORKING and DUE_ONTO_WORKING give working days by h (NULL: only weekends are
 * known); months and years clamp: 29 February and a year is 28 February. DAY_NONE when from is none.
 */
day due_after(struct due_rule rule, day from, const struct holidays *h);

struct due_rules {
	struct due_rule at[DUE_END]; /* by enum due */
};

/*
 * Those of a file that rule_file_check() finds in order; E_INVALID when it would not. The numbers that
 * are settings are 0: whoever has the settings fills them in.
 */
MUST_USE enum status due_rules_read(struct str text, struct due_rules *ret);

day due_on(const struct due_rules *rules, enum due what, day from, const struct holidays *h);

const char *due_id(enum due what); /* "first_contact"; "" for none */

#endif
