#ifndef MODEL_ASSESSMENT_H
#define MODEL_ASSESSMENT_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"
#include "model/person.h"
#include "model/staff_role.h"

/* In order: a later one is further on. */
#define ASSESSMENT_STATUSES(X)                                  \
	X(ASSESSMENT_BEGUN, "begun", "begun")                   \
	X(ASSESSMENT_DONE, "done", "done")                      \
	X(ASSESSMENT_PLAN_AGREED, "plan_agreed", "plan agreed") \
	X(ASSESSMENT_LOCKED, "locked", "closed for good")
enum assessment_status { ASSESSMENT_STATUS_NONE, ASSESSMENT_STATUSES(WORD_ENUM) };
extern const struct words assessment_statuses;

/* The national codes; the labels are ours. */
#define ASSESSMENT_OFFERS(X)                         \
	X(OFFER_UNDECIDED, "01", "offered, not now") \
	X(OFFER_SAID_NO, "02", "offered, said no")   \
	X(OFFER_SAID_YES, "03", "offered, said yes") \
	X(OFFER_NOT_MADE, "04", "not offered")       \
	X(OFFER_UNABLE, "05", "offered, not able to")
enum assessment_offer { ASSESSMENT_OFFER_NONE, ASSESSMENT_OFFERS(WORD_ENUM) };
extern const struct words assessment_offers;

#define PATHWAY_POINTS(X)                                               \
	X(PATHWAY_DIAGNOSIS, "01", "first diagnosis")                   \
	X(PATHWAY_TREATMENT_START, "02", "start of treatment")          \
	X(PATHWAY_IN_TREATMENT, "03", "during treatment")               \
	X(PATHWAY_TREATMENT_END, "04", "end of treatment")              \
	X(PATHWAY_RECURRENCE, "05", "it has come back")                 \
	X(PATHWAY_COMFORT, "06", "comfort and support")                 \
	X(PATHWAY_PREHABILITATION, "07", "getting ready for treatment") \
	X(PATHWAY_OTHER, "98", "another time")
enum pathway_point { PATHWAY_POINT_NONE, PATHWAY_POINTS(WORD_ENUM) };
extern const struct words pathway_points;

#define ASSESSMENT_MODES(X)                                  \
	X(ASSESSMENT_BY_PHONE, "phone", "by phone")          \
	X(ASSESSMENT_BY_VIDEO, "video", "by video")          \
	X(ASSESSMENT_IN_PERSON, "in_person", "in person")    \
	X(ASSESSMENT_HOME_VISIT, "home_visit", "home visit") \
	X(ASSESSMENT_ON_PAPER, "paper", "on paper")
enum assessment_mode { ASSESSMENT_MODE_NONE, ASSESSMENT_MODES(WORD_ENUM) };
extern const struct words assessment_modes;

/* What prompted it. */
#define OCCASIONS(X)                                             \
	X(OCCASION_PATHWAY, "pathway", "the stage they are at")  \
	X(OCCASION_WORKER, "worker", "we thought it time")       \
	X(OCCASION_PERSON, "person", "they asked for it")        \
	X(OCCASION_CARER, "carer", "who looks after them asked") \
	X(OCCASION_REVIEW, "review", "going over it again")      \
	X(OCCASION_OTHER, "other", "something else")
enum occasion { OCCASION_NONE, OCCASIONS(WORD_ENUM) };
extern const struct words occasions;

struct assessment {
	struct assessment_id id;
	int64_t ver;
	struct person_id person;
	struct referral_id referral;
	const char *list; /* concern list and version: "clew-1" */
	enum assessment_status status;
	enum assessment_offer offered;
	day on_day;
	int at_minute; /* local, or MINUTE_NONE */
	day done_on;
	enum pathway_point pathway_point;
	enum occasion occasion;
	enum assessment_mode mode;
	enum asked assisted;
	const char *present;        /* who else was there */
	enum staff_role staff_role; /* who asked; STAFF_ROLE_NONE: not known */
	enum asked agreed_keep;
	enum asked agreed_share;
	int overall; /* distress of the past week, 0..10, or NUMBER_NONE */
	struct assessment_id previous;
	struct contact_id contact;    /* the call it was made in */
	day again_on;                 /* they said not now: the day to ask again */
	const char *offer_because;    /* why it was not done: their words when they said no */
	day typed_on;                 /* from paper: the day it was typed */
	day locked_on;                /* closed on that day; not while it is unlocked */
	const char *unlocked_because; /* why it was opened again, the last time; "" never */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct assessment assessment_blank;

struct assessment_list {
	size_t n;
	struct assessment *at;
};

/*
 * May its answers be changed by that account? Whoever did it, on the day they ended it; anybody who may
 * assess, while it is unlocked. One that is closed for good has to be unlocked first, and so has one
 * of another day or by somebody else.
 */
bool assessment_may_correct(const struct assessment *x, struct account_id who, day today);

/* Where somebody at that stage usually stands; PATHWAY_POINT_NONE when it must be asked. */
enum pathway_point pathway_point_at(enum stage stage);

#endif
