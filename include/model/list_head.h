#ifndef MODEL_LIST_HEAD_H
#define MODEL_LIST_HEAD_H

#include "base/day.h"
#include "base/word.h"

#define LIST_KINDS(X)                            \
	X(LIST_CONCERNS, "concerns", "concerns") \
	X(LIST_MEASURE, "measure", "measure")
enum list_kind { LIST_KIND_NONE, LIST_KINDS(WORD_ENUM) };
extern const struct words list_kinds;

#define LIST_AUDIENCES(X)                                  \
	X(LIST_FOR_PEOPLE, "people", "people with cancer") \
	X(LIST_FOR_CARERS, "carers", "whoever looks after somebody, or did")
enum list_audience { LIST_AUDIENCE_NONE, LIST_AUDIENCES(WORD_ENUM) };
extern const struct words list_audiences;

/* What a list says of itself: clew-list(5). Strings are never NULL. */
struct list_head {
	const char *name; /* with its version: "clew-1" */
	enum list_kind kind;
	const char *title;           /* "clew's list of concerns" */
	const char *licence;         /* by what right it is used */
	const char *source;          /* who made it, where it is to be had */
	day date;                    /* of this version */
	const char *language;        /* "en" */
	enum list_audience audience; /* of concerns; LIST_FOR_PEOPLE when the file does not say */
	const char *say;             /* read out before its questions; "" */
};

/* Which lists and measures a service goes by. Strings are names; never NULL. */
struct list_choice {
	const char *people, *carers;
	const char *measures; /* with every assessment, a space between; "": none */
};

#endif
