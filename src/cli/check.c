#include "cli.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/check.h"

static const char *mark(enum check_result result)
{
	switch (result) {
	case CHECK_WELL:
		return _("well");
	case CHECK_NOTE:
		return _("note");
	case CHECK_WRONG:
		break;
	}
	return _("WRONG");
}

enum status command_check(struct cli *cli)
{
	struct check_report report;
	enum status rc;

	if (cli->argc != 0)
		return cli_usage(command_find_by_name("check"));
	rc = casework_check(cli->session, cli_progress(_("Checking")), &cli->arena, &report);
	if (rc != OK)
		return cli_fail(cli, rc);
	for (size_t i = 0; i < report.n; i++)
		buf_printf(&cli->out, "%-5s  %-10s  %s\n", mark(report.at[i].result),
		           report.at[i].what, text_safe(str_of(report.at[i].says), &cli->arena));
	if (report.wrong == 0) {
		buf_puts(&cli->out, _("All is well.\n"));
		return OK;
	}
	buf_printf(&cli->out,
	           report.wrong == 1 ? _("%zu thing is wrong.\n") : _("%zu things are wrong.\n"),
	           report.wrong);
	return E_DAMAGED;
}
