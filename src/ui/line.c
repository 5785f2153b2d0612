#include "ui/line.h"

#include "note.h"
#include "wrap.h"

#include <string.h>

void line_done(struct line *l)
{
	if (l->secret)
		buf_wipe(&l->text);
	else
		buf_done(&l->text);
	l->at = 0;
}

const char *line_text(const struct line *l)
{
	return buf_text(&l->text);
}

bool line_empty(const struct line *l)
{
	const char *s = line_text(l);

	return s[strspn(s, " \n")] == '\0';
}

/* The part of the text from the beginning of the line that holds offset at: a boundary for sure. */
static size_t line_start(const struct line *l, size_t at)
{
	while (at > 0 && l->text.at[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct line *l, size_t at)
{
	while (at < l->text.n && l->text.at[at] != '\n')
		at++;
	return at;
}

/* The first boundary between cells at or behind an offset. */
static size_t boundary(const struct line *l, size_t at)
{
	size_t from = line_start(l, at);
	struct str rest = { buf_text(&l->text) + from, l->text.n - from };
	struct text_cell cell;

	while (l->text.n - rest.n < at && wrap_cell(&rest, &cell))
		;
	return l->text.n - rest.n;
}

static size_t after(const struct line *l, size_t at)
{
	return at < l->text.n ? boundary(l, at + 1) : at;
}

static size_t before(const struct line *l, size_t at)
{
	size_t from = at > 0 ? line_start(l, at - 1) : 0;
	struct str rest = { buf_text(&l->text) + from, l->text.n - from };
	struct text_cell cell;

	while (l->text.n - rest.n < at) {
		from = l->text.n - rest.n;
		if (!wrap_cell(&rest, &cell))
			break;
	}
	return at > 0 ? from : 0;
}

static bool is_blank(const struct line *l, size_t at)
{
	return strchr(" \n", l->text.at[at]) != NULL;
}

static size_t word_before(const struct line *l, size_t at)
{
	while (at > 0 && is_blank(l, at - 1))
		at--;
	while (at > 0 && !is_blank(l, at - 1))
		at--;
	return at;
}

static size_t word_after(const struct line *l, size_t at)
{
	while (at < l->text.n && is_blank(l, at))
		at++;
	while (at < l->text.n && !is_blank(l, at))
		at++;
	return at;
}

static enum line_did go(struct line *l, size_t at)
{
	l->goal = 0;
	l->at = at;
	return LINE_MOVED;
}

static enum line_did cut(struct line *l, size_t from, size_t to)
{
	l->goal = 0;
	l->at = from;
	if (from == to)
		return LINE_MOVED;
	if (l->secret)
		explicit_bzero(l->text.at + from, to - from);
	buf_remove(&l->text, from, to - from);
	return LINE_CHANGED;
}

/* One character of what is put in, as it may stand in the text: "" when it may not. */
static struct str clean(const struct line *l, struct str from)
{
	size_t len;
	char32_t c = text_decode(from, &len);

	if (c == '\n' || c == '\r' || c == '\t')
		return l->note && c == '\n' ? STR("\n") : STR(" ");
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c >= TEXT_INVALID)
		return STR("");
	return (struct str){ from.at, len };
}

/* All the room it may ever need, so that growing leaves no copy of a secret behind. */
static void make_room(struct buf *b, size_t limit)
{
	for (size_t i = 0; i < limit; i++)
		buf_putc(b, ' ');
	buf_clear(b);
}

static enum line_did insert(struct line *l, struct str what)
{
	size_t limit = l->limit ? l->limit : l->note ? NOTE_LIMIT : LINE_LIMIT;
	size_t was = l->text.n, len;

	l->goal = 0;
	if (l->secret && l->text.room < limit)
		make_room(&l->text, limit);
	for (; what.n > 0; what.at += len, what.n -= len) {
		struct str s;

		text_decode(what, &len);
		if (what.n > 1 && what.at[0] == '\r' && what.at[1] == '\n')
			continue;
		s = what.at[0] == '\r' ? clean(l, STR("\n")) : clean(l, what);
		if (l->text.n + s.n > limit)
			break;
		if (s.n > 0)
			buf_insert(&l->text, l->at, s);
		l->at += s.n;
	}
	l->at = boundary(l, l->at);
	if (what.n > 0)
		return LINE_FULL;
	return l->text.n > was ? LINE_CHANGED : LINE_MOVED;
}

void line_set(struct line *l, const char *text)
{
	if (l->secret)
		buf_wipe(&l->text);
	buf_clear(&l->text);
	l->at = 0;
	l->from = 0;
	(void)insert(l, str_of(text));
}

static enum line_did go_row(struct line *l, int by)
{
	const char *text = line_text(l);
	struct note_spot spot = note_spot(l);
	struct str rest = { text, l->text.n }, row;
	struct text_cell cell;
	int goal = l->goal ? l->goal - 1 : spot.column, column = 0;

	if (!l->note || spot.row + by < 0)
		return LINE_PASS;
	for (int i = 0; i <= spot.row + by; i++)
		if (!wrap_next(&rest, note_width(l), &row))
			return LINE_PASS;
	l->at = (size_t)(row.at - text);
	while (row.n > 0 && wrap_cell(&row, &cell) && column + cell.width <= goal) {
		/* The end of a broken row is the beginning of the next one. */
		if (row.n == 0 && rest.at && row.at == rest.at)
			break;
		column += cell.width;
		l->at = (size_t)(row.at - text);
	}
	l->goal = goal + 1;
	return LINE_MOVED;
}

/* Where a key goes, from the cursor; and what a key takes away, from there to the cursor. */
struct step {
	const char *key;
	size_t (*to)(const struct line *l, size_t at);
};

static const struct step moves[] = {
	{ "Left", before },           { "Right", after },     { "Ctrl-Left", word_before },
	{ "Ctrl-Right", word_after }, { "Home", line_start }, { "Ctrl-A", line_start },
	{ "End", line_end },          { "Ctrl-E", line_end },
};

static const struct step cuts[] = {
	{ "Backspace", before },  { "Del", after },       { "Ctrl-W", word_before },
	{ "Ctrl-U", line_start }, { "Ctrl-K", line_end },
};

static bool step_of(const struct step *steps, size_t n, const struct line *l, const char *key,
                    size_t *ret)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(steps[i].key, key) == 0) {
			*ret = steps[i].to(l, l->at);
			return true;
		}
	}
	return false;
}

static enum line_did take_key(struct line *l, const char *key)
{
	size_t to;

	if (step_of(moves, COUNT_OF(moves), l, key, &to))
		return go(l, to);
	if (step_of(cuts, COUNT_OF(cuts), l, key, &to))
		return to < l->at ? cut(l, to, l->at) : cut(l, l->at, to);
	if (strcmp(key, "Up") == 0)
		return go_row(l, -1);
	if (strcmp(key, "Down") == 0)
		return go_row(l, 1);
	if (l->note && strcmp(key, "Enter") == 0)
		return insert(l, STR("\n"));
	return LINE_PASS;
}

enum line_did line_take(struct line *l, const struct input *in)
{
	char bytes[4];

	if (in->kind == INPUT_KEY)
		return take_key(l, in->key);
	if (in->kind == INPUT_PASTE)
		return insert(l, in->text);
	if (in->kind == INPUT_TEXT)
		return insert(l, (struct str){ bytes, text_encode(in->ch, bytes) });
	return LINE_PASS;
}
