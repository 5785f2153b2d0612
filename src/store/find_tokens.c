#include "find_ids.h"

#include "base/text.h"

#include <ctype.h>
#include <string.h>

#define MOST_TOKENS  64 /* names that are followed up, the commonest first */
#define SHORT_INSIDE 3  /* letters that are looked for inside a name, at least */

struct token_list {
	size_t n;
	const char **at;
};

/* Each of these names in turn, until the screen is full. */
static enum status follow(struct finding *f, const struct token_list *tokens, bool all_words)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < tokens->n && !f->more; i++)
		rc = find_named(f, tokens->at[i], all_words);
	return rc;
}

static enum status tokens_with(struct finding *f, struct str word, struct token_list *ret)
{
	struct token_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(f->st, &q,
	                 SQL("SELECT token FROM name_token WHERE instr(token, :word) > 1"
	                     " ORDER BY people DESC, token LIMIT :limit"));
	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":word", word);
	stmt_bind_int(q, ":limit", MOST_TOKENS);
	while ((rc = stmt_step(f->st, q, &row)) == OK && row)
		*ARENA_PUSH(f->a, &list) = stmt_text(q, "token", f->a);
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

/* One word stands inside a name; the others, if there are any, begin one. */
enum status find_inside(struct finding *f)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < f->words && !finding_full(f); i++) {
		struct token_list tokens;
		struct str word = f->word[i];

		if (word.n < SHORT_INSIDE)
			continue;
		rc = tokens_with(f, word, &tokens);
		if (rc != OK)
			return rc;
		/* The name itself stands in for the word while the others are looked for. */
		f->word[i] = (struct str){ word.at, 0 };
		rc = follow(f, &tokens, f->words > 1);
		f->word[i] = word;
	}
	return rc;
}

/*
 * How a name sounds, roughly: first letter as it is spoken, then its consonants in classes of what
 * is easily misheard, doubled ones once. Catherine and Kathryn are the same, so are Smyth and Smith.
 */
static char first_sound(char c)
{
	switch (c) {
	case 'c':
	case 'q':
		return 'k';
	case 'z':
		return 's';
	case 'j':
		return 'g';
	default:
		return c;
	}
}

static char sound_class(const char *at)
{
	static const char class_of[] = "_123_12__22455_12623_1_2_2"; /* a to z; _ is not heard */

	return at[0] == 'p' && at[1] == 'h' ? '1' : class_of[at[0] - 'a'];
}

static void sound_of(const char *name, char *out, size_t room)
{
	size_t n = 0;
	char last = 0;

	for (; *name && n + 1 < room; name++) {
		char class;

		if (*name < 'a' || *name > 'z')
			continue;
		class = sound_class(name);
		if (n == 0)
			out[n++] = strncmp(name, "ph", 2) == 0 ? 'f' : first_sound(*name);
		else if (class != '_' && class != last)
			out[n++] = class;
		if (*name != 'h' && *name != 'w')
			last = class;
	}
	out[n] = '\0';
}

/* The letters that names with that first sound begin with; NUL where there are no more. */
static void letters_of(char sound, char letters[3])
{
	static const struct {
		char sound, letters[3];
	} several[] = {
		{ 'k', { 'k', 'c', 'q' } },
		{ 's', { 's', 'z' } },
		{ 'g', { 'g', 'j' } },
		{ 'f', { 'f', 'p' } },
	};

	letters[0] = sound;
	letters[1] = letters[2] = '\0';
	for (size_t i = 0; i < COUNT_OF(several); i++)
		if (several[i].sound == sound)
			memcpy(letters, several[i].letters, sizeof(several[i].letters));
}

/* From the letter to the next one; without a letter, nothing. */
static void bind_letter(sqlite3_stmt *q, const char *from, const char *to, char letter)
{
	char first[2] = { letter }, next[2] = { (char)(letter + 1) };

	stmt_bind_str(q, from, str_of(first));
	stmt_bind_str(q, to, str_of(letter ? next : ""));
}

static enum status tokens_sounding(struct finding *f, const char *word, struct token_list *ret)
{
	struct token_list list = { 0 };
	char wanted[16], sound[16], letters[3];
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	sound_of(word, wanted, sizeof(wanted));
	letters_of(wanted[0], letters);
	rc = stmt_borrow(
		f->st, &q,
		SQL("SELECT token FROM ("
	            "SELECT token, people FROM name_token WHERE token >= :a AND token < :b"
	            " UNION ALL "
	            "SELECT token, people FROM name_token WHERE token >= :c AND token < :d"
	            " UNION ALL "
	            "SELECT token, people FROM name_token WHERE token >= :e AND token < :f)"
	            " ORDER BY people DESC, token"));
	if (rc != OK)
		return rc;
	bind_letter(q, ":a", ":b", letters[0]);
	bind_letter(q, ":c", ":d", letters[1]);
	bind_letter(q, ":e", ":f", letters[2]);
	while ((rc = stmt_step(f->st, q, &row)) == OK && row && list.n < MOST_TOKENS) {
		sound_of(stmt_str(q, "token").at, sound, sizeof(sound));
		if (strcmp(sound, wanted) == 0)
			*ARENA_PUSH(f->a, &list) = stmt_text(q, "token", f->a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

/* One word sounds like a name; the others begin one, as they are spelt. */
enum status find_sounding(struct finding *f)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < f->words && !finding_full(f); i++) {
		struct token_list tokens;
		struct str word = f->word[i];

		if (word.n < SHORT_INSIDE || isdigit((unsigned char)word.at[0]))
			continue;
		rc = tokens_sounding(f, arena_str(f->a, word), &tokens);
		if (rc != OK)
			return rc;
		f->word[i] = (struct str){ word.at, 0 };
		rc = follow(f, &tokens, f->words > 1);
		f->word[i] = word;
	}
	return rc;
}
