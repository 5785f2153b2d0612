#include "base/text.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#define MARKS_PER_CELL 2

char32_t text_decode(struct str s, size_t *len)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.at,
	                                      s.n < 4 ? (utf8proc_ssize_t)s.n : 4, &c);

	if (n <= 0) {
		*len = 1;
		return TEXT_INVALID + (unsigned char)s.at[0];
	}
	*len = (size_t)n;
	return (char32_t)c;
}

size_t text_encode(char32_t c, char out[4])
{
	utf8proc_uint8_t bytes[4];
	size_t n;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	n = (size_t)utf8proc_encode_char((utf8proc_int32_t)c, bytes);
	memcpy(out, bytes, n);
	return n;
}

bool text_valid(struct str s, size_t *bad)
{
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		char32_t c = text_decode((struct str){ s.at + i, s.n - i }, &len);

		if (c == 0 || c >= TEXT_INVALID) {
			*bad = i;
			return false;
		}
	}
	return true;
}

/* What shows nothing, or moves what stands around it, though its category is that of a sign. */
static bool invisible(char32_t c)
{
	static const struct {
		char32_t first, last;
	} ranges[] = {
		{ 0x034F, 0x034F },   /* combining grapheme joiner */
		{ 0x115F, 0x1160 },   /* Hangul fillers */
		{ 0x17B4, 0x17B5 },   /* Khmer inherent vowels */
		{ 0x180B, 0x180F },   /* Mongolian variation selectors */
		{ 0x2800, 0x2800 },   /* the Braille pattern without a dot */
		{ 0x3164, 0x3164 },   /* Hangul filler */
		{ 0xFE00, 0xFE0F },   /* variation selectors */
		{ 0xFFA0, 0xFFA0 },   /* halfwidth Hangul filler */
		{ 0x1D159, 0x1D159 }, /* the note without a head */
		{ 0xE0000, 0xE0FFF }, /* tags, more variation selectors */
	};

	for (size_t i = 0; i < COUNT_OF(ranges); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

static bool is_mark(utf8proc_category_t category)
{
	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static bool hidden_category(utf8proc_category_t category)
{
	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	       category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO ||
	       category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

/*
 * The columns on which utf8proc and wcwidth() agree, else -1. Spacing marks, the vowel signs of
 * Hindi or Bengali among them, are a column to every terminal: utf8proc just has no width for them.
 * Outside a UTF-8 locale wcwidth() knows ASCII only, and utf8proc decides alone.
 */
static int width_of(char32_t c, utf8proc_category_t category)
{
	int width = utf8proc_charwidth((utf8proc_int32_t)c);

	if (category == UTF8PROC_CATEGORY_MC)
		width = 1;
	if (wcwidth((wchar_t)0xE9) != 1 || wcwidth((wchar_t)c) == width)
		return width;
	return -1;
}

enum shape {
	SHAPE_HIDDEN, /* only its escape may be shown */
	SHAPE_MARK,
	SHAPE_NARROW,
	SHAPE_WIDE,
};

static enum shape shape_of(char32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return c >= 0x20 && c < 0x7F ? SHAPE_NARROW : SHAPE_HIDDEN;
	if (c >= TEXT_INVALID || invisible(c))
		return SHAPE_HIDDEN;
	category = utf8proc_category((utf8proc_int32_t)c);
	if (hidden_category(category))
		return SHAPE_HIDDEN;
	switch (width_of(c, category)) {
	case 0:
		return is_mark(category) ? SHAPE_MARK : SHAPE_HIDDEN;
	case 1:
		return SHAPE_NARROW;
	case 2:
		return SHAPE_WIDE;
	default:
		return SHAPE_HIDDEN;
	}
}

static void cell_escape(char32_t c, struct text_cell *cell)
{
	int n;

	if (c >= TEXT_INVALID)
		n = snprintf(cell->at, sizeof(cell->at), "<%02X>", (unsigned)(c - TEXT_INVALID));
	else
		n = snprintf(cell->at, sizeof(cell->at), "<U+%04X>", (unsigned)c);
	cell->n = cell->width = (uint8_t)n;
}

static void cell_add(struct text_cell *cell, struct str *rest, size_t len)
{
	memcpy(cell->at + cell->n, rest->at, len);
	cell->n = (uint8_t)(cell->n + len);
	rest->at += len;
	rest->n -= len;
}

bool text_next_cell(struct str *rest, struct text_cell *ret)
{
	struct text_cell cell = { 0 };
	enum shape shape;
	char32_t c;
	size_t len;

	if (rest->n == 0)
		return false;
	c = text_decode(*rest, &len);
	shape = shape_of(c);
	if (shape == SHAPE_HIDDEN || shape == SHAPE_MARK) {
		cell_escape(c, &cell);
		rest->at += len;
		rest->n -= len;
		*ret = cell;
		return true;
	}
	cell.width = shape == SHAPE_WIDE ? 2 : 1;
	cell_add(&cell, rest, len);
	for (int marks = 0; marks < MARKS_PER_CELL && rest->n > 0; marks++) {
		if ((unsigned char)rest->at[0] < 0x80)
			break;
		if (shape_of(text_decode(*rest, &len)) != SHAPE_MARK)
			break;
		cell_add(&cell, rest, len);
	}
	*ret = cell;
	return true;
}

size_t text_width(struct str s)
{
	struct text_cell cell;
	size_t width = 0;

	while (text_next_cell(&s, &cell))
		width += cell.width;
	return width;
}

/* A line break or tab at the front of s: how many bytes it takes, else 0. */
static size_t blank_bytes(struct str s)
{
	if (s.n > 1 && s.at[0] == '\r' && s.at[1] == '\n')
		return 2;
	return s.n > 0 && (s.at[0] == '\n' || s.at[0] == '\t') ? 1 : 0;
}

const char *text_safe(struct str s, struct arena *a)
{
	struct buf out = { 0 };
	struct text_cell cell;
	char *text;

	while (s.n > 0) {
		size_t blank = blank_bytes(s);

		if (blank > 0) {
			buf_putc(&out, ' ');
			s.at += blank;
			s.n -= blank;
		} else if (text_next_cell(&s, &cell)) {
			buf_add(&out, (struct str){ cell.at, cell.n });
		}
	}
	text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

const char *text_digits(struct str s, struct arena *a)
{
	char *digits = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			digits[n++] = s.at[i];
	return digits;
}

const char *text_upper(struct str s, struct arena *a)
{
	char *out = ARENA_ARRAY(a, s.n * 4 + 1, char);
	size_t n = 0, len;

	while (s.n > 0) {
		char32_t c = text_decode(s, &len);

		if (c < TEXT_INVALID)
			n += text_encode((char32_t)utf8proc_toupper((utf8proc_int32_t)c), out + n);
		s = (struct str){ s.at + len, s.n - len };
	}
	out[n] = '\0';
	return out;
}

const char *text_capital(const char *s, struct arena *a)
{
	size_t len = 0;

	if (!*s || text_decode(str_of(s), &len) >= TEXT_INVALID)
		return arena_strdup(a, s);
	return arena_printf(a, "%s%s", text_upper((struct str){ s, len }, a), s + len);
}
