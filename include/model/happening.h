#ifndef MODEL_HAPPENING_H
#define MODEL_HAPPENING_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define HAPPENINGS_OF_THE_LIVING(X)                                       \
	X(HAPPENED_TREATMENT_BEGAN, "treatment_began", "treatment began") \
	X(HAPPENED_TREATMENT_ENDED, "treatment_ended", "treatment ended") \
	X(HAPPENED_RECURRENCE, "recurrence", "it has come back")          \
	X(HAPPENED_END_OF_LIFE, "end_of_life", "comfort and support")     \
	X(HAPPENED_HOSPITAL, "hospital", "in hospital")                   \
	X(HAPPENED_HOME, "home", "home from hospital")                    \
	X(HAPPENED_MOVED, "moved", "moved")                               \
	X(HAPPENED_DIED, "died", "died")
#define HAPPENING_KINDS(X)          \
	HAPPENINGS_OF_THE_LIVING(X) \
	X(HAPPENED_ALIVE, "alive", "not so: they are alive")
enum happening_kind { HAPPENING_KIND_NONE, HAPPENING_KINDS(WORD_ENUM) };
extern const struct words happening_kinds;

#define SURENESSES(X)           \
	X(SURE, "sure", "sure") \
	X(SURE_REPORTED, "reported", "reported, not confirmed")
enum sureness { SURENESS_NONE, SURENESSES(WORD_ENUM) };
extern const struct words surenesses;

/* What has happened to a person. */
struct happening {
	struct happening_id id;
	int64_t ver;
	struct person_id person;
	enum happening_kind kind;
	day on_day;        /* DAY_NONE: about says when */
	const char *about; /* when the day is not known */
	const char *told_by;
	enum sureness sure;
	const char *note;
	day recorded_on;
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct happening happening_blank;

struct happening_list {
	size_t n;
	struct happening *at;
};

#endif
