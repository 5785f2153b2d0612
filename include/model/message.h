#ifndef MODEL_MESSAGE_H
#define MODEL_MESSAGE_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define MESSAGE_KINDS(X)                       \
	X(MESSAGE_TAKEN, "message", "message") \
	X(MESSAGE_CALL_NOTE, "call_note", "call note")
enum message_kind { MESSAGE_KIND_NONE, MESSAGE_KINDS(WORD_ENUM) };
extern const struct words message_kinds;

/* Called for you: a message taken for a worker, or a call note before one knows whose it is. */
struct message {
	struct message_id id;
	int64_t ver;
	struct person_id person;       /* 0: nobody yet */
	struct account_id for_account; /* 0: whoever is on duty */
	enum message_kind kind;
	const char *from_whom;
	const char *phone;
	const char *hours; /* when they may be rung */
	const char *words; /* never empty */
	struct account_id taken_by;
	day taken_on;
	int taken_minute; /* local, or MINUTE_NONE */
	day done_on;      /* DAY_NONE: open */
};

/* Nothing known: copy it to begin a new one. */
extern const struct message message_blank;

struct message_list {
	size_t n;
	struct message *at;
};

#endif
