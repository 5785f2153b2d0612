#ifndef MODEL_PLAN_DOCUMENT_H
#define MODEL_PLAN_DOCUMENT_H

#include "base/day.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A plan as it is handed to a person, in the order in which a frightened person needs it: whole
 * sentences, each of which may be left out before it is printed. No score, level, code or
 * contact-safety line is ever in it.
 */
enum plan_part {
	PLAN_MATTERS, /* what matters to them, their words */
	PLAN_NEXT,    /* what happens next: when, who, phone */
	PLAN_RING,    /* who to ring, by day and at night */
	PLAN_WORSE,   /* if things get worse */
	PLAN_COPIES,  /* who has a copy */
	PLAN_CHANGED, /* changed your mind? */
	PLAN_PARTS,
};

struct plan_sentence {
	enum plan_part part;
	const char *text;
	bool on;      /* goes on the page */
	bool guarded; /* began off: feelings, family, safety, wishes, or marked so */
};

struct plan_document {
	bool brief;   /* somebody else may see it: dates, who rings, numbers; nothing that tells */
	day on;       /* of the page */
	day replaces; /* of the plan it replaces, or DAY_NONE */
	const char *service; /* who hands it out; "" where the name would tell */
	const char *ref;     /* small, in the foot */
	size_t n;
	struct plan_sentence *at; /* in the order of their parts */
};

/* "Your plan, 23 November 2026. It replaces the one of 3 October." Belongs to a. */
const char *plan_document_title(const struct plan_document *d, struct arena *a);
/* The head of a part: "What happens next". */
const char *plan_part_head(enum plan_part part);

#endif
