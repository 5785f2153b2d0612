#ifndef CASEWORK_RELEASE_WORDS_H
#define CASEWORK_RELEASE_WORDS_H

#include "release_from.h"

/* How things are said on every paper. Strings belong to a. */

/* Words that say what somebody has, also in the name of a service: care rule 12. */
bool release_names_illness(const char *text);
/* What may be said on paper: somebody who may not know what they have does not read it there. */
bool release_may_say(const struct release_from *from, const char *text);
/* May a service be named: neither its names nor whom it is for tell. */
bool release_may_name(const struct release_from *from, const struct service *x);
/* Feelings, family and wishes begin off the page, and what is like no concern of clew's own list. */
bool release_is_private(const struct release_from *from, const char *concern);

/* The name of the service that hands it out; "" where it would tell, and on what others may see. */
const char *release_service_name(const struct release_from *from, bool brief);
/* "0113 496 0100, Monday to Friday, 9 to 5"; "" when there is no number. */
const char *release_reached(const struct release_from *from, struct arena *a);
/*
 * In their own words, in quotes: what matters to them, and a goal. They begin off the page where
 * somebody else gets it: whoever is spoken of may read it (care rule 17).
 */
void release_put_matters(const struct release_from *from, struct paper *d, struct arena *a);
/* Is it followed up by what stays off the page? Then it begins off too, on their own as well. */
bool release_goal_is_private(const struct release_from *from, const struct goal *g);

/* "ring her accountant" as one says it to her: "ring your accountant"; and as she says it: "my". */
const char *release_to_you(const char *what, struct arena *a);
const char *release_to_me(const char *what, struct arena *a);
const char *release_lower_first(const char *text, struct arena *a);
/* "money, bills or debt" */
const char *release_concern(const struct release_from *from, const char *code, struct arena *a);
/* "Money, bills or debt", as the list of the assessment has it. */
const char *release_label(const struct release_from *from, const char *code);
/* " by Mon 30 Nov", "" of none and of a day that has gone: on paper it would only frighten */
const char *release_by(const struct release_from *from, day on, struct arena *a);
/* "Jane Carter" */
const char *release_full_name(const struct person *p, struct arena *a);
/* In quotes, on one line or several; "" of nothing. */
const char *release_quoted(const char *words, struct arena *a);

/*
 * What they wish if things get worse, where it was asked for: every line of it begins off the page. mine:
 * as they say it themselves.
 */
void release_put_wishes(const struct release_from *from, bool mine, struct paper *d,
                        struct arena *a);

/*
 * What came of the plan when it was gone over last, a sentence each; mine: as they say it themselves. What
 * is private, and what is of no action or goal that is in the plan now, begins off the page.
 */
void release_put_review(const struct release_from *from, bool mine, struct paper *d,
                        struct arena *a);

/*
 * The papers: what stands on each, brief or not as ret->paper.brief says. OK, or the failure whose
 * sentence is in the session.
 */
typedef enum status release_paper(struct session *s, const struct release_from *from,
                                  struct arena *a, struct release *ret);
release_paper release_plan, release_summary, release_letter, release_try_letter, release_slip,
	release_services, release_questions, release_assessment, release_statutory;

/* Parts of every letter to others: who writes to whom and when, above the title; the person; the end. */
void release_put_letterhead(const struct release_from *from, const char *to, struct paper *d,
                            struct arena *a);
void release_put_person(const struct release_from *from, struct paper *d, struct arena *a);
void release_put_end(const struct release_from *from, struct paper *d, struct arena *a);
/* What a letter to r->goes lacks, their yes before all. */
MUST_USE enum status release_letter_lacks(struct session *s, const struct release_from *from,
                                          struct arena *a, struct release *r);

/* "Janie died. Only a letter that says so goes out." */
const char *release_died_text(const struct person *p, struct arena *a);
/* One sentence that is missing. */
void release_lacks(struct release *r, struct arena *a, const char *sentence);

#endif
