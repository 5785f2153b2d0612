#include "tty.h"

#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

void tty_say(const char *bytes)
{
	size_t n = strlen(bytes);

	while (n > 0) {
		ssize_t done = write(STDOUT_FILENO, bytes, n);

		if (done <= 0)
			return; /* the terminal is gone: the next read says so */
		bytes += done;
		n -= (size_t)done;
	}
}

bool tty_control(char32_t ch, struct input *ret)
{
	char name[] = "Ctrl-A";

	if (ch == '\r' || ch == '\n')
		*ret = input_key("Enter");
	else if (ch == '\t')
		*ret = input_key("Tab");
	else if (ch == '\b' || ch == 0x7f)
		*ret = input_key("Backspace");
	else if (ch >= 1 && ch <= 26) {
		name[5] = (char)('A' + ch - 1);
		*ret = input_key(name);
	} else {
		return false;
	}
	return true;
}

void tty_timer(int timer, int64_t deadline_ms)
{
	struct itimerspec at = { 0 };

	if (deadline_ms >= 0) {
		at.it_value.tv_sec = deadline_ms / 1000;
		at.it_value.tv_nsec = deadline_ms % 1000 * 1000000 + 1; /* 0 would mean never */
	}
	timerfd_settime(timer, TFD_TIMER_ABSTIME, &at, NULL);
}

bool tty_gone(const struct pollfd *tty)
{
	int waiting = 0;

	if (tty->revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	return (tty->revents & POLLIN) && (ioctl(tty->fd, FIONREAD, &waiting) != 0 || waiting == 0);
}
