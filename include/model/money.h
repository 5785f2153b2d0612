#ifndef MODEL_MONEY_H
#define MODEL_MONEY_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

/* Sums are whole pence; NUMBER_NONE is not known. */

#define MONEY_KINDS(X)                                                 \
	X(MONEY_BENEFIT, "benefit", "benefit")                         \
	X(MONEY_GRANT, "grant", "grant")                               \
	X(MONEY_DEBT, "debt", "debt written off")                      \
	X(MONEY_COST, "cost", "cost saved")                            \
	X(MONEY_PERSONAL_BUDGET, "personal_budget", "personal budget") \
	X(MONEY_DIRECT_PAYMENT, "direct_payment", "direct payment")
enum money_kind { MONEY_KIND_NONE, MONEY_KINDS(WORD_ENUM) };
extern const struct words money_kinds;

#define MONEY_STATES(X)                                    \
	X(MONEY_SOUGHT, "sought", "to be asked for")       \
	X(MONEY_APPLIED, "applied", "asked for")           \
	X(MONEY_AWARDED, "awarded", "awarded")             \
	X(MONEY_REFUSED, "refused", "refused")             \
	X(MONEY_ASKED_AGAIN, "asked_again", "asked again") \
	X(MONEY_ENDED, "ended", "was awarded, and has ended")
enum money_state { MONEY_STATE_NONE, MONEY_STATES(WORD_ENUM) };
extern const struct words money_states;

#define MONEY_PERS(X)                                    \
	X(PER_ONCE, "once", "once")                      \
	X(PER_WEEK, "week", "a week")                    \
	X(PER_FOUR_WEEKS, "four_weeks", "every 4 weeks") \
	X(PER_MONTH, "month", "a month")                 \
	X(PER_YEAR, "year", "a year")
enum money_per { MONEY_PER_NONE, MONEY_PERS(WORD_ENUM) };
extern const struct words money_pers;

/* Money that an action is about. What becomes of it does not change the plan. */
struct money {
	struct money_id id;
	int64_t ver;
	struct person_id person;
	struct action_id action; /* of the newest version; 0: none */
	enum money_kind kind;
	const char *what; /* code of words/benefits.tsv, or in words; never empty */
	enum money_state state;
	day applied_on;
	day decided_on;
	int64_t sought; /* each per */
	int64_t amount; /* awarded, written off or saved: each per */
	enum money_per per;
	int64_t back_dated; /* once, beside the amount */
	day from_on;
	day ends_on;
	const char *pays_for; /* of a budget or direct payment */
	day review_on;
	const char *note;
	int64_t worth; /* money_worth() of it, kept for sums */
	day noted_on;
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct money money_blank;

struct money_list {
	size_t n;
	struct money *at;
};

/* The largest sum that is taken for one: a million pounds. */
#define MONEY_MOST INT64_C(100000000)

/*
 * What it is worth in its first year, in pence: an amount a week 52 times, every four weeks 13, a
 * month 12, a year or once as it is, and what was back-dated. 0 unless it was awarded (also when it
 * has ended since: what a year brought does not change afterwards), and of a personal budget or
 * direct payment: that pays for care and is no gain.
 */
int64_t money_worth(const struct money *m);

/* The same where it was decided from .. until, both included; else 0. */
int64_t money_gained(const struct money *m, day from, day until);

/* Still to be decided, or running. */
bool money_open(const struct money *m);

/* The kind of money for care: no gain, and gone over again. */
bool money_for_care(enum money_kind kind);

/*
 * "£1,234.50", "1234.5", "1,234": whole pence in *ret, 0 to MONEY_MOST. False when it is no such sum:
 * more than two places, a comma elsewhere than before three digits, a minus.
 */
bool pence_parse(struct str text, int64_t *ret);
/* "£1,234.50", "£300"; "" of NUMBER_NONE. Belongs to a. */
const char *pence_text(int64_t pence, struct arena *a);

/* "Personal Independence Payment (PIP)", "money for the boiler". Belongs to a. */
const char *money_name(const struct money *m, struct arena *a);
/*
 * On one line: "Personal Independence Payment (PIP): awarded, £434.60 every 4 weeks, £900 back-dated".
 * Belongs to a.
 */
const char *money_text(const struct money *m, day today, struct arena *a);

/*
 * What all of somebody's comes to, on one line: "£4,212 a year gained · £350 once · £1,100 back-dated ·
 * 1 asked for"; the sums together are what money_worth() says of each. "" when there is nothing to say.
 * Belongs to a.
 */
const char *money_sums_text(const struct money_list *list, struct arena *a);

#endif
