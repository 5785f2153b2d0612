#include "model/red.h"

#include "base/words.h"

static const char threshold[] = "score >= ";
static const char in_treatment_only[] = "any in treatment";

bool ask_when_valid(const char *text)
{
	struct str when = str_of(text);
	long long least;

	if (when.n == 0 || str_is(when, "any") || str_is(when, in_treatment_only))
		return true;
	if (!str_starts(when, threshold))
		return false;
	when.at += sizeof(threshold) - 1;
	when.n -= sizeof(threshold) - 1;
	return str_int(when, &least) && least >= 1 && least <= 10;
}

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

static bool within_six_weeks(day since, day today)
{
	return !day_valid(since) || today - since <= RED_TREATMENT_DAYS;
}

bool person_in_treatment(const struct person *p, day today)
{
	switch (p->stage) {
	case STAGE_NONE:
	case STAGE_IN_TREATMENT:
		return true;
	case STAGE_TREATMENT_ENDED:
	case STAGE_FOLLOW_UP:
	case STAGE_RECURRENCE:
	case STAGE_LIVING_WITH:
	case STAGE_END_OF_LIFE:
		return within_six_weeks(p->stage_since, today);
	case STAGE_SUSPECTED:
	case STAGE_DIAGNOSED:
	case STAGE_AWAITING_TREATMENT:
	case STAGE_DIED:
	case STAGE_CARING:
	case STAGE_BEREAVED:
		break;
	}
	return false;
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
