#include "ui/prompt.h"

#include "base/text.h"
#include "base/words.h"
#include "ui/keys.h"

#include <stdio.h>
#include <string.h>

void prompt_ask(struct prompt *p, const char *question, const char *keys)
{
	line_set(&p->line, "");
	p->question = question;
	p->keys = keys;
	p->answer = '\0';
	p->open = true;
}

void prompt_done(struct prompt *p)
{
	line_done(&p->line);
	*p = (struct prompt){ 0 };
}

static enum prompt_did close(struct prompt *p, enum prompt_did did)
{
	p->open = false;
	return did;
}

static enum prompt_did take_answer(struct prompt *p, const struct input *in)
{
	char32_t c = in->ch >= 'A' && in->ch <= 'Z' ? in->ch | 0x20 : in->ch;

	if (in->kind != INPUT_TEXT || c == 0 || c >= 0x80 || !strchr(p->keys, (int)c))
		return PROMPT_STAY;
	p->answer = (char)c;
	return close(p, PROMPT_ANSWERED);
}

enum prompt_did prompt_take(struct prompt *p, const struct input *in)
{
	if (key_matches("Esc", in))
		return close(p, PROMPT_LEFT);
	if (p->keys)
		return take_answer(p, in);
	if (key_matches("Enter", in))
		return close(p, PROMPT_ANSWERED);
	return line_take(&p->line, in) == LINE_PASS ? PROMPT_STAY : PROMPT_CHANGED;
}

/* "y n": the keys that answer. */
static void put_keys(struct grid *g, int row, int column, const char *keys)
{
	grid_cursor(g, row, column);
	for (; *keys; keys++)
		column = grid_put(g, row, column, 1, LOOK_STRONG, (char[]){ *keys, '\0' }) + 1;
	column = grid_put(g, row, column + 1, -1, LOOK_STRONG, "Esc") + 1;
	grid_put(g, row, column, -1, LOOK_SECOND, _("leaves it"));
}

void prompt_put(struct prompt *p, struct grid *g, int row)
{
	int end = g->columns - GRID_MARGIN, tail, column;

	tail = p->keys ? 2 * (int)strlen(p->keys) + 16 : 24;
	grid_clear(g, row, 0, 1, g->columns);
	/* A question is never cut where there is a row for it. */
	if (p->keys && row > 0 && (int)text_width(str_of(p->question)) > end - tail - GRID_MARGIN) {
		grid_clear(g, row - 1, 0, 1, g->columns);
		grid_put(g, row - 1, GRID_MARGIN, end - GRID_MARGIN, LOOK_ATTENTION, p->question);
		put_keys(g, row, GRID_MARGIN, p->keys);
		return;
	}
	column = grid_put(g, row, GRID_MARGIN, end - tail - GRID_MARGIN, LOOK_ATTENTION,
	                  p->question);
	if (p->keys)
		put_keys(g, row, column + 1, p->keys);
	else
		line_put(&p->line, g, row, column + 1, end - column - 1, true);
}

struct rect panel_put(struct grid *g, const char *head, int rows)
{
	int most = g->rows > 4 ? g->rows - 2 : g->rows;
	int all = rows + 3 < most ? rows + 3 : most;
	int row = (g->rows - all) / 3 > 0 ? (g->rows - all) / 3 : 0;
	int width = g->columns - 4;

	grid_dim(g);
	grid_clear(g, row, 0, all, g->columns); /* letters left at its sides would only be noise */
	grid_put(g, row, 3, width - 2, LOOK_HEAD, head);
	grid_rule(g, row + 1, 3, g->columns - 3);
	return (struct rect){ row + 2, 3, all - 3 > 0 ? all - 3 : 0, width - 2 };
}

void menu_ask(struct menu *m, const char *head, const struct menu_item *items)
{
	*m = (struct menu){ .head = head, .items = items };
}

static size_t menu_count(const struct menu *m)
{
	size_t n = 0;

	while (m->items[n].label)
		n++;
	return n;
}

static enum menu_did menu_choose(struct menu *m, size_t i)
{
	m->at = i;
	if (!m->items[i].off)
		return MENU_CHOSEN;
	m->said = m->items[i].off;
	return MENU_STAY;
}

static enum menu_did menu_move(struct menu *m, bool down)
{
	size_t n = menu_count(m);

	if (down ? m->at + 1 >= n : m->at == 0)
		return MENU_STAY;
	m->at = down ? m->at + 1 : m->at - 1;
	return MENU_MOVED;
}

/* Is it that key, or the letter that stands for it? */
static bool is_either(const struct input *in, const char *key, char32_t letter)
{
	return key_matches(key, in) || (in->kind == INPUT_TEXT && (in->ch | 0x20) == letter);
}

enum menu_did menu_take(struct menu *m, const struct input *in)
{
	size_t n = menu_count(m);

	m->said = NULL;
	if (is_either(in, "Esc", 'q'))
		return MENU_LEFT;
	if (is_either(in, "Up", 'k') || is_either(in, "Down", 'j'))
		return menu_move(m, is_either(in, "Down", 'j'));
	if (key_matches("Enter", in) && n > 0)
		return menu_choose(m, m->at);
	if (in->kind == INPUT_TEXT && in->ch >= '1' && in->ch <= '9' && in->ch - '1' < n)
		return menu_choose(m, in->ch - '1');
	return MENU_STAY;
}

void menu_put(const struct menu *m, struct grid *g)
{
	size_t n = menu_count(m), first;
	struct rect in = panel_put(g, m->head, (int)n);

	first = in.rows > 0 && m->at >= (size_t)in.rows ? m->at - (size_t)in.rows + 1 : 0;
	for (size_t i = first; i < n && i - first < (size_t)in.rows; i++) {
		const struct menu_item *item = &m->items[i];
		int row = in.row + (int)(i - first), column = in.column + 2;
		const char *hint = item->off ? item->off : item->hint;

		if (i == m->at) {
			grid_put(g, row, in.column, 1, LOOK_ACCENT, "▌");
			grid_cursor(g, row, column);
		}
		if (i < 9)
			grid_printf(g, row, column, LOOK_STRONG, "%zu", i + 1);
		column = grid_put(g, row, column + 2, in.columns - 4,
		                  item->off ? LOOK_SECOND : LOOK_PLAIN, item->label);
		if (hint)
			grid_put(g, row, column + 2, in.column + in.columns - column - 2,
			         LOOK_SECOND, hint);
	}
}
