#include "choose.h"

#include "base/words.h"
#include "casework/accounts.h"

void choose_begin(struct choose *c)
{
	*c = (struct choose){ .first = { .secret = true }, .again = { .secret = true } };
}

void choose_end(struct choose *c)
{
	line_done(&c->first);
	line_done(&c->again);
	choose_begin(c);
}

void choose_put(struct choose *v, struct grid *g, int row, int column, int width)
{
	int at = column + 12;

	grid_put(g, row, column, 11, LOOK_SECOND, _("New"));
	line_put(&v->first, g, row, at, width - 12, !v->second);
	grid_put(g, row + 1, column, 11, LOOK_SECOND, _("Once more"));
	line_put(&v->again, g, row + 1, at, width - 12, v->second);
	grid_put_lines(g, row + 3, column, 2, width, v->said ? LOOK_ATTENTION : LOOK_SECOND,
	               v->said ? v->said
	                       : _("Three or four words that have nothing to do with each other, "
	                           "or 12 characters. Nobody else can read it, or find it again."));
}

static enum choose_did enter(struct choose *c)
{
	if (!c->second) {
		c->second = !line_empty(&c->first);
		return CHOOSE_REDRAW;
	}
	if (str_equal(buf_str(&c->first.text), buf_str(&c->again.text)))
		return CHOOSE_CHOSEN;
	choose_end(c);
	c->said = _("The two were not the same. Once again, from the first.");
	return CHOOSE_REDRAW;
}

enum choose_did choose_take(struct choose *c, const struct input *in)
{
	struct line *l = c->second ? &c->again : &c->first;

	if (in->kind == INPUT_KEY && text_equal(in->key, "Enter"))
		return enter(c);
	if (in->kind == INPUT_KEY &&
	    (text_equal(in->key, "Tab") || text_equal(in->key, "Shift-Tab") ||
	     text_equal(in->key, "Up") || text_equal(in->key, "Down"))) {
		c->second = !c->second;
		return CHOOSE_REDRAW;
	}
	return line_take(l, in) == LINE_PASS ? CHOOSE_PASS : CHOOSE_REDRAW;
}

bool choose_store(struct choose *c, struct session *s, struct arena *a)
{
	enum status rc = casework_change_passphrase(s, buf_str(&c->first.text));

	if (rc == OK)
		return true;
	choose_end(c);
	c->said = arena_strdup(a, session_fault(s));
	return false;
}
