#ifndef MODEL_MOVED_H
#define MODEL_MOVED_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

/* What can be moved out of one record into another. */
#define MOVED_NOUNS(X)                                \
	X(MOVED_CONTACT, "contact", "contact")        \
	X(MOVED_MESSAGE, "message", "message")        \
	X(MOVED_SAFETY, "safety_note", "safety note") \
	X(MOVED_REMINDER, "reminder", "reminder")     \
	X(MOVED_SIGNPOST, "signpost", "word of a service")
enum moved_noun { MOVED_NOUN_NONE, MOVED_NOUNS(WORD_ENUM) };
extern const struct words moved_nouns;

/* An entry that was put into the wrong record and moved; nothing of what it says is here. */
struct moved {
	struct moved_id id;
	int64_t ver;
	struct person_id person;    /* whose record it was in */
	struct person_id to_person; /* and whose it is in now */
	enum moved_noun noun;
	int64_t entry; /* its id */
	day was_on;    /* the day of the entry */
	day moved_on;
	int moved_minute;
	struct account_id by_account;
};
extern const struct moved moved_blank;

struct moved_list {
	size_t n;
	struct moved *at;
};

#endif
