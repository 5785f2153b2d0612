#include "hsds_rows.h"

#include "base/text.h"
#include "model/phone.h"

#include <string.h>

/* Languages that are met in Britain and Ireland; ISO 639-1, or 639-3 where there is no shorter one. */
// clang-format off
static const struct {
	const char *name, *code;
} languages[] = {
	{ "albanian", "sq" }, { "amharic", "am" }, { "arabic", "ar" }, { "bengali", "bn" },
	{ "british sign language", "bfi" }, { "bsl", "bfi" }, { "bulgarian", "bg" },
	{ "cantonese", "yue" }, { "chinese", "zh" }, { "cornish", "kw" }, { "czech", "cs" },
	{ "dari", "prs" }, { "dutch", "nl" }, { "english", "en" }, { "farsi", "fa" },
	{ "french", "fr" }, { "gaelic", "gd" }, { "german", "de" }, { "greek", "el" },
	{ "gujarati", "gu" }, { "hindi", "hi" }, { "hungarian", "hu" }, { "irish", "ga" },
	{ "irish sign language", "isg" }, { "italian", "it" }, { "kurdish", "ku" },
	{ "latvian", "lv" }, { "lithuanian", "lt" }, { "mandarin", "cmn" }, { "nepali", "ne" },
	{ "pashto", "ps" }, { "persian", "fa" }, { "polish", "pl" }, { "portuguese", "pt" },
	{ "punjabi", "pa" }, { "romanian", "ro" }, { "russian", "ru" }, { "scots", "sco" },
	{ "scottish gaelic", "gd" }, { "slovak", "sk" }, { "somali", "so" }, { "spanish", "es" },
	{ "swahili", "sw" }, { "sylheti", "syl" }, { "tamil", "ta" }, { "tigrinya", "ti" },
	{ "turkish", "tr" }, { "ukrainian", "uk" }, { "urdu", "ur" }, { "vietnamese", "vi" },
	{ "welsh", "cy" }, { "yoruba", "yo" },
};
// clang-format on

const char *hsds_language_code(struct str name)
{
	struct arena a = { 0 };
	const char *folded = text_fold(name, &a), *code = "";

	for (size_t i = 0; i < COUNT_OF(languages); i++)
		if (text_equal(languages[i].name, folded) || text_equal(languages[i].code, folded))
			code = languages[i].code;
	arena_reset(&a);
	return code;
}

static bool among(char c, const char *others)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr(others, c));
}

const char *hsds_uri(const char *text, struct arena *a)
{
	struct str s = str_trim(str_of(text)), host;
	bool scheme = str_starts(s, "https://") || str_starts(s, "http://");
	const char *at;

	if (s.n == 0)
		return NULL;
	for (size_t i = 0; i < s.n; i++)
		if (!among(s.at[i], "-._~:/?#[]@!$&'()*+,;=%"))
			return NULL;
	at = arena_str(a, s);
	host = str_of(scheme ? strstr(at, "//") + 2 : at);
	if (!memchr(host.at, '.', host.n) || !among(host.at[0], ""))
		return NULL;
	return scheme ? at : arena_printf(a, "https://%s", at);
}

const char *hsds_email(const char *text, struct arena *a)
{
	struct str s = str_trim(str_of(text));
	const char *at = arena_str(a, s);
	size_t ats = 0;

	if (s.n == 0 || !email_plausible(at) || !among(at[0], "") || !among(at[s.n - 1], ""))
		return NULL;
	for (size_t i = 0; i < s.n; i++) {
		if (!among(at[i], "@.!#$%&'*+/=?^_`{|}~-"))
			return NULL;
		ats += at[i] == '@';
	}
	return ats == 1 ? at : NULL;
}

const char *hsds_with(const char *text, const char *what, const char *more, struct arena *a)
{
	if (text_empty(more))
		return text;
	if (text_empty(text))
		return arena_printf(a, "%s%s", what, more);
	return arena_printf(a, "%s\n\n%s%s", text, what, more);
}
