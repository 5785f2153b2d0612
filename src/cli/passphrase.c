#include "passphrase.h"

#include "cli/command.h"

#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PASSPHRASE_BYTES 1024u

/* Ctrl-C at a question: the terminal gets its echo back before anything else happens. */
static volatile sig_atomic_t interrupted;

static void take_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

/* Byte by byte, so that what follows the line stays for the next reader of the descriptor. */
static enum status read_line(int fd, struct buf *ret)
{
	for (;;) {
		char c;
		ssize_t n = read(fd, &c, 1);

		if (n < 0 && errno == EINTR) {
			if (interrupted)
				return E_STOPPED;
			continue;
		}
		if (n < 0)
			return E_IO;
		if (n == 0)
			return ret->n > 0 ? OK : E_NOT_FOUND;
		if (c == '\n')
			break;
		if (ret->n == PASSPHRASE_BYTES)
			return E_INVALID;
		buf_putc(ret, c);
	}
	if (ret->n > 0 && ret->at[ret->n - 1] == '\r')
		buf_remove(ret, ret->n - 1, 1);
	return OK;
}

enum status passphrase_read(int fd, struct buf *ret)
{
	enum status rc = read_line(fd, ret);

	if (rc == E_NOT_FOUND)
		cli_complain(
			_("no passphrase: descriptor %d had nothing to read. Nothing was opened."),
			fd);
	else if (rc == E_INVALID)
		cli_complain(_("no passphrase: the line is longer than %u bytes."),
		             PASSPHRASE_BYTES);
	else if (rc != OK)
		cli_complain(_("no passphrase: descriptor %d cannot be read: %s."), fd,
		             strerror(errno));
	return rc == OK ? OK : E_IO;
}

enum status passphrase_rest(int fd, struct buf *ret)
{
	enum status rc = read_line(fd, ret);

	if (rc == OK || rc == E_NOT_FOUND)
		return OK;
	cli_complain(_("no passphrase: descriptor %d cannot be read, or its line is too long."),
	             fd);
	return E_IO;
}

static enum status ask(const char *question, bool hidden, struct buf *ret)
{
	int tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	struct sigaction interrupt = { .sa_handler = take_interrupt }, usual;
	struct termios before, silent;
	enum status rc;

	if (tty < 0 || tcgetattr(tty, &before) != 0) {
		if (tty >= 0)
			close(tty);
		cli_complain(_(
			"there is no terminal to ask on. Give --passphrase-fd N and --as LOGIN."));
		return E_IO;
	}
	silent = before;
	if (hidden)
		silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	interrupted = 0;
	sigemptyset(&interrupt.sa_mask);
	sigaction(SIGINT, &interrupt, &usual);
	tcsetattr(tty, TCSAFLUSH, &silent);
	(void)!write(tty, question, strlen(question));
	rc = read_line(tty, ret);
	tcsetattr(tty, TCSAFLUSH, &before);
	sigaction(SIGINT, &usual, NULL);
	if (hidden || interrupted)
		(void)!write(tty, "\n", 1);
	close(tty);
	return rc == E_NOT_FOUND ? E_STOPPED : rc;
}

enum status passphrase_ask(const char *question, struct buf *ret)
{
	return ask(question, true, ret);
}

enum status line_ask(const char *question, struct buf *ret)
{
	return ask(question, false, ret);
}
