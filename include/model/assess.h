#ifndef MODEL_ASSESS_H
#define MODEL_ASSESS_H

#include "base/buf.h"
#include "model/assess_change.h"
#include "model/concern.h"
#include "model/concerns.h"
#include "model/measure.h"
#include "model/red.h"

/*
 * An assessment while it is being made: the sheet of questions, what was answered so far, where one
 * is, and how to take an answer back. Pure: the screen, line-by-line prompts and drafts share it.
 *
 * Rows are the overall distress, then each domain's heading and its concerns in the order of the
 * list, then each measure's heading and its questions. What was answered last time stands beside a row and is never an answer now: such a row shows
 * "?" until it gets one of its own, "same" included.
 */
enum assess_kind {
	ASSESS_OVERALL,
	ASSESS_DOMAIN,
	ASSESS_CONCERN,
	ASSESS_MEASURE,
	ASSESS_QUESTION, /* of a measure */
};

struct assess_value {
	enum concern_answer answer; /* CONCERN_ANSWER_NONE: not asked */
	int score;    /* 0..10 when CONCERN_SCORED, of a question on its scale; else NUMBER_NONE */
	int matters;  /* 1..3, or NUMBER_NONE */
	bool nothing; /* of a domain: nothing (else) here */
};

struct assess_row {
	enum assess_kind kind;
	const char *key;                     /* assess_key() */
	const struct concern_domain *domain; /* NULL: no concern and no heading of some */
	const struct concern_item *item;     /* NULL: no concern */
	const struct measure *measure;       /* NULL: no question of one and not its heading */
	const struct measure_item *question; /* NULL: no question of a measure */
	struct assess_value now, was;
	const char *words, *words_was; /* theirs, "" when none */
};

enum assess_view { ASSESS_ALL, ASSESS_RAISED, ASSESS_LAST };

/* A value that can be taken back. */
struct assess_step {
	size_t row;
	struct assess_value before;
};

struct assess_steps {
	size_t n;
	struct assess_step *at;
};

struct assess {
	const struct concern_set *set;
	bool review;       /* there is an assessment before this one */
	bool in_treatment; /* which answers are red: model/red.h */
	size_t n;
	struct assess_row *row;
	size_t at; /* the row one is on */
	enum assess_view view;
	struct assess_steps steps;
	struct arena *arena; /* rows, words, steps */
};

/* What can be said to a row. */
enum assess_act {
	ASSESS_SCORE, /* 0..10; 0 on a heading: nothing (else) here */
	ASSESS_SAME,
	ASSESS_TALK,
	ASSESS_RATHER_NOT,
	ASSESS_MATTERS, /* one of the three that matter most; again: not any more */
};

/* Nothing asked yet, on the overall row, all rows in view. set must outlast x; a owns its parts. */
void assess_begin(struct assess *x, const struct concern_set *set, struct arena *a);
/* Their rows, below the others: before anything is answered. The measures must outlast x. */
void assess_add_measures(struct assess *x, const struct measure_pick *measures);
/* What was answered last time: x->review from then on. overall may be NUMBER_NONE. */
void assess_before(struct assess *x, int overall, const struct concern_list *was);
/* What was answered to its measures the last time that each was taken. */
void assess_measured_before(struct assess *x, const struct measure_taken_list *was);

/* What stands in it already, of one that is corrected; nothing of it can be taken back. */
void assess_holds(struct assess *x, const struct assess_said *said);
void assess_measured_holds(struct assess *x, const struct measure_taken_list *now);
/* Nothing is answered any more, and nothing can be taken back. */
void assess_clear(struct assess *x);

/*
 * Say it to the row one is on; *echo is then one sentence that says what stands there now, or why
 * nothing was changed (false). Belongs to a. One stays on the row: assess_next() goes on.
 */
bool assess_say(struct assess *x, enum assess_act act, int score, struct arena *a,
                const char **echo);
/* "Money, bills or debt 9, was 9.": as it is echoed. Belongs to a. */
const char *assess_value_text(const struct assess *x, size_t row, struct arena *a);
/* Take back the last thing said, exactly, and go to its row. Words are left as they are. */
bool assess_take_back(struct assess *x, struct arena *a, const char **echo);
void assess_words(struct assess *x, const char *words); /* copied; of the row one is on */
/* Has it words of theirs: a concern, or a question that they name. */
bool assess_takes_words(const struct assess_row *r);

/* Moving among the rows in view; the row one is on is always in view. */
bool assess_in_view(const struct assess *x, size_t row);
void assess_move(struct assess *x, int steps); /* stops at the ends */
void assess_next(struct assess *x);      /* from a heading that has nothing: to the next one */
void assess_next_view(struct assess *x); /* all, raised, last time's, all … */
/*
 * The row of a concern's code, a domain's code, "overall", a measure's name or one of its questions,
 * "ons4-1:happy"; x->n when there is none.
 */
size_t assess_row_of(const struct assess *x, const char *key);
const char *assess_key(const struct assess *x, size_t row);
const char *assess_label(const struct assess *x, size_t row);

/* Raised: a score above 0, or wants to talk about it. */
bool assess_is_raised(const struct assess_row *r);
size_t assess_raised(const struct assess *x);
size_t assess_raised_in(const struct assess *x, const struct concern_domain *d);

/* "9", "talk", "rather not", "·" not asked, "?" answered last time and not yet now. */
const char *assess_now_text(const struct assess_row *r, struct arena *a);
const char *assess_was_text(const struct assess *x, const struct assess_row *r, struct arena *a);

/* How a score moved: more trouble is worse; of a question it is as its measure says. */
enum assess_trend { TREND_NONE, TREND_WORSE, TREND_BETTER, TREND_SAME, TREND_NEW };
enum assess_trend assess_trend(const struct assess *x, const struct assess_row *r);
/* "▲3", "▼2", "=", "new", ""; of a question "▲2 better". Belongs to a. */
const char *assess_trend_text(const struct assess *x, const struct assess_row *r, struct arena *a);

/* Answers that need a person now. */
bool assess_is_red(const struct assess *x, size_t row);
size_t assess_reds(const struct assess *x); /* how many of them */
const char *assess_red_text(const struct assess *x, size_t row, struct arena *a);

/*
 * What is to be kept of it. Ids are left 0; the three that matter are numbered 1, 2, 3 without
 * gaps. Strings belong to the sheet.
 */
struct concern_list assess_concerns(const struct assess *x, struct arena *a);
struct domain_nothing_list assess_nothings(const struct assess *x, struct arena *a);
int assess_overall(const struct assess *x); /* 0..10, or NUMBER_NONE */
/* The measures that have an answer, each with what was answered. */
struct measure_taken_list assess_measured(const struct assess *x, struct arena *a);

/*
 * The draft: name=value lines, everything in it, what can be taken back too; writing what was read
 * gives the same bytes. Reading leaves lines alone that it does not know.
 */
void assess_keep(const struct assess *x, struct buf *draft);
void assess_resume(struct assess *x, struct str draft);
/* The list that the sheet of a draft is of; "" when it does not say. Belongs to a. */
const char *assess_draft_list(struct str draft, struct arena *a);

#endif
