#include "term/script.h"

#include "base/buf.h"
#include "base/die.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct script {
	struct terminal t;
	struct arena arena; /* text, shots, fault */
	struct arena drawn; /* grid and screen */
	struct str rest;    /* steps to come */
	struct str typing;  /* what is left of a "type" */
	struct str keys;    /* and of a "key" */
	struct buf paste;
	size_t line;
	int rows, columns;
	struct grid grid;
	const char *screen;
	const char *fault;
	struct shots shots;
};

/* What a step comes to. */
enum step {
	STEP_DONE,  /* nothing came in: on to the next */
	STEP_INPUT, /* *ret is what came in */
	STEP_WRONG, /* fault says why */
};

static struct script *script_of(const struct terminal *t)
{
	return t->own;
}

static enum step wrong(struct script *s, const char *what, struct str about)
{
	s->fault = arena_printf(&s->arena, "line %zu: “%.*s” %s:\n%s", s->line, (int)about.n,
	                        about.at, what, s->screen ? s->screen : "");
	return STEP_WRONG;
}

static bool two_numbers(struct str text, int *first, int *second)
{
	struct str a, b = text;
	long long x, y;

	if (!str_cut(&b, ' ', &a) || !str_int(a, &x) || !str_int(str_trim(b), &y))
		return false;
	if (x < 0 || x > 1000 || y < 0 || y > 1000)
		return false;
	*first = (int)x;
	*second = (int)y;
	return true;
}

static enum step step_size(struct script *s, struct str rest, struct input *ret)
{
	(void)ret;
	return two_numbers(rest, &s->rows, &s->columns) ? STEP_DONE : wrong(s, "is no size", rest);
}

static enum step step_resize(struct script *s, struct str rest, struct input *ret)
{
	*ret = (struct input){ .kind = INPUT_RESIZE };
	return step_size(s, rest, ret) == STEP_DONE ? STEP_INPUT : STEP_WRONG;
}

static enum step step_ascii(struct script *s, struct str rest, struct input *ret)
{
	(void)rest;
	(void)ret;
	s->t.ascii = true;
	return STEP_DONE;
}

static enum step step_key(struct script *s, struct str rest, struct input *ret)
{
	(void)ret;
	s->keys = rest;
	return STEP_DONE;
}

static enum step step_type(struct script *s, struct str rest, struct input *ret)
{
	(void)ret;
	s->typing = rest;
	return STEP_DONE;
}

static enum step step_paste(struct script *s, struct str rest, struct input *ret)
{
	buf_clear(&s->paste);
	for (size_t i = 0; i < rest.n; i++) {
		bool escaped = rest.at[i] == '\\' && i + 1 < rest.n;
		char c = escaped ? rest.at[++i] : rest.at[i];

		buf_putc(&s->paste, escaped && c == 'n' ? '\n' : c);
	}
	*ret = (struct input){ .kind = INPUT_PASTE, .text = buf_str(&s->paste) };
	return STEP_INPUT;
}

static enum step step_click(struct script *s, struct str rest, struct input *ret)
{
	*ret = (struct input){ .kind = INPUT_CLICK, .count = 1 };
	return two_numbers(rest, &ret->row, &ret->column) ? STEP_INPUT
	                                                  : wrong(s, "is no place", rest);
}

static enum step step_double(struct script *s, struct str rest, struct input *ret)
{
	enum step did = step_click(s, rest, ret);

	ret->count = 2;
	return did;
}

static enum step step_wheel(struct script *s, struct str rest, struct input *ret)
{
	long long by;

	if (!str_int(rest, &by) || by < -1 || by > 1)
		return wrong(s, "is neither -1 nor 1", rest);
	*ret = (struct input){ .kind = INPUT_CLICK, .wheel = (int)by };
	return STEP_INPUT;
}

static enum step step_tick(struct script *s, struct str rest, struct input *ret)
{
	(void)s;
	(void)rest;
	*ret = (struct input){ .kind = INPUT_TICK };
	return STEP_INPUT;
}

static enum step step_hangup(struct script *s, struct str rest, struct input *ret)
{
	(void)rest;
	s->rest = (struct str){ 0 };
	*ret = (struct input){ .kind = INPUT_HANGUP };
	return STEP_INPUT;
}

static enum step step_shot(struct script *s, struct str rest, struct input *ret)
{
	struct shot *shot;

	(void)ret;
	if (!s->screen || rest.n == 0)
		return wrong(s, "has nothing to keep, or no name", rest);
	shot = ARENA_PUSH(&s->arena, &s->shots);
	shot->name = arena_str(&s->arena, rest);
	shot->text = arena_strdup(&s->arena, s->screen);
	return STEP_DONE;
}

static bool on_screen(const struct script *s, struct str text)
{
	return s->screen && text.n > 0 && memmem(s->screen, strlen(s->screen), text.at, text.n);
}

static enum step step_expect(struct script *s, struct str rest, struct input *ret)
{
	(void)ret;
	return on_screen(s, rest) ? STEP_DONE : wrong(s, "is not on the screen", rest);
}

static enum step step_absent(struct script *s, struct str rest, struct input *ret)
{
	(void)ret;
	if (!s->screen || rest.n == 0)
		return wrong(s, "has no screen to be absent from", rest);
	return on_screen(s, rest) ? wrong(s, "is on the screen", rest) : STEP_DONE;
}

static enum step step_at(struct script *s, struct str rest, struct input *ret)
{
	struct buf found = { 0 };
	bool same;

	(void)ret;
	for (int i = s->grid.cursor_column; s->grid.cursor_row >= 0 && i < s->grid.columns; i++) {
		const struct cell *c = grid_cell(&s->grid, s->grid.cursor_row, i);

		if (!c->half)
			buf_add(&found, c->n > 0 ? (struct str){ c->at, c->n } : STR(" "));
	}
	same = rest.n > 0 && found.n >= rest.n && memcmp(found.at, rest.at, rest.n) == 0;
	buf_done(&found);
	return same ? STEP_DONE : wrong(s, "is not where the cursor stands", rest);
}

static const struct {
	const char *name;
	enum step (*take)(struct script *s, struct str rest, struct input *ret);
} steps[] = {
	{ "size", step_size },     { "resize", step_resize }, { "ascii", step_ascii },
	{ "key", step_key },       { "type", step_type },     { "paste", step_paste },
	{ "click", step_click },   { "double", step_double }, { "wheel", step_wheel },
	{ "tick", step_tick },     { "hangup", step_hangup }, { "shot", step_shot },
	{ "expect", step_expect }, { "absent", step_absent }, { "at", step_at },
};

static enum step take_line(struct script *s, struct str line, struct input *ret)
{
	struct str name, rest = line;

	if (str_trim(line).n == 0 || line.at[0] == '#')
		return STEP_DONE;
	str_cut(&rest, ' ', &name);
	if (!rest.at)
		rest = STR("");
	for (size_t i = 0; i < COUNT_OF(steps); i++)
		if (str_is(name, steps[i].name))
			return steps[i].take(s, rest, ret);
	return wrong(s, "is no step of a script", line);
}

/* What is left of a "key" or "type" comes first. */
static bool take_left(struct script *s, struct input *ret)
{
	struct str key;
	size_t len;
	char name[16];

	while (str_cut(&s->keys, ' ', &key)) {
		if (key.n == 0)
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)key.n, key.at);
		*ret = input_key(name);
		return true;
	}
	if (s->typing.n == 0)
		return false;
	*ret = input_char(text_decode(s->typing, &len));
	s->typing.at += len;
	s->typing.n -= len;
	return true;
}

/* Steps that must be known before the first screen is drawn. */
static void take_first(struct script *s)
{
	struct str rest = s->rest, line;
	struct input in;

	while (str_cut(&rest, '\n', &line)) {
		bool nothing = str_trim(line).n == 0 || line.at[0] == '#';

		if (!nothing && !str_starts(line, "size ") && !str_is(line, "ascii"))
			return;
		s->line++;
		if (take_line(s, line, &in) == STEP_WRONG)
			return;
		s->rest = rest;
	}
}

static enum status script_open(struct terminal *t)
{
	(void)t;
	return OK;
}

static void script_close(struct terminal *t)
{
	(void)t;
}

static void script_size(struct terminal *t, int *rows, int *columns)
{
	*rows = script_of(t)->rows;
	*columns = script_of(t)->columns;
}

static void script_draw(struct terminal *t, const struct grid *g)
{
	struct script *s = script_of(t);
	size_t n = (size_t)g->rows * (size_t)g->columns;

	arena_reset(&s->drawn);
	s->grid = *g;
	s->grid.cells = ARENA_ARRAY(&s->drawn, n, struct cell);
	if (n > 0)
		memcpy(s->grid.cells, g->cells, n * sizeof(struct cell));
	s->screen = grid_text(&s->grid, &s->drawn);
}

static enum status script_next(struct terminal *t, int64_t deadline_ms, struct input *ret)
{
	struct script *s = script_of(t);
	struct str line;

	(void)deadline_ms;
	while (!s->fault) {
		enum step did;

		if (take_left(s, ret))
			return OK;
		if (!str_cut(&s->rest, '\n', &line)) {
			*ret = (struct input){ .kind = INPUT_HANGUP };
			return OK;
		}
		s->line++;
		did = take_line(s, line, ret);
		if (did == STEP_INPUT)
			return OK;
	}
	return E_INVALID;
}

struct terminal *term_script(struct str text)
{
	struct script *s = calloc(1, sizeof(*s));

	if (!s)
		die("not enough memory for a script");
	s->t = (struct terminal){
		.open = script_open,
		.close = script_close,
		.size = script_size,
		.draw = script_draw,
		.next = script_next,
		.own = s,
	};
	s->rows = 24;
	s->columns = 80;
	s->rest = (struct str){ arena_str(&s->arena, text), text.n };
	take_first(s);
	return &s->t;
}

void script_free(struct terminal *t)
{
	struct script *s = script_of(t);

	buf_done(&s->paste);
	arena_reset(&s->drawn);
	arena_reset(&s->arena);
	free(s);
}

const char *script_fault(const struct terminal *t)
{
	return script_of(t)->fault;
}

const struct grid *script_grid(const struct terminal *t)
{
	return &script_of(t)->grid;
}

const char *script_screen(const struct terminal *t)
{
	const struct script *s = script_of(t);

	return s->screen ? s->screen : "";
}

const struct shots *script_shots(const struct terminal *t)
{
	return &script_of(t)->shots;
}

const char *script_shot(const struct terminal *t, const char *name)
{
	const struct shots *shots = script_shots(t);

	for (size_t i = 0; i < shots->n; i++)
		if (text_equal(shots->at[i].name, name))
			return shots->at[i].text;
	return NULL;
}
