#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/concern.h"
#include "model/ids.h"
#include "model/list_head.h"

/*
 * A measure: a few questions, each with a scale, that are asked the same way each time, such as the
 * four on wellbeing of the Office for National Statistics. Measures are data: clew-list(5).
 *
 * An answer is a whole number on its item's scale, within 0..10. Totals, bands and changes are in
 * hundredths, for conversion tables have decimals: 7.51 is 751.
 */
#define MEASURE_ITEMS_MOST 40
#define MEASURE_ONE        100 /* 1, in hundredths */

#define MEASURE_TOTALS(X)                                               \
	X(MEASURE_NO_TOTAL, "none", "no total: each answer for itself") \
	X(MEASURE_SUM, "sum", "the sum")                                \
	X(MEASURE_TABLE, "table", "the sum, converted by a table")
enum measure_total { MEASURE_TOTAL_NONE, MEASURE_TOTALS(WORD_ENUM) };
extern const struct words measure_totals;

#define MEASURE_ANSWERERS(X)                                     \
	X(MEASURE_BY_PERSON, "person", "they answer themselves") \
	X(MEASURE_BY_WORKER, "worker", "a professional's judgement")
enum measure_answerer { MEASURE_ANSWERER_NONE, MEASURE_ANSWERERS(WORD_ENUM) };
extern const struct words measure_answerers;

#define MEASURE_WAYS(X)                                 \
	X(MEASURE_HIGHER, "higher", "higher is better") \
	X(MEASURE_LOWER, "lower", "lower is better")
enum measure_way { MEASURE_WAY_NONE, MEASURE_WAYS(WORD_ENUM) };
extern const struct words measure_ways;

struct measure_item {
	const char *code;  /* "satisfied" */
	const char *label; /* short, for a row: "Satisfied with life" */
	const char *ask;   /* the question as it is read out, "" when there is none */
	int low, high;     /* 0..10, low < high */
	const char *low_words, *high_words; /* "not at all", "completely" */
	enum measure_way better;
	bool named;   /* the person says in words what it is about: MYCaW's concerns */
	size_t place; /* from 0 */
};

struct measure_band {
	const char *words; /* "low" */
	int from, to;      /* hundredths, both included */
	const char *item;  /* code; "": of the total */
};

struct measure_step {
	int sum;   /* of the answers */
	int score; /* hundredths */
};

struct measure {
	const struct list_head *head;
	enum measure_answerer answerer;
	enum measure_total total;
	enum measure_way better; /* of the total, and of items that do not say */
	int change;              /* hundredths: the least that counts; 0: any does */
	size_t n;
	struct measure_item *at;
	size_t bands;
	struct measure_band *band;
	size_t steps;
	struct measure_step *step; /* of MEASURE_TABLE, one for each possible sum */
};

/* Which measures clew knows now. They and the array outlast whoever was given them. */
struct measure_pick {
	size_t n;
	const struct measure *const *at;
};

/* It was taken of somebody on a day. */
struct measured {
	struct measured_id id;
	int64_t ver;
	struct person_id person;
	const char *measure; /* with its version: "ons4-1" */
	day on_day;
	struct assessment_id assessment; /* 0: on its own */
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct measured measured_blank;

struct measured_list {
	size_t n;
	struct measured *at;
};

/* One answer. No answer there: not asked. */
struct measure_answer {
	struct measured_id measured;
	const char *item;
	int64_t ver;
	struct person_id person;
	enum concern_answer answer; /* CONCERN_SCORED or CONCERN_RATHER_NOT */
	int value;                  /* on the item's scale, or NUMBER_NONE */
	const char *words;          /* theirs, "" */
};

/* Nothing known: copy it to begin a new one. */
extern const struct measure_answer measure_answer_blank;

struct measure_answer_list {
	size_t n;
	struct measure_answer *at;
};

/* It was taken, and what was answered. */
struct measure_taken {
	struct measured head;
	struct measure_answer_list answers;
};

struct measure_taken_list {
	size_t n;
	struct measure_taken *at;
};

const struct measure_item *measure_item(const struct measure *m, const char *code);
const struct measure_answer *measure_answer_to(const struct measure_answer_list *list,
                                               const char *item);

/*
 * The total in hundredths, items the other way round turned first. False when the measure has none
 * or an item has no number.
 */
bool measure_total_of(const struct measure *m, const struct measure_answer_list *answers, int *ret);

/* "low", "very high", of an item's value or (item "") of a total, in hundredths; "" when none. */
const char *measure_band_words(const struct measure *m, const char *item, int hundredths);

/*
 * How a number moved, in words that know which way is better: "up 2, better", "down 1, worse", "the
 * same", and where it is less than what counts "up 0.5, no real change". Hundredths. Belongs to a.
 */
const char *measure_change_text(const struct measure *m, enum measure_way better, int was, int now,
                                struct arena *a);
/* 1 better, -1 worse, 0 neither. */
int measure_change_sign(enum measure_way better, int was, int now);

/* "7", "24.11": hundredths, without what is not needed. Belongs to a. */
const char *measure_number(int hundredths, struct arena *a);

/*
 * What was answered, a line each, the total last: "Satisfied with life 7 (high), was 5: up 2, better".
 * was may be NULL or lack items. In the order of the measure. Lines and array belong to a.
 */
struct measure_lines {
	size_t n;
	const char **at;
};
struct measure_lines measure_lines(const struct measure *m, const struct measure_answer_list *now,
                                   const struct measure_answer_list *was, struct arena *a);

#endif
