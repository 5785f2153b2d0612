#include "ascii.h"

#include "base/attr.h"

static const struct {
	char32_t c;
	char as;
} likeness[] = {
	{ U'▌', '>' }, { U'━', '#' },  { U'─', '-' },  { U'▲', '^' },      { U'▼', 'v' },
	{ U'↑', '^' }, { U'↓', 'v' },  { U'→', '>' },  { U'←', '<' },      { U'“', '"' },
	{ U'”', '"' }, { U'‘', '\'' }, { U'’', '\'' }, { U'…', '~' },      { U'·', '.' },
	{ U'•', '*' }, { U'–', '-' },  { U'—', '-' },  { U'│', '|' },      { U'×', 'x' },
	{ U'£', 'L' }, { U'✓', 'x' },  { U'▏', '-' },  { U'▎', '-' },      { U'▍', '-' },
	{ U'▋', '#' }, { U'▊', '#' },  { U'▉', '#' },  { U'█', '#' },      { U'▁', '_' },
	{ U'▂', '_' }, { U'▃', '-' },  { U'▄', '-' },  { U'▅', '=' },      { U'▆', '=' },
	{ U'▇', '#' }, { U'½', '+' },  { U'°', 'o' },  { U'\u00a0', ' ' },
};

/* Capitals of Latin-1 and Latin Extended-A; the C locale's own tests know ASCII alone. */
static bool capital(char32_t c)
{
	if (c >= 0xc0 && c <= 0xde)
		return true;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
		return c % 2 == 0;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return c % 2 == 1;
	return c == 0x178;
}

char ascii_for(char32_t c)
{
	struct arena a = { 0 };
	char bytes[4], as = '?';
	const char *folded;

	for (size_t i = 0; i < COUNT_OF(likeness); i++)
		if (likeness[i].c == c)
			return likeness[i].as;
	folded = text_fold((struct str){ bytes, text_encode(c, bytes) }, &a);
	if (folded[0] >= 'a' && folded[0] <= 'z')
		as = capital(c) ? (char)(folded[0] - 'a' + 'A') : folded[0];
	arena_reset(&a);
	return as;
}
