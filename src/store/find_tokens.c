#include "find_ids.h"
#include "names.h"

#include <ctype.h>

#define MOST_TOKENS  64 /* names that are followed up, the commonest first */
#define SHORT_INSIDE 3  /* letters that are looked for inside a name, at least */

/* Each of these names in turn, until the screen is full. */
static enum status follow(struct finding *f, const struct name_list *tokens, bool all_words)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < tokens->n && !f->more; i++)
		rc = find_named(f, tokens->at[i], all_words);
	return rc;
}

/* One word stands inside a name; the others, if there are any, begin one. */
enum status find_inside(struct finding *f)
{
	const struct names *names;
	enum status rc = names_read(f->st, &names);

	for (size_t i = 0; rc == OK && i < f->words && !finding_full(f); i++) {
		struct name_list tokens;
		struct str word = f->word[i];

		if (word.n < SHORT_INSIDE)
			continue;
		tokens = names_with(names, word, MOST_TOKENS, f->a);
		/* The name itself stands in for the word while the others are looked for. */
		f->word[i] = (struct str){ word.at, 0 };
		rc = follow(f, &tokens, f->words > 1);
		f->word[i] = word;
	}
	return rc;
}

/* One word sounds like a name; the others begin one, as they are spelt. */
enum status find_sounding(struct finding *f)
{
	const struct names *names;
	enum status rc = names_read(f->st, &names);

	for (size_t i = 0; rc == OK && i < f->words && !finding_full(f); i++) {
		struct name_list tokens;
		struct str word = f->word[i];

		if (word.n < SHORT_INSIDE || isdigit((unsigned char)word.at[0]))
			continue;
		tokens = names_sounding(names, arena_str(f->a, word), MOST_TOKENS, f->a);
		f->word[i] = (struct str){ word.at, 0 };
		rc = follow(f, &tokens, f->words > 1);
		f->word[i] = word;
	}
	return rc;
}
