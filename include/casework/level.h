#ifndef CASEWORK_LEVEL_H
#define CASEWORK_LEVEL_H

#include "casework/strip.h"
#include "model/level.h"

/*
 * How great the need is behind one concern of the last assessment. Somebody judges it; clew never
 * proposes one.
 */
struct level_view {
	struct person_strip strip;
	const char *code, *label;
	int score; /* 0..10, or NUMBER_NONE */
	const char *own_words;
	enum need_level level; /* NEED_LEVEL_NONE: nobody has said */
	struct levels levels;  /* the published tests */
};

/* A look at the record. E_NOT_FOUND with its sentence: it was not raised. Strings belong to a. */
MUST_USE enum status casework_level(struct session *s, struct person_id person, const char *code,
                                    struct arena *a, struct level_view *ret);

/* It is that great. E_NOT_FOUND as above; E_CONFLICT: the assessment is locked. OP_PLAN. */
MUST_USE enum status casework_set_level(struct session *s, struct person_id person,
                                        const char *code, enum need_level level);

#endif
