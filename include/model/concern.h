#ifndef MODEL_CONCERN_H
#define MODEL_CONCERN_H

#include "base/word.h"
#include "model/ids.h"

#define CONCERN_ANSWERS(X)                  \
	X(CONCERN_SCORED, "score", "score") \
	X(CONCERN_TALK, "talk", "talk")     \
	X(CONCERN_RATHER_NOT, "rather_not", "rather not")
enum concern_answer { CONCERN_ANSWER_NONE, CONCERN_ANSWERS(WORD_ENUM) };
extern const struct words concern_answers;

#define NEED_LEVELS(X)                                    \
	X(NEED_LOW, "low", "low")                         \
	X(NEED_MODERATE, "moderate", "moderate")          \
	X(NEED_SUBSTANTIAL, "substantial", "substantial") \
	X(NEED_CRITICAL, "critical", "critical")          \
	X(NEED_NOT_JUDGED, "not_judged", "not judged")
enum need_level { NEED_LEVEL_NONE, NEED_LEVELS(WORD_ENUM) };
extern const struct words need_levels;

/*
 * One concern, answered at one assessment. No concern there: not asked. A score of 0 is an answer:
 * no trouble now.
 */
struct concern {
	struct assessment_id assessment;
	const char *code; /* of the list: "practical.money" */
	int64_t ver;
	struct person_id person;
	enum concern_answer answer;
	int score;   /* 0..10 when answer is CONCERN_SCORED, else NUMBER_NONE */
	int matters; /* 1..3: one of the three that matter most; else NUMBER_NONE */
	const char *own_words;
	enum need_level level;
	int previous_score; /* 0..10, or NUMBER_NONE */
};

/* Nothing known: copy it to begin a new one. */
extern const struct concern concern_blank;

struct concern_list {
	size_t n;
	struct concern *at;
};

/* Nothing, or nothing else, in this domain. */
struct domain_nothing {
	struct assessment_id assessment;
	const char *domain;
	int64_t ver;
	struct person_id person;
};

/* Nothing known: copy it to begin a new one. */
extern const struct domain_nothing domain_nothing_blank;

struct domain_nothing_list {
	size_t n;
	struct domain_nothing *at;
};

/* In the order of the digits 1 to 3. */
#define RED_REPLIES(X)                              \
	X(RED_ASKED_NO, "asked_no", "asked, no")    \
	X(RED_ASKED_YES, "asked_yes", "asked, yes") \
	X(RED_NOT_ASKED, "not_asked", "not asked")
enum red_reply { RED_REPLY_NONE, RED_REPLIES(WORD_ENUM) };
extern const struct words red_replies;

/* An answer that needs a person now, and the reply it got. */
struct red_answer {
	struct assessment_id assessment;
	const char *code; /* of the concern, or "overall" */
	int64_t ver;
	struct person_id person;
	enum red_reply reply;
	const char *why;      /* needed when RED_NOT_ASKED */
	const char *who_will; /* and who will ask today */
	struct safety_note_id safety_note;
};

/* Nothing known: copy it to begin a new one. */
extern const struct red_answer red_answer_blank;

struct red_answer_list {
	size_t n;
	struct red_answer *at;
};

#endif
