#include "stage.h"

#include "test.h"

#include "golden.h"

#include "desk.h"
#include "screens.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stage {
	struct desk desk;
	struct workplace *workplace;
	struct arena frame;
	int cursor_row, cursor_column;
};

/* Stands still, unless a test moves it. */
static int64_t clock_ms;

static int64_t stage_clock(void)
{
	return clock_ms;
}

void stage_passes(struct stage *st, int64_t ms)
{
	clock_ms += ms;
	if (st->desk.session)
		st->desk.session->boot_ms += ms;
	if (st->desk.waiting)
		st->desk.waiting->boot_ms += ms;
}

static struct stage *stage_new(struct workplace *w)
{
	struct stage *st = calloc(1, sizeof(*st));

	assert_non_null(st);
	st->workplace = w;
	st->desk.today = DAY_NONE;
	st->desk.session = w->session;
	st->desk.clock_ms = stage_clock;
	st->desk.touched_ms = clock_ms;
	return st;
}

struct stage *stage_open(struct workplace *w, const struct visit *first)
{
	struct stage *st = stage_open_or_not(w, first);

	if (!st)
		fail_msg("%s", session_fault(w->session));
	return st;
}

struct stage *stage_open_door(struct workplace *w, const char *path)
{
	struct stage *st = stage_new(w);

	st->desk.path = path;
	assert_int_equal(desk_open(&st->desk, &(struct visit){ .where = &sign_in_screen }), OK);
	return st;
}

struct stage *stage_open_or_not(struct workplace *w, const struct visit *first)
{
	struct stage *st = stage_new(w);

	if (desk_open(&st->desk, first) == OK)
		return st;
	stage_close(st);
	return NULL;
}

void stage_close(struct stage *st)
{
	desk_keep_all(&st->desk);
	st->workplace->session = st->desk.session ? st->desk.session : st->desk.waiting;
	st->desk.session = st->desk.waiting = NULL;
	desk_done(&st->desk);
	arena_reset(&st->frame);
	free(st);
}

static void take(struct stage *st, const struct input *in)
{
	assert_false(st->desk.leave);
	desk_take(&st->desk, in);
}

static void take_character(struct stage *st, struct str character)
{
	struct input in = { .kind = INPUT_TEXT };
	size_t len;

	in.ch = text_decode(character, &len);
	if (in.ch == ' ')
		memcpy(in.key, "Space", 6);
	else
		memcpy(in.key, character.at, len);
	take(st, &in);
}

void stage_keys(struct stage *st, const char *keys)
{
	struct str rest = str_of(keys), key;
	struct input in = { .kind = INPUT_KEY };
	size_t len;

	while (str_cut(&rest, ' ', &key)) {
		if (key.n == 0)
			continue;
		text_decode(key, &len);
		if (len == key.n) {
			take_character(st, key);
		} else if (str_is(key, "Space")) {
			take_character(st, STR(" "));
		} else {
			assert_true(key.n < sizeof(in.key));
			memcpy(in.key, key.at, key.n);
			in.key[key.n] = '\0';
			take(st, &in);
		}
	}
}

void stage_type(struct stage *st, const char *text)
{
	struct str rest = str_of(text);
	size_t len;

	while (rest.n > 0) {
		text_decode(rest, &len);
		take_character(st, (struct str){ rest.at, len });
		rest.at += len;
		rest.n -= len;
	}
}

void stage_paste(struct stage *st, const char *text)
{
	take(st, &(struct input){ .kind = INPUT_PASTE, .text = str_of(text) });
}

void stage_say(struct stage *st, const char *text)
{
	desk_say(&st->desk, "%s", text);
}

void stage_tick(struct stage *st)
{
	take(st, &(struct input){ .kind = INPUT_TICK });
}

void stage_visit(struct stage *st, const struct visit *v)
{
	if (desk_open(&st->desk, v) != OK)
		desk_say_fault(&st->desk);
	desk_beside_settle(&st->desk);
}

void stage_at_file(struct stage *st, const char *path)
{
	st->desk.path = path;
}

void stage_lock_after(struct stage *st, int minutes)
{
	st->desk.lock_after = minutes;
}

void stage_arrives(struct stage *st, struct session *session)
{
	st->desk.arrived = session;
	desk_signed_in(&st->desk);
	st->workplace->session = session;
}

void stage_hang_up(struct stage *st)
{
	take(st, &(struct input){ .kind = INPUT_HANGUP });
}

void stage_rest(struct stage *st)
{
	(void)desk_here(&st->desk);
}

void stage_cells(struct stage *st, int rows, int columns, bool ascii, struct grid *ret)
{
	arena_reset(&st->frame);
	grid_begin(ret, rows, columns, &st->frame);
	ret->ascii = ascii;
	desk_draw(&st->desk, ret);
}

const char *stage_shot(struct stage *st, int rows, int columns)
{
	struct grid g;

	stage_cells(st, rows, columns, false, &g);
	st->cursor_row = g.cursor_row;
	st->cursor_column = g.cursor_column;
	return grid_text(&g, &st->frame);
}

void stage_cursor(struct stage *st, int *row, int *column)
{
	stage_shot(st, 24, 80);
	*row = st->cursor_row;
	*column = st->cursor_column;
}

void stage_shows(struct stage *st, const char *text)
{
	const char *shot = stage_shot(st, 24, 80);

	if (!strstr(shot, text)) {
		fputs(shot, stderr); /* cmocka's own lines are cut at 1 kB */
		fail_msg("not on the screen: %s", text);
	}
}

void stage_hides(struct stage *st, const char *text)
{
	const char *shot = stage_shot(st, 24, 80);

	if (strstr(shot, text)) {
		fputs(shot, stderr);
		fail_msg("on the screen, and should not be: %s", text);
	}
}

void stage_stands(struct stage *st, const char *text)
{
	const char *shot = stage_shot(st, 24, 80), *row = shot, *end;

	for (int i = 0; i < st->cursor_row; i++)
		row = strchr(row, '\n') + 1;
	end = strchr(row, '\n');
	if (!memmem(row, (size_t)(end - row), text, strlen(text))) {
		fputs(shot, stderr);
		fail_msg("the cursor is not at “%s” but in row %d", text, st->cursor_row);
	}
}

const char *stage_draft(const struct stage *st, struct arena *a)
{
	const struct screen *top = desk_top(&st->desk);
	struct kept kept = { 0 };
	const char *body;

	top->ops->keep(top, &kept);
	body = arena_strdup(a, buf_text(&kept.body));
	buf_done(&kept.body);
	return body;
}

const struct screen_ops *stage_top(const struct stage *st)
{
	return desk_top(&st->desk)->ops;
}

unsigned stage_has(const struct stage *st)
{
	return desk_has(&st->desk);
}

bool stage_typing(const struct stage *st)
{
	return desk_typing(&st->desk);
}

bool stage_asks(const struct stage *st)
{
	return st->desk.asking;
}

const char *stage_said(const struct stage *st)
{
	const struct desk *d = &st->desk;

	return d->said ? d->messages[(d->message_n + DESK_MESSAGES - 1) % DESK_MESSAGES] : "";
}

const char *stage_place(const struct stage *st)
{
	return desk_top(&st->desk)->ops->name;
}

void stage_golden(struct stage *st, const char *name)
{
	struct arena a = { 0 };

	golden_check(arena_printf(&a, "%s-80x24", name), stage_shot(st, 24, 80));
	golden_check(arena_printf(&a, "%s-120x40", name), stage_shot(st, 40, 120));
	arena_reset(&a);
}
