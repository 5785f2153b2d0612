#include "model/concerns.h"

#include "concern_key.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/text.h"
#include "model/list_file.h"

#include <string.h>

const char *concern_key(struct str text, struct arena *a)
{
	const char *folded = text_fold(text, a);
	size_t length = strlen(folded), n = 0;
	char *key = arena_alloc(a, 3 * length + 3);

	for (size_t i = 0; i < length; i++) {
		if (folded[i] == '&') {
			memcpy(key + n, n > 0 && key[n - 1] != ' ' ? " and " : "and ", 5);
			n += strlen(key + n);
		} else if (strchr(" ,;:/()-_|>", folded[i])) {
			if (n > 0 && key[n - 1] != ' ')
				key[n++] = ' ';
		} else {
			key[n++] = folded[i];
		}
		key[n] = '\0';
	}
	while (n > 0 && key[n - 1] == ' ')
		key[--n] = '\0';
	return key;
}

enum status concern_set_load(const char *name, struct arena *a, struct concern_set *ret)
{
	struct str text = embedded_file(arena_printf(a, "concerns/%s.tsv", name));
	struct list_faults faults;
	struct list_file file;

	if (!text.at)
		return E_NOT_FOUND;
	if (list_read(text, a, &file, &faults) != OK)
		die("data/concerns/%s.tsv: %s", name, list_fault_text(&faults.at[0], a));
	*ret = file.concerns;
	return OK;
}

const struct concern_item *concern_find(const struct concern_set *set, const char *code)
{
	for (size_t i = 0; i < set->n; i++)
		if (text_equal(set->at[i].code, code))
			return &set->at[i];
	return NULL;
}

/* The third cell of the line of that code, in the files that clew brings with it; at NULL: none. */
static struct str own_label(struct str text, const char *code)
{
	struct str line, cell;

	while (str_cut(&text, '\n', &line)) {
		if (!str_cut(&line, '\t', &cell) || !str_is(cell, code))
			continue;
		str_cut(&line, '\t', &cell); /* its domain */
		if (str_cut(&line, '\t', &cell))
			return cell;
	}
	return (struct str){ NULL, 0 };
}

const char *concern_label(const char *code, struct arena *a)
{
	struct str label = own_label(embedded_file("concerns/" CONCERNS_NEWEST ".tsv"), code);

	for (size_t i = 0; !label.at && strchr(code, '.') && i < embedded_count; i++)
		if (str_starts(str_of(embedded_table[i].name), "concerns/"))
			label = own_label(embedded_file(embedded_table[i].name), code);
	return label.at ? arena_str(a, label) : arena_strdup(a, code);
}

bool concern_code_is_own(const char *code)
{
	return strchr(code, '.') &&
	       own_label(embedded_file("concerns/" CONCERNS_NEWEST ".tsv"), code).at;
}

/* The place in text behind which a word begins with needle; NULL when none does. */
static const char *word_starting(const char *text, const char *needle)
{
	size_t n = strlen(needle);

	for (const char *at = text; at; at = strchr(at, ' ')) {
		while (*at == ' ')
			at++;
		if (strncmp(at, needle, n) == 0)
			return at;
	}
	return NULL;
}

/* 0 is best; -1 is no match. */
static int match_rank(const struct concern_item *item, const char *needle)
{
	const char *at = word_starting(item->folded_label, needle);

	if (at)
		return at == item->folded_label ? 0 : 1;
	return word_starting(item->folded_plain, needle) ? 2 : -1;
}

struct concern_pick concern_match(const struct concern_set *set, const char *text, struct arena *a)
{
	const char *needle = concern_key(str_of(text), a);
	struct concern_pick pick = { 0 };

	if (!*needle)
		return pick;
	for (int rank = 0; rank <= 2; rank++)
		for (size_t i = 0; i < set->n; i++)
			if (match_rank(&set->at[i], needle) == rank)
				*ARENA_PUSH(a, &pick) = &set->at[i];
	return pick;
}

static bool stands_in(const char *key, const char *alias)
{
	size_t n = strlen(alias);

	for (const char *at = strstr(key, alias); at; at = strstr(at + 1, alias))
		if ((at == key || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
			return true;
	return false;
}

/* How much of the category an item explains: all of it, the length of an alias in it, or 0. */
static size_t category_weight(const struct concern_item *item, const char *key)
{
	size_t best = 0;

	if (text_equal(item->folded_label, key))
		return SIZE_MAX;
	for (size_t i = 0; i < item->aliases; i++) {
		size_t n = strlen(item->alias[i]);

		if (text_equal(item->alias[i], key))
			return SIZE_MAX;
		if (n > best && strchr(item->alias[i], ' ') && stands_in(key, item->alias[i]))
			best = n;
	}
	return best;
}

struct concern_pick concern_from_category(const struct concern_set *set, const char *text,
                                          struct arena *a)
{
	const char *key = concern_key(str_of(text), a);
	const struct concern_item *coded = concern_find(set, text);
	struct concern_pick pick = { 0 };
	size_t best = 1;

	if (coded) {
		*ARENA_PUSH(a, &pick) = coded;
		return pick;
	}

	for (size_t i = 0; *key && i < set->n; i++) {
		size_t weight = category_weight(&set->at[i], key);

		if (weight > best) {
			best = weight;
			pick.n = 0;
		}
		if (weight == best)
			*ARENA_PUSH(a, &pick) = &set->at[i];
	}
	return pick;
}
