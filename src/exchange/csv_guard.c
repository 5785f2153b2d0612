#include "exchange/csv_guard.h"

#include <string.h>

/* Bytes of the byte order mark, control character or space that text begins with; 0: none. */
static size_t passed_over(struct str text)
{
	const unsigned char *at = (const unsigned char *)text.at;

	if (text.n == 0)
		return 0;
	if (at[0] <= 0x20 || at[0] == 0x7F)
		return 1;
	if (text.n >= 2 && at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F)
		return 2;
	if (text.n >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		return 3;
	return 0;
}

static bool plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool csv_risky(struct str text)
{
	static const char triggers[] = { '=', '+', '-', '@', '|', '%' };
	size_t n;

	if (text.n > 0 && plain(text.at[0])) /* as nearly all text begins */
		return false;
	while (text.n > 0 && text.at[0] == '\'')
		text = (struct str){ text.at + 1, text.n - 1 };
	while ((n = passed_over(text)) > 0)
		text = (struct str){ text.at + n, text.n - n };
	return text.n > 0 && memchr(triggers, text.at[0], sizeof(triggers));
}

struct str csv_unguard(struct str text)
{
	if (text.n == 0 || text.at[0] != '\'' || !csv_risky(text))
		return text;
	return (struct str){ text.at + 1, text.n - 1 };
}
