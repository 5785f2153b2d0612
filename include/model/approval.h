#ifndef MODEL_APPROVAL_H
#define MODEL_APPROVAL_H

#include "base/word.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define APPROVAL_ANSWERS(X)              \
	X(APPROVAL_YES, "yes", "agreed") \
	X(APPROVAL_NO, "no", "said no")
enum approval_answer { APPROVAL_ANSWER_NONE, APPROVAL_ANSWERS(WORD_ENUM) };
extern const struct words approval_answers;

#define APPROVAL_SECONDS       ((int64_t)7 * 24 * 60 * 60) /* it may be answered for that long */
#define APPROVAL_ALONE_SECONDS ((int64_t)24 * 60 * 60)     /* before whoever is alone may go on */

/*
 * What two people must agree to, and what somebody proposes for another to decide. Strings belong to
 * whoever filled it in; "" where nothing is known.
 */
struct approval {
	int64_t id, ver;
	const char *act;         /* the operation, as op_word() */
	struct person_id person; /* 0: about nobody */
	const char *what;        /* the sentence that both see */
	const char *body;        /* name=value lines: all that the act is given */
	const char *digest;      /* of act, person and body: what runs is what it covers */
	const char *why;
	struct account_id asked_by;
	int64_t asked_at, until_at; /* UTC seconds: until not included */
	enum approval_answer answer;
	const char *answer_note;
	struct account_id answered_by;
	int64_t answered_at;
};
extern const struct approval approval_blank;

struct approval_list {
	size_t n;
	struct approval *at;
};

/* Not answered, and not too old to be. */
bool approval_open(const struct approval *x, int64_t now);

#endif
