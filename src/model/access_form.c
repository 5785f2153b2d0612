#include "model/access_form.h"

#include "base/text.h"
#include "base/words.h"

#define ANYWAY_REASONS(X)                                       \
	X(ACCESS_DANGER, "danger", "somebody may come to harm") \
	X(ACCESS_OTHER, "other", "something else")

const struct words anyway_reasons = WORDS("reason for opening anyway", ANYWAY_REASONS);

const struct field anyway_fields[] = {
	{ "why", _("Why"), FIELD_CHOICE, &anyway_reasons, FIELD_NEEDED, NULL, 0 },
	{ "words", _("In words"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("What you need to see, and what for. Ten characters or more."), 0 },
	{ "passphrase", _("Passphrase"), FIELD_TEXT, NULL, 0, _("Yours. It opens with Enter."), 0 },
	{ 0 },
};

bool access_words_enough(const char *words)
{
	struct str rest = str_trim(str_of(words));
	size_t n = 0, len;

	for (; rest.n > 0; rest.at += len, rest.n -= len, n++)
		text_decode(rest, &len);
	return n >= ACCESS_ANYWAY_LEAST;
}
