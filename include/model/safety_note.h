#ifndef MODEL_SAFETY_NOTE_H
#define MODEL_SAFETY_NOTE_H

#include "base/day.h"
#include "base/field.h"
#include "base/word.h"
#include "model/account.h"
#include "model/ids.h"

#include <stdbool.h>

/* In the order of the digits 1 to 6. */
#define SAFETY_ABOUTS(X)                                                         \
	X(SAFETY_ENDING_LIFE, "ending_life", "ending their life")                \
	X(SAFETY_HURT_OR_FRIGHTENED, "hurt_or_frightened", "hurt or frightened") \
	X(SAFETY_NEGLECT, "neglect", "neglect")                                  \
	X(SAFETY_CHILD, "child", "a child")                                      \
	X(SAFETY_ILL_NOW, "ill_now", "ill now")                                  \
	X(SAFETY_SOMETHING_ELSE, "something_else", "something else")
enum safety_about { SAFETY_ABOUT_NONE, SAFETY_ABOUTS(WORD_ENUM) };
extern const struct words safety_abouts;

/* Somebody worried about a person's safety. Never printed, never exported. */
struct safety_note {
	struct safety_note_id id;
	int64_t ver;
	struct person_id person; /* 0: no record here, then who says */
	enum safety_about about;
	const char *who;
	const char *words; /* theirs */
	const char *did;
	const char *told_when;
	const char *told_said;
	const char *without_consent_because;
	struct account_id raised_by;
	day raised_on;
	int raised_minute; /* local, or MINUTE_NONE */
	day seen_on;       /* by the safety lead or the deputy */
	struct account_id seen_by;
	const char *done; /* what was done about it */
	day done_on;      /* DAY_NONE: open */
};

/* Nothing known: copy it to begin a new one. */
extern const struct safety_note safety_note_blank;

struct safety_note_list {
	size_t n;
	struct safety_note *at;
};

/* Who answers for safety here; 0: no account of that name. */
struct safety_answerers {
	struct account_id lead, deputy;
};

/* May who read what it says: whoever raised it, the lead, the deputy and coordinators. */
bool safety_note_readable(const struct safety_note *n, const struct account *who,
                          struct safety_answerers here);

/*
 * May who write that it was seen and what was done? The lead or the deputy, never whoever raised it;
 * a coordinator only where neither of the two could.
 */
bool safety_note_answerable(const struct safety_note *n, const struct account *who,
                            struct safety_answerers here);

/* Minutes since it was raised, at least 0. */
int safety_note_waits(const struct safety_note *n, day today, int minute);

/* Not seen by anybody who answers for safety for this long: the whole team is shown it. */
#define SAFETY_UNSEEN_MINUTES 120
bool safety_note_unanswered(const struct safety_note *n, day today, int minute);

/*
 * What stops it from being passed on: only that nobody would know what or whom it is about. Fields
 * are those of safety_note_form. Sentences belong to a.
 */
void safety_note_problems(const struct safety_note *n, struct arena *a, struct problems *ret);

/* The form, in the order in which people speak: about, who, words, did, told, … */
extern const struct field safety_note_form[];

/* What a form or name=value input says; strings last as long as v. Nothing else is filled in. */
struct safety_note safety_note_of(const struct values *v);

#endif
