#include "model/ids.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#define REF_DIGITS 6 /* at least */

/* By hand: each row of a long file has one. */
const char *person_ref(struct person_id id, struct arena *a)
{
	char text[32];
	size_t at = sizeof(text);

	if (id.n < 0)
		return arena_printf(a, "CL-%06" PRId64, id.n);
	for (int64_t n = id.n; n > 0 || at > sizeof(text) - REF_DIGITS; n /= 10)
		text[--at] = (char)('0' + n % 10);
	at -= 3;
	memcpy(text + at, "CL-", 3);
	return arena_str(a, (struct str){ text + at, sizeof(text) - at });
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
