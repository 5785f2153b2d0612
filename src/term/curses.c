#include "term/curses.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/die.h"
#include "looks.h"
#include "shown.h"
#include "signals.h"
#include "tty.h"

#include <curses.h>

#include <langinfo.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <termios.h>
#include <unistd.h>

#define PAIRS        48
#define PASTE_LIMIT  ((size_t)1024 * 1024)
#define SPLIT_MS     300  /* the rest of a split key comes within it */
#define PASTE_MS     2000 /* a paste that stops for so long is over */
#define DOUBLE_MS    400
#define CLICK_EVENTS (BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED)

/* Keys that curses has no code for. */
enum { OWN_PASTE = 0x600, OWN_PASTE_END, OWN_CTRL_LEFT, OWN_CTRL_RIGHT, OWN_PAD };

struct curses {
	struct terminal t;
	struct curses_options options;
	SCREEN *screen; /* NULL: not open */
	struct termios before;
	enum depth depth;
	short pairs[PAIRS][2]; /* colours of pair i + 1 */
	short n_pairs;
	const char *paste_off; /* NULL: the terminal has no bracketed paste */
	int timer;
	struct buf paste;
	struct arena drawn;
	struct shown shown;
	int64_t escaped_at; /* when a lone Esc came; 0: something else since */
	struct input click; /* the last one, for double clicks */
	int64_t clicked_at;
	long inputs, said; /* worked off; last told to a test */
};

/* The one that is open, for die(). */
static struct curses *live;

static struct curses *curses_of(struct terminal *t)
{
	return t->own;
}

static const char *cap(const char *name)
{
	const char *s = tigetstr(name);

	return s && (intptr_t)s != -1 ? s : NULL;
}

static void choose_depth(struct curses *c)
{
	c->depth = DEPTH_MONO;
	c->n_pairs = 0;
	if (c->options.no_color || !has_colors() || start_color() != OK)
		return;
	if (use_default_colors() != OK || COLOR_PAIRS < PAIRS)
		return;
	if (COLORS >= 256)
		c->depth = DEPTH_256;
	else if (COLORS >= 8)
		c->depth = DEPTH_16;
}

/* What terminals send that their descriptions often leave out. */
static void define_keys(void)
{
	static const char pad[] = "p0q1r2s3t4u5v6w7x8y9j*k+l,m-n.o/";
	static const struct {
		const char *sequence;
		int code;
	} more[] = {
		{ "\033[11~", KEY_F(1) }, { "\033[12~", KEY_F(2) }, { "\033[13~", KEY_F(3) },
		{ "\033[14~", KEY_F(4) }, { "\033[15~", KEY_F(5) }, { "\033OM", KEY_ENTER },
		{ "\033[Z", KEY_BTAB },   { "\033[1~", KEY_HOME },  { "\033[4~", KEY_END },
		{ "\033[H", KEY_HOME },   { "\033[F", KEY_END },    { "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN },   { "\033[C", KEY_RIGHT },  { "\033[D", KEY_LEFT },
	};
	char sequence[] = "\033Op";

	define_key("\033[200~", OWN_PASTE);
	define_key("\033[201~", OWN_PASTE_END);
	define_key("\033[1;5D", OWN_CTRL_LEFT);
	define_key("\033[1;5C", OWN_CTRL_RIGHT);
	for (size_t i = 0; pad[i]; i += 2) {
		sequence[2] = pad[i];
		define_key(sequence, OWN_PAD + pad[i + 1]);
	}
	for (size_t i = 0; i < COUNT_OF(more); i++)
		if (key_defined(more[i].sequence) <= 0)
			define_key(more[i].sequence, more[i].code);
}

static void paste_on(struct curses *c)
{
	const char *on = cap("BE");

	c->paste_off = on ? cap("BD") : NULL;
	if (c->paste_off)
		tty_say(on);
}

static void paste_done(struct curses *c)
{
	if (c->paste_off)
		tty_say(c->paste_off);
}

/* What to write should the program die of a fault: curses cannot be called then. */
static void prepare_crash(const struct curses *c)
{
	const char *caps[] = { cap("clear"), cap("sgr0"), cap("cnorm"), cap("rmkx"), cap("rmcup") };
	char text[256] = "";
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(caps); i++) {
		if (caps[i] && !strstr(caps[i], "$<") && n + strlen(caps[i]) < sizeof(text) - 32)
			n += (size_t)snprintf(text + n, sizeof(text) - n, "%s", caps[i]);
	}
	n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s",
	                      c->options.no_mouse ? "" : "\033[?1000l",
	                      c->paste_off ? "\033[?2004l" : "");
	signals_crash(text, (int)n, &c->before);
}

static void curses_close(struct terminal *t)
{
	struct curses *c = curses_of(t);

	if (!c->screen)
		return;
	paste_done(c);
	mousemask(0, NULL);
	erase(); /* where there is no second screen, nothing may stay to be read */
	refresh();
	endwin();
	delscreen(c->screen);
	c->screen = NULL;
	shown_forget(&c->shown);
	tcsetattr(STDIN_FILENO, TCSANOW, &c->before);
	signals_close();
	close(c->timer);
	live = NULL;
	die_callback(NULL);
}

static void restore(void)
{
	if (live)
		curses_close(&live->t);
}

static void set_up(struct curses *c)
{
	raw(); /* Ctrl-S, Ctrl-C, Ctrl-Z are keys */
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	set_escdelay(c->options.remote ? 100 : 25);
	choose_depth(c);
	define_keys();
	if (!c->options.no_mouse) {
		mouseinterval(0); /* clicks are told apart here, without waiting */
		mousemask(CLICK_EVENTS, NULL);
	}
	refresh();
	paste_on(c);
}

static void give_up(struct curses *c)
{
	if (c->screen)
		delscreen(c->screen);
	c->screen = NULL;
	close(c->timer);
	tcsetattr(STDIN_FILENO, TCSANOW, &c->before);
}

static enum status curses_open(struct terminal *t)
{
	struct curses *c = curses_of(t);

	if (live || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &c->before) != 0)
		return E_IO;
	c->timer = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
	c->screen = newterm(text_empty(c->options.term) ? NULL : c->options.term, stdout, stdin);
	if (!c->screen || !cap("cup") || !cap("clear") || !signals_open()) {
		give_up(c);
		return E_IO;
	}
	live = c;
	die_callback(restore);
	set_up(c);
	prepare_crash(c);
	t->ascii = c->options.ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	return OK;
}

static void curses_size(struct terminal *t, int *rows, int *columns)
{
	(void)t;
	getmaxyx(stdscr, *rows, *columns);
}

/* Drawing. */

static short pair_of(struct curses *c, short fore, short back)
{
	if (c->depth == DEPTH_MONO || (fore < 0 && back < 0))
		return 0;
	for (short i = 0; i < c->n_pairs; i++)
		if (c->pairs[i][0] == fore && c->pairs[i][1] == back)
			return (short)(i + 1);
	if (c->n_pairs == PAIRS - 1)
		return 0;
	c->pairs[c->n_pairs][0] = fore;
	c->pairs[c->n_pairs][1] = back;
	c->n_pairs++;
	init_pair(c->n_pairs, fore, back);
	return c->n_pairs;
}

static attr_t attrs_of(struct paint p)
{
	return A_NORMAL | (p.bold ? A_BOLD : 0) | (p.underline ? A_UNDERLINE : 0) |
	       (p.reverse ? A_REVERSE : 0) | (p.italic ? A_ITALIC : 0) | (p.dim ? A_DIM : 0);
}

static void to_curses(struct curses *c, const struct grid *g, int row, int column, cchar_t *out)
{
	const struct cell *cell = grid_cell(g, row, column);
	struct paint p = paint_of(cell, c->depth, c->options.light);
	struct str rest = { cell->at, cell->n };
	wchar_t wide[CCHARW_MAX + 1] = { L' ' };
	size_t len;

	if (c->depth == DEPTH_MONO && cell->look == LOOK_TAB &&
	    (cell->n == 0 || cell->at[0] == ' '))
		rest = str_of(tab_bracket(g, row, column));
	for (size_t i = 0; i < CCHARW_MAX && rest.n > 0; i++) {
		wide[i] = (wchar_t)text_decode(rest, &len);
		rest.at += len;
		rest.n -= len;
	}
	setcchar(out, wide, attrs_of(p), pair_of(c, p.fore, p.back), NULL);
}

static void curses_draw(struct terminal *t, const struct grid *g)
{
	struct curses *c = curses_of(t);
	int columns = g->columns < COLS ? g->columns : COLS;
	cchar_t *line;

	arena_reset(&c->drawn);
	line = ARENA_ARRAY(&c->drawn, (size_t)columns + 1, cchar_t);
	if (g->rows < LINES || g->columns < COLS) {
		erase();
		shown_forget(&c->shown);
	}
	for (int row = 0; row < g->rows && row < LINES; row++) {
		int n = 0;

		if (!shown_changes(&c->shown, g, row))
			continue;
		for (int column = 0; column < columns; column++)
			if (!grid_cell(g, row, column)->half)
				to_curses(c, g, row, column, &line[n++]);
		mvadd_wchnstr(row, 0, line, n);
	}
	curs_set(g->cursor_row >= 0);
	move(g->cursor_row >= 0 ? g->cursor_row : 0, g->cursor_row >= 0 ? g->cursor_column : 0);
	refresh();
}

/* Stopping and going on. */

static void take_size(struct curses *c)
{
	struct winsize w;

	shown_forget(&c->shown);
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_row > 0 && w.ws_col > 0)
		resizeterm(w.ws_row, w.ws_col);
}

static void go_on(struct curses *c)
{
	reset_prog_mode();
	take_size(c);
	erase(); /* it may be locked by now: what is to stand there is drawn anew */
	clearok(curscr, TRUE);
	refresh();
	paste_on(c);
}

static void curses_suspend(struct terminal *t)
{
	struct curses *c = curses_of(t);

	paste_done(c);
	erase();
	refresh();
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &c->before);
	signals_stop();
	go_on(c);
}

/* Reading. */

static bool named_key(int code, struct input *ret)
{
	static const struct {
		int code;
		const char *name;
	} names[] = {
		{ KEY_UP, "Up" },
		{ KEY_DOWN, "Down" },
		{ KEY_LEFT, "Left" },
		{ KEY_RIGHT, "Right" },
		{ KEY_HOME, "Home" },
		{ KEY_END, "End" },
		{ KEY_PPAGE, "PgUp" },
		{ KEY_NPAGE, "PgDn" },
		{ KEY_BACKSPACE, "Backspace" },
		{ KEY_DC, "Del" },
		{ KEY_IC, "Ins" },
		{ KEY_ENTER, "Enter" },
		{ KEY_BTAB, "Shift-Tab" },
		{ OWN_CTRL_LEFT, "Ctrl-Left" },
		{ OWN_CTRL_RIGHT, "Ctrl-Right" },
	};
	char name[16];

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (names[i].code == code) {
			*ret = input_key(names[i].name);
			return true;
		}
	}
	if (code > OWN_PAD && code < OWN_PAD + 0x80) {
		*ret = input_char((char32_t)(code - OWN_PAD));
		return true;
	}
	if (code < KEY_F(1) || code > KEY_F(12))
		return false;
	snprintf(name, sizeof(name), "F%d", code - KEY_F0);
	*ret = input_key(name);
	return true;
}

/* The next character or key, waiting at most ms for it. */
static int wait_key(int ms, wint_t *ret)
{
	struct pollfd tty = { .fd = STDIN_FILENO, .events = POLLIN };
	int rc = get_wch(ret);

	if (rc != ERR || poll(&tty, 1, ms) <= 0)
		return rc;
	return get_wch(ret);
}

/* What follows Esc [ or Esc O, taken off. False when nothing did. */
static bool swallow(wint_t first)
{
	wint_t ch;
	int rc = wait_key(SPLIT_MS, &ch);

	if (rc == ERR)
		return false;
	for (int i = 0; first == '[' && i < 32; i++) {
		if (rc != OK || (ch >= 0x40 && ch <= 0x7e))
			break;
		rc = wait_key(SPLIT_MS, &ch);
	}
	return true;
}

/*
 * Esc. With something directly behind it, it is the beginning of a key that is not known, which does
 * nothing, or Alt and a letter; alone it is Esc, and for a while what comes may be the rest of a key
 * that a bad line has split.
 */
static bool take_escape(struct curses *c, struct input *ret)
{
	wint_t ch;
	int rc = get_wch(&ch);

	if (rc == OK && (ch == '[' || ch == 'O')) {
		swallow(ch);
		return false;
	}
	if (rc == OK && ch > ' ' && ch < 0x7f) {
		*ret = input_key((char[]){ 'A', 'l', 't', '-', (char)ch, '\0' });
		return true;
	}
	if (rc == OK)
		unget_wch((wchar_t)ch);
	else if (rc == KEY_CODE_YES)
		ungetch((int)ch);
	c->escaped_at = clock_boot_ms();
	*ret = input_key("Esc");
	return true;
}

static bool take_char(struct curses *c, wint_t ch, struct input *ret)
{
	int64_t escaped_at = c->escaped_at;

	c->escaped_at = 0;
	if (ch == 0x1b)
		return take_escape(c, ret);
	if ((ch == '[' || ch == 'O') && escaped_at > 0 &&
	    clock_boot_ms() - escaped_at <= SPLIT_MS && swallow(ch))
		return false;
	if (ch < 0x20 || ch == 0x7f)
		return tty_control(ch, ret);
	*ret = input_char((char32_t)ch);
	return true;
}

/* All that is pasted, as one input. */
static bool take_paste(struct curses *c, struct input *ret)
{
	char bytes[4];
	wint_t ch;
	int rc;

	buf_clear(&c->paste);
	while ((rc = wait_key(PASTE_MS, &ch)) != ERR) {
		if (rc == KEY_CODE_YES && ch == OWN_PASTE_END)
			break;
		if (rc == OK && c->paste.n < PASTE_LIMIT)
			buf_add(&c->paste, (struct str){ bytes, text_encode((char32_t)ch, bytes) });
	}
	*ret = (struct input){ .kind = INPUT_PASTE, .text = buf_str(&c->paste) };
	return true;
}

static bool take_mouse(struct curses *c, struct input *ret)
{
	struct input in = { .kind = INPUT_CLICK };
	int64_t now = clock_boot_ms();
	MEVENT event;

	if (getmouse(&event) != OK)
		return false;
	in.row = event.y;
	in.column = event.x;
	if (event.bstate & BUTTON4_PRESSED)
		in.wheel = -1;
	else if (event.bstate & BUTTON5_PRESSED)
		in.wheel = 1;
	else if (event.bstate & BUTTON1_PRESSED)
		in.count = 1;
	else
		return false;
	if (in.count == 1) {
		if (c->click.count == 1 && c->click.row == in.row && c->click.column == in.column &&
		    now - c->clicked_at <= DOUBLE_MS)
			in.count = 2;
		c->click = in;
		c->clicked_at = now;
	}
	*ret = in;
	return true;
}

/* One input off the tty; false when there is none now. */
static bool take_key(struct curses *c, struct input *ret)
{
	wint_t ch;
	int rc;

	while ((rc = get_wch(&ch)) != ERR) {
		bool taken;

		if (rc == OK)
			taken = take_char(c, ch, ret);
		else if (ch == OWN_PASTE)
			taken = take_paste(c, ret);
		else if (ch == KEY_MOUSE)
			taken = take_mouse(c, ret);
		else
			taken = named_key((int)ch, ret);
		if (taken)
			return true;
	}
	return false;
}

static bool take_signal(struct curses *c, struct input *ret)
{
	char byte = signals_take();

	if (byte == '\0')
		return false;
	*ret = (struct input){ .kind = byte == 'h' ? INPUT_HANGUP : INPUT_RESIZE };
	if (byte == 'w')
		take_size(c);
	else if (byte == 't')
		curses_suspend(&c->t);
	else if (byte == 'c')
		go_on(c);
	return true;
}

/* For tests: so many inputs are worked off, and what they led to is on the screen. */
static void tell(struct curses *c)
{
	char text[48];

	if (!c->options.sync || c->said == c->inputs + 1)
		return;
	c->said = c->inputs + 1;
	snprintf(text, sizeof(text), "\033]777;%ld\a", c->inputs);
	tty_say(text);
}

static enum status curses_next(struct terminal *t, int64_t deadline_ms, struct input *ret)
{
	struct curses *c = curses_of(t);
	struct pollfd fds[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = signals_fd(), .events = POLLIN },
		{ .fd = c->timer, .events = POLLIN },
	};

	while (!take_signal(c, ret) && !take_key(c, ret)) {
		tell(c);
		tty_timer(c->timer, deadline_ms);
		if (poll(fds, COUNT_OF(fds), -1) <= 0)
			continue; /* a signal: its byte is in the pipe */
		if (tty_gone(&fds[0])) {
			*ret = (struct input){ .kind = INPUT_HANGUP };
			break;
		}
		if (fds[0].revents == 0 && fds[1].revents == 0) {
			*ret = (struct input){ .kind = INPUT_TICK };
			break;
		}
	}
	c->inputs += ret->kind != INPUT_TICK;
	return OK;
}

struct terminal *term_curses(const struct curses_options *options)
{
	struct curses *c = calloc(1, sizeof(*c));

	if (!c)
		die("not enough memory for the terminal");
	c->options = *options;
	c->timer = -1;
	c->t = (struct terminal){
		.open = curses_open,
		.close = curses_close,
		.size = curses_size,
		.draw = curses_draw,
		.next = curses_next,
		.suspend = curses_suspend,
		.own = c,
	};
	return &c->t;
}

void term_curses_free(struct terminal *t)
{
	struct curses *c = curses_of(t);

	curses_close(t);
	buf_wipe(&c->paste); /* may have held anything */
	arena_reset(&c->drawn);
	shown_forget(&c->shown);
	free(c);
}
