#include "model/service_ways.h"

#include "base/attr.h"
#include "base/text.h"

#include <string.h>

// clang-format off
/* What ways in and ways of meeting are called, by how the word begins; where, in how they are kept. */
static const struct way {
	enum service_ways which;
	const char *begins, *word;
} ways[] = {
	{ WAYS_OF_MEETING, "phone", "phone" }, { WAYS_OF_MEETING, "tele", "phone" },
	{ WAYS_OF_MEETING, "online", "online" }, { WAYS_OF_MEETING, "web", "online" },
	{ WAYS_OF_MEETING, "virtual", "online" }, { WAYS_OF_MEETING, "email", "online" },
	{ WAYS_OF_MEETING, "venue", "venue" }, { WAYS_OF_MEETING, "physical", "venue" },
	{ WAYS_OF_MEETING, "in person", "venue" }, { WAYS_OF_MEETING, "face to face", "venue" },
	{ WAYS_OF_MEETING, "home", "home_visit" }, { WAYS_OF_MEETING, "outreach", "home_visit" },
	{ WAYS_OF_MEETING, "post", "post" }, { WAYS_OF_MEETING, "text", "text" },
	{ WAYS_IN, "drop", "drop-in" }, { WAYS_IN, "walk", "drop-in" },
	{ WAYS_IN, "appointment", "appointment" }, { WAYS_IN, "book", "appointment" },
	{ WAYS_IN, "self", "self-referral" }, { WAYS_IN, "open", "self-referral" },
	{ WAYS_IN, "referral", "referral" }, { WAYS_IN, "by referral", "referral" },
	{ WAYS_IN, "gp", "referral" }, { WAYS_IN, "professional", "referral" },
	{ WAYS_IN, "member", "membership" },
};
// clang-format on

static const char *add(const char *list, const char *word, struct arena *a)
{
	struct str rest = str_of(list), one;

	while (str_cut(&rest, ';', &one))
		if (str_is(one, word))
			return list;
	return list[0] == '\0' ? word : arena_printf(a, "%s;%s", list, word);
}

enum asked text_yes_or_no(const char *text, struct arena *a)
{
	static const char *const yes[] = { "yes", "true", "1", "y" };
	static const char *const no[] = { "no", "false", "0", "n" };
	const char *folded = text_fold(str_of(text), a);

	for (size_t i = 0; i < COUNT_OF(yes); i++) {
		if (text_equal(folded, yes[i]))
			return SAID_YES;
		if (text_equal(folded, no[i]))
			return SAID_NO;
	}
	return NOT_ASKED;
}

/* The word that a piece of text stands for; NULL when it stands for none. */
static const char *way_of(enum service_ways which, const char *folded, struct arena *a)
{
	enum asked question = which == WAYS_IN ? text_yes_or_no(folded, a) : NOT_ASKED;

	if (question != NOT_ASKED)
		return question == SAID_YES ? "referral" : "self-referral";
	for (size_t i = 0; i < COUNT_OF(ways); i++)
		if (ways[i].which == which &&
		    strncmp(folded, ways[i].begins, strlen(ways[i].begins)) == 0)
			return ways[i].word;
	return NULL;
}

bool text_next_part(const char **rest, const char *whole, struct arena *a, const char **ret)
{
	const char *stops = strpbrk(whole, ";|\n") ? ";|\n" : ",";
	size_t n;

	if (!*rest)
		return false;
	n = strcspn(*rest, stops);
	*ret = arena_str(a, str_trim((struct str){ *rest, n }));
	*rest = (*rest)[n] == '\0' ? NULL : *rest + n + 1;
	return true;
}

const char *service_ways_add(enum service_ways which, const char *list, const char *text,
                             struct arena *a, bool *unknown)
{
	const char *rest = text, *part;

	while (text_next_part(&rest, text, a, &part)) {
		char *folded = arena_strdup(a, text_fold(str_of(part), a));
		const char *word;

		for (char *at = folded; *at; at++)
			*at = *at == '_' ? ' ' : *at;
		word = way_of(which, folded, a);
		if (word)
			list = add(list, word, a);
		else if (*part)
			*unknown = true;
	}
	return list;
}
