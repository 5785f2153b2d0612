#ifndef BASE_FIELD_H
#define BASE_FIELD_H

#include "base/arena.h"
#include "base/word.h"

/*
 * A form is data: one table of fields that the full screen, the line-by-line prompts and
 * name=value input all walk. Values are text as it was typed; the form's own functions turn them
 * into a noun and say what is wrong.
 */
enum field_kind {
	FIELD_TEXT,
	FIELD_NOTE,  /* many lines: Enter is a new line, Tab leaves */
	FIELD_DAY,   /* as people say it: "fri", "+2w", "30/11" */
	FIELD_BIRTH, /* no words; two-digit years are past */
	FIELD_TIME,  /* 9:30 */
	FIELD_NUMBER,
	FIELD_PHONE,
	FIELD_POSTCODE,
	FIELD_CHOICE,  /* one of words: digits 1..9 choose, letters find */
	FIELD_ASKED,   /* y n ? */
	FIELD_HEADING, /* no value: a line between groups */
	FIELD_OPENS,   /* no value: Enter opens what it names */
};

#define FIELD_NEEDED 1u /* shown with *, cannot be empty */
#define FIELD_MORE   2u /* not known on the telephone: below the fold */
#define FIELD_WITH   4u /* says something about the field before it, and nothing without it */
#define FIELD_SPARE  8u /* empty says no, or that there is none: nothing is missing */

/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order in which a table reads. */
struct field {
	const char *name;  /* of the value: "family_name" */
	const char *label; /* on the screen: "Family name" */
	enum field_kind kind;
	const struct words *words; /* FIELD_CHOICE */
	unsigned flags;
	const char *help; /* one line, or NULL */
	int width;        /* columns of the value; 0: to the margin */
};

/* Tables end in { 0 }. */

static inline bool field_has_value(const struct field *f)
{
	return f->name && f->kind != FIELD_HEADING && f->kind != FIELD_OPENS;
}

struct value {
	const char *name;
	const char *text;
};

struct values {
	size_t n;
	struct value *at;
};

/* The text under that name, "" when there is none. Lasts as long as v. */
const char *values_get(const struct values *v, const char *name);
/* Both are copied into a. A second value of a name replaces the first. */
void values_set(struct values *v, struct arena *a, const char *name, const char *text);

/*
 * What is wrong with a form, as data: shown on the line under the field. Not an error: errors stop,
 * problems wait to be mended.
 */
struct problem {
	const char *field;
	const char *text; /* a sentence */
	bool warning;     /* may be saved all the same */
};

struct problems {
	size_t n;
	struct problem *at;
};

void problem_add(struct problems *p, struct arena *a, const char *field, const char *fmt, ...)
	PRINTF_LIKE(4, 5);
void problem_warn(struct problems *p, struct arena *a, const char *field, const char *fmt, ...)
	PRINTF_LIKE(4, 5);
bool problems_stop(const struct problems *p); /* is any of them no warning? */

#endif
