#include "base/printer.h"

#include "base/die.h"
#include "base/words.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct printer {
	pid_t pid;
	int fd; /* what is written to it; a socket, so that a printer that goes is no signal */
	bool failed;
};

bool printer_there(const char *program)
{
	return access(program, X_OK) == 0;
}

static enum status fail(struct arena *a, const char **fault, const char *why)
{
	*fault = arena_printf(a, _("Nothing was printed: %s. Write it to a file instead."), why);
	return E_IO;
}

/* What it says goes nowhere: the screen is not its. */
static int start(const char *program, int in, pid_t *pid)
{
	char *const arguments[] = { (char[]){ "lp" }, NULL };
	posix_spawn_file_actions_t files;
	int error = posix_spawn_file_actions_init(&files);

	if (error != 0)
		return error;
	error = posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	if (error == 0)
		error = posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
		                                         O_WRONLY, 0);
	if (error == 0)
		error = posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
	if (error == 0)
		error = posix_spawn(pid, program, &files, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

enum status printer_open(const char *program, struct arena *a, struct printer **ret,
                         const char **fault)
{
	struct printer *p;
	int ends[2], error;
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return fail(a, fault, strerror(errno));
	error = start(program, ends[1], &pid);
	close(ends[1]);
	if (error != 0) {
		close(ends[0]);
		return fail(a, fault, strerror(error));
	}
	p = calloc(1, sizeof(*p));
	if (!p)
		die("no memory for a page to print");
	p->pid = pid;
	p->fd = ends[0];
	*ret = p;
	return OK;
}

enum status printer_write(struct printer *p, struct str bytes)
{
	while (bytes.n > 0 && !p->failed) {
		ssize_t n = send(p->fd, bytes.at, bytes.n, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			p->failed = true;
		} else {
			bytes.at += n;
			bytes.n -= (size_t)n;
		}
	}
	return p->failed ? E_IO : OK;
}

static int wait_for(pid_t pid)
{
	int status = -1;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

enum status printer_close(struct printer *p, struct arena *a, const char **fault)
{
	bool failed = p->failed;
	int left;

	close(p->fd);
	left = wait_for(p->pid);
	free(p);
	if (failed || left != 0)
		return fail(a, fault, _("the printer did not take it"));
	return OK;
}

void printer_drop(struct printer *p)
{
	if (!p)
		return;
	kill(p->pid, SIGKILL);
	(void)wait_for(p->pid);
	close(p->fd);
	free(p);
}
