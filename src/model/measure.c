#include "model/measure.h"

#include "base/words.h"
#include "model/none.h"

#include <stdlib.h>

const struct words measure_totals = WORDS("total of a measure", MEASURE_TOTALS);
const struct words measure_answerers = WORDS("who answers a measure", MEASURE_ANSWERERS);
const struct words measure_ways = WORDS("which way is better", MEASURE_WAYS);

const struct measured measured_blank = {
	.measure = "",
	.on_day = DAY_NONE,
};

const struct measure_answer measure_answer_blank = {
	.item = "",
	.value = NUMBER_NONE,
	.words = "",
};

const struct measure_item *measure_item(const struct measure *m, const char *code)
{
	for (size_t i = 0; i < m->n; i++)
		if (text_equal(m->at[i].code, code))
			return &m->at[i];
	return NULL;
}

const struct measure_answer *measure_answer_to(const struct measure_answer_list *list,
                                               const char *item)
{
	for (size_t i = 0; list && i < list->n; i++)
		if (text_equal(list->at[i].item, item))
			return &list->at[i];
	return NULL;
}

static bool sum_of(const struct measure *m, const struct measure_answer_list *answers, int *ret)
{
	int sum = 0;

	for (size_t i = 0; i < m->n; i++) {
		const struct measure_item *item = &m->at[i];
		const struct measure_answer *x = measure_answer_to(answers, item->code);

		if (!x || x->answer != CONCERN_SCORED)
			return false;
		sum += item->better == m->better ? x->value : item->low + item->high - x->value;
	}
	*ret = sum;
	return true;
}

bool measure_total_of(const struct measure *m, const struct measure_answer_list *answers, int *ret)
{
	int sum;

	if (m->total == MEASURE_NO_TOTAL || !sum_of(m, answers, &sum))
		return false;
	if (m->total == MEASURE_SUM) {
		*ret = sum * MEASURE_ONE;
		return true;
	}
	for (size_t i = 0; i < m->steps; i++)
		if (m->step[i].sum == sum) {
			*ret = m->step[i].score;
			return true;
		}
	return false;
}

const char *measure_band_words(const struct measure *m, const char *item, int hundredths)
{
	for (size_t i = 0; i < m->bands; i++) {
		const struct measure_band *b = &m->band[i];

		if (text_equal(b->item, item) && hundredths >= b->from && hundredths <= b->to)
			return b->words;
	}
	return "";
}

int measure_change_sign(enum measure_way better, int was, int now)
{
	int up = (now > was) - (now < was);

	return better == MEASURE_HIGHER ? up : -up;
}

const char *measure_number(int hundredths, struct arena *a)
{
	int part = hundredths % MEASURE_ONE;

	if (part == 0)
		return arena_printf(a, "%d", hundredths / MEASURE_ONE);
	if (part % 10 == 0)
		return arena_printf(a, "%d.%d", hundredths / MEASURE_ONE, part / 10);
	return arena_printf(a, "%d.%02d", hundredths / MEASURE_ONE, part);
}

const char *measure_change_text(const struct measure *m, enum measure_way better, int was, int now,
                                struct arena *a)
{
	const char *moved = measure_number(abs(now - was), a);
	int sign = measure_change_sign(better, was, now);

	if (sign == 0)
		return _("the same");
	if (abs(now - was) < m->change)
		return arena_printf(
			a, now > was ? _("up %s, no real change") : _("down %s, no real change"),
			moved);
	if (now > was)
		return arena_printf(a, sign > 0 ? _("up %s, better") : _("up %s, worse"), moved);
	return arena_printf(a, sign > 0 ? _("down %s, better") : _("down %s, worse"), moved);
}

/* "24.11 (medium), was 21.54: up 2.57, better" */
static const char *number_line(const struct measure *m, const struct measure_item *item, int now,
                               const int *was, struct arena *a)
{
	const char *band = measure_band_words(m, item ? item->code : "", now);
	const char *line = measure_number(now, a);

	if (*band)
		line = arena_printf(a, "%s (%s)", line, band);
	if (!was)
		return line;
	return arena_printf(a, _("%s, was %s: %s"), line, measure_number(*was, a),
	                    measure_change_text(m, item ? item->better : m->better, *was, now, a));
}

static const char *item_line(const struct measure *m, const struct measure_item *item,
                             const struct measure_answer *now, const struct measure_answer *was,
                             struct arena *a)
{
	const char *label = item->label;
	int before = was ? was->value * MEASURE_ONE : 0;

	if (!text_empty(now->words))
		label = arena_printf(a, "%s “%s”", label, now->words);
	if (now->answer != CONCERN_SCORED)
		return arena_printf(a, "%s: %s", label,
		                    words_label(&concern_answers, (int)now->answer));
	return arena_printf(a, "%s %s", label,
	                    number_line(m, item, now->value * MEASURE_ONE,
	                                was && was->answer == CONCERN_SCORED ? &before : NULL, a));
}

struct measure_lines measure_lines(const struct measure *m, const struct measure_answer_list *now,
                                   const struct measure_answer_list *was, struct arena *a)
{
	struct measure_lines lines = { 0 };
	int total = 0, before = 0;

	for (size_t i = 0; i < m->n; i++) {
		const struct measure_answer *x = measure_answer_to(now, m->at[i].code);

		if (x)
			*ARENA_PUSH(a, &lines) = item_line(
				m, &m->at[i], x, measure_answer_to(was, m->at[i].code), a);
	}
	if (m->n > 1 && measure_total_of(m, now, &total))
		*ARENA_PUSH(a, &lines) = arena_printf(
			a, _("Altogether %s"),
			number_line(m, NULL, total,
		                    was && measure_total_of(m, was, &before) ? &before : NULL, a));
	return lines;
}
