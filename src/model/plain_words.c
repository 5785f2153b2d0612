#include "model/plain_words.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/table.h"

#define WORDS (1u << PLAIN_WORD_BITS)

static struct str word_at(unsigned i)
{
	static struct str words[WORDS];

	if (!words[0].at) {
		struct table t = table_of(embedded_file("words/plain.tsv"));
		size_t n = 0;

		while (n < WORDS && table_next(&t))
			words[n++] = table_field(&t, "word");
		if (n != WORDS || table_next(&t))
			die("words/plain.tsv has not %u words", WORDS);
	}
	return words[i];
}

const char *plain_words(const uint8_t *bytes, size_t n, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++) {
		size_t bit = i * PLAIN_WORD_BITS;
		unsigned two = (unsigned)bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
		struct str word = word_at(two >> (16 - PLAIN_WORD_BITS - bit % 8) & (WORDS - 1));

		text = arena_printf(a, "%s%s%.*s", text, i == 0 ? "" : " ", (int)word.n, word.at);
	}
	return text;
}
