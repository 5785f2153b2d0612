#include "model/snippet.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/text.h"

#include <string.h>

#define FILE_NAME "words/snippets.tsv"

const struct snippet snippet_blank = { .name = "", .outcome = "", .words = "" };

static const char *value_of(struct str mark, const struct snippet_about *about, struct arena *a)
{
	if (str_is(mark, "{name}"))
		return about->name;
	if (str_is(mark, "{worker}"))
		return about->worker;
	if (str_is(mark, "{day}"))
		return day_short(about->today, about->today, a);
	if (str_is(mark, "{time}"))
		return minute_text(about->minute, a);
	return NULL;
}

const char *snippet_filled(const char *words, const struct snippet_about *about, struct arena *a)
{
	struct buf out = { 0 };
	const char *filled;

	while (*words) {
		const char *end = *words == '{' ? strchr(words, '}') : NULL;
		const char *value =
			end ? value_of((struct str){ words, (size_t)(end - words) + 1 }, about, a)
			    : NULL;

		if (value) {
			if (!*value && out.n > 0 && out.at[out.n - 1] == ' ')
				out.n--;
			buf_add(&out, str_of(value));
			words = end + 1;
		} else {
			buf_add(&out, (struct str){ words++, 1 });
		}
	}
	filled = arena_str(a, buf_str(&out));
	buf_done(&out);
	return filled;
}

/* A row is one line of a file: \n in it is a new line of the words. */
static const char *with_lines(struct str field, struct arena *a)
{
	char *text = arena_str(a, field), *to = text;

	for (const char *from = text; *from; from++) {
		if (from[0] == '\\' && from[1] == 'n') {
			*to++ = '\n';
			from++;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return text;
}

void snippets_shipped(struct arena *a, struct snippet_list *ret)
{
	struct table t = table_of(embedded_file(FILE_NAME));
	struct snippet_list list = { 0 };

	while (table_next(&t)) {
		struct snippet *x = ARENA_PUSH(a, &list);

		*x = snippet_blank;
		x->name = arena_str(a, table_field(&t, "name"));
		x->outcome = arena_str(a, table_field(&t, "outcome"));
		x->words = with_lines(table_field(&t, "words"), a);
	}
	*ret = list;
}

/* The letters in their order, anywhere. */
static bool in_order(const char *text, const char *typed)
{
	for (; *text && *typed; text++)
		if (*text == *typed)
			typed++;
	return *typed == '\0';
}

int snippet_fit(const struct snippet *x, const char *typed, struct arena *a)
{
	const char *letters = text_fold(str_of(typed), a);
	const char *name = text_fold(str_of(x->name), a), *at = strstr(name, letters);

	if (at)
		return at == name ? 0 : 1;
	if (in_order(name, letters))
		return 2;
	return strstr(text_fold(str_of(x->words), a), letters) ? 3 : -1;
}
