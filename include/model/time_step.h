#ifndef MODEL_TIME_STEP_H
#define MODEL_TIME_STEP_H

#include "base/field.h"
#include "model/holidays.h"
#include "model/lists.h"
#include "model/referral.h"

/*
 * The steps of somebody's time with us, in the words in which they are offered: what each asks for, and
 * from where it can be taken. That nobody could be reached is written down where it is found out
 * (casework_unable_to_contact()), a death where it is told (h).
 */
#define TIME_STEPS(X)                                               \
	X(STEP_ACCEPT, "accept", "We take them on")                 \
	X(STEP_DECLINE, "decline", "They said no")                  \
	X(STEP_NOT_ELIGIBLE, "not_eligible", "Not one we can help") \
	X(STEP_UNREACHED, "unreached", "Could not be reached")      \
	X(STEP_HOLD, "hold", "On hold for a while")                 \
	X(STEP_GO_ON, "go_on", "Goes on again")                     \
	X(STEP_CLOSE, "close", "Close it")                          \
	X(STEP_REOPEN, "reopen", "Open it again")                   \
	X(STEP_AGAIN, "again", "A new time with us")
enum time_step { TIME_STEP_NONE, TIME_STEPS(WORD_ENUM) };
extern const struct words time_steps;

/* What it becomes; REFERRAL_STATE_NONE for a new time with us. */
enum referral_state time_step_to(enum time_step step);

/* Why a time in that state does not take the step, as a piece of a sentence; NULL: it does. */
const char *time_step_off(enum time_step step, enum referral_state state);

/* What is still open when a time with us ends. */
#define OPEN_ANSWERS(X)                     \
	X(OPEN_STOPS, "stops", "they stop") \
	X(OPEN_STAYS, "stays", "they stay")
enum open_answer { OPEN_ANSWER_NONE, OPEN_ANSWERS(WORD_ENUM) };
extern const struct words open_answers;

/* One step, as it is written down. Begin with a copy of new_step_blank. */
struct new_step {
	struct person_id person;
	struct referral_id referral;
	enum time_step step;
	const char *reason;  /* in words */
	const char *outcome; /* closing: code of data/words/close-reasons.tsv */
	const char *worker;  /* accepting: login of whoever takes them on; "": whoever writes */
	day until;           /* on hold; DAY_NONE: nobody knows */
	enum open_answer reminders; /* closing, where any are open */
	enum open_answer signposts;
	day tell_on; /* a reminder to answer whoever referred them; DAY_NONE: none */
};
extern const struct new_step new_step_blank;

/* The fields of that step: workers and reasons are filled in, and must outlast them. Belongs to a. */
const struct field *time_step_fields(enum time_step step, const struct words *workers,
                                     struct arena *a);

/* From the values of the form; problems by field. Strings belong to a or to v. */
void time_step_from_values(const struct values *v, day today, const struct holidays *holidays,
                           struct arena *a, struct new_step *ret, struct problems *problems);

/* What stops it whoever writes it down; open_n: reminders and signposts that are still open. */
struct open_things {
	size_t reminders, signposts;
};
void new_step_problems(const struct new_step *x, const struct open_things *open, day today,
                       struct arena *a, struct problems *problems);

#endif
