#include "test.h"

#include "vt.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#define PATIENCE_MS 20000 /* far more than anything takes: only a failing test waits so long */

struct vt {
	int fd; /* our side; -1: hung up */
	pid_t pid;
	int status; /* of the child that has ended; -1: not yet */
	VTerm *term;
	VTermScreen *screen;
	int rows, columns;
	struct buf raw, text;
	size_t scanned;    /* of raw, for sync messages */
	long sent, synced; /* inputs; synced -1: never yet */
	bool escaped;      /* the last key was Esc: let it be seen alone */
};

bool vt_there(void)
{
	int ours, theirs;

	if (openpty(&ours, &theirs, NULL, NULL, NULL) != 0)
		return false;
	close(ours);
	close(theirs);
	return true;
}

static void put_bytes(struct vt *v, const char *bytes, size_t n)
{
	while (n > 0 && v->fd >= 0) {
		ssize_t done = write(v->fd, bytes, n);

		if (done < 0 && errno != EAGAIN && errno != EINTR)
			return;
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
}

static void term_says(const char *bytes, size_t n, void *v)
{
	put_bytes(v, bytes, n);
}

/* The last whole "ESC ] 777 ; count BEL" among what is new. */
static void scan_sync(struct vt *v)
{
	static const char mark[] = "\033]777;";
	const char *at = v->raw.at + v->scanned, *bell;

	while ((at = memmem(at, (size_t)(v->raw.at + v->raw.n - at), mark, sizeof(mark) - 1))) {
		v->scanned = (size_t)(at - v->raw.at);
		bell = memchr(at, '\a', v->raw.n - v->scanned);
		if (!bell)
			return;
		v->synced = strtol(at + sizeof(mark) - 1, NULL, 10);
		at = bell;
		v->scanned = (size_t)(bell - v->raw.at);
	}
	if (v->raw.n > v->scanned + sizeof(mark))
		v->scanned = v->raw.n - sizeof(mark);
}

/* Read what comes within ms. False when the other side is gone. */
static bool read_some(struct vt *v, int ms)
{
	struct pollfd tty = { .fd = v->fd, .events = POLLIN };
	char bytes[8192];
	ssize_t n;

	if (v->fd < 0)
		return false;
	if (poll(&tty, 1, ms) <= 0)
		return true;
	n = read(v->fd, bytes, sizeof(bytes));
	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	if (n == 0)
		return false;
	buf_add(&v->raw, (struct str){ bytes, (size_t)n });
	scan_sync(v);
	vterm_input_write(v->term, bytes, (size_t)n);
	return true;
}

static void fail_with_screen(struct vt *v, const char *what)
{
	fail_msg("%s. The screen:\n%s", what, vt_text(v));
}

static void set_environment(const struct vt_options *options)
{
	const char *path = getenv("PATH"), *home = getenv("HOME");
	char *path_copy = strdup(path ? path : "/usr/bin:/bin");
	char *home_copy = strdup(home ? home : "/");

	clearenv();
	setenv("PATH", path_copy, 1);
	setenv("HOME", home_copy, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("CLEW_SYNC", "1", 1);
	setenv("TERM", options->term ? options->term : "xterm-256color", 1);
	for (size_t i = 0; options->env && options->env[i]; i++)
		putenv(strdup(options->env[i]));
	free(path_copy);
	free(home_copy);
}

static struct vt *start(int (*child)(void *), void *arg, const struct vt_options *options)
{
	struct vt *v = calloc(1, sizeof(*v));
	struct winsize size;
	int theirs;

	assert_non_null(v);
	v->rows = options->rows ? options->rows : 24;
	v->columns = options->columns ? options->columns : 80;
	v->status = -1;
	v->synced = -1;
	size = (struct winsize){ (unsigned short)v->rows, (unsigned short)v->columns, 0, 0 };
	assert_int_equal(openpty(&v->fd, &theirs, NULL, NULL, &size), 0);
	fflush(NULL);
	v->pid = fork();
	assert_true(v->pid >= 0);
	if (v->pid == 0) {
		close(v->fd);
		login_tty(theirs);
		set_environment(options);
		_exit(child(arg));
	}
	close(theirs);
	fcntl(v->fd, F_SETFL, O_NONBLOCK);
	fcntl(v->fd, F_SETFD, FD_CLOEXEC);
	v->term = vterm_new(v->rows, v->columns);
	vterm_set_utf8(v->term, 1);
	vterm_output_set_callback(v->term, term_says, v);
	v->screen = vterm_obtain_screen(v->term);
	vterm_screen_enable_altscreen(v->screen, 1);
	vterm_screen_reset(v->screen, 1);
	return v;
}

static int run_program(void *arg)
{
	char *const *argv = arg;

	execv(argv[0], argv);
	return 127;
}

struct vt *vt_start(const char *const *argv, const struct vt_options *options)
{
	char *copy[32];
	size_t n = 0;

	for (; argv[n] && n + 1 < COUNT_OF(copy); n++)
		copy[n] = strdup(argv[n]);
	copy[n] = NULL;
	struct vt *v = start(run_program, copy, options);

	while (n > 0)
		free(copy[--n]);
	return v;
}

struct vt *vt_start_child(int (*child)(void *arg), void *arg, const struct vt_options *options)
{
	return start(child, arg, options);
}

static bool ended(struct vt *v)
{
	int status;

	if (v->status < 0 && waitpid(v->pid, &status, WNOHANG) == v->pid)
		v->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return v->status >= 0;
}

void vt_end(struct vt *v)
{
	vt_hangup(v);
	if (!ended(v)) {
		kill(v->pid, SIGKILL);
		waitpid(v->pid, NULL, 0);
	}
	vterm_free(v->term);
	buf_done(&v->raw);
	buf_done(&v->text);
	free(v);
}

void vt_hangup(struct vt *v)
{
	if (v->fd >= 0)
		close(v->fd);
	v->fd = -1;
}

void vt_send(struct vt *v, const char *bytes, size_t n, long inputs)
{
	if (v->escaped)
		vt_sync(v);
	v->escaped = false;
	v->sent += inputs;
	put_bytes(v, bytes, n);
}

void vt_type(struct vt *v, const char *text)
{
	struct str rest = str_of(text);
	size_t len;

	for (; rest.n > 0; rest.at += len, rest.n -= len) {
		text_decode(rest, &len);
		vt_send(v, rest.at, len, 1);
	}
}

void vt_paste(struct vt *v, const char *text)
{
	struct buf all = { 0 };

	buf_printf(&all, "\033[200~%s\033[201~", text);
	vt_send(v, all.at, all.n, 1);
	buf_done(&all);
}

static VTermKey vterm_key(const char *key)
{
	static const struct {
		const char *name;
		VTermKey key;
	} keys[] = {
		{ "Enter", VTERM_KEY_ENTER }, { "Tab", VTERM_KEY_TAB },
		{ "Esc", VTERM_KEY_ESCAPE },  { "Backspace", VTERM_KEY_BACKSPACE },
		{ "Up", VTERM_KEY_UP },       { "Down", VTERM_KEY_DOWN },
		{ "Left", VTERM_KEY_LEFT },   { "Right", VTERM_KEY_RIGHT },
		{ "Home", VTERM_KEY_HOME },   { "End", VTERM_KEY_END },
		{ "PgUp", VTERM_KEY_PAGEUP }, { "PgDn", VTERM_KEY_PAGEDOWN },
		{ "Del", VTERM_KEY_DEL },     { "Ins", VTERM_KEY_INS },
	};

	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (strcmp(keys[i].name, key) == 0)
			return keys[i].key;
	if (key[0] == 'F' && key[1] >= '1' && key[1] <= '9')
		return (VTermKey)(VTERM_KEY_FUNCTION_0 + strtol(key + 1, NULL, 10));
	return VTERM_KEY_NONE;
}

void vt_key(struct vt *v, const char *key)
{
	char control;

	if (strlen(key) == 1) {
		vt_type(v, key);
		return;
	}
	vt_send(v, "", 0, 1);
	if (strcmp(key, "Shift-Tab") == 0) {
		vterm_keyboard_key(v->term, VTERM_KEY_TAB, VTERM_MOD_SHIFT);
	} else if (strcmp(key, "Space") == 0) {
		put_bytes(v, " ", 1);
	} else if (strncmp(key, "Ctrl-", 5) == 0 && strlen(key) == 6) {
		control = (char)(key[5] & 0x1f);
		put_bytes(v, &control, 1);
	} else {
		assert_int_not_equal(vterm_key(key), VTERM_KEY_NONE);
		vterm_keyboard_key(v->term, vterm_key(key), VTERM_MOD_NONE);
	}
	v->escaped = strcmp(key, "Esc") == 0;
}

void vt_resize(struct vt *v, int rows, int columns)
{
	struct winsize size = { (unsigned short)rows, (unsigned short)columns, 0, 0 };

	vt_sync(v);
	v->rows = rows;
	v->columns = columns;
	v->sent++;
	vterm_set_size(v->term, rows, columns);
	ioctl(v->fd, TIOCSWINSZ, &size);
}

void vt_signal(struct vt *v, int signal)
{
	kill(v->pid, signal);
}

bool vt_shows(struct vt *v, const char *text)
{
	return strstr(vt_text(v), text) != NULL;
}

void vt_wait(struct vt *v, const char *text)
{
	int64_t until = clock_boot_ms() + PATIENCE_MS;
	char what[256];

	while (!vt_shows(v, text)) {
		if (read_some(v, 100) && clock_boot_ms() < until)
			continue;
		if (vt_shows(v, text))
			return;
		snprintf(what, sizeof(what), "“%s” did not come", text);
		fail_with_screen(v, what);
	}
}

void vt_sync(struct vt *v)
{
	int64_t until = clock_boot_ms() + PATIENCE_MS;
	char what[128];

	while (v->synced < v->sent) {
		if (read_some(v, 100) && clock_boot_ms() < until)
			continue;
		if (v->synced >= v->sent)
			return;
		snprintf(what, sizeof(what), "%ld of %ld inputs were worked off", v->synced,
		         v->sent);
		fail_with_screen(v, what);
	}
}

int vt_exit_status(struct vt *v)
{
	int64_t until = clock_boot_ms() + PATIENCE_MS;

	while (read_some(v, 100))
		if (clock_boot_ms() > until)
			fail_with_screen(v, "The program did not end");
	while (!ended(v))
		if (clock_boot_ms() > until)
			fail_with_screen(v, "The program let go of the terminal but did not end");
	return v->status;
}

bool vt_running(struct vt *v)
{
	return read_some(v, 0) && !ended(v);
}

const char *vt_text(struct vt *v)
{
	char bytes[4];

	buf_clear(&v->text);
	for (int row = 0; row < v->rows; row++) {
		size_t end = v->text.n;

		for (int column = 0; column < v->columns; column++) {
			VTermScreenCell cell = { 0 };

			vterm_screen_get_cell(v->screen, (VTermPos){ row, column }, &cell);
			if (cell.chars[0] == (uint32_t)-1)
				continue; /* right half of a wide character */
			if (cell.chars[0] == 0)
				cell.chars[0] = ' ';
			for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
				buf_add(&v->text,
				        (struct str){ bytes, text_encode(cell.chars[i], bytes) });
			if (cell.chars[0] != ' ')
				end = v->text.n;
		}
		buf_remove(&v->text, end, v->text.n - end);
		buf_putc(&v->text, '\n');
	}
	return buf_text(&v->text);
}

void vt_cursor(struct vt *v, int *row, int *column)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(v->term), &at);
	*row = at.row;
	*column = at.col;
}

struct vt_cell vt_cell(struct vt *v, int row, int column)
{
	VTermScreenCell from = { 0 };
	struct vt_cell cell = { .fore = -1, .back = -1 };
	size_t n = 0;

	vterm_screen_get_cell(v->screen, (VTermPos){ row, column }, &from);
	for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
		n += text_encode(from.chars[i], cell.text + n);
	cell.bold = from.attrs.bold;
	cell.underline = from.attrs.underline != 0;
	cell.reverse = from.attrs.reverse;
	cell.italic = from.attrs.italic;
	if (VTERM_COLOR_IS_INDEXED(&from.fg) && !VTERM_COLOR_IS_DEFAULT_FG(&from.fg))
		cell.fore = from.fg.indexed.idx;
	if (VTERM_COLOR_IS_INDEXED(&from.bg) && !VTERM_COLOR_IS_DEFAULT_BG(&from.bg))
		cell.back = from.bg.indexed.idx;
	return cell;
}

const char *vt_raw(struct vt *v, size_t *n)
{
	*n = v->raw.n;
	return buf_text(&v->raw);
}

pid_t vt_pid(const struct vt *v)
{
	return v->pid;
}

int vt_tty(const struct vt *v)
{
	return v->fd;
}
