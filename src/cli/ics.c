#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/calendar.h"
#include "casework/today.h"

#include <unistd.h>

/* Who gets the names and what for; false has been complained of. */
static bool take_recipient(struct cli *cli, bool names, struct calendar_options *o)
{
	const char *purpose = cli_take_value(cli, "--purpose");

	o->to_whom = cli_take_value(cli, "--to-whom");
	if (purpose)
		o->purpose = (enum purpose)words_find(&purposes, str_of(purpose));
	if (!names || (!text_empty(o->to_whom) && o->purpose != PURPOSE_NONE))
		return true;
	cli_complain(_("names leave in this file: say who gets it and what for, such as "
	               "--to-whom \"my own calendar\" --purpose keep. Nothing was written."));
	return false;
}

static void say_done(struct cli *cli, const struct calendar_options *o,
                     const struct calendar_done *done)
{
	if (o->path)
		buf_printf(&cli->out, _("%s: %lld reminders.\n"),
		           text_safe(str_of(o->path), &cli->arena), (long long)done->open);
	if (done->named > 0)
		cli_complain(_("it names %lld people: a calendar is copied to telephones and "
		               "servers."),
		             (long long)done->named);
	if (done->left_out > 0)
		cli_complain(_("%lld people stand in it without a name: they have not agreed."),
		             (long long)done->left_out);
}

/* ics [--worker L] [--names --to-whom WHO --purpose PURPOSE] [--out FILE] [--force] */
enum status command_ics(struct cli *cli)
{
	const char *login = cli_take_value(cli, "--worker");
	bool names = cli_take_flag(cli, "--names");
	struct calendar_options o = { .path = cli_take_value(cli, "--out"),
		                      .replace = cli_take_flag(cli, "--force"),
		                      .fd = STDOUT_FILENO };
	struct calendar_done done;
	struct account worker;
	enum status rc = OK;

	if (!take_recipient(cli, names, &o))
		return E_USAGE;
	if (cli->argc != 0)
		return cli_usage(command_find_by_name("ics"));
	if (login)
		rc = casework_worker(cli->session, login, &worker);
	if (rc == OK && login)
		o.worker = worker.id;
	if (rc == OK)
		rc = names ? casework_calendar_named(cli->session, &o, &cli->arena, &done)
		           : casework_calendar(cli->session, &o, &cli->arena, &done);
	if (rc != OK)
		return cli_fail(cli, rc);
	say_done(cli, &o, &done);
	return OK;
}
