#include "cli/options.h"

#include "cli.h"

#include "base/words.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_FILE = 256,
	OPT_AS,
	OPT_PASSPHRASE_FD,
	OPT_DEMO,
	OPT_TODAY,
	OPT_READ_ONLY,
	OPT_NO_MOUSE,
	OPT_ACCESSIBLE,
	OPT_LOCK_AFTER
};

static const struct option long_options[] = {
	{ "file", required_argument, NULL, OPT_FILE },
	{ "as", required_argument, NULL, OPT_AS },
	{ "passphrase-fd", required_argument, NULL, OPT_PASSPHRASE_FD },
	{ "demo", no_argument, NULL, OPT_DEMO },
	{ "today", required_argument, NULL, OPT_TODAY },
	{ "read-only", no_argument, NULL, OPT_READ_ONLY },
	{ "no-mouse", no_argument, NULL, OPT_NO_MOUSE },
	{ "accessible", no_argument, NULL, OPT_ACCESSIBLE },
	{ "lock-after", required_argument, NULL, OPT_LOCK_AFTER },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ 0 },
};

static enum status take_fd(const char *text, struct options *o, char fault[256])
{
	long long n;

	if (!str_int(str_of(text), &n) || n < 0 || n > 1023) {
		snprintf(fault, 256,
		         _("--passphrase-fd takes a number of an open file, such as 3."));
		return E_USAGE;
	}
	o->passphrase_fd = (int)n;
	return OK;
}

static enum status take_lock_after(const char *text, struct options *o, char fault[256])
{
	long long n;

	if (!str_int(str_of(text), &n) || n < 1 || n > 60) {
		snprintf(fault, 256, _("--lock-after takes minutes, 1 to 60."));
		return E_USAGE;
	}
	o->lock_after = (int)n;
	return OK;
}

static enum status take_today(const char *text, struct options *o, char fault[256])
{
	if (day_parse_iso(str_of(text), &o->today))
		return OK;
	snprintf(fault, 256, _("--today takes a date such as 2026-11-23."));
	return E_USAGE;
}

static enum status take(int option, struct options *o, char **argv, char fault[256])
{
	switch (option) {
	case OPT_FILE:
		o->file = optarg;
		return OK;
	case OPT_AS:
		o->login = optarg;
		return OK;
	case OPT_PASSPHRASE_FD:
		return take_fd(optarg, o, fault);
	case OPT_TODAY:
		return take_today(optarg, o, fault);
	case OPT_DEMO:
		o->demo = true;
		return OK;
	case OPT_READ_ONLY:
		o->read_only = true;
		return OK;
	case OPT_NO_MOUSE:
		o->no_mouse = true;
		return OK;
	case OPT_LOCK_AFTER:
		return take_lock_after(optarg, o, fault);
	case OPT_ACCESSIBLE:
		o->accessible = true;
		return OK;
	case 'h':
		o->help = true;
		return OK;
	case 'V':
		o->version = true;
		return OK;
	default:
		snprintf(fault, 256,
		         option == ':' ? _("%.80s needs a value. clew --help shows how.")
		                       : _("%.80s is not an option here. clew --help lists them."),
		         argv[optind - 1]);
		return E_USAGE;
	}
}

/* "clew help", "clew find --help": whoever asks in the usual ways is answered. */
static bool asks_for_help(int argc, char **argv)
{
	if (argc > 0 && text_equal(argv[0], "help"))
		return true;
	for (int i = 1; i < argc && !text_equal(argv[i], "--"); i++)
		if (text_equal(argv[i], "--help"))
			return true;
	return false;
}

enum status options_parse(int argc, char **argv, const struct settings *env, struct options *ret,
                          char fault[256])
{
	struct options o = { .file = env->case_file,
		             .login = text_empty(env->login) ? NULL : env->login,
		             .place = env->place,
		             .state_folder = env->state_folder,
		             .passphrase_fd = -1,
		             .today = DAY_NONE,
		             .accessible = env->accessible };
	enum status rc = OK;
	int option;

	opterr = 0;
	/* '+': what follows the command is the command's. */
	while (rc == OK && (option = getopt_long(argc, argv, "+:hV", long_options, NULL)) != -1)
		rc = take(option, &o, argv, fault);
	if (rc != OK)
		return rc;
	o.argc = argc - optind;
	o.argv = argv + optind;
	o.help = o.help || asks_for_help(o.argc, o.argv);
	*ret = o;
	return OK;
}
