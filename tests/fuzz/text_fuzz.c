/*
 * Whatever bytes come: shown as cells they are valid, free of control characters, and all used up;
 * folded twice they are the same as folded once.
 */
#include "base/arena.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void shown(struct str s)
{
	struct text_cell cell;
	size_t left = s.n, bad;

	while (text_next_cell(&s, &cell)) {
		must(s.n < left);
		left = s.n;
		must(cell.n > 0 && cell.n <= 24);
		must(text_valid((struct str){ cell.at, cell.n }, &bad));
		for (size_t i = 0; i < cell.n; i++)
			must((unsigned char)cell.at[i] >= ' ' && cell.at[i] != 0x7f);
	}
	must(left == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct str s = { (const char *)at, n };
	struct arena a = { 0 };
	const char *folded;

	shown(s);
	folded = text_fold(s, &a);
	must(strcmp(folded, text_fold(str_of(folded), &a)) == 0);
	must(text_width(s) == text_width(str_of(text_safe(s, &a))) || memchr(at, '\n', n) ||
	     memchr(at, '\t', n));
	arena_reset(&a);
	return 0;
}
