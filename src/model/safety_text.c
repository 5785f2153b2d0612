#include "model/safety_text.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"

#include <string.h>

struct says {
	size_t n;
	struct safety_say *at;
};

struct numbers {
	size_t n;
	struct safety_number *at;
};

static void read_say(const struct table *t, struct arena *a, struct safety_say *ret)
{
	ret->kind = arena_str(a, table_field(t, "kind"));
	ret->head = arena_str(a, table_field(t, "head"));
	ret->text = arena_str(a, table_field(t, "text"));
}

static void read_number(const struct table *t, struct arena *a, struct safety_number *ret)
{
	ret->kind = arena_str(a, table_field(t, "kind"));
	ret->name = arena_str(a, table_field(t, "head"));
	ret->number = arena_str(a, table_field(t, "number"));
	ret->hours = arena_str(a, table_field(t, "hours"));
	ret->note = arena_str(a, table_field(t, "text"));
	ret->seen = arena_str(a, table_field(t, "seen"));
	ret->source = arena_str(a, table_field(t, "source"));
	ret->seen_in = arena_str(a, table_field(t, "seen_in"));
	ret->ring_first = str_is(table_field(t, "ring_first"), "1");
}

enum status safety_lines(enum nation nation, struct arena *a, struct safety_text *ret)
{
	const char *word = words_word(&nations, (int)nation);
	struct says says = { 0 };
	struct numbers numbers = { 0 };
	struct table t;

	if (!word)
		return E_NOT_FOUND;
	t = table_of(embedded_file(arena_printf(a, "safety/%s.tsv", word)));
	while (table_next(&t)) {
		if (str_is(table_field(&t, "part"), "say"))
			read_say(&t, a, ARENA_PUSH(a, &says));
		else
			read_number(&t, a, ARENA_PUSH(a, &numbers));
	}
	*ret = (struct safety_text){ says.n, says.at, numbers.n, numbers.at };
	return OK;
}

const char *safety_number_text(const struct safety_number *n, struct arena *a)
{
	if (text_empty(n->number))
		return arena_printf(a, _("%s: number to be found"), n->name);
	if (strstr(n->name, n->number)) /* "NHS 111" says what to ring */
		return arena_printf(a, n->ring_first ? _("%s (ring to check first)") : "%s",
		                    n->name);
	return arena_printf(a, n->ring_first ? _("%s %s (ring to check first)") : "%s %s", n->name,
	                    n->number);
}
