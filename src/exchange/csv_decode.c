#include "csv_decode.h"

#include <string.h>

static size_t ascii_run(const unsigned char *at, size_t n)
{
	const uint64_t high_bits = 0x8080808080808080u;
	size_t i = 0;
	uint64_t word;

	while (n - i >= sizeof(word)) {
		memcpy(&word, at + i, sizeof(word));
		if (word & high_bits)
			break;
		i += sizeof(word);
	}
	while (i < n && at[i] < 0x80)
		i++;
	return i;
}

static bool utf8_begin(struct utf8_check *u, unsigned char c)
{
	u->low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
	u->high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
	if (c >= 0xC2 && c <= 0xDF)
		u->left = 1;
	else if (c >= 0xE0 && c <= 0xEF)
		u->left = 2;
	else if (c >= 0xF0 && c <= 0xF4)
		u->left = 3;
	else
		return false;
	return true;
}

bool utf8_check(struct utf8_check *u, const unsigned char *at, size_t n, size_t *used)
{
	size_t i = 0;

	for (;;) {
		if (u->left == 0)
			i += ascii_run(at + i, n - i);
		if (i == n)
			break;
		if (u->left == 0) {
			u->had = 0;
			if (!utf8_begin(u, at[i]))
				break;
		} else if (at[i] < u->low || at[i] > u->high) {
			u->left = 0;
			break;
		} else {
			u->low = 0x80;
			u->high = 0xBF;
			if (--u->left == 0)
				u->good++;
		}
		u->had++;
		i++;
	}
	*used = i;
	return i == n;
}

static size_t put(char *out, unsigned c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | (c >> 6));
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | (c >> 12));
		out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | (c >> 18));
	out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
	out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* 0x80 to 0x9F, where Windows-1252 is not Latin-1; 0 has no character. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

bool windows_1252_undefined(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xA0 && windows_1252[byte - 0x80] == 0;
}

bool windows_1252_decode(const unsigned char *at, size_t n, size_t *used, char *out, size_t *out_n)
{
	size_t i, k = 0;

	for (i = 0; i < n && !windows_1252_undefined(at[i]); i++) {
		bool moved = at[i] >= 0x80 && at[i] < 0xA0;

		k += put(out + k, moved ? windows_1252[at[i] - 0x80] : at[i]);
	}
	*used = i;
	*out_n = k;
	return i == n;
}

bool utf16_decode(struct utf16_decode *d, const unsigned char *at, size_t n, size_t *used,
                  char *out, size_t *out_n)
{
	size_t i, k = 0;

	for (i = 0; i + 1 < n; i += 2) {
		unsigned c = d->big ? (unsigned)at[i] << 8 | at[i + 1]
		                    : (unsigned)at[i + 1] << 8 | at[i];
		bool low = c >= 0xDC00 && c <= 0xDFFF;

		if (low != (d->high != 0))
			break;
		if (low) {
			k += put(out + k, 0x10000 + ((d->high - 0xD800) << 10) + (c - 0xDC00));
			d->high = 0;
		} else if (c >= 0xD800 && c <= 0xDBFF) {
			d->high = c;
		} else {
			k += put(out + k, c);
		}
	}
	*used = i;
	*out_n = k;
	return i == n;
}
