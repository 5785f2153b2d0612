#include "model/ids.h"

#include <inttypes.h>
#include <strings.h>

const char *person_ref(struct person_id id, struct arena *a)
{
	return arena_printf(a, "CL-%06" PRId64, id.n);
}

bool person_ref_parse(struct str text, struct person_id *ret)
{
	long long n;

	text = str_trim(text);
	if (text.n > 2 && strncasecmp(text.at, "CL", 2) == 0) {
		text = str_trim((struct str){ text.at + 2, text.n - 2 });
		if (str_starts(text, "-"))
			text = str_trim((struct str){ text.at + 1, text.n - 1 });
	}
	if (text.n == 0 || text.at[0] < '0' || text.at[0] > '9')
		return false;
	if (!str_int(text, &n) || n <= 0)
		return false;
	*ret = (struct person_id){ n };
	return true;
}
