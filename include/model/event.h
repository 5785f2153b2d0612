#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "base/word.h"
#include "model/access.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What an event is, as event.kind; the labels stand where a log names the kinds. */
#define EVENT_KINDS(X)                                  \
	X(EVENT_CHANGE, "change", "changed")            \
	X(EVENT_LOOK, "look", "opened")                 \
	X(EVENT_IMPORT, "import", "taken in")           \
	X(EVENT_EXPORT, "export", "sent out")           \
	X(EVENT_PRINT, "print", "printed")              \
	X(EVENT_UNDO, "undo", "taken back")             \
	X(EVENT_SIGN_IN, "sign_in", "signed in")        \
	X(EVENT_SIGN_OUT, "sign_out", "signed out")     \
	X(EVENT_LOCK, "lock", "locked")                 \
	X(EVENT_DENIED, "denied", "refused")            \
	X(EVENT_ACCESS, "access", "given leave")        \
	X(EVENT_ACCOUNT, "account", "accounts")         \
	X(EVENT_APPROVAL, "approval", "second person")  \
	X(EVENT_CHECKPOINT, "checkpoint", "head noted") \
	X(EVENT_CLOCK, "clock", "clock was set")
enum event_kind { EVENT_KIND_NONE, EVENT_KINDS(WORD_ENUM) };
extern const struct words event_kinds;

/* One line of the record of changes. Strings belong to whoever filled it in, and are never NULL. */
struct event {
	struct event_id id;
	int64_t at; /* UTC seconds */
	struct account_id account;
	unsigned roles; /* of the account at that moment */
	struct event_id session;
	enum event_kind kind;
	const char *what;
	struct person_id person;
	enum via via;
	int64_t rows;
	struct event_id undoes;
};

struct event_list {
	size_t n;
	struct event *at;
};

#endif
