/*
 * Commands that are not written yet, so that the program links while they are being made. Each line
 * goes when its command comes.
 */
#include "cli.h"

#define WAITING(function)                                      \
	enum status function(struct cli *cli)                  \
	{                                                      \
		(void)cli;                                     \
		cli_complain("this command is not there yet"); \
		return E_USAGE;                                \
	}

WAITING(command_init)
WAITING(command_today)
WAITING(command_find)
WAITING(command_show)
WAITING(command_import)
WAITING(command_export)
WAITING(command_check)
WAITING(command_print)

enum status cli_first_run(const struct options *o, struct session **ret)
{
	(void)ret;
	cli_complain("no case file at %s. clew init makes one; clew --demo shows one.", o->file);
	return E_NOT_FOUND;
}
