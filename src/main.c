/*
 * clew: options, locale, signing in, and which of the screens or commands runs. No logic.
 */
#include "base/clock.h"
#include "base/die.h"
#include "base/printer.h"
#include "base/settings.h"
#include "base/words.h"
#include "casework/session.h"
#include "cli/command.h"
#include "screens/run.h"
#include "term/curses.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* No core file, no other process of this login reading ours, files for this account only. */
static void close_doors(void)
{
	const struct rlimit none = { 0, 0 };

	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Without a terminal the demonstration shows its Today as text, and says how to start for real. */
static int show_demo(const struct options *o)
{
	char command[] = "today", *today[] = { command, NULL };
	struct options as_text = *o;
	int status;

	as_text.argc = 1;
	as_text.argv = today;
	status = cli_run(&as_text);
	fputs(_("\nThis is the demonstration's Today as text, because there is no terminal here.\n"
	        "In a terminal: clew --demo opens it, clew init makes a case file of your own.\n"),
	      stdout);
	return status;
}

static int no_terminal(const struct options *o)
{
	if (o->demo)
		return show_demo(o);
	cli_complain(_("the screens need a terminal, and there is none here. "
	               "clew today, clew find and clew show work without: clew --help."));
	return status_exit(E_USAGE);
}

/* Signed in already where the command line says how; else the sign-in screen asks. */
static int run_screens(const struct options *o, const struct settings *env)
{
	struct curses_options look = { .term = env->term,
		                       .no_color = env->no_color,
		                       .no_mouse = o->no_mouse,
		                       .ascii = o->accessible,
		                       .remote = env->remote,
		                       .sync = getenv("CLEW_SYNC") != NULL };
	struct terminal *term = term_curses(&look);
	struct start start = { .path = o->demo ? NULL : o->file,
		               .read_only = o->read_only,
		               .today = o->today,
		               .lock_after = o->lock_after,
		               .from = o->place,
		               .home = env->home,
		               .counts_in = env->state_folder,
		               .printer = printer_there(PRINTER_PROGRAM) ? PRINTER_PROGRAM : NULL };
	enum status rc = OK;

	if (o->demo || (o->login && o->passphrase_fd >= 0))
		rc = cli_sign_in(o, &start.session);
	else if (access(o->file, F_OK) != 0)
		rc = cli_first_run(o, &start.session);
	if (rc == OK)
		rc = screens_run(&start, term);
	else
		casework_sign_out(start.session);
	if (rc == E_IO && start.fault[0] != '\0')
		cli_complain("%s", start.fault);
	term_curses_free(term);
	return status_exit(rc);
}

static int run(int argc, char **argv, struct arena *a)
{
	struct settings env = settings_read(a);
	struct options o;
	char fault[256];

	setlocale(LC_ALL, "");
	close_doors();
	if (options_parse(argc, argv, &env, &o, fault) != OK) {
		cli_complain("%s", fault);
		return status_exit(E_USAGE);
	}
	if (o.help) {
		options_help();
		return 0;
	}
	if (o.version) {
		puts("clew " CLEW_VERSION);
		return 0;
	}
	if (!text_empty(clock_zone_fault(a))) {
		cli_complain("%s", clock_zone_fault(a));
		return status_exit(E_IO);
	}
	if (o.argc > 0)
		return cli_run(&o);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return no_terminal(&o);
	return run_screens(&o, &env);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	int status = run(argc, argv, &a);

	arena_reset(&a);
	return status;
}
