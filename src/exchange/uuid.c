#include "exchange/uuid.h"

#include "vault/digest.h"

#include <string.h>

static bool hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool uuid_is(const char *text)
{
	if (strlen(text) != 36)
		return false;
	for (int i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? text[i] != '-' : !hexadecimal(text[i]))
			return false;
	}
	return true;
}

const char *uuid_made(const char *identity, const char *table, int64_t row, const char *part,
                      struct arena *a)
{
	uint8_t sum[DIGEST_BYTES];
	char hex[DIGEST_HEX_ROOM];
	struct digest d;

	digest_init(&d, NULL, "uuid    ");
	digest_text(&d, str_of(identity));
	digest_text(&d, str_of(table));
	digest_int(&d, row);
	digest_text(&d, str_of(part));
	digest_end(&d, sum);
	sum[6] = (uint8_t)((sum[6] & 0x0F) | 0x80); /* version 8: made in a way of one's own */
	sum[8] = (uint8_t)((sum[8] & 0x3F) | 0x80);
	digest_hex(sum, hex);
	return arena_printf(a, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16,
	                    hex + 20);
}
