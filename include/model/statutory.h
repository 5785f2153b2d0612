#ifndef MODEL_STATUTORY_H
#define MODEL_STATUTORY_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"
#include "model/nation.h"

#include <stdbool.h>

/*
 * Whether to offer somebody an assessment by their council: the outcomes a statute names, asked in plain
 * words (data/statutory/). It only says whether an offer looks worth while. The council decides, so
 * nothing here says that anybody is or is not entitled to anything.
 */
#define STATUTORY_KINDS(X)                                                            \
	X(STATUTORY_CARE_ACT, "care_act", "what they can manage")                     \
	X(STATUTORY_CARER, "carer", "what caring leaves them able to do")             \
	X(STATUTORY_WALES, "wales", "what they can manage")                           \
	X(STATUTORY_WALES_CARER, "wales_carer", "what caring leaves them able to do") \
	X(STATUTORY_NO_LIST, "no_list", "an assessment, offered straight away")       \
	X(STATUTORY_NO_LIST_CARER, "no_list_carer", "as a carer, offered straight away")
enum statutory_kind { STATUTORY_KIND_NONE, STATUTORY_KINDS(WORD_ENUM) };
extern const struct words statutory_kinds;

/* How somebody manages one thing, in the order of the digits 1 to 6. All but the first and the last are
 * what regulation 2(3) counts as not being able to. */
#define STATUTORY_ANSWERS(X)                                               \
	X(MANAGES_ABLE, "able", "able")                                    \
	X(MANAGES_WITH_HELP, "with_help", "with help")                     \
	X(MANAGES_WITH_DISTRESS, "with_distress", "with pain or distress") \
	X(MANAGES_WITH_DANGER, "with_danger", "with danger")               \
	X(MANAGES_TOO_SLOW, "too_slow", "takes much longer")               \
	X(MANAGES_UNABLE, "unable", "not able")                            \
	X(MANAGES_NOT_SAID, "not_said", "rather not say")
enum manages { MANAGES_NONE, STATUTORY_ANSWERS(WORD_ENUM) };
extern const struct words manages_words;

/* What they said when it was offered. */
#define STATUTORY_OFFERS(X)                                 \
	X(COUNCIL_WANTED, "accepted", "yes, they want it")  \
	X(COUNCIL_NOT_NOW, "not_now", "not now, ask again") \
	X(COUNCIL_SAID_NO, "declined", "said no")           \
	X(COUNCIL_HAS_ONE, "has_one", "has one already")    \
	X(COUNCIL_NOT_OFFERED, "not_offered", "not offered, because")
enum statutory_offer { STATUTORY_OFFER_NONE, STATUTORY_OFFERS(WORD_ENUM) };
extern const struct words statutory_offers;

/* The other tests. Not every statute has all of them. */
enum statutory_test {
	TEST_ARISES, /* does it come from illness, or from giving care */
	TEST_HEALTH, /* carers in England: is caring making them ill, which is enough by itself */
	TEST_ALONE,  /* Wales: is it more than family, friends and services near by can do */
	TEST_WELLBEING, /* does it weigh much on their wellbeing */
	TEST_COUNT,
};

/* One thing to manage, as it is asked. */
struct statutory_item {
	const char *code;     /* "CA-HYGIENE-01" */
	const char *question; /* "Washing, and keeping clean" */
	const char *words;    /* the statute's own */
	const char *where;    /* "reg 2(2)(b)" */
	size_t hints;         /* codes of concerns that touch it */
	const char **hint;
};

/* A list to go through. n is 0 in a nation that has none here: then it is offered straight away. */
struct statutory_list {
	enum statutory_kind kind;
	const char *title;             /* "What they can manage" */
	int needed;                    /* how many out of reach make an offer worth while */
	bool slow_counts;              /* is taking much longer out of reach? */
	const char *tests[TEST_COUNT]; /* questions; "": not asked */
	const char *law;               /* "Care Act 2014, section 9" */
	const char *who; /* who decides, where their council is not known: "the council" */
	size_t n;
	struct statutory_item *at;
};

/* The one of a nation, about giving care or not. Everything belongs to a. */
struct statutory_list statutory_list_for(enum nation nation, bool carer, struct arena *a);
/* The one that was gone through, whatever the nation is now. */
struct statutory_list statutory_list_of(enum statutory_kind kind, struct arena *a);
bool statutory_is_carer(enum statutory_kind kind);
const struct statutory_item *statutory_find(const struct statutory_list *list, const char *code);

/* Gone through at one moment. */
struct statutory_screen {
	struct statutory_screen_id id;
	int64_t ver;
	struct person_id person;
	enum statutory_kind kind;
	struct assessment_id assessment; /* that stood then; 0: none */
	day on_day;
	enum asked arises, health, alone, wellbeing;
	bool indicated; /* did it look worth offering? */
	enum statutory_offer offer;
	const char *offer_why; /* not offered because, or what they said */
	day again_on;          /* not now: the day to ask again */
	const char *sent_to;   /* who is asked for the assessment */
	const char *note;
	struct account_id by_account;
};
extern const struct statutory_screen statutory_screen_blank;

struct statutory_screen_list {
	size_t n;
	struct statutory_screen *at; /* the newest first */
};

/* No row: not asked, which is never taken for being able. */
struct statutory_answer {
	struct statutory_screen_id screen;
	const char *code;
	int64_t ver;
	struct person_id person;
	enum manages answer;
	const char *note;
};
extern const struct statutory_answer statutory_answer_blank;

struct statutory_answer_list {
	size_t n;
	struct statutory_answer *at;
};

enum asked statutory_test_get(const struct statutory_screen *x, enum statutory_test test);
void statutory_test_set(struct statutory_screen *x, enum statutory_test test, enum asked answer);

/* The answer under that code; NULL: not asked. */
const struct statutory_answer *statutory_answer_find(const struct statutory_answer_list *answers,
                                                     const char *code);

/* Does that answer count as out of reach? Not asked and rather not say do not. */
bool statutory_out_of_reach(const struct statutory_list *list, enum manages answer);
/* How many of them. */
size_t statutory_count(const struct statutory_list *list,
                       const struct statutory_answer_list *answers);

/*
 * Does it look worth offering? As many out of reach as are needed (or, for a carer in England, caring
 * is making them ill), and no other test answered with a no: what was not asked stands in nobody's
 * way. A nation without a list: always.
 */
bool statutory_indicated(const struct statutory_list *list, const struct statutory_screen *x,
                         const struct statutory_answer_list *answers);
/* That in words, naming who decides: "It looks worth offering an assessment by Leeds City Council. …"
 * Belongs to a. */
const char *statutory_verdict(const struct statutory_list *list, const struct statutory_screen *x,
                              const struct statutory_answer_list *answers, const char *council,
                              struct arena *a);

/* "before: with help" where it is another now; "" where it is the same, or was not asked then. */
const char *statutory_change(enum manages was, enum manages now, struct arena *a);

/* What may stand in a letter that asks the council for the assessment. Strings belong to a. */
struct statutory_line {
	const char *text;   /* "Washing, and keeping clean" */
	const char *answer; /* "with help" */
};
struct statutory_document {
	const char *asks; /* "I ask for an assessment of needs (Care Act 2014, section 9)." */
	const char *to;   /* "Leeds City Council, adult social care" */
	day on_day;       /* when it was gone through */
	size_t n;
	struct statutory_line *at; /* what is out of reach, then the tests that were answered yes */
	const char
		*end; /* "They agreed on 23 Nov 2026 that we ask. The decision is the council's." */
};
struct statutory_document statutory_document_of(const struct statutory_list *list,
                                                const struct statutory_screen *x,
                                                const struct statutory_answer_list *answers,
                                                struct arena *a);

#endif
