#include "model/contingency.h"

#include "base/text.h"
#include "base/words.h"

const struct contingency contingency_blank = {
	.name = "",
	.signs = "",
	.what = "",
	.who = "",
	.ready = "",
	.review_on = DAY_NONE,
	.on_paper = true,
};

/* Without the full stop that the sentence around it has. */
static const char *bare(const char *text, struct arena *a)
{
	struct str s = str_trim(str_of(text));

	while (s.n > 0 && (s.at[s.n - 1] == '.' || s.at[s.n - 1] == ' '))
		s.n--;
	return arena_str(a, s);
}

/* "If" stands in front once, whether it was typed or not. */
static const char *after_if(const char *name, struct arena *a)
{
	struct str s = str_trim(str_of(name));

	if (s.n > 3 && (s.at[0] == 'I' || s.at[0] == 'i') && s.at[1] == 'f' && s.at[2] == ' ') {
		s.at += 3;
		s.n -= 3;
	}
	return bare(arena_str(a, s), a);
}

/* "If Rosa cannot come (she rings by eight): ring the agency." */
static const char *what_then(const struct contingency *x, struct arena *a)
{
	bool plain = text_equal(x->name, CONTINGENCY_PLAIN) && text_empty(x->signs);
	const char *text = arena_printf(a, _("If %s"), after_if(x->name, a));

	if (plain && !text_empty(x->what))
		return arena_printf(a, "%s.", text_capital(bare(x->what, a), a));
	if (!text_empty(x->signs))
		text = arena_printf(a, _("%s (%s)"), text, bare(x->signs, a));
	if (text_empty(x->what))
		return arena_printf(a, "%s.", text);
	return arena_printf(a, "%s: %s.", text, bare(x->what, a));
}

const char *contingency_text(const struct contingency *x, struct arena *a)
{
	const char *text = what_then(x, a);

	if (!text_empty(x->who))
		text = arena_printf(a, _("%s Tell %s."), text, bare(x->who, a));
	if (!text_empty(x->ready))
		text = arena_printf(a, _("%s Ready for it: %s."), text, bare(x->ready, a));
	return text;
}
