#ifndef CASEWORK_RELEASE_H
#define CASEWORK_RELEASE_H

#include "casework/strip.h"
#include "model/consent.h"
#include "model/paper.h"
#include "model/plan.h"

/* Which paper about a person, and for whom. */
struct paper_wanted {
	enum document document;
	struct person_id person;
	/* of a letter: to the GP, else to whoever referred them */
	bool to_gp;
	/* of a plan or summary: to_whom "" or NULL is their own; else it goes to somebody else */
	struct share_with copy;
	struct reminder_id reminder; /* of a slip; 0: the next date there is */
	struct plan_id plan; /* of a plan: which version of theirs, as it was then; 0: the newest */
	bool wishes; /* of their own plan or summary: what they wish, as lines that are off */
};

/* What would leave, and what is missing of it, before anything does. */
struct release {
	struct paper_wanted wanted;
	struct share_with goes; /* to_whom "": their own; else for what, and to whom */
	struct person_strip strip;
	struct plan_id plan; /* whose paper it is; 0: none */
	enum asked seen;     /* will anybody else see the paper: asked once a person */
	struct paper paper;
	size_t missing; /* sentences: "The plan is not agreed yet." */
	const char **lacks;
};

/*
 * A paper as it may be handed out. What is their own is, unless it is known that nobody else sees it,
 * the short one: dates, who rings, numbers; no illness, no words of theirs, no name of a service that
 * tells. E_NOT_FOUND: there is nothing to put on it. E_DENIED: a letter to them, and post is not safe.
 * E_CONFLICT: it would tell whatever is left off, and somebody else may see it. Wishes that are wanted
 * are a look of their own; E_DENIED, as casework_wishes(), where they are not for this account; E_INVALID
 * on any other paper, or a copy for somebody else. Strings belong to a.
 */
MUST_USE enum status casework_release_paper(struct session *s, const struct paper_wanted *w,
                                            struct arena *a, struct release *ret);

/*
 * It leaves: on record as print and as a disclosure of what is ticked; of their own copy of the plan
 * the plan is given, and the reminder to give it is done; the letter of the ladder is a try, and *said
 * is what follows from it ("" of any other paper; belongs to a). All of it is one change. E_CONFLICT:
 * it is for somebody else, to which they have not agreed; E_DENIED: post has become unsafe. To be
 * called once the page is made and before it has its name (base/file.h).
 */
MUST_USE enum status casework_released_paper(struct session *s, const struct release *r,
                                             struct arena *a, const char **said);

/* May somebody else have a paper of theirs? E_CONFLICT with the sentence that says why not. */
MUST_USE enum status casework_may_copy_paper(struct session *s, struct person_id person,
                                             const struct share_with *with);

/* What they answered: will anybody else see this paper? */
MUST_USE enum status casework_set_paper_seen(struct session *s, struct person_id person,
                                             enum asked seen);

/* What there is to hand out about a person, in the order of the menu. */
struct paper_offer {
	struct paper_wanted wanted;
	const char *label; /* "Letter to Dr Shah, their GP" */
	const char *off;   /* why not, as a sentence; NULL: it can be had */
};
struct paper_offer_list {
	size_t n;
	struct paper_offer *at;
};
MUST_USE enum status casework_papers(struct session *s, struct person_id person, struct arena *a,
                                     struct paper_offer_list *ret);

#endif
