#ifndef MODEL_CONTINGENCY_H
#define MODEL_CONTINGENCY_H

#include "base/day.h"
#include "model/ids.h"

/*
 * What is to be done if something gets worse, or somebody can no longer do what they do. Part of a
 * plan: the next version begins with copies.
 */
struct contingency {
	struct contingency_id id;
	int64_t ver;
	struct person_id person;
	struct plan_id plan;
	const char *name;  /* "Rosa cannot come"; never empty */
	const char *signs; /* by what one knows it */
	const char *what;  /* what should happen */
	const char *who;   /* who is to be told, and their number */
	const char *ready; /* medicines or equipment that are kept for it */
	day review_on;
	bool on_paper;
};

/* Nothing known: copy it to begin a new one. */
extern const struct contingency contingency_blank;

struct contingency_list {
	size_t n;
	struct contingency *at;
};

/* The name of the plain one, which is asked for when they agree: only its what is said on paper. */
#define CONTINGENCY_PLAIN "it gets worse"

/*
 * As it stands on their paper, whole sentences: "If Rosa cannot come: ring the agency. Tell Priya,
 * 0113 496 0100. Ready for it: a key with the neighbour.". Belongs to a.
 */
const char *contingency_text(const struct contingency *x, struct arena *a);

#endif
