#ifndef MODEL_PLAN_FORM_H
#define MODEL_PLAN_FORM_H

#include "base/field.h"
#include "model/action.h"
#include "model/concern.h"
#include "model/contingency.h"
#include "model/goal.h"
#include "model/plan.h"
#include "model/when.h"

/*
 * The forms of a plan: everything about an action that has a default, strengths, a goal, what to do if
 * something gets worse, and the questions before it is agreed. _values() is what a form begins with;
 * _from() puts what was typed over x, whose days may stay as they were also where they have gone.
 * Strings of x belong to a; what cannot be goes to problems, by field.
 */
extern const struct field plan_action_form[];
extern const struct field plan_agree_form[];
extern const struct field strengths_form[];
extern const struct field goal_form[];
extern const struct field contingency_form[];

/* goal: what it leads to, in their words, "" where it leads to none. */
struct values plan_action_values(const struct action *x, enum need_level level, const char *goal,
                                 day today, struct arena *a);
void plan_action_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct action *x, enum need_level *level);

struct values goal_values(const struct goal *x, day today, struct arena *a);
void goal_from(const struct values *v, const struct when_from *from, struct arena *a,
               struct problems *problems, struct goal *x);

struct values contingency_values(const struct contingency *x, day today, struct arena *a);
void contingency_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct contingency *x);

/* Lines without what is blank at their ends; empty ones go. */
const char *strengths_from(const struct values *v, struct arena *a, struct problems *problems);

/* Who agreed, how, by what right; x's plan fields alone are set. */
void plan_agreed_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct plan *x);

/* A day of a form: *ret is DAY_NONE when nothing is written; what cannot be goes to problems. */
void plan_day_from(const struct values *v, const char *name, const struct when_from *from,
                   struct arena *a, struct problems *problems, day *ret);
/* The same for a day to come; *ret, as it was, may stay. */
void plan_day_ahead_from(const struct values *v, const char *name, const struct when_from *from,
                         struct arena *a, struct problems *problems, day *ret);
/* As such a day is shown to be typed over: one that has gone with its year, for else it is ahead. */
const char *plan_day_value(day d, day today, struct arena *a);
/* Text without blanks at its ends, of at most that many characters. */
const char *plan_text_from(const struct values *v, const char *name, size_t most, struct arena *a,
                           struct problems *problems);

/*
 * What somebody will do and by when, as it is typed in one line: "ring the bank by fri". Where what
 * follows the last "by" is no day, or nothing stands before it, all of it is what, and *by DAY_NONE.
 */
const char *action_line_parse(const char *line, const struct when_from *from, struct arena *a,
                              day *by);

#endif
