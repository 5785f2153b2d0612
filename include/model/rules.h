#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "base/arena.h"
#include "model/due.h"
#include "model/happening.h"
#include "model/holidays.h"
#include "model/person.h"
#include "model/reminder.h"

#include <stdbool.h>

/*
 * What follows from something that has happened, and from a change of where somebody is, as data
 * (data/rules/happened.tsv): reminders made in the change that calls for them, each with the id of its
 * rule.
 */
struct rule {
	const char
		*id; /* "end-of-treatment-2w": kept in the reminder; never changes once released */
	enum happening_kind when; /* none: stage says it */
	enum stage stage;         /* where they have come to be */
	bool reported;            /* only when it is not confirmed */
	struct due_rule due; /* working days are counted from today, all else from when it was */
	enum reminder_kind kind;
	const char *what; /* a sentence; {name} stands for whom it is to */
	const char *why;
};

struct rule_list {
	size_t n;
	struct rule *at;
};

/*
 * Those of text (as rule_file_check() finds it in order) that follow from h, or from being at that stage
 * from now on, in their order. Everything in *ret belongs to a.
 */
void rules_after(struct str text, const struct happening *h, struct arena *a,
                 struct rule_list *ret);
void rules_after_stage(struct str text, enum stage stage, struct arena *a, struct rule_list *ret);

/*
 * Today or later: so long after it happened (after today, where that is not known), on a working day;
 * what cannot wait at all (after 0) is due on the day itself.
 */
day rule_due(const struct rule *r, day happened_on, day today, const struct holidays *h);

/* What it says, {name} filled in. Belongs to a. */
const char *rule_text(const struct rule *r, const char *name, struct arena *a);

#endif
