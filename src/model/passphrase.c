#include "model/passphrase.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define WORDS_LEAST 3
#define WORD_LEAST  3

/* Folded, and without blanks: "Pass word 123" is guessed as soon as "password123". */
static struct str squeezed(struct str typed, struct arena *a)
{
	const char *folded = text_fold(typed, a);
	char *out = arena_alloc(a, strlen(folded) + 1);
	size_t n = 0;

	for (const char *c = folded; *c; c++)
		if (*c != ' ')
			out[n++] = *c;
	out[n] = '\0';
	return (struct str){ out, n };
}

static size_t characters(struct str s)
{
	size_t n = 0, len;

	for (; s.n > 0; s.at += len, s.n -= len, n++)
		text_decode(s, &len);
	return n;
}

static bool long_enough(struct str typed)
{
	struct str rest = str_trim(typed), word;
	size_t words = 0;

	if (characters(rest) >= PASSPHRASE_LEAST)
		return true;
	while (str_cut(&rest, ' ', &word))
		words += characters(word) >= WORD_LEAST;
	return words >= WORDS_LEAST;
}

static bool guessed_first(struct str squeezed)
{
	struct table t = table_of(embedded_file("words/passphrases.tsv"));

	while (table_next(&t))
		if (str_equal(table_field(&t, "passphrase"), squeezed))
			return true;
	return false;
}

/* "abcabcabcabc": at most four characters over and over; "123456789012", "abcdefghijkl". */
static bool monotonous(struct str s)
{
	for (size_t period = 1; period <= 4; period++) {
		size_t i = period;

		while (i < s.n && s.at[i] == s.at[i - period])
			i++;
		if (i >= s.n)
			return true;
	}
	for (size_t i = 1; i < s.n; i++)
		if (s.at[i] - s.at[i - 1] != 1 && !(s.at[i - 1] == '9' && s.at[i] == '0'))
			return false;
	return true;
}

/* Take what is known of them out of it: is hardly anything left? */
static bool made_of(struct str s, const char *known, struct arena *a)
{
	struct str part = squeezed(str_of(known), a);
	size_t left = s.n;

	if (part.n < WORD_LEAST)
		return false;
	for (size_t i = 0; i + part.n <= s.n;) {
		if (memcmp(s.at + i, part.at, part.n) == 0) {
			left -= part.n;
			i += part.n;
		} else {
			i++;
		}
	}
	return left < s.n && left < 6;
}

static const char *problem(struct str typed, const struct passphrase_of *whose, struct arena *a)
{
	struct str s = squeezed(typed, a);

	if (!long_enough(typed))
		return _(
			"A passphrase has at least 12 characters, or three words: three or four words that "
			"have nothing to do with each other do well.");
	if (guessed_first(s) || monotonous(s))
		return _("That one is among those that are guessed first. Take three or four words "
		         "that have nothing to do with each other.");
	if (made_of(s, whose->login, a) || made_of(s, whose->name, a) ||
	    made_of(s, whose->service, a))
		return _("That is little more than a name that everybody knows here. Take three or "
		         "four words that have nothing to do with it.");
	return NULL;
}

const char *passphrase_problem(struct str typed, const struct passphrase_of *whose)
{
	struct arena a = { 0 };
	const char *text = problem(typed, whose, &a);

	arena_wipe(&a);
	return text;
}
