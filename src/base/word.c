#include "base/word.h"

#include <strings.h>

static const struct word *by_value(const struct words *w, int value)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->at[i].value == value)
			return &w->at[i];
	return NULL;
}

const char *words_word(const struct words *w, int value)
{
	const struct word *found = by_value(w, value);

	return found ? found->word : NULL;
}

const char *words_label(const struct words *w, int value)
{
	const struct word *found = by_value(w, value);

	return found ? found->label : "";
}

static bool same_label(const char *label, struct str text)
{
	return text.n > 0 && str_of(label).n == text.n && strncasecmp(label, text.at, text.n) == 0;
}

int words_find(const struct words *w, struct str text)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_is(text, w->at[i].word) || same_label(w->at[i].label, text))
			return w->at[i].value;
	return 0;
}
