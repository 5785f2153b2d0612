#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define PLAN_STATUSES(X)                   \
	X(PLAN_DRAFT, "draft", "draft")    \
	X(PLAN_AGREED, "agreed", "agreed") \
	X(PLAN_SUPERSEDED, "superseded", "replaced by a newer one")
enum plan_status { PLAN_STATUS_NONE, PLAN_STATUSES(WORD_ENUM) };
extern const struct words plan_statuses;

/* A care and support plan. An agreed one is not changed: a new version is made. */
/* Who agreed to it. */
#define AGREED_BYS(X)                             \
	X(AGREED_BY_PERSON, "person", "they did") \
	X(AGREED_BY_REPRESENTATIVE, "representative", "somebody for them")
enum agreed_by { AGREED_BY_NONE, AGREED_BYS(WORD_ENUM) };
extern const struct words agreed_bys;

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
	const char *strengths;   /* what is going well, who and what helps: a line each */
	const char *review_by;   /* who goes over it again */
	day review_on;
	const char *if_worse; /* what to do if things get worse */
	day given_on;         /* handed over on paper or read out */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct plan plan_blank;

struct plan_list {
	size_t n;
	struct plan *at;
};

#endif
