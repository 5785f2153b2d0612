#include "page.h"

#include "base/text.h"
#include "base/words.h"

void page_put_wrapped(struct buf *out, const char *lead, const char *text, struct arena *a)
{
	struct str rest = str_of(text_safe(str_of(text), a)), word;
	size_t indent = text_width(str_of(lead)), at = indent;
	bool begun = false;

	buf_puts(out, lead);
	while (str_cut(&rest, ' ', &word)) {
		size_t width = text_width(word);

		if (width == 0)
			continue;
		if (begun && at + 1 + width > PAGE_COLUMNS) {
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

void page_put_escaped(struct buf *out, const char *text, struct arena *a)
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

void page_put_element(struct buf *out, const char *element, const char *text, struct arena *a)
{
	buf_printf(out, "<%s>", element);
	page_put_escaped(out, text, a);
	buf_printf(out, "</%s>\n", element);
}

void page_put_head(struct buf *out, const char *title, bool large, struct arena *a)
{
	buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
	              "<meta name=\"viewport\" content=\"width=device-width\">\n");
	page_put_element(out, "title", title, a);
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
