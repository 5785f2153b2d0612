#ifndef MODEL_REFERRAL_H
#define MODEL_REFERRAL_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define REFERRAL_STATES(X)                                                         \
	X(REFERRAL_RECEIVED, "received", "received")                               \
	X(REFERRAL_ACCEPTED, "accepted", "accepted")                               \
	X(REFERRAL_DECLINED, "declined", "said no")                                \
	X(REFERRAL_NOT_ELIGIBLE, "not_eligible", "not one we can help")            \
	X(REFERRAL_UNABLE_TO_CONTACT, "unable_to_contact", "could not be reached") \
	X(REFERRAL_ACTIVE, "active", "active")                                     \
	X(REFERRAL_ON_HOLD, "on_hold", "on hold")                                  \
	X(REFERRAL_CLOSED, "closed", "closed")
enum referral_state { REFERRAL_STATE_NONE, REFERRAL_STATES(WORD_ENUM) };
extern const struct words referral_states;

#define URGENCIES(X)                                   \
	X(URGENCY_FAST, "fast", "fast")                \
	X(URGENCY_TWO_WEEKS, "two_weeks", "two weeks") \
	X(URGENCY_USUAL, "usual", "usual")
enum urgency { URGENCY_NONE, URGENCIES(WORD_ENUM) };
extern const struct words urgencies;

/* A person's time with us, from the day they were referred. */
struct referral {
	struct referral_id id;
	int64_t ver;
	struct person_id person;
	day received_on;
	const char *source;
	const char *heard; /* how they heard of the service */
	const char *referrer;
	const char *return_to; /* whom to answer */
	const char *return_phone;
	const char *reason;
	const char *expects; /* what whoever referred them expects of it */
	enum urgency urgency;
	enum asked knows_referral; /* do they know that they were referred */
	enum referral_state state;
	day state_on;
	const char *state_reason;
	const char *outcome;
	day hold_until;
	day accepted_on;
	day first_contact_by; /* never DAY_NONE */
	day first_contact_on; /* first reached contact */
	day closed_on;
	struct account_id worker; /* 0: nobody yet */
};

/* Nothing known: copy it to begin a new one. */
extern const struct referral referral_blank;

struct referral_list {
	size_t n;
	struct referral *at;
};

/* The steps that there are; closed to active is a reopening, which needs a note. */
bool referral_may_become(enum referral_state from, enum referral_state to);
/* Received, accepted, active or on hold. */
bool referral_open(enum referral_state state);
/* They came on their own, or through family or a friend: there is nobody of ours to ask about them. */
bool referral_by_themselves(const struct referral *x);

#endif
