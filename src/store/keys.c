#include "keys.h"

#include "base/text.h"
#include "model/phone.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 12 /* of a name; what comes behind is found by the words before it */

struct words_of {
	size_t n;
	struct str at[MOST_WORDS];
};

static void push(struct key_list *list, struct arena *a, const char *key)
{
	if (!text_empty(key))
		*ARENA_PUSH(a, list) = key;
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void sort_once(struct key_list *list)
{
	size_t n = 0;

	if (list->n == 0)
		return;
	qsort(list->at, list->n, sizeof(*list->at), by_bytes);
	for (size_t i = 0; i < list->n; i++)
		if (n == 0 || strcmp(list->at[n - 1], list->at[i]) != 0)
			list->at[n++] = list->at[i];
	list->n = n;
}

static struct words_of split(const char *folded)
{
	struct words_of words = { 0 };
	struct str rest = str_of(folded), word;

	while (words.n < MOST_WORDS && str_cut(&rest, ' ', &word))
		if (word.n > 0)
			words.at[words.n++] = word;
	return words;
}

static const char *joined(struct arena *a, const char *first, const char *second)
{
	if (text_empty(second))
		return first;
	return arena_printf(a, "%s %s", first, second);
}

/* From each of its words on to the end, and then the other name: "smith jones jane", "jones jane". */
static void add_name(struct key_list *list, struct arena *a, const char *name, const char *other)
{
	struct words_of words = split(name);

	for (size_t i = 0; i < words.n; i++)
		push(list, a, joined(a, words.at[i].at, other));
}

static void add_names(struct key_list *list, const struct person *p, struct arena *a)
{
	const char *family = text_fold(str_of(p->family_name), a);
	const char *given = text_fold(str_of(p->given_name), a);
	const char *known = text_fold(str_of(p->known_as), a);

	add_name(list, a, family, given);
	add_name(list, a, given, family);
	add_name(list, a, known, family);
}

const char *sort_name(const struct person *p, struct arena *a)
{
	return joined(a, text_fold(str_of(p->family_name), a), text_fold(str_of(p->given_name), a));
}

static const char *without_blanks(const char *folded, struct arena *a)
{
	char *out = arena_strdup(a, folded), *to = out;

	for (const char *c = folded; *c; c++)
		if (*c != ' ')
			*to++ = *c;
	*to = '\0';
	return out;
}

static enum status add_points(struct key_list *list, struct store *st, struct person_id p,
                              struct arena *a)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT kind, value FROM contact_point WHERE person = :person"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct str value = stmt_str(q, "value");

		if (str_is(stmt_str(q, "kind"), "phone"))
			push(list, a, phone_digits(arena_str(a, value), a));
		else
			push(list, a, text_fold(value, a));
	}
	stmt_release(q);
	return rc;
}

static void add_own(struct key_list *list, const struct person *p, struct arena *a)
{
	add_names(list, p, a);
	push(list, a, text_digits(str_of(p->care_number), a));
	push(list, a, without_blanks(text_fold(str_of(p->postcode), a), a));
}

/* The names and numbers of records that were merged into this one. */
static enum status add_merged(struct key_list *list, struct store *st, struct person_id p,
                              struct arena *a)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT family_name, given_name, known_as, care_number, postcode"
	                     "  FROM person WHERE merged_into = :person"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		const struct person merged = { .family_name = stmt_text(q, "family_name", a),
			                       .given_name = stmt_text(q, "given_name", a),
			                       .known_as = stmt_text(q, "known_as", a),
			                       .care_number = stmt_text(q, "care_number", a),
			                       .postcode = stmt_text(q, "postcode", a) };

		add_own(list, &merged, a);
	}
	stmt_release(q);
	return rc;
}

enum status keys_wanted(struct store *st, const struct person *p, struct arena *a,
                        struct key_list *ret)
{
	struct key_list list = { 0 };
	enum status rc;

	add_own(&list, p, a);
	rc = add_points(&list, st, p->id, a);
	if (rc == OK)
		rc = add_merged(&list, st, p->id, a);
	if (rc != OK)
		return rc;
	sort_once(&list);
	*ret = list;
	return OK;
}

enum status keys_stored(struct store *st, struct person_id p, struct arena *a, struct key_list *ret)
{
	struct key_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT key FROM find_key WHERE person = :person ORDER BY key"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &list) = stmt_text(q, "key", a);
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

bool key_token(const char *key, struct arena *a, const char **ret)
{
	size_t n = strcspn(key, " ");

	if (n == 0 || strpbrk(key, "0123456789@"))
		return false;
	*ret = arena_str(a, (struct str){ key, n });
	return true;
}

struct key_list keys_without(const struct key_list *x, const struct key_list *y, struct arena *a)
{
	struct key_list list = { 0 };
	size_t j = 0;

	for (size_t i = 0; i < x->n; i++) {
		while (j < y->n && strcmp(y->at[j], x->at[i]) < 0)
			j++;
		if (j == y->n || strcmp(y->at[j], x->at[i]) != 0)
			*ARENA_PUSH(a, &list) = x->at[i];
	}
	return list;
}

struct key_list keys_tokens(const struct key_list *keys, struct arena *a)
{
	struct key_list list = { 0 };
	const char *token;

	for (size_t i = 0; i < keys->n; i++)
		if (key_token(keys->at[i], a, &token))
			*ARENA_PUSH(a, &list) = token;
	sort_once(&list);
	return list;
}

static bool plain(const char *key)
{
	for (; *key; key++)
		if ((unsigned char)*key >= 0x80)
			return false;
	return true;
}

struct key_list keys_parts(const struct key_list *keys, struct arena *a)
{
	struct key_list list = { 0 };

	for (size_t i = 0; i < keys->n; i++) {
		const char *key = keys->at[i];
		size_t n = plain(key) ? strlen(key) : 0;

		for (size_t at = 2; at + 2 <= n; at += 2)
			if (strpbrk(key + at - 1, "0123456789"))
				*ARENA_PUSH(a, &list) =
					arena_printf(a, "%s %c", key + at, key[at - 1]);
	}
	sort_once(&list);
	return list;
}
