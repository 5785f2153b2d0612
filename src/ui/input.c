#include "ui/terminal.h"

#include "base/text.h"

#include <string.h>

static void set_name(struct input *in, const char *name)
{
	size_t n = strnlen(name, sizeof(in->key) - 1);

	memcpy(in->key, name, n);
	in->key[n] = '\0';
}

struct input input_char(char32_t c)
{
	struct input in = { .kind = INPUT_TEXT, .ch = c };
	char bytes[5] = "";

	text_encode(c, bytes);
	set_name(&in, c == ' ' ? "Space" : bytes);
	return in;
}

struct input input_key(const char *key)
{
	struct input in = { .kind = INPUT_KEY };
	struct str s = str_of(key);
	size_t len = 0;
	char32_t c;

	if (strcmp(key, "Space") == 0)
		return input_char(' ');
	c = s.n > 0 ? text_decode(s, &len) : 0;
	if (len == s.n && c >= 0x20 && c < TEXT_INVALID)
		return input_char(c);
	set_name(&in, key);
	return in;
}
