#include "form_parts.h"

#include <string.h>

static void escape(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			buf_puts(out, "\\n");
		else if (*text == '\\')
			buf_puts(out, "\\\\");
		else
			buf_putc(out, *text);
	}
}

static void unescape(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.at[i] != '\\' || i + 1 == text.n)
			buf_putc(out, text.at[i]);
		else
			buf_putc(out, text.at[++i] == 'n' ? '\n' : text.at[i]);
	}
}

void form_keep_line(struct buf *draft, const char *name, const char *text)
{
	buf_printf(draft, "%s=", name);
	escape(draft, text);
	buf_putc(draft, '\n');
}

void form_keep(const struct form *f, struct buf *draft)
{
	const struct field *focused = form_focused(f);

	if (focused)
		buf_printf(draft, ".focus=%s\n", focused->name);
	for (size_t i = 0; i < f->n; i++) {
		if (!field_has_value(f->at[i].field) || f->at[i].line.secret ||
		    f->at[i].line.text.n == 0)
			continue;
		form_keep_line(draft, f->at[i].field->name, line_text(&f->at[i].line));
	}
}

/* One line of a draft apart; false when it is none. */
static bool line_apart(struct str line, struct str *name, struct str *value)
{
	const char *equals = line.n > 0 ? memchr(line.at, '=', line.n) : NULL;

	if (!equals || equals == line.at)
		return false;
	*name = (struct str){ line.at, (size_t)(equals - line.at) };
	*value = (struct str){ equals + 1, line.n - name->n - 1 };
	return true;
}

const char *form_kept_line(struct str draft, const char *name, struct arena *a)
{
	struct str line, at, value;
	const char *found = NULL;

	while (str_cut(&draft, '\n', &line)) {
		struct buf text = { 0 };

		if (!line_apart(line, &at, &value) || !str_is(at, name))
			continue;
		unescape(&text, value);
		found = arena_strdup(a, buf_text(&text));
		buf_done(&text);
	}
	return found;
}

static bool is_draft(struct str draft)
{
	struct str line, name, value;

	while (str_cut(&draft, '\n', &line))
		if (line.n > 0 && !line_apart(line, &name, &value))
			return false;
	return true;
}

static void take_line(struct form *f, struct str name, struct str value)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < f->n; i++) {
		if (!f->at[i].field->name)
			continue;
		if (str_is(name, f->at[i].field->name)) {
			unescape(&text, value);
			line_set(&f->at[i].line, buf_text(&text));
		} else if (str_is(name, ".focus") && str_is(value, f->at[i].field->name)) {
			form_focus(f, f->at[i].field->name);
		}
	}
	buf_done(&text);
}

enum status form_resume(struct form *f, struct str draft)
{
	struct str line, name, value;

	if (!is_draft(draft))
		return E_INVALID;
	while (str_cut(&draft, '\n', &line))
		if (line_apart(line, &name, &value))
			take_line(f, name, value);
	return OK;
}
