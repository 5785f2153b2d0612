#include "store/find.h"

#include "find_ids.h"

#include "base/text.h"
#include "model/phone.h"

#include <ctype.h>
#include <string.h>

/* Behind everything that begins with the text it is put behind. */
#define LAST_OF_ALL "\xF4\x8F\xBF\xBF"

/* Digits that are looked for inside a number, at least. */
#define PART_LEAST 3

bool finding_full(const struct finding *f)
{
	return f->found.n >= f->limit;
}

void finding_add(struct finding *f, int64_t person)
{
	for (size_t i = 0; i < f->found.n; i++)
		if (f->found.at[i].n == person)
			return;
	if (finding_full(f)) {
		f->more = true;
		return;
	}
	ARENA_PUSH(f->a, &f->found)->n = person;
}

/* ---- keys that begin with the text ---- */

static enum status find_begun(struct finding *f, const char *text)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(f->st, &q,
	                 SQL("SELECT person FROM find_key WHERE key >= :text AND key < :end"
	                     "   AND (:all OR (SELECT keep_apart + restricted = 0 FROM person"
	                     "     WHERE id = find_key.person))"
	                     " ORDER BY key, person LIMIT :limit"));
	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":text", str_of(text));
	stmt_bind_str(q, ":end", str_of(arena_printf(f->a, "%s" LAST_OF_ALL, text)));
	stmt_bind_int(q, ":all", !f->for_volunteer);
	stmt_bind_int(q, ":limit", (int64_t)(4 * f->limit + 1)); /* keys: up to four a person */
	while ((rc = stmt_step(f->st, q, &row)) == OK && row && !f->more)
		finding_add(f, stmt_int(q, "person"));
	stmt_release(q);
	return rc;
}

static bool any(const char *text, int (*is)(int))
{
	for (; *text; text++)
		if (is((unsigned char)*text))
			return true;
	return false;
}

static bool letter_in(const char *text)
{
	for (; *text; text++)
		if (isalpha((unsigned char)*text) || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

const char *find_packed(const char *typed, const char *folded, struct arena *a)
{
	char *text = arena_strdup(a, folded), *to = text;

	if (!any(folded, isdigit))
		return "";
	if (!letter_in(folded))
		return phone_digits(typed, a);
	for (const char *c = folded; *c; c++)
		if (*c != ' ')
			*to++ = *c;
	*to = '\0';
	return text;
}

static enum status find_numbers(struct finding *f, const char *number)
{
	return !*number || text_equal(number, f->folded) ? OK : find_begun(f, number);
}

/* Whose number goes on so from one of its second places; before: what stands in front of it, NULL
 * for anything. */
static enum status find_part_at(struct finding *f, const char *part, const char *before)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(f->st, &q,
	                 SQL("SELECT person FROM number_part WHERE part >= :part AND part < :end"
	                     "   AND (:before IS NULL OR substr(part, -1) = :before)"
	                     "   AND (:all OR (SELECT keep_apart + restricted = 0 FROM person"
	                     "     WHERE id = number_part.person))"
	                     " ORDER BY part, person LIMIT :limit"));
	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":part", str_of(part));
	stmt_bind_str(q, ":end", str_of(arena_printf(f->a, "%s" LAST_OF_ALL, part)));
	stmt_bind_text(q, ":before", before);
	stmt_bind_int(q, ":all", !f->for_volunteer);
	stmt_bind_int(q, ":limit", (int64_t)(4 * f->limit + 1));
	while ((rc = stmt_step(f->st, q, &row)) == OK && row && !f->more)
		finding_add(f, stmt_int(q, "person"));
	stmt_release(q);
	return rc;
}

/* "It ends in 123": of a number or postcode people say the part that they remember. */
static enum status find_part(struct finding *f, const char *number)
{
	enum status rc;

	if (strlen(number) < PART_LEAST)
		return OK;
	rc = find_part_at(f, number, NULL);
	if (rc != OK || finding_full(f))
		return rc;
	return find_part_at(f, number + 1, arena_str(f->a, (struct str){ number, 1 }));
}

static enum status find_ref(struct finding *f, const char *typed)
{
	struct person_id id;
	sqlite3_stmt *q;
	enum status rc;
	bool row = false;

	if (!person_ref_parse(str_trim(str_of(typed)), &id))
		return OK;
	rc = stmt_borrow(f->st, &q,
	                 SQL("SELECT coalesce(merged_into, id) AS id FROM person WHERE id = :id"
	                     " AND (:all OR keep_apart + restricted = 0)"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	stmt_bind_int(q, ":all", !f->for_volunteer);
	rc = stmt_step(f->st, q, &row);
	if (rc == OK && row)
		id.n = stmt_int(q, "id");
	stmt_release(q);
	if (rc == OK && row)
		finding_add(f, id.n);
	return rc;
}

/* ---- every word begins a word ---- */

static bool word_begun(const char *key, struct str word)
{
	for (const char *at = key; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strncmp(at, word.at, word.n) == 0)
			return true;
	}
	return false;
}

static bool all_begun(const struct finding *f, const char *key)
{
	for (size_t i = 0; i < f->words; i++)
		if (!word_begun(key, f->word[i]))
			return false;
	return true;
}

static struct str longest_word(const struct finding *f)
{
	struct str longest = f->word[0];

	for (size_t i = 1; i < f->words; i++)
		if (f->word[i].n > longest.n)
			longest = f->word[i];
	return longest;
}

/* Keys from text on, at most FIND_SCAN of them; those that keeps takes are added. */
static enum status scan(struct finding *f, const char *text, const char *end, bool all_words)
{
	size_t looked = 0;
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(f->st, &q,
	                 SQL("SELECT key, person FROM find_key WHERE key >= :text AND key < :end"
	                     " ORDER BY key, person"));
	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":text", str_of(text));
	stmt_bind_str(q, ":end", str_of(end));
	while ((rc = stmt_step(f->st, q, &row)) == OK && row && !f->more) {
		struct str key = stmt_str(q, "key");

		if (++looked > FIND_SCAN)
			f->more = true;
		else if (!all_words || all_begun(f, key.at))
			finding_add(f, stmt_int(q, "person"));
	}
	stmt_release(q);
	return rc;
}

static enum status find_words(struct finding *f)
{
	const char *longest = arena_str(f->a, longest_word(f));

	return scan(f, longest, arena_printf(f->a, "%s" LAST_OF_ALL, longest), true);
}

enum status find_named(struct finding *f, const char *token, bool all_words)
{
	return scan(f, token, arena_printf(f->a, "%s!", token), all_words);
}

static enum status find_within(struct finding *f, const char *number)
{
	enum status rc = OK;

	if (!finding_full(f) && !f->more)
		rc = find_inside(f);
	if (rc == OK && !finding_full(f) && !f->more)
		rc = find_part(f, number);
	return rc;
}

static enum status find_ids(struct finding *f, const char *typed, bool *sounds_so)
{
	const char *number = find_packed(typed, f->folded, f->a);
	enum status rc = find_ref(f, typed);

	if (rc == OK)
		rc = find_begun(f, f->folded);
	if (rc == OK && !finding_full(f))
		rc = find_numbers(f, number);
	if (rc == OK && !finding_full(f) && f->words > 1)
		rc = find_words(f);
	if (rc == OK)
		rc = find_within(f, number);
	if (rc == OK && f->found.n == 0 && !f->more) {
		rc = find_sounding(f);
		*sounds_so = f->found.n > 0;
	}
	return rc;
}

const char *find_folded(const char *typed, struct arena *a)
{
	char *plain = arena_strdup(a, typed);

	for (char *c = plain; *c; c++)
		if (*c == ',')
			*c = ' ';
	return text_fold(str_of(plain), a);
}

enum status people_find(struct store *st, const struct find_people *how, struct arena *a,
                        struct found_people *ret)
{
	struct finding f = {
		.st = st, .a = a, .limit = how->limit, .for_volunteer = how->for_volunteer
	};
	struct found_people list = { 0 };
	struct str rest, word;
	enum status rc;

	f.folded = find_folded(how->text, a);
	rest = str_of(f.folded);
	while (f.words < FIND_WORDS && str_cut(&rest, ' ', &word))
		if (word.n > 0)
			f.word[f.words++] = word;
	if (f.words == 0 || f.limit == 0) {
		*ret = list;
		return OK;
	}
	rc = find_ids(&f, how->text, &list.sounds_so);
	if (rc == OK)
		rc = find_rows(&f, &list);
	list.more = f.more;
	if (rc == OK)
		*ret = list;
	return rc;
}
