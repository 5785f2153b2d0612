#ifndef MODEL_PLAN_CHANGES_H
#define MODEL_PLAN_CHANGES_H

#include "base/arena.h"
#include "model/action.h"
#include "model/contingency.h"
#include "model/goal.h"
#include "model/plan.h"
#include "model/signpost.h"

/* All that one version of a plan says. */
struct plan_content {
	struct plan plan;
	struct action_list actions;
	/* of the concern of each action, as the list calls it that was asked; NULL: as clew's own does */
	const char *const *labels;
	struct goal_list goals;
	struct contingency_list worse;
};

struct sentences {
	size_t n;
	const char **at;
};

/*
 * What is different between two versions, in words, a sentence each: "New: Money, bills or debt: ring
 * the bank, by Fri 27 Nov." "Gone: …" "Work or study: ring her accountant, by Mon 30 Nov, was Fri 27
 * Nov." How far something has come is no difference: that is for a review. Nothing: n 0. Strings
 * belong to a.
 */
struct sentences plan_changes(const struct plan_content *was, const struct plan_content *now,
                              day today, struct arena *a);

/* One version in lines, for reading; heads stand alone, what is under them begins with two blanks. */
struct sentences plan_lines(const struct plan_content *x, day today, struct arena *a);

/* What came of one thing that a review went over. */
struct plan_outcome {
	const char *what; /* "ring her accountant", a goal in their words */
	const char *outcome;
	bool goal;
	enum action_status status; /* of an action */
	enum goal_status reached;  /* of a goal */
	enum support supported;
	enum helped helped; /* of a service */
};

/*
 * A review in words, a sentence a line: "Ring her accountant: done, and felt supported." "“Keep the
 * studio open”: partly achieved, felt partly supported." "Ask the council: not done yet." For the
 * timeline and for letters. "" when n is 0. Belongs to a.
 */
const char *plan_review_text(const struct plan_outcome *at, size_t n, struct arena *a);

#endif
