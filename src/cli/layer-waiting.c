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

WAITING(command_print)
