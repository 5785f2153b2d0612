#include "model/disclosure.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/none.h"

const struct words disclosure_kinds = WORDS("how something left", DISCLOSURE_KINDS);
const struct words documents = WORDS("kind of paper", DOCUMENTS);
const struct words leaves_words = WORDS("what is passed on", LEAVES);

const struct disclosure disclosure_blank = {
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.to_whom = "",
	.basis = "",
	.fields = "",
	.how = "",
	.file_hash = "",
	.people = NUMBER_NONE,
	.who = "",
};

static bool goes(const struct leaving *l, unsigned ticked, int field)
{
	return (ticked & LEAVES_BIT(field)) != 0 && !text_empty(l->value[field]);
}

static bool ends_sentence(const char *text)
{
	size_t n = str_of(text).n;

	return n > 0 && (text[n - 1] == '.' || text[n - 1] == '?' || text[n - 1] == '!');
}

const char *leaving_text(const struct leaving *l, unsigned ticked, struct arena *a)
{
	const char *text = "";

	for (int i = 1; i < LEAVES_COUNT; i++)
		if (goes(l, ticked, i))
			text = arena_printf(a, "%s%s%s: %s%s", text, text_empty(text) ? "" : " ",
			                    words_label(&leaves_words, i), l->value[i],
			                    ends_sentence(l->value[i]) ? "" : ".");
	return text;
}

const char *leaving_names(const struct leaving *l, unsigned ticked, struct arena *a)
{
	const char *text = "";

	for (int i = 1; i < LEAVES_COUNT; i++)
		if (goes(l, ticked, i))
			text = arena_printf(a, "%s%s%s", text, text_empty(text) ? "" : ", ",
			                    text_fold(str_of(words_label(&leaves_words, i)), a));
	return text;
}
