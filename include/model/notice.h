#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include "base/day.h"
#include "base/field.h"
#include "base/word.h"
#include "model/ids.h"

#include <stdbool.h>

/* How the privacy notice was given. */
#define NOTICE_HOWS(X)                                \
	X(NOTICE_READ_OUT, "read_out", "read out")    \
	X(NOTICE_ON_PAPER, "paper", "given on paper") \
	X(NOTICE_BY_EMAIL, "email", "sent by e-mail") \
	X(NOTICE_BY_POST, "post", "sent by post")     \
	X(NOTICE_INTERPRETER, "interpreter", "by interpreter")
enum notice_how { NOTICE_HOW_NONE, NOTICE_HOWS(WORD_ENUM) };
extern const struct words notice_hows;

struct notice {
	struct notice_id id;
	int64_t ver;
	struct person_id person;
	const char *version;
	day on_day;
	enum notice_how how;
	const char *language; /* or format: "Urdu", "large print"; "" */
	struct account_id by_account;
};
extern const struct notice notice_blank;

struct notice_list {
	size_t n;
	struct notice *at; /* the newest first */
};

/* Is it to be given again: never given, another version since, or over twelve months ago? */
bool notice_due(const struct notice_list *given, const char *version, day today);

#endif
