#include "model/cover.h"

#include <assert.h>

const struct cover cover_blank = {
	.from_on = DAY_NONE,
	.back_on = DAY_NONE,
	.reason = "",
};

bool cover_holds(const struct cover *c, day today)
{
	return c->back_on == DAY_NONE && c->from_on <= today;
}

struct account_id cover_sees_to(const struct cover *c, const struct cover_people *people,
                                struct person_id p)
{
	size_t low = 0, high = people->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (people->at[middle].person.n == p.n)
			return people->at[middle].by_account;
		if (people->at[middle].person.n < p.n)
			low = middle + 1;
		else
			high = middle;
	}
	return c->by_account;
}

void cover_spread(const struct person_id *people, size_t n, struct cover_load *loads,
                  size_t loads_n, struct cover_person *ret)
{
	assert(n == 0 || loads_n > 0);
	for (size_t i = 0; i < n; i++) {
		struct cover_load *least = &loads[0];

		for (size_t j = 1; j < loads_n; j++)
			if (loads[j].cases < least->cases)
				least = &loads[j];
		least->cases++;
		ret[i] = (struct cover_person){ people[i], least->account };
	}
}
