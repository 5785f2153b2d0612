#include "model/notice.h"

#define MONTHS_IT_HOLDS 12

const struct words notice_hows = WORDS("how the notice was given", NOTICE_HOWS);

const struct notice notice_blank = {
	.version = "",
	.on_day = DAY_NONE,
	.language = "",
};

bool notice_due(const struct notice_list *given, const char *version, day today)
{
	if (given->n == 0 || !text_equal(given->at[0].version, version))
		return true;
	return day_add_months(given->at[0].on_day, MONTHS_IT_HOLDS) < today;
}
