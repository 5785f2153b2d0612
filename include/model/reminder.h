#ifndef MODEL_REMINDER_H
#define MODEL_REMINDER_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/holidays.h"
#include "model/ids.h"

#define REMINDER_KINDS(X)                                                      \
	X(REMINDER_FIRST_CONTACT, "first_contact", "speak for the first time") \
	X(REMINDER_TRY_AGAIN, "try_again", "try again")                        \
	X(REMINDER_FOLLOW_UP, "follow_up", "see how they are")                 \
	X(REMINDER_CHASE, "chase", "ask whoever promised")                     \
	X(REMINDER_CHECK_BACK, "check_back", "did it help?")                   \
	X(REMINDER_ACTION_DUE, "action_due", "do what was agreed")             \
	X(REMINDER_REVIEW_DUE, "review_due", "go over the plan again")         \
	X(REMINDER_PLAN_NOT_GIVEN, "plan_not_given", "give them their plan")   \
	X(REMINDER_SERVICE_CHECK, "service_check", "check a service")          \
	X(REMINDER_ASK_AGAIN, "ask_again", "ask again")                        \
	X(REMINDER_BEREAVEMENT, "bereavement", "bereavement call")             \
	X(REMINDER_RETENTION, "retention", "look at what is kept")
enum reminder_kind { REMINDER_KIND_NONE, REMINDER_KINDS(WORD_ENUM) };
extern const struct words reminder_kinds;

#define REMINDER_STATES(X)               \
	X(REMINDER_OPEN, "open", "open") \
	X(REMINDER_DONE, "done", "done") \
	X(REMINDER_DROPPED, "dropped", "dropped")
enum reminder_state { REMINDER_STATE_NONE, REMINDER_STATES(WORD_ENUM) };
extern const struct words reminder_states;

#define REMINDER_EARLY_MOST 60 /* days before it is due that it can be named */

/* Something to be done by a day. */
struct reminder {
	struct reminder_id id;
	int64_t ver;
	struct person_id person;  /* 0: about no person */
	struct account_id worker; /* 0: whoever is on duty */
	enum reminder_kind kind;
	const char *what; /* never empty */
	day due_on;
	int due_minute; /* local; MINUTE_NONE: any time of that day */
	day first_due_on;
	int moved; /* how often it was put off to another day */
	const char *moved_reason;
	const char *promised_by; /* to ask whoever promised: their name */
	const char *promised_phone;
	bool to_person; /* it was promised to the person */
	struct referral_id referral;
	struct signpost_id signpost;
	struct action_id action;
	struct service_id service;
	int early; /* days before it is due that it is named too */
	const char
		*repeat; /* "every 2 weeks on Friday"; the next is made when this one is done; "" */
	day repeat_until;
	const char *rule; /* the rule that made it; "": made by hand */
	const char *why;  /* why it is there, in words */
	enum reminder_state state;
	day done_on;
	const char *outcome;
	day made_on;
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct reminder reminder_blank;

struct reminder_list {
	size_t n;
	struct reminder *at;
};

/*
 * Why it is here: its own words, else who promised it; the rule that made it and when; how often it was
 * put off. "The weeks after treatment are when people are left alone. Rule end-of-treatment-2w, set Sat
 * 7 Nov. Moved 3 times since 2 Oct: in hospital." h counts the working days since somebody was asked.
 * Belongs to a.
 */
const char *reminder_why(const struct reminder *r, day today, const struct holidays *h,
                         struct arena *a);

/* Open, and its day has come or gone. */
bool reminder_due(const struct reminder *r, day today);
/* Open, and its day has gone: the one definition for screens, commands and reports. */
bool reminder_overdue(const struct reminder *r, day today);

#endif
