#ifndef MODEL_CHASE_H
#define MODEL_CHASE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "model/holidays.h"
#include "model/ladder.h"
#include "model/signpost.h"

#include <stdbool.h>

/*
 * The try-again ladder of a signpost: what comes next until it is known how it went. A service that
 * knows of the person is asked, by telephone and then in writing; then the person is asked, who is the
 * only one to be asked where nobody was told of them, or where they took their yes back; and what
 * nobody can say is ended as not found out. How often and how far apart is data:
 * data/rules/try-again.tsv, ladder service.
 */
#define CHASE_STEPS(X)                                                         \
	X(CHASE_ASK, "service.ask")                                            \
	X(CHASE_WRITE, "service.write")                                        \
	X(CHASE_TOUCH, "service.touch")       /* the person: did they call? */ \
	X(CHASE_ASK_PERSON, "service.person") /* and: did they help? */        \
	X(CHASE_END, "service.end")
#define CHASE_ENUM(symbol, rule) symbol,
enum chase_step { CHASE_NONE, CHASE_STEPS(CHASE_ENUM) };

/* The rule that a reminder of that step carries, "" for none; and the step of a rule. */
const char *chase_rule(enum chase_step step);
enum chase_step chase_step_of(const char *rule);

/* How often each is asked, and the working days since the one before. */
struct chase_rules {
	int asks, between;
	int writes, before_write;
	int persons, before_person;
	int before_end;
	int hour[LADDER_HOURS_MOST]; /* when each part of the day begins, a minute, ascending */
	int hours;
};
struct chase_rules chase_rules(void);
/* The same by a service's own text; clew's where it has none (at NULL) or is not in order. */
struct chase_rules chase_rules_of(struct str text);

/* The same from any text of that format; as ladder_rules_read(). */
MUST_USE enum status chase_rules_read(struct str text, struct arena *a, struct chase_rules *ret,
                                      const char **fault);

/* Who was asked since there was last any news, and did not say. */
struct chased {
	int asked, written, persons;
	int last_minute; /* of the newest call; MINUTE_NONE: not known, or none */
};
struct chased chase_count(const struct signpost_step_list *steps);
/* "asked twice, written to once, no answer"; "" when nobody was asked. Belongs to a. */
const char *chased_text(const struct chased *n, struct arena *a);

/* What the ladder looks at. */
struct chase_from {
	struct str rules; /* as in chase_rules_of() */
	const struct signpost *signpost;
	const struct signpost_step_list *steps;
	const char *service;      /* its name */
	const char *pronouns;     /* of the person: "she/her", "" */
	bool has_phone, has_post; /* a number; an e-mail or post address */
	bool consent;             /* referred: their yes still stands */
	bool may_ask_person;      /* in some way that is safe */
	int first_days;           /* working days until it is first asked about */
	day today;
	const struct holidays *holidays;
};

struct chase {
	enum chase_step step;
	int nth;          /* which time it will be */
	day on;           /* a working day; DAY_NONE with CHASE_NONE */
	const char *what; /* "Ask Citizens Advice a 2nd time, after 13: has she been seen?" */
};

/* Does the service know of the person, so that it may be asked about them? */
bool chase_may_ask(const struct chase_from *from);

/* step is CHASE_NONE, what "" where it has ended. Strings belong to a. */
void chase_next(const struct chase_from *from, struct arena *a, struct chase *ret);

#endif
