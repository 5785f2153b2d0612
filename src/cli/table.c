#include "cli.h"

#include "base/words.h"

#include <stdio.h>

/* clang-format off */
static const struct command commands[] = {
	{ "init", "--service NAME --nation NATION --login LOGIN --name NAME --shared yes|no\n"
	          "                      --safety-lead \"NAME, PHONE\" --deputy \"NAME, PHONE\"\n"
	          "                      [--phone NUMBER] [--hours TEXT] [--practice]",
	  "make a case file; asks for what is left out", true, command_init },
	{ "today", "[--worker LOGIN] [--all] [--count]", "what is due, as text", false, command_today },
	{ "find", "TEXT | -", "people and services that match, one a line", false, command_find },
	{ "show", "REF", "one person's record as text", false, command_show },
	{ "import", "people|services FILE [--dry-run] [--rejects FILE] [--update]\n"
	            "                      [--columns \"THEIR HEADING=COLUMN,...\"] [--map NAME]",
	  "take in a spreadsheet saved as CSV", false, command_import },
	{ "export", "WHAT [--out FILE] [--worker LOGIN] [--excel] [--force] [--from DATE] [--to DATE]",
	  "people, referrals, contacts, concerns, actions, signposts,\n"
	  "                      unmet-needs, reminders or services as CSV, or all in a folder", false, command_export },
	{ "print", "plan REF [--html] [--large] [--out FILE] [--force]", "a person's plan, to hand over",
	  false, command_print },
	{ "check", "", "the file, its indexes, the event chain, permissions, the disk", false,
	  command_check },
	{ 0 },
};
/* clang-format on */

const struct command *command_find_by_name(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (text_equal(c->name, name))
			return c;
	return NULL;
}

void options_help(void)
{
	puts(_("clew - a case manager for those who walk others through the maze of cancer care\n"
	       "\n"
	       "clew [OPTIONS] [COMMAND [ARGUMENTS]]      without a command: the screens\n"
	       "\n"
	       "  --file FILE         the case file; else $CLEW_FILE; else $XDG_DATA_HOME/clew/clew.db\n"
	       "  --as LOGIN          the account; else $CLEW_LOGIN; else asked for\n"
	       "  --passphrase-fd N   read the passphrase from descriptor N\n"
	       "  --demo              a throw-away demonstration file, signed in\n"
	       "  --read-only         nothing can be changed\n"
	       "  --today DATE        act as if today were DATE (demonstration, practice, --read-only)\n"
	       "  --no-mouse          leave the mouse to the terminal\n"
	       "  --help, --version\n"));
	for (const struct command *c = commands; c->name; c++)
		printf("  %-8s%s%s\n                      %s\n", c->name,
		       c->arguments[0] ? " " : "", c->arguments, c->help);
}
