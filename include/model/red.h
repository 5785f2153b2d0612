#ifndef MODEL_RED_H
#define MODEL_RED_H

#include "model/concern.h"
#include "model/concerns.h"
#include "model/person.h"

#include <stdbool.h>

/*
 * Answers that need a person now. What makes one red is data, in ask_when of the list:
 * "any" any answer but 0 · "any in treatment" the same, while in treatment or within six weeks of
 * it · "score >= N". Zero is *no trouble now* and never red; *rather not* is red only under "any",
 * where not saying may itself be an answer.
 */
#define RED_OVERALL        9         /* distress of the past week from which it is red */
#define RED_OVERALL_CODE   "overall" /* in red_answer.code */
#define RED_TREATMENT_DAYS 42        /* how long after treatment "in treatment" goes on */

/* Is it one of those, or ""? */
bool ask_when_valid(const char *text);

/* score is 0..10 when answer is CONCERN_SCORED, and not looked at otherwise. */
bool concern_is_red(const struct concern_item *item, enum concern_answer answer, int score,
                    bool in_treatment);

/*
 * Is that person in treatment, or within six weeks of it? Where the stage, or when treatment ended,
 * is not known, yes: a question too many does no harm.
 */
bool person_in_treatment(const struct person *p, day today);

bool overall_is_red(int overall); /* 0..10, or NUMBER_NONE */

/*
 * What the message line says: "No hope 9. Ask: are you thinking about ending your life? Then !",
 * "Hot or shivery, in treatment: shivery, or 37.5 or over today? …". Belongs to a.
 */
const char *concern_red_text(const struct concern_item *item, enum concern_answer answer, int score,
                             struct arena *a);
const char *overall_red_text(int overall, struct arena *a);

#endif
