#include "bech32.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#define CHECK_CHARS 6
#define LONGEST     90 /* BIP-173; the check is proved up to there */

static const char alphabet[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static uint32_t check_step(uint32_t check, unsigned five)
{
	static const uint32_t generator[] = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
		                              0x2a1462b3 };
	uint32_t top = check >> 25;
	size_t i;

	check = (check & 0x1ffffff) << 5 ^ five;
	for (i = 0; i < 5; i++)
		if (top >> i & 1)
			check ^= generator[i];
	return check;
}

static uint32_t check_prefix(const char *prefix, size_t n)
{
	uint32_t check = 1;
	size_t i;

	for (i = 0; i < n; i++)
		check = check_step(check, (unsigned char)lower(prefix[i]) >> 5);
	check = check_step(check, 0);
	for (i = 0; i < n; i++)
		check = check_step(check, (unsigned char)lower(prefix[i]) & 31);
	return check;
}

/* Eight bits to five; the last character is filled up with zero bits. Returns how many. */
static size_t fives_of(const uint8_t *at, size_t n, uint8_t *fives)
{
	unsigned held = 0, bits = 0;
	size_t out = 0, i;

	for (i = 0; i < n; i++) {
		held = (held << 8 | at[i]) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5)
			fives[out++] = (uint8_t)(held >> (bits - 5) & 31);
	}
	if (bits > 0)
		fives[out++] = (uint8_t)(held << (5 - bits) & 31);
	return out;
}

void bech32_encode(const char *prefix, const uint8_t *at, size_t n, char *ret, size_t room)
{
	size_t prefix_n = strlen(prefix), fives_n, i;
	uint32_t check = check_prefix(prefix, prefix_n);
	char *out = ret + prefix_n;
	uint8_t fives[LONGEST];

	assert(n <= LONGEST / 2 && prefix_n + 1 + (n * 8 + 4) / 5 + CHECK_CHARS < room);
	memcpy(ret, prefix, prefix_n);
	*out++ = '1';
	fives_n = fives_of(at, n, fives);
	for (i = 0; i < fives_n; i++) {
		check = check_step(check, fives[i]);
		*out++ = alphabet[fives[i]];
	}
	for (i = 0; i < CHECK_CHARS; i++)
		check = check_step(check, 0);
	check ^= 1;
	for (i = CHECK_CHARS; i-- > 0;)
		*out++ = alphabet[check >> 5 * i & 31];
	*out = '\0';
	sodium_memzero(fives, sizeof(fives));
}

static bool one_case(struct str text)
{
	bool upper = false, under = false;
	size_t i;

	for (i = 0; i < text.n; i++) {
		if (text.at[i] < 33 || text.at[i] > 126)
			return false;
		upper = upper || (text.at[i] >= 'A' && text.at[i] <= 'Z');
		under = under || (text.at[i] >= 'a' && text.at[i] <= 'z');
	}
	return !(upper && under);
}

/* What a character stands for, 32 when for nothing. */
static unsigned five_of(char c)
{
	const char *at = c ? strchr(alphabet, lower(c)) : NULL;

	return at ? (unsigned)(at - alphabet) : 32;
}

bool bech32_valid(struct str text, size_t *prefix)
{
	size_t n = text.n, i;
	uint32_t check;

	if (text.n > LONGEST || !one_case(text))
		return false;
	while (n > 0 && text.at[n - 1] != '1')
		n--;
	if (n < 2 || text.n - n < CHECK_CHARS)
		return false;
	check = check_prefix(text.at, n - 1);
	for (i = n; i < text.n; i++) {
		unsigned five = five_of(text.at[i]);

		if (five > 31)
			return false;
		check = check_step(check, five);
	}
	if (check != 1)
		return false;
	*prefix = n - 1;
	return true;
}

bool bech32_decode(struct str text, const char *prefix, uint8_t *ret, size_t n)
{
	size_t prefix_n, out = 0, i;
	unsigned held = 0, bits = 0;
	uint8_t bytes[LONGEST];

	if (!bech32_valid(text, &prefix_n) || prefix_n != strlen(prefix) ||
	    text.n - prefix_n - 1 - CHECK_CHARS != (n * 8 + 4) / 5)
		return false;
	for (i = 0; i < prefix_n; i++)
		if (lower(text.at[i]) != prefix[i])
			return false;
	for (i = prefix_n + 1; i < text.n - CHECK_CHARS; i++) {
		held = (held << 5 | five_of(text.at[i])) & 0xfff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes[out++] = (uint8_t)(held >> bits & 0xff);
		}
	}
	if ((held & ((1u << bits) - 1)) == 0 && out == n)
		memcpy(ret, bytes, n);
	else
		n = 0;
	sodium_memzero(bytes, sizeof(bytes));
	return n > 0;
}
