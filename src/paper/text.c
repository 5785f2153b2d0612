#include "paper/paper.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define PAGE_COLUMNS 78
#define PAGE_LINES   62
#define LABEL_LEAST  11
#define LABEL_MOST   28

/* Lines of a page yet to be parted: those that must not be torn from the one behind them are kept. */
struct laying {
	struct arena a;
	int columns;
	int label; /* columns of the labels of the part in hand */
	struct {
		size_t n;
		struct laid {
			const char *text;
			bool keep; /* with the next */
		} * at;
	} lines;
};

static void lay(struct laying *l, const char *text, bool keep)
{
	*ARENA_PUSH(&l->a, &l->lines) = (struct laid){ text, keep };
}

/* Nothing is left apart that belongs together: two lines at least at either end of a paragraph. */
static void keep_ends(struct laying *l, size_t first)
{
	size_t n = l->lines.n - first;

	if (n < 2)
		return;
	l->lines.at[first].keep = true;
	l->lines.at[first + n - 2].keep = true;
}

/* One word, or as much of it as fits on a line; it comes off *word. */
static struct str take_piece(struct str *word, size_t room)
{
	struct str rest = *word, piece = *word, before = *word;
	struct text_cell cell;
	size_t width = 0;

	while (text_next_cell(&rest, &cell)) {
		if (width > 0 && width + cell.width > room)
			break;
		width += cell.width;
		before = rest;
	}
	if (!before.at)
		before = (struct str){ word->at + word->n, 0 };
	piece.n = (size_t)(before.at - word->at);
	*word = before;
	return piece;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next word; a number stays in one piece: "0113 496 0100". */
static bool take_word(struct str *rest, struct str *word)
{
	struct str more;

	if (!str_cut(rest, ' ', word))
		return false;
	while (word->n > 0 && is_digit(word->at[word->n - 1]) && rest->n > 0 &&
	       is_digit(rest->at[0]) && str_cut(rest, ' ', &more))
		word->n += 1 + more.n;
	return true;
}

/* Words in lines: the first begins with lead, the others under it. */
static void lay_words(struct laying *l, const char *lead, const char *text)
{
	struct str rest = str_of(text_safe(str_of(text), &l->a)), word;
	size_t indent = text_width(str_of(lead)), at = indent, room = (size_t)l->columns;
	const char *line = lead;
	bool begun = false;

	while (take_word(&rest, &word)) {
		while (word.n > 0) {
			size_t width = text_width(word);
			struct str piece = word;

			if (begun && at + 1 + width > room) {
				lay(l, line, false);
				line = arena_printf(&l->a, "%*s", (int)indent, "");
				at = indent;
				begun = false;
			}
			if (!begun && width > room - indent)
				piece = take_piece(&word, room - indent);
			else
				word.n = 0;
			line = arena_printf(&l->a, "%s%s%.*s", line, begun ? " " : "", (int)piece.n,
			                    piece.at);
			at += text_width(piece) + begun;
			begun = true;
		}
	}
	lay(l, line, false);
}

/* What was written in lines stays in lines. */
static void lay_text(struct laying *l, const char *lead, const char *text)
{
	struct str rest = str_of(text), line;
	size_t first = l->lines.n;
	const char *under = arena_printf(&l->a, "%*s", (int)text_width(str_of(lead)), "");

	while (str_cut(&rest, '\n', &line)) {
		if (str_trim(line).n == 0 && l->lines.n > first)
			continue;
		lay_words(l, l->lines.n == first ? lead : under, arena_str(&l->a, line));
	}
	keep_ends(l, first);
}

static const char *rule(struct laying *l, const char *lead, const char *text)
{
	size_t at = text_width(str_of(lead)) + text_width(str_of(text));
	size_t n = (size_t)l->columns > at + 1 ? (size_t)l->columns - at - 1 : 0;
	char *line = arena_alloc(&l->a, n + 1);

	memset(line, '_', n);
	return arena_printf(&l->a, "%s%s%s%s", lead, text, text_empty(text) ? "" : " ", line);
}

/* Widest label of a part: what stands beside them stands in one column. */
static int label_width(const struct paper *p, size_t part)
{
	size_t most = LABEL_LEAST;

	for (size_t i = 0; i < p->n; i++) {
		size_t width = text_width(str_of(p->at[i].label));

		if (p->at[i].part == part && p->at[i].on && width > most)
			most = width;
	}
	return most > LABEL_MOST ? LABEL_MOST : (int)most;
}

static const char *label(struct laying *l, const char *text)
{
	const char *safe = text_safe(str_of(text), &l->a);
	int width = (int)text_width(str_of(safe));

	return arena_printf(&l->a, "%s%*s  ", safe, width < l->label ? l->label - width : 0, "");
}

static void lay_line(struct laying *l, const struct paper_line *x, bool flush)
{
	const char *lead = flush ? "" : "  ";

	switch (x->look) {
	case PAPER_SAYS:
	case PAPER_WORDS:
		lay_text(l, lead, x->text);
		break;
	case PAPER_PLAIN:
		lay_text(l, flush ? "" : lead, x->text);
		break;
	case PAPER_ROW:
		lay_text(l, arena_printf(&l->a, "%s%s", lead, label(l, x->label)), x->text);
		break;
	case PAPER_TICK:
		lay_text(l, arena_printf(&l->a, "%s[ ] ", lead), x->text);
		break;
	case PAPER_SCORE:
		lay_text(l, arena_printf(&l->a, "%s[   ]  [ ]   [ ]   ", lead), x->text);
		break;
	case PAPER_SPACE:
		lay(l, "", true);
		lay(l, rule(l, lead, text_safe(str_of(x->text), &l->a)), false);
		break;
	}
}

static bool part_has(const struct paper *p, size_t part, enum paper_look look)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].part == part && p->at[i].on && p->at[i].look == look)
			return true;
	return false;
}

static void lay_part(struct laying *l, const struct paper *p, size_t part, bool gap)
{
	bool flush = text_empty(p->part[part]), begun = false;

	if (!paper_shows(p, part))
		return;
	l->label = label_width(p, part);
	if (gap)
		lay(l, "", false);
	if (!flush) {
		size_t first = l->lines.n;

		lay_words(l, "", p->part[part]);
		for (size_t i = first; i < l->lines.n; i++)
			l->lines.at[i].keep = true;
	}
	if (part_has(p, part, PAPER_SCORE))
		lay(l, _("  0-10   talk  rather not"), true);
	for (size_t i = 0; i < p->n; i++) {
		if (p->at[i].part != part || !p->at[i].on)
			continue;
		if (flush && begun && p->at[i].look == PAPER_PLAIN)
			lay(l, "", false);
		begun = true;
		lay_line(l, &p->at[i], flush);
	}
}

static void lay_paper(struct laying *l, const struct paper *p)
{
	for (size_t part = 0; part < p->above; part++)
		lay_part(l, p, part, l->lines.n > 0);
	if (l->lines.n > 0)
		lay(l, "", false);
	lay_words(l, "", p->title);
	for (size_t part = p->above; part < p->parts; part++)
		lay_part(l, p, part, true);
	if (text_empty(p->foot))
		return;
	lay(l, "", false);
	lay_text(l, "", p->foot);
}

/* How many lines from first on stand on one page. */
static size_t page_end(const struct laying *l, size_t first, size_t room)
{
	size_t end = first + room;

	if (end >= l->lines.n)
		return l->lines.n;
	while (end > first + 1 && l->lines.at[end - 1].keep)
		end--;
	return l->lines.at[end - 1].keep ? first + room : end;
}

static size_t count_pages(const struct laying *l)
{
	size_t n = 0;

	for (size_t at = 0; at < l->lines.n; n++)
		at = page_end(l, at, PAGE_LINES - 2);
	return n;
}

static void put_pages(const struct laying *l, struct buf *out)
{
	size_t pages = count_pages(l), page = 0;

	for (size_t at = 0; at < l->lines.n;) {
		size_t end = page_end(l, at, PAGE_LINES - 2);

		if (page > 0)
			buf_putc(out, '\f');
		while (page > 0 && at < end - 1 && l->lines.at[at].text[0] == '\0')
			at++;
		for (; at < end; at++)
			buf_printf(out, "%s\n", l->lines.at[at].text);
		buf_printf(out, _("\n%66s %2zu of %zu\n"), _("page"), ++page, pages);
	}
}

void paper_lines(const struct paper *p, int columns, struct buf *out)
{
	struct laying l = { .columns = columns };

	lay_paper(&l, p);
	for (size_t i = 0; i < l.lines.n; i++)
		buf_printf(out, "%s\n", l.lines.at[i].text);
	arena_reset(&l.a);
}

void paper_text(const struct paper *p, struct buf *out)
{
	struct laying l = { .columns = PAGE_COLUMNS };

	lay_paper(&l, p);
	if (l.lines.n <= PAGE_LINES)
		paper_lines(p, PAGE_COLUMNS, out);
	else
		put_pages(&l, out);
	arena_reset(&l.a);
}
