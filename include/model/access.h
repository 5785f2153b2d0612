#ifndef MODEL_ACCESS_H
#define MODEL_ACCESS_H

#include "base/word.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How an account stands to a person: what it may do to the record hangs on it. Source: the table
 * "Roles and permissions" of the design's trust model (a legitimate relationship, by assignment).
 */
enum standing {
	STANDING_OWN,      /* their worker; also of everything that is about nobody */
	STANDING_ASSIGNED, /* given to them for a time: cover, shift, a reason, or nobody's yet */
	STANDING_OTHER,    /* a colleague's */
	STANDING_SEALED,   /* restricted, and neither named nor opened anyway */
	STANDING_COUNT,
};

/* Why somebody may, as event.via: what a look is explained by afterwards. */
#define VIAS(X)                                          \
	X(VIA_OWN, "own", "their worker")                \
	X(VIA_NOBODYS, "nobodys", "no worker yet")       \
	X(VIA_COVER, "cover", "covering")                \
	X(VIA_SHIFT, "shift", "on the list for the day") \
	X(VIA_INTAKE, "intake", "took them in")          \
	X(VIA_REASON, "reason", "with a reason")         \
	X(VIA_ANYWAY, "anyway", "opened anyway")         \
	X(VIA_NAMED, "named", "named for this record")
enum via { VIA_NONE, VIAS(WORD_ENUM) };
extern const struct words vias;

/* Leave to open one record for a time. */
#define ACCESS_KINDS(X)                                     \
	X(ACCESS_REASON, "reason", "with a reason")         \
	X(ACCESS_SHIFT, "shift", "on the list for the day") \
	X(ACCESS_INTAKE, "intake", "took them in")          \
	X(ACCESS_ANYWAY, "anyway", "opened anyway")
enum access_kind { ACCESS_KIND_NONE, ACCESS_KINDS(WORD_ENUM) };
extern const struct words access_kinds;

/* Source: care rule 15. The first five answer "why are you opening a colleague's person?" by digit. */
#define ACCESS_REASONS(X)                                       \
	X(ACCESS_RANG, "rang", "they rang")                     \
	X(ACCESS_HERE, "here", "they are here")                 \
	X(ACCESS_COVERING, "covering", "covering")              \
	X(ACCESS_ASKED, "asked", "asked by their worker")       \
	X(ACCESS_SAME_PERSON, "same_person", "same person?")    \
	X(ACCESS_TAKEN_IN, "taken_in", "took them in")          \
	X(ACCESS_DANGER, "danger", "somebody may come to harm") \
	X(ACCESS_OTHER, "other", "something else")
enum access_reason { ACCESS_REASON_NONE, ACCESS_REASONS(WORD_ENUM) };
extern const struct words access_reasons;

#define ACCESS_REVIEWS(X)                                \
	X(ACCESS_JUSTIFIED, "justified", "it was right") \
	X(ACCESS_NOT_JUSTIFIED, "not_justified", "it was not right")
enum access_review { ACCESS_REVIEW_NONE, ACCESS_REVIEWS(WORD_ENUM) };
extern const struct words access_reviews;

#define ACCESS_ANYWAY_SECONDS ((int64_t)60 * 60) /* trust model: 60 minutes */
#define ACCESS_ANYWAY_LEAST   10                 /* characters of the reason */
#define ACCESS_PROOF_SECONDS  ((int64_t)5 * 60)  /* how long a passphrase counts as fresh */

/* Strings belong to whoever filled it in; "" where nothing is known. */
struct access {
	int64_t id, ver;
	struct person_id person;
	struct account_id account;
	enum access_kind kind;
	enum access_reason reason;
	const char *note;
	int64_t from_at, until_at; /* UTC seconds: from included, until not */
	enum access_review review;
	const char *review_note;
	struct account_id reviewed_by;
	int64_t reviewed_at;
};
extern const struct access access_blank;

struct access_list {
	size_t n;
	struct access *at;
};

/* All that ties an account to a person at one instant. */
struct ties {
	struct person_id merged_into; /* 0; else everything of theirs stands there now */
	bool restricted;
	bool own;     /* worker of the open or last time with us */
	bool nobodys; /* no worker at all */
	bool cover;
	bool cover_given;                   /* … which somebody else arranged */
	bool named;                         /* on the list of a restricted record */
	bool shift, intake, reason, anyway; /* leave that holds now */
};

/*
 * Pure. Of a restricted record only the named list, a cover that somebody else arranged and leave to
 * open it anyway count, not even being its worker: restricting it puts the worker on the list. *via:
 * VIA_NONE when nothing ties them.
 */
enum standing standing_of(const struct ties *t, enum via *via);

#endif
