#ifndef MODEL_DISCLOSURE_H
#define MODEL_DISCLOSURE_H

#include "base/day.h"
#include "base/word.h"
#include "model/consent.h"
#include "model/ids.h"

/* How something left. */
#define DISCLOSURE_KINDS(X)                               \
	X(DISCLOSURE_REFERRAL, "referral", "referred to") \
	X(DISCLOSURE_PAPER, "paper", "on paper")          \
	X(DISCLOSURE_FILE, "file", "in a file")
enum disclosure_kind { DISCLOSURE_KIND_NONE, DISCLOSURE_KINDS(WORD_ENUM) };
extern const struct words disclosure_kinds;

/* Which paper left. */
#define DOCUMENTS(X)                                                           \
	X(DOCUMENT_PLAN, "plan", "plan")                                       \
	X(DOCUMENT_SUMMARY, "summary", "one-page summary")                     \
	X(DOCUMENT_LETTER, "letter", "letter to the referrer or GP")           \
	X(DOCUMENT_TRY_LETTER, "try_letter", "letter: we could not reach you") \
	X(DOCUMENT_SLIP, "slip", "reminder slip")                              \
	X(DOCUMENT_SERVICES, "services", "list of services")                   \
	X(DOCUMENT_QUESTIONS, "questions", "questions to ask")                 \
	X(DOCUMENT_ASSESSMENT, "assessment", "assessment")                     \
	X(DOCUMENT_STATUTORY, "statutory", "referral for an assessment by the council")
enum document { DOCUMENT_NONE, DOCUMENTS(WORD_ENUM) };
extern const struct words documents;

/*
 * What can be passed on to a service, each ticked by itself. The first four are proposed.
 */
#define LEAVES(X)                                          \
	X(LEAVES_NAME, "name", "Name")                     \
	X(LEAVES_PHONE, "phone", "Number")                 \
	X(LEAVES_REACH, "reach", "How to reach them")      \
	X(LEAVES_NEED, "need", "What it is about")         \
	X(LEAVES_BORN, "born", "Date of birth")            \
	X(LEAVES_ADDRESS, "address", "Address")            \
	X(LEAVES_LANGUAGE, "language", "Language, access") \
	X(LEAVES_WORDS, "words", "In their words")         \
	X(LEAVES_ILLNESS, "illness", "That it is cancer")
enum leaves { LEAVES_NONE, LEAVES(WORD_ENUM) LEAVES_COUNT };
extern const struct words leaves_words;
#define LEAVES_BIT(x) (1u << (unsigned)(x))
#define LEAVES_PROPOSED                                                                  \
	(LEAVES_BIT(LEAVES_NAME) | LEAVES_BIT(LEAVES_PHONE) | LEAVES_BIT(LEAVES_REACH) | \
	 LEAVES_BIT(LEAVES_NEED))

/* The value of each, as a service would be told it; "" where there is none. */
struct leaving {
	const char *value[LEAVES_COUNT];
};

/* Of those that are ticked and have a value: "Name: Jane Carter. Number: 07700 900123." Belongs to a. */
const char *leaving_text(const struct leaving *l, unsigned ticked, struct arena *a);
/* The same without the values: "name, number". Belongs to a. */
const char *leaving_names(const struct leaving *l, unsigned ticked, struct arena *a);

/*
 * What left, of one person (person is not 0) or in a file of many. It is an account of what was done:
 * nothing of it is changed afterwards. Strings belong to whoever filled it in.
 */
struct disclosure {
	struct disclosure_id id;
	int64_t ver;
	struct person_id person;
	day on_day;
	int at_minute;
	enum disclosure_kind kind;
	enum document document; /* of a paper */
	const char *to_whom;
	struct service_id service;
	enum purpose purpose;
	const char *basis; /* "consent, 6(1)(a)", as it stood that day */
	struct consent_id consent;
	const char *fields; /* what left, in words */
	const char *how;
	struct signpost_id signpost;
	const char *file_hash;
	int64_t people;  /* of a file: how many; NUMBER_NONE */
	const char *who; /* their ids in runs, "17-10016\n" */
	struct account_id by_account;
};
extern const struct disclosure disclosure_blank;

/* People of consecutive ids: a whole service is often one run. */
struct id_run {
	int64_t first, last;
};
struct id_runs {
	size_t n;
	struct id_run *at; /* rising, none touches the next */
};

struct disclosure_list {
	size_t n;
	struct disclosure *at; /* the newest first */
};

#endif
