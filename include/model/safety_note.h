#ifndef MODEL_SAFETY_NOTE_H
#define MODEL_SAFETY_NOTE_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

/* In the order of the digits 1 to 6 (screens.md, Safety). */
#define SAFETY_ABOUTS(X)                                                         \
	X(SAFETY_ENDING_LIFE, "ending_life", "ending their life")                \
	X(SAFETY_HURT_OR_FRIGHTENED, "hurt_or_frightened", "hurt or frightened") \
	X(SAFETY_NEGLECT, "neglect", "neglect")                                  \
	X(SAFETY_CHILD, "child", "a child")                                      \
	X(SAFETY_ILL_NOW, "ill_now", "ill now")                                  \
	X(SAFETY_SOMETHING_ELSE, "something_else", "something else")
enum safety_about { SAFETY_ABOUT_NONE, SAFETY_ABOUTS(WORD_ENUM) };
extern const struct words safety_abouts;

/* Somebody worried about a person's safety (care.md 1). Never printed, never exported. */
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

#endif
