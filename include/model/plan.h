#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"
#include "model/relation.h"

#define PLAN_STATUSES(X)                   \
	X(PLAN_DRAFT, "draft", "draft")    \
	X(PLAN_AGREED, "agreed", "agreed") \
	X(PLAN_SUPERSEDED, "superseded", "replaced by a newer one")
enum plan_status { PLAN_STATUS_NONE, PLAN_STATUSES(WORD_ENUM) };
extern const struct words plan_statuses;

/* Who agreed to it. */
#define AGREED_BYS(X)                             \
	X(AGREED_BY_PERSON, "person", "they did") \
	X(AGREED_BY_REPRESENTATIVE, "representative", "somebody for them")
enum agreed_by { AGREED_BY_NONE, AGREED_BYS(WORD_ENUM) };
extern const struct words agreed_bys;

#define AGREED_WAYS(X)                                   \
	X(AGREED_BY_PHONE, "phone", "by phone")          \
	X(AGREED_BY_VIDEO, "video", "by video")          \
	X(AGREED_IN_PERSON, "in_person", "face to face") \
	X(AGREED_AT_HOME, "home_visit", "at home")       \
	X(AGREED_BY_LETTER, "letter", "by letter")
enum agreed_way { AGREED_WAY_NONE, AGREED_WAYS(WORD_ENUM) };
extern const struct words agreed_ways;

/* A care and support plan. An agreed one is not changed: a new version is made. */
struct plan {
	struct plan_id id;
	int64_t ver;
	struct person_id person;
	struct assessment_id assessment;
	int version; /* from 1 */
	enum plan_status status;
	day made_on;
	day agreed_on;
	const char *agreed_how; /* the words they agreed to */
	enum agreed_by agreed_by;
	const char *agreed_with; /* the representative */
	enum power agreed_power; /* and by what right */
	enum agreed_way agreed_way;
	const char *strengths; /* what is going well, who and what helps: a line each */
	const char *review_by; /* who goes over it again */
	day review_on;
	day given_on; /* handed over on paper or read out */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct plan plan_blank;

struct plan_list {
	size_t n;
	struct plan *at;
};

/* It was gone over with them: what came of it. */
struct plan_review {
	struct plan_review_id id;
	int64_t ver;
	struct person_id person;
	struct plan_id plan;
	day on_day;
	const char *words; /* a sentence a line; never empty */
	day next_on;       /* when it is gone over again */
	struct account_id by_account;
};

extern const struct plan_review plan_review_blank;

struct plan_review_list {
	size_t n;
	struct plan_review *at; /* the newest first */
};

#endif
