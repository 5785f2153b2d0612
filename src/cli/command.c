#include "cli/command.h"

#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/session.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void cli_complain(const char *fmt, ...)
{
	struct arena a = { 0 };
	char text[1024];
	va_list args;

	cli_progress_done();
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	fprintf(stderr, "clew: %s\n", text_safe(str_of(text), &a));
	arena_reset(&a);
}

enum status cli_fail(struct cli *cli, enum status rc)
{
	cli_complain("%s", session_fault(cli->session));
	return rc;
}

enum status cli_usage(const struct command *command)
{
	cli_complain(_("used like this: clew %s%s%s"), command->name,
	             command->arguments[0] ? " " : "", command->arguments);
	return E_USAGE;
}

/* Take argument i, and n - 1 behind it, out of the list. */
static void drop(struct cli *cli, int i, int n)
{
	for (; i + n < cli->argc; i++)
		cli->argv[i] = cli->argv[i + n];
	cli->argc -= n;
}

const char *cli_take_value(struct cli *cli, const char *name)
{
	for (int i = 0; i + 1 < cli->argc; i++) {
		const char *value = cli->argv[i + 1];

		if (!text_equal(cli->argv[i], name))
			continue;
		drop(cli, i, 2);
		return value;
	}
	return NULL;
}

bool cli_take_flag(struct cli *cli, const char *name)
{
	for (int i = 0; i < cli->argc; i++) {
		if (!text_equal(cli->argv[i], name))
			continue;
		drop(cli, i, 1);
		return true;
	}
	return false;
}

bool cli_flush(struct cli *cli)
{
	size_t n = fwrite(buf_text(&cli->out), 1, cli->out.n, stdout);
	bool written = n == cli->out.n && fflush(stdout) == 0;

	buf_clear(&cli->out);
	return written;
}

static enum status run(struct cli *cli, const struct command *command)
{
	enum status rc = command->alone ? OK : cli_sign_in(cli->options, &cli->session);

	if (rc == OK)
		rc = command->run(cli);
	cli_progress_done();
	if (!cli_flush(cli) && rc == OK) {
		cli_complain(_(
			"the output could not be written: is the disk full, or the reader gone?"));
		rc = E_IO;
	}
	return rc;
}

int cli_run(const struct options *o)
{
	struct cli cli = { .options = o, .argc = o->argc - 1, .argv = o->argv + 1 };
	const struct command *command = command_find_by_name(o->argv[0]);
	enum status rc;

	if (!command) {
		cli_complain(_("%s is not a command. clew --help lists them."), o->argv[0]);
		return status_exit(E_USAGE);
	}
	rc = run(&cli, command);
	casework_sign_out(cli.session);
	buf_done(&cli.out);
	arena_reset(&cli.arena);
	return status_exit(rc);
}
