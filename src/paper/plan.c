#include "paper/plan.h"

#include "base/text.h"
#include "base/words.h"

#define COLUMNS 78

static bool has_part(const struct plan_document *d, enum plan_part part)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->at[i].part == part && d->at[i].on)
			return true;
	return false;
}

/* ---- text ---- */

/* Words broken into lines: the first begins with lead, the others under it. */
static void put_wrapped(struct buf *out, const char *lead, const char *text, struct arena *a)
{
	struct str rest = str_of(text_safe(str_of(text), a)), word;
	size_t indent = text_width(str_of(lead)), at = indent;
	bool begun = false;

	buf_puts(out, lead);
	while (str_cut(&rest, ' ', &word)) {
		size_t width = text_width(word);

		if (width == 0)
			continue;
		if (begun && at + 1 + width > COLUMNS) {
			buf_printf(out, "\n%*s", (int)indent, "");
			at = indent;
			begun = false;
		}
		if (begun)
			buf_putc(out, ' ');
		buf_add(out, word);
		at += width + begun;
		begun = true;
	}
	buf_putc(out, '\n');
}

void plan_paper_text(const struct plan_document *d, struct buf *out)
{
	struct arena a = { 0 };

	put_wrapped(out, "", plan_document_title(d, &a), &a);
	for (enum plan_part part = 0; part < PLAN_PARTS; part++) {
		if (!has_part(d, part))
			continue;
		buf_printf(out, "\n%s\n", plan_part_head(part));
		for (size_t i = 0; i < d->n; i++)
			if (d->at[i].part == part && d->at[i].on)
				put_wrapped(out, "  ", d->at[i].text, &a);
	}
	buf_putc(out, '\n');
	if (!text_empty(d->service))
		put_wrapped(out, "", d->service, &a);
	put_wrapped(out, "", d->ref, &a);
	arena_reset(&a);
}

/* ---- HTML ---- */

static void put_escaped(struct buf *out, const char *text, struct arena *a)
{
	for (const char *c = text_safe(str_of(text), a); *c; c++) {
		if (*c == '<')
			buf_puts(out, "&lt;");
		else if (*c == '>')
			buf_puts(out, "&gt;");
		else if (*c == '&')
			buf_puts(out, "&amp;");
		else if (*c == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, *c);
	}
}

static void put_element(struct buf *out, const char *element, const char *text, struct arena *a)
{
	buf_printf(out, "<%s>", element);
	put_escaped(out, text, a);
	buf_printf(out, "</%s>\n", element);
}

static void put_head(struct buf *out, const char *title, bool large, struct arena *a)
{
	buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
	              "<meta name=\"viewport\" content=\"width=device-width\">\n");
	put_element(out, "title", title, a);
	buf_printf(out,
	           "<style>\n"
	           "@page { size: A4; margin: 18mm; }\n"
	           "body { font: %dpt/1.45 sans-serif; color: #000; background: #fff;"
	           " max-width: 40em; margin: 1em auto; padding: 0 1em; }\n"
	           "h1 { font-size: 1.25em; } h2 { font-size: 1em; margin: 1.1em 0 .3em;"
	           " break-after: avoid; }\n"
	           "ul { margin: 0; padding-left: 1.2em; } li { margin: .25em 0;"
	           " break-inside: avoid; }\n"
	           "footer { margin-top: 2em; font-size: .6em; }\n"
	           "</style>\n</head>\n<body>\n",
	           large ? 18 : 14);
}

void plan_paper_html(const struct plan_document *d, bool large, struct buf *out)
{
	struct arena a = { 0 };
	const char *title = plan_document_title(d, &a);

	put_head(out, title, large, &a);
	put_element(out, "h1", title, &a);
	for (enum plan_part part = 0; part < PLAN_PARTS; part++) {
		if (!has_part(d, part))
			continue;
		put_element(out, "h2", plan_part_head(part), &a);
		buf_puts(out, "<ul>\n");
		for (size_t i = 0; i < d->n; i++)
			if (d->at[i].part == part && d->at[i].on)
				put_element(out, "li", d->at[i].text, &a);
		buf_puts(out, "</ul>\n");
	}
	buf_puts(out, "<footer>");
	put_escaped(out, text_empty(d->service) ? "" : arena_printf(&a, "%s · ", d->service), &a);
	put_escaped(out, d->ref, &a);
	buf_puts(out, "</footer>\n</body>\n</html>\n");
	arena_reset(&a);
}
