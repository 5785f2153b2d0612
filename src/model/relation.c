#include "model/relation.h"

#include "model/none.h"

const struct words relation_kinds = WORDS("kind of relation", RELATION_KINDS);
const struct words powers = WORDS("power of attorney or other right", POWERS);

const struct relation relation_blank = {
	.name = "",
	.phone = "",
	.speaks_about = "",
	.power_seen_on = DAY_NONE,
	.crisis = NUMBER_NONE,
	.ended_on = DAY_NONE,
};

bool relation_with(const struct relation_list *list, struct person_id other)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].other.n == other.n)
			return true;
	return false;
}
