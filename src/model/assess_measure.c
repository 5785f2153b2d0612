/* The rows of measures in an assessment: questions with a scale of their own. */
#include "assess_rows.h"

#include "base/words.h"
#include "model/none.h"

#include <string.h>

void assess_add_measures(struct assess *x, const struct measure_pick *measures)
{
	struct assess_row *old = x->row;
	size_t n = x->n;

	for (size_t i = 0; i < measures->n; i++)
		n += 1 + measures->at[i]->n;
	x->row = ARENA_ARRAY(x->arena, n, struct assess_row);
	memcpy(x->row, old, x->n * sizeof(*old));
	for (size_t i = 0; i < measures->n; i++) {
		const struct measure *m = measures->at[i];

		assess_add_row(x, ASSESS_MEASURE, m->head->name)->measure = m;
		for (size_t j = 0; j < m->n; j++) {
			struct assess_row *r = assess_add_row(
				x, ASSESS_QUESTION,
				arena_printf(x->arena, "%s:%s", m->head->name, m->at[j].code));

			r->measure = m;
			r->question = &m->at[j];
		}
	}
}

static const struct measure_answer *answer_among(const struct measure_taken_list *list,
                                                 const struct assess_row *r)
{
	for (size_t i = 0; r->question && i < list->n; i++)
		if (text_equal(list->at[i].head.measure, r->measure->head->name))
			return measure_answer_to(&list->at[i].answers, r->question->code);
	return NULL;
}

void assess_measured_before(struct assess *x, const struct measure_taken_list *was)
{
	for (size_t i = 0; i < x->n; i++) {
		struct assess_row *r = &x->row[i];
		const struct measure_answer *y = answer_among(was, r);

		if (!y)
			continue;
		r->was = (struct assess_value){ y->answer, y->value, NUMBER_NONE, false };
		r->words_was = arena_strdup(x->arena, y->words);
		if (r->question->named)
			r->words =
				r->words_was; /* what they named once is what is asked about again */
	}
}

void assess_measured_holds(struct assess *x, const struct measure_taken_list *now)
{
	for (size_t i = 0; i < x->n; i++) {
		struct assess_row *r = &x->row[i];
		const struct measure_answer *y = answer_among(now, r);

		if (!y)
			continue;
		r->now = (struct assess_value){ y->answer, y->value, NUMBER_NONE, false };
		if (r->question->named)
			r->words = arena_strdup(x->arena, y->words);
	}
}

bool assess_takes_words(const struct assess_row *r)
{
	return r->kind == ASSESS_CONCERN || (r->question && r->question->named);
}

const char *question_label(const struct assess_row *r)
{
	if (!r->question)
		return r->measure->head->title;
	return r->question->named && !text_empty(r->words) ? r->words : r->question->label;
}

bool question_holds(const struct assess_row *r, const struct assess_value *v)
{
	bool in_range = v->score >= r->question->low && v->score <= r->question->high;

	if (v->nothing || v->matters != NUMBER_NONE || v->answer == CONCERN_TALK)
		return false;
	return v->answer != CONCERN_SCORED || in_range;
}

bool question_takes(const struct assess_row *r, enum assess_act act, int score, struct arena *a,
                    const char **echo)
{
	const struct measure_item *q = r->question;

	if (act == ASSESS_TALK) {
		*echo = arena_printf(a, _("%s takes a number, %d to %d; - is rather not."),
		                     question_label(r), q->low, q->high);
		return false;
	}
	if (act == ASSESS_SCORE && (score < q->low || score > q->high)) {
		*echo = arena_printf(a, _("%s goes from %d, %s, to %d, %s."), question_label(r),
		                     q->low, q->low_words, q->high, q->high_words);
		return false;
	}
	return true;
}

const char *question_change(const struct assess_row *r, struct arena *a)
{
	return measure_change_text(r->measure, r->question->better, r->was.score * MEASURE_ONE,
	                           r->now.score * MEASURE_ONE, a);
}

enum assess_trend question_trend(const struct assess_row *r)
{
	int sign;

	if (r->now.answer != CONCERN_SCORED || r->was.answer != CONCERN_SCORED)
		return TREND_NONE;
	sign = measure_change_sign(r->question->better, r->was.score, r->now.score);
	return sign > 0 ? TREND_BETTER : sign < 0 ? TREND_WORSE : TREND_SAME;
}

const char *question_trend_text(const struct assess_row *r, struct arena *a)
{
	enum assess_trend trend = question_trend(r);
	int by = r->now.score - r->was.score;

	if (trend == TREND_NONE)
		return "";
	if (trend == TREND_SAME)
		return "=";
	return arena_printf(a, "%s%d %s", by > 0 ? "▲" : "▼", by > 0 ? by : -by,
	                    trend == TREND_BETTER ? _("better") : _("worse"));
}

/* Of the whole measure only one thing can be said: that they would rather not. */
bool say_measure(struct assess *x, enum assess_act act, struct arena *a, const char **echo)
{
	const struct assess_value rather_not = { CONCERN_RATHER_NOT, NUMBER_NONE, NUMBER_NONE,
		                                 false };
	const struct measure *m = x->row[x->at].measure;
	size_t heading = x->at;

	if (act != ASSESS_RATHER_NOT) {
		*echo = arena_printf(
			a, _("%s is a heading: - says rather not to all of it. ↓ to a question."),
			m->head->title);
		return false;
	}
	for (size_t i = heading + 1; i < x->n && x->row[i].measure == m; i++) {
		if (x->row[i].now.answer != CONCERN_ANSWER_NONE)
			continue;
		x->at = i;
		assess_put(x, rather_not);
	}
	x->at = heading;
	*echo = arena_printf(a, _("%s: would rather not say. Backspace takes them back."),
	                     m->head->title);
	return true;
}

static struct measure_answer answer_of(const struct assess_row *r)
{
	struct measure_answer y = measure_answer_blank;

	y.item = r->question->code;
	y.answer = r->now.answer;
	y.value = r->now.score;
	y.words = r->words;
	return y;
}

struct measure_taken_list assess_measured(const struct assess *x, struct arena *a)
{
	struct measure_taken_list list = { 0 };
	const struct measure *last = NULL;

	for (size_t i = 0; i < x->n; i++) {
		const struct assess_row *r = &x->row[i];

		if (!r->question || r->now.answer == CONCERN_ANSWER_NONE)
			continue;
		if (r->measure != last) {
			struct measure_taken *taken = ARENA_PUSH(a, &list);

			taken->head = measured_blank;
			taken->head.measure = r->measure->head->name;
			last = r->measure;
		}
		if (list.n > 0)
			*ARENA_PUSH(a, &list.at[list.n - 1].answers) = answer_of(r);
	}
	return list;
}
