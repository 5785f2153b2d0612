#include "model/lists.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"

static struct str file_of(const char *name, struct arena *a)
{
	return embedded_file(arena_printf(a, "words/%s.tsv", name));
}

enum status choice_list_load(const char *name, struct arena *a, struct choice_list *ret)
{
	struct str text = file_of(name, a);
	struct table t = table_of(text);
	struct choice_list list = { 0 };

	if (!text.at)
		return E_NOT_FOUND;
	while (table_next(&t)) {
		struct choice *one = ARENA_PUSH(a, &list);

		one->code = arena_str(a, table_field(&t, "code"));
		one->label = arena_str(a, table_field(&t, "label"));
		one->more = arena_str(a, table_field(&t, "more"));
	}
	*ret = list;
	return OK;
}

const struct choice *choice_find(const struct choice_list *list, const char *text, struct arena *a)
{
	const char *folded = text_fold(str_of(text), a);

	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, text))
			return &list->at[i];
	for (size_t i = 0; *folded && i < list->n; i++)
		if (text_equal(text_fold(str_of(list->at[i].label), a), folded))
			return &list->at[i];
	return NULL;
}

const char *choice_label(const char *list, const char *code, struct arena *a)
{
	struct table t = table_of(file_of(list, a));

	while (table_next(&t))
		if (str_is(table_field(&t, "code"), code))
			return arena_str(a, table_field(&t, "label"));
	return arena_strdup(a, code);
}

const struct words *choice_words(const char *name, const struct choice_list *list, struct arena *a)
{
	struct word *at = ARENA_ARRAY(a, list->n, struct word);
	struct words *words = ARENA_NEW(a, struct words);

	for (size_t i = 0; i < list->n; i++)
		at[i] = (struct word){ (int)i + 1, list->at[i].code, list->at[i].label };
	*words = (struct words){ arena_strdup(a, name), at, list->n };
	return words;
}
