#ifndef MODEL_ASSESS_FORM_H
#define MODEL_ASSESS_FORM_H

#include "base/field.h"
#include "model/assess.h"
#include "model/assess_doubt.h"
#include "model/assessment.h"
#include "model/when.h"

/*
 * The header of an assessment as a form: whether it was offered, day, how, what prompted it, who was
 * there. Some of it is asked only after other answers: assess_header_asks().
 */
extern const struct field assess_header_form[];

/* Is that field asked where it was offered like that? Fields that always are: true. */
bool assess_header_asks(const char *field, enum assessment_offer offered);

struct values assess_header_values(const struct assessment *x, day today, struct arena *a);

/*
 * Put the values into x; what cannot be goes to problems. Strings of x then belong to a. from->way
 * does not count: days of what happened lie behind, the day to ask again ahead.
 */
void assess_header_from(const struct values *v, const struct when_from *from, struct arena *a,
                        struct problems *problems, struct assessment *x);

/* What stands beside a day as it is typed there: "Mon 7 Dec", why it is no good day; NULL: nothing. */
const char *assess_header_echo(const char *field, const char *text, const struct when_from *from,
                               struct arena *a);

/*
 * What is asked at the end: a reply for each answer that needs a person, the three that matter, what
 * the header still lacks, whether it may be kept and shared, the minutes and the note of the call; of
 * a paper, how many are raised on it. Doubts stand between them as lines. Of a correction (the header
 * has an id) what they agreed to and the call are settled. The table follows from the sheet;
 * everything in it belongs to a.
 */
#define ASSESS_REDS 32

struct assess_end {
	const struct field *fields;
	size_t reds;
	size_t red
		[ASSESS_REDS]; /* rows of the sheet; fields are reply.CODE, why.CODE, who.CODE, note.CODE */
	bool asks_where; /* where they are in treatment */
};

void assess_end_form(const struct assess *x, const struct assessment *header,
                     const struct assess_doubt_list *doubts, struct arena *a,
                     struct assess_end *ret);

/* Where the count on the paper is another one: "13 on the paper, 12 typed: …"; NULL: it agrees. */
const char *assess_end_paper(const struct assess *x, const struct values *v, struct arena *a);

/* What is said when that field is left empty and must not be; NULL: that its label is needed. */
const char *assess_end_missing(const char *field);

/* What is read out before "to keep it" and "to share it": kept with what they answer. */
extern const char assess_keep_words[], assess_share_words[];

/* What to say aloud, or to ask, while that field has the focus; "" when the label says it all. */
const char *assess_end_say(const struct assess *x, const char *field, struct arena *a);

/* The replies. Codes and strings belong to the sheet and to a. */
struct red_answer_list assess_end_reds(const struct assess *x, const struct assess_end *end,
                                       const struct values *v, struct arena *a);
/* The three that matter, in the list of concerns; where it may be kept, shared, and where they are. */
void assess_end_take(const struct values *v, struct concern_list *concerns, struct assessment *x);

#endif
