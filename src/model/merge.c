#include "model/merge.h"

#include "base/words.h"

#include <string.h>

struct three {
	const struct values *mine, *theirs;
};

/* How many fields from f on go together. */
static size_t group(const struct field *f)
{
	size_t n = 1;

	while (field_has_value(&f[n]) && (f[n].flags & FIELD_WITH))
		n++;
	return n;
}

static bool differs(const struct field *f, size_t n, const struct values *x, const struct values *y)
{
	for (size_t i = 0; i < n; i++)
		if (!text_equal(values_get(x, f[i].name), values_get(y, f[i].name)))
			return true;
	return false;
}

/* Those of n fields in which theirs is not what x says. */
static void add(struct merge_fields *list, const struct merge_clash *group, const struct three *t,
                const struct values *x, struct arena *a)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct field *f = &group->first[i];

		if (!text_equal(values_get(x, f->name), values_get(t->theirs, f->name)))
			*ARENA_PUSH(a, list) =
				(struct merge_field){ f, values_get(t->mine, f->name),
				                      values_get(t->theirs, f->name) };
	}
}

struct merge merge_values(const struct field *fields, const struct values *base,
                          const struct values *mine, const struct values *theirs, struct arena *a)
{
	const struct three t = { mine, theirs };
	struct merge m = { 0 };

	for (const struct field *f = fields; f->name || f->label;) {
		struct merge_clash x = { .first = f, .n = field_has_value(f) ? group(f) : 1 };

		if (field_has_value(f) && differs(f, x.n, base, theirs)) {
			if (!differs(f, x.n, base, mine)) {
				add(&m.theirs, &x, &t, base, a);
			} else if (differs(f, x.n, mine, theirs)) {
				add(&x.in, &x, &t, mine, a);
				*ARENA_PUSH(a, &m.clashes) = x;
			}
		}
		f += x.n;
	}
	return m;
}

const char *merge_text(const struct field *field, const char *value)
{
	if (field->kind == FIELD_ASKED)
		return text_equal(value, "yes")  ? _("yes")
		       : text_equal(value, "no") ? _("no")
		                                 : _("not asked");
	if (text_empty(value))
		return _("nothing");
	if (field->words) {
		int at = words_find(field->words, str_of(value));

		if (at)
			return words_label(field->words, at);
	}
	return value;
}

const char *merge_labels(const struct merge_fields *fields, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < fields->n; i++) {
		const char *label = fields->at[i].field->label;
		bool said = false;

		for (size_t j = 0; j < i; j++)
			said = said || text_equal(fields->at[j].field->label, label);
		if (!said)
			text = arena_printf(a, "%s%s%s", text, *text ? ", " : "", label);
	}
	return text;
}
