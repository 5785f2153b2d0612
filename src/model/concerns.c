#include "model/concerns.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"

#include <string.h>

/* Folded, "&" written out, and what stands between words one single space. */
static const char *category_key(struct str text, struct arena *a)
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

static void read_aliases(struct str text, struct arena *a, struct concern_item *item)
{
	struct {
		size_t n;
		const char **at;
	} list = { 0 };
	struct str one;

	while (str_cut(&text, ';', &one)) {
		const char *key = category_key(one, a);

		if (*key)
			*ARENA_PUSH(a, &list) = key;
	}
	item->aliases = list.n;
	item->alias = list.at;
}

static struct str domain_of(struct str code)
{
	struct str domain = code;

	(void)str_cut(&code, '.', &domain);
	return domain;
}

static void read_item(const struct table *t, struct arena *a, struct concern_item *item)
{
	item->code = arena_str(a, table_field(t, "code"));
	item->domain = arena_str(a, domain_of(table_field(t, "code")));
	item->label = arena_str(a, table_field(t, "label"));
	item->plain = arena_str(a, table_field(t, "plain"));
	item->ask_when = arena_str(a, table_field(t, "ask_when"));
	item->ask = arena_str(a, table_field(t, "ask"));
	item->folded_label = category_key(table_field(t, "label"), a);
	item->folded_plain = category_key(table_field(t, "plain"), a);
	read_aliases(table_field(t, "aliases"), a, item);
}

enum status concern_set_load(const char *name, struct arena *a, struct concern_set *ret)
{
	struct str text = embedded_file(arena_printf(a, "concerns/%s.tsv", name));
	struct table t = table_of(text);
	struct {
		size_t n;
		struct concern_item *at;
	} items = { 0 };
	struct {
		size_t n;
		struct concern_domain *at;
	} domains = { 0 };

	if (!text.at)
		return E_NOT_FOUND;
	while (table_next(&t)) {
		struct concern_item *item = ARENA_PUSH(a, &items);

		read_item(&t, a, item);
		item->place = items.n - 1;
		if (domains.n == 0 || !text_equal(domains.at[domains.n - 1].code, item->domain)) {
			struct concern_domain *domain = ARENA_PUSH(a, &domains);

			domain->code = item->domain;
			domain->label = arena_str(a, table_field(&t, "domain"));
			domain->first = items.n - 1;
		}
		domains.at[domains.n - 1].count++;
	}
	*ret = (struct concern_set){ arena_strdup(a, name), items.n, items.at, domains.n,
		                     domains.at };
	return OK;
}

const struct concern_item *concern_find(const struct concern_set *set, const char *code)
{
	for (size_t i = 0; i < set->n; i++)
		if (text_equal(set->at[i].code, code))
			return &set->at[i];
	return NULL;
}

const char *concern_label(const char *code, struct arena *a)
{
	struct table t = table_of(embedded_file("concerns/" CONCERNS_NEWEST ".tsv"));

	while (table_next(&t))
		if (str_is(table_field(&t, "code"), code))
			return arena_str(a, table_field(&t, "label"));
	return arena_strdup(a, code);
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
	const char *needle = category_key(str_of(text), a);
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
	const char *key = category_key(str_of(text), a);
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
