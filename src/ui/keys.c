#include "ui/keys.h"

#include "base/words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool one_of_range(const char *range, const char *key)
{
	if (strlen(range) != 3 || range[1] != '-' || strlen(key) != 1)
		return false;
	return key[0] >= range[0] && key[0] <= range[2];
}

bool key_matches(const char *key, const struct input *in)
{
	if (in->kind != INPUT_KEY && in->kind != INPUT_TEXT)
		return false;
	return strcasecmp(key, in->key) == 0 || one_of_range(key, in->key);
}

static unsigned missing(const struct binding *b, unsigned has)
{
	return b->needs & ~NEEDS_HIDDEN & ~has;
}

bool key_holds(const struct binding *b, unsigned has)
{
	return missing(b, has) == 0;
}

const struct binding *keys_find(const struct binding *table, const struct input *in, unsigned has)
{
	const struct binding *first = NULL;

	for (const struct binding *b = table; b && b->key; b++) {
		if (!key_matches(b->key, in))
			continue;
		if (key_holds(b, has))
			return b;
		if (!first)
			first = b;
	}
	return first;
}

const char *key_refusal(const struct binding *b, unsigned has)
{
	unsigned lacks = missing(b, has);

	if ((lacks & NEEDS_STAFF) && (has & NEEDS_DESK))
		return _(
			"That key is for workers. F2 goes to the Desk: what is yours stands there.");
	if (lacks & (NEEDS_STAFF | NEEDS_DESK))
		return _("That key is for those who work with people. g a has what is yours.");
	if (lacks & NEEDS_NAME)
		return _("That needs a name. Sign in first: Ctrl-G.");
	if (lacks & (NEEDS_ENTRIES | NEEDS_ACCOUNTS))
		return _("This account may look here, and changes nothing. Ask a coordinator.");
	if (lacks & NEEDS_WRITE)
		return _("This file is open for reading only: nothing can be changed here.");
	if (lacks & NEEDS_MANY)
		return _("There is nothing in this list.");
	if (lacks & NEEDS_ROW)
		return has & NEEDS_MANY ? _("Nothing is chosen here. ↓ to one first.")
		                        : _("There is nothing here to choose.");
	if (lacks & NEEDS_PERSON)
		return _("This is not about one person. Open one first.");
	return _("That key has nothing to do here just now.");
}

/* Would typing it put a character into a text? */
static bool is_letter(const char *key)
{
	return strlen(key) == 1 || one_of_range(key, (char[]){ key[0], '\0' }) ||
	       strcmp(key, "Space") == 0;
}

static int width_of(const char *text)
{
	return (int)text_width(str_of(text));
}

static int entry_width(const char *key, const char *brief)
{
	return width_of(key) + 1 + width_of(brief);
}

static int put_entry(struct grid *g, int row, int column, const char *key, const char *brief,
                     struct key_spots *spots)
{
	int end = grid_put(g, row, column, -1, LOOK_STRONG, key);

	end = grid_put(g, row, end + 1, -1, LOOK_SECOND, brief);
	if (spots->n < COUNT_OF(spots->at))
		spots->at[spots->n++] = (struct key_spot){ row, column, end - column, key };
	return end;
}

/* A key means what the first table that has it says. */
static bool shadowed(const struct key_line *what, size_t table, const struct binding *b)
{
	for (size_t i = 0; i < table; i++)
		for (const struct binding *other = what->tables[i]; other && other->key; other++)
			if (strcasecmp(other->key, b->key) == 0)
				return true;
	return false;
}

static bool shown(const struct key_line *what, size_t table, const struct binding *b)
{
	if (text_empty(b->brief) || (b->needs & NEEDS_HIDDEN) || !key_holds(b, what->has))
		return false;
	if (b->act == ACT_HELP || (b->act == ACT_SAFETY && !what->whole))
		return false;
	if (what->typing && is_letter(b->key))
		return false;
	return !shadowed(what, table, b);
}

/* As many entries as fit before end, at most six of them. Returns the column after the last. */
static int put_entries(struct grid *g, int row, const struct key_line *what, int end,
                       struct key_spots *spots)
{
	int column = GRID_MARGIN;

	for (size_t i = 0; i < COUNT_OF(what->tables); i++) {
		for (const struct binding *b = what->tables[i]; b && b->key; b++) {
			if (!shown(what, i, b))
				continue;
			if (spots->n == KEY_LINE_MOST ||
			    column + entry_width(b->key, b->brief) > end)
				return column;
			column = put_entry(g, row, column, b->key, b->brief, spots) + 2;
		}
	}
	return column;
}

/* Every entry: what does not fit in the row stands in the one below, from row on. */
static void put_whole(struct grid *g, int row, const struct key_line *what, struct key_spots *spots)
{
	int column = GRID_MARGIN, end = g->columns - GRID_MARGIN;

	for (size_t i = 0; i < COUNT_OF(what->tables); i++) {
		for (const struct binding *b = what->tables[i]; b && b->key; b++) {
			if (!shown(what, i, b) || spots->n == COUNT_OF(spots->at))
				continue;
			if (column + entry_width(b->key, b->brief) > end) {
				column = GRID_MARGIN;
				row++;
			}
			column = put_entry(g, row, column, b->key, b->brief, spots) + 2;
		}
	}
}

static int whole_width(const struct key_line *what)
{
	int width = 0;

	for (size_t i = 0; i < COUNT_OF(what->tables); i++)
		for (const struct binding *b = what->tables[i]; b && b->key; b++)
			if (shown(what, i, b))
				width += entry_width(b->key, b->brief) + 2;
	return width - 2;
}

/* What a screen calls the way to safety: "worried about safety". */
static const char *brief_of(const struct key_line *what, enum act act, const char *otherwise)
{
	for (size_t i = 0; i < COUNT_OF(what->tables); i++)
		for (const struct binding *b = what->tables[i]; b && b->key; b++)
			if (b->act == act && !text_empty(b->brief))
				return b->brief;
	return otherwise;
}

void keys_line(struct grid *g, int row, const struct key_line *what, struct key_spots *ret)
{
	const char *safety = brief_of(what, ACT_SAFETY, _("safety"));
	const char *safety_key = what->typing ? "Ctrl-R" : "!";
	const char *help = brief_of(what, ACT_HELP, _("help"));
	const char *help_key = what->typing ? "F1" : "?";
	int end = g->columns - GRID_MARGIN, column;

	*ret = (struct key_spots){ 0 };
	if (what->whole) {
		if (whole_width(what) > end - GRID_MARGIN)
			grid_clear(g, --row, 0, 1, g->columns);
		put_whole(g, row, what, ret);
		return;
	}
	end -= what->asked ? -2 : entry_width(help_key, help);
	column = end - 2 - entry_width(safety_key, safety);
	if (what->captive)
		column -= entry_width("Ctrl-G", _("lock")) + 2;
	column = put_entries(g, row, what, column - 2, ret);
	column = put_entry(g, row, column, safety_key, safety, ret) + 2;
	if (what->captive)
		put_entry(g, row, column, "Ctrl-G", _("lock"), ret);
	if (!what->asked)
		put_entry(g, row, end, help_key, help, ret);
}

bool keys_click(const struct key_spots *spots, int row, int column, struct input *ret)
{
	for (size_t i = 0; i < spots->n; i++) {
		const struct key_spot *s = &spots->at[i];

		if (row != s->row || column < s->column || column >= s->column + s->width)
			continue;
		if (one_of_range(s->key, (char[]){ s->key[0], '\0' }))
			return false;
		*ret = input_key(s->key);
		return true;
	}
	return false;
}

static struct help_line *line_for(const struct help_lines *lines, const enum act *acts,
                                  const struct binding *b)
{
	for (size_t i = 0; i < lines->n; i++)
		if (acts[i] == b->act && (!b->help || text_equal(lines->at[i].text, b->help)))
			return &lines->at[i];
	return NULL;
}

void keys_help(const struct binding *table, struct arena *a, struct help_lines *ret)
{
	struct help_lines lines = { 0 };
	struct {
		size_t n;
		enum act *at;
	} acts = { 0 };

	for (const struct binding *b = table; b && b->key; b++) {
		struct help_line *line = line_for(&lines, acts.at, b);

		if (line) {
			line->keys = arena_printf(a, "%s, %s", line->keys, b->key);
		} else if (!text_empty(b->help)) {
			*ARENA_PUSH(a, &lines) = (struct help_line){ b->key, b->help };
			*ARENA_PUSH(a, &acts) = b->act;
		}
	}
	*ret = lines;
}

int keys_help_put(struct grid *g, int row, int column, int rows, const struct help_lines *lines,
                  size_t top)
{
	int keys = 0, used = 0;

	for (size_t i = 0; i < lines->n; i++)
		if (width_of(lines->at[i].keys) > keys)
			keys = width_of(lines->at[i].keys);
	if (keys > g->columns / 3)
		keys = g->columns / 3;
	for (size_t i = top; i < lines->n && used < rows; i++) {
		if (text_empty(lines->at[i].text)) {
			grid_put(g, row + used++, column, -1, LOOK_HEAD, lines->at[i].keys);
			continue;
		}
		grid_put(g, row + used, column, keys, LOOK_STRONG, lines->at[i].keys);
		used += grid_put_lines(g, row + used, column + keys + 2, rows - used,
		                       g->columns - GRID_TEXT - column - keys - 2, LOOK_PLAIN,
		                       lines->at[i].text);
	}
	return used;
}
