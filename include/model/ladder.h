#ifndef MODEL_LADDER_H
#define MODEL_LADDER_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "model/contact.h"
#include "model/holidays.h"
#include "model/referral.h"

#include <stdbool.h>

/*
 * The try-again ladder: what comes next when somebody could not be reached. Some tries, each on
 * another day and at another hour than the ones before; then a letter, where post is safe, else more
 * tries at other hours in the weeks after; then whoever referred them is asked for a safer way, but of
 * somebody who came by themselves nobody is asked; only then is it said that they cannot be reached,
 * and that asks first about hospital, a move and death.
 * How many, how far apart and at which hours is data: data/rules/try-again.tsv.
 */
#define LADDER_HOURS_MOST 6
#define LADDER_TIMES_MOST 9
#define LADDER_DAYS_MOST  60

struct ladder_rules {
	int tries, next_try;    /* how many, and the working days between them */
	bool letter;            /* one is written where post is safe */
	int other_hours, other; /* more tries where it is not, and the working days between them */
	bool referrer;          /* whoever referred them is asked */
	int letter_days;        /* working days that a letter is given to be answered */
	int hour[LADDER_HOURS_MOST]; /* when each part of the day begins, a minute, ascending */
	int hours;                   /* how many of them, at least 1 */
};

/* The ladder for somebody who was referred like that, as it comes with clew. */
struct ladder_rules ladder_rules(enum urgency how_soon);
/* The same by a service's own text; clew's where it has none (at NULL) or is not in order. */
struct ladder_rules ladder_rules_of(struct str text, enum urgency how_soon);

/*
 * The same from any text of that format. E_INVALID, *ret left alone and *fault (belonging to a) a
 * sentence with the line, when it is not one: a step twice or missing, a word or number that is none.
 */
MUST_USE enum status ladder_rules_read(struct str text, enum urgency how_soon, struct arena *a,
                                       struct ladder_rules *ret, const char **fault);

#define LADDER_STEPS(X)                           \
	X(LADDER_TRY, "ladder.try")               \
	X(LADDER_LETTER, "ladder.letter")         \
	X(LADDER_ASK_REFERRER, "ladder.referrer") \
	X(LADDER_CLOSE, "ladder.close")
#define LADDER_ENUM(symbol, rule) symbol,
enum ladder_step { LADDER_NONE, LADDER_STEPS(LADDER_ENUM) };

/* The rule that a reminder of that step carries; "" for none. */
const char *ladder_rule(enum ladder_step step);

/* What the ladder looks at. */
struct ladder_from {
	const struct contact_list *contacts; /* of the person, the newest first */
	struct str rules;                    /* as in ladder_rules_of() */
	enum urgency how_soon;               /* of their referral */
	bool stopped;                        /* died, or asked us to stop: there is no ladder */
	bool may_ring, may_text, may_write;  /* by the rules of what is safe */
	bool has_number;                     /* one that may be tried is left */
	bool asked_referrer;                 /* for a safer way, and it is answered */
	bool came_by_themselves;             /* referral_by_themselves(): nobody is asked */
	const char *hours; /* when they may be rung, in their words; "" any time */
	day today;
	const struct holidays *holidays; /* NULL: only weekends are known */
};

struct ladder {
	enum ladder_step step;
	int nth;          /* LADDER_TRY: which try it will be */
	day on;           /* a working day */
	int minute;       /* from that minute on, or MINUTE_NONE: any time */
	const char *what; /* "Third try, after 17" */
};

/*
 * Tries since they were last spoken to. A letter is none. Strings of *ret belong to a; step is
 * LADDER_NONE, what "" when nothing is to be tried.
 */
int ladder_tries(const struct contact_list *contacts);
void ladder_next(const struct ladder_from *from, struct arena *a, struct ladder *ret);

/*
 * Which parts of the day those tries fell in: "9 to 12 twice, 12 to 17 once, after 17 never". "" when
 * none of them has an hour. Belongs to a.
 */
const char *ladder_hours_tried(const struct contact_list *contacts,
                               const struct ladder_rules *rules, struct arena *a);

/* Which part of the day a minute belongs to; what is before the first belongs to the first. */
int ladder_hour_of(const struct ladder_rules *rules, int minute);

#endif
