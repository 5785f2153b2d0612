#include "model/cancer_site.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>

#define BLOCK 3 /* characters of a block: "C18" */

static struct table sites_begin(void)
{
	return table_of(embedded_file("words/cancer-sites.tsv"));
}

static struct cancer_site site_of_row(const struct table *t, const char *code, struct arena *a)
{
	return (struct cancer_site){
		.code = code ? code : arena_str(a, table_field(t, "code")),
		.label = arena_str(a, table_field(t, "label")),
		.group = arena_str(a, table_field(t, "group")),
		.only = (enum sex)words_find(&sexes, table_field(t, "sex")),
	};
}

/* "C18.7" of "c187", "C18.7" and "c18 Colon"; NULL when no code stands in front. */
static const char *code_typed(const char *text, struct arena *a)
{
	size_t n = strcspn(text, " ");
	char code[8];

	if (n < BLOCK || n > BLOCK + 2 || !isalpha((unsigned char)text[0]) ||
	    !isdigit((unsigned char)text[1]) || !isdigit((unsigned char)text[2]))
		return NULL;
	code[0] = (char)toupper((unsigned char)text[0]);
	code[1] = text[1];
	code[2] = text[2];
	code[3] = '\0';
	if (n == BLOCK)
		return arena_strdup(a, code);
	text += BLOCK + (text[BLOCK] == '.');
	if (!isdigit((unsigned char)text[0]) || (text[1] != ' ' && text[1] != '\0'))
		return NULL;
	return arena_printf(a, "%s.%c", code, text[0]);
}

static bool by_code(const char *code, struct arena *a, struct cancer_site *ret)
{
	struct table t = sites_begin();

	while (table_next(&t)) {
		struct str block = table_field(&t, "code");

		if (block.n != BLOCK || strncmp(block.at, code, BLOCK) != 0)
			continue;
		*ret = site_of_row(&t, arena_strdup(a, code), a);
		return true;
	}
	return false;
}

/* How close a name is to what was typed: it is the name, begins it, or begins a word of it. */
enum near { NEAR_WHOLE, NEAR_FRONT, NEAR_WORD, NEAR_COUNT };

static bool named(struct str label, const char *folded, enum near near, struct arena *a)
{
	const char *name = text_fold(label, a), *at = name;

	if (near == NEAR_WHOLE)
		return text_equal(name, folded);
	if (near == NEAR_FRONT)
		return strncmp(name, folded, strlen(folded)) == 0;
	for (; at; at = strchr(at, ' ')) {
		at += at != name;
		if (strncmp(at + (*at == '('), folded, strlen(folded)) == 0)
			return true;
	}
	return false;
}

static size_t by_name(const char *text, enum near near, size_t most, struct arena *a,
                      struct cancer_site *ret)
{
	const char *folded = text_fold(str_of(text), a);
	struct table t = sites_begin();
	size_t n = 0;

	while (*folded && n < most && table_next(&t))
		if (named(table_field(&t, "label"), folded, near, a))
			ret[n++] = site_of_row(&t, NULL, a);
	return n;
}

size_t cancer_sites_find(const char *text, size_t most, struct arena *a, struct cancer_site *ret)
{
	const char *trimmed = arena_str(a, str_trim(str_of(text)));
	const char *code = code_typed(trimmed, a);
	size_t n = 0;

	if (code)
		return most > 0 && by_code(code, a, ret) ? 1 : 0;
	for (int near = NEAR_WHOLE; n == 0 && near < NEAR_COUNT; near++)
		n = by_name(trimmed, (enum near)near, most, a, ret);
	return n;
}

const char *cancer_site_shown(const char *code, struct arena *a)
{
	struct cancer_site site;

	if (text_empty(code) || !by_code(code, a, &site))
		return arena_strdup(a, code);
	return arena_printf(a, "%s %s", site.code, site.label);
}

bool cancer_site_strange(const char *code, enum sex sex)
{
	struct arena a = { 0 };
	struct cancer_site site = { 0 };
	bool strange = !text_empty(code) && by_code(code, &a, &site) &&
	               ((site.only == SEX_FEMALE && sex == SEX_MALE) ||
	                (site.only == SEX_MALE && sex == SEX_FEMALE));

	arena_reset(&a);
	return strange;
}

bool cancer_site_counted(const char *code)
{
	return !text_empty(code) && code[0] == 'C' && strncmp(code, "C44", BLOCK) != 0;
}
