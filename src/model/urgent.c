#include "model/urgent.h"

#include "base/words.h"

/* Treatment is on record by its first day, or only by where they are. */
static bool treated(const struct person *p)
{
	switch (p->stage) {
	case STAGE_IN_TREATMENT:
	case STAGE_TREATMENT_ENDED:
	case STAGE_FOLLOW_UP:
	case STAGE_RECURRENCE:
	case STAGE_LIVING_WITH:
	case STAGE_END_OF_LIFE:
	case STAGE_DIED:
	case STAGE_CARING:
	case STAGE_BEREAVED:
		return true;
	case STAGE_NONE:
	case STAGE_SUSPECTED:
	case STAGE_DIAGNOSED:
	case STAGE_AWAITING_TREATMENT:
		break;
	}
	return day_valid(p->treatment_began_on);
}

bool urgent_over(const struct person *p, day today)
{
	return day_valid(p->urgent_referral_on) && !treated(p) && !person_died(p) &&
	       today - p->urgent_referral_on > URGENT_DAYS;
}

const char *urgent_text(const struct person *p, day today, struct arena *a)
{
	day from = p->urgent_referral_on, began = p->treatment_began_on;

	if (!day_valid(from) || person_died(p))
		return "";
	if (day_valid(began) && began >= from)
		return began - from > URGENT_DAYS
		               ? arena_printf(a, _("treated on day %d, %d over 62"), began - from,
		                              began - from - URGENT_DAYS)
		               : arena_printf(a, _("treated on day %d of 62"), began - from);
	if (treated(p) || today < from)
		return "";
	if (urgent_over(p, today))
		return arena_printf(a, _("%d days since the urgent referral, %d over 62"),
		                    today - from, today - from - URGENT_DAYS);
	return arena_printf(a, _("day %d of 62 since the urgent referral"), today - from);
}
