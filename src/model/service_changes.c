#include "model/service_changes.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define SHOWN_MOST 48 /* bytes of a value in the sentence */

static const char *escaped(const char *text, struct arena *a)
{
	char *out = arena_alloc(a, strlen(text) * 2 + 1), *to = out;

	for (; *text; text++) {
		if (*text == '\n' || *text == '\\')
			*to++ = '\\';
		*to++ = *text == '\n' ? 'n' : *text;
	}
	return out;
}

static const char *opened(const char *text, struct arena *a)
{
	char *out = arena_alloc(a, strlen(text) + 1), *to = out;

	for (; *text; text++) {
		if (*text != '\\' || !text[1]) {
			*to++ = *text;
			continue;
		}
		text++;
		*to++ = *text == 'n' ? '\n' : *text;
	}
	return out;
}

static bool is_asked(const struct field *f)
{
	return field_has_value(f) && !text_equal(f->name, "checked_how");
}

struct values service_proposed(const struct values *before, const struct values *after,
                               struct arena *a)
{
	struct values v = { 0 };

	for (const struct field *f = service_form; f->name || f->label; f++)
		if (is_asked(f) &&
		    !text_equal(values_get(before, f->name), values_get(after, f->name)))
			values_set(&v, a, f->name, escaped(values_get(after, f->name), a));
	return v;
}

static bool names(const struct values *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (text_equal(v->at[i].name, name))
			return true;
	return false;
}

void service_take_proposed(struct service_entry *x, const struct values *proposed, day today,
                           struct arena *a, struct problems *problems)
{
	struct values v = service_values(x, a);

	for (const struct field *f = service_form; f->name || f->label; f++)
		if (is_asked(f) && names(proposed, f->name))
			values_set(&v, a, f->name, opened(values_get(proposed, f->name), a));
	service_fill(x, &v, today, a, problems);
}

/* One line of it, and not too long for a sentence. */
static const char *shown(const char *text, struct arena *a)
{
	const char *safe = text_safe(str_of(text), a);
	size_t n = strlen(safe);

	if (n <= SHOWN_MOST)
		return safe;
	for (n = SHOWN_MOST; n > 0 && ((unsigned char)safe[n] & 0xc0) == 0x80;)
		n--;
	return arena_printf(a, "%.*s…", (int)n, safe);
}

const char *service_proposed_text(const struct service_entry *x, const struct values *proposed,
                                  struct arena *a)
{
	struct values was = service_values(x, a);
	const char *text = "";

	for (const struct field *f = service_form; f->name || f->label; f++) {
		const char *before, *after;

		if (!is_asked(f) || !names(proposed, f->name))
			continue;
		before = shown(values_get(&was, f->name), a);
		after = shown(opened(values_get(proposed, f->name), a), a);
		text = arena_printf(a, "%s%s%s %s%s%s", text, *text ? "; " : "", f->label, before,
		                    *before ? " → " : "", *after ? after : _("nothing"));
	}
	return text;
}
