#include "list_read.h"

#include "base/words.h"
#include "model/none.h"

/* The questions. */

static enum measure_way way_of(struct list_read *r)
{
	struct str s = list_cell(r, "better");

	if (s.n == 0)
		return r->measure.better;
	if (str_is(s, "higher"))
		return MEASURE_HIGHER;
	if (!str_is(s, "lower"))
		list_fault(r, "better", _("is to be higher or lower"));
	return MEASURE_LOWER;
}

static void take_item(struct list_read *r)
{
	const char *code = list_text(r, "code");
	struct measure_item *item;

	for (size_t i = 0; i < r->questions.n; i++)
		if (*code && text_equal(r->questions.at[i].code, code))
			list_fault(r, "code", _("%s stands in this measure already"), code);
	if (r->questions.n == MEASURE_ITEMS_MOST) {
		list_fault(r, NULL, _("a measure has at most %d questions"), MEASURE_ITEMS_MOST);
		return;
	}
	item = ARENA_PUSH(r->a, &r->questions);
	item->place = r->questions.n - 1;
	item->code = code;
	item->label = list_text(r, "label");
	item->ask = list_text(r, "ask");
	item->low_words = list_text(r, "low_words");
	item->high_words = list_text(r, "high_words");
	item->better = way_of(r);
	item->named = str_is(list_cell(r, "named"), "yes");
	if (list_cell(r, "named").n > 0 && !item->named)
		list_fault(r, "named", _("is to be yes, or empty"));
	if (list_number(r, "low", 0, 9, &item->low) && list_number(r, "high", 1, 10, &item->high) &&
	    item->low >= item->high)
		list_fault(r, "high", _("is not above low"));
}

/* The words for ranges. */

static void take_band(struct list_read *r)
{
	struct measure_band *band = ARENA_PUSH(r->a, &r->bands);

	r->band_line = r->line;
	band->words = list_text(r, "band");
	band->item = list_text(r, "item");
	if (!list_hundredths(list_cell(r, "from"), &band->from))
		list_fault(r, "from", _("is to be a number such as 5 or 19.25"));
	if (!list_hundredths(list_cell(r, "to"), &band->to))
		list_fault(r, "to", _("is to be a number such as 6 or 19.98"));
	else if (band->to < band->from)
		list_fault(r, "to", _("is below from"));
	for (size_t i = 0; i + 1 < r->bands.n; i++) {
		const struct measure_band *before = &r->bands.at[i];

		if (text_equal(before->item, band->item) && before->from <= band->to &&
		    band->from <= before->to)
			list_fault(r, "from", _("overlaps with “%s”"), before->words);
	}
	if (!*band->item && r->measure.total == MEASURE_NO_TOTAL)
		list_fault(r, "item", _("is needed: this measure has no total"));
	for (size_t i = 0; *band->item && i < r->questions.n; i++)
		if (text_equal(r->questions.at[i].code, band->item))
			return;
	if (*band->item)
		list_fault(r, "item", _("there is no question %s further up"), band->item);
}

/* The conversion of sums. */

static void take_step(struct list_read *r)
{
	struct measure_step *step = ARENA_PUSH(r->a, &r->steps);
	int sum = 0;

	r->step_line = r->line;
	if (list_number(r, "sum", 0, 10 * MEASURE_ITEMS_MOST, &sum))
		step->sum = sum;
	if (!list_hundredths(list_cell(r, "score"), &step->score))
		list_fault(r, "score", _("is to be a number such as 7 or 24.11"));
	if (r->measure.total != MEASURE_TABLE && r->steps.n == 1)
		list_fault(r, NULL, _("a table of sums goes with total table only"));
	for (size_t i = 0; i + 1 < r->steps.n; i++)
		if (r->steps.at[i].sum == step->sum)
			list_fault(r, "sum", _("%d stands there already"), step->sum);
}

static bool has_sum(const struct list_read *r, int sum)
{
	for (size_t i = 0; i < r->steps.n; i++)
		if (r->steps.at[i].sum == sum)
			return true;
	return false;
}

/* Every sum that can come out has its score, so that no total is ever guessed. */
static void check_steps(struct list_read *r)
{
	int least = 0, most = 0;

	for (size_t i = 0; i < r->questions.n; i++) {
		least += r->questions.at[i].low;
		most += r->questions.at[i].high;
	}
	r->line = r->step_line != 0 ? r->step_line : r->line;
	for (int sum = least; sum <= most; sum++) {
		if (!has_sum(r, sum)) {
			list_fault(
				r, NULL,
				_("the table has no score for the sum %d; sums go from %d to %d"),
				sum, least, most);
			return;
		}
	}
}

void list_measure_end(struct list_read *r)
{
	if (r->faults->n > 0)
		return;
	if (r->questions.n == 0)
		list_fault(r, NULL, _("there is not one question"));
	else if (r->measure.total == MEASURE_TABLE)
		check_steps(r);
	r->measure.n = r->questions.n;
	r->measure.at = r->questions.at;
	r->measure.bands = r->bands.n;
	r->measure.band = r->bands.at;
	r->measure.steps = r->steps.n;
	r->measure.step = r->steps.at;
}

static const struct list_column item_columns[] = {
	{ "code", LIST_NEEDED | LIST_CODE },
	{ "label", LIST_NEEDED },
	{ "ask", 0 },
	{ "low", LIST_NEEDED },
	{ "high", LIST_NEEDED },
	{ "low_words", 0 },
	{ "high_words", 0 },
	{ "better", 0 },
	{ "named", 0 },
	{ 0 },
};

static const struct list_column band_columns[] = {
	{ "band", LIST_NEEDED },
	{ "from", LIST_NEEDED },
	{ "to", LIST_NEEDED },
	{ "item", 0 },
	{ 0 },
};

static const struct list_column step_columns[] = {
	{ "sum", LIST_NEEDED },
	{ "score", LIST_NEEDED },
	{ 0 },
};

const struct list_table list_item_table = { LIST_MEASURE, item_columns, take_item };
const struct list_table list_band_table = { LIST_MEASURE, band_columns, take_band };
const struct list_table list_step_table = { LIST_MEASURE, step_columns, take_step };
