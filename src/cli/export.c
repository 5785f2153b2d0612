#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/export.h"
#include "casework/export_package.h"
#include "casework/heads.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A date as people type it in files; false has been complained of. */
static bool take_day(struct cli *cli, const char *option, day *ret)
{
	const char *text = cli_take_value(cli, option);

	*ret = DAY_NONE;
	if (!text || day_parse_iso(str_of(text), ret))
		return true;
	cli_complain(_("%s takes a date such as 2026-11-23."), option);
	return false;
}

/* *package: the directory, as a folder for other directories. */
static bool take_profile(struct cli *cli, bool *package)
{
	const char *profile = cli_take_value(cli, "--profile");

	*package = profile && text_equal(profile, "hsds");
	if (!profile || *package || text_equal(profile, "plain"))
		return true;
	cli_complain(_("there is no profile %s here: only plain, which holds names, numbers and "
	               "people's own words, and for services hsds. Nothing was exported."),
	             profile);
	return false;
}

/* Who gets it and what for, which people's details never leave without. */
static bool take_recipient(struct cli *cli, struct export_options *o)
{
	const char *purpose = cli_take_value(cli, "--purpose");
	struct buf words = { 0 };

	o->to_whom = cli_take_value(cli, "--to-whom");
	if (!purpose)
		return true;
	o->purpose = (enum purpose)words_find(&purposes, str_of(purpose));
	if (o->purpose != PURPOSE_NONE)
		return true;
	for (size_t i = 0; i < purposes.n; i++)
		buf_printf(&words, "%s%s", i > 0 ? ", " : "", purposes.at[i].word);
	cli_complain(_("--purpose is one of: %s."), buf_text(&words));
	buf_done(&words);
	return false;
}

/* Said before anybody waits for a file that will not be made. */
static bool has_recipient(const struct export_options *o, bool people)
{
	if (!people || (!text_empty(o->to_whom) && o->purpose != PURPOSE_NONE))
		return true;
	cli_complain(_("people's details leave in this file: say who gets it and what for, such as "
	               "--to-whom \"our own spreadsheet\" --purpose keep. Nothing was exported."));
	return false;
}

static void warn(enum column_table what)
{
	const char *warning = export_warning(what);

	if (!text_empty(warning))
		cli_complain("%s", warning);
}

/* Whoever keeps the file elsewhere keeps with it where the record of changes ended. */
static void say_head(struct cli *cli)
{
	struct noted_head h;

	if (session_may(cli->session, OP_SEE_HEADS) &&
	    casework_head(cli->session, &cli->arena, &h) == OK && h.id.n != 0)
		cli_complain(_("the record of changes ended with event %lld: %s."),
		             (long long)h.id.n, h.words);
}

/* services --profile hsds --out FOLDER [--contacts] [--force] */
static enum status export_package(struct cli *cli, const struct export_options *all)
{
	struct export_package o = { .path = all->path,
		                    .replace = all->replace,
		                    .people = cli_take_flag(cli, "--contacts") };
	struct export_package_done done;
	enum status rc;

	if (cli->argc != 1 || !text_equal(cli->argv[0], "services")) {
		cli_complain(_("hsds is a profile of services alone."));
		return E_USAGE;
	}
	if (!o.path) {
		cli_complain(_("a package is several files: name a new folder with --out FOLDER."));
		return E_USAGE;
	}
	rc = casework_export_package(cli->session, &o, cli_progress(_("Exporting")), &cli->arena,
	                             &done);
	if (rc != OK)
		return cli_fail(cli, rc);
	buf_printf(&cli->out, _("%s: %lld services.\n"), text_safe(str_of(o.path), &cli->arena),
	           (long long)done.services);
	if (done.left_out > 0)
		cli_complain(_("%lld that are not to be listed are not in it."),
		             (long long)done.left_out);
	if (o.people)
		cli_complain(_("it holds the names and numbers of whom staff ask for."));
	say_head(cli);
	return OK;
}

static enum status export_one(struct cli *cli, const struct export_options *o)
{
	struct export_done done;
	enum status rc =
		casework_export(cli->session, o, cli_progress(_("Exporting")), &cli->arena, &done);

	if (rc != OK)
		return cli_fail(cli, rc);
	if (o->path)
		buf_printf(&cli->out, _("%s: %lld rows.\n"),
		           text_safe(str_of(o->path), &cli->arena), (long long)done.rows);
	if (done.left_out > 0)
		cli_complain("%s", export_left_out(&done, &cli->arena));
	return OK;
}

/* Every table, a file each, in a folder that is made when it is missing. */
static enum status export_all(struct cli *cli, struct export_options o)
{
	const char *folder = o.path;
	enum status rc = OK;

	if (!folder) {
		cli_complain(_("all makes several files: name a folder with --out FOLDER."));
		return E_USAGE;
	}
	if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
		cli_complain(_("the folder %s cannot be made: %s. Nothing was exported."), folder,
		             strerror(errno));
		return E_IO;
	}
	for (size_t i = 0; rc == OK && i < column_tables.n; i++) {
		o.what = (enum column_table)column_tables.at[i].value;
		o.path = arena_printf(&cli->arena, "%s/%s.csv", folder, column_tables.at[i].word);
		rc = export_one(cli, &o);
	}
	if (rc == OK) {
		warn(COLUMNS_PEOPLE);
		say_head(cli);
	}
	return rc;
}

enum status command_export(struct cli *cli)
{
	struct export_options o = { .mark = cli_take_flag(cli, "--excel"),
		                    .replace = cli_take_flag(cli, "--force"),
		                    .path = cli_take_value(cli, "--out"),
		                    .worker = cli_take_value(cli, "--worker"),
		                    .fd = STDOUT_FILENO };
	const char *what;
	bool package;
	enum status rc;

	if (!take_day(cli, "--from", &o.from) || !take_day(cli, "--to", &o.to) ||
	    !take_profile(cli, &package) || !take_recipient(cli, &o))
		return E_USAGE;
	if (package)
		return export_package(cli, &o);
	what = cli->argc == 1 ? cli->argv[0] : "";
	if (text_equal(what, "all"))
		return has_recipient(&o, true) ? export_all(cli, o) : E_USAGE;
	o.what = (enum column_table)words_find(&column_tables, str_of(what));
	if (o.what == COLUMNS_NONE)
		return cli_usage(command_find_by_name("export"));
	if (!has_recipient(&o, o.what != COLUMNS_SERVICES))
		return E_USAGE;
	rc = export_one(cli, &o);
	if (rc == OK) {
		warn(o.what);
		say_head(cli);
	}
	return rc;
}
