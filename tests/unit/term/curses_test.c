#include "test.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/die.h"
#include "term/curses.h"
#include "vt.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A small program on the terminal: shows every input it gets, does a few things when asked. */
static void show(struct terminal *t, const char *last, int n)
{
	struct arena a = { 0 };
	struct grid g;
	int rows, columns;

	t->size(t, &rows, &columns);
	grid_begin(&g, rows, columns, &a);
	g.ascii = t->ascii;
	for (int i = 0; i < columns; i++)
		grid_put(&g, 0, i, 1, LOOK_BAR, " ");
	grid_put(&g, 0, 1, -1, LOOK_BAR_STRONG, "clew");
	grid_put(&g, 0, 7, -1, LOOK_TAB, " Today ");
	grid_printf(&g, 1, 1, LOOK_PLAIN, "%d x %d, %d", rows, columns, n);
	grid_put(&g, 2, 1, -1, LOOK_ALARM, last);
	grid_put(&g, 4, GRID_TEXT, -1, LOOK_STRONG, "Siân 田 Zoë");
	grid_select(&g, 4);
	grid_put(&g, rows - 1, columns - 1, 1, LOOK_PLAIN, "#");
	t->draw(t, &g);
	arena_reset(&a);
}

static void describe(const struct input *in, struct buf *out)
{
	buf_clear(out);
	switch (in->kind) {
	case INPUT_KEY:
	case INPUT_TEXT:
		buf_printf(out, "%s %s.", in->kind == INPUT_KEY ? "key" : "text", in->key);
		return;
	case INPUT_PASTE:
		buf_puts(out, "paste ");
		buf_add(out, in->text);
		return;
	case INPUT_CLICK:
		buf_printf(out, "click %d %d, %d, %d.", in->row, in->column, in->count, in->wheel);
		return;
	case INPUT_TICK:
		buf_puts(out, "tick.");
		return;
	case INPUT_RESIZE:
		buf_puts(out, "resize.");
		return;
	case INPUT_HANGUP:
		break;
	}
	buf_puts(out, "hangup.");
}

static int loop(struct terminal *t)
{
	struct buf last = { 0 };
	int64_t deadline = -1;
	int n = 0;

	for (;;) {
		struct input in = { 0 };

		show(t, buf_text(&last), n++);
		if (t->next(t, deadline, &in) != OK || in.kind == INPUT_HANGUP)
			break;
		deadline = -1;
		describe(&in, &last);
		if (strcmp(in.key, "Q") == 0)
			break;
		if (strcmp(in.key, "T") == 0)
			deadline = clock_boot_ms() + 5;
		if (strcmp(in.key, "Z") == 0)
			t->suspend(t);
		if (strcmp(in.key, "D") == 0)
			die("a broken invariant");
		if (strcmp(in.key, "B") == 0)
			raise(SIGBUS);
	}
	buf_done(&last);
	return 7;
}

static int program(void *arg)
{
	struct terminal *t = term_curses(arg);
	int status = 3;

#ifndef __SANITIZE_ADDRESS__
	signal(SIGBUS, SIG_DFL); /* cmocka has a handler there */
	signal(SIGSEGV, SIG_DFL);
#endif
	setlocale(LC_ALL, "");
	if (t->open(t) == OK)
		status = loop(t);
	term_curses_free(t);
	return status;
}

static struct vt *begin(struct curses_options options, struct vt_options where)
{
	struct vt *v;

	options.sync = true;
	v = vt_start_child(program, &options, &where);
	vt_wait(v, "Siân 田 Zoë");
	vt_sync(v);
	return v;
}

static void end(struct vt *v)
{
	vt_key(v, "Q");
	assert_int_equal(vt_exit_status(v), 7);
	vt_end(v);
}

static struct vt *begin_plain(void)
{
	return begin((struct curses_options){ 0 }, (struct vt_options){ 0 });
}

static void gives(struct vt *v, const char *key, const char *what)
{
	vt_key(v, key);
	vt_sync(v);
	if (!vt_shows(v, what))
		fail_msg("%s gave not “%s” but:\n%s", key, what, vt_text(v));
}

static void curses_next__names_the_keys(void **state)
{
	static const char *const keys[] = { "Up",     "Down",      "Left",   "Right",  "Home",
		                            "End",    "PgUp",      "PgDn",   "Del",    "Backspace",
		                            "Tab",    "Shift-Tab", "Esc",    "F1",     "F6",
		                            "Ctrl-S", "Ctrl-C",    "Ctrl-Z", "Ctrl-G", "Enter",
		                            "F9",     "Ctrl-Q" };
	struct vt *v = begin_plain();
	char what[32];

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		snprintf(what, sizeof(what), "key %s.", keys[i]);
		gives(v, keys[i], what);
	}
	gives(v, "Space", "text Space.");
	gives(v, "c", "text c.");
	vt_type(v, "é");
	vt_sync(v);
	assert_true(vt_shows(v, "text é."));
	end(v);
}

static void gives_bytes(struct vt *v, const char *bytes, long inputs, const char *what)
{
	vt_send(v, bytes, strlen(bytes), inputs);
	vt_sync(v);
	if (!vt_shows(v, what))
		fail_msg("not “%s” but:\n%s", what, vt_text(v));
}

static void curses_next__swallows_a_key_that_a_bad_line_has_split(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	gives_bytes(v, "\033", 1, "key Esc.");
	vt_send(v, "[A", 2, 0); /* the rest of the arrow, late */
	gives_bytes(v, "x", 1, "text x.");
	assert_true(vt_shows(v, "80, 2")); /* Esc and x, nothing between */
	gives_bytes(v, "\033[99~", 0, "text x.");
	gives_bytes(v, "\033d", 1, "key Alt-d.");
	gives_bytes(v, "[", 1, "text [.");
	end(v);
}

static void curses_next__knows_the_number_pad_and_words(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	gives_bytes(v, "\033Ou", 1, "text 5.");
	gives_bytes(v, "\033Ok", 1, "text +.");
	gives_bytes(v, "\033OM", 1, "key Enter.");
	gives_bytes(v, "\033[1;5D", 1, "key Ctrl-Left.");
	gives_bytes(v, "\033[15~", 1, "key F5.");
	end(v);
}

static void curses_next__gives_a_paste_as_one(void **state)
{
	struct vt *v = begin_plain();
	size_t n;

	UNUSED_STATE;
	assert_non_null(strstr(vt_raw(v, &n), "\033[?2004h"));
	vt_paste(v, "q\rd\tOne\033[A, two");
	vt_sync(v);
	assert_true(vt_shows(v, "80, 1"));
	assert_true(vt_shows(v, "paste q"));
	vt_key(v, "Q");
	vt_exit_status(v);
	assert_non_null(strstr(vt_raw(v, &n), "\033[?2004l"));
	vt_end(v);
}

static void curses_next__tells_clicks_from_double_clicks(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	gives_bytes(v, "\033[<0;11;4M\033[<0;11;4m", 1, "click 3 10, 1, 0.");
	gives_bytes(v, "\033[<0;11;4M\033[<0;11;4m", 1, "click 3 10, 2, 0.");
	gives_bytes(v, "\033[<65;11;4M", 1, "click 3 10, 0, 1.");
	gives_bytes(v, "\033[<64;11;4M", 1, "click 3 10, 0, -1.");
	end(v);
}

static void curses_next__ticks_at_the_deadline(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	vt_key(v, "T");
	vt_wait(v, "tick.");
	end(v);
}

static void curses_next__follows_the_size(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	vt_resize(v, 40, 120);
	vt_wait(v, "40 x 120");
	vt_sync(v);
	assert_string_equal(vt_cell(v, 39, 119).text, "#");
	vt_resize(v, 10, 40);
	vt_wait(v, "10 x 40");
	end(v);
}

static void curses_draw__shows_the_table_of_looks(void **state)
{
	struct vt *v = begin_plain();
	int row, column;

	UNUSED_STATE;
	assert_int_equal(vt_cell(v, 0, 1).back, 236);
	assert_true(vt_cell(v, 0, 1).bold);
	assert_int_equal(vt_cell(v, 0, 8).back, 35);
	assert_int_equal(vt_cell(v, 4, 5).back, 238);
	assert_int_equal(vt_cell(v, 4, 1).fore, 35);
	assert_int_equal(vt_cell(v, 1, 1).back, -1);
	vt_cursor(v, &row, &column);
	assert_int_equal(row * 100 + column, 403);
	gives(v, "x", "text x.");
	assert_int_equal(vt_cell(v, 2, 1).fore, 203);
	end(v);
}

static void curses_draw__says_it_without_colour(void **state)
{
	struct vt *v = begin((struct curses_options){ .no_color = true }, (struct vt_options){ 0 });
	size_t n;

	UNUSED_STATE;
	assert_true(vt_shows(v, "[Today]"));
	assert_true(vt_cell(v, 0, 1).reverse);
	assert_true(vt_cell(v, 4, 5).reverse);
	assert_int_equal(vt_cell(v, 4, 1).fore, -1);
	gives(v, "x", "text x.");
	assert_true(vt_cell(v, 2, 1).bold);
	assert_null(strstr(vt_raw(v, &n), "38;5;"));
	end(v);
	v = begin((struct curses_options){ 0 }, (struct vt_options){ .term = "vt220" });
	assert_true(vt_shows(v, "[Today]"));
	gives_bytes(v, "\033[A", 1, "key Up.");
	end(v);
	v = begin((struct curses_options){ 0 }, (struct vt_options){ .term = "linux" });
	assert_true(vt_cell(v, 4, 5).reverse);
	gives(v, "x", "text x.");
	assert_int_equal(vt_cell(v, 2, 1).fore, 1);
	end(v);
}

static void curses_draw__has_plain_characters_in_an_ascii_locale(void **state)
{
	static const char *const env[] = { "LC_ALL=C", NULL };
	struct curses_options options = { .sync = true };
	struct vt_options where = { .env = env };
	struct vt *v = vt_start_child(program, &options, &where);

	UNUSED_STATE;
	vt_wait(v, " > Sian ?? Zoe");
	end(v);
}

static void curses_open__fails__where_the_terminal_is_not_able(void **state)
{
	static const char *const terms[] = { "dumb", "", "no-such-terminal" };
	struct curses_options options = { 0 };
	size_t n;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(terms); i++) {
		struct vt_options where = { .term = terms[i] };
		struct vt *v = vt_start_child(program, &options, &where);

		assert_int_equal(vt_exit_status(v), 3);
		vt_raw(v, &n);
		assert_int_equal(n, 0);
		vt_end(v);
	}
}

static void leaves_it_clean(struct vt *v, const struct termios *before)
{
	struct termios after;

	assert_false(vt_shows(v, "Today"));
	assert_false(vt_shows(v, "Zoë"));
	assert_int_equal(tcgetattr(vt_tty(v), &after), 0);
	assert_int_equal(after.c_lflag, before->c_lflag);
	assert_int_equal(after.c_iflag, before->c_iflag);
}

static void ends_by(const char *term, const char *key, int signal, int status)
{
	struct curses_options options = { .sync = true };
	struct vt_options where = { .term = term };
	struct vt *v = vt_start_child(program, &options, &where);
	struct termios before, open;

	vt_wait(v, "Zoë");
	assert_int_equal(tcgetattr(vt_tty(v), &open), 0);
	assert_int_equal(open.c_lflag & (ICANON | ISIG), 0);
	assert_int_equal(open.c_iflag & IXON, 0);
	before = open;
	before.c_lflag |= ICANON | ISIG | ECHO | IEXTEN | ECHOE | ECHOK | ECHOCTL | ECHOKE;
	before.c_lflag &= ~(tcflag_t)NOFLSH;
	before.c_iflag = ICRNL | IXON;
	if (key)
		vt_key(v, key);
	else
		vt_signal(v, signal);
	assert_int_equal(vt_exit_status(v), status);
	leaves_it_clean(v, &before);
	vt_end(v);
}

static void curses_close__leaves_the_terminal_clean__however_it_ends(void **state)
{
	UNUSED_STATE;
	ends_by("xterm-256color", "Q", 0, 7);
	ends_by("vt220", "Q", 0, 7); /* no second screen: cleared */
	ends_by("xterm-256color", NULL, SIGTERM, 7);
	ends_by("xterm-256color", NULL, SIGHUP, 7);
	ends_by("xterm-256color", "D", 0, 128 + SIGABRT);
#ifndef __SANITIZE_ADDRESS__ /* which has a handler of its own, and keeps it */
	ends_by("xterm-256color", "B", 0, 128 + SIGBUS);
	ends_by("vt220", NULL, SIGSEGV, 128 + SIGSEGV);
#endif
}

static void curses_next__is_a_hangup__when_the_terminal_goes_away(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	vt_hangup(v);
	assert_int_equal(vt_exit_status(v), 7);
	vt_end(v);
}

static void curses_suspend__comes_back_with_the_screen(void **state)
{
	struct vt *v = begin_plain();

	UNUSED_STATE;
	/* Nobody controls jobs here, so the stop is none, and it goes on at once. */
	gives(v, "Z", "Siân 田 Zoë");
	gives(v, "x", "text x.");
	end(v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(curses_next__names_the_keys),
		cmocka_unit_test(curses_next__swallows_a_key_that_a_bad_line_has_split),
		cmocka_unit_test(curses_next__knows_the_number_pad_and_words),
		cmocka_unit_test(curses_next__gives_a_paste_as_one),
		cmocka_unit_test(curses_next__tells_clicks_from_double_clicks),
		cmocka_unit_test(curses_next__ticks_at_the_deadline),
		cmocka_unit_test(curses_next__follows_the_size),
		cmocka_unit_test(curses_draw__shows_the_table_of_looks),
		cmocka_unit_test(curses_draw__says_it_without_colour),
		cmocka_unit_test(curses_draw__has_plain_characters_in_an_ascii_locale),
		cmocka_unit_test(curses_open__fails__where_the_terminal_is_not_able),
		cmocka_unit_test(curses_close__leaves_the_terminal_clean__however_it_ends),
		cmocka_unit_test(curses_next__is_a_hangup__when_the_terminal_goes_away),
		cmocka_unit_test(curses_suspend__comes_back_with_the_screen),
	};

	setlocale(LC_ALL, "C.UTF-8");
	if (!vt_there()) {
		printf("1..0 # SKIP no pseudo-terminals here\n");
		return 77;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
