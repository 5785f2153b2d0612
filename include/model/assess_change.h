#ifndef MODEL_ASSESS_CHANGE_H
#define MODEL_ASSESS_CHANGE_H

#include "model/assessment.h"
#include "model/concern.h"
#include "model/concerns.h"

/*
 * What changed between two assessments, in words: for the screen after a review, the timeline and
 * paper. Pure. More trouble is worse.
 */

/* In the order they are told. */
enum assess_moved {
	MOVED_WORSE,
	MOVED_NEW,
	MOVED_TALK, /* wants to talk about it */
	MOVED_SAME,
	MOVED_BETTER,
	MOVED_GONE,       /* no trouble now */
	MOVED_RATHER_NOT, /* would rather not say now */
	MOVED_NOT_ASKED,
};

struct assess_change {
	const char *code;  /* of the concern, or "overall" */
	const char *label; /* of the list it was asked from */
	enum assess_moved how;
	int was, now;     /* 0..10, or NUMBER_NONE */
	size_t place;     /* in that list */
	const char *text; /* "Looking after others was 5, is 8: worse." */
};

struct assess_change_list {
	size_t n;
	struct assess_change *
		at; /* overall first, then as enum assess_moved, then by size of step, then by place */
};

/* One of the two: what it said. */
struct assess_said {
	int overall; /* 0..10, or NUMBER_NONE */
	struct concern_list concerns;
	struct domain_nothing_list nothings;
};

/*
 * Concerns that were no trouble both times are left out, and so is what neither asked. set, the list
 * that now was asked from, must outlast *ret; everything else in it belongs to a.
 */
void assess_compare(const struct concern_set *set, const struct assess_said *was,
                    const struct assess_said *now, struct arena *a, struct assess_change_list *ret);

/*
 * All of it in one paragraph, what was not asked gathered at the end: "Money was 9, still 9. Looking
 * after others was 5, is 8: worse. Not asked: Pets, Sleep." "" when there is nothing to say.
 */
const char *assess_changes_text(const struct assess_change_list *list, struct arena *a);

/* "2 worse, 1 new, 1 the same, 3 better" */
const char *assess_changes_count(const struct assess_change_list *list, struct arena *a);

#endif
