#ifndef MODEL_ASSESS_DOUBT_H
#define MODEL_ASSESS_DOUBT_H

#include "model/assessment.h"
#include "model/concern.h"
#include "model/person.h"

/*
 * What is worth a second look in an assessment: said in words while it is entered, never in the way,
 * and counted by reports. They are what national analysts had to check afterwards. Pure.
 */
#define ASSESS_DOUBTS(X)                                                                   \
	X(DOUBT_NO_DAY, "no_day", "no day")                                                \
	X(DOUBT_AFTER_DEATH, "after_death", "after they died")                             \
	X(DOUBT_BEFORE_BIRTH, "before_birth", "before they were born")                     \
	X(DOUBT_BEFORE_DIAGNOSIS, "before_diagnosis", "before they were diagnosed")        \
	X(DOUBT_LONG_AFTER, "long_after_diagnosis", "more than two years after diagnosis") \
	X(DOUBT_NO_WHERE, "no_pathway_point", "where they are in treatment is not known")  \
	X(DOUBT_NO_ROLE, "no_staff_role", "who asked is not known")                        \
	X(DOUBT_TWICE, "twice", "the same twice")                                          \
	X(DOUBT_MEANWHILE, "meanwhile", "somebody ended another meanwhile")                \
	X(DOUBT_NOT_OFFERED, "answered_not_offered", "answers, and not offered")           \
	X(DOUBT_EMPTY, "no_answers", "nothing was answered")                               \
	X(DOUBT_ALL_ALIKE, "all_alike", "every score is the same")                         \
	X(DOUBT_KEEP, "keep_not_asked", "to keep it was not asked")                        \
	X(DOUBT_SHARE, "share_not_asked", "to share it was not asked")                     \
	X(DOUBT_PLAN, "plan_without_answers", "a plan, and no assessment that was done")
enum assess_doubt_kind { ASSESS_DOUBT_NONE, ASSESS_DOUBTS(WORD_ENUM) };
extern const struct words assess_doubt_kinds;

#define DOUBT_DAYS  730 /* after diagnosis, until which reports count it */
#define DOUBT_ALIKE 8   /* scores that are all the same from which it is asked */

struct assess_doubt {
	enum assess_doubt_kind kind;
	const char *text; /* a sentence */
};

struct assess_doubt_list {
	size_t n;
	struct assess_doubt *at;
};

/* What is looked at. Lists that are not known are empty. */
struct assess_facts {
	const struct assessment *x;
	const struct person *person;
	struct concern_list concerns;
	struct domain_nothing_list nothings;
	struct assessment_list others; /* of that person; x itself may be among them */
	bool planned;                  /* a plan was made from it */
	day today;
};

/* Everything in *ret belongs to a. */
void assess_doubts(const struct assess_facts *f, struct arena *a, struct assess_doubt_list *ret);
void assess_doubt_add(struct assess_doubt_list *list, struct arena *a, enum assess_doubt_kind kind,
                      const char *text);

#endif
