#include "model/red.h"

#include "base/words.h"

static const char threshold[] = "score >= ";
static const char in_treatment_only[] = "any in treatment";

bool concern_is_red(const struct concern_item *item, enum concern_answer answer, int score,
                    bool in_treatment)
{
	struct str when = str_of(item->ask_when);
	bool troubled = answer == CONCERN_TALK || (answer == CONCERN_SCORED && score > 0);
	long long least;

	if (str_is(when, "any"))
		return troubled || answer == CONCERN_RATHER_NOT;
	if (str_is(when, in_treatment_only))
		return troubled && in_treatment;
	if (answer != CONCERN_SCORED || !str_starts(when, threshold))
		return false;
	when.at += sizeof(threshold) - 1;
	when.n -= sizeof(threshold) - 1;
	return str_int(when, &least) && score >= least;
}

bool overall_is_red(int overall)
{
	return overall >= RED_OVERALL;
}

const char *concern_red_text(const struct concern_item *item, enum concern_answer answer, int score,
                             struct arena *a)
{
	if (str_is(str_of(item->ask_when), in_treatment_only))
		return arena_printf(a, _("%s, in treatment: %s"), item->label, item->ask);
	if (answer == CONCERN_SCORED)
		return arena_printf(a, _("%s %d. %s"), item->label, score, item->ask);
	return arena_printf(a, _("%s. %s"), item->label, item->ask);
}

const char *overall_red_text(int overall, struct arena *a)
{
	return arena_printf(
		a, _("Overall %d. Ask: are you thinking about ending your life? Then !"), overall);
}
