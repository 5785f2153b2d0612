#ifndef MODEL_CONSENT_H
#define MODEL_CONSENT_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#include <stdbool.h>

/*
 * What somebody's details are used for. Each has its own basis in law (model/purpose.h); only where
 * that basis is their consent must they have said yes, and everywhere a no counts.
 */
#define PURPOSES(X)                                                               \
	X(PURPOSE_KEEP, "keep", "keep a record and plan with them")               \
	X(PURPOSE_REFER, "refer", "pass them on to a service")                    \
	X(PURPOSE_CARE_TEAM, "care_team", "tell their GP and who referred them")  \
	X(PURPOSE_FAMILY, "family", "talk to a carer or family")                  \
	X(PURPOSE_FUNDER, "funder", "show those who pay for us, by name")         \
	X(PURPOSE_FIGURES, "figures", "count them in figures without names")      \
	X(PURPOSE_FEEDBACK, "feedback", "ask them later what they thought of us") \
	X(PURPOSE_RESEARCH, "research", "training and research")
enum purpose { PURPOSE_NONE, PURPOSES(WORD_ENUM) PURPOSE_COUNT };
extern const struct words purposes;

#define CONSENT_ANSWERS(X)             \
	X(CONSENT_YES, "yes", "yes")   \
	X(CONSENT_NO, "no", "said no") \
	X(CONSENT_WITHDRAWN, "withdrawn", "took it back")
enum consent_answer { CONSENT_ANSWER_NONE, CONSENT_ANSWERS(WORD_ENUM) };
extern const struct words consent_answers;

#define CONSENT_HOWS(X)                                       \
	X(CONSENT_BY_PHONE, "phone", "by phone")              \
	X(CONSENT_SAID, "said", "face to face")               \
	X(CONSENT_WRITTEN, "written", "by letter or message") \
	X(CONSENT_ON_PAPER, "paper", "signed on paper")       \
	X(CONSENT_INTERPRETER, "interpreter", "by interpreter")
enum consent_how { CONSENT_HOW_NONE, CONSENT_HOWS(WORD_ENUM) };
extern const struct words consent_hows;

/* One answer on one day. Strings belong to whoever filled it in; "" where nothing is known. */
struct consent {
	struct consent_id id;
	int64_t ver;
	struct person_id person;
	enum purpose purpose;
	enum consent_answer answer;
	const char *to_whom;       /* "": anybody whom the purpose names */
	struct service_id service; /* when to_whom is one of the directory */
	enum consent_how how;
	int wording;       /* version of the words that were read out */
	const char *words; /* and they themselves */
	const char *note;
	day on_day;
	day until_on; /* the last day it holds; DAY_NONE: until it is taken back */
	struct assessment_id assessment;
	struct account_id by_account;
};
extern const struct consent consent_blank;

struct consent_list {
	size_t n;
	struct consent *at; /* the newest first */
};

/* To whom something is to go, for what. */
struct share_with {
	enum purpose purpose;
	struct service_id service; /* 0: none of the directory */
	const char *to_whom;       /* "": anybody whom the purpose names */
};

enum consent_state {
	CONSENT_NOT_ASKED, /* which is never taken for yes */
	CONSENT_STANDS,
	CONSENT_REFUSED,
	CONSENT_TAKEN_BACK,
	CONSENT_EXPIRED,
};

struct consent_found {
	enum consent_state state;
	const struct consent *by; /* the answer that decides; NULL: not asked */
};

/*
 * Where it stands on that day. An answer that names somebody is about them alone; one that does not
 * is about all, and a yes of that kind does not undo a no that was said about one of them. A purpose
 * that is asked for each (below) needs a yes that names them.
 */
struct consent_found consent_find(const struct consent_list *list, const struct share_with *with,
                                  day today);

/* Is it asked anew for everybody whom it goes to? Source: "I will ask you each time" of the assessment. */
bool purpose_asks_each(enum purpose purpose);

#endif
