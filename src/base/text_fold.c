#include "base/text.h"

#include "base/buf.h"

#include <string.h>
#include <utf8proc.h>

/* No character of Unicode opens into more (U+FDFA gives 18). */
#define PIECES 32

/* Letters that Unicode does not take apart, but people type without. Already in lower case. */
static const char *plain_letters(char32_t c)
{
	switch (c) {
	case U'æ':
		return "ae";
	case U'œ':
		return "oe";
	case U'ø':
		return "o";
	case U'ł':
		return "l";
	case U'đ':
	case U'ð':
		return "d";
	case U'þ':
		return "th";
	case U'ħ':
		return "h";
	case U'ı':
		return "i";
	case U'ŋ':
		return "ng";
	case U'ŧ':
		return "t";
	default:
		return NULL;
	}
}

static bool apostrophe(char32_t c)
{
	switch (c) {
	case U'\'':
	case U'`':
	case U'\u00B4': /* acute accent, typed for one */
	case U'\u02B9':
	case U'\u02BB':
	case U'\u02BC':
	case U'\u2018':
	case U'\u2019':
	case U'\u201B':
	case U'\u2032':
		return true;
	default:
		return false;
	}
}

enum part { PART_LETTER, PART_SPACE, PART_NOTHING };

static enum part part_of(char32_t c)
{
	utf8proc_category_t category;

	if (apostrophe(c))
		return PART_NOTHING;
	if (c == '.' || c == 0x2212 || (c >= '\t' && c <= '\r') || c == 0x85)
		return PART_SPACE;
	category = utf8proc_category((utf8proc_int32_t)c);
	if (category == UTF8PROC_CATEGORY_PD || category == UTF8PROC_CATEGORY_ZS ||
	    category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP)
		return PART_SPACE;
	if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	    category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME)
		return PART_NOTHING;
	return PART_LETTER;
}

/* The same of what needs no table: most of what is written. */
static enum part ascii_part(char c)
{
	if (c == ' ' || c == '-' || c == '.' || (c >= '\t' && c <= '\r'))
		return PART_SPACE;
	return c < ' ' || c == 0x7f || c == '\'' || c == '`' ? PART_NOTHING : PART_LETTER;
}

static void fold_ascii(char c, struct buf *out, bool *gap)
{
	enum part part = ascii_part(c);

	if (part == PART_SPACE)
		*gap = true;
	if (part != PART_LETTER)
		return;
	if (*gap && out->n > 0)
		buf_putc(out, ' ');
	*gap = false;
	buf_putc(out, c >= 'A' && c <= 'Z' ? (char)(c + 0x20) : c);
}

/* *gap: white space was met since the last letter. */
static void fold_piece(char32_t c, struct buf *out, bool *gap)
{
	enum part part = part_of(c);
	const char *plain;
	char bytes[4];

	if (part == PART_SPACE)
		*gap = true;
	if (part != PART_LETTER)
		return;
	if (*gap && out->n > 0)
		buf_putc(out, ' ');
	*gap = false;
	plain = plain_letters(c);
	if (plain)
		buf_puts(out, plain);
	else
		buf_add(out, (struct str){ bytes, text_encode(c, bytes) });
}

static void fold_char(char32_t c, struct buf *out, bool *gap)
{
	const int how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
	                UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
	utf8proc_int32_t pieces[PIECES];
	utf8proc_ssize_t n;
	int last = 0;

	if (apostrophe(c)) /* before ´ becomes a space and a mark */
		return;
	n = utf8proc_decompose_char((utf8proc_int32_t)c, pieces, PIECES, (utf8proc_option_t)how,
	                            &last);
	for (utf8proc_ssize_t i = 0; i < n && i < PIECES; i++)
		fold_piece((char32_t)pieces[i], out, gap);
}

static void fold(struct str s, struct buf *out)
{
	bool gap = false;
	size_t len;

	for (; s.n > 0; s.at += len, s.n -= len) {
		char32_t c;

		if ((unsigned char)*s.at < 0x80) {
			fold_ascii(*s.at, out, &gap);
			len = 1;
			continue;
		}
		c = text_decode(s, &len);
		if (c < TEXT_INVALID)
			fold_char(c, out, &gap);
	}
}

const char *text_fold(struct str s, struct arena *a)
{
	struct buf out = { 0 };
	char *text;

	fold(s, &out);
	text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

bool text_holds(struct str haystack, const char *needle)
{
	struct buf out = { 0 };
	bool holds;

	if (text_empty(needle))
		return true;
	fold(haystack, &out);
	holds = strstr(buf_text(&out), needle) != NULL;
	buf_done(&out);
	return holds;
}
