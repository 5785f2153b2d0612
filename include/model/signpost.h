#ifndef MODEL_SIGNPOST_H
#define MODEL_SIGNPOST_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define SIGNPOST_KINDS(X)                                           \
	X(SIGNPOST_TOLD, "told", "told about")                      \
	X(SIGNPOST_LEAFLET, "leaflet", "given a leaflet")           \
	X(SIGNPOST_WARM_HANDOVER, "warm_handover", "rung together") \
	X(SIGNPOST_REFERRED, "referred", "referred to")
enum signpost_kind { SIGNPOST_KIND_NONE, SIGNPOST_KINDS(WORD_ENUM) };
extern const struct words signpost_kinds;

#define SIGNPOST_STATUSES(X)                                             \
	X(SIGNPOST_GIVEN, "given", "given")                              \
	X(SIGNPOST_SENT, "sent", "sent")                                 \
	X(SIGNPOST_ACKNOWLEDGED, "acknowledged", "they have it")         \
	X(SIGNPOST_ACCEPTED, "accepted", "accepted")                     \
	X(SIGNPOST_WAITING, "waiting", "waiting")                        \
	X(SIGNPOST_RECEIVING, "receiving", "being helped")               \
	X(SIGNPOST_COMPLETED, "completed", "completed")                  \
	X(SIGNPOST_REJECTED, "rejected", "turned down")                  \
	X(SIGNPOST_CANCELLED, "cancelled", "cancelled")                  \
	X(SIGNPOST_DID_NOT_ATTEND, "did_not_attend", "did not go")       \
	X(SIGNPOST_CHANGED_MIND, "changed_mind", "changed their mind")   \
	X(SIGNPOST_NOT_FOUND_OUT, "not_found_out", "could not find out") \
	X(SIGNPOST_SERVICE_GONE, "service_gone", "service gone")
enum signpost_status { SIGNPOST_STATUS_NONE, SIGNPOST_STATUSES(WORD_ENUM) };
extern const struct words signpost_statuses;

#define HELPED_ANSWERS(X)                    \
	X(HELPED_YES, "yes", "yes")          \
	X(HELPED_PARTLY, "partly", "partly") \
	X(HELPED_NO, "no", "no")             \
	X(HELPED_NOT_KNOWN, "not_known", "not known")
enum helped { HELPED_NONE, HELPED_ANSWERS(WORD_ENUM) };
extern const struct words helped_answers;

/* A person told about a service, or referred to it, and what came of it. */
struct signpost {
	struct signpost_id id;
	int64_t ver;
	struct person_id person;
	struct service_id service;
	const char *concern; /* code, or "" */
	enum signpost_kind kind;
	day given_on;
	enum signpost_status status;
	day status_on;
	const char *reason; /* of the last status */
	enum helped helped;
	const char *outcome;
	day outcome_on;
	const char *consent;   /* what they agreed to, in words; needed when referred */
	const char *what_sent; /* which fields left */
	const char *note;
	const char *council; /* GSS code, stamped when it was given */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct signpost signpost_blank;

struct signpost_list {
	size_t n;
	struct signpost *at;
};

/* How the other side, or the person, was asked how it went. */
#define STEP_ASKS(X)                                \
	X(ASKED_PHONE, "phone", "rang")             \
	X(ASKED_EMAIL, "email", "e-mail")           \
	X(ASKED_LETTER, "letter", "letter")         \
	X(ASKED_PORTAL, "portal", "their web site") \
	X(ASKED_PERSON, "person", "asked the person")
enum step_ask { STEP_ASK_NONE, STEP_ASKS(WORD_ENUM) };
extern const struct words step_asks;

/* How it went on: each state with its day, and each time that somebody was asked. */
struct signpost_step {
	struct signpost_step_id id;
	int64_t ver;
	struct person_id person;
	struct signpost_id signpost;
	enum signpost_status status; /* from then on; unchanged where nobody answered */
	day on_day;
	int at_minute;       /* local, or MINUTE_NONE */
	enum step_ask asked; /* STEP_ASK_NONE: one was told */
	enum asked answered; /* of those who were asked */
	const char *reason;
	const char *words;
	struct account_id by_account;
};
extern const struct signpost_step signpost_step_blank;
struct signpost_step_list {
	size_t n;
	struct signpost_step *at;
};

/* Given, sent, acknowledged, accepted, waiting or receiving. */
bool signpost_open(enum signpost_status status);

/*
 * The steps that there are: forward along given, sent, acknowledged, accepted, waiting, receiving,
 * completed, steps that nobody heard of left out; from any open one to any end; from an end back to
 * where it may have been open (a reopening, which needs a note). Told and leaflet are never sent.
 */
bool signpost_may_become(enum signpost_kind kind, enum signpost_status from,
                         enum signpost_status to);

#endif
