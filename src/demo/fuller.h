#ifndef DEMO_FULLER_H
#define DEMO_FULLER_H

#include "demo.h"

#include "model/concern.h"
#include "model/contingency.h"
#include "model/disclosure.h"
#include "model/money.h"
#include "model/statutory.h"

/* What more stands in a record that a visitor opens: fuller.c has the writers, jane_more.c and john.c say what. */

/* One concern as it was answered. */
struct trouble {
	const char *code;
	int score, was, matters;
	enum need_level level;
	const char *words;
};
/* An assessment that is done: everything else about it is the plainest it can be. */
struct sheet_of {
	const char *list;
	day on;
	struct assessment_id previous;
	int overall;
	size_t n;
	const struct trouble *at;
};
struct assessment_id put_sheet(struct demo *d, const struct life *l, const struct sheet_of *sheet);

/* ONS4: satisfied, worthwhile, happy, anxious. */
void put_wellbeing(struct demo *d, const struct life *l, struct assessment_id at, day on,
                   const int answers[4]);

/* How somebody manages, and what they said to the offer. */
struct managing {
	const char *code;
	enum manages answer;
};
void put_council(struct demo *d, const struct life *l, struct statutory_screen x,
                 const struct managing *at, size_t n);

void put_if(struct demo *d, const struct life *l, struct plan_id plan, struct contingency x);
void put_money(struct demo *d, const struct life *l, struct money x);
/* Their own copy of the plan, given by hand. */
void put_paper_given(struct demo *d, const struct life *l, enum document which, day on);

/* Of hers, by what more there is. */
struct janes {
	struct assessment_id before, now;
	struct plan_id plan;
};
/* john_more.c */
void john_more(struct demo *d, const struct life *l);

/* jane_more.c */
void jane_more(struct demo *d, const struct life *l, const struct janes *x);

#endif
