#include "paper/paper.h"

#include "base/text.h"
#include "base/words.h"

#define POINTS       14
#define POINTS_LARGE 18
#define POINTS_TRADE 11 /* of letters from one service to another */

/* One page on its way: what was opened last is closed before something else is. */
struct setting_type {
	struct buf *out;
	struct arena a;
	enum paper_look look; /* of the list that stands open */
	bool open;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number stays on one line: "0113 496 0100". */
static void put_escaped(struct setting_type *t, const char *text)
{
	const char *first = text_safe(str_of(text), &t->a);

	for (const char *c = first; *c; c++) {
		if (*c == ' ' && c > first && is_digit(c[-1]) && is_digit(c[1]))
			buf_puts(t->out, "&nbsp;");
		else if (*c == '<')
			buf_puts(t->out, "&lt;");
		else if (*c == '>')
			buf_puts(t->out, "&gt;");
		else if (*c == '&')
			buf_puts(t->out, "&amp;");
		else if (*c == '"')
			buf_puts(t->out, "&quot;");
		else
			buf_putc(t->out, *c);
	}
}

/* What was written in lines stays in lines. */
static void put_text(struct setting_type *t, const char *text)
{
	struct str rest = str_of(text), line;
	bool first = true;

	while (str_cut(&rest, '\n', &line)) {
		if (str_trim(line).n == 0)
			continue;
		if (!first)
			buf_puts(t->out, "<br>");
		put_escaped(t, arena_str(&t->a, line));
		first = false;
	}
}

static void put_element(struct setting_type *t, const char *open, const char *text,
                        const char *close)
{
	buf_puts(t->out, open);
	put_text(t, text);
	buf_printf(t->out, "%s\n", close);
}

/* ---- the head ---- */

static int points(const struct paper *p, struct paper_style how)
{
	if (how.large)
		return POINTS_LARGE;
	return p->document == DOCUMENT_LETTER || p->document == DOCUMENT_STATUTORY ? POINTS_TRADE
	                                                                           : POINTS;
}

static void put_style(struct setting_type *t, const struct paper *p, struct paper_style how)
{
	buf_printf(t->out,
	           "<style>\n"
	           "@page { size: A4; margin: 16mm 18mm; }\n"
	           "body { font: %dpt/%s Arial, Helvetica, \"Liberation Sans\", sans-serif;"
	           " color: #000; background: #fff; max-width: 40em; margin: 1em auto;"
	           " padding: 0 1em; overflow-wrap: anywhere; }\n",
	           points(p, how), points(p, how) == POINTS_TRADE ? "1.25" : "1.4");
	buf_puts(
		t->out,
		"h1 { font-size: 1.3em; line-height: 1.2; margin: 0 0 .5em; }\n"
		"h2 { font-size: 1.05em; margin: .9em 0 .25em; break-after: avoid; }\n"
		"p { margin: .3em 0; orphans: 2; widows: 2; }\n"
		"section p { margin: .6em 0; }\n"
		"ul { margin: 0; padding-left: 1.1em; }\n"
		"li { margin: .22em 0; break-inside: avoid; }\n"
		"ul.ticks { list-style: none; padding-left: 0; }\n"
		"ul.ticks li { padding-left: 1.5em; text-indent: -1.5em; }\n"
		"ul.ticks li::before { content: \"\"; display: inline-block; width: .8em;"
		" height: .8em; border: 1.5pt solid; margin-right: .6em; vertical-align: -.05em; }\n"
		"table { border-collapse: collapse; width: 100%; margin: .3em 0; }\n"
		"th { text-align: left; font-weight: bold; vertical-align: top;"
		" padding: .1em .8em .1em 0; } tr { break-inside: avoid; }\n"
		".rows th { width: 28%; } .rows td { padding: .1em 0; }\n"
		".boxes { font-size: .8em; margin: 0; } .boxes th { padding: 0 .4em; }\n"
		".boxes th { font-size: .85em; white-space: nowrap; vertical-align: bottom; }\n"
		".boxes td { border: 1pt solid; padding: .1em .4em; line-height: 1.25; }\n"
		".boxes .mark { width: 3.2em; }\n"
		".words { font-style: italic; }\n"
		".line { border-bottom: 1pt solid; min-height: 1.6em; }\n"
		"footer { margin-top: 1.4em; font-size: .65em; }\n"
		"@media print { body { max-width: none; margin: 0; padding: 0; } }\n");
	if (points(p, how) == POINTS_TRADE)
		buf_puts(t->out, "h2 { margin: .6em 0 .15em; } li { margin: .1em 0; }\n");
	if (how.contrast)
		buf_puts(t->out,
		         "body { font-weight: bold; } h1, h2 { border-bottom: 3pt solid; }\n"
		         ".words { font-style: normal; } footer { font-size: 1em; }\n"
		         "@media screen { body, html { background: #000; color: #ff0; } }\n");
	buf_puts(t->out, "</style>\n");
}

static void put_head(struct setting_type *t, const struct paper *p, struct paper_style how)
{
	buf_puts(t->out, "<!DOCTYPE html>\n<html lang=\"");
	put_escaped(t, p->language);
	buf_puts(t->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
	                 "<meta name=\"viewport\" content=\"width=device-width\">\n");
	put_element(t, "<title>", p->title, "</title>");
	put_style(t, p, how);
	buf_puts(t->out, "</head>\n<body>\n");
}

/* ---- lines ---- */

static const char *opening(enum paper_look look)
{
	switch (look) {
	case PAPER_SAYS:
		return "<ul>\n";
	case PAPER_TICK:
		return "<ul class=\"ticks\">\n";
	case PAPER_ROW:
		return "<table class=\"rows\">\n";
	case PAPER_SCORE:
		return _(
			"<table class=\"boxes\">\n<thead><tr><th>What it is</th><th>0 to 10</th><th>Talk</th>"
			"<th>Rather not</th></tr></thead>\n<tbody>\n");
	case PAPER_PLAIN:
	case PAPER_WORDS:
	case PAPER_SPACE:
		break;
	}
	return "";
}

static const char *closing(enum paper_look look)
{
	switch (look) {
	case PAPER_SAYS:
	case PAPER_TICK:
		return "</ul>\n";
	case PAPER_ROW:
		return "</table>\n";
	case PAPER_SCORE:
		return "</tbody>\n</table>\n";
	case PAPER_PLAIN:
	case PAPER_WORDS:
	case PAPER_SPACE:
		break;
	}
	return "";
}

static void close_list(struct setting_type *t)
{
	if (t->open)
		buf_puts(t->out, closing(t->look));
	t->open = false;
}

static void put_row(struct setting_type *t, const struct paper_line *x)
{
	put_element(t, "<tr><th scope=\"row\">", x->label, "</th>");
	put_element(t, "<td>", x->text, "</td></tr>");
}

static void put_line(struct setting_type *t, const struct paper_line *x)
{
	if (!t->open || t->look != x->look) {
		close_list(t);
		buf_puts(t->out, opening(x->look));
		t->look = x->look;
		t->open = true;
	}
	switch (x->look) {
	case PAPER_SAYS:
		put_element(t, "<li>", x->text, "</li>");
		break;
	case PAPER_PLAIN:
		put_element(t, "<p>", x->text, "</p>");
		break;
	case PAPER_WORDS:
		put_element(t, "<p class=\"words\">", x->text, "</p>");
		break;
	case PAPER_ROW:
		put_row(t, x);
		break;
	case PAPER_TICK:
		put_element(t, "<li>", x->text, "</li>");
		break;
	case PAPER_SCORE:
		put_element(t, "<tr><td>", x->text,
		            "</td><td class=\"mark\"></td><td class=\"mark\"></td>"
		            "<td class=\"mark\"></td></tr>");
		break;
	case PAPER_SPACE:
		put_element(t, "<p class=\"line\">", x->text, "</p>");
		break;
	}
}

static void put_part(struct setting_type *t, const struct paper *p, size_t part)
{
	bool flush = text_empty(p->part[part]);

	if (!paper_shows(p, part))
		return;
	if (flush)
		buf_puts(t->out, "<section>\n");
	else
		put_element(t, "<h2>", p->part[part], "</h2>");
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].part == part && p->at[i].on)
			put_line(t, &p->at[i]);
	close_list(t);
	if (flush)
		buf_puts(t->out, "</section>\n");
}

void paper_html(const struct paper *p, struct paper_style how, struct buf *out)
{
	struct setting_type t = { .out = out };

	put_head(&t, p, how);
	for (size_t part = 0; part < p->above; part++)
		put_part(&t, p, part);
	buf_puts(out, "<main>\n");
	put_element(&t, "<h1>", p->title, "</h1>");
	for (size_t part = p->above; part < p->parts; part++)
		put_part(&t, p, part);
	buf_puts(out, "</main>\n");
	if (!text_empty(p->foot))
		put_element(&t, "<footer>", p->foot, "</footer>");
	buf_puts(out, "</body>\n</html>\n");
	arena_reset(&t.a);
}
