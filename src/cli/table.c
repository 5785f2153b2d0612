#include "cli.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>

#define HELP_INDENT 11 /* columns before the arguments of a command */

/* A newline stands where --help begins another line. */
/* clang-format off */
static const struct command commands[] = {
	{ "init", "--service NAME --nation NATION --login LOGIN --name NAME\n"
	          "--shared yes|no --safety-lead \"NAME, PHONE\" --deputy \"NAME, PHONE\"\n"
	          "[--phone NUMBER] [--hours TEXT] [--passphrase-fd N] [--practice]",
	  "make a case file; asks for what is left out", true, command_init },
	{ "today", "[--worker LOGIN] [--all] [--count]",
	  "what is due, as text; --count: how many things", true, command_today },
	{ "find", "TEXT | -", "people and services that match, one a line; -: read the text", false,
	  command_find },
	{ "show", "REF [--reason WORD]", "one person's record as text", false, command_show },
	{ "import", "people|services FILE|FOLDER [--dry-run] [--update]\n"
	            "[--rejects FILE|FOLDER] [--feed NAME] [--map NAME]\n"
	            "[--columns \"HEADING=COLUMN,...\"]",
	  "take in a spreadsheet saved as CSV, or a directory package", false, command_import },
	{ "export", "WHAT --to-whom WHO --purpose PURPOSE [--out FILE] [--worker LOGIN]\n"
	            "[--from DATE] [--to DATE] [--excel] [--force]\n"
	            "| services --profile hsds --out FOLDER [--contacts] [--force]",
	  "people, referrals, contacts, concerns, actions, signposts,\n"
	  "unmet-needs, reminders or services as CSV, or all in a folder",
	  false, command_export },
	{ "ics", "[--worker LOGIN] [--out FILE] [--force]\n"
	         "[--names --to-whom WHO --purpose PURPOSE]",
	  "reminders as a calendar (iCalendar), without names", false, command_ics },
	{ "print", "plan|summary REF [--to-whom WHO --purpose PURPOSE]\n"
	           "| letter REF --to gp|referrer | try-letter REF | slip REF\n"
	           "| services REF | questions REF|STAGE | assessment REF\n"
	           "| statutory REF | checklist [LIST]\n"
	           "[--html [--large] [--contrast]]\n"
	           "[--out FILE] [--force] [--reason WORD]",
	  "a paper to hand over", false, command_print },
	{ "account", "list | add LOGIN --name NAME --role ROLE[,ROLE] [--phone NUMBER]\n"
	             "[--why TEXT] | role LOGIN ROLE[,ROLE] [--why TEXT] | code LOGIN\n"
	             "| unlock LOGIN | disable LOGIN | enable LOGIN | passphrase | recover\n"
	             "| leaver LOGIN",
	  "who may sign in: volunteer, link_worker, coordinator, auditor", true, command_account },
	{ "list", "[check FILE | load FILE [--licensed] | use NAME people|carers|always\n"
	          "| retire NAME | offer NAME]",
	  "the lists of concerns and measures people are assessed by", true, command_list },
	{ "rules", "[check FILE | load FILE | drop NAME | show NAME]",
	  "the rules by which reminders are made and things fall due", true, command_rules },
	{ "audit", "verify [--against FILE] | show REF | heads | checkpoint",
	  "is the record of changes whole; who looked at a record;\nthe ends that were noted of it",
	  false, command_audit },
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

static void put_lines(const char *text, int indent)
{
	struct str rest = str_of(text), line;

	for (int at = 0; str_cut(&rest, '\n', &line); at = indent)
		printf("%*s%.*s\n", at, "", (int)line.n, line.at);
}

void options_help(void)
{
	puts(_("clew - a case manager for those who walk others through the maze of cancer care\n"
	       "\n"
	       "clew [OPTIONS] [COMMAND [ARGUMENTS]]      without a command: the screens\n"
	       "\n"
	       "  --file FILE        the case file; else $CLEW_FILE;\n"
	       "                     else clew/clew.db in $XDG_DATA_HOME or ~/.local/share\n"
	       "  --as LOGIN         the account; else $CLEW_LOGIN; else asked for\n"
	       "  --passphrase-fd N  read the passphrase from descriptor N\n"
	       "  --demo             a demonstration with made-up people, signed in\n"
	       "  --today DATE       act as if today were DATE;\n"
	       "                     with --demo, with --read-only and on files for practice\n"
	       "  --read-only        nothing can be changed\n"
	       "  --no-mouse         leave the mouse to the terminal\n"
	       "  --accessible       plain ASCII on the screens; also $ACCESSIBLE\n"
	       "  --lock-after N     lock after N minutes without a key; only ever sooner\n"
	       "  --help, --version\n"));
	for (const struct command *c = commands; c->name; c++) {
		printf("  %s", c->name);
		if (c->arguments[0])
			printf("%*s", 9 - (int)strlen(c->name), "");
		put_lines(c->arguments, HELP_INDENT);
		printf("%*s", HELP_INDENT + 2, "");
		put_lines(c->help, HELP_INDENT + 2);
	}
}
